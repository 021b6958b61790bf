import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// What was consumed, beside what it emits: energy, water, waste, meals and the rest.
struct ResourceSection {
  let footprint: Footprint
  private let figures: ResourceFigures

  init(_ footprint: Footprint) {
    self.footprint = footprint
    figures = ResourceFigures(footprint)
  }

  func tables() -> [ReportTable] {
    var tables: [ReportTable] = []
    if let energy = EnergyTable(footprint).table() { tables.append(energy) }
    if let months = EnergyMonths(footprint).table() { tables.append(months) }
    if let water = waterTable() { tables.append(water) }
    if let waste = wasteTable() { tables.append(waste) }
    if let food = foodTable() { tables.append(food) }
    if let shares = foodSharesTable() { tables.append(shares) }
    if let fleet = fleetTable() { tables.append(fleet) }
    if let people = peopleTable() { tables.append(people) }
    if let others = otherTable() { tables.append(others) }
    return tables
  }

  private func waterTable() -> ReportTable? {
    let sums = figures.water
    if sums.isEmpty { return nil }
    var columns: [ReportTable.Column] = [
      .init("quantity", Text(fr: "Volume", en: "Volume"), unit: "m³"),
      .init("per-person", Text(fr: "Par personne", en: "Per person"), unit: "m³", decimals: 1),
    ]
    let baseYear = footprint.run.campus.baseYear
    let base = baseYear.flatMap { year in
      year == footprint.year ? nil : ResourceFigures(footprint.run.footprint(year: year))
    }
    let before = base?.water ?? []
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
    let waste = figures.waste
    if waste.treatments.isEmpty { return nil }
    var table = ReportTable(
      "waste", Text(fr: "Déchets par traitement", en: "Waste by treatment"),
      columns: [
        .init("quantity", Text(fr: "Masse", en: "Mass"), unit: "t", decimals: 1),
        .init("share", Text(fr: "Part", en: "Share"), decimals: 1),
      ])
    for (name, tonnes) in waste.treatments {
      table.rows.append(
        .init(
          name, .words(TreatmentName.label(name)),
          [.number(tonnes), share(tonnes, of: waste.total)]))
    }
    table.rows.append(
      .init(
        "total", .words(Text(same: "Total")),
        [.number(waste.total), share(waste.total, of: waste.total)], role: .total))
    // Where it is what every treatment is, a rate says nothing new.
    if waste.treatments.count > 1 {
      table.rows.append(
        .init(
          "recycling-rate", .words(Text(fr: "Taux de recyclage", en: "Recycling rate")),
          [.number(waste.recycled), share(waste.recycled, of: waste.total)], role: .apart))
      table.rows.append(
        .init(
          "recovery-rate", .words(Text(fr: "Taux de valorisation", en: "Recovery rate")),
          [.number(waste.recovered), share(waste.recovered, of: waste.total)], role: .apart))
      table.notes.append(
        Text(
          fr:
            "Recyclage : avec le compostage et la méthanisation. Valorisation : avec l'énergie en plus.",
          en:
            "Recycling: composting and anaerobic digestion too. Recovery: energy recovery as well.")
      )
      if !waste.unknown.isZero {
        func words(_ language: Language) -> String {
          language.numbers.text(ExactAmount(waste.unknown), decimals: 1) + "\u{A0}t"
        }
        table.notes.append(
          Text(
            fr:
              "Au moins : pour \(words(.french)) en filière moyenne, nul ne dit ce qui est valorisé.",
            en:
              "At least: of \(words(.english)) in average treatment nobody says what is recovered.")
        )
      }
    }
    noteStatus(of: waste.activities, in: &table)
    return table
  }

  private func share(_ part: Number, of whole: Number) -> ReportValue {
    ExactAmount(part).divided(by: whole).map { .share($0) } ?? .missing
  }

  private func foodTable() -> ReportTable? {
    let meals = figures.byActivity("meals")
    let waste = figures.byActivity("food-waste")
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
    if let each = figures.foodWastePerMeal {
      table.rows.append(
        .init(
          "waste-per-meal", .words(Text(fr: "Gaspillage par repas", en: "Food waste per meal")),
          [.amount(Figure(each)), .outside("kg")]))
    }
    return table
  }

  /// What the campus declares of the food it buys.
  private func foodSharesTable() -> ReportTable? {
    guard let food = footprint.campusYear.food else { return nil }
    var table = ReportTable(
      "food-shares", Text(fr: "Achats alimentaires", en: "Food purchases"),
      columns: [.init("share", Text(fr: "Part déclarée", en: "Declared share"))])
    for (key, label, share) in [
      ("organic", Text(fr: "biologiques", en: "organic"), food.organic),
      ("local", Text(fr: "locaux et régionaux", en: "local and regional"), food.local),
    ] {
      guard let share else { continue }
      table.rows.append(.init(key, .words(label), [.share(ExactAmount(share))], role: .apart))
    }
    if !food.source.isEmpty { table.notes.append(Text(same: food.source)) }
    return table.rows.isEmpty ? nil : table
  }

  private func fleetTable() -> ReportTable? {
    guard let fleet = footprint.campusYear.fleet, !fleet.count.isZero else { return nil }
    var table = ReportTable(
      "fleet", Text(fr: "Véhicules", en: "Vehicles"),
      columns: [
        .init("vehicles", Text(fr: "Nombre", en: "Number")),
        .init("share", Text(fr: "Part", en: "Share")),
      ])
    for motor in Motor.allCases {
      guard let count = fleet.vehicles[motor] else { continue }
      table.rows.append(
        .init(
          motor.rawValue, .words(motor.label), [.number(count), share(count, of: fleet.count)]))
    }
    table.rows.append(
      .init(
        "total", .words(Text(same: "Total")),
        [.number(fleet.count), share(fleet.count, of: fleet.count)], role: .total))
    return table
  }

  /// What the figures are divided by.
  private func peopleTable() -> ReportTable? {
    let year = footprint.campusYear
    var table = ReportTable(
      "people", Text(fr: "Population, surface, budget", en: "People, floor area, budget"),
      columns: [
        .init("value", Text(fr: "Nombre", en: "Number"), decimals: 1, rounding: .trimmed),
        .init("unit", Text(fr: "Unité", en: "Unit")),
      ], reach: .pages)
    for (key, label, value, unit) in [
      ("students", Text(fr: "Étudiants", en: "Students"), year.students, ""),
      ("staff", Text(fr: "Personnel", en: "Staff"), year.staff, ""),
      ("people", Text(fr: "En tout", en: "In all"), year.headCount, ""),
      (
        "fte", Text(fr: "Équivalents temps plein", en: "Full-time equivalents"),
        year.fullTimeEquivalents, ""
      ),
      ("floor-area", Text(fr: "Surface", en: "Floor area"), year.floorArea, "m²"),
      ("budget", Text(fr: "Budget", en: "Budget"), year.budget, "€"),
    ] {
      guard let value else { continue }
      table.rows.append(.init(key, .words(label), [.number(value), .outside(unit)], role: .apart))
    }
    return table.rows.isEmpty ? nil : table
  }

  /// Everything else that is counted: distances, paper, goods.
  private func otherTable() -> ReportTable? {
    let sums = figures.others
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
