public import EmissionFactors
public import Inventory

extension Footprint {
  /// What its figures rest on.
  public var lockSelection: LockSelection {
    var selection = LockSelection()
    for item in items {
      selection.add(item.activity)
      if let factor = item.resolution?.factor {
        selection.add(factor)
      } else if item.activity.ledger != .declared, item.resourceQuantity == nil {
        // Its unit is the one that a factor is given in, and nothing else says that it fits.
        if let factor = run.fold.resolver.fitting(item.activity, unit: item.unit, year: year) {
          selection.add(factor)
        }
      }
    }
    return selection
  }

  /// The activity files with rows in the year, in the order they are read.
  public var usedFiles: [String] { accounts.filter { $0.rowsUsed > 0 }.map(\.file) }

  /// The profiles that received files are read with, in the order of their names.
  ///
  /// Those of every file: one that cannot be read leaves a hole nobody knows the year of.
  public var usedProfiles: [Profile] {
    var profiles: [String: Profile] = [:]
    for file in run.campus.imports.values {
      if let profile = file.profile { profiles[profile.identifier] = profile }
    }
    return profiles.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The activities of rows that nothing could be computed for, in order.
  public var failedActivities: [String] {
    var names: Set<String> = []
    for (key, outcome) in zip(run.fold.outcomes.keys, run.fold.outcomes.values) {
      let (series, keyYear) = Fold.unpack(key)
      guard keyYear == year, outcome.isFailure else { continue }
      names.insert(run.catalog.activities[run.fold.series[series].activity].identifier)
    }
    return names.sorted()
  }
}
