extension ExactAmount {
  /// The nearest amount of six decimals; nil for what is too large to be one, or no number.
  ///
  /// What a decomposition or a projection computes in binary has no more to say.
  public init?(rounding value: Double) {
    let millionths = (value * 1_000_000).rounded()
    guard millionths.isFinite, abs(millionths) < 1e24 else { return nil }
    self.init(Number(mantissa: Int128(millionths) * 1_000_000))
  }
}
