/// The names of a catalogue, by the three ways case is treated.
struct LookupTable: Sendable {
  /// Names as spelled.
  private(set) var exact: [String: Unit] = [:]
  /// Names whose first letter counts.
  private(set) var headed: [String: Unit] = [:]
  /// Names whose case does not count.
  private(set) var lower: [String: Unit] = [:]

  /// The table of these entries, with the heating values of every energy.
  init(_ entries: [UnitEntry]) {
    exact.reserveCapacity(entries.count * 4)
    lower.reserveCapacity(entries.count * 8)
    for entry in entries {
      for name in entry.names {
        let folded = UnitName.folded(name)
        exact[folded] = entry.unit
        switch entry.caseRule {
        case .ignored:
          lower[UnitName.lowercased(folded)] = entry.unit
        case .firstLetterCounts:
          headed[UnitName.headed(folded)] = entry.unit
        case .counts: break
        }
      }
      if entry.group == .energy {
        for unit in [entry.unit.higherHeating, entry.unit.lowerHeating].compactMap(\.self) {
          exact[unit.symbol] = unit
        }
      }
      for word in entry.words {
        let folded = UnitName.lowercased(UnitName.folded(word))
        lower[folded] = entry.unit
        lower[folded + "s"] = entry.unit
      }
    }
  }
}
