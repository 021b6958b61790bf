import Quantities

/// Units of intensities: a mass of CO2, or of CO2 equivalent, per energy.
enum IntensityUnit {
  /// How many kgCO2e per kWh one of it is; nil for what is no intensity.
  ///
  /// `gCO2/kWh` is a mass of CO2 alone, which weighs as much in CO2 equivalent.
  static func ratio(of text: String) -> Ratio? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count == 2 else { return nil }
    let mass = GridIntensity.isCarbonDioxideOnly(text) ? parts[0] + "e" : parts[0]
    guard let mass = ratio(mass, to: "kgCO2e"), let energy = ratio(parts[1], to: "kWh"),
      let perUnit = Ratio(exactly: energy.denominator, over: energy.numerator)
    else { return nil }
    return mass * perUnit
  }

  private static func ratio(_ text: String, to target: String) -> Ratio? {
    guard case .success(let unit) = UnitExpression.parse(text),
      case .success(let wanted) = UnitExpression.parse(target)
    else { return nil }
    return unit.conversion(to: wanted)
  }
}
