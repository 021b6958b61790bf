import EmissionFactors
import Quantities

extension Spread {
  /// How well a factor is known, by its table; nil when the table says nothing.
  init?(_ factor: Factor) {
    if let quality = factor.quality {
      self.init(quality)
    } else if let percent = factor.uncertainty {
      self.init(halfWidth: percent.toDouble() / 100)
    } else {
      return nil
    }
  }
}

extension OfficialDeviation {
  /// What a factor is worth in the published arithmetic: its ratings, or those that its percentage stands for.
  init(_ factor: Factor) {
    self =
      factor.quality.map { OfficialDeviation($0) }
      ?? OfficialRatings(publishedPercent: factor.uncertainty).deviation
  }
}
