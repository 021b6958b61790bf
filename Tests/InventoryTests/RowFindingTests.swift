import Diagnostics
import EmissionFactors
import Quantities
import TestSupport
import Testing

@testable import Inventory

/// Every kind of finding about rows, each from the smallest file that has it, at its place.
struct RowFindingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var kind: FindingKind
    var text: String
    var campus = ""

    var testDescription: String { kind.identifier }
  }

  private static let plain = "period;activity;quantity;unit\n"

  static let cases: [Case] = [
    Case(kind: InventoryFindings.missingValue, text: plain + "2022;water-supply;👉;m3\n"),
    Case(kind: InventoryFindings.unknownActivity, text: plain + "2022;👉watter-supply;1;m3\n"),
    Case(kind: InventoryFindings.unknownUnit, text: plain + "2022;water-supply;1;👉m33\n"),
    Case(
      kind: InventoryFindings.unknownSite,
      text: "period;site;activity;quantity;unit\n2022;👉nrod;water-supply;1;m3\n"),
    Case(
      kind: InventoryFindings.unknownBuilding,
      text: "period;site;building;activity;quantity;unit\n2022;nord;👉z;water-supply;1;m3\n"),
    Case(
      kind: InventoryFindings.unknownWord,
      text: "period;activity;quantity;unit;status\n2022;water-supply;1;m3;👉guessed\n"),
    Case(
      kind: InventoryFindings.unknownPost,
      text: "period;activity;quantity;unit;post\n2022;declared-emissions;1;kgCO2e;👉travle\n"),
    Case(
      kind: InventoryFindings.unknownMode,
      text: "period;population;mode;distance;days;weeks\n2022;staff;👉rocket;10;5;40\n"),
    Case(kind: InventoryFindings.badNumber, text: plain + "2022;water-supply;👉12abc;m3\n"),
    Case(kind: InventoryFindings.ambiguousNumber, text: plain + "2022;water-supply;👉1,234;m3\n"),
    Case(
      kind: InventoryFindings.wrongDecimalMark, text: plain + "2022;water-supply;👉1.5;m3\n",
      campus: "numbers: {decimal: comma}\n"),
    Case(
      kind: InventoryFindings.numberTooLarge,
      text: plain + "2022;water-supply;👉\(String(repeating: "9", count: 40));m3\n"),
    Case(
      kind: InventoryFindings.roundedNumber,
      text: plain + "2022;water-supply;👉0,1234567890123;m3\n"),
    Case(kind: InventoryFindings.badDate, text: plain + "👉2022-02-30;water-supply;1;m3\n"),
    Case(kind: InventoryFindings.missingPeriod, text: plain + "👉;water-supply;1;m3\n"),
    Case(kind: InventoryFindings.negativeQuantity, text: plain + "2022;water-supply;👉-5;m3\n"),
    Case(kind: InventoryFindings.zeroQuantity, text: plain + "2022;water-supply;👉0;m3\n"),
    Case(
      kind: InventoryFindings.missingLifetime,
      text: "period;activity;quantity;unit;lifetime\n2022;laptop;1;piece;👉\n"),
    Case(
      kind: InventoryFindings.lifetimeIgnored,
      text: "period;activity;quantity;unit;lifetime\n2022;water-supply;1;m3;👉5\n"),
    Case(
      kind: InventoryFindings.leakRateMisplaced,
      text: "period;activity;quantity;unit;leak-rate\n2022;water-supply;1;m3;👉5 %\n"),
    Case(
      kind: InventoryFindings.badQuality,
      text: "period;activity;quantity;unit;reliability\n2022;water-supply;1;m3;👉6\n"),
    Case(
      kind: InventoryFindings.impossibleSurvey,
      text: "period;population;mode;distance;days;weeks\n👉2022;staff;bus;10;8;40\n"),
    Case(
      kind: DoubtFindings.subtotalRow,
      text: "period;label;activity;quantity;unit\n2022;👉Total eau;water-supply;1;m3\n"),
    Case(
      kind: DoubtFindings.possibleSubtotal,
      text: plain + """
        2022-01;water-supply;1;m3
        2022-02;water-supply;2;m3
        2022-03;water-supply;3;m3
        2022;water-supply;👉6;m3

        """),
    Case(
      kind: DoubtFindings.duplicateRow,
      text: plain + "2022;water-supply;1;m3\n👉2022;water-supply;1;m3\n"),
    Case(
      kind: DoubtFindings.meterOverlap,
      text: "period;activity;quantity;unit;meter\n2022-01;electricity;1;kWh;M1\n"
        + "👉2022-01;electricity;2;kWh;M1\n"),
    Case(
      kind: DoubtFindings.estimateAndReading,
      text: "period;activity;quantity;unit;meter;status\n"
        + "👉2022-01;electricity;1;kWh;M1;estimated\n2022-01;electricity;2;kWh;M1;read\n"),
    Case(
      kind: DoubtFindings.meterGap,
      text: "period;activity;quantity;unit;meter\n2022-01;electricity;1;kWh;M1\n"
        + "👉2022-03;electricity;2;kWh;M1\n"),
    Case(
      kind: DoubtFindings.meterOutlier,
      text: "period;activity;quantity;unit;meter\n"
        + (1...6).map { "2022-0\($0);electricity;100;kWh;M1\n" }.joined()
        + "👉2022-07;electricity;1000;kWh;M1\n"),
  ]

  @Test(arguments: cases)
  func `each kind of finding is told at its place, and nothing else is`(_ example: Case) {
    let marked = MarkedText(example.text)
    let reading = Reading(marked.text, campus: example.campus)
    #expect(reading.found == marked.positions.map { "\(example.kind.identifier) \($0)" })
    let isError = example.kind.severity == .error
    #expect(reading.rejected.count == (isError ? 1 : 0))
  }

  @Test func `the search for duplicates says where it stopped`() {
    let row = "2022;water-supply;1;m3\n"
    let text = Self.plain + row + "2022;water-supply;2;m3\n" + row
    #expect(Reading(text, duplicateLimit: 2).found == ["duplicate-search-stopped 0:0"])
    #expect(Reading(text, duplicateLimit: 3).found == ["duplicate-row 4:1"])
    #expect(InventoryReader.DuplicateReach.firstRows.limit == 500_000)
  }

  @Test func `no kind of finding is without an example here`() {
    // About a whole survey, and shown in SurveyScalingTests.
    let shown = Set(Self.cases.map(\.kind.identifier)).union([
      "duplicate-search-stopped", "few-answers", "more-answers-than-people",
    ])
    let all = Set((InventoryFindings.all + DoubtFindings.all).map(\.identifier))
    #expect(shown == all)
  }

  @Test(arguments: [
    ("2022;👉watter-supply;1;m3", "water-supply"),
    ("2022;👉Gaz naturel;1;kWh PCS", "natural-gas"),
    ("2022;water-supply;1;👉kWhh", "kWh"),
  ])
  func `the nearest valid name is suggested`(row: String, nearest: String) throws {
    let reading = Reading(MarkedText(Self.plain + row + "\n").text)
    let group = try #require(reading.log.sortedGroups.first)
    #expect(group.first.first?.suggestion == nearest)
  }

  @Test func `the line is shown with the cell meant`() throws {
    let reading = Reading(Self.plain + "2022;water-supply;12abc;m3\n")
    let place = try #require(reading.log.sortedGroups.first?.first.first?.location)
    #expect(place.excerpt == "2022;water-supply;12abc;m3")
    #expect(place.caret == 19)
    #expect(place.length == 5)
  }

  @Test func `a thousand rows of one kind are counted, twenty are shown`() {
    let rows = (1...1000).map { "2022;nothing;\($0);m3\n" }.joined()
    let log = Reading(Self.plain + rows).log
    #expect(log.sortedGroups.first?.count == 1000)
    #expect(log.sortedGroups.first?.first.count == 20)
    #expect(log.count(of: .error) == 1000)
  }

  @Test func `an accepted error leaves its row out on purpose, and its line alone`() {
    let text = Self.plain + "2022;nothing;1;m3\n2022;nothing;2;m3\n"
    let reading = Reading(
      text,
      campus: "accepted: [{finding: unknown-activity, where: \"activity/a.csv:3\", reason: r}]\n")
    #expect(reading.excluded.map(\.reason) == [.accepted])
    #expect(reading.rejected.count == 1)
    #expect(reading.log.count(of: .error) == 1)
    #expect(reading.log.acceptedCount == 1)
  }
}
