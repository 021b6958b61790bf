import Diagnostics
import Quantities
import TestSupport
import Testing

@testable import Scenarios

/// Money and ledgers in scenario files: what they say, and where they are wrong.
struct CostReaderTests {
  private func read(_ text: String) -> (Scenario?, [String]) {
    var log = FindingLog()
    let reader = ScenarioReader(known: ["plan"]) { _ in (Array(text.utf8), "plan.yaml") }
    let scenario = reader.scenario("plan", log: &log)
    let found = log.sortedGroups.flatMap(\.first).map {
      "\($0.kind.identifier) \($0.location.line):\($0.location.column)"
    }
    return (scenario, found)
  }

  @Test(arguments: [
    ("costs: {currency: EUR}", "missing-key 3:8"),
    ("costs: {discount: 4}", "bad-campus-value 3:19"),
    ("costs: {discount: 40 %}", "bad-campus-value 3:19"),
    ("costs: {discount: 4 %, currency: kEUR}", "bad-campus-value 3:34"),
    ("costs: {discount: 4 %, currency: kWh}", "bad-campus-value 3:34"),
    ("prices: {g: {values: {2023: 1}, unit: kWh/€, of: {post: a}}}", "bad-campus-value 3:39"),
    ("prices: {g: {values: {2023: 1}, unit: €/kWh}}", "missing-key 3:13"),
    ("prices: {g: {values: {2023: -1}, unit: €/kWh, of: {post: a}}}", "bad-campus-value 3:29"),
    ("sinks: {h: {amount: 12 tCO2e}}", "missing-start 3:9"),
    ("sinks: {h: {amount: -12 tCO2e, start: 2025}}", "bad-campus-value 3:21"),
    ("sinks: {h: {amount: 12, start: 2025}}", "bad-campus-value 3:21"),
    ("sinks: {h: {amount: 1 tCO2e, start: 2025, durability: 0}}", "bad-campus-value 3:55"),
    ("avoided: {a: {amount: 1 tCO2e, start: 2025, durability: 9}}", "unknown-key 3:45"),
    ("credits: {c: {values: {2025: 1 tCO2e}, amount: 2 tCO2e}}", "bad-campus-value 3:48"),
    ("credits: {c: {label: c}}", "missing-key 3:14"),
    ("prices: {g: {values: {}, unit: €/kWh, of: {post: a}}}", "bad-campus-value 3:22"),
    ("sinks: {h: {values: {}}}", "bad-campus-value 3:21"),
    ("sinks: {h: {values: {2025: 1 tCO2e}, end: 2030}}", "bad-campus-value 3:21"),
    ("sinks: {' ': {amount: 1 tCO2e, start: 2025}}", "bad-campus-value 3:9"),
    (
      "paths: {m: {measure: true, values: {2022: 1}, of: {post: a}}}\n"
        + "measures: {m: {start: 2025, effects: [{less: 1 %, of: {post: a}}]}}", "duplicate-key 3:9"
    ),
  ])
  func `what is wrong is told at its place`(text: String, finding: String) {
    #expect(read("format: 1\nlabel: x\n\(text)\n").1 == [finding])
  }

  @Test(arguments: [
    ("capex: 100000", "bad-campus-value 3:23"),
    ("capex: 100 000 €", "bad-campus-value 3:23"),
    ("capex: -5 €", "bad-campus-value 3:23"),
    ("capex: NaN €", "bad-campus-value 3:23"),
    ("capex: 1e40 €", "bad-campus-value 3:23"),
    ("capex: 5 kWh", "bad-campus-value 3:23"),
    ("capex: {soon: 5 €}", "bad-campus-value 3:24"),
    ("capex: 5 €, opex: 1 USD", "bad-campus-value 3:34"),
    ("capex: 5 €, subsidy: 6 €", "bad-campus-value 3:37"),
    ("capex: 5 €, lifetime: 0", "bad-campus-value 3:38"),
    ("lifetime: 20", "bad-campus-value 3:26"),
    ("published: 91 %", "bad-campus-value 3:27"),
  ])
  func `what is wrong with a cost is told at its place`(keys: String, finding: String) {
    let effects = "effects: [{less: 1 %, of: {post: energy}}]"
    #expect(
      read("format: 1\nlabel: x\nmeasures: {m: {\(keys), \(effects)}}\n").1 == [finding])
  }

  @Test func `costs are read in one money, whatever its size`() throws {
    let (scenario, found) = read(
      """
      format: 1
      label: x
      costs: {discount: 3.5 %, currency: EUR HT}
      prices: {gas: {values: {2023: 0.09}, unit: kEUR HT/MWh PCS, of: {activity: gas}}}
      measures:
        m:
          effects: [{less: 1 %, of: {post: energy}}]
          capex: {2026: 250 kEUR HT, 2027: 50000 EUR HT}
          subsidy: 1 kEUR HT
          opex: -200 EUR HT
          lifetime: 20

      """)
    #expect(found == [])
    let cost = try #require(scenario?.measures.first?.cost)
    #expect(cost.investment.total == 300_000 && cost.subsidy == 1000 && cost.running == -200)
    #expect(scenario?.prices.first?.values == [2023: 90])
    #expect(scenario?.prices.first?.per.symbol == "MWh PCS")
    #expect(scenario?.economy?.discount == 0.035)
  }

  @Test func `what is told beside the emissions grows as it says`() throws {
    let (scenario, found) = read(
      """
      format: 1
      label: x
      sinks:
        hedges: {amount: 12 tCO2e, start: 2025, ramp: 4, durability: 30}
        forest: {values: {2030: 3 tCO2e, 2040: 10 tCO2e}}
      credits:
        hedges: {amount: 500 kgCO2e, start: 2026, end: 2027, after: stop, registry: R}

      """)
    #expect(found == [])
    let ledgers = try #require(scenario?.ledgers)
    #expect(ledgers.map(\.ledger) == [.sinks, .sinks, .credits])
    #expect([2024, 2025, 2028, 2050].map(ledgers[0].amount(in:)) == [0, 3, 12, 12])
    #expect([2029, 2030, 2035, 2050].map(ledgers[1].amount(in:)) == [0, 3, 6.5, 10])
    #expect([2025, 2026, 2027, 2028].map(ledgers[2].amount(in:)) == [0, 0.5, 0.5, 0])
  }
}
