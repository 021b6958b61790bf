import Diagnostics
import Quantities

extension ReportTable {
  /// Adds a note for every column whose displayed parts do not add up to its displayed total.
  public mutating func noteRounding() {
    guard let total = rows.first(where: { $0.role == .total }) else { return }
    for (place, column) in columns.enumerated() where column.adds {
      guard let shownTotal = shown(total.values[place], column) else { continue }
      var sum = ExactAmount.zero
      var isWhole = true
      for row in rows where row.role == .part {
        guard let value = shown(row.values[place], column) else {
          isWhole = false
          break
        }
        sum += value
      }
      guard isWhole, sum != shownTotal else { continue }
      notes.append(note(column, sum: sum, total: shownTotal))
    }
  }

  private func shown(_ value: ReportValue, _ column: Column) -> ExactAmount? {
    switch value {
    case .amount(let figure):
      return figure.amount.shown(decimals: column.decimals, down: column.rounding == .down)
    case .share(let share):
      return share.multiplied(by: Ratio(100))?.shown(decimals: column.decimals, down: false)
    case .number(let number):
      return ExactAmount(number).shown(decimals: column.decimals, down: false)
    default: return nil
    }
  }

  private func note(_ column: Column, sum: ExactAmount, total: ExactAmount) -> Text {
    func words(_ language: Language) -> String {
      let format = language.numbers
      let values = (
        format.text(sum, decimals: column.decimals), format.text(total, decimals: column.decimals)
      )
      if column.title[language].isEmpty {
        return language == .french
          ? "Les valeurs affichées s'ajoutent à \(values.0) ; \(values.1) est le total, arrondi "
            + "une seule fois."
          : "The values shown add up to \(values.0); \(values.1) is the total, rounded once."
      }
      return language == .french
        ? "« \(column.title.fr) » : les valeurs affichées s'ajoutent à \(values.0) ; \(values.1) "
          + "est le total, arrondi une seule fois."
        : "“\(column.title.en)”: the values shown add up to \(values.0); \(values.1) is the total, "
          + "rounded once."
    }
    return Text(fr: words(.french), en: words(.english))
  }
}
