import Diagnostics
import EmissionFactors
import Quantities
import Tables

/// One row being read: its cells by column, and a way to report what is wrong with one of them.
struct RowContext {
  let record: Record
  let file: FileReader

  func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    guard let place = file.places[column], place < record.count else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return record.field(place)
  }

  func isEmpty(_ column: Int) -> Bool { bytes(column).isEmpty }

  func text(_ column: Int) -> String { CellText.string(bytes(column)) }

  /// Reports a cell; true when the finding stands, false when the campus accepts it.
  @discardableResult
  func report(
    _ kind: FindingKind, column: Int?, subject: String = "", year: Int? = nil,
    log: inout FindingLog, facts: () -> [Finding.Fact] = { [] }, suggestion: () -> String? = { nil }
  ) -> Bool {
    let (offset, line) = (record.offset, record.line)
    return log.add(kind, subject: subject, file: file.name, line: line, year: year) {
      Finding(
        kind, at: file.location(recordAt: offset, line: line, column: column), facts(),
        suggestion: suggestion())
    }
  }
}

extension RowContext {
  /// Reports a cell whose word is not known, with the nearest one that is, and refuses the row.
  func refuse(
    _ kind: FindingKind, column: Int, year: Int?, log: inout FindingLog,
    known: () -> [String]
  ) -> RowOutcome {
    let name = text(column)
    let stands = report(
      kind, column: column, subject: name, year: year, log: &log,
      facts: {
        [
          .init("name", name), .init("column", columnName(column)),
          .init("expected", known().joined(separator: ", ")),
        ]
      },
      suggestion: { NearestName.closest(to: name, among: known()) })
    return .wrong(accepted: !stands)
  }
}

/// The outcome of reading a row or a part of it.
enum RowOutcome {
  case used
  /// Wrong; true when the campus accepts the finding, and the row is then left out on purpose.
  case wrong(accepted: Bool)
}
