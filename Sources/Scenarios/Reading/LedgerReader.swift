import Diagnostics
import Documents
import Inventory

/// Reads what is told beside the emissions.
enum LedgerReader {
  /// One entry of `sinks`, `avoided` or `credits`.
  static func entry(
    _ entry: Node.Entry, _ ledger: LedgerEntry.Ledger, log: inout FindingLog
  ) -> LedgerEntry {
    var fields = Fields(entry.value, log: &log)
    var result = LedgerEntry(
      identifier: entry.key, ledger: ledger, label: Text(same: entry.key),
      location: entry.location)
    if let node = fields.take("label") { result.label = node.bilingual(log: &log) }
    PlanReader.uptake(&fields, into: &result.uptake, log: &log)
    let unit = Subject.Measure.emissions.unit
    if let node = fields.take("values") {
      for (year, value) in TargetReader.years(node, log: &log) {
        result.values[year] = value.amount(in: unit, log: &log).map { Node.double($0) }
      }
      _ = fields.take("amount").map { other in
        other.refuse(
          Text(fr: "`values` ou `amount`, l'un des deux", en: "`values` or `amount`, one of them"),
          log: &log)
      }
      if result.uptake != Uptake(start: .max) {
        node.refuse(
          Text(
            fr: "`values` seul (sans `start`, `ramp`, `end`), qui dit chaque année,",
            en: "`values` alone (no `start`, `ramp`, `end`), which says every year,"), log: &log)
      }
    } else if let node = fields.require("amount", log: &log) {
      result.amount = node.amount(in: unit, log: &log).map { Node.double($0) } ?? 0
      if result.uptake.start == .max {
        log.add(
          Finding(
            ScenarioFindings.missingStart, at: entry.location, [.init("name", entry.key)]),
          subject: entry.key)
      }
    }
    if ledger == .sinks, let node = fields.take("durability"),
      let years = node.integer(log: &log)
    {
      result.durability = years
      if years < 1 {
        node.refuse(
          Text(fr: "un nombre d'années, 1 au moins,", en: "a number of years, 1 at least,"),
          log: &log)
      }
    }
    if ledger == .credits { result.registry = fields.take("registry")?.words(log: &log) ?? "" }
    result.provenance = TargetReader.provenance(&fields, log: &log)
    fields.finish(log: &log)
    return result
  }
}
