import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// The figures of a year that belong to each goal, in the order they are told.
struct GoalFigures {
  private let footprint: Footprint
  private let resources: ResourceFigures
  private let energy: EnergyFigures

  init(_ footprint: Footprint) {
    self.footprint = footprint
    resources = ResourceFigures(footprint)
    energy = EnergyFigures(footprint)
  }

  private var year: CampusYear { footprint.campusYear }

  func indicators(of goal: DevelopmentGoal) -> [GoalIndicator] {
    let figures: [GoalIndicator?] =
      switch goal {
      case .water: water
      case .energy: energies
      case .mobility: mobility
      case .consumption: consumption
      case .climate: climate
      }
    return figures.compactMap(\.self) + published(goal)
  }

  /// What the organisation states itself, under the goal it names.
  private func published(_ goal: DevelopmentGoal) -> [GoalIndicator] {
    year.published.filter { $0.goal == goal }.map {
      var indicator = GoalIndicator(
        "published " + $0.label, Text(same: $0.label),
        unit: Text(fr: "déclaré", en: "declared"), .outside($0.value))
      indicator.isPublished = true
      return indicator
    }
  }

  private func perPerson(_ quantity: Number) -> ExactAmount? {
    year.headCount.flatMap { ExactAmount(quantity).divided(by: $0) }
  }

  // MARK: Goals

  private var water: [GoalIndicator?] {
    let drawn = resources.byActivity("water")
    let total = drawn.reduce(Number.zero) { $0 + $1.quantity }
    var figures: [GoalIndicator?] = resources.byActivity("water", "wastewater").map {
      .number($0.activity.identifier, $0.activity.label, unit: "m³", $0.quantity)
    }
    if drawn.count > 1 {
      figures.append(
        .number("water", Text(fr: "Eau en tout", en: "Water in all"), unit: "m³", total))
    }
    if !drawn.isEmpty {
      figures.append(
        .amount(
          "water-per-person", Text(fr: "Eau par personne", en: "Water per person"), unit: "m³",
          decimals: 1, perPerson(total)))
    }
    return figures
  }

  private var energies: [GoalIndicator?] {
    if energy.carriers.isEmpty { return [] }
    let whole = energy.whole
    var figures: [GoalIndicator?] = energy.carriers.map {
      .number($0.name, CarrierName.label($0.name), unit: "kWh", $0.energy)
    }
    figures.append(
      .number("energy", Text(fr: "Énergie en tout", en: "Energy in all"), unit: "kWh", whole.energy)
    )
    figures.append(
      .amount(
        "energy-per-m2", Text(fr: "Énergie par m²", en: "Energy per m²"), unit: "kWh/m²",
        decimals: 1, year.floorArea.flatMap { ExactAmount(whole.energy).divided(by: $0) }))
    figures.append(
      .number(
        "heating", Text(fr: "dont chauffage", en: "of which heating"), unit: "kWh", energy.heating))
    if let corrected = energy.heatingCorrected {
      figures.append(
        .number(
          "heating-corrected",
          Text(
            fr: "Chauffage, au climat de \(corrected.year)",
            en: "Heating, in the weather of \(corrected.year)"), unit: "kWh", corrected.energy))
    }
    for carrier in energy.carriers where energy.carriers.count > 1 {
      let name = CarrierName.label(carrier.name)
      figures.append(
        .share(
          carrier.name + "-energy-share",
          Text(
            fr: "\(name.fr) · part énergie", en: "\(name.en) · energy share"),
          carrier.energy, of: whole.energy))
      if footprint.hasEmissions, let share = carrier.carbon.share(of: whole.carbon) {
        figures.append(
          GoalIndicator(
            carrier.name + "-carbon-share",
            Text(
              fr: "\(name.fr) · part carbone",
              en: "\(name.en) · carbon share"), unit: Text(same: ""),
            .share(share)))
      }
    }
    let electricity = energy.carriers.first { $0.name == "electricity" }
    figures.append(
      .share(
        "electricity-low-carbon",
        Text(fr: "Électricité bas carbone", en: "Low-carbon electricity"),
        electricity?.lowCarbon, of: electricity?.energy))
    figures.append(
      .share(
        "electricity-renewable", Text(fr: "Électricité renouvelable", en: "Renewable electricity"),
        electricity?.renewable, of: electricity?.energy))
    figures.append(
      .share(
        "low-carbon", Text(fr: "Énergie bas carbone", en: "Low-carbon energy"), whole.lowCarbon,
        of: whole.energy))
    figures.append(
      .share(
        "renewable", Text(fr: "Énergie renouvelable", en: "Renewable energy"), whole.renewable,
        of: whole.energy))
    return figures
  }

  private var mobility: [GoalIndicator?] {
    var figures = footprint.hasEmissions ? emissions(under: "travel") : []
    guard let fleet = year.fleet, !fleet.count.isZero else { return figures }
    for motor in Motor.allCases {
      let label = Text(
        fr: "Véhicules · \(motor.label.fr)", en: "Vehicles · \(motor.label.en)")
      figures.append(.number("fleet-" + motor.rawValue, label, unit: "", fleet.vehicles[motor]))
    }
    figures.append(
      .number("fleet", Text(fr: "Véhicules en tout", en: "Vehicles in all"), unit: "", fleet.count))
    figures.append(
      .share(
        "fleet-electric-share",
        Text(fr: "Part des véhicules électriques", en: "Share of electric vehicles"),
        fleet.vehicles[.electric], of: fleet.count))
    return figures
  }

  private var consumption: [GoalIndicator?] {
    let waste = resources.waste
    var figures: [GoalIndicator?] = waste.treatments.map {
      .number(
        "waste-" + $0.name,
        Text(
          fr: "Déchets · \(TreatmentName.label($0.name).fr)",
          en: "Waste · \(TreatmentName.label($0.name).en)"), unit: "t", decimals: 1, $0.tonnes)
    }
    if !waste.treatments.isEmpty {
      figures.append(
        .number(
          "waste", Text(fr: "Déchets en tout", en: "Waste in all"), unit: "t", decimals: 1,
          waste.total))
      figures.append(
        .amount(
          "waste-per-person", Text(fr: "Déchets par personne", en: "Waste per person"), unit: "kg",
          decimals: 1, perPerson(waste.total)?.multiplied(by: Ratio(1000))))
      figures.append(
        .share(
          "recycling-rate", Text(fr: "Taux de recyclage", en: "Recycling rate"), waste.recycled,
          of: waste.total))
      figures.append(
        .share(
          "recovery-rate", Text(fr: "Taux de valorisation", en: "Recovery rate"), waste.recovered,
          of: waste.total))
    }
    figures.append(
      .number("meals", Text(fr: "Repas servis", en: "Meals served"), unit: "", resources.meals))
    figures.append(
      .number(
        "food-waste", Text(fr: "Gaspillage alimentaire", en: "Food waste"), unit: "kg",
        resources.foodWaste))
    figures.append(
      .amount(
        "food-waste-per-meal", Text(fr: "Gaspillage par repas", en: "Food waste per meal"),
        unit: "kg", decimals: 3, resources.foodWastePerMeal))
    for (key, label, share) in [
      (
        "food-organic", Text(fr: "Achats alimentaires biologiques", en: "Organic food purchases"),
        year.food?.organic
      ),
      (
        "food-local",
        Text(
          fr: "Achats alimentaires locaux et régionaux", en: "Local and regional food purchases"),
        year.food?.local
      ),
    ] {
      guard let share else { continue }
      figures.append(
        GoalIndicator(
          key, label, unit: Text(fr: "déclaré", en: "declared"), .share(ExactAmount(share))))
    }
    return figures
  }

  private var climate: [GoalIndicator?] {
    if !footprint.hasEmissions { return [] }
    var figures: [GoalIndicator?] = [
      tonnes("total", Text(fr: "Empreinte", en: "Footprint"), footprint.total)
    ]
    for row in footprint.breakdown(by: .scope) where !row.isApart {
      figures.append(tonnes("scope-" + row.key, row.label, row.amount))
    }
    for row in footprint.breakdown(by: .post) where row.depth == 0 {
      figures.append(tonnes(row.key, row.label, row.amount))
    }
    for (key, label, unit, divisor) in [
      (
        "per-person", Text(fr: "Empreinte par personne", en: "Footprint per person"), "kgCO2e",
        year.headCount
      ),
      ("per-m2", Text(fr: "Empreinte par m²", en: "Footprint per m²"), "kgCO2e", year.floorArea),
      (
        "per-keuro", Text(fr: "Empreinte par k€ de budget", en: "Footprint per k€ of budget"),
        "kgCO2e", year.budget?.multiplied(by: Ratio(1, 1000))
      ),
    ] {
      figures.append(
        .amount(
          key, label, unit: unit, decimals: 1, divisor.flatMap { footprint.total.divided(by: $0) }))
    }
    if !footprint.biogenic.isZero {
      figures.append(
        tonnes(
          "biogenic", Text(fr: "CO2 biogénique, à part", en: "Biogenic CO2, apart"),
          footprint.biogenic))
    }
    return figures
  }

  /// A post and the posts under it.
  private func emissions(under top: String) -> [GoalIndicator?] {
    var figures: [GoalIndicator?] = []
    var isInside = false
    for row in footprint.breakdown(by: .post) {
      if row.depth == 0 { isInside = row.key == top }
      if isInside { figures.append(tonnes(row.key, row.label, row.amount)) }
    }
    return figures
  }

  private func tonnes(_ key: String, _ label: Text, _ amount: ExactAmount) -> GoalIndicator? {
    .amount(
      key, label, unit: "tCO2e", decimals: 1, amount.multiplied(by: Ratio(1, 1000)))
  }
}
