import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// Final energy by carrier: how much, what share of the energy, what share of its carbon.
struct EnergyTable {
  private struct Carrier {
    var name: String
    var energy = Number.zero
    var carbon = ExactAmount.zero
    /// kWh known to be low-carbon and renewable; nil as soon as one part is unknown.
    var lowCarbon: Number? = .zero
    var renewable: Number? = .zero
  }

  let footprint: Footprint

  init(_ footprint: Footprint) { self.footprint = footprint }

  func table() -> ReportTable? {
    let carriers = self.carriers()
    if carriers.isEmpty { return nil }
    let energy = carriers.reduce(Number.zero) { $0 + $1.energy }
    let carbon = carriers.reduce(ExactAmount.zero) { $0 + $1.carbon }
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
    var whole = Carrier(name: "total", energy: energy, carbon: carbon)
    whole.lowCarbon = sum(carriers.map(\.lowCarbon))
    whole.renewable = sum(carriers.map(\.renewable))
    table.rows.append(row(whole, "total", Text(same: "Total"), energy, carbon, .total))
    for item in footprint.items where item.activity.resource == "energy-sold" {
      guard let sold = kilowattHours(item) else { continue }
      table.rows.append(
        .init(
          item.activity.identifier, .words(item.activity.label),
          [.number(sold), .missing, .missing, .missing, .missing], role: .apart))
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
      $0.activity.resource == "energy" && kilowattHours($0) == nil
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
    _ carrier: Carrier, _ key: String, _ label: Text, _ energy: Number, _ carbon: ExactAmount,
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

  private func sum(_ parts: [Number?]) -> Number? {
    var total = Number.zero
    for part in parts {
      guard let part else { return nil }
      total += part
    }
    return total
  }

  private func carriers() -> [Carrier] {
    var carriers: [Carrier] = []
    for item in footprint.items where item.activity.resource == "energy" {
      guard let energy = kilowattHours(item) else { continue }
      let name = item.activity.carrier
      let place: Int
      if let found = carriers.firstIndex(where: { $0.name == name }) {
        place = found
      } else {
        carriers.append(Carrier(name: name))
        place = carriers.count - 1
      }
      let shares = shares(of: item)
      carriers[place].energy += energy
      carriers[place].carbon += item.total
      carriers[place].lowCarbon = add(carriers[place].lowCarbon, energy, shares.lowCarbon)
      carriers[place].renewable = add(carriers[place].renewable, energy, shares.renewable)
    }
    return carriers
  }

  private func add(_ sum: Number?, _ energy: Number, _ share: Number?) -> Number? {
    guard let sum, let share, let part = energy.multiplied(by: Ratio(share)) else { return nil }
    return sum + part
  }

  private func shares(of item: Footprint.Item) -> (lowCarbon: Number?, renewable: Number?) {
    if item.activity.carrier == "electricity", let mix = footprint.campusYear.electricityMix {
      return (mix.lowCarbon, mix.renewable)
    }
    return (item.activity.lowCarbon, item.activity.renewable)
  }

  /// kWh, whatever the heating value it is counted on; nil for litres and kilograms of fuel.
  private func kilowattHours(_ item: Footprint.Item) -> Number? {
    item.resourceQuantity.flatMap { Self.kilowattHours($0, of: item.activity) }
  }

  /// The same for a quantity in the unit of an activity.
  static func kilowattHours(_ quantity: Number, of activity: Activity) -> Number? {
    for name in ["kWh", "kWh PCS", "kWh PCI"] {
      if case .success(let unit) = UnitExpression.parse(name),
        let ratio = activity.unit.conversion(to: unit)
      {
        return quantity.multiplied(by: ratio)
      }
    }
    return nil
  }
}
