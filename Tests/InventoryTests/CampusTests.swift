import Diagnostics
import EmissionFactors
import Quantities
import TestSupport
import Testing

@testable import Inventory

/// campus.yaml: what each key gives, and how each mistake is told.
struct CampusTests {
  private func read(_ text: String) -> (campus: Campus?, log: FindingLog) {
    var log = FindingLog()
    let campus = CampusReader.read(
      Array(text.utf8), findingNames: ["meter-gap", "duplicate-row"], log: &log)
    return (campus, log)
  }

  private func campus(_ extra: String) throws -> Campus {
    let (campus, log) = read("format: 1\nname: Essai\n" + extra)
    #expect(log.found == [])
    return try #require(campus)
  }

  @Test func `the identity of a campus is read`() throws {
    let campus = try campus(
      """
      language: fr
      base-year: 2021
      year-starts: 09-01
      consolidation: operational control
      gwp: AR5
      numbers: {decimal: comma}
      vat: 20 %
      carbon-column: 0.2727
      notes: [un, deux]
      """)
    #expect(campus.name == "Essai")
    #expect(campus.language == .french)
    #expect(campus.baseYear == 2021)
    #expect(campus.calendar.startMonth == 9 && campus.calendar.startDay == 1)
    #expect(campus.consolidation == "operational control")
    #expect(campus.warming == .ar5 && campus.choosesWarming)
    #expect(campus.decimalMark == .comma)
    #expect(campus.vat == (try number("0.2")))
    #expect(campus.carbonColumn == (try number("0.2727")))
    #expect(campus.notes == ["un", "deux"])
  }

  @Test func `what is not said has its documented default`() throws {
    let campus = try campus("")
    #expect(campus.warming == .ar6 && !campus.choosesWarming)
    #expect(campus.calendar == .calendar)
    #expect(campus.decimalMark == nil && campus.language == nil && campus.vat == nil)
    #expect(campus.sites.isEmpty && campus.years.isEmpty)
  }

  @Test func `sites and buildings are read in their order`() throws {
    let campus = try campus(
      "sites: {sud: {name: Site Sud, buildings: {b: Bât B, a: }}, nord: {}}\n")
    #expect(campus.sites.map(\.identifier) == ["sud", "nord"])
    #expect(campus.sites.map(\.name) == ["Site Sud", "nord"])
    #expect(campus.sites[0].buildings.map(\.identifier) == ["b", "a"])
    #expect(campus.sites[0].buildings.map(\.name) == ["Bât B", "a"])
  }

  @Test func `everything about a year is read`() throws {
    let campus = try campus(
      """
      years:
        2022:
          students: 1200
          staff: 300
          fte: 280.5
          floor-area: 3.395 ha
          budget: 35135 kEUR
          atypical: COVID-19
          footprint: resources-only
          footprint-note: later
          electricity-mix: {low-carbon: 92 %, renewable: 0.25, source: s}
          published:
            - {label: Part, value: 45 %, source: report}
          weighted-users:
            {resident-students: 4, resident-staff: 0, other-residents: 0, students-fte: 8,
             staff-fte: 0, distance-students: 0}
      """)
    let year = try #require(campus.years[2022])
    #expect(year.headCount == Number(1500))
    #expect(year.fullTimeEquivalents == (try number("280.5")))
    #expect(year.floorArea == Number(33950))
    #expect(year.budget == Number(35_135_000))
    #expect(year.atypical == "COVID-19")
    #expect(year.isResourcesOnly && year.footprintNote == "later")
    #expect(year.electricityMix?.lowCarbon == (try number("0.92")))
    #expect(year.electricityMix?.renewable == (try number("0.25")))
    #expect(year.published.map(\.value) == ["45 %"])
    // 4 + 0.75 · (8 − 4) = 7
    #expect(year.weightedUsers?.count == Number(7))
  }

  @Test func `a published head count replaces the sum, and none is no zero`() throws {
    // IMT Mines Alès 2020: 1 453 students and 384 staff are 1 837; 1 844 people are printed.
    let campus = try campus(
      "years: {2020: {students: 1453, staff: 384, people: 1844}, 2021: {budget: 1 EUR}}\n")
    #expect(campus.years[2020]?.headCount == Number(1844))
    #expect(campus.years[2021]?.headCount == nil)
  }

  @Test func `substitutions, posts, prices and equivalents are read`() throws {
    let campus = try campus(
      """
      substitutions:
        - {activity: electricity, year: 2025, factor: bc-43642, reason: latest}
      posts: {travel: Déplacements, energy: Énergie}
      price-index: {2022: 111.5, 2023: 117}
      equivalents:
        - {label: Français, per: 9.9 t, source: rapport}
      """)
    #expect(campus.substitutions.map(\.factor) == ["bc-43642"])
    #expect(campus.substitutions.first?.location.line == 4)
    #expect(campus.postOrder == ["travel", "energy"])
    #expect(campus.postLabels["travel"] == "Déplacements")
    #expect(campus.priceIndex == [2022: try number("111.5"), 2023: Number(117)])
    #expect(campus.equivalents.map(\.kilograms) == [Number(9900)])
  }

  @Test func `an acceptance is for a file, a line, or everywhere`() throws {
    let campus = try campus(
      """
      accepted:
        - {finding: meter-gap, where: activity/2022/gas.csv, reason: works}
        - {finding: meter-gap, where: "activity/2022/gas.csv:12", reason: works}
        - {finding: duplicate-row, reason: two purchases}
      """)
    let gas = "activity/2022/gas.csv"
    #expect(campus.acceptances.map(\.file) == [gas, gas, nil])
    #expect(campus.acceptances.map(\.line) == [nil, 12, nil])
    #expect(campus.acceptances.map(\.reason) == ["works", "works", "two purchases"])
  }

  @Test(arguments: [
    ("👉colour: red", "unknown-key"), ("years: {2022: {👉studens: 5}}", "unknown-key"),
    ("years: {2022: {electricity-mix: {👉lowcarbon: 5 %}}}", "unknown-key"),
    ("sites: {nord: {👉nom: Nord}}", "unknown-key"),
    ("numbers: {decimal: point, 👉group: space}", "unknown-key"),
    ("gwp: AR5\n👉gwp: AR6", "duplicate-key"), ("gwp: 👉AR7", "wrong-type"),
    ("language: 👉de", "wrong-type"), ("base-year: 👉soon", "wrong-type"),
    ("years: {👉22: {}}", "bad-campus-value"), ("years: {👉02022: {}}", "bad-campus-value"),
    ("years: {2022: {students: 👉many}}", "bad-campus-value"),
    ("years: {2022: {students: 👉\"1,5\"}}", "bad-campus-value"),
    ("years: {2022: {students: 👉-5}}", "bad-campus-value"),
    ("years: {2022: {floor-area: 👉33950}}", "bad-campus-value"),
    ("years: {2022: {floor-area: 👉33950 kg}}", "bad-campus-value"),
    ("years: {2022: {budget: 👉35135000}}", "bad-campus-value"),
    ("years: {2022: {budget: 👉5 USD}}", "bad-campus-value"),
    ("years: {2022: {footprint: 👉none}}", "wrong-type"),
    ("years: {2022: {electricity-mix: {low-carbon: 👉920 %}}}", "bad-campus-value"),
    ("years: {2022: {electricity-mix: {low-carbon: 👉-5 %}}}", "bad-campus-value"),
    ("years: {2022: {electricity-mix: {low-carbon: 👉92}}}", "bad-campus-value"),
    ("vat: 👉20", "bad-campus-value"), ("year-starts: 👉13-01", "bad-campus-value"),
    ("year-starts: 👉September", "bad-campus-value"),
    ("price-index: {2022: 👉0}", "bad-campus-value"),
    ("price-index: {👉year: 100}", "bad-campus-value"),
    ("exchange-rates: {👉dollar: {2022: 1.05}}", "bad-campus-value"),
    ("exchange-rates: {👉EUR: {2022: 1}}", "bad-campus-value"),
    ("exchange-rates: {USD: {2022: 👉-1}}", "bad-campus-value"),
    ("exchange-rates: {USD: 👉1.05}", "wrong-type"),
    ("carbon-column: 👉C", "bad-campus-value"), ("sites: 👉[nord]", "wrong-type"),
    ("equivalents: [{label: a, per: 👉9.9}]", "bad-campus-value"),
    ("accepted: [{finding: 👉meter-gapp, reason: r}]", "unknown-finding"),
    ("accepted: [👉{finding: meter-gap}]", "missing-key"),
    ("substitutions: [👉{activity: electricity, year: 2025, factor: f}]", "missing-key"),
    ("substitutions: [{activity: a, year: 👉soon, factor: f, reason: r}]", "wrong-type"),
    ("vat: 👉&rate 20 %", "yaml-alias"), ("numbers: 👉comma", "wrong-type"),
    ("numbers: {decimal: 👉dot}", "wrong-type"),
  ])
  func `a mistake is told at its line and column`(text: String, kind: String) {
    let marked = MarkedText("format: 1\nname: Essai\n" + text + "\n")
    let log = read(marked.text).log
    #expect(log.found == marked.positions.map { kind + " " + $0 })
    #expect(log.count(of: .error) >= 1)
  }

  @Test(arguments: [
    ("name: Essai\n", "missing-key"), ("format: 1\n", "missing-key"),
    ("format: 2\nname: a\n", "unsupported-format"), ("format: {}\nname: a\n", "wrong-type"),
    ("", "missing-key"), ("- a\n", "wrong-type"),
  ])
  func `a campus must say its format and its name`(text: String, kind: String) {
    #expect(read(text).log.found.contains { $0.hasPrefix(kind) }, "\(read(text).log.found)")
  }

  @Test func `a misspelt key or finding is met with the nearest one`() {
    for (text, nearest) in [
      ("languge: fr", "language"), ("accepted: [{finding: meter-gpa, reason: r}]", "meter-gap"),
    ] {
      let log = read("format: 1\nname: a\n" + text + "\n").log
      #expect(log.sortedGroups.first?.first.first?.suggestion == nearest)
    }
  }
}
