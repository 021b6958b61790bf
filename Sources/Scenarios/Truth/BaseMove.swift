import EmissionFactors
import Footprint
import Inventory
import Quantities

/// A base year that is not what it was: targets that are measured from it must be looked at again.
public enum BaseMove: Sendable {
  /// Conventions restate a base year that moves by so much.
  public static let threshold = 0.05

  /// It was locked at one total; with the rows and factors of today it has another.
  case sinceLock(year: Int, locked: Double, now: Double)
  /// A target begins with one amount, and the inventory has another.
  case statedByTarget(Target, year: Int, stated: Double, now: Double)
  /// The latest year counts posts or sites that the base year does not, or no longer does: so much, of
  /// so much in the base year.
  case perimeter(
    year: Int, latest: Int, new: [String], gone: [String], amount: Double, base: Double)
}

extension BaseMove {
  /// What an inventory of another perimeter would move: the posts and sites that only one of two years
  /// has.
  static func perimeter(_ base: YearFigures, _ latest: YearFigures) -> BaseMove? {
    var moved = 0.0
    var (new, gone): ([String], [String]) = ([], [])
    let whole = base.total
    guard whole > 0 else { return nil }
    for names in [\YearFigures.amountsByPost, \YearFigures.amountsBySite] {
      guard let before = base[keyPath: names], let after = latest[keyPath: names] else { continue }
      let added = after.keys.filter { before[$0] == nil }.sorted()
      let dropped = before.keys.filter { after[$0] == nil }.sorted()
      let amount =
        added.reduce(0) { $0 + (after[$1] ?? 0) } + dropped.reduce(0) { $0 + (before[$1] ?? 0) }
      // What is new by site is new by post too: the larger of the two is told.
      if amount > moved { (moved, new, gone) = (amount, added, dropped) }
    }
    guard moved >= threshold * whole else { return nil }
    return .perimeter(
      year: base.year, latest: latest.year, new: new, gone: gone, amount: moved, base: whole)
  }

  /// True for two amounts that are too far apart.
  static func isMoved(_ before: Double, _ now: Double) -> Bool {
    before > 0 && abs(now - before) >= threshold * before
  }
}

extension YearFigures {
  /// tCO2e of all lines.
  var total: Double { lines.reduce(0) { $0 + Self.tonnes($1) } }

  private static func tonnes(_ line: InventoryLine) -> Double {
    line.emissions.values.reduce(ExactAmount.zero) { $0 + $1 }.toDouble() / 1000
  }

  /// tCO2e by top post; nil where something was declared without one.
  var amountsByPost: [String: Double]? {
    if lines.contains(where: { $0.isDeclared && $0.post == CatalogNames.unallocated }) {
      return nil
    }
    return amounts { run.catalog.topPost(of: $0.post) }
  }

  /// tCO2e by site; nil where a line does not say its own.
  var amountsBySite: [String: Double]? {
    if lines.contains(where: \.site.isEmpty) { return nil }
    return amounts(\.site)
  }

  private func amounts(_ name: (InventoryLine) -> String) -> [String: Double] {
    var sums: [String: Double] = [:]
    for line in lines where !line.emissions.isEmpty {
      sums[name(line), default: 0] += Self.tonnes(line)
    }
    return sums
  }
}
