import Diagnostics
import Foundation
import Reporting
import Testing

/// Reports for programs.
@Suite struct JSONTests {
  private func object(_ report: Report, _ language: Language = .english) throws -> [String: Any] {
    let text = JSONRenderer(language: language).render(report)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  @Test func `any name gives valid JSON that says the same name`() throws {
    for name in Sample.hostileNames {
      let json = try object(Sample.hostile(name))
      #expect(json["campus"] as? String == name, "\(name.prefix(40).debugDescription)")
      let tables = try #require(json["tables"] as? [[String: Any]])
      let rows = try #require(tables.first?["rows"] as? [[String: Any]])
      #expect(rows.first?["label"] as? String == name)
      #expect(rows.first?["reason"] as? String == name)
    }
  }

  /// JavaScript ends a line at U+2028; terminals act on control characters.
  @Test func `control characters and line separators are spelt out`() {
    let text = JSONRenderer(language: .english).render(
      Sample.hostile("a\u{2028}b\u{2029}c\u{0}d\u{1F}e\u{7F}f\u{9B}g\nh\ti"))
    #expect(text.contains(#"a\u2028b\u2029c\u0000d\u001fe\u007ff\u009bg\nh\ti"#))
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.properties.generalCategory.isControl })
  }

  @Test func `digits are exact, shares are of one, missing is null`() {
    let text = JSONRenderer(language: .french).render(
      Sample.report(
        Sample.column([
          .number(Sample.number("0.123456789012")), .amount(Sample.figure("-1234567.5")),
          .share(Sample.amount("0.25")), .count(12), .missing, .words(Text(fr: "oui", en: "yes")),
        ])))
    for value in ["0.123456789012", "-1234567.5", "0.25", "12", "null", "\"oui\""] {
      #expect(text.contains("\"value\": \(value)\n"), "\(value)")
    }
  }

  @Test func `an interval stands beside its value`() {
    var figure = Sample.figure("10.5")
    figure.interval = .init(low: 8.25, high: 12.75)
    let text = JSONRenderer(language: .english).render(
      Sample.report(Sample.column([.amount(figure)])))
    #expect(text.contains("\"value\": 10.5,\n"))
    #expect(text.contains("\"low\": 8.25,\n"))
    #expect(text.contains("\"high\": 12.75\n"))
  }

  @Test func `keys are the same in every language`() throws {
    func keys(_ value: Any) -> [String] {
      if let object = value as? [String: Any] {
        return object.keys.sorted().flatMap { [$0] + keys(object[$0] ?? "") }
      }
      return (value as? [Any])?.flatMap(keys) ?? []
    }
    let report = Sample.hostile("X")
    #expect(keys(try object(report, .french)) == keys(try object(report, .english)))
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isControl: Bool { self == .control || self == .lineSeparator }
}
