import Foundation
import TestSupport
import Testing

/// The CSV trace adds up to the printed total before rounding.
@Suite struct TraceTests {
  static let years = [
    ("demo-campus", "2021"), ("demo-campus", "2022"), ("demo-campus", "2023"),
    ("mines-ales", "2019"), ("mines-ales-energy-2020", "2020"), ("mines-albi", "2022"),
  ]

  @Test(arguments: years, ["fr", "en"])
  func `the column kgCO2e adds up to the exact total`(
    _ example: (String, String), _ language: String
  ) throws {
    let campus = ["-C", "Examples/" + example.0, "--lang", language]
    let json = try Program.run(campus + ["report", example.1, "-O", "json"]).output
    let total = try #require(Digits(Self.total(in: json)))
    let trace = try Program.run(campus + ["explain", "--year", example.1, "--all", "-O", "csv"])
    #expect(trace.status == 0)
    let amounts = Self.column("kgCO2e", of: trace.output, language)
    #expect(!amounts.isEmpty)
    let sum = amounts.compactMap { Digits($0) }.reduce(Digits.zero) { $0 + $1 }
    #expect(sum == total)
  }

  @Test func `the trace of a post or of an activity holds its rows only, and adds up to it`() throws
  {
    let campus = ["-C", "Examples/demo-campus", "--lang", "en"]
    let whole = try Program.run(campus + ["explain", "--all", "-O", "csv"]).output
    for (what, column) in [("energy-electricity", "post"), ("natural-gas", "activity")] {
      let part = try Program.run(campus + ["explain", what, "--all", "-O", "csv"]).output
      #expect(Set(Self.column(column, of: part, "en")) == [what])
      let expected = zip(
        Self.column(column, of: whole, "en"),
        Self.column("kgCO2e", of: whole, "en", keepsEmpty: true)
      ).filter { $0.0 == what }.map(\.1)
      #expect(Self.column("kgCO2e", of: part, "en", keepsEmpty: true) == expected)
      let text = try Program.run(campus + ["explain", what, "--all"]).output
      let exact = text.components(separatedBy: "Exactly: ").last?.split(separator: "\n").first ?? ""
      let sum = expected.compactMap { Digits($0) }.reduce(Digits.zero) { $0 + $1 }
      #expect(sum == Digits(String(exact)))
    }
    #expect(try Program.run(campus + ["explain", "no-such", "--all", "-O", "csv"]).status == 64)
  }

  @Test func `a year without a footprint has no total to explain, not a total of zero`() throws {
    let result = try Program.run(
      ["-C", "Examples/mines-ales", "--lang", "en", "explain", "total", "--year", "2020"])
    #expect(result.output.contains("No footprint total for this year."))
    #expect(!result.output.contains("0.000"))
  }

  static func total(in json: String) -> String {
    let scope = json.components(separatedBy: "\"table\": \"scope\"").last ?? ""
    let total = scope.components(separatedBy: "\"key\": \"total\"").dropFirst().first ?? ""
    let digits = total.components(separatedBy: "\"emissions\": ").dropFirst().first ?? ""
    return String(digits.prefix { $0 != "," && $0 != "\n" })
  }

  /// The values of a column; the traces of the examples hold no quoted field before it.
  static func column(
    _ name: String, of csv: String, _ language: String, keepsEmpty: Bool = false
  ) -> [String] {
    let rows = csv.split(separator: "\n").map { fields(String($0), language == "fr" ? ";" : ",") }
    guard let place = rows.first?.firstIndex(of: name) else { return [] }
    return rows.dropFirst().map { $0[place] }.filter { keepsEmpty || !$0.isEmpty }
  }

  private static func fields(_ line: String, _ separator: Character) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == separator && !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
