import Diagnostics
import Quantities
import TestSupport
import Testing

@testable import Scenarios

/// What measures cost, and the order they are told in.
struct CostTests {
  private typealias Fix = PlanFixture

  private static let euro = PlanFixture.unit("EUR")

  private func economy(_ discount: Double) -> Economy {
    Economy(discount: discount, currency: Self.euro)
  }

  private func cost(
    _ investment: MeasureCost.Investment, subsidy: Double = 0, running: Double = 0,
    lifetime: Int? = nil
  ) -> MeasureCost {
    var cost = MeasureCost(currency: Self.euro)
    cost.investment = investment
    cost.subsidy = subsidy
    cost.running = running
    cost.lifetime = lifetime
    return cost
  }

  private func stream(
    _ cost: MeasureCost, _ uptake: Uptake, discount: Double = 0.04, horizon: Int = 2050
  ) -> CostStream {
    CostStream(cost, uptake, economy(discount), base: 2022, horizon: horizon)
  }

  // MARK: What is paid

  @Test func `an investment is spread over its ramp`() {
    var uptake = Uptake(start: 2026)
    uptake.ramp = 4
    let paid = stream(cost(.overRamp(1000)), uptake).paid
    #expect(paid == [2026: 250, 2027: 250, 2028: 250, 2029: 250])
    // The one that ends halfway is half done, and half paid.
    uptake.end = 2027
    #expect(stream(cost(.overRamp(1000)), uptake).paid == [2026: 250, 2027: 250])
  }

  @Test func `an investment is paid in the years it names, subsidies off`() {
    // A quarter of it is paid by others, in every year.
    let dated = cost(.dated([2026: 300, 2030: 700]), subsidy: 250)
    #expect(stream(dated, Uptake(start: 2026)).paid == [2026: 225, 2030: 525])
  }

  @Test func `what has lived is paid for again, without the subsidy`() {
    let boiler = cost(.overRamp(100), subsidy: 40, lifetime: 10)
    #expect(stream(boiler, Uptake(start: 2025)).paid == [2025: 60, 2035: 100, 2045: 100])
    var stops = Uptake(start: 2025)
    (stops.end, stops.after) = (2036, .stop)
    #expect(stream(boiler, stops).paid == [2025: 60, 2035: 100])
  }

  @Test func `annuities of a whole lifetime are worth the investment`() {
    // The definition of an annuity, at any rate.
    for (discount, lifetime) in [(0.0, 7), (0.04, 20), (0.12, 3)] {
      let economy = economy(discount)
      let stream = stream(
        cost(.overRamp(1000), lifetime: lifetime), Uptake(start: 2030), discount: discount,
        horizon: 2030 + lifetime - 1)
      #expect(stream.charged.count == lifetime)
      let worth = CostStream.sum(stream.charged) { economy.worth($1, of: $0, in: 2030) }
      #expect(abs(worth - 1000) < 1e-9, "\(discount)")
    }
    // Without interest a tenth of its life is a tenth of its price.
    let part = stream(
      cost(.overRamp(1000), lifetime: 10), Uptake(start: 2050), discount: 0)
    #expect(abs(CostStream.sum(part.charged) { $1 } - 100) < 1e-9)
  }

  @Test func `running costs follow the ramp`() {
    var uptake = Uptake(start: 2049)
    uptake.ramp = 4
    // A quarter in 2049, a half in 2050.
    #expect(stream(cost(.overRamp(0), running: 80), uptake).charged == [2049: 20, 2050: 40])
  }

  // MARK: What is saved

  /// Gas at 0.10 €/kWh from 2023 on, electricity at 0.20.
  private static let prices: [Price] = [("gas", 0.10), ("elec", 0.20)].map { name, value in
    var price = Price(
      identifier: name, label: Text(same: name), values: [2023: value], currency: euro,
      per: Fix.unit("kWh"), location: Location(file: "p"))
    price.selector = Fix.on(name)
    return price
  }

  private func money(_ lines: [PlanLine], _ measures: [Measure]) -> PlanModel {
    var scenario = Scenario(identifier: "p", label: Text(same: "p"))
    scenario.measures = measures
    let destinations = Dictionary(
      lines.map { ($0.activity, PlanDestination(unit: $0.unit, factor: $0.factor)) },
      uniquingKeysWith: { first, _ in first })
    return PlanModel(
      scenario, base: 2022, lines: lines, destinations: destinations,
      view: PlanView(figure: .money(Self.prices + [Price.ofMoney(Self.euro)])))
  }

  @Test func `savings are what is no longer used, at its price, less what is used instead`() {
    let lines = [
      Fix.line("gas", 1_000_000, 0.227), Fix.line("elec", 500_000, 0.052),
      Fix.line("travel", 40_000, 0.3, unit: "EUR"), Fix.line("waste", 10, 0.2, unit: "t"),
    ]
    let model = money(
      lines,
      [
        Fix.measure("insulation", start: 2023, .less(Fix.on("gas"), 0.3)),
        Fix.measure("pumps", start: 2023, .move(Fix.on("gas"), 0.8, to: Fix.to("elec", 0.3))),
        Fix.measure("charter", start: 2023, .less(Fix.on("travel"), 0.25)),
        // What is emitted for a kWh is no matter of money.
        Fix.measure("green", start: 2023, .factor(Fix.on("elec"), 0.5)),
      ])
    // 1 000 000 × 0.10 + 500 000 × 0.20 + 40 000 €; waste has no price.
    #expect(model.amount(in: 2023, 0) == 240_000)
    let wedges = Wedges(model, year: 2023)
    // 700 000 kWh of gas are left: 140 000 stay, and 560 000 become 168 000 kWh of electricity.
    let plan = 140_000 * 0.1 + 168_000 * 0.2 + 100_000 + 30_000
    #expect(abs(wedges.plan - plan) < 1e-6)
    let shares = wedges.wedges.map(\.share)
    #expect(abs(shares.reduce(0, +) - (240_000 - plan)) < 1e-6)
    #expect(shares[3] == 0 && abs(shares[2] - 10_000) < 1e-9)
    // Alone: insulation 30 000; pumps 80 000 − 240 000 × 0.2 = 32 000.
    #expect(abs(wedges.wedges[0].alone - 30_000) < 1e-6)
    #expect(abs(wedges.wedges[1].alone - 32_000) < 1e-6)
  }

  @Test func `a price holds before its first year, and goes straight between two`() {
    var price = Self.prices[0]
    price.values = [2025: 0.25, 2035: 0.75]
    #expect(
      [2020, 2025, 2030, 2035, 2050].map(price.amount(in:)) == [0.25, 0.25, 0.5, 0.75, 0.75])
  }

  @Test func `measures that pay come by what they bring in, the others by the tonne`() {
    func block(_ name: String, _ value: Double, _ tonnes: Double) -> CostCurve.Block {
      .init(
        identifier: name, label: Text(same: name), investment: 0, savingAtHorizon: 0,
        netPresentValue: value, tonnes: tonnes)
    }
    let blocks = [
      block("dear", -900, 3), block("small", 100, 1), block("cheap", -400, 8),
      block("large", 1000, 50), block("none", -10, 0),
    ]
    // By the tonne, `small` (−100 €/t) would pass before `large` (−20 €/t): it brings in a tenth of it.
    #expect(
      CostCurve.ordered(blocks).map(\.identifier) == ["large", "small", "cheap", "dear", "none"])
    #expect(blocks[4].perTonne == nil)
  }
}
