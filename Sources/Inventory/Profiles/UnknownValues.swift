import Diagnostics
import Tables

/// Rows without a value, told once for the file.
struct UnknownValues {
  private let table: ProfiledTable
  private var count = 0
  private var first: (offset: Int, line: Int)?

  init(_ table: ProfiledTable) { self.table = table }

  mutating func note(_ record: Record) {
    count += 1
    if first == nil { first = (record.offset, record.line) }
  }

  func report(log: inout FindingLog) {
    guard let first else { return }
    log.add(
      Finding(
        ProfileFindings.valuesNotKnown,
        at: table.location(
          recordAt: first.offset, line: first.line, column: ActivityColumn.quantity.rawValue),
        [.init("count", String(count))]))
  }
}

/// Rows that rules leave out, told once a rule with its reason.
struct ExcludedRows {
  private let table: ProfiledTable
  private var counts: [Int: (count: Int, first: (offset: Int, line: Int))] = [:]

  init(_ table: ProfiledTable) { self.table = table }

  /// A quantity of zero, where the profile leaves those out.
  mutating func noteZero(_ record: Record) { note(record, table.profile.exclusions.count) }

  mutating func note(_ record: Record, _ rule: Int) {
    counts[rule, default: (0, (record.offset, record.line))].count += 1
  }

  func report(log: inout FindingLog) {
    let reasons = table.profile.exclusions.map(\.reason) + [table.profile.zeros ?? ""]
    for (rule, seen) in counts.sorted(by: { $0.key < $1.key }) {
      log.add(
        Finding(
          ProfileFindings.rowsExcluded,
          at: table.location(recordAt: seen.first.offset, line: seen.first.line, column: nil),
          [
            .init("count", String(seen.count)),
            .init("reason", reasons[rule]),
          ]), subject: String(rule))
    }
  }
}
