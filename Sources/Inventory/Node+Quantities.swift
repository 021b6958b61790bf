package import Diagnostics
package import Documents
package import Quantities

extension Node {
  /// A number, with a decimal point.
  package func number(log: inout FindingLog) -> Number? {
    if let scalar, let value = Number(scalar) { return value }
    refuse(Text(fr: "un nombre", en: "a number"), log: &log)
    return nil
  }

  /// A number that counts something: never negative.
  package func count(log: inout FindingLog) -> Number? {
    guard let value = number(log: &log) else { return nil }
    if !value.isNegative { return value }
    refuse(Text(fr: "un nombre positif", en: "a number that is not negative"), log: &log)
    return nil
  }

  /// A text that says something.
  package func words(log: inout FindingLog) -> String? {
    guard let text = text(log: &log) else { return nil }
    if text.contains(where: { !$0.isWhitespace }) { return text }
    refuse(Text(fr: "quelques mots", en: "a few words"), log: &log)
    return nil
  }

  /// A day, `2024-01-31` or `31/01/2024`.
  package func date(log: inout FindingLog) -> CalendarDate? {
    if let scalar, case .success(let date) = PeriodText.readDate(scalar) { return date }
    refuse(Text(fr: "une date, 2024-01-31", en: "a date, 2024-01-31"), log: &log)
    return nil
  }

  /// A year that an inventory can be about.
  package func year(log: inout FindingLog) -> Int? {
    guard let year = integer(log: &log) else { return nil }
    if (1900...2200).contains(year) { return year }
    refuse(Text(fr: "une année", en: "a year"), log: &log)
    return nil
  }

  /// A share, `45 %` or `0.45`.
  package func share(log: inout FindingLog) -> Number? {
    if let scalar {
      var text = Substring(scalar)
      let isPercent = text.hasSuffix("%")
      if isPercent { text = text.dropLast() }
      while text.hasSuffix(" ") || text.hasSuffix("\u{A0}") || text.hasSuffix("\u{202F}") {
        text = text.dropLast()
      }
      if let value = Number(String(text)) {
        let share = isPercent ? value.multiplied(by: Ratio(1, 100)) : value
        if let share, !share.isNegative, share <= .one { return share }
      }
    }
    refuse(Text(fr: "une part, 45 % ou 0.45", en: "a share, 45 % or 0.45"), log: &log)
    return nil
  }

  /// A number with its unit, brought to the unit asked for; the unit must be written.
  package func amount(in unitName: String, log: inout FindingLog) -> Number? {
    if let scalar, let space = scalar.firstIndex(of: " "),
      let value = Number(String(scalar[..<space])),
      case .success(let unit) = UnitExpression.parse(
        String(scalar[scalar.index(after: space)...])),
      case .success(let wanted) = UnitExpression.parse(unitName),
      unit.dimension == wanted.dimension, let ratio = unit.ratio / wanted.ratio,
      !value.isNegative, let amount = value.multiplied(by: ratio)
    {
      return amount
    }
    refuse(
      Text(
        fr: "un nombre et une unité, 100 \(unitName)", en: "a number and a unit, 100 \(unitName)"),
      log: &log)
    return nil
  }

  /// Reports a value that is not what is needed here.
  package func refuse(_ expected: Text, log: inout FindingLog) {
    log.add(
      Finding(
        CampusFindings.badValue, at: location,
        [
          .init("value", scalar ?? "…"), .init("expected-fr", expected.fr),
          .init("expected-en", expected.en),
        ]))
  }
}
