import Diagnostics
import Footprint
import Inventory
import Quantities
import Uncertainty

/// The pictures of a yearly report.
struct FootprintPictures {
  private let footprint: Footprint
  private let known: UncertainYear?

  /// With intervals, every bar has its whisker.
  init(_ footprint: Footprint, known: UncertainYear? = nil) {
    self.footprint = footprint
    self.known = known
  }

  func pictures() -> [ReportPicture] {
    let energy = EnergyMonths(footprint).picture()
    if footprint.isResourcesOnly { return [energy].compactMap(\.self) }
    let (posts, scopes, months) = (
      rows(.post), rows(.scope), rows(.month).filter { $0.value != 0 }
    )
    let (name, year) = (footprint.run.campus.name, footprint.year)
    let total = footprint.total.toDouble() / 1000
    let hasWhiskers = known != nil
    func bars(
      _ identifier: String, _ title: Text, _ rows: [Row], under table: String
    ) -> ReportPicture {
      ReportPicture(under: table) { language in
        if rows.count < 2 { return nil }
        return BarChart(
          frame: .inWords(
            "\(identifier)-\(year)", "\(name) · \(title[language]) · \(year)",
            rows.map { $0.label[language] + " " + ChartNumber.text($0.value, 0, language) + " t" }
              .joined(separator: ", ") + ".", language,
            unit: hasWhiskers ? Self.whiskers[language] : "tCO2e"),
          rows: rows.map { row in
            BarChart.Row(
              label: row.label[language], value: row.value,
              share: total > 0 ? ChartNumber.percent(row.value / total, language) : nil,
              whisker: row.whisker)
          }
        ).svg()
      }
    }
    return [
      bars("post", Text(fr: "par poste", en: "by post"), posts, under: "post"),
      bars("scope", Text(fr: "par scope", en: "by scope"), scopes, under: "scope"),
      bars("month", Text(fr: "par mois", en: "by month"), months, under: "by-month"),
    ] + [energy].compactMap(\.self)
  }

  private struct Row: Sendable {
    let label: Text
    let value: Double
    let whisker: Whisker?
  }

  /// What whiskers mean, beside the unit.
  static let whiskers = Text(
    fr: "tCO2e ; traits : 95 fois sur 100", en: "tCO2e; whiskers: 95 times in 100")

  /// The parts that make the total, in tonnes.
  private func rows(_ dimension: BreakdownDimension) -> [Row] {
    footprint.breakdown(by: dimension).filter { $0.depth == 0 && !$0.isApart && !$0.amount.isZero }
      .map { row in
        let interval = known?.sum(of: row.byItem).interval
        return Row(
          label: row.label, value: row.amount.toDouble() / 1000,
          whisker: interval.map { Whisker(low: $0.low, high: $0.high) })
      }
  }
}
