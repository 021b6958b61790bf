import Quantities

extension FactorCatalog {
  /// The factor of a gas or blend under a set of potentials, per kg released.
  ///
  /// A blend is computed from its composition, so it can never lag behind its components: R-410A is
  /// 1923.5 under AR5, not the 2088 of AR4 that tables keep repeating.
  public func warmingFactor(named name: String, set: GlobalWarmingSet) -> Factor? {
    var byGas: [Gas: Number] = [:]
    var sources: [WarmingGas] = []
    if let gas = warmingGases.first(where: { $0.name == name }) {
      guard let potential = gas.potential[set] else { return nil }
      byGas[gas.gas] = potential
      sources = [gas]
    } else if let blend = blends.first(where: { $0.name == name }) {
      for component in blend.components {
        guard let gas = warmingGases.first(where: { $0.name == component.gas }),
          let potential = gas.potential[set],
          let percent = Ratio(component.percent).dividing(by: 100),
          let share = potential.multiplied(by: percent)
        else { return nil }
        byGas[gas.gas, default: .zero] = (byGas[gas.gas] ?? .zero) + share
        sources.append(gas)
      }
    } else {
      return nil
    }
    guard case .success(let kilogram) = UnitExpression.parse("kg"), let first = sources.first else {
      return nil
    }
    let cells = byGas.sorted { $0.key < $1.key }.map {
      Factor.Cell(stage: .fugitive, gas: $0.key, value: $0.value)
    }
    var provenance = Factor.Provenance()
    provenance.release = "IPCC \(set.rawValue)"
    provenance.source = first.source
    provenance.sourceIdentifier = sources.map { $0.sourceIdentifier(in: set) }
      .joined(separator: "+")
    provenance.licence = first.licence
    return Factor(
      identifier: "gwp-\(set.rawValue)-\(name)", family: WarmingGas.familyPrefix + name,
      cells: cells, total: cells.reduce(.zero) { $0 + $1.value }, unit: kilogram, from: nil,
      to: nil, provenance: provenance, uncertainty: nil)
  }
}

extension Ratio {
  /// The ratio divided by a whole number.
  func dividing(by divisor: Int) -> Ratio? { self / Ratio(Number(divisor)) }
}
