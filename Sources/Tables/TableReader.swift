public import Diagnostics

/// A table opened for reading: its dialect is known and its header understood.
public struct TableReader: Sendable {
  /// Where the bytes come from, converted to an ASCII-compatible encoding.
  public let source: ByteSource
  /// Which of the offered schemas the header fits.
  public let schemaIndex: Int
  /// For every column of the schema, its place in the file, or nil when the file has none.
  public let places: [Int?]
  /// The header as written.
  public let header: [String]
  let dialect: Dialect
  /// The byte between two cells.
  public var delimiter: UInt8 { dialect.delimiter }
  /// How many fields a row has; beyond them, columns of the header are empty.
  public let width: Int

  /// Opens a table; nil when nothing in it can be read, with the reasons in the log.
  ///
  /// Several schemas may be offered: the header chooses the one whose names it uses most.
  public static func open(
    _ original: ByteSource, schemas: [TableSchema], log: inout FindingLog
  ) -> TableReader? {
    let source = decoded(original)
    let sample = source.bytes(at: 0, count: 1 << 16)
    let dialect = Dialect.detect(in: sample) { name in
      schemas.contains { $0.column(named: name) != nil }
    }
    var reader = RecordReader(source, dialect: dialect)
    while true {
      switch reader.next() {
      case .end:
        log.add(
          Finding(TableFindings.emptyTable, at: Location(file: source.name)))
        return nil
      case .fault(let fault):
        RecordLocator(source: source, dialect: dialect).report(fault, log: &log)
        return nil
      case .record(let record):
        if record.isBlank { continue }
        return understand(
          record, source: source, dialect: dialect, schemas: schemas, log: &log)
      }
    }
  }

  static func decoded(_ original: ByteSource) -> ByteSource {
    let mark = original.bytes(at: 0, count: 2)
    if mark == [0xFF, 0xFE] { return UTF16Source(original, bigEndian: false).converted }
    if mark == [0xFE, 0xFF] { return UTF16Source(original, bigEndian: true).converted }
    return original
  }

  private static func understand(
    _ record: Record, source: ByteSource, dialect: Dialect, schemas: [TableSchema],
    log: inout FindingLog
  ) -> TableReader? {
    var header = (0..<record.count).map { CellText.string(record.field($0)) }
    while let last = header.last, last.isEmpty { header.removeLast() }
    let index = bestSchema(for: header, among: schemas)
    let schema = schemas[index]
    var places = [Int?](repeating: nil, count: schema.columns.count)
    var isReadable = true
    for (place, name) in header.enumerated() {
      let location = {
        RecordLocator(source: source, dialect: dialect)
          .location(recordAt: record.offset, line: record.line, field: place)
      }
      guard let column = schema.column(named: name) else {
        if name.isEmpty { continue }
        log.add(TableFindings.unknownColumn, subject: name, file: source.name, line: record.line) {
          Finding(
            TableFindings.unknownColumn, at: location(), [.init("name", name)],
            suggestion: NearestName.closest(to: name, among: schema.allNames))
        }
        continue
      }
      if places[column] != nil {
        isReadable = false
        log.add(TableFindings.duplicateColumn, subject: name, file: source.name, line: record.line)
        { Finding(TableFindings.duplicateColumn, at: location(), [.init("name", name)]) }
      }
      places[column] = place
    }
    for (column, place) in zip(schema.columns, places) where place == nil && column.isRequired {
      isReadable = false
      log.add(
        TableFindings.missingColumn, subject: column.identifier, file: source.name,
        line: record.line
      ) {
        Finding(
          TableFindings.missingColumn,
          at: RecordLocator(source: source, dialect: dialect)
            .location(recordAt: record.offset, line: record.line, field: nil),
          [
            .init("name", column.identifier),
            .init(
              "expected",
              schema.columns.filter(\.isRequired).map(\.identifier).joined(separator: ", ")),
          ],
          suggestion: NearestName.closest(
            to: column.identifier, among: header.filter { schema.column(named: $0) == nil }))
      }
    }
    guard isReadable else { return nil }
    return TableReader(
      source: source, schemaIndex: index, places: places, header: header, dialect: dialect,
      width: header.count)
  }

  private static func bestSchema(for header: [String], among schemas: [TableSchema]) -> Int {
    var best = (score: (-1, -1), index: 0)
    for (index, schema) in schemas.enumerated() {
      let found = Set(header.compactMap { schema.column(named: $0) })
      let required = found.count { schema.columns[$0].isRequired }
      let missing = schema.columns.count { $0.isRequired } - required
      let score = (missing == 0 ? 1 : 0, found.count)
      if score > best.score { best = (score, index) }
    }
    return best.index
  }

  /// Hands over every record under the header, in order; faults go to the log.
  ///
  /// `onRejected` is called once for each row that could not be read at all. Returns false when the
  /// device failed: rows are then missing.
  @discardableResult
  public func forEachRecord(
    log: inout FindingLog, onRejected: (_ line: Int) -> Void,
    _ body: (Record, inout FindingLog) -> Void
  ) -> Bool {
    var reader = RecordReader(source, dialect: dialect)
    var walk = TableWalk(self)
    while true {
      let step = reader.next()
      switch walk.take(step, log: &log, onRejected: onRejected, body) {
      case .goOn: continue
      case .end: return true
      case .failed: return false
      }
    }
  }

  /// True when the table is worth cutting into chunks, and can be.
  public func suits(_ shape: ChunkShape) -> Bool {
    source.isSeekable && !source.bytes(at: shape.smallest, count: 1).isEmpty
  }

  /// Works on the table in chunks, on several threads; `work` meets every record, in some place.
  public func forEachChunk<Work: ChunkWork>(_ shape: ChunkShape = ChunkShape(), _ work: Work) {
    ChunkedTable(source: source, dialect: dialect, width: width, shape: shape).run(work)
  }

  /// The place of a field of a record that has gone by.
  public func location(recordAt offset: Int, line: Int, column: Int?) -> Location {
    RecordLocator(source: source, dialect: dialect).location(
      recordAt: offset, line: line, field: column.flatMap { places[$0] })
  }

  /// The fields of a record that has gone by, read again.
  public func fields(recordAt offset: Int, line: Int) -> [String] {
    var reader = RecordReader(
      source, dialect: Dialect(delimiter: dialect.delimiter, start: offset, line: line))
    guard case .record(let record) = reader.next() else { return [] }
    return (0..<record.count).map { CellText.string(record.field($0)) }
  }
}
