import Inventory
import Quantities
import Testing
import Uncertainty

/// The vectors of the published arithmetic, recomputed with its formulas.
struct OfficialVectorTests {
  private func same(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-12 * abs(right)
  }

  private func uniform(_ rating: Int) -> OfficialDeviation {
    OfficialRatings(
      reliability: rating, technical: rating, geographic: rating, temporal: rating,
      completeness: rating
    ).deviation
  }

  @Test func `uniform ratings give the bounds of the bands`() {
    #expect(uniform(5).squared == 1)
    #expect(same(uniform(4).squared, 1.11993078173253))
    #expect(same(uniform(3).squared, 1.2620910621938648))
    #expect(same(uniform(2).squared, 1.6360573781545753))
    #expect(same(uniform(1).squared, 2.5163566012590954))
  }

  @Test func `what is not rated counts as badly known`() {
    #expect(OfficialRatings().deviation == uniform(1))
    #expect(
      same(
        OfficialRatings(geographic: 3, completeness: 4).deviation.squared, 2.459659422059095))
    #expect(
      same(
        OfficialRatings(
          reliability: 2, technical: 1, geographic: 3, temporal: 5, completeness: 4
        ).deviation.squared, 2.0488353976695466))
  }

  /// A source of 1 000 kg whose factor is perfect, rated 3, 3, 2, 5 and 4 (the method's own application).
  @Test func `a source of which one half is perfect is as good as the other`() {
    let quantity = OfficialRatings(
      reliability: 3, technical: 3, geographic: 2, temporal: 5, completeness: 4
    ).deviation
    let source = OfficialDeviation.product(quantity, uniform(5))
    #expect(same(source.squared, 1.2365959919080918))
  }

  @Test(arguments: [
    (1, 1, 3.687886), (1, 3, 2.590151), (2, 2, 2.006119), (3, 4, 1.295459), (4, 4, 1.173726),
    (5, 1, 2.516357), (5, 5, 1.0),
  ])
  func `a quantity times a factor`(quantity: Int, factor: Int, expected: Double) {
    let product = OfficialDeviation.product(uniform(quantity), uniform(factor)).squared
    #expect(abs(product - expected) < 5e-7)
  }

  @Test func `a sum weighs the logarithms`() throws {
    let sum = try #require(
      OfficialDeviation.sum([
        (100, OfficialDeviation(squared: 1.5)), (300, OfficialDeviation(squared: 1.2)),
      ]))
    #expect(same(sum.squared, 1.1855601469460395))
    let equal = OfficialDeviation(squared: 2.5163566)
    let half = try #require(OfficialDeviation.sum([(1, equal), (1, equal)]))
    #expect(abs(half.squared - 1.920386881633554) < 1e-9)
    #expect(OfficialDeviation.sum([]) == nil, "an empty post has no band")
    #expect(OfficialDeviation.sum([(0, equal)]) == nil)
  }

  /// 1.0, 1.1076, 1.2366, 1.5798 and 2.2909: what the published percentages are worth.
  @Test(arguments: [
    ("4.9", 1.0), ("5", 1.1076), ("19.9", 1.1076), ("20", 1.2366), ("45", 1.5798), ("75", 2.2909),
    ("100", 2.2909),
  ])
  func `published percentages`(percent: String, expected: Double) throws {
    let ratings = OfficialRatings(publishedPercent: Number(percent))
    #expect(abs(ratings.deviation.squared - expected) < 5e-5)
    let unknown = OfficialRatings(publishedPercent: nil).deviation
    #expect(abs(unknown.squared - 1.2366) < 5e-5)
  }
}
