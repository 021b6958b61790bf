import Foundation
import TestSupport

/// A campus of gas and electricity with a plan of two measures, and how its tests look at it.
protocol ScenarioCase {}

extension ScenarioCase {
  static var rows: String {
    """
    period,site,activity,quantity,unit
    2023,main,natural-gas,6000,MWh PCS
    2023,main,electricity,5000,MWh

    """
  }
  static var plan: String {
    """
    format: 1
    label: plan
    base: 2023
    horizon: 2026
    milestones: [2024, 2026]
    costs: {discount: 0 %, currency: EUR HT}
    prices:
      gas: {values: {2023: 0.1}, unit: EUR HT/kWh PCS, of: {activity: natural-gas}}
      power: {values: {2023: 0}, unit: EUR HT/kWh, of: {activity: electricity}}
    measures:
      insulation:
        start: 2025
        ramp: 2
        rebound: 10 %
        capex: 900000 EUR HT
        lifetime: 30
        effects: [{less: 30 %, of: {activity: natural-gas}}]
      pumps:
        start: 2024
        opex: 1000 EUR HT
        effects: [{move: 80 %, of: {activity: natural-gas}, to: electricity, ratio: 0.3 kWh/kWh PCS}]
    sinks:
      hedges: {amount: 10 tCO2e, start: 2024}
    credits:
      bought: {amount: 5000 tCO2e, start: 2024}

    """
  }

  func campus(_ plan: String = Self.plan, rows: String = Self.rows) throws -> TemporaryFolder {
    try CampusFixture.campus(["activity/2023/a.csv": rows, "scenarios/plan.yaml": plan])
  }

  func run(_ campus: TemporaryFolder, _ arguments: String...) throws -> (
    status: Int32, output: String, errors: String
  ) {
    let run = try Program.run(["scenario"] + arguments + ["--lang", "en"], in: campus.path)
    return (run.status, run.output, run.errors)
  }

  /// The cells of the CSV form, by table, row and column.
  func cells(_ output: String) -> [String: Double] {
    var cells: [String: Double] = [:]
    for line in output.split(separator: "\n") {
      let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if parts.count >= 6 { cells["\(parts[0])/\(parts[1])/\(parts[4])"] = Double(parts[5]) }
    }
    return cells
  }

  func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
