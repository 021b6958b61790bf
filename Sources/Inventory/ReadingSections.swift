import Diagnostics
import Documents
import Quantities

/// The parts of campus.yaml that the official readings need.
enum ReadingSections {
  static func choices(_ node: Node, into campus: inout Campus, log: inout FindingLog) {
    var fields = Fields(node, log: &log)
    if let node = fields.take("students"),
      let students = node.choice(ReadingChoices.Students.self, log: &log)
    {
      campus.readings.students = students
      campus.readings.choosesStudents = true
    }
    fields.finish(log: &log)
  }

  static func exclusions(_ node: Node, into campus: inout Campus, log: inout FindingLog) {
    for item in node.items() {
      var fields = Fields(item, log: &log)
      let post = fields.require("post", log: &log)?.text(log: &log)
      let reason = fields.require("reason", log: &log)?.words(log: &log)
      let action = fields.require("action", log: &log)?.words(log: &log)
      let years = (fields.take("years")?.items() ?? []).compactMap { $0.year(log: &log) }
      fields.finish(log: &log)
      if let post, let reason, let action {
        campus.exclusions.append(
          Exclusion(
            post: post, reason: reason, action: action, years: years, location: item.location))
      }
    }
  }

  static func collection(_ node: Node, into campus: inout Campus, log: inout FindingLog) {
    for item in node.items() {
      var fields = Fields(item, log: &log)
      let what = fields.require("what", log: &log)?.words(log: &log)
      let from = fields.require("from", log: &log)?.words(log: &log)
      let post = fields.take("post")?.text(log: &log) ?? ""
      let asked = fields.take("asked")?.date(log: &log)
      let node = fields.take("received")
      var received = node?.date(log: &log)
      if let asked, let date = received, date < asked {
        node?.refuse(
          Text(fr: "une date après celle de `asked`", en: "a date after that of `asked`"), log: &log
        )
        received = nil
      }
      let files = (fields.take("files")?.items() ?? []).compactMap { $0.words(log: &log) }
      let years = (fields.take("years")?.items() ?? []).compactMap { $0.year(log: &log) }
      let note = fields.take("note")?.text(log: &log) ?? ""
      fields.finish(log: &log)
      if let what, let from {
        campus.collection.append(
          CollectionEntry(
            what: what, from: from, post: post, asked: asked, received: received, files: files,
            years: years, note: note, location: item.location))
      }
    }
  }

  static func market(_ node: Node, log: inout FindingLog) -> ElectricityMarket {
    var market = ElectricityMarket()
    var fields = Fields(node, log: &log)
    for item in fields.take("contracts")?.items() ?? [] {
      guard let contract = contract(item, log: &log) else { continue }
      if market.contracts.contains(where: contract.isSame) {
        item.refuse(
          Text(
            fr: "un contrat qui n'est pas déjà là (ou un autre libellé)",
            en: "a contract that is not there already (or another label)"), log: &log)
      } else {
        market.contracts.append(contract)
      }
    }
    if let node = fields.take("residual-mix") {
      var mix = Fields(node, log: &log)
      market.residualMix = mix.require("emissions", log: &log)?
        .amount(in: emissionUnit, log: &log)
      market.residualSource = mix.require("source", log: &log)?.words(log: &log) ?? ""
      mix.finish(log: &log)
    }
    fields.finish(log: &log)
    return market
  }

  private static let emissionUnit = "kgCO2e/kWh"

  private static func contract(
    _ node: Node, log: inout FindingLog
  ) -> ElectricityMarket.Contract? {
    var fields = Fields(node, log: &log)
    let label = fields.require("label", log: &log)?.words(log: &log)
    let quantity = fields.require("quantity", log: &log)?.amount(in: "kWh", log: &log)
    let year = fields.require("year", log: &log)?.year(log: &log)
    let emissions = fields.require("emissions", log: &log)?.amount(in: emissionUnit, log: &log)
    let source = fields.require("source", log: &log)?.words(log: &log)
    fields.finish(log: &log)
    guard let label, let quantity, let year, let emissions, let source else { return nil }
    return .init(
      label: label, quantity: quantity, year: year, emissions: emissions, source: source,
      location: node.location)
  }
}
