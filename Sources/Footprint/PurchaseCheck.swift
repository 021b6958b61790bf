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
    var physical: [Key: Int] = [:]
    var spend: [Key: Int] = [:]
    for key in run.fold.tables[Fold.Table.site.rawValue].keys {
      let (series, year) = Fold.unpack(key >> 32)
      let activity = run.catalog.activities[run.fold.series[series].activity]
      guard !activity.purchaseGroup.isEmpty else { continue }
      let site = Int32(bitPattern: UInt32(truncatingIfNeeded: key))
      let place = Key(group: activity.purchaseGroup, year: year, site: site)
      switch activity.basis {
      case .physical: physical[place] = earlier(series, physical[place], run)
      case .spend: spend[place] = earlier(series, spend[place], run)
      case .declared: break
      }
    }
    let doubles = spend.filter { physical[$0.key] != nil }
      .sorted { ($0.key.year, $0.key.group, $0.key.site) < ($1.key.year, $1.key.group, $1.key.site) }
    for (key, second) in doubles {
      guard let first = physical[key] else { continue }
      report(first: first, second: second, year: key.year, run, &log)
    }
  }

  /// The series whose name sorts first, so that the words do not depend on the order of rows.
  private static func earlier(_ series: Int, _ other: Int?, _ run: Run) -> Int {
    guard let other else { return series }
    return name(series, run) < name(other, run) ? series : other
  }

  private static func name(_ series: Int, _ run: Run) -> String {
    run.catalog.activities[run.fold.series[series].activity].identifier
  }

  private static func report(
    first: Int, second: Int, year: Int, _ run: Run, _ log: inout FindingLog
  ) {
    let line = run.fold.series[second].first
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
