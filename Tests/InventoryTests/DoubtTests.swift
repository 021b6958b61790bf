import Diagnostics
import EmissionFactors
import Quantities
import TestSupport
import Testing

@testable import Inventory

/// Rows that sum up others, and rows that are there twice.
struct DoubtTests {
  private static let header = "period;site;label;activity;quantity;unit\n"

  private func read(_ rows: String...) -> Reading {
    Reading(Self.header + rows.joined(separator: "\n") + "\n")
  }

  @Test(arguments: [
    "2022;;👉Total;water-supply;5;m3", "2022;;👉TOTAL 2022;water-supply;5;m3",
    "2022;;👉Sous-total eau;water-supply;5;m3", "2022;;👉sous total;water-supply;5;m3",
    "2022;;👉Subtotal;water-supply;5;m3", "2022;👉Total;;water-supply;5;m3",
    "👉Total 2022;;;water-supply;5;m3", "2022;;;👉Total;5;m3",
    "2022;;👉Cumul;water-supply;5;m3",
  ])
  func `a row that says it is a total is left out, and what it holds is told`(row: String) throws {
    let marked = MarkedText(row)
    let reading = read(marked.text)
    #expect(reading.found == ["subtotal-row 2:\(marked.places[0].column)"])
    #expect(reading.lines.isEmpty)
    #expect(reading.excluded.map(\.reason) == [.subtotal])
    #expect(reading.excluded.first?.row.quantity == (try number("5")))
  }

  @Test(arguments: ["Totalement rénové", "TotalEnergies", "Sommet", "cumulus", "Hôtel Tota"])
  func `a word that only begins like one is not a total`(label: String) {
    #expect(read("2022;;\(label);water-supply;5;m3").found == [])
  }

  @Test func `a row that equals the sum of those above is doubtful and still counted`() {
    let reading = read(
      "2022-01;;;water-supply;1,5;m3", "2022-02;;;water-supply;2,5;m3",
      "2022-03;;;water-supply;4;m3", "2022;;;water-supply;8;m3")
    #expect(reading.found == ["possible-subtotal 5:21"])
    #expect(reading.lines.count == 4)
  }

  @Test func `two rows that add up to the next are left to chance`() {
    #expect(
      read(
        "2022-01;;;water-supply;1;m3", "2022-02;;;water-supply;2;m3",
        "2022-03;;;water-supply;3;m3"
      ).found == [])
  }

  @Test func `a total of each block is found`() {
    let reading = read(
      "2022-01;nord;;water-supply;1;m3", "2022-02;nord;;water-supply;2;m3",
      "2022-03;nord;;water-supply;4;m3", "2022;nord;;water-supply;7;m3",
      "2022-01;sud;;water-supply;3;m3", "2022-02;sud;;water-supply;5;m3",
      "2022-03;sud;;water-supply;6;m3", "2022;sud;;water-supply;14;m3")
    #expect(reading.found == ["possible-subtotal 5:25", "possible-subtotal 9:24"])
  }

  @Test func `another activity or unit begins a new sum`() {
    #expect(
      read(
        "2022-01;;;water-supply;1;m3", "2022-02;;;water-supply;2;m3",
        "2022-03;;;water-supply;3;m3", "2022;;;wastewater;6;m3"
      ).found == [])
  }

  @Test func `the same row again is doubtful, and a note tells two purchases apart`() {
    let row = "2022;nord;café;water-supply;5;m3"
    #expect(read(row, row).found == ["duplicate-row 3:1"])
    #expect(read(row, row, row).log.sortedGroups.first?.count == 2)
    #expect(read(row, "2022;nord;thé;water-supply;5;m3").found == [])
  }

  @Test func `the same cells shifted by a column are not the same row`() {
    #expect(
      read("2022;nord;;water-supply;5;m3", "2022;;nord;water-supply;5;m3").found == [])
  }
}
