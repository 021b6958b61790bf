import Quantities

extension ReportValue {
  /// A number that was computed in binary, to six decimals: what comes after is noise.
  static func real(_ value: Double) -> ReportValue {
    ExactAmount(rounding: value).map { .amount(Figure($0)) } ?? .missing
  }
}
