import EmissionFactors
import Inventory
public import Quantities

/// Why the footprint of one year is not that of another: every line, its difference shared out among
/// what made it, to the last digit.
public struct YearComparison: Sendable {
  /// What a line is known by in both years.
  public struct Key: Hashable, Sendable {
    public let post: String
    public let activity: String
    public let site: String
    /// The label of a declared figure; empty otherwise.
    public let label: String
    let characterisation: Characterisation
    let isAmortised: Bool

    init(_ line: InventoryLine) {
      post = line.post
      activity = line.activity.identifier
      site = line.site
      label = line.label
      characterisation = line.characterisation
      isAmortised = line.isAmortised
    }

    var order: [String] {
      [post, activity, site, label, characterisation.rawValue, isAmortised ? "1" : "0"]
    }
  }

  /// A line, in kgCO2e.
  public struct Line: Sendable {
    public let key: Key
    public let before: ExactAmount
    public let after: ExactAmount
    /// What each cause has of the difference; they add up to it.
    public let parts: [ChangeCause: ExactAmount]

    public var difference: ExactAmount { after - before }
  }

  public let before: Footprint
  public let after: Footprint
  /// Every line of either year, in the order of posts and names.
  public let lines: [Line]

  /// Compares a year with another one; they may have been read with different factors.
  public init(_ earlier: ComparableYear, _ later: ComparableYear) {
    let (before, after) = (earlier.footprint, later.footprint)
    self.before = before
    self.after = after
    let weather = Weather(before, after)
    let (old, new) = (earlier.sides, later.sides)
    let keys = Set(old.keys).union(new.keys)
    lines = keys.sorted { $0.order.lexicographicallyPrecedes($1.order) }.map { key in
      let (left, right) = (old[key] ?? .init(), new[key] ?? .init())
      let isMoved = before.isInScope(key) != after.isInScope(key)
      let parts =
        isMoved
        ? [.perimeter: right.emissions - left.emissions]
        : Self.parts(left, right, weather.ratio(of: key.activity))
      return Line(key: key, before: left.emissions, after: right.emissions, parts: parts)
    }
  }

  /// What a cause has of the whole difference.
  public func sum(of cause: ChangeCause) -> ExactAmount {
    lines.reduce(.zero) { $0 + ($1.parts[cause] ?? .zero) }
  }

  // MARK: One line

  private static func parts(
    _ left: ComparableYear.Side, _ right: ComparableYear.Side, _ weather: Double
  ) -> [ChangeCause: ExactAmount] {
    let whole = right.emissions - left.emissions
    if whole.isZero { return [:] }
    // What begins or ends inside the perimeter is activity: wood after gas.
    guard left.isThere, right.isThere else { return [.activity: whole] }
    guard left.units == right.units, left.units.count == 1, left.isDeclared == right.isDeclared
    else { return [.method: whole] }
    let (x, y) = (left.emissions.toDouble(), right.emissions.toDouble())
    let activity = right.quantity / left.quantity
    // What conversions changed is method; between units of two factors it cannot be told apart.
    let isComparable = left.factorUnits == right.factorUnits && left.factorUnits.count == 1
    let method =
      isComparable && left.converted > 0
      ? right.converted / left.converted / activity : 1
    let ratios = [activity / weather, weather, method, y / x / activity / method]
    let parts =
      Decomposition.parts(from: x, to: y, ratios) ?? mean(left.quantity, right.quantity, x, y)
    return exact(zip([.activity, .weather, .method, .factor], parts).map { ($0, $1) }, whole)
  }

  /// Where a logarithm has nothing to say: the mean of both orders.
  private static func mean(
    _ before: Double, _ after: Double, _ x: Double, _ y: Double
  ) -> [Double] {
    guard before != 0, after != 0 else { return [y - x, 0, 0, 0] }
    let factors = (x / before, y / after)
    return [
      (after - before) * (factors.0 + factors.1) / 2, 0, 0,
      (factors.1 - factors.0) * (before + after) / 2,
    ]
  }

  /// Binary parts leave a last digit, and less than a milligram of noise: the largest takes it.
  private static func exact(
    _ parts: [(cause: ChangeCause, value: Double)], _ whole: ExactAmount
  ) -> [ChangeCause: ExactAmount] {
    var result: [ChangeCause: ExactAmount] = [:]
    for part in parts {
      guard let amount = ExactAmount(rounding: part.value) else { return [.activity: whole] }
      if abs(part.value) > 1e-6 { result[part.cause] = amount }
    }
    let largest = parts.max { abs($0.value) < abs($1.value) }?.cause ?? .activity
    let rest = whole - result.values.reduce(.zero, +)
    if !rest.isZero { result[largest, default: .zero] += rest }
    return result
  }
}

extension Footprint {
  /// True for a line that campus.yaml has in its perimeter that year.
  fileprivate func isInScope(_ key: YearComparison.Key) -> Bool {
    let campus = run.campus
    let top = run.catalog.topPost(of: key.post)
    let isLeftOut = campus.exclusions.contains { exclusion in
      exclusion.covers(year) && (exclusion.post == key.post || exclusion.post == top)
    }
    guard let sites = campusYear.sites, !key.site.isEmpty else { return !isLeftOut }
    return !isLeftOut && sites.contains(key.site)
  }
}

/// How much heating a year called for, beside another one.
private struct Weather {
  /// Degree-days of the later year for each of the earlier one; nil where they are not given.
  private let degrees: Double?
  private let heating: [String: Number]

  init(_ before: Footprint, _ after: Footprint) {
    heating = after.run.campus.heating
    if let old = before.campusYear.degreeDays, let new = after.campusYear.degreeDays,
      !old.isZero
    {
      degrees = ExactAmount(new).toDouble() / ExactAmount(old).toDouble()
    } else {
      degrees = nil
    }
  }

  /// What the quantity of an activity would have been multiplied by, nothing else having changed.
  ///
  /// The part that heats is that of the earlier year going forwards and that of the later one going back:
  /// the geometric mean of both owes nothing to the order of the years.
  func ratio(of activity: String) -> Double {
    guard let degrees, let share = heating[activity] else { return 1 }
    let part = ExactAmount(share).toDouble()
    guard degrees > 0 else { return 1 }
    let (forwards, backwards) = (part * degrees + 1 - part, part / degrees + 1 - part)
    return (forwards / backwards).squareRoot()
  }
}
