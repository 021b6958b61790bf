import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// What was consumed, beside what it emits: energy, water, waste, meals and the rest.
struct ResourceSection {
  let footprint: Footprint

  init(_ footprint: Footprint) { self.footprint = footprint }

  func tables() -> [ReportTable] {
    var tables: [ReportTable] = []
    if let energy = EnergyTable(footprint).table() { tables.append(energy) }
    if let months = EnergyMonths(footprint).table() { tables.append(months) }
    if let water = waterTable() { tables.append(water) }
    if let waste = wasteTable() { tables.append(waste) }
    if let food = foodTable() { tables.append(food) }
    if let others = otherTable() { tables.append(others) }
    return tables
  }

  private func items(_ resource: String) -> [Footprint.Item] {
    footprint.items.filter { $0.activity.resource == resource }
  }

  /// The sum of items by activity, in the unit of the activity, in the order of the catalogue.
  private func byActivity(_ items: [Footprint.Item]) -> [(activity: Activity, quantity: Number)] {
    var sums: [(activity: Activity, quantity: Number)] = []
    for item in items {
      guard let quantity = item.resourceQuantity else { continue }
      if let place = sums.firstIndex(where: {
        $0.activity.identifier == item.activity.identifier
      }) {
        sums[place].quantity += quantity
      } else {
        sums.append((item.activity, quantity))
      }
    }
    return sums
  }

  private func waterTable() -> ReportTable? {
    let sums = byActivity(items("water") + items("wastewater"))
    if sums.isEmpty { return nil }
    var columns: [ReportTable.Column] = [
      .init("quantity", Text(fr: "Volume", en: "Volume"), unit: "m³"),
      .init("per-person", Text(fr: "Par personne", en: "Per person"), unit: "m³", decimals: 1),
    ]
    let baseYear = footprint.run.campus.baseYear
    let base = baseYear.flatMap { year in
      year == footprint.year ? nil : ResourceSection(footprint.run.footprint(year: year))
    }
    let before = base.map { $0.byActivity($0.items("water") + $0.items("wastewater")) } ?? []
    if let baseYear, !before.isEmpty {
      columns.append(
        .init(
          "change", Text(fr: "Depuis \(baseYear)", en: "Since \(baseYear)"), decimals: 0))
    }
    var table = ReportTable("water", Text(fr: "Eau", en: "Water"), columns: columns)
    for (activity, quantity) in sums {
      var values: [ReportValue] = [.number(quantity)]
      let people = footprint.campusYear.headCount
      values.append(
        people.flatMap { ExactAmount(quantity).divided(by: $0) }.map { .amount(Figure($0)) }
          ?? .missing)
      if columns.count > 2 {
        let old = before.first { $0.activity.identifier == activity.identifier }?.quantity
        values.append(old.flatMap { change(from: $0, to: quantity) }.map { .share($0) } ?? .missing)
      }
      table.rows.append(.init(activity.identifier, .words(activity.label), values))
    }
    noteStatus(of: sums.map(\.activity), in: &table)
    return table
  }

  /// Says how much of a resource is not measured: an estimate must never pass for a reading.
  private func noteStatus(of activities: [Activity], in table: inout ReportTable) {
    for status in [ActivityLine.Status.estimated, .derived, .declared] {
      let parts = activities.compactMap { activity -> (Activity, Number)? in
        let quantity = footprint.quantitiesByStatus(of: activity).first { $0.status == status }
        return quantity.map { (activity, $0.quantity) }
      }
      if parts.isEmpty { continue }
      func words(_ language: Language) -> String {
        let list = parts.map { activity, quantity in
          let amount = language.numbers.text(shortest: quantity)
          return
            "\(activity.label[language]) \(amount)\u{A0}\(UnitLabel.text(activity.unit)[language])"
        }.joined(separator: language == .french ? " ; " : "; ")
        return status.label[language] + (language == .french ? " : " : ": ") + list + "."
      }
      table.notes.append(Text(fr: words(.french), en: words(.english)))
    }
  }

  private func change(from old: Number, to new: Number) -> ExactAmount? {
    ExactAmount(new - old).divided(by: old)
  }

  private func wasteTable() -> ReportTable? {
    let sums = byActivity(items("waste"))
    if sums.isEmpty { return nil }
    var treatments: [(name: String, tonnes: Number)] = []
    guard case .success(let tonne) = UnitExpression.parse("t") else { return nil }
    for (activity, quantity) in sums {
      guard let ratio = activity.unit.conversion(to: tonne),
        let tonnes = quantity.multiplied(by: ratio)
      else { continue }
      if let place = treatments.firstIndex(where: { $0.name == activity.treatment }) {
        treatments[place].tonnes += tonnes
      } else {
        treatments.append((activity.treatment, tonnes))
      }
    }
    treatments.sort {
      (TreatmentName.order($0.name), $0.name) < (TreatmentName.order($1.name), $1.name)
    }
    let total = treatments.reduce(Number.zero) { $0 + $1.tonnes }
    var table = ReportTable(
      "waste", Text(fr: "Déchets par traitement", en: "Waste by treatment"),
      columns: [
        .init("quantity", Text(fr: "Masse", en: "Mass"), unit: "t", decimals: 1),
        .init("share", Text(fr: "Part", en: "Share"), decimals: 1),
      ])
    for (name, tonnes) in treatments {
      table.rows.append(
        .init(
          name, .words(TreatmentName.label(name)),
          [.number(tonnes), share(tonnes, of: total)]))
    }
    table.rows.append(
      .init(
        "total", .words(Text(same: "Total")), [.number(total), share(total, of: total)],
        role: .total))
    noteStatus(of: sums.map(\.activity), in: &table)
    return table
  }

  private func share(_ part: Number, of whole: Number) -> ReportValue {
    ExactAmount(part).divided(by: whole).map { .share($0) } ?? .missing
  }

  private func foodTable() -> ReportTable? {
    let meals = byActivity(items("meals"))
    let waste = byActivity(items("food-waste"))
    if meals.isEmpty && waste.isEmpty { return nil }
    var table = ReportTable(
      "food", Text(fr: "Repas et gaspillage alimentaire", en: "Meals and food waste"),
      columns: [
        .init(
          "quantity", Text(fr: "Quantité", en: "Quantity"), decimals: 2, rounding: .trimmed),
        .init("unit", Text(fr: "Unité", en: "Unit")),
      ])
    for (activity, quantity) in meals + waste {
      table.rows.append(
        .init(
          activity.identifier, .words(activity.label),
          [.number(quantity), .words(UnitLabel.text(activity.unit))]))
    }
    let served = meals.filter { $0.activity.unit.symbol == "meal" }
      .reduce(Number.zero) { $0 + $1.quantity }
    if case .success(let kilogram) = UnitExpression.parse("kg"), let first = waste.first,
      let ratio = first.activity.unit.conversion(to: kilogram)
    {
      let mass = waste.reduce(Number.zero) { $0 + $1.quantity }
      if let kilograms = mass.multiplied(by: ratio),
        let each = ExactAmount(kilograms).divided(by: served)
      {
        table.rows.append(
          .init(
            "waste-per-meal",
            .words(Text(fr: "Gaspillage par repas", en: "Food waste per meal")),
            [.amount(Figure(each)), .outside("kg")]))
      }
    }
    return table
  }

  /// Everything else that is counted: distances, paper, goods.
  private func otherTable() -> ReportTable? {
    let known: Set<String> = [
      "energy", "energy-sold", "water", "wastewater", "waste", "meals", "food-waste", "",
    ]
    let others = footprint.items.filter { !known.contains($0.activity.resource) }
    let sums = byActivity(others)
    if sums.isEmpty { return nil }
    var table = ReportTable(
      "resources", Text(fr: "Autres ressources", en: "Other resources"),
      columns: [
        .init(
          "quantity", Text(fr: "Quantité", en: "Quantity"), decimals: 2, rounding: .trimmed),
        .init("unit", Text(fr: "Unité", en: "Unit")),
      ], reach: .data)
    for (activity, quantity) in sums {
      table.rows.append(
        .init(
          activity.identifier, .words(activity.label),
          [.number(quantity), .words(UnitLabel.text(activity.unit))]))
    }
    return table
  }
}
