public import Quantities

/// How well something is known, on the five axes of the method: 1 is very badly, 5 very well.
public struct OfficialRatings: Hashable, Sendable {
  public var reliability: Int
  public var technical: Int
  public var geographic: Int
  public var temporal: Int
  public var completeness: Int

  /// Ratings from 1 to 5; what is not stated counts as 1.
  public init(
    reliability: Int? = nil, technical: Int? = nil, geographic: Int? = nil, temporal: Int? = nil,
    completeness: Int? = nil
  ) {
    self.reliability = reliability ?? 1
    self.technical = technical ?? 1
    self.geographic = geographic ?? 1
    self.temporal = temporal ?? 1
    self.completeness = completeness ?? 1
  }

  /// Published 95 % coefficients by axis, from rating 1 to 5: the pedigree of ecoinvent, with the
  /// values that the method sets itself for technical 4 and geographic 2.
  private var coefficients: [Double] {
    [
      Self.coefficient(technical, [2.00, 1.50, 1.20, 1.10, 1.00]),
      Self.coefficient(geographic, [1.10, 1.05, 1.02, 1.01, 1.00]),
      Self.coefficient(temporal, [1.50, 1.20, 1.10, 1.03, 1.00]),
      Self.coefficient(completeness, [1.20, 1.10, 1.05, 1.02, 1.00]),
      Self.coefficient(reliability, [1.50, 1.20, 1.10, 1.05, 1.00]),
    ]
  }

  private static func coefficient(_ rating: Int, _ values: [Double]) -> Double {
    values[min(max(rating, 1), 5) - 1]
  }

  /// The squared geometric standard deviation: GSD² = exp √Σ ln² U.
  public var deviation: OfficialDeviation {
    let sum = coefficients.reduce(0.0) { $0 + logSquared($1) }
    return OfficialDeviation(squared: exponential(sum.squareRoot()))
  }

  /// What the percentage that a base of factors publishes is worth; the source itself is official.
  public init(publishedPercent percent: Number?) {
    let rating: Int =
      switch percent {
      case nil: 3
      case let value? where value < Number(5): 5
      case let value? where value < Number(20): 4
      case let value? where value < Number(45): 3
      case let value? where value < Number(75): 2
      default: 1
      }
    self.init(
      reliability: 5, technical: rating, geographic: rating, temporal: rating,
      completeness: rating)
  }
}

extension OfficialDeviation {
  /// What a line or a factor says of itself; what says nothing is known as badly as can be.
  public init(_ quality: Quality?) {
    guard let quality else {
      self = OfficialRatings().deviation
      return
    }
    if let deviation = quality.deviation?.toDouble(), !quality.isRated {
      self.init(squared: deviation * deviation)
      return
    }
    if let halfWidth = quality.halfWidth, !quality.isRated {
      self.init(squared: 1 + halfWidth.toDouble())
      return
    }
    func rating(_ place: Int) -> Int? {
      quality.ratings[place] > 0 ? Int(quality.ratings[place]) : nil
    }
    self =
      OfficialRatings(
        reliability: rating(0), technical: rating(1), geographic: rating(2), temporal: rating(3),
        completeness: rating(4)
      ).deviation
  }
}
