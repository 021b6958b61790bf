import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// The total, and what it is per person, per square metre, per thousand euros.
struct SummarySection {
  let footprint: Footprint

  init(_ footprint: Footprint) { self.footprint = footprint }

  func headlines() -> [Text] {
    let total = footprint.total
    guard let tonnes = total.multiplied(by: Ratio(1, 1000)) else { return [] }
    func words(_ language: Language) -> String {
      let format = language.numbers
      let complete = footprint.isComplete ? "" : language == .french ? " INCOMPLET" : " INCOMPLETE"
      let colon = language == .french ? " :" : ":"
      return "Total\(complete)\(colon) \(format.text(tonnes, decimals: 1)) tCO2e  "
        + "(\(format.text(total, decimals: 0)) kgCO2e)"
    }
    var lines = [Text(fr: words(.french), en: words(.english))]
    for equivalent in footprint.run.campus.equivalents {
      if let count = total.divided(by: equivalent.kilograms) {
        lines.append(line(equivalent, count: count))
      }
    }
    return lines
  }

  /// The headlines round; spreadsheets and programs get the digits.
  func equivalents() -> ReportTable? {
    var table = ReportTable(
      "equivalents", Text(fr: "Équivalents", en: "Equivalents"),
      columns: [
        .init("count", Text(fr: "Nombre", en: "Count")),
        .init("each", Text(fr: "Chacun", en: "Each"), unit: "kgCO2e"),
      ], reach: .data)
    for (place, equivalent) in footprint.run.campus.equivalents.enumerated() {
      guard let count = footprint.total.divided(by: equivalent.kilograms) else { continue }
      table.rows.append(
        .init(
          "equivalent-\(place + 1)", .outside(equivalent.label),
          [.amount(Figure(count)), .number(equivalent.kilograms)], role: .apart))
    }
    return table.rows.isEmpty ? nil : table
  }

  private func line(_ equivalent: Campus.Equivalent, count: ExactAmount) -> Text {
    func words(_ language: Language) -> String {
      let format = language.numbers
      let tonnes = equivalent.kilograms.multiplied(by: Ratio(1, 1000)) ?? .zero
      let number = format.text(count, decimals: 0)
      let each = format.text(shortest: tonnes)
      return language == .french
        ? "Autant que \(number) × \(equivalent.label) à \(each) tCO2e"
        : "As much as \(number) × \(equivalent.label) at \(each) tCO2e"
    }
    return Text(fr: words(.french), en: words(.english))
  }

  func table() -> ReportTable {
    var table = ReportTable(
      "summary", Text(fr: "En bref", en: "In short"),
      columns: [.init("value", Text(same: ""), decimals: 1)])
    let year = footprint.campusYear
    func row(_ key: String, _ label: Text, _ value: ReportValue) {
      table.rows.append(.init(key, .words(label), [value]))
    }
    let divisors: [(String, Text, Number?)] = [
      ("per-person", Text(fr: "kgCO2e par personne", en: "kgCO2e per person"), year.headCount),
      (
        "per-student", Text(fr: "kgCO2e par étudiant·e", en: "kgCO2e per student"), year.students
      ),
      (
        "per-staff", Text(fr: "kgCO2e par membre du personnel", en: "kgCO2e per staff member"),
        year.staff
      ),
      (
        "per-fte",
        Text(fr: "kgCO2e par équivalent temps plein", en: "kgCO2e per full-time equivalent"),
        year.fullTimeEquivalents
      ),
      (
        "per-weighted-user", Text(fr: "kgCO2e par usager pondéré", en: "kgCO2e per weighted user"),
        year.weightedUsers?.count
      ),
      ("per-m2", Text(fr: "kgCO2e par m²", en: "kgCO2e per m²"), year.floorArea),
      (
        "per-keuro", Text(fr: "kgCO2e par k€ de budget", en: "kgCO2e per k€ of budget"),
        year.budget?.multiplied(by: Ratio(1, 1000))
      ),
    ]
    for (key, label, divisor) in divisors {
      guard let divisor, let value = footprint.total.divided(by: divisor) else { continue }
      row(key, label, .amount(Figure(value)))
    }
    for part in footprint.breakdown(by: .basis) where part.key != "physical" {
      if let share = part.amount.share(of: footprint.total) {
        row(
          "share-" + part.key,
          Text(fr: "Part · \(part.label.fr)", en: "Share · \(part.label.en)"), .share(share))
      }
    }
    for part in footprint.breakdown(by: .status)
    where part.key == "estimated" || part.key == "derived" {
      if let share = part.amount.share(of: footprint.total) {
        row(
          "share-" + part.key,
          Text(fr: "Part · \(part.label.fr)", en: "Share · \(part.label.en)"), .share(share))
      }
    }
    let asked = footprint.run.campus.collection.filter { $0.covers(footprint.year) }
    if !asked.isEmpty {
      let came = Number(asked.filter { $0.received != nil }.count)
      if let share = ExactAmount(came).divided(by: Number(asked.count)) {
        row(
          "collected", Text(fr: "Données demandées et reçues", en: "Data asked for and received"),
          .share(share))
      }
    }
    if !footprint.biogenic.isZero {
      row(
        "biogenic",
        Text(
          fr: "CO2 biogénique, à part (kg)", en: "Biogenic CO2, apart (kg)"),
        .amount(Figure(footprint.biogenic)))
    }
    return table
  }
}
