import EmissionFactors
import Quantities
import Testing

// The 179 factors a campus cannot do without: 161 elements of Base Carbone®, 13 potentials and 5
// rows of Impact CO2, each with the total its source publishes (Base Carbone® – ADEME V23.6;
// Impact CO2 – ADEME). Every one must be reached from an activity.
struct CoreFactorTests {
  private static let potentials = """
    43152 R-32 AR6 771
    43133 R-134a AR6 1530
    43628 R-404A AR6 4728
    43630 R-407C AR6 1908
    43632 R-410A AR6 2256
    43586 R-1234yf AR6 0.501
    43294 SF6 AR6 24300
    22584 R-32 AR5 677
    22586 R-134a AR5 1300
    22596 R-404A AR5 3943
    22598 R-407C AR5 1624
    22600 R-410A AR5 1924
    22620 R-22 AR5 1760
    """

  private static let impact = """
    impactco2-hotel-night 4.3
    impactco2-video-streaming 0.06401675291000002
    impactco2-videoconference 0.05706336546216
    impactco2-bike 0.00017
    impactco2-walk 0
    """

  private static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 3).map(String.init) }
  }

  @Test func `there are 179 of them`() {
    let base = Self.rows(CoreElements.text)
    let count = base.count + Self.rows(Self.potentials).count + Self.rows(Self.impact).count
    #expect(count == 179)
    #expect(Set(base.map { $0[0] }).count == base.count)
  }

  @Test func `every element of Base Carbone is reached from an activity, with its total`() throws {
    let families = Dictionary(grouping: Shipped.catalog.activities, by: \.family)
    for row in Self.rows(CoreElements.text) {
      let factor = try #require(Shipped.catalog.factor(named: "bc-" + row[0]), "\(row[0])")
      #expect(families[factor.family]?.isEmpty == false, "\(row[0])")
      #expect(factor.total == (try number(row[1])), "\(row[0])")
      #expect(Shipped.catalog.search([row[0]]).isEmpty == false, "\(row[0])")
    }
  }

  @Test func `every potential is reached, pure gases exactly and blends to ADEME's rounding`()
    throws
  {
    let half = try number("0.5").mantissa
    for row in Self.rows(Self.potentials) {
      let set = try #require(GlobalWarmingSet(rawValue: row[2]))
      let factor = try #require(Shipped.catalog.warmingFactor(named: row[1], set: set))
      let isBlend = Shipped.catalog.blends.contains { $0.name == row[1] }
      let difference = abs((factor.total - (try number(row[3]))).mantissa)
      #expect(difference <= (isBlend ? half : 0), "\(row[1]) \(row[2])")
      // SF6 is a process gas, the others refrigerants: all have an activity.
      #expect(
        Shipped.catalog.activities.contains { $0.family == WarmingGas.familyPrefix + row[1] },
        "\(row[1])")
    }
  }

  @Test func `every row of Impact CO2 is reached, with its total to twelve decimals`() throws {
    for row in Self.rows(Self.impact) {
      let factor = try #require(Shipped.catalog.factor(named: row[0]), "\(row[0])")
      // Impact CO2 gives up to 17 digits; a number here has 12 decimals, further ones rounded.
      let published = try #require(Ratio(row[1]))
      #expect(Number(rounding: published) == factor.total, "\(row[0])")
      #expect(Shipped.catalog.activities.contains { $0.family == factor.family }, "\(row[0])")
    }
  }
}
