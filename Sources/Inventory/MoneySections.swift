import Diagnostics
import Documents
import Quantities

/// Reads what campus.yaml says of money.
enum MoneySections {
  static func priceIndex(_ node: Node, into campus: inout Campus, log: inout FindingLog) {
    campus.priceIndex = byYear(
      node, expected: Text(fr: "un indice positif", en: "a positive index"), log: &log)
  }

  /// What one euro was worth, by currency and year.
  static func exchangeRates(_ node: Node, into campus: inout Campus, log: inout FindingLog) {
    var fields = Fields(node, log: &log)
    for entry in fields.takeAll() {
      guard entry.key != "EUR", UnitCatalog.currency(named: entry.key) == entry.key else {
        log.add(
          Finding(
            CampusFindings.badValue, at: entry.location,
            [
              .init("value", entry.key),
              .init("expected-fr", "le code d'une monnaie : USD, GBP, CHF…"),
              .init("expected-en", "the code of a currency: USD, GBP, CHF…"),
            ]))
        continue
      }
      campus.exchangeRates[entry.key] = byYear(
        entry.value, expected: Text(fr: "un taux positif", en: "a positive rate"), log: &log)
    }
    fields.finish(log: &log)
  }

  /// Positive numbers by year.
  private static func byYear(
    _ node: Node, expected: Text, log: inout FindingLog
  ) -> [Int: Number] {
    var values: [Int: Number] = [:]
    var fields = Fields(node, log: &log)
    for entry in fields.takeAll() {
      guard let year = CampusSections.year(entry, log: &log),
        let value = entry.value.number(log: &log)
      else { continue }
      if value.isNegative || value.isZero {
        entry.value.refuse(expected, log: &log)
      } else {
        values[year] = value
      }
    }
    fields.finish(log: &log)
    return values
  }
}
