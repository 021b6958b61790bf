import Diagnostics
import TestSupport
import Testing

@testable import Tables

@Suite struct HeaderTests {
  private let activity = TableSchema(
    "activity",
    [
      .init("period", ["période", "mois"], required: true), .init("site"),
      .init("quantity", ["quantité"], required: true), .init("unit", ["unité"], required: true),
    ])
  private let survey = TableSchema(
    "survey", [.init("mode", required: true), .init("distance", required: true), .init("site")])

  @Test(
    arguments: [
      "period;site;quantity;unit", "Période;SITE;Quantité;Unité", " PERIODE ; Site;QUANTITE ;unite",
      "\"période\";\"site\";\"quantité\";\"unité\"", "pe\u{301}riode;site;quantite\u{301};unité",
    ])
  func `columns are found by their names in any dress`(_ header: String) {
    let reading = Reading(header + "\n2022;Alès;1;kWh\n", [activity])
    #expect(reading.places == [0, 1, 2, 3])
    #expect(reading.log.isEmpty)
  }

  @Test func `columns may come in any order, and some may be absent`() {
    let reading = Reading("unit,quantity,period\nkWh,1,2022\n", [activity])
    #expect(reading.places == [2, nil, 1, 0])
    #expect(reading.log.isEmpty)
  }

  @Test func `an unknown column is placed, the nearest name proposed, and the table read`() throws {
    let marked = MarkedText("période;👉quantitee brute;👉sites;quantité;unité\n2022;x;y;1;kWh\n")
    let reading = Reading(marked.bytes, [activity])
    #expect(reading.findings == marked.positions.map { "unknown-column \($0)" })
    #expect(reading.rows.count == 1)
    let findings = reading.log.sortedGroups.flatMap(\.first)
    #expect(findings.map(\.suggestion) == [nil, "site"])
    #expect(findings.map(\.location.length) == [15, 5])
    #expect(findings.last?.summary(in: .english) == "unknown column “sites”: it is not read")
  }

  @Test func `an unknown column close to a known name is proposed that name`() {
    let schema = TableSchema(
      "t", [.init("period"), .init("quantity"), .init("amount", ["quantités"])])
    let reading = Reading("period;quantity;quantitée\n2022;1;x\n", [schema])
    #expect(reading.first(TableFindings.unknownColumn)?.suggestion == "quantités")
  }

  @Test func `a column that is there twice stops the file, under whichever names`() {
    let marked = MarkedText("period;quantity;unit;👉Quantité\n2022;1;kWh;2\n")
    let reading = Reading(marked.bytes, [activity])
    #expect(reading.table == nil)
    #expect(reading.findings == marked.positions.map { "duplicate-column \($0)" })
  }

  @Test func `a missing column stops the file and names what was probably meant`() throws {
    let reading = Reading("period;quantitty;unit\n2022;1;kWh\n", [activity])
    #expect(reading.table == nil)
    let finding = try #require(reading.first(TableFindings.missingColumn))
    #expect(finding.suggestion == "quantitty")
    #expect(finding.location.text == "t.csv:1:1")
    #expect(finding.location.excerpt == "period;quantitty;unit")
    #expect(
      finding.remedy(in: .english)
        == "add it; the headers expected are: period, quantity, unit")
    #expect(reading.first(TableFindings.unknownColumn)?.suggestion == "quantity")
  }

  @Test func `every missing column is said`() {
    let reading = Reading("site;note\nx;y\n", [activity])
    #expect(reading.log.sortedGroups.filter { $0.kind == TableFindings.missingColumn }.count == 3)
  }

  @Test func `the header chooses the schema it fits`() {
    let schemas = [activity, survey]
    #expect(Reading("mode;distance;site\nx;1;y\n", schemas).table?.schemaIndex == 1)
    #expect(Reading("site;period;quantity;unit\ny;2022;1;t\n", schemas).table?.schemaIndex == 0)
  }

  @Test func `a column without a name is passed over`() {
    let reading = Reading("period;;quantity;unit\n2022;x;1;kWh\n", [activity])
    #expect(reading.places == [0, nil, 2, 3])
    #expect(reading.log.isEmpty)
  }

  @Test func `a column's own name wins over an alias, and the first alias over the next`() {
    let schema = TableSchema(
      "t", [.init("name", ["label", "x"]), .init("label", ["X"]), .init("other", ["name"])])
    #expect(schema.column(named: "LABEL") == 1)
    #expect(schema.column(named: "x") == 0)
    #expect(schema.column(named: "name") == 0)
    #expect(schema.allNames == ["name", "label", "x", "label", "X", "other", "name"])
  }
}
