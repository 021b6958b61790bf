import Diagnostics
import Footprint
import Inventory
import Quantities

/// The pictures of a yearly report.
struct FootprintPictures {
  private let footprint: Footprint

  init(_ footprint: Footprint) { self.footprint = footprint }

  func pictures() -> [ReportPicture] {
    let energy = EnergyMonths(footprint).picture()
    if footprint.isResourcesOnly { return [energy].compactMap(\.self) }
    let (posts, scopes, months) = (
      rows(.post), rows(.scope), rows(.month).filter { $0.value != 0 }
    )
    let (name, year) = (footprint.run.campus.name, footprint.year)
    let total = footprint.total.toDouble() / 1000
    func bars(
      _ identifier: String, _ title: Text, _ rows: [Row], under table: String
    ) -> ReportPicture {
      ReportPicture(under: table) { language in
        if rows.count < 2 { return nil }
        return BarChart(
          frame: .inWords(
            "\(identifier)-\(year)", "\(name) · \(title[language]) · \(year)",
            rows.map { $0.label[language] + " " + ChartNumber.text($0.value, 0, language) + " t" }
              .joined(separator: ", ") + ".", language),
          rows: rows.map { row in
            BarChart.Row(
              label: row.label[language], value: row.value,
              share: total > 0 ? ChartNumber.percent(row.value / total, language) : nil)
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
  }

  /// The parts that make the total, in tonnes.
  private func rows(_ dimension: BreakdownDimension) -> [Row] {
    footprint.breakdown(by: dimension).filter { $0.depth == 0 && !$0.isApart && !$0.amount.isZero }
      .map { Row(label: $0.label, value: $0.amount.toDouble() / 1000) }
  }
}
