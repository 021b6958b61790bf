import Quantities

extension ReportValue {
  /// A number that was computed in binary, to six decimals: what comes after is noise.
  static func real(_ value: Double) -> ReportValue {
    ExactAmount(rounding: value).map { .amount(Figure($0)) } ?? .missing
  }

  /// A share that was computed in binary; nil is not known.
  static func realShare(_ value: Double?) -> ReportValue {
    value.flatMap { ExactAmount(rounding: $0) }.map { .share($0) } ?? .missing
  }
}
