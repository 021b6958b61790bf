import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Testing

// The examples of the repository, against what the schools published and against an independent
// computation. Sources: IMT Mines Alès, sustainability report 2019/2020; IMT Mines Albi,
// sustainability report 2023.
struct ExampleTests {
  @Test func `Mines Alès 2019: five posts, kg C and shares exactly as printed`() throws {
    let campus = try CampusCase.example("mines-ales")
    let footprint = campus.run.footprint(year: 2019)
    let rows = footprint.breakdown(by: .post).filter { $0.depth == 0 }
    #expect(rows.map(\.key) == ["travel", "energy", "assets", "goods", "waste"])
    #expect(
      rows.map(\.amount.exactText) == ["1393319", "762600", "712200", "390200", "36200"])
    #expect(footprint.total.exactText == "3294519")
    // kg C = floor(0.2727 × kg CO2e) on each row and on the total, as printed.
    let ratio = Ratio(try #require(campus.campus.carbonColumn))
    func carbon(_ amount: ExactAmount) throws -> Int128 {
      try #require(amount.multiplied(by: ratio)?.truncated(decimals: 0).asInt128)
    }
    let printed = try rows.map { try carbon($0.amount) }
    #expect(printed == [379_958, 207_961, 194_216, 106_407, 9871])
    #expect(printed.reduce(0, +) == 898_413)
    #expect(try carbon(footprint.total) == 898_415)
    let shares = rows.map {
      (ExactAmount.share($0.amount, of: footprint.total) ?? 0) * 100
    }
    #expect(shares.map { $0.rounded() } == [42, 23, 22, 12, 1])
    #expect(campus.log.count(of: .error) == 0 && footprint.isComplete)
  }

  @Test func `Mines Alès 2020: water, waste and meals, and no footprint`() throws {
    let campus = try CampusCase.example("mines-ales")
    let footprint = campus.run.footprint(year: 2020)
    #expect(footprint.isResourcesOnly && footprint.total.isZero)
    func quantity(_ activity: String) -> Number? {
      footprint.items.first { $0.activity.identifier == activity }?.resourceQuantity
    }
    #expect(quantity("water-supply") == Number(12_390))
    #expect(quantity("wastewater") == Number(12_390))
    #expect(quantity("waste-total-recycled") == Number(32))
    #expect(quantity("waste-total-energy-recovery") == Number(16))
    #expect(quantity("waste-total-landfilled") == Number(22))
    #expect(quantity("meal-average") == Number(46_384))
    #expect(quantity("coffee-break") == Number(14_972))
    // 11.5 t, told in kg.
    #expect(quantity("food-waste") == Number(11_500))
    #expect(footprint.campusYear.headCount == Number(1844))
    // 45, 23 and 32 % are declared: 32, 16 and 22 t are rounded and would give others.
    #expect(
      footprint.campusYear.published.filter { $0.goal == .consumption }.map(\.value)
        == ["45 %", "23 %", "32 %"])
  }

  @Test func `Mines Alès energy 2020: gas is 59 % of the energy and 83 % of the carbon`() throws {
    let campus = try CampusCase.example("mines-ales-energy-2020")
    let footprint = campus.run.footprint(year: 2020)
    let gas = try #require(footprint.items.first { $0.activity.identifier == "natural-gas" })
    let power = try #require(footprint.items.first { $0.activity.identifier == "electricity" })
    let kilowattHours = try #require(gas.resourceQuantity).toDouble()
    let all = kilowattHours + (try #require(power.resourceQuantity)).toDouble()
    #expect(all == 1_000_000 && kilowattHours / all == 0.59)
    // 590 000 × 0.204 = 120 360; 410 000 × 0.0599 = 24 559; 120 360/144 919 = 83.05 %.
    #expect(gas.total.exactText == "120360" && power.total.exactText == "24559")
    let share = (ExactAmount.share(gas.total, of: footprint.total) ?? 0) * 100
    #expect(share.rounded() == 83)
    // Gas is neither low-carbon nor renewable; 0.41 × 92 % = 37.72 %, 0.41 × 25 % = 10.25 %.
    #expect(gas.activity.lowCarbon?.isZero == true && gas.activity.renewable?.isZero == true)
    let mix = try #require(footprint.campusYear.electricityMix)
    let electric = 1 - kilowattHours / all
    #expect(((mix.lowCarbon ?? .zero).toDouble() * electric * 100).rounded() == 38)
    #expect(((mix.renewable ?? .zero).toDouble() * electric * 100).rounded() == 10)
  }

  @Test func `Mines Albi: 4 784 t declared, as much as 483 people, and water`() throws {
    let campus = try CampusCase.example("mines-albi")
    let footprint = campus.run.footprint(year: 2022)
    #expect(footprint.total.exactText == "4784000")
    #expect(campus.parts(2022, .scope) == ["not-split=4784000"])
    // 4 784 000 kg ÷ 9 900 kg = 483.2
    let person = try #require(campus.campus.equivalents.first).kilograms
    #expect(footprint.total.divided(by: person)?.rounded(decimals: 0) == Int256(483))
    func water(_ year: Int) throws -> Footprint.Item {
      try #require(campus.run.footprint(year: year).items.first)
    }
    #expect(try water(2023).resourceQuantity == Number(26_681))
    // 2018 is not printed: 26 681 ÷ (1 − 0.22) = 34 206.41, and is marked as derived.
    let derived = try #require(Number(rounding: Ratio(26_681 * 100, 78)))
    #expect(ExactAmount(derived).rounded(decimals: 0) == Int256(34_206))
    #expect(try water(2018).resourceQuantity == Number(34_206))
    let status = campus.run.footprint(year: 2018).quantitiesByStatus(of: try water(2018).activity)
    #expect(status.map(\.status) == [.derived])
    #expect(campus.run.footprint(year: 2018).isResourcesOnly)
  }

  @Test func `the demonstration campus has no error and uses every row`() throws {
    let campus = try CampusCase.example("demo-campus")
    #expect(campus.log.count(of: .error) == 0)
    #expect(campus.run.years == [2021, 2022, 2023])
    for year in campus.run.years { #expect(campus.run.footprint(year: year).isComplete) }
  }
}
