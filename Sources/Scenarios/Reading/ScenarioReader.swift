public import Diagnostics
import Documents
import Inventory

/// Reads scenario files; every value is checked where it stands.
public struct ScenarioReader {
  /// The bytes of the scenario called so, and the name its file is shown by; nil when there is none.
  public typealias Source = (_ name: String) -> (bytes: [UInt8], file: String)?

  /// Longer chains of `extends` are not written by hand.
  private static let deepest = 20
  /// A set of them is a word of the machine.
  private static let mostMeasures = 60
  private let source: Source
  /// The names there are, for who misspells one.
  private let known: [String]

  /// A reader of the scenarios that `source` knows.
  public init(known: [String], _ source: @escaping Source) {
    self.known = known
    self.source = source
  }

  /// The scenario called so, with what it extends; nil, with findings, when it cannot be read.
  public func scenario(_ name: String, log: inout FindingLog) -> Scenario? {
    guard let (bytes, file) = source(name) else { return nil }
    return scenario(bytes, file: file, below: [name], log: &log)
  }

  private func scenario(
    _ bytes: [UInt8], file: String, below: [String], log: inout FindingLog
  ) -> Scenario? {
    let root = DocumentParser.parse(bytes, file: file, requiring: "format", log: &log)
    guard let root else { return nil }
    var fields = Fields(root, log: &log)
    if let node = fields.require("format", log: &log), node.scalar != "1",
      let text = node.text(log: &log)
    {
      log.add(Finding(CampusFindings.unsupportedFormat, at: node.location, [.init("value", text)]))
    }
    let name = below.last ?? ""
    var scenario = Scenario(identifier: name, label: Text(same: name))
    scenario.place = root.location
    if let node = fields.take("extends") { extend(&scenario, by: node, below: below, log: &log) }
    if let node = fields.require("label", log: &log) { scenario.label = node.bilingual(log: &log) }
    if let year = fields.take("base")?.year(log: &log) { scenario.base = year }
    if let node = fields.take("horizon"), let year = node.year(log: &log) {
      scenario.horizon = year
      Self.check(year, after: scenario.base, at: node, log: &log)
    }
    if let node = fields.take("milestones") {
      scenario.milestones = Self.years(node, log: &log)
    }
    if let node = fields.take("targets") {
      var targets = Fields(node, log: &log)
      for entry in targets.takeAll() {
        let target = TargetReader.target(entry, base: scenario.base, log: &log)
        scenario.targets.removeAll { $0.identifier == target.identifier }
        scenario.targets.append(target)
      }
      targets.finish(log: &log)
    }
    scenario.isLibrary = fields.take("library")?.flag(log: &log) ?? false
    readPlan(&fields, into: &scenario, below: below, log: &log)
    readBeside(&fields, into: &scenario, log: &log)
    if scenario.measures.count + scenario.paths.count > Self.mostMeasures {
      root.refuse(
        Text(
          fr: "au plus \(Self.mostMeasures) mesures et chemins",
          en: "at most \(Self.mostMeasures) measures and paths"), log: &log)
    }
    for node in fields.take("notes")?.items() ?? [] {
      scenario.notes.append(node.bilingual(log: &log))
    }
    fields.finish(log: &log)
    return scenario
  }

  private func readPlan(
    _ fields: inout Fields, into scenario: inout Scenario, below: [String], log: inout FindingLog
  ) {
    for entry in Self.entries(fields.take("drivers"), log: &log) {
      scenario.drivers.removeAll { $0.identifier == entry.key }
      scenario.drivers.append(PlanReader.driver(entry, log: &log))
    }
    for entry in Self.entries(fields.take("paths"), log: &log) {
      scenario.paths.removeAll { $0.identifier == entry.key }
      scenario.paths.append(PlanReader.path(entry, log: &log))
    }
    let told = scenario.paths.filter(\.isMeasure)
    let plan = PlanReader { node, log in library(node, below: below, log: &log) }
    for entry in Self.entries(fields.take("measures"), log: &log) {
      scenario.measures.removeAll { $0.identifier == entry.key }
      scenario.measures.append(plan.measure(entry, log: &log))
    }
    // Both stand in one table, under their names.
    for path in told where scenario.measures.contains(where: { $0.identifier == path.identifier }) {
      log.add(
        Finding(
          DocumentFindings.duplicateKey, at: path.location, [.init("name", path.identifier)]))
    }
  }

  /// Money, and what is told beside the emissions.
  private func readBeside(
    _ fields: inout Fields, into scenario: inout Scenario, log: inout FindingLog
  ) {
    if let node = fields.take("costs") {
      scenario.statesCosts = true
      scenario.economy =
        CostReader.economy(node, scenario.economy, log: &log) ?? scenario.economy
    }
    for entry in Self.entries(fields.take("prices"), log: &log) {
      scenario.prices.removeAll { $0.identifier == entry.key }
      if let price = CostReader.price(entry, log: &log) { scenario.prices.append(price) }
    }
    for ledger in LedgerEntry.Ledger.allCases {
      for entry in Self.entries(fields.take(ledger.rawValue), log: &log) {
        scenario.ledgers.removeAll { $0.ledger == ledger && $0.identifier == entry.key }
        scenario.ledgers.append(LedgerReader.entry(entry, ledger, log: &log))
      }
    }
  }

  private static func entries(_ node: Node?, log: inout FindingLog) -> [Node.Entry] {
    guard let node else { return [] }
    var fields = Fields(node, log: &log)
    let entries = fields.takeAll()
    fields.finish(log: &log)
    for entry in entries where entry.key.allSatisfy(\.isWhitespace) {
      log.add(
        Finding(
          CampusFindings.badValue, at: entry.location,
          [
            .init("value", entry.key), .init("expected-fr", "un nom"),
            .init("expected-en", "a name"),
          ]))
    }
    return entries
  }

  /// The measures of another scenario.
  private func library(_ node: Node, below: [String], log: inout FindingLog) -> [Measure] {
    var other = Scenario(identifier: "", label: Text(same: ""))
    extend(&other, by: node, below: below, log: &log)
    return other.measures
  }

  /// What others say, before the scenario's own words.
  private func extend(
    _ scenario: inout Scenario, by node: Node, below: [String], log: inout FindingLog
  ) {
    var taken: Set<String> = []
    for item in node.items() {
      guard let name = item.words(log: &log), taken.insert(name).inserted else { continue }
      if below.contains(name) || below.count > Self.deepest {
        let names = (below + [name]).joined(separator: " → ")
        log.add(
          Finding(ScenarioFindings.extendsItself, at: item.location, [.init("names", names)]))
        continue
      }
      guard let (bytes, file) = source(name) else {
        log.add(
          Finding(
            ScenarioFindings.unknownScenario, at: item.location,
            [.init("name", name), .init("expected", known.joined(separator: ", "))],
            suggestion: NearestName.closest(to: name, among: known)), subject: name)
        continue
      }
      guard let parent = self.scenario(bytes, file: file, below: below + [name], log: &log) else {
        continue
      }
      merge(parent, into: &scenario, at: item, log: &log)
    }
  }

  /// Two that are extended say different things: neither comes first.
  private func merge(
    _ parent: Scenario, into scenario: inout Scenario, at node: Node, log: inout FindingLog
  ) {
    merge(parent.base, into: &scenario.base, "base", at: node, &log)
    merge(parent.statedHorizon, into: &scenario.statedHorizon, "horizon", at: node, &log)
    merge(
      parent.statedMilestones, into: &scenario.statedMilestones, "milestones", at: node, &log)
    scenario.notes += parent.notes.filter { !scenario.notes.contains($0) }
    merge(parent.drivers, into: &scenario.drivers, \.identifier, \.location, at: node, &log)
    merge(parent.paths, into: &scenario.paths, \.identifier, \.location, at: node, &log)
    merge(parent.measures, into: &scenario.measures, \.identifier, \.location, at: node, &log)
    merge(parent.targets, into: &scenario.targets, \.identifier, \.location, at: node, &log)
    merge(parent.prices, into: &scenario.prices, \.identifier, \.location, at: node, &log)
    merge(parent.ledgers, into: &scenario.ledgers, \.identifier, \.location, at: node, &log)
    merge(parent.economy, into: &scenario.economy, "costs", at: node, &log)
  }

  private func merge<Value: Equatable>(
    _ value: Value?, into known: inout Value?, _ name: String, at node: Node,
    _ log: inout FindingLog
  ) {
    guard let value else { return }
    if let known, known != value {
      log.add(
        Finding(DocumentFindings.duplicateKey, at: node.location, [.init("name", name)]))
    }
    known = known ?? value
  }

  private func merge<Item>(
    _ items: [Item], into known: inout [Item], _ name: KeyPath<Item, String>,
    _ place: KeyPath<Item, Location>, at node: Node, _ log: inout FindingLog
  ) {
    for item in items {
      let twin = known.first { $0[keyPath: name] == item[keyPath: name] }
      if let twin, twin[keyPath: place] != item[keyPath: place] {
        log.add(
          Finding(
            DocumentFindings.duplicateKey, at: node.location,
            [.init("name", item[keyPath: name])]))
      } else if twin == nil {
        known.append(item)
      }
    }
  }

  static func years(_ node: Node, log: inout FindingLog) -> [Int] {
    var years: [Int] = []
    for item in node.items() {
      guard let year = item.year(log: &log) else { continue }
      check(year, after: years.last, at: item, log: &log)
      years.append(year)
    }
    return years
  }

  /// True for a year after another; a finding otherwise.
  @discardableResult
  static func check(
    _ year: Int, after before: Int?, at node: Node, log: inout FindingLog
  ) -> Bool {
    guard let before, year <= before else { return true }
    log.add(
      Finding(
        ScenarioFindings.yearsOutOfOrder, at: node.location,
        [.init("year", String(year)), .init("before", String(before))]))
    return false
  }
}
