import Diagnostics
import EmissionFactors
import Quantities
import TestSupport
import Testing

@testable import Scenarios

/// Plans computed year by year, and what each measure is due.
struct PlanTests {
  private typealias Fix = PlanFixture

  private func rounded(_ value: Double, _ decimals: Double) -> Double {
    (value * decimals).rounded() / decimals
  }

  // MARK: Three measures that act on one another

  /// Gas 6 000 MWh × 0.227, electricity 5 000 MWh × 0.052 → 0.030; insulation −30 % with 10 % rebound;
  /// heat pumps for 80 % of the gas at 0.9 / 3.
  private var three: PlanModel {
    Fix.model(
      [Fix.line("gas", 6_000_000, 0.227), Fix.line("elec", 5_000_000, 0.052)],
      paths: [Fix.path("grid", [2022: 0.052, 2023: 0.030], Fix.on("elec"))],
      [
        Fix.measure("insulation", start: 2023, rebound: 0.1, .less(Fix.on("gas"), 0.3)),
        Fix.measure(
          "pumps", start: 2023, .move(Fix.on("gas"), 0.8, to: Fix.to("elec", 0.3))),
      ])
  }

  @Test func `three measures save less together than apart`() {
    let wedges = Wedges(three, year: 2023)
    #expect(rounded(wedges.reference / 1000, 100) == 1622)
    #expect(rounded(wedges.plan / 1000, 100) == 380.39)
    #expect(wedges.wedges.map { rounded($0.share / 1000, 100) } == [227.90, 890.72, 122.99])
    #expect(wedges.wedges.map { rounded($0.alone / 1000, 100) } == [367.74, 1014.72, 110])
    #expect(wedges.wedges.map { rounded($0.last / 1000, 100) } == [85.21, 763.87, 133.13])
    #expect(wedges.wedges.reduce(0) { $0 + $1.share } == wedges.reference - wedges.plan)
  }

  // MARK: Ten measures on an invented campus

  private static let grid: [Int: Double] = [2022: 0.052, 2030: 0.035, 2040: 0.025, 2050: 0.020]

  private func campus(_ measures: [Measure]? = nil) -> PlanModel {
    let lines: [(String, Double, Double, String)] = [
      ("gas", 4_845_815, 0.227, "floor"), ("elec", 8_076_923, 0.052, "floor"),
      ("car", 6_770_833, 0.192, "people"), ("train", 0, 0.0033, "people"),
      ("air", 2_000_000, 0.260, "staff"), ("rail", 600_000, 0.0033, "staff"),
      ("purchases", 3_166_667, 0.300, "people"), ("food", 125_000, 2, "people"),
      ("assets", 194, 1000, ""), ("waste", 250, 193, "people"),
    ]
    func followers(_ driver: String) -> Selector {
      var selector = Selector()
      selector.activities = Set(lines.filter { $0.3 == driver }.map(\.0))
      return selector
    }
    var people: [Int: Double] = [2022: 1]
    for year in 2023...2050 { people[year] = (people[year - 1] ?? 1) * 1.005 }
    return Fix.model(
      lines.map { Fix.line($0.0, $0.1, $0.2) },
      drivers: [
        Fix.driver("people", people, followers("people")),
        Fix.driver("floor", [2022: 1, 2027: 1, 2028: 1.02], followers("floor")),
      ],
      paths: [Fix.path("grid", Self.grid, Fix.on("elec"))], measures ?? Self.ten)
  }

  private static let ten: [Measure] = [
    Fix.measure("insulation", start: 2026, ramp: 15, rebound: 0.1, .less(Fix.on("gas"), 0.4)),
    Fix.measure(
      "heat-pumps", start: 2027, ramp: 10,
      .move(Fix.on("gas"), 0.85, to: Fix.to("elec", 0.3))),
    Fix.measure("telework-bike", start: 2025, ramp: 6, .less(Fix.on("car"), 0.25)),
    Fix.measure(
      "car-to-train", start: 2025, ramp: 10, .move(Fix.on("car"), 0.3, to: Fix.to("train", 1))),
    Fix.measure("ev-mix", start: 2025, ramp: 20, .factor(Fix.on("car"), 0.6)),
    Fix.measure("flights", start: 2024, ramp: 5, .less(Fix.on("air"), 0.35)),
    Fix.measure(
      "air-to-rail", start: 2024, ramp: 5, .move(Fix.on("air"), 0.2, to: Fix.to("rail", 1.1))),
    Fix.measure("procurement", start: 2025, ramp: 20, .factor(Fix.on("purchases"), 0.45)),
    Fix.measure("menus", start: 2025, ramp: 4, .factor(Fix.on("food"), 0.3)),
  ]

  @Test func `a plan of ten measures, year by year`() {
    // The reference calculation of the mission, in Python.
    let model = campus()
    let (reference, plan) = (
      model.trajectory(0, over: 1000), model.trajectory(model.all, over: 1000)
    )
    #expect(rounded(reference.values[0], 100) == 4784.23)
    let years = [2025, 2030, 2035, 2040, 2048, 2050]
    #expect(
      years.map { rounded(reference[$0] ?? 0, 10) } == [
        4822.6, 4918.4, 4985.3, 5054.0, 5167.5, 5196.5,
      ])
    #expect(
      years.map { rounded(plan[$0] ?? 0, 10) } == [
        4493.3, 3195.8, 2435.0, 2104.2, 1930.5, 1933.2,
      ])
    #expect(reference.cumulative(through: 2050)?.rounded() == 144_855)
    #expect(plan.cumulative(through: 2050)?.rounded() == 81_426)
  }

  @Test func `what each of ten measures is due in 2050`() {
    let model = campus()
    let wedges = Wedges(model, year: 2050)
    let shares = Dictionary(
      zip(model.names, wedges.wedges.map { rounded($0.share / 1000, 10) }),
      uniquingKeysWith: { first, _ in first })
    #expect(
      shares == [
        "heat-pumps": 743.6, "ev-mix": 672.7, "procurement": 491.6, "grid": 279.0,
        "car-to-train": 273.5, "insulation": 239.2, "telework-bike": 228.9, "flights": 164.1,
        "menus": 86.2, "air-to-rail": 84.6,
      ])
    #expect(rounded((wedges.reference - wedges.plan) / 1000, 10) == 3263.4)
    #expect(rounded(wedges.wedges.reduce(0) { $0 + $1.alone } / 1000, 10) == 4129.4)
    #expect(wedges.wedges.allSatisfy { $0.error == 0 })
  }

  @Test func `the order of measures and of lines never changes a number`() {
    var generator = SplitMix64(seed: 5)
    let model = campus()
    let years = [2022, 2030, 2040, 2050]
    let expected = years.map { model.amount(in: $0, model.all) }
    for _ in 0..<50 {
      let shuffled = campus(Self.ten.shuffled(using: &generator))
      for (year, value) in zip(years, expected) {
        #expect(abs(shuffled.amount(in: year, shuffled.all) - value) <= 1e-9 * value)
      }
    }
  }

  // MARK: What holds for every plan

  @Test func `without a measure every year is the base year, to the last digit`() {
    let lines = [Fix.line("a", 1 / 3.0, 0.7), Fix.line("b", 12_345.678, 0.1234567)]
    let model = Fix.model(lines, [])
    let whole = lines.reduce(0) { $0 + $1.emissions.values.reduce(0, +) }
    for year in 2022...2050 { #expect(model.amount(in: year, 0) == whole) }
  }

  /// A plan of everything there is, drawn at random.
  private func random(_ generator: inout SplitMix64, measures count: Int) -> PlanModel {
    let names = ["a", "b", "c", "d"]
    let lines = (0..<12).map { place in
      Fix.line(
        names[place % 4], Double.random(in: 0...1000, using: &generator),
        Double(1 + place % 4) / 10, site: place < 6 ? "nord" : "sud")
    }
    func selector() -> Selector {
      Fix.on(
        names.randomElement(using: &generator) ?? "a",
        site: Bool.random(using: &generator) ? "nord" : nil)
    }
    func share() -> Double { Double.random(in: 0...0.5, using: &generator) }
    let measures = (0..<count).map { place -> Measure in
      let effect: Measure.Effect
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: effect = .less(selector(), share())
      case 1:
        effect = .cut(
          selector(),
          .init(value: Double.random(in: 0...500, using: &generator), unit: Fix.unit("kWh")))
      case 2:
        effect = .move(
          selector(), share(), to: Fix.to(names.randomElement(using: &generator) ?? "b", 0.3))
      case 3: effect = .factor(selector(), share())
      case 4: effect = .tonnes(selector(), share() / 10)
      default: effect = .driver("people", share())
      }
      var measure = Fix.measure(
        "m\(place)", start: Int.random(in: 2022...2035, using: &generator),
        ramp: Int.random(in: 1...10, using: &generator), effect)
      measure.uptake.shape = Uptake.Shape.allCases.randomElement(using: &generator) ?? .linear
      return measure
    }
    return Fix.model(
      lines, drivers: [Fix.driver("people", [2022: 100, 2050: 130], Fix.on("a", "c"))],
      paths: [Fix.path("grid", [2022: 0.1, 2050: 0.05], Fix.on("b"))], measures)
  }

  @Test func `shares add up, nothing is below zero, and nothing taken is the reference`() {
    var generator = SplitMix64(seed: 11)
    for count in [0, 1, 2, 5, 9] {
      for _ in 0..<10 {
        let model = random(&generator, measures: count)
        for year in [2022, 2026, 2034, 2050] {
          let wedges = Wedges(model, year: year)
          let sum = wedges.wedges.reduce(0) { $0 + $1.share }
          let saved = wedges.reference - wedges.plan
          #expect(abs(sum - saved) <= 1e-12 * max(1, abs(saved)))
          #expect(wedges.plan >= 0)
          #expect(wedges.reference == model.amount(in: year, 0))
        }
      }
    }
  }

  @Test func `a working comes to the amount of its line`() {
    var generator = SplitMix64(seed: 12)
    for _ in 0..<20 {
      let model = random(&generator, measures: 7)
      for line in model.lines {
        for year in [2022, 2027, 2041] {
          let taken = UInt64.random(in: 0...model.all, using: &generator)
          let amount = model.amount(of: line, in: year, taken)
          let working = model.working(of: line, in: year, taken)
          #expect(abs(working.amount - amount) <= 1e-9 * max(1, amount))
        }
      }
    }
  }

  @Test func `what one measure adds is a mean over all orders`() {
    // By brute force over every order of four measures.
    var generator = SplitMix64(seed: 3)
    for _ in 0..<10 {
      let model = random(&generator, measures: 3)
      let count = model.names.count
      func orders(_ rest: [Int]) -> [[Int]] {
        rest.isEmpty
          ? [[]]
          : rest.flatMap { one in orders(rest.filter { $0 != one }).map { [one] + $0 } }
      }
      let all = orders(Array(0..<count))
      var expected = [Double](repeating: 0, count: count)
      for order in all {
        var taken: UInt64 = 0
        for measure in order {
          let before = model.amount(in: 2045, taken)
          taken |= 1 << UInt64(measure)
          expected[measure] += (before - model.amount(in: 2045, taken)) / Double(all.count)
        }
      }
      let wedges = Wedges(model, year: 2045)
      for (found, value) in zip(wedges.wedges.map(\.share), expected) {
        #expect(abs(found - value) < 1e-9 * max(1, wedges.reference))
      }
    }
  }

  @Test func `more of a measure never emits more`() {
    for effect in [
      Measure.Effect.less(Fix.on("a"), 0.3), .factor(Fix.on("a"), 0.3),
      .cut(Fix.on("a"), .init(value: 80, unit: Fix.unit("kWh"))), .tonnes(Fix.on("a"), 0.002),
      .move(Fix.on("a"), 0.3, to: Fix.to("b", 0.2)),
    ] {
      let model = Fix.model(
        [Fix.line("a", 100, 0.2), Fix.line("b", 10, 0.1)],
        [Fix.measure("m", start: 2023, ramp: 20, effect)])
      let values = (2022...2050).map { model.amount(in: $0, model.all) }
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
      #expect((values.last ?? 0) < values[0])
    }
  }

  @Test func `sixteen measures on one line are sampled, and say how well`() {
    let measures = (0..<16).map {
      Fix.measure("m\($0)", start: 2023, .less(Fix.on("a"), Double($0 + 1) / 40))
    }
    let model = Fix.model([Fix.line("a", 1000, 1)], measures)
    let wedges = Wedges(model, year: 2030)
    #expect(wedges.wedges.allSatisfy { $0.error > 0 && $0.error < 0.05 * 1000 })
    let sum = wedges.wedges.reduce(0) { $0 + $1.share }
    #expect(abs(sum - (wedges.reference - wedges.plan)) < 1e-9)
    // The same in every run.
    #expect(Wedges(model, year: 2030).wedges.map(\.share) == wedges.wedges.map(\.share))
  }

  @Test func `a cut takes no more than there is, and is shared in proportion`() {
    let model = Fix.model(
      [Fix.line("a", 100, 1, site: "nord"), Fix.line("a", 300, 1, site: "sud")],
      [
        Fix.measure(
          "cut", start: 2023, .cut(Fix.on("a"), .init(value: 40, unit: Fix.unit("kWh")))),
        Fix.measure(
          "end", start: 2030, .cut(Fix.on("a"), .init(value: 9, unit: Fix.unit("MWh")))),
      ])
    #expect(model.amount(in: 2023, model.all) == 360)
    #expect(model.amount(in: 2030, model.all) == 0)
  }

  // MARK: Part of a measure

  @Test func `a part of a measure is between nothing and all of it`() {
    let model = campus()
    for place in Self.ten.indices {
      let none = model.scaling(place, by: 0).amount(in: 2050, model.all)
      let without = model.amount(in: 2050, model.all & ~(1 << UInt64(place)))
      #expect(abs(none - without) <= 1e-9 * without)
      #expect(
        model.scaling(place, by: 1).amount(in: 2050, model.all) == model.amount(in: 2050, model.all)
      )
    }
  }

  // MARK: Uptake

  @Test func `a measure goes up in its ramp, and ends as it says`() {
    var uptake = Uptake(start: 2026)
    uptake.ramp = 4
    #expect((2025...2030).map(uptake.share) == [0, 0.25, 0.5, 0.75, 1, 1])
    uptake.lag = 2
    #expect((2027...2032).map(uptake.share) == [0, 0.25, 0.5, 0.75, 1, 1])
    uptake.lag = 0
    uptake.shape = .step
    #expect((2028...2029).map(uptake.share) == [0, 1])
    uptake.shape = .smooth
    #expect((2025...2029).map(uptake.share) == [0, 0.15625, 0.5, 0.84375, 1])
    uptake.end = 2027
    #expect(uptake.share(in: 2040) == 0.5)
    uptake.after = .stop
    #expect(uptake.share(in: 2027) == 0.5 && uptake.share(in: 2028) == 0)
  }
}
