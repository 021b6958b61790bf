import Quantities

extension ReportValue {
  /// A number that was computed in binary, to six decimals: what comes after is noise.
  static func real(_ value: Double) -> ReportValue {
    ExactAmount(rounding: value).map { .amount(Figure($0)) } ?? .missing
  }
}

extension ExactAmount {
  /// The nearest amount of six decimals; nil for what is too large to be one.
  init?(rounding value: Double) {
    let millionths = (value * 1_000_000).rounded()
    guard millionths.isFinite, abs(millionths) < 1e24 else { return nil }
    self.init(Number(mantissa: Int128(millionths) * 1_000_000))
  }
}
