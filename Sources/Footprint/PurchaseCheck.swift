import Diagnostics
import EmissionFactors
import Inventory

/// The same purchase entered by quantity and again by spend, on one site in one year.
enum PurchaseCheck {
  private struct Key: Hashable {
    var group: String
    var year: Int
    var site: Int32
  }

  static func run(_ run: Run, log: inout FindingLog) {
    // Values are places in the table of sites: what was bought, where and in which year.
    var physical: [Key: Int] = [:]
    var spend: [Key: Int] = [:]
    for (entry, key) in run.fold.tables[Fold.Table.site.rawValue].keys.enumerated() {
      let activity = activity(entry, run)
      guard !activity.purchaseGroup.isEmpty else { continue }
      let site = Int32(bitPattern: UInt32(truncatingIfNeeded: key))
      let place = Key(
        group: activity.purchaseGroup, year: Fold.unpack(key >> 32).year, site: site)
      switch activity.basis {
      case .physical: physical[place] = earlier(entry, physical[place], run)
      case .spend: spend[place] = earlier(entry, spend[place], run)
      case .declared: break
      }
    }
    func order(_ key: Key) -> (Int, String, Int32) { (key.year, key.group, key.site) }
    let doubles = spend.filter { physical[$0.key] != nil }
      .sorted { order($0.key) < order($1.key) }
    for (key, second) in doubles {
      guard let first = physical[key] else { continue }
      report(first: first, second: second, year: key.year, run, &log)
    }
  }

  /// The entry whose name sorts first, so that the words do not depend on the order of rows.
  private static func earlier(_ entry: Int, _ other: Int?, _ run: Run) -> Int {
    guard let other else { return entry }
    return name(entry, run) < name(other, run) ? entry : other
  }

  private static func activity(_ entry: Int, _ run: Run) -> Activity {
    run.catalog.activities[Int(run.fold.firstLines[entry].activity)]
  }

  private static func name(_ entry: Int, _ run: Run) -> String {
    activity(entry, run).identifier
  }

  private static func report(
    first: Int, second: Int, year: Int, _ run: Run, _ log: inout FindingLog
  ) {
    // The line of that year and site: an acceptance of FILE:LINE must meet the purchase meant.
    let line = run.fold.firstLines[second]
    guard let reader = run.readers[line.file] else { return }
    let names = (name(first, run), name(second, run))
    log.add(
      FootprintFindings.doublePurchase, subject: names.1, file: reader.name,
      line: Int(line.lineNumber), year: year
    ) {
      Finding(
        FootprintFindings.doublePurchase, at: reader.activityLocation(of: line),
        [.init("first", names.0), .init("second", names.1)])
    }
  }
}
