import Diagnostics
import EmissionFactors
import Foundation
import TestSupport
import Testing

@testable import Scenarios

/// Scenario files: what they say, and where they are wrong.
struct ScenarioReaderTests {
  /// A scenario among others, and what was found.
  private func read(_ files: [String: String], _ name: String = "plan") -> (Scenario?, [Finding]) {
    var log = FindingLog()
    let reader = ScenarioReader(known: files.keys.sorted()) { name in
      files[name].map { (Array($0.utf8), "scenarios/\(name).yaml") }
    }
    let scenario = reader.scenario(name, log: &log)
    return (scenario, log.sortedGroups.flatMap(\.first))
  }

  private func read(targets: String) -> (Scenario?, [Finding]) {
    read(["plan": "format: 1\nlabel: plan\nbase: 2022\ntargets:\n\(targets)\n"])
  }

  private func names(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.kind.identifier) \($0.location.line):\($0.location.column)" }
  }

  @Test func `a target is what its file says`() throws {
    let (scenario, findings) = read([
      "plan": """
      format: 1
      label: {fr: Plan, en: Plan}
      base: 2019
      horizon: 2045
      milestones: [2030, 2045]
      targets:
        voted:
          label: {fr: Voté, en: Voted}
          pledge: true
          scope: [1, 2]
          post: [energy]
          site: nord
          per: floor-area
          goal: 2040
          path:
            - {rate: 3 %, method: linear, until: 2030}
            - {reach: −90 %, by: 2040}
          source: CA 2023
          rule-date: 2026-04-29
          quote: neutralité en 2040
      """
    ])
    #expect(findings.isEmpty, "\(findings)")
    let target = try #require(scenario?.targets.first)
    #expect(scenario?.horizon == 2045)
    #expect(scenario?.milestones == [2030, 2045])
    #expect(target.isPledge)
    #expect(target.goal == 2040)
    #expect(target.subject.scopes == [.one, .two])
    #expect(target.subject.posts == ["energy"])
    #expect(target.subject.sites == ["nord"])
    #expect(target.subject.divisor == .floorArea)
    #expect(target.provenance.quotation == "neutralité en 2040")
    guard case .pieces(let pieces) = target.parts.first?.course else {
      Issue.record("no path")
      return
    }
    #expect(pieces.first == .init(.rate(0.03, .linear), until: 2030))
    #expect(pieces.last?.until == 2040)
    guard case .reach(.share(let share), .linear) = pieces.last?.way else {
      Issue.record("no level")
      return
    }
    #expect(abs(share - 0.1) < 1e-12)
  }

  @Test(arguments: [
    ("  t: {path: [{rate: 3 %}]}", "unqualified-rate 5:21"),
    ("  t: {path: [{rate: 3, method: linear}]}", "bad-campus-value 5:21"),
    ("  t: {path: [{rate: 120 %, method: linear}]}", "bad-campus-value 5:21"),
    ("  t: {path: [{rate: -3 %, method: linear}]}", "bad-campus-value 5:21"),
    ("  t: {path: [{rate: 3 %, method: straight}]}", "wrong-type 5:34"),
    ("  t: {path: [{reach: 90 %, by: 2050}]}", "bad-campus-value 5:22"),
    ("  t: {path: [{reach: -190 %, by: 2050}]}", "bad-campus-value 5:22"),
    ("  t: {path: [{reach: 478, by: 2050}]}", "bad-campus-value 5:22"),
    ("  t: {path: [{reach: 478 kWh, by: 2050}]}", "bad-campus-value 5:22"),
    ("  t: {path: [{reach: -90 %}]}", "missing-key 5:14"),
    ("  t: {path: [{reach: -90 %, by: 2021}]}", "years-out-of-order 5:33"),
    ("  t: {path: [{rate: 3 %, method: linear, until: 2022}]}", "years-out-of-order 5:49"),
    ("  t: {path: [{rate: 3 %, reach: -90 %}]}", "bad-campus-value 5:14"),
    ("  t: {steps: {2040: -50 %, 2030: -40 %}}", "years-out-of-order 5:28"),
    ("  t: {steps: {soon: -50 %}}", "bad-campus-value 5:15"),
    ("  t: {scope: 4, path: [{reach: -90 %, by: 2050}]}", "bad-campus-value 5:14"),
    ("  t: {of: money, path: [{reach: -90 %, by: 2050}]}", "wrong-type 5:11"),
    ("  t: {goal: 2010, path: [{reach: -90 %, by: 2050}]}", "years-out-of-order 5:13"),
    ("  t: {budget: 60000 tCO2e}", "missing-key 5:6"),
    ("  t: {label: empty}", "missing-key 5:6"),
    (
      "  t: {path: [{reach: -100 %, by: 2050, method: compound}]}", "bad-campus-value 5:22"
    ),
    ("  t: {scope: [], path: [{reach: -90 %, by: 2050}]}", "bad-campus-value 5:14"),
    ("  t: {post: [], path: [{reach: -90 %, by: 2050}]}", "bad-campus-value 5:13"),
    (
      "  t: {path: [{rate: 3 %, method: linear}, {reach: -90 %, by: 2050}]}",
      "bad-campus-value 5:43"
    ),
    (
      "  t: {base-amount: 9 tCO2e, parts: [{post: a, index: {2022: 1}}, {post: b, index: {2022: 1}}]}",
      "bad-campus-value 5:20"
    ),
    ("  t: {path: [{reach: -90 %, by: 2050}], rat: 3 %}", "unknown-key 5:41"),
  ])
  func `what is wrong is told at its place`(targets: String, finding: String) {
    let (_, findings) = read(targets: targets)
    #expect(names(findings) == [finding])
  }

  /// What outgrows every number would leave nothing to hold against a target.
  @Test(arguments: [
    ("{growth: 9999999 %, of: {post: energy}}", ["bad-campus-value 5:15"]),
    ("{growth: 101 %, of: {post: energy}}", ["bad-campus-value 5:15"]),
    ("{growth: 100 %, of: {post: energy}}", []),
    ("{growth: -100 %, of: {post: energy}}", ["bad-campus-value 5:15"]),
    ("{growth: 1 %, elasticity: 999999, of: {post: energy}}", ["bad-campus-value 5:32"]),
    ("{growth: 1 %, elasticity: 2, of: {post: energy}}", []),
  ])
  func `a driver grows within reason`(driver: String, expected: [String]) {
    let (_, findings) = read([
      "plan": "format: 1\nlabel: plan\nbase: 2022\ndrivers:\n  d: \(driver)\n"
    ])
    #expect(names(findings).filter { $0.hasPrefix("bad-campus-value") } == expected)
  }

  @Test func `a scenario takes what it extends, and says its own last`() throws {
    let base =
      "format: 1\nlabel: b\nbase: 2020\ntargets:\n  a: {path: [{rate: 3 %, method: linear}]}\n"
    let (scenario, findings) = read([
      "base": base,
      "plan": """
      format: 1
      label: p
      extends: base
      targets:
        a: {path: [{rate: 5 %, method: linear}]}
        b: {path: [{rate: 1 %, method: compound}]}
      """,
    ])
    #expect(findings.isEmpty)
    #expect(scenario?.base == 2020)
    #expect(scenario?.targets.map(\.identifier) == ["a", "b"])
    #expect(
      scenario?.targets.first?.parts.first?.course == .pieces([.init(.rate(0.05, .linear))]))
  }

  @Test func `circles, strangers and two words for one thing are refused`() {
    let circle = read([
      "plan": "format: 1\nlabel: p\nextends: other\n",
      "other": "format: 1\nlabel: o\nextends: plan\n",
    ]).1
    #expect(names(circle) == ["extends-itself 3:10"])
    #expect(circle.first?.facts.first?.value == "plan → other → plan")
    let own = read(["plan": "format: 1\nlabel: p\nextends: plan\n"]).1
    #expect(names(own) == ["extends-itself 3:10"])
    let stranger = read(["plan": "format: 1\nlabel: p\nextends: plna\n"]).1
    #expect(names(stranger) == ["unknown-scenario 3:10"])
    #expect(stranger.first?.suggestion == "plan")
    let one = "format: 1\nlabel: x\ntargets: {a: {path: [{rate: 3 %, method: linear}]}}\n"
    let two = read([
      "plan": "format: 1\nlabel: p\nextends: [x, y]\n", "x": one,
      "y": one.replacing("3 %", with: "4 %"),
    ]).1
    #expect(names(two) == ["duplicate-key 3:14"])
    // The same target by two ways is one.
    let same = read([
      "plan": "format: 1\nlabel: p\nextends: [x, y]\n", "x": one,
      "y": "format: 1\nlabel: y\nextends: x\n",
    ])
    #expect(same.1.isEmpty && same.0?.targets.count == 1)
  }

  @Test func `parents that start from different years are told apart`() {
    let parent = "format: 1\nlabel: x\nbase: 2019\nhorizon: 2040\nmilestones: [2030]\n"
    let one = read(["plan": "format: 1\nlabel: p\nextends: x\n", "x": parent])
    #expect(one.0?.base == 2019 && one.0?.horizon == 2040 && one.0?.milestones == [2030])
    let two = read([
      "plan": "format: 1\nlabel: p\nextends: [x, y]\n", "x": parent,
      "y": parent.replacing("2019", with: "2022"),
    ])
    #expect(names(two.1) == ["duplicate-key 3:14"])
    // Thirty files that each extend the next twice are read once each.
    var files: [String: String] = ["plan": "format: 1\nlabel: p\nextends: [a0, a0]\n"]
    for place in 0..<15 {
      files["a\(place)"] = "format: 1\nlabel: a\nextends: [a\(place + 1), a\(place + 1)]\n"
    }
    files["a15"] = "format: 1\nlabel: a\n"
    #expect(read(files).1.isEmpty)
  }

  @Test func `an empty file, another version, no YAML`() {
    #expect(names(read(["plan": ""]).1) == ["missing-key 0:0"])
    #expect(names(read(["plan": "format: 2\nlabel: p\n"]).1) == ["unsupported-format 1:9"])
    #expect(read(["plan": "a: [\n"]).1.map(\.kind.identifier) == ["yaml-syntax"])
    #expect(names(read(["plan": "format: 1\n"]).1) == ["missing-key 1:1"])
  }

  @Test func `every shipped scenario is sound`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios")
    var files: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where file.hasSuffix(".yaml") {
      let data = try Data(contentsOf: folder.appendingPathComponent(file))
      files[String(file.dropLast(5))] = String(decoding: data, as: UTF8.self)
    }
    #expect(files.count >= 9)
    for name in files.keys.sorted() {
      let (scenario, findings) = read(files, name)
      #expect(findings.isEmpty, "\(name): \(findings)")
      for target in try #require(scenario).targets {
        // What no source states is marked.
        #expect(
          !target.provenance.source.isEmpty || target.provenance.isAssumption,
          "\(name) \(target.identifier)")
      }
      // The word is for whoever made the pledge, in a comment at most.
      for line in files[name, default: ""].split(separator: "\n") where !line.hasPrefix("#") {
        #expect(!line.lowercased().contains("neutr"), "\(name): \(line)")
      }
    }
  }
}
