public import Diagnostics
import EmissionFactors
public import Footprint
import Inventory
import Quantities
public import Workbooks

/// The trace as a sheet: every row of every file, stage and gas, adding up to the total.
public struct TraceSheet {
  /// More rows make a workbook that nobody opens: the trace is then told by `explain`.
  public static let most = 30_000
  /// Those of the trace as CSV, with the two ends of a period as dates.
  private static let columns = TraceRenderer.columns.flatMap {
    $0 == "period" ? ["from", "to"] : [$0]
  }
  private let language: Language
  private var rows: [WorkbookSheet.Row] = []
  private var sum = ExactAmount.zero
  private var apart = ExactAmount.zero
  private var left = 0

  /// An empty trace.
  public init(language: Language) { self.language = language }

  /// Adds a row.
  public mutating func add(_ row: TraceRow) {
    if row.gas.isApart { apart += row.amount } else { sum += row.amount }
    guard rows.count < Self.most else {
      left += 1
      return
    }
    func text(_ text: String) -> WorkbookSheet.Cell { .text(VisibleText.escaped(text)) }
    func number(_ value: Number) -> WorkbookSheet.Cell {
      .number(ExactAmount(value).toDouble(), decimals: 2)
    }
    let amount = WorkbookSheet.Cell.number(row.amount.toDouble(), decimals: 3)
    let steps = (row.resolution?.steps ?? []).map { $0.label[language] + " → " + $0.unit }
    let coefficient = ExactAmount(Number(1), times: row.coefficient).toDouble()
    rows.append(
      .init(
        .plain,
        [
          text(row.file), .number(Double(row.line), decimals: 0), text(row.activity.identifier),
          text(row.post), text(row.site), .date(row.period.start), .date(row.period.last),
          number(row.quantity),
          text(row.unit.symbol), number(row.share), text(steps.joined(separator: ", ")),
          text(row.resolution?.factor.identifier ?? "declared"),
          text(row.resolution?.factor.provenance.release ?? ""), text(row.stage.identifier),
          text(row.gas.identifier), text(row.scope.identifier),
          .number(coefficient, decimals: 6), row.gas.isApart ? .blank : amount,
          row.gas.isApart ? amount : .blank,
        ]))
  }

  /// The sheet; its name is unlike those of a report.
  public func sheet() -> WorkbookSheet {
    var sheet = WorkbookSheet(name: language == .french ? "Trace ligne à ligne" : "Trace by row")
    let title = language == .french ? "Trace, ligne à ligne" : "Trace, row by row"
    sheet.rows = [.init(.title, [.text(title)])]
    let blanks = [WorkbookSheet.Cell](repeating: .blank, count: Self.columns.count - 3)
    sheet.rows.append(
      .init(
        .total,
        [.text(language == .french ? "Somme" : "Sum")] + blanks + [
          .number(sum.toDouble(), decimals: 3), .number(apart.toDouble(), decimals: 3),
        ]))
    sheet.rows.append(.init(.heading, Self.columns.map { .text($0) }))
    sheet.rows += rows
    sheet.filter = (2, sheet.rows.count - 1)
    sheet.widths = Self.columns.indices.map { [0, 2, 3, 10].contains($0) ? 28 : 14 }
    if left > 0 {
      let words =
        language == .french
        ? "\(left) autre(s) ligne(s) : `empreinte explain --all -O csv`. La somme les compte."
        : "\(left) other row(s): `empreinte explain --all -O csv`. The sum counts them."
      sheet.rows.append(.init(.note, [.text(words)]))
    }
    return sheet
  }
}
