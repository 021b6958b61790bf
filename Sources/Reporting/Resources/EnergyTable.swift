import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// Final energy by carrier: how much, what share of the energy, what share of its carbon.
struct EnergyTable {
  let footprint: Footprint

  private let figures: EnergyFigures

  init(_ footprint: Footprint) {
    self.footprint = footprint
    figures = EnergyFigures(footprint)
  }

  func table() -> ReportTable? {
    let carriers = figures.carriers
    if carriers.isEmpty { return nil }
    let whole = figures.whole
    let (energy, carbon) = (whole.energy, whole.carbon)
    var table = ReportTable(
      "energy", Text(fr: "Énergie", en: "Energy"),
      columns: [
        .init("energy", Text(fr: "Énergie", en: "Energy"), unit: "kWh"),
        .init("energy-share", Text(fr: "Part de l'énergie", en: "Share of energy")),
        .init("carbon-share", Text(fr: "Part du carbone", en: "Share of carbon")),
        .init("low-carbon", Text(fr: "Bas carbone", en: "Low carbon"), adds: false),
        .init("renewable", Text(fr: "Renouvelable", en: "Renewable"), adds: false),
      ])
    for carrier in carriers {
      table.rows.append(
        row(carrier, carrier.name, CarrierName.label(carrier.name), energy, carbon, .part))
    }
    table.rows.append(row(whole, "total", Text(same: "Total"), energy, carbon, .total))
    for item in footprint.items where item.activity.resource == "energy-sold" {
      guard let sold = EnergyFigures.kilowattHours(item) else { continue }
      table.rows.append(
        .init(
          item.activity.identifier, .words(item.activity.label),
          [.number(sold), .missing, .missing, .missing, .missing], role: .apart))
    }
    if let heating = figures.heating {
      func row(_ key: String, _ label: Text, _ energy: Number) {
        table.rows.append(
          .init(
            key, .words(label), [.number(energy), .missing, .missing, .missing, .missing],
            role: .apart))
      }
      row("heating", Text(fr: "dont chauffage", en: "of which heating"), heating)
      if let corrected = figures.heatingCorrected, corrected.year != footprint.year {
        row(
          "heating-corrected",
          Text(
            fr: "Chauffage, au climat de \(corrected.year)",
            en: "Heating, in the weather of \(corrected.year)"), corrected.energy)
      }
    }
    if let area = footprint.campusYear.floorArea,
      let intensity = ExactAmount(energy).divided(by: area)
    {
      table.notes.append(perArea(intensity))
    }
    if carriers.contains(where: { $0.name == "natural-gas" }) {
      table.notes.append(
        Text(
          fr: "Le gaz est compté en kWh PCS, comme il est facturé.",
          en: "Gas is counted in kWh on the higher heating value (PCS), as it is billed."))
    }
    if let rest = notInTable() { table.notes.append(rest) }
    if let mix = footprint.campusYear.electricityMix, !mix.source.isEmpty {
      table.notes.append(
        Text(
          fr: "Parts de l'électricité : \(mix.source).", en: "Shares of electricity: \(mix.source)."
        ))
    }
    return table
  }

  /// Energy bought by the litre or the kilogram, whose kWh no source states: named, never dropped.
  private func notInTable() -> Text? {
    let items = footprint.items.filter {
      $0.activity.resource == "energy" && EnergyFigures.kilowattHours($0) == nil
    }
    if items.isEmpty { return nil }
    func words(_ language: Language) -> String {
      items.map { item in
        let quantity = item.resourceQuantity ?? item.quantity
        let unit = item.resourceQuantity == nil ? item.unit : item.activity.unit
        return "\(item.activity.label[language]) \(language.numbers.text(shortest: quantity)) "
          + unit.symbol
      }.joined(separator: ", ")
    }
    return Text(
      fr: "Hors de ce tableau, faute de contenu énergétique connu : \(words(.french)).",
      en: "Not in this table, for want of a stated energy content: \(words(.english)).")
  }

  private func perArea(_ intensity: ExactAmount) -> Text {
    Text(
      fr: "Soit \(NumberFormat.french.text(intensity, decimals: 1)) kWh/m².",
      en: "That is \(NumberFormat.english.text(intensity, decimals: 1)) kWh/m².")
  }

  private func row(
    _ carrier: EnergyFigures.Carrier, _ key: String, _ label: Text, _ energy: Number,
    _ carbon: ExactAmount,
    _ role: ReportTable.Row.Role
  ) -> ReportTable.Row {
    func share(_ part: Number?) -> ReportValue {
      part.flatMap { ExactAmount($0).divided(by: carrier.energy) }.map { .share($0) } ?? .missing
    }
    let energyShare: ReportValue =
      ExactAmount(carrier.energy).divided(by: energy).map { .share($0) } ?? .missing
    let carbonShare: ReportValue =
      footprint.isResourcesOnly
      ? .missing : carrier.carbon.share(of: carbon).map { .share($0) } ?? .missing
    return .init(
      key, .words(label),
      [
        .number(carrier.energy), energyShare, carbonShare, share(carrier.lowCarbon),
        share(carrier.renewable),
      ], role: role)
  }
}
