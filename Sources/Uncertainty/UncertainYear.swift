public import Diagnostics
public import EmissionFactors
public import Footprint
import Inventory
import Quantities

/// A footprint with what may be wrong with it.
///
/// Two things may be: how much was consumed, and what a unit of it emits. Everything of one activity is one
/// source, whatever rows, files and meters it came in; a factor is one source wherever and whenever it is
/// used.
public struct UncertainYear: Sendable {
  /// Something that may be wrong.
  public struct Source: Sendable {
    /// What sort of thing it is.
    public enum Kind: String, Sendable {
      case activity, factor
    }

    public let kind: Kind
    /// The name of the activity, or of the factor.
    public let identifier: String
    public let label: Text
  }

  public let footprint: Footprint
  /// In the order they are met.
  public private(set) var sources: [Source] = []
  /// The defaults that were used.
  public private(set) var defaults: [String: Double] = [:]
  /// One part for each item and scope.
  private var parts: [(item: Footprint.Item, scope: Scope, part: UncertainSum.Part)] = []
  private var places: [String: Int] = [:]

  /// Everything that counts in the total of a footprint.
  ///
  /// Beside another year, a factor is the same source in both; what was consumed was counted anew.
  public init(_ footprint: Footprint, beside other: UncertainYear? = nil) {
    self.footprint = footprint
    sources = other?.sources ?? []
    places = other?.places ?? [:]
    for item in footprint.items where !item.cells.isEmpty {
      var errors = [error(ofActivity: item)]
      if let factor = item.resolution?.factor { errors.append(error(of: factor, item)) }
      var scopes: [Scope: ExactAmount] = [:]
      for cell in item.cells where !cell.gas.isApart {
        scopes[cell.scope, default: .zero] += cell.amount
      }
      for (scope, amount) in scopes.sorted(by: { $0.key < $1.key }) {
        parts.append(
          (item, scope, UncertainSum.Part(amount: amount.toDouble() / 1000, errors: errors)))
      }
    }
  }

  // MARK: Sums, in tonnes

  public var total: UncertainSum { UncertainSum(parts.map(\.part)) }

  /// What is filed under a post or the posts under it.
  public func sum(post: String) -> UncertainSum {
    let catalog = footprint.run.catalog
    return UncertainSum(
      parts.filter { $0.item.post == post || catalog.topPost(of: $0.item.post) == post }
        .map(\.part))
  }

  /// What is emitted in a scope.
  public func sum(scope: Scope) -> UncertainSum {
    UncertainSum(parts.filter { $0.scope == scope }.map(\.part))
  }

  // MARK: Sources

  private mutating func place(
    _ kind: Source.Kind, _ name: String, _ label: Text, counted: String = ""
  ) -> Int {
    let key = [kind.rawValue, counted, name].joined(separator: " ")
    if let place = places[key] { return place }
    sources.append(Source(kind: kind, identifier: name, label: label))
    places[key] = sources.count - 1
    return sources.count - 1
  }

  /// The rows of an activity err together: their spreads add up as their quantities do.
  private mutating func error(ofActivity item: Footprint.Item) -> UncertainSum.Error {
    let isNamed = !item.label.isEmpty
    let source = place(
      .activity, item.activity.identifier + (isNamed ? " " + item.label : ""),
      isNamed ? Text(same: item.label) : item.activity.label,
      // What lasts is counted once for all its years.
      counted: item.isAmortised ? "" : String(footprint.year))
    var sigma = 0.0
    let amount = abs(item.total.toDouble() / 1000)
    for (quality, status, signed) in footprint.knowledge(of: item) {
      // A credit note is as badly known as a bill: it takes nothing away from what may be wrong.
      let share = abs(signed)
      if let quality {
        sigma += share * Spread(quality).sigma
      } else {
        let known = DefaultSpread.of(status)
        sigma += share * known.spread.sigma
        defaults[known.identifier, default: 0] += amount * share
      }
    }
    return UncertainSum.Error(source: source, sigma: sigma)
  }

  private mutating func error(of factor: Factor, _ item: Footprint.Item) -> UncertainSum.Error {
    let source = place(.factor, factor.identifier, item.activity.label)
    if let percent = factor.uncertainty {
      return .init(
        source: source, sigma: Spread(halfWidth: percent.toDouble() / 100).sigma)
    }
    defaults[DefaultSpread.factor.identifier, default: 0] += abs(item.total.toDouble() / 1000)
    return .init(source: source, sigma: DefaultSpread.factor.spread.sigma)
  }

  // MARK: What to measure next

  /// A source of error, and what it does to the total.
  public struct Weight: Sendable {
    public let source: Source
    /// Its 95 % half-width, as a share.
    public let halfWidth: Double
    /// The part of the variance that would go away with it.
    public let share: Double
    /// The total when this source alone is at either end of its interval.
    public let low: Double
    public let high: Double
    /// The interval of the total, were this source known twice as well.
    public let halved: UncertainSum.Interval
  }

  /// The sources that may be among the heaviest: Σ a σ tells them nearly as well as the variance does.
  private func candidates(_ total: UncertainSum, _ count: Int) -> [Int] {
    var effects = [Double](repeating: 0, count: sources.count)
    for part in total.parts {
      for error in part.errors { effects[error.source] += part.amount * error.sigma }
    }
    let sorted = effects.indices.sorted {
      (abs(effects[$1]), $0) < (abs(effects[$0]), $1)
    }
    return Array(sorted.prefix(3 * count))
  }

  /// What carries most of the variance, the largest first.
  public func heaviest(_ count: Int) -> [Weight] {
    let total = total
    let whole = total.variance
    guard whole > 0 else { return [] }
    let amount = total.amount
    let weights = candidates(total, count).compactMap { place -> (place: Int, share: Double)? in
      let lost = total.varianceLost(source: place, scaledBy: 0)
      return lost > 0 ? (place, lost / whole) : nil
    }
    let largest = weights.sorted { ($1.share, $0.place) < ($0.share, $1.place) }.prefix(count)
    return largest.map { place, share in
      var (low, high, weight, sigma) = (amount, amount, 0.0, 0.0)
      for part in total.parts {
        guard let error = part.errors.first(where: { $0.source == place }) else { continue }
        let ends = Spread(sigma: error.sigma).ends
        low += part.amount * (ends.low - 1)
        high += part.amount * (ends.high - 1)
        sigma += abs(part.amount) * error.sigma
        weight += abs(part.amount)
      }
      return Weight(
        source: sources[place], halfWidth: Spread(sigma: weight > 0 ? sigma / weight : 0).halfWidth,
        share: share, low: min(low, high), high: max(low, high),
        halved: total.interval(
          variance: whole - total.varianceLost(source: place, scaledBy: 0.5)))
    }
  }
}
