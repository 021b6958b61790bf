import Diagnostics
import Quantities

extension Language {
  /// A number that was computed in binary, as it is written in the language; `–` where it is none.
  func number(_ value: Double, decimals: Int) -> String {
    ExactAmount(rounding: value).map { numbers.text($0, decimals: decimals) } ?? "–"
  }

  /// The same with the digits it has, and no zeros at the end.
  func shortest(_ value: Double) -> String {
    ExactAmount(rounding: value)?.roundedNumber().map { numbers.text(shortest: $0) } ?? "–"
  }
}
