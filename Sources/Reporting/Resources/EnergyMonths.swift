import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// Energy month by month, by carrier: what a heating season looks like.
struct EnergyMonths {
  private let footprint: Footprint
  /// In the order the energy table has them; small ones together, last.
  private let carriers: [String]
  private static let others = "others"
  /// As many as paper has room for.
  private static let most = 6
  private let months: [(key: String, label: Text)]
  private var sums: [String: [String: Number]] = [:]

  init(_ footprint: Footprint) {
    self.footprint = footprint
    var whole: [String: Number] = [:]
    var order: [String] = []
    var labels: [String: Text] = [:]
    var parts: [(month: String, carrier: String, energy: Number)] = []
    for part in footprint.months(of: "energy") {
      let activity = part.item.activity
      guard let energy = EnergyFigures.kilowattHours(part.quantity, of: activity) else { continue }
      parts.append((part.month, activity.carrier, energy))
      whole[activity.carrier, default: .zero] += energy
      labels[part.month] = part.label
    }
    for item in footprint.items
    where whole[item.activity.carrier] != nil && !order.contains(item.activity.carrier) {
      order.append(item.activity.carrier)
    }
    let largest = order.sorted { (whole[$1] ?? .zero, $0) < (whole[$0] ?? .zero, $1) }
    let kept = order.count > Self.most + 1 ? Set(largest.prefix(Self.most)) : Set(order)
    for part in parts {
      let carrier = kept.contains(part.carrier) ? part.carrier : Self.others
      sums[part.month, default: [:]][carrier, default: .zero] += part.energy
    }
    carriers = order.filter(kept.contains) + (kept.count < order.count ? [Self.others] : [])
    // What is told for the whole year comes last.
    months = labels.sorted { ($0.key.isEmpty ? 1 : 0, $0.key) < ($1.key.isEmpty ? 1 : 0, $1.key) }
      .map { ($0.key, $0.value) }
  }

  private static func label(_ carrier: String) -> Text {
    carrier == others ? Text(fr: "Autres", en: "Others") : CarrierName.label(carrier)
  }

  /// A picture of fewer than three months shows nothing.
  private var isTold: Bool { months.filter { !$0.key.isEmpty }.count > 2 }

  func table() -> ReportTable? {
    if !isTold { return nil }
    var table = ReportTable(
      "energy-months", Text(fr: "Énergie par mois (kWh)", en: "Energy by month (kWh)"),
      columns: carriers.map { .init($0, Self.label($0), unit: "kWh") }
        + [.init("total", Text(same: "Total"), unit: "kWh")], reach: .pages)
    table.statedUnit = "kWh"
    func values(_ sums: [String: Number]) -> [ReportValue] {
      carriers.map { sums[$0].map { .number($0) } ?? .missing }
        + [.number(sums.values.reduce(.zero, +))]
    }
    var whole: [String: Number] = [:]
    for (key, label) in months {
      let sums = self.sums[key] ?? [:]
      whole.merge(sums) { $0 + $1 }
      table.rows.append(.init(key.isEmpty ? "year" : key, .words(label), values(sums)))
    }
    table.rows.append(
      .init("total", .words(Text(same: "Total")), values(whole), role: .total))
    return table
  }

  func picture() -> ReportPicture? {
    if !isTold { return nil }
    let (name, year) = (footprint.run.campus.name, footprint.year)
    // What has no month would be a column like no other.
    let months = months.filter { !$0.key.isEmpty }
    let parts = carriers.map { carrier in
      (
        label: Self.label(carrier),
        values: months.map { self.sums[$0.key]?[carrier].map { ExactAmount($0).toDouble() / 1000 } }
      )
    }.filter { $0.values.contains { $0 != nil } }
    return ReportPicture(under: "energy-months") { language in
      let told = parts.map { part in
        part.label[language] + " "
          + zip(months, part.values).map { month, value in
            month.key + " " + (value.map { ChartNumber.text($0, 0, language) } ?? "–")
          }.joined(separator: ", ")
      }
      return ColumnChart(
        frame: .inWords(
          "energy-\(year)",
          name + (language == .french ? " · énergie par mois · " : " · energy by month · ")
            + String(year), told.joined(separator: ". ") + ".", language, unit: "MWh"),
        columns: months.map(\.key),
        parts: parts.map { .init(label: $0.label[language], values: $0.values) }
      ).svg()
    }
  }
}
