public import Footprint
public import Quantities

/// A footprint with what may be wrong with it.
public struct UncertainYear: Sendable {
  public let footprint: Footprint
  private let book: ErrorBook
  /// What may be wrong with each item, in their order.
  private let shares: [[ErrorBook.Share]]
  public let total: UncertainSum

  /// Everything that counts in the total of a footprint.
  public init(_ footprint: Footprint) {
    self.footprint = footprint
    var book = ErrorBook()
    shares = footprint.items.map { $0.cells.isEmpty ? [] : book.shares(of: $0, footprint) }
    self.book = book
    total = Self.sum(footprint.totals, shares)
  }

  /// The tonnes that rest on each of the defaults.
  public var defaults: [String: Double] { book.defaults }

  /// Amounts of items by their places, in kgCO2e, as a sum in tonnes.
  ///
  /// Of a site, by its place, what its rows say of themselves counts.
  public func sum(of amounts: [Int: ExactAmount], site: Int32? = nil) -> UncertainSum {
    guard let site else { return Self.sum(amounts, shares) }
    var book = book
    var shares = shares
    for item in amounts.keys {
      shares[item] = book.shares(of: footprint.items[item], footprint, site: site)
    }
    return Self.sum(amounts, shares)
  }

  private static func sum(
    _ amounts: [Int: ExactAmount], _ shares: [[ErrorBook.Share]]
  ) -> UncertainSum {
    UncertainSum(
      amounts.sorted { $0.key < $1.key }.flatMap { item, amount -> [UncertainSum.Part] in
        let tonnes = amount.toDouble() / 1000
        return shares[item].map {
          UncertainSum.Part(amount: tonnes * $0.share, errors: $0.errors)
        }
      })
  }

  // MARK: What to measure next

  /// A source of error, and what it does to the total.
  public struct Weight: Sendable {
    public let source: ErrorSource
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
  private func candidates(_ total: UncertainSum, _ count: Int) -> [ErrorSource] {
    var effects: [UInt64: Double] = [:]
    for part in total.parts {
      for error in part.errors {
        effects[error.source, default: 0] += part.amount * error.spread.deviation
      }
    }
    let sorted = effects.sorted { (abs($1.value), $0.key) < (abs($0.value), $1.key) }
    return sorted.prefix(3 * count).compactMap { book.sources[$0.key] }
  }

  /// What carries most of the variance, the largest first.
  public func heaviest(_ count: Int) -> [Weight] {
    let total = total
    let whole = total.variance
    guard whole > 0 else { return [] }
    let amount = total.amount
    let weights = candidates(total, count).compactMap { source in
      let lost = total.varianceLost(source: source.key, scaledBy: 0)
      return lost > 0 ? (source: source, share: lost / whole) : nil
    }
    let largest = weights.sorted {
      ($1.share, $0.source.identifier, $0.source.key)
        < ($0.share, $1.source.identifier, $1.source.key)
    }
    return largest.prefix(count).map { source, share in
      var (low, high, weight, width) = (amount, amount, 0.0, 0.0)
      for part in total.parts {
        guard let error = part.errors.first(where: { $0.source == source.key }) else { continue }
        let ends = error.spread.ends
        low += part.amount * (ends.low - 1)
        high += part.amount * (ends.high - 1)
        width += abs(part.amount) * error.spread.halfWidth
        weight += abs(part.amount)
      }
      return Weight(
        source: source, halfWidth: weight > 0 ? width / weight : 0, share: share,
        low: min(low, high), high: max(low, high),
        halved: total.interval(
          variance: whole - total.varianceLost(source: source.key, scaledBy: 0.5)))
    }
  }
}
