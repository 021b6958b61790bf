extension ExactAmount {
  /// The nearest amount of six decimals: what a decomposition or a projection computes in binary has
  /// no more to say. Nil for what is too large to be one, or no number.
  public init?(rounding value: Double) {
    let millionths = (value * 1_000_000).rounded()
    guard millionths.isFinite, abs(millionths) < 1e24 else { return nil }
    self.init(Number(mantissa: Int128(millionths) * 1_000_000))
  }
}
