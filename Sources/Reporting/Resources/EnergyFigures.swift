import EmissionFactors
import Footprint
import Inventory
import Quantities

/// Final energy by carrier, and the part of it that heats.
struct EnergyFigures {
  struct Carrier {
    var name: String
    var energy = Number.zero
    var carbon = ExactAmount.zero
    /// kWh known to be low-carbon and renewable; nil as soon as one part is unknown.
    var lowCarbon: Number? = .zero
    var renewable: Number? = .zero
  }

  /// In the order of the catalogue.
  let carriers: [Carrier]
  let whole: Carrier
  /// kWh that heat, as campus.yaml says of each activity; nil when it says nothing.
  let heating: Number?
  /// The same as the weather of the base year would have had it; nil without the degree-days of both.
  let heatingCorrected: (year: Int, energy: Number)?

  init(_ footprint: Footprint) {
    var carriers: [Carrier] = []
    var heating: Number?
    for item in footprint.items where item.activity.resource == "energy" {
      guard let energy = Self.kilowattHours(item) else { continue }
      let name = item.activity.carrier
      let place: Int
      if let found = carriers.firstIndex(where: { $0.name == name }) {
        place = found
      } else {
        carriers.append(Carrier(name: name))
        place = carriers.count - 1
      }
      let shares = Self.shares(of: item, footprint)
      carriers[place].energy += energy
      carriers[place].carbon += item.total
      carriers[place].lowCarbon = Self.add(carriers[place].lowCarbon, energy, shares.lowCarbon)
      carriers[place].renewable = Self.add(carriers[place].renewable, energy, shares.renewable)
      if let share = footprint.run.campus.heating[item.activity.identifier],
        let part = energy.multiplied(by: Ratio(share))
      {
        heating = (heating ?? .zero) + part
      }
    }
    self.carriers = carriers
    var whole = Carrier(name: "total")
    for carrier in carriers {
      whole.energy += carrier.energy
      whole.carbon += carrier.carbon
    }
    whole.lowCarbon = Self.sum(carriers.map(\.lowCarbon))
    whole.renewable = Self.sum(carriers.map(\.renewable))
    self.whole = whole
    self.heating = heating
    heatingCorrected = heating.flatMap { Self.corrected($0, footprint) }
  }

  /// Heating goes with the degree-days of its year.
  private static func corrected(
    _ heating: Number, _ footprint: Footprint
  ) -> (year: Int, energy: Number)? {
    let campus = footprint.run.campus
    guard let base = campus.baseYear, let then = campus.years[base]?.degreeDays,
      let now = footprint.campusYear.degreeDays,
      !now.isZero, !then.isZero,
      let energy = ExactAmount(heating).multiplied(by: Ratio(then))?.divided(by: now)?
        .roundedNumber()
    else { return nil }
    return (base, energy)
  }

  private static func sum(_ parts: [Number?]) -> Number? {
    var total = Number.zero
    for part in parts {
      guard let part else { return nil }
      total += part
    }
    return total
  }

  private static func add(_ sum: Number?, _ energy: Number, _ share: Number?) -> Number? {
    guard let sum, let share, let part = energy.multiplied(by: Ratio(share)) else { return nil }
    return sum + part
  }

  private static func shares(
    of item: Footprint.Item, _ footprint: Footprint
  ) -> (lowCarbon: Number?, renewable: Number?) {
    if item.activity.carrier == "electricity", let mix = footprint.campusYear.electricityMix {
      return (mix.lowCarbon, mix.renewable)
    }
    return (item.activity.lowCarbon, item.activity.renewable)
  }

  /// kWh, whatever the heating value it is counted on; nil for litres and kilograms of fuel.
  static func kilowattHours(_ item: Footprint.Item) -> Number? {
    item.resourceQuantity.flatMap { kilowattHours($0, of: item.activity) }
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
