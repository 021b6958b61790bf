import Diagnostics
import Quantities

/// The name of a unit as people read it: counts have words, measures have symbols.
enum UnitLabel {
  static func text(_ unit: Unit) -> Text {
    guard let entry = UnitCatalog.all.first(where: { $0.unit == unit }), entry.group == .count
    else {
      return Text(same: unit.symbol)
    }
    return Text(fr: entry.french, en: entry.english)
  }
}
