public import Diagnostics
import EmissionFactors
public import Footprint
import Inventory
import Quantities

/// Writes the trace: the column `kgCO2e` adds up to the printed total before rounding.
public struct TraceRenderer: Sendable {
  private let writer: CSVWriter

  /// A renderer for the spreadsheets of a language.
  public init(language: Language) { writer = CSVWriter(language: language) }

  /// The first line.
  public func header() -> String { writer.line(Self.columns.map { .text($0) }) }

  static let columns = [
    "file", "line", "activity", "post", "site", "period", "quantity", "unit", "counted",
    "conversion", "factor", "release", "stage", "gas", "scope", "coefficient", "kgCO2e",
    "kgCO2-apart",
  ]

  /// One line of the trace.
  public func line(_ row: TraceRow) -> String {
    let steps = (row.resolution?.steps ?? []).map { $0.label[writer.language] + " → " + $0.unit }
    let amount = row.amount.exactText
    return writer.line([
      .text(row.file), .exact(String(row.line)), .text(row.activity.identifier), .text(row.post),
      .text(row.site), .text(row.period.description), .exact(row.quantity.description),
      .text(row.unit.symbol), .exact(row.share.description),
      .text(steps.joined(separator: ", ")),
      .text(row.resolution?.factor.identifier ?? "declared"),
      .text(row.resolution?.factor.provenance.release ?? ""), .text(row.stage.identifier),
      .text(row.gas.identifier), .text(row.scope.identifier),
      .exact(row.coefficient.description), row.gas.isApart ? .text("") : .exact(amount),
      row.gas.isApart ? .exact(amount) : .text(""),
    ])
  }
}
