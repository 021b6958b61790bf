import Diagnostics
import EmissionFactors
import Quantities
import TestSupport
import Testing

@testable import Inventory

/// Meters followed through their rows, in whatever order these come.
struct MeterTests {
  private static let header = "period;activity;quantity;unit;meter\n"

  private func facts(_ rows: [String], _ kind: FindingKind) -> [[String: String]] {
    let log = Reading(Self.header + rows.joined(separator: "\n") + "\n").log
    return log.sortedGroups.filter { $0.kind == kind }.flatMap(\.first).map {
      Dictionary(uniqueKeysWithValues: $0.facts.map { ($0.name, $0.value) })
    }
  }

  @Test func `days that two bills share are counted`() {
    // 2022-01-20..2022-01-31 are in both: 12 days.
    let rows = [
      "2022-01;electricity;100;kWh;M1", "2022-01-20..2022-02-28;electricity;100;kWh;M1",
    ]
    #expect(facts(rows, DoubtFindings.meterOverlap) == [["meter": "M1", "days": "12"]])
    #expect(facts(rows.reversed(), DoubtFindings.meterOverlap).map { $0["days"] } == ["12"])
  }

  private static let estimates = [
    "2023-01-01..2023-02-28;electricity;2000;kWh;M1;estimated",
    "2023-01-01..2023-03-31;electricity;2900;kWh;M1;read",
    "2023-03-20..2023-04-30;electricity;800;kWh;M1;estimated",
  ]

  @Test func `days that an estimate and a reading cover are told apart from days billed twice`() {
    // January and February, 59 days, and the last twelve of March.
    let header = "period;activity;quantity;unit;meter;status\n"
    for rows in [Self.estimates, Self.estimates.reversed()] {
      let log = Reading(header + rows.joined(separator: "\n") + "\n").log
      let facts = log.sortedGroups.flatMap(\.first).map { finding in
        finding.kind.identifier + finding.facts.map { " \($0.value)" }.joined()
      }
      #expect(facts == ["estimate-and-reading M1 71"])
    }
    let twice = header + Self.estimates[0] + "\n" + Self.estimates[0].replacing("2000", with: "1")
    #expect(Reading(twice).found == ["meter-overlap 3:1"])
  }

  @Test func `a row that takes an estimate back covers no day`() {
    let rows = [
      "2023-01;electricity;2000;kWh;M1", "2023-01;electricity;-2000;kWh;M1",
      "2023-02;electricity;900;kWh;M1",
    ]
    #expect(facts(rows, DoubtFindings.meterOverlap) == [])
    #expect(facts(rows, DoubtFindings.meterGap) == [])
  }

  @Test func `days that no bill covers are told with their dates`() {
    let rows = ["2022-01;electricity;100;kWh;M1", "2022-03-02..2022-03-31;electricity;9;kWh;M1"]
    let found = facts(rows, DoubtFindings.meterGap)
    // February and the first of March: 28 + 1.
    #expect(found.map { $0["days"] } == ["29"])
    #expect(found.first?["gap"]?.contains("2022-02-01") == true)
    #expect(facts(rows.reversed(), DoubtFindings.meterGap).map { $0["days"] } == ["29"])
  }

  @Test func `neighbouring bills leave neither gap nor overlap`() {
    let rows = (1...9).map { "2022-0\($0);electricity;\(100 + $0);kWh;M1" }
    #expect(Reading(Self.header + rows.joined(separator: "\n") + "\n").found == [])
  }

  @Test func `two meters, and two activities of one meter, do not meet`() {
    let rows = [
      "2022-01;electricity;100;kWh;M1", "2022-01;electricity;100;kWh;M2",
      "2022-01;water-supply;100;m3;M1", "2022-02;electricity;90;kWh;",
    ]
    #expect(Reading(Self.header + rows.joined(separator: "\n") + "\n").found == [])
  }

  @Test(arguments: [
    // Ten times 100 a month is unusual; four times is a cold month.
    ("1000", 1), ("400", 0), ("10", 0),
  ])
  func `a reading far above the others is doubtful`(quantity: String, count: Int) {
    let rows =
      (1...8).map { "2022-0\($0);electricity;100;kWh;M1" }
      + ["2022-09;electricity;\(quantity);kWh;M1"]
    #expect(facts(rows, DoubtFindings.meterOutlier).count == count)
  }

  @Test func `units are brought together before readings are compared`() {
    // 0.1 MWh is 100 kWh: nothing unusual; 100 MWh among kWh is a thousand times too much.
    let months = (1...8).map { "2022-0\($0);electricity;100;kWh;M1" }
    #expect(
      facts(months + ["2022-09;electricity;0,1;MWh;M1"], DoubtFindings.meterOutlier) == [])
    #expect(
      facts(months + ["2022-09;electricity;100;MWh;M1"], DoubtFindings.meterOutlier).count == 1)
  }

  @Test func `too few readings are no history`() {
    let rows =
      (1...4).map { "2022-0\($0);electricity;100;kWh;M1" }
      + ["2022-05;electricity;9000;kWh;M1"]
    #expect(facts(rows, DoubtFindings.meterOutlier) == [])
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `no order of rows changes what is said of a meter`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // Random bills of a year with holes, shared days and, sometimes, a slip of the unit.
    var rows: [String] = []
    for index in 0..<14 {
      let month = Int.random(in: 1...12, using: &random)
      let text = month < 10 ? "0\(month)" : "\(month)"
      let quantity = random.pick([100, 110, 120, 90, 95, 5000]) ?? 100
      rows.append("2022-\(text);electricity;\(quantity + index);kWh;M1")
    }
    func told(_ rows: [String]) -> [[String]] {
      [DoubtFindings.meterOverlap, DoubtFindings.meterGap, DoubtFindings.meterOutlier].map {
        facts(rows, $0).map { $0.sorted { $0.key < $1.key }.description }.sorted()
      }
    }
    let expected = told(rows)
    #expect(told(rows.shuffled(using: &random)) == expected)
  }
}
