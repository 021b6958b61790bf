public import Diagnostics
import Documents
import EmissionFactors
import Quantities

/// Reads campus.yaml; every value is checked where it stands.
public enum CampusReader {
  /// The campus, or nil when the document itself cannot be read.
  ///
  /// `findingNames` are the identifiers that `accepted` may name.
  public static func read(
    _ bytes: [UInt8], file: String = "campus.yaml", findingNames: [String], log: inout FindingLog
  ) -> Campus? {
    let root = DocumentParser.parse(bytes, file: file, requiring: "name", log: &log)
    guard let root else { return nil }
    var campus = Campus()
    var fields = Fields(root, log: &log)
    readFormat(fields.require("format", log: &log), log: &log)
    campus.name = fields.require("name", log: &log)?.text(log: &log) ?? ""
    campus.language = fields.take("language")?.choice(Language.self, log: &log)
    campus.baseYear = fields.take("base-year")?.year(log: &log)
    if let node = fields.take("year-starts") { readCalendar(node, into: &campus, log: &log) }
    campus.consolidation = fields.take("consolidation")?.text(log: &log) ?? ""
    if let node = fields.take("gwp"), let set = node.choice(GlobalWarmingSet.self, log: &log) {
      campus.warming = set
      campus.choosesWarming = true
    }
    if let node = fields.take("numbers") { readNumbers(node, into: &campus, log: &log) }
    if let node = fields.take("sites") { CampusSections.sites(node, into: &campus, log: &log) }
    if let node = fields.take("years") { CampusSections.years(node, into: &campus, log: &log) }
    if let node = fields.take("heating") { CampusSections.heating(node, into: &campus, log: &log) }
    if let node = fields.take("substitutions") {
      CampusSections.substitutions(node, into: &campus, log: &log)
    }
    if let node = fields.take("accepted") {
      CampusSections.acceptances(node, known: findingNames, into: &campus, log: &log)
    }
    if let node = fields.take("posts") {
      var posts = Fields(node, log: &log)
      for entry in posts.takeAll() {
        campus.postLabels[entry.key] = entry.value.text(log: &log)
        campus.postOrder.append(entry.key)
        campus.postLocations[entry.key] = entry.location
      }
      posts.finish(log: &log)
    }
    if let node = fields.take("price-index") {
      MoneySections.priceIndex(node, into: &campus, log: &log)
    }
    if let node = fields.take("exchange-rates") {
      MoneySections.exchangeRates(node, into: &campus, log: &log)
    }
    campus.vat = fields.take("vat")?.share(log: &log)
    campus.carbonColumn = fields.take("carbon-column")?.number(log: &log)
    if let node = fields.take("equivalents") {
      CampusSections.equivalents(node, into: &campus, log: &log)
    }
    campus.lastDay = fields.take("last-day")?.choice(LastDay.self, log: &log) ?? .included
    if let node = fields.take("readings") {
      ReadingSections.choices(node, into: &campus, log: &log)
    }
    if let node = fields.take("exclusions") {
      ReadingSections.exclusions(node, into: &campus, log: &log)
    }
    if let node = fields.take("collection") {
      ReadingSections.collection(node, into: &campus, log: &log)
    }
    if let node = fields.take("scenario") {
      campus.scenario = node.words(log: &log) ?? ""
      campus.scenarioLocation = node.location
    }
    campus.notes = (fields.take("notes")?.items() ?? []).compactMap { $0.text(log: &log) }
    fields.finish(log: &log)
    return campus
  }

  private static func readFormat(_ node: Node?, log: inout FindingLog) {
    guard let node, node.scalar != "1", let text = node.text(log: &log) else { return }
    log.add(
      Finding(CampusFindings.unsupportedFormat, at: node.location, [.init("value", text)]))
  }

  private static func readCalendar(_ node: Node, into campus: inout Campus, log: inout FindingLog) {
    let parts = (node.scalar ?? "").split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, let month = Int(parts[0]), let day = Int(parts[1]),
      let calendar = YearCalendar(startMonth: month, startDay: day)
    {
      campus.calendar = calendar
      return
    }
    node.refuse(
      Text(fr: "un mois et un jour, 09-01", en: "a month and a day, 09-01"), log: &log)
  }

  private static func readNumbers(_ node: Node, into campus: inout Campus, log: inout FindingLog) {
    enum Mark: String, CaseIterable { case comma, point }
    var fields = Fields(node, log: &log)
    switch fields.require("decimal", log: &log)?.choice(Mark.self, log: &log) {
    case .comma: campus.decimalMark = .comma
    case .point: campus.decimalMark = .point
    case nil: break
    }
    fields.finish(log: &log)
  }
}
