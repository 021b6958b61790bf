import Diagnostics
import Testing
import Uncertainty

@testable import Scenarios

/// What is drawn for measures: how far they get, when they start, and whether they are done at all.
struct DrawnStepsTests {
  private let count = 20_000

  private func scenario(_ measures: [Measure]) -> Scenario {
    var scenario = Scenario(identifier: "p", label: Text(same: "p"))
    scenario.horizon = 2040
    scenario.measures = measures
    return scenario
  }

  private func measure(_ name: String, _ doubt: (inout MeasureDoubt) -> Void) -> Measure {
    var measure = PlanFixture.measure(name, start: 2025, .less(PlanFixture.on("gas"), 0.5))
    doubt(&measure.doubt)
    return measure
  }

  /// The uptakes of all measures in a year, draw by draw.
  private func uptakes(_ measures: [Measure], in year: Int, seed: UInt64 = 1) -> [[Double]] {
    let scenario = scenario(measures)
    let steps = DrawnSteps(scenario, base: 2022, count: count, ErrorDraws(seed: seed))
    let model = PlanFixture.model(
      [PlanFixture.line("gas", 1000, 0.2)], horizon: 2040, measures)
    return (0..<count).map { draw in
      var drawn = model
      steps.apply(draw, to: &drawn)
      return drawn.uptakes.map { $0[year - 2022] }
    }
  }

  /// A triangle from 0.6 to 1.2 with its top at 1 has the mean (0.6 + 1 + 1.2) / 3.
  @Test func `how far a measure gets lies in its triangle`() {
    var doubt = MeasureDoubt()
    doubt.low = 0.6
    doubt.high = 1.2
    #expect(doubt.reach(at: 0) == 0.6 && abs(doubt.reach(at: 1) - 1.2) < 1e-12)
    // Two thirds of the triangle lie below its top: (1 − 0.6) / 0.6.
    #expect(abs(doubt.reach(at: 2.0 / 3) - 1) < 1e-12)
    let drawn = uptakes([measure("a") { $0 = doubt }], in: 2030).map { $0[0] }
    let mean = drawn.reduce(0, +) / Double(count)
    // Its variance is (a² + b² + c² − ab − ac − bc) / 18 = 0.0156; four standard errors.
    #expect(abs(mean - 2.8 / 3) < 4 * 0.125 / Double(count).squareRoot())
    #expect(drawn.allSatisfy { (0.6...1.2).contains($0) })
    #expect(MeasureDoubt().reach(at: 0.3) == 1)
  }

  @Test(arguments: [(0.6, 1.0), (1.0, 1.5)])
  func `a triangle may lean on one end`(low: Double, high: Double) {
    var doubt = MeasureDoubt()
    (doubt.low, doubt.high) = (low, high)
    for share in stride(from: 0.0, through: 1, by: 0.1) {
      #expect((low - 1e-12...high + 1e-12).contains(doubt.reach(at: share)))
    }
  }

  @Test func `every year of the start is as likely`() {
    let late = measure("a") { $0.latest = 2028 }
    // Of four years, one, two, three and all have begun by 2025, 2026, 2027 and 2028.
    for (year, share) in [(2024, 0.0), (2025, 0.25), (2026, 0.5), (2027, 0.75), (2028, 1)] {
      let begun = uptakes([late], in: year).count { $0[0] > 0 }
      #expect(abs(Double(begun) / Double(count) - share) < 0.015)
    }
  }

  @Test func `a measure is done as often as it is likely, and never without what it requires`() {
    var second = measure("second") { $0.delivery = 0.5 }
    second.requires = ["first"]
    var third = measure("third") { _ in }
    third.requires = ["second"]
    // The order they are written in decides nothing.
    let drawn = uptakes([third, measure("first") { $0.delivery = 0.6 }, second], in: 2030)
    func share(_ place: Int) -> Double {
      Double(drawn.count { $0[place] > 0 }) / Double(count)
    }
    #expect(abs(share(1) - 0.6) < 0.015)
    #expect(abs(share(2) - 0.3) < 0.015, "0.6 · 0.5")
    #expect(share(0) == share(2), "certain by itself, but for what it requires")
    #expect(drawn.allSatisfy { $0[2] == 0 || $0[1] > 0 })
  }

  @Test func `what is certain is what was written, in every draw`() {
    let drawn = uptakes([measure("a") { _ in }], in: 2030)
    #expect(drawn.allSatisfy { $0 == [1] })
  }

  @Test func `the same seed draws the same, another one does not`() {
    let measures = [measure("a") { $0.delivery = 0.5 }]
    #expect(uptakes(measures, in: 2030) == uptakes(measures, in: 2030))
    #expect(uptakes(measures, in: 2030) != uptakes(measures, in: 2030, seed: 2))
    // A measure beside it changes nothing in what is drawn for this one.
    let both = uptakes([measure("b") { $0.delivery = 0.2 }] + measures, in: 2030)
    #expect(both.map { $0[1] } == uptakes(measures, in: 2030).map { $0[0] })
  }

  /// Lines that the same happens to are one: what is promised or cut is a part of all of them.
  @Test func `promises and cuts are about all lines, however many`() {
    let lines = (1...5).map { PlanFixture.line("gas", 200, 0.2, site: "s\($0)") }
    let promised = PlanFixture.model(
      lines, [PlanFixture.measure("a", start: 2025, .tonnes(PlanFixture.on("gas"), 0.06))])
    // 5 · 200 · 0.2 = 200 kg, less 60.
    #expect(abs(promised.amount(in: 2030, promised.all) - 140) < 1e-9)
    let cut = PlanFixture.model(
      lines,
      [
        PlanFixture.measure(
          "a", start: 2025,
          .cut(PlanFixture.on("gas"), .init(value: 300, unit: PlanFixture.unit("kWh"))))
      ])
    #expect(abs(cut.amount(in: 2030, cut.all) - 140) < 1e-9)
  }

  /// An amount that is cut is the same whatever the base year really was.
  @Test func `what is cut is an amount`() {
    let model = PlanFixture.model(
      [PlanFixture.line("gas", 1000, 0.2)],
      [
        PlanFixture.measure(
          "a", start: 2025,
          .cut(PlanFixture.on("gas"), .init(value: 300, unit: PlanFixture.unit("kWh"))))
      ])
    var drawn = model
    drawn.lines[0].quantity = 1200
    drawn.lines[0].amount = 240
    #expect(abs(model.amount(in: 2030, model.all) - 140) < 1e-9)
    // (1200 − 300) · 0.2.
    #expect(abs(drawn.amount(in: 2030, model.all) - 180) < 1e-9)
  }
}
