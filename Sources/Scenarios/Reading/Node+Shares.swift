import Diagnostics
import Documents
import Inventory
import Quantities

extension Node {
  /// A percentage with its sign, `-90 %` or `3 %`; 0.03 for 3 %.
  func percent(_ expected: Text, log: inout FindingLog) -> Double? {
    if let scalar, scalar.hasSuffix("%") {
      var text = scalar.dropLast()
      while let last = text.last, last == " " || last == "\u{A0}" || last == "\u{202F}" {
        text = text.dropLast()
      }
      // A minus as people type it, and as printers do.
      let plain = text.first == "−" ? "-" + text.dropFirst() : String(text)
      let unsigned = plain.first == "+" ? String(plain.dropFirst()) : plain
      if let value = Number(unsigned) { return Self.double(value) / 100 }
    }
    refuse(expected, log: &log)
    return nil
  }

  /// `-90 %`, what is left of it being a tenth; or an amount with its unit, `478 tCO2e`.
  func level(unit: String, log: inout FindingLog) -> Level? {
    let expected = Text(
      fr: "une baisse comme -90 %, ou une quantité comme 478 \(unit)",
      en: "a reduction as in -90 %, or an amount as in 478 \(unit)")
    guard let scalar else {
      refuse(expected, log: &log)
      return nil
    }
    guard scalar.hasSuffix("%") else {
      return amount(in: unit, log: &log).map { .amount(Self.double($0)) }
    }
    guard let change = percent(expected, log: &log) else { return nil }
    if change <= 0, change >= -1, scalar.first == "-" || scalar.first == "−" {
      return .share(1 + change)
    }
    refuse(expected, log: &log)
    return nil
  }

  /// The nearest to a number.
  static func double(_ number: Number) -> Double {
    ExactAmount(number).toDouble()
  }
}
