#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Amounts that are known only so far, and what they share: what is wrong with a factor is wrong wherever it
/// is used.
///
/// An amount is a · Π Xᵢ, with an Xᵢ of mean one for each source of error: its mean is a. Parts with the same
/// source err together. The moments of a sum follow without any draw.
public struct UncertainSum: Sendable {
  /// A source of error in a part.
  public struct Error: Hashable, Sendable {
    /// The key of the source.
    public let source: UInt64
    public let spread: Spread

    /// What one source of error does to a part.
    public init(source: UInt64, _ spread: Spread) {
      self.source = source
      self.spread = spread
    }
  }

  /// An amount, and what may be wrong with it.
  public struct Part: Sendable {
    public var amount: Double
    /// In the order of their sources.
    public let errors: [Error]

    /// An amount with its sources of error.
    public init(amount: Double, errors: [Error]) {
      self.amount = amount
      self.errors = errors.filter { $0.spread.sigma > 0 }.sorted { $0.source < $1.source }
    }

    var variance: Double {
      amount * amount * expm1(errors.reduce(0) { $0 + $1.spread.shared(with: $1.spread) })
    }
  }

  /// Parts that err in the same way are one: a bill cut in twelve, a factor given in stages.
  public let parts: [Part]

  /// A sum of parts.
  public init(_ parts: [Part]) {
    var places: [[Error]: Int] = [:]
    var merged: [Part] = []
    for part in parts where part.amount != 0 {
      if let place = places[part.errors] {
        merged[place].amount += part.amount
      } else {
        places[part.errors] = merged.count
        merged.append(part)
      }
    }
    self.parts = merged
  }

  /// What is written: the mean of what it may be.
  public var amount: Double { parts.reduce(0) { $0 + $1.amount } }

  /// As if nothing were shared: too small, as soon as anything is.
  public var independentVariance: Double { parts.reduce(0) { $0 + $1.variance } }

  /// As if everything erred together: the largest there can be.
  public var correlatedVariance: Double {
    let sum = parts.reduce(0) { $0 + $1.variance.squareRoot() }
    return sum * sum
  }

  /// What the variance would lose, were a source of error so many times as large: only what has it changes.
  public func varianceLost(source: UInt64, scaledBy factor: Double) -> Double {
    let users = parts.filter { part in part.errors.contains { $0.source == source } }
    // Without the parts that do not have it, the loss is the same: they only add what does not change.
    let rest = UncertainSum(users)
    let scaled = UncertainSum(
      users.map { part in
        Part(
          amount: part.amount,
          errors: part.errors.map {
            $0.source == source ? Error(source: source, $0.spread.scaled(by: factor)) : $0
          })
      })
    return rest.variance - scaled.variance
  }

  /// The difference of two sums, in which what both share goes away.
  public static func - (left: UncertainSum, right: UncertainSum) -> UncertainSum {
    UncertainSum(left.parts + right.parts.map { Part(amount: -$0.amount, errors: $0.errors) })
  }

  // MARK: Interval

  /// Where 95 % of the values lie.
  public struct Interval: Sendable {
    public let low: Double
    public let high: Double
  }

  /// The interval with what is shared counted as shared.
  public var interval: Interval { interval(variance: variance) }

  /// The interval for a variance: lognormal for what is emitted, normal for what may be of either sign.
  public func interval(variance: Double) -> Interval {
    guard variance > 0 else { return Interval(low: amount, high: amount) }
    if amount > 0, parts.allSatisfy({ $0.amount > 0 }) {
      let ends = Spread(sigma: log(1 + variance / (amount * amount)).squareRoot()).ends
      return Interval(low: amount * ends.low, high: amount * ends.high)
    }
    let half = Spread.quantile * variance.squareRoot()
    return Interval(low: amount - half, high: amount + half)
  }
}
