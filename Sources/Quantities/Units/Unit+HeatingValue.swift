/// The two heating values an energy can be counted on.
///
/// They are dimensions of their own, so only a named conversion leads from one to the other.
extension Unit {
  /// The same energy counted on the higher heating value (PCS); nil for anything else.
  var higherHeating: Unit? { energy(" PCS", .energyHigher) }

  /// The same energy counted on the lower heating value (PCI); nil for anything else.
  var lowerHeating: Unit? { energy(" PCI", .energyLower) }

  private func energy(_ suffix: String, _ base: BaseDimension) -> Unit? {
    guard dimension == Dimension(.energy) else { return nil }
    return Unit(symbol: symbol + suffix, dimension: Dimension(base), ratio: ratio)
  }
}
