import Diagnostics
import TestSupport

@testable import Tables

/// Everything a table says, as values a test can compare.
struct Reading {
  var header: [String] = []
  var places: [Int?] = []
  var rows: [[String]] = []
  var lines: [Int] = []
  var offsets: [Int] = []
  var rejected: [Int] = []
  var log = FindingLog()
  var table: TableReader?

  /// Reads a table with every row as strings.
  init(_ source: ByteSource, _ schemas: [TableSchema] = [Reading.letters]) {
    table = TableReader.open(source, schemas: schemas, log: &log)
    guard let table else { return }
    header = table.header
    places = table.places
    table.forEachRecord(log: &log, onRejected: { rejected.append($0) }) { record, _ in
      rows.append((0..<record.count).map { CellText.string(record.field($0)) })
      lines.append(record.line)
      offsets.append(record.offset)
    }
  }

  init(_ bytes: [UInt8], _ schemas: [TableSchema] = [Reading.letters]) {
    self.init(ByteSource(name: "t.csv", bytes: bytes), schemas)
  }

  init(_ text: String, _ schemas: [TableSchema] = [Reading.letters]) {
    self.init(Array(text.utf8), schemas)
  }

  /// The findings kept, in order, as `kind line:column`.
  var findings: [String] {
    log.sortedGroups.flatMap(\.first).map {
      "\($0.kind.identifier) \($0.location.line):\($0.location.column)"
    }
  }

  /// The first finding of a kind.
  func first(_ kind: FindingKind) -> Finding? {
    log.sortedGroups.first { $0.kind == kind }?.first.first
  }

  /// Three optional columns: a, b, c.
  static let letters = TableSchema(
    "letters", [.init("a"), .init("b"), .init("c")])
}

/// What the reader under the table says of bytes, step by step.
func steps(_ source: ByteSource, delimiter: UInt8 = 0x3B) -> [String] {
  var reader = RecordReader(source, dialect: Dialect(delimiter: delimiter, start: 0, line: 1))
  var said: [String] = []
  while true {
    switch reader.next() {
    case .end: return said
    case .fault(let fault):
      said.append("\(fault)")
      if case .deviceFailed = fault { return said }
    case .record(let record):
      let fields = (0..<record.count).map { Array(record.field($0)) }
      said.append("\(record.offset) line \(record.line): \(fields)")
    }
  }
}

extension ByteSource {
  /// The same bytes, handed out a few at a time.
  static func dripping(_ bytes: [UInt8], by size: Int) -> ByteSource {
    let whole = ByteSource(name: "t.csv", bytes: bytes)
    return ByteSource(name: "t.csv") { offset, buffer in
      let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(size, buffer.count)])
      return whole.read(at: offset, into: part)
    }
  }

  /// A device that fails from a byte on.
  static func failing(_ bytes: [UInt8], at limit: Int) -> ByteSource {
    let whole = ByteSource(name: "t.csv", bytes: bytes)
    return ByteSource(name: "t.csv") { offset, buffer in
      if offset >= limit { return nil }
      let count = min(buffer.count, limit - offset)
      return whole.read(
        at: offset, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
