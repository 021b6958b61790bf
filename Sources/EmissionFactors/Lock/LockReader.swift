public import Diagnostics
import Quantities
public import Tables

/// Reads campus.lock and checks every row of it: nothing is computed from a row that was changed.
public struct LockReader {
  /// A line of the file.
  private struct Line {
    let number: Int
    let fields: [String]

    func field(_ name: String) -> String {
      LockWriter.columns.firstIndex(of: name).map { fields[$0] } ?? ""
    }
  }

  /// What was read of a year.
  private struct Pending {
    var line = 0
    var total: String?
    var seal = ""
    var files: [LockedYear.File] = []
    var profiles: [LockedYear.Profile] = []
    var rows: [LockRow] = []
  }

  private let digest: LockDigest
  private var pending: [Int: Pending] = [:]
  private var lock = CatalogLock()
  private var hasFormat = false

  /// The lock; what is wrong with it is in the log, and the years concerned are marked.
  public static func read(
    _ source: ByteSource, digest: @escaping LockDigest, log: inout FindingLog
  ) -> CatalogLock {
    var reader = LockReader(digest: digest)
    reader.readLines(source, log: &log)
    return reader.lock
  }

  private init(digest: @escaping LockDigest) { self.digest = digest }

  private mutating func readLines(_ source: ByteSource, log: inout FindingLog) {
    let schema = TableSchema("lock", LockWriter.columns.map { .init($0, required: true) })
    var faults = FindingLog()
    guard let table = TableReader.open(source, schemas: [schema], log: &faults) else {
      return damaged(nil, 1, LockFault.unreadable, log: &log)
    }
    var lines: [Line] = []
    var rejected: [Int] = []
    table.forEachRecord(log: &faults, onRejected: { rejected.append($0) }) { record, _ in
      let fields = table.places.map { place in
        place.map { $0 < record.count ? CellText.string(record.field($0)) : "" } ?? ""
      }
      lines.append(Line(number: record.line, fields: fields))
    }
    for number in rejected { damaged(nil, number, LockFault.unreadable, log: &log) }
    for line in lines { read(line, log: &log) }
    if !hasFormat { damaged(nil, 1, LockFault.format, log: &log) }
    for (year, found) in pending.sorted(by: { $0.key < $1.key }) { close(year, found, log: &log) }
  }

  private mutating func read(_ line: Line, log: inout FindingLog) {
    let table = line.field("table")
    if table == LockWriter.format {
      hasFormat = line.field("id") == LockWriter.formatName
      if !hasFormat || line.field("value") != CatalogLock.format {
        damaged(nil, line.number, LockFault.format, log: &log)
      }
      return
    }
    guard let year = Int(line.field("year")), (1900...2200).contains(year) else {
      return damaged(nil, line.number, LockFault.year, log: &log)
    }
    switch table {
    case LockWriter.total:
      if pending[year]?.total != nil || Self.amount(line.field("value")) == false {
        return damaged(year, line.number, LockFault.total, log: &log)
      }
      pending[year, default: Pending()].total = line.field("value")
      pending[year]?.seal = line.field("sha256")
      pending[year]?.line = line.number
    case LockWriter.file:
      guard let size = Int(line.field("value")) else {
        return damaged(year, line.number, LockFault.unreadable, log: &log)
      }
      pending[year, default: Pending()].files.append(
        .init(path: line.field("id"), size: size, digest: line.field("sha256")))
    case LockWriter.profile:
      let profile = LockedYear.Profile(
        name: line.field("id"), text: line.field("row"), digest: digest)
      if profile.digest != line.field("sha256") {
        return damaged(year, line.number, LockFault.digest, log: &log)
      }
      pending[year, default: Pending()].profiles.append(profile)
    default:
      guard let table = CatalogTable(rawValue: table) else {
        return damaged(year, line.number, LockFault.table(table), log: &log)
      }
      let text = line.field("row")
      if digest(Array(text.utf8)) != line.field("sha256") {
        return damaged(year, line.number, LockFault.digest, log: &log)
      }
      var row = LockRow(
        table: table, release: line.field("release"), identifier: line.field("id"),
        value: line.field("value"), digest: line.field("sha256"), text: text)
      row.line = line.number
      pending[year, default: Pending()].rows.append(row)
    }
  }

  /// A year is whole when its digest is that of its rows, and its rows say what stands beside them.
  private mutating func close(_ year: Int, _ found: Pending, log: inout FindingLog) {
    if lock.damagedYears.contains(year) { return }
    guard let total = found.total else {
      return damaged(year, found.rows.first?.line ?? 0, LockFault.total, log: &log)
    }
    var locked = LockedYear(
      year: year, total: total, files: found.files, profiles: found.profiles, rows: found.rows)
    locked.line = found.line
    if digest(Array(locked.sealed.utf8)) != found.seal {
      return damaged(year, found.line, LockFault.rows, log: &log)
    }
    if let row = locked.firstMisnamedRow {
      return damaged(year, row.line, LockFault.beside, log: &log)
    }
    lock.years[year] = locked
  }

  private mutating func damaged(
    _ year: Int?, _ line: Int, _ reason: Text, log: inout FindingLog
  ) {
    if let year { lock.damagedYears.insert(year) } else { lock.isDamaged = true }
    log.add(
      Finding(
        LockFindings.damaged, at: Location(file: CatalogLock.fileName, line: line),
        [.init("reason-fr", reason.fr), .init("reason-en", reason.en)]), year: year)
  }

  /// True for an exact amount as it is written: digits, maybe a point.
  private static func amount(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }
}
