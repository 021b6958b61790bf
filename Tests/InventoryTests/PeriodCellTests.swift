import Diagnostics
import EmissionFactors
import Quantities
import Testing

@testable import Inventory

/// Periods as people type them.
struct PeriodCellTests {
  private func period(_ cell: String) -> [String] {
    Reading("period;activity;quantity;unit\n\(cell);water-supply;1;m3\n").lines
      .map(\.period.description)
  }

  private func fromTo(_ from: String, _ to: String) -> Reading {
    Reading("du;au;activité;quantité;unité\n\(from);\(to);water-supply;1;m3\n")
  }

  @Test(arguments: [
    ("2022", "2022-01-01", 365), ("2024", "2024-01-01", 366), ("2022-03", "2022-03-01", 31),
    ("03/2022", "2022-03-01", 31), ("2022-03-15", "2022-03-15", 1),
    ("15/03/2022", "2022-03-15", 1), ("2022-01-15..2022-03-14", "2022-01-15", 59),
  ])
  func `a period has its first day and its number of days`(
    cell: String, first: String, days: Int
  ) {
    // 2022-01-15..2022-03-14, end included: 17 + 28 + 14 = 59 days.
    let lines = Reading("period;activity;quantity;unit\n\(cell);water-supply;1;m3\n").lines
    #expect(lines.map(\.period.start.description) == [first])
    #expect(lines.map(\.period.days) == [days])
  }

  @Test func `from and to include the end, as people write it on a bill`() {
    let reading = fromTo("2022-12-15", "14/01/2023")
    #expect(reading.found == [])
    // 17 days of December and 14 of January.
    #expect(reading.lines.map(\.period.days) == [31])
  }

  @Test(arguments: [
    ("2022-02-29", "bad-date 2:1"), ("31/04/2022", "bad-date 2:1"), ("1822", "bad-date 2:1"),
    ("2022-13", "bad-date 2:1"), ("hier", "bad-date 2:1"),
    ("2022-03-14..2022-01-15", "bad-date 2:1"),
  ])
  func `a date that is none is refused where it stands`(cell: String, finding: String) {
    #expect(
      Reading("period;activity;quantity;unit\n\(cell);water-supply;1;m3\n").found == [finding])
  }

  @Test func `half a pair of dates is not a period`() {
    #expect(fromTo("2022-01-01", "").found == ["missing-value 2:12"])
    #expect(fromTo("", "2022-01-31").found == ["missing-value 2:1"])
    #expect(fromTo("", "").found == ["missing-period 2:1"])
    #expect(fromTo("2022-02-01", "2022-01-01").found == ["bad-date 2:12"])
  }
}
