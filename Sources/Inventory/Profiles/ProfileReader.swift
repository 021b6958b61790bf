public import Diagnostics
import Documents
import Quantities
import Tables

/// Reads profiles and recipes; every value is checked where it stands.
public enum ProfileReader {
  /// The cells a profile may fill: those of an activity file, what meters write, and what an
  /// intensity covers.
  public static let cellNames =
    ActivityColumn.schema.columns.map(\.identifier) + ["stamp", "step", "covers"]

  /// True for a cell that a recipe may fill.
  public static func isCell(_ name: String) -> Bool { cellNames.contains(name) }

  /// A profile; nil when the document cannot be read.
  public static func profile(_ bytes: [UInt8], file: String, log: inout FindingLog) -> Profile? {
    let root = DocumentParser.parse(bytes, file: file, requiring: "format", log: &log)
    guard let root else { return nil }
    var fields = Fields(root, log: &log)
    format(fields.require("format", log: &log), log: &log)
    var profile = Profile(identifier: fields.require("name", log: &log)?.text(log: &log) ?? "")
    profile.text = String(decoding: bytes, as: UTF8.self)
    if let node = fields.require("label", log: &log) { profile.label = node.bilingual(log: &log) }
    if let node = fields.require("match", log: &log) {
      var match = Fields(node, log: &log)
      profile.header = texts(match.require("header", log: &log), log: &log)
      profile.preamble = texts(match.take("above"), log: &log)
      profile.sheets = texts(match.take("sheet"), log: &log)
      match.finish(log: &log)
    }
    profile.meaning =
      fields.take("means")?.choice(Profile.Meaning.self, log: &log) ?? .amount
    if let node = fields.take("columns") { profile.cells = columns(node, log: &log) }
    if let node = fields.take("constants") {
      profile.constants = constants(node, log: &log)
    }
    if let node = fields.take("values") { profile.values = values(node, profile, log: &log) }
    profile.codes = names(fields.take("codes"), log: &log)
    profile.decimalMark = fields.take("decimal").flatMap { mark($0, log: &log) }
    profile.clock = fields.take("clock")?.choice(Profile.Clock.self, log: &log) ?? .paris
    profile.lastDay = fields.take("last-day")?.choice(LastDay.self, log: &log)
    profile.missing = texts(fields.take("missing"), log: &log).map { FoldedText.fold($0) }
    for item in fields.take("exclude")?.items() ?? [] {
      if let exclusion = exclusion(item, log: &log) { profile.exclusions.append(exclusion) }
    }
    if let node = fields.take("journey") { profile.journey = journey(node, log: &log) }
    if let node = fields.take("split") { split(node, into: &profile, log: &log) }
    profile.zeros = fields.take("zeros")?.text(log: &log)
    profile.ends = texts(fields.take("ends-at"), log: &log)
    profile.personal = texts(fields.take("personal"), log: &log)
    profile.asks = names(fields.take("ask"), log: &log)
    fields.finish(log: &log)
    // Codes are known only now: keys are folded again, the way cells will be.
    let (values, clash) = profile.folded(profile.values)
    profile.values = values
    if let clash {
      root.refuse(
        Text(
          fr: "une seule valeur pour « \(clash) », quelle que soit sa graphie",
          en: "one value for “\(clash)”, however it is written"), log: &log)
    }
    return profile
  }

  /// A recipe; nil when the document cannot be read.
  public static func recipe(_ bytes: [UInt8], file: String, log: inout FindingLog) -> Recipe? {
    let root = DocumentParser.parse(bytes, file: file, requiring: "format", log: &log)
    guard let root else { return nil }
    var fields = Fields(root, log: &log)
    format(fields.require("format", log: &log), log: &log)
    let profile = fields.require("profile", log: &log)?.text(log: &log)
    let hash = fields.take("sha256")?.text(log: &log) ?? ""
    let original = fields.take("original-sha256")?.text(log: &log) ?? hash
    var cells: [String: String] = [:]
    for name in cellNames {
      if let value = fields.take(name)?.text(log: &log) { cells[name] = value }
    }
    var values: [String: [String: String]] = [:]
    if let node = fields.take("values") {
      values = Self.values(node, Profile(identifier: ""), log: &log)
    }
    fields.finish(log: &log)
    guard let profile else { return nil }
    return Recipe(
      profile: profile, hash: hash, original: original, cells: cells, values: values,
      location: root.location)
  }

  private static func format(_ node: Node?, log: inout FindingLog) {
    guard let node, node.scalar != "1", let text = node.text(log: &log) else { return }
    log.add(Finding(CampusFindings.unsupportedFormat, at: node.location, [.init("value", text)]))
  }

  private static func mark(_ node: Node, log: inout FindingLog) -> DecimalMark? {
    enum Mark: String, CaseIterable { case comma, point }
    switch node.choice(Mark.self, log: &log) {
    case .comma: return .comma
    case .point: return .point
    case nil: return nil
    }
  }

  private static func texts(_ node: Node?, log: inout FindingLog) -> [String] {
    (node?.items() ?? []).compactMap { $0.text(log: &log) }
  }

  private static func names(_ node: Node?, log: inout FindingLog) -> [String] {
    (node?.items() ?? []).compactMap { item in
      guard let name = item.text(log: &log) else { return nil }
      if cellNames.contains(name) { return name }
      let list = cellNames.joined(separator: ", ")
      item.refuse(Text(fr: "l'un de : \(list)", en: "one of: \(list)"), log: &log)
      return nil
    }
  }

  private static func columns(
    _ node: Node, log: inout FindingLog
  ) -> [String: Profile.Source] {
    var fields = Fields(node, log: &log)
    var cells: [String: Profile.Source] = [:]
    for name in cellNames {
      guard let node = fields.take(name) else { continue }
      if case .mapping = node.content {
        var place = Fields(node, log: &log)
        if let above = place.take("above")?.text(log: &log) {
          cells[name] = .above(above)
        }
        if let parts = place.take("join") {
          cells[name] = .joined(texts(parts, log: &log))
        }
        if let node = place.take("compute") { cells[name] = formula(node, name, log: &log) }
        place.finish(log: &log)
      } else {
        cells[name] = .column(texts(node, log: &log))
      }
    }
    fields.finish(log: &log)
    return cells
  }

  /// Only quantities of amounts are reckoned.
  private static func formula(
    _ node: Node, _ cell: String, log: inout FindingLog
  ) -> Profile.Source? {
    guard let text = node.text(log: &log) else { return nil }
    if cell == "quantity", let formula = Formula(text) { return .computed(formula) }
    node.refuse(
      Text(
        fr: "pour `quantity`, comme « [Fin] - [Début] » ou « [Jours] * 2.5 »",
        en: "for `quantity`, as in “[End] - [Start]” or “[Days] * 2.5”"), log: &log)
    return nil
  }

  private static func constants(_ node: Node, log: inout FindingLog) -> [String: String] {
    Dictionary(pairs(node, known: cellNames, log: &log), uniquingKeysWith: { $1 })
  }

  /// The rows that a row stands for; load curves, indexes and journeys are not split.
  private static func split(_ node: Node, into profile: inout Profile, log: inout FindingLog) {
    let isSplit = profile.meaning == .amount || profile.meaning == .intensity
    if !isSplit || profile.journey != nil {
      node.refuse(
        Text(
          fr: "rien ici : seuls un montant et une intensité se divisent",
          en: "nothing here: only amounts and intensities are split"),
        log: &log)
      return
    }
    for item in node.items() {
      var fields = Fields(item, log: &log)
      var part = Profile.Part()
      if let node = fields.require("columns", log: &log) { part.cells = columns(node, log: &log) }
      if let node = fields.take("constants") { part.constants = constants(node, log: &log) }
      fields.finish(log: &log)
      profile.split.append(part)
    }
  }

  private static func journey(_ node: Node, log: inout FindingLog) -> Journey {
    var fields = Fields(node, log: &log)
    var journey = Journey(
      from: texts(fields.require("from", log: &log), log: &log),
      to: texts(fields.require("to", log: &log), log: &log))
    for item in fields.take("times")?.items() ?? [] {
      var times = Fields(item, log: &log)
      let columns = texts(times.require("column", log: &log), log: &log)
      let words = texts(times.require("is", log: &log), log: &log)
      let factor = times.require("by", log: &log)?.integer(log: &log) ?? 1
      times.finish(log: &log)
      if (1...100).contains(factor) {
        journey.times.append(.init(columns: columns, words: words, factor: factor))
      } else {
        item.refuse(Text(fr: "de 1 à 100", en: "from 1 to 100"), log: &log)
      }
    }
    journey.counts = texts(fields.take("count"), log: &log)
    journey.sharedBy = texts(fields.take("shared-by"), log: &log)
    if let node = fields.take("bands") {
      var bands = Fields(node, log: &log)
      for entry in bands.takeAll() {
        journey.bands[entry.key] = entry.value.items().compactMap { item in
          var band = Fields(item, log: &log)
          let under = band.take("under")?.number(log: &log)
          let activity = band.require("activity", log: &log)?.text(log: &log)
          band.finish(log: &log)
          return activity.map { .init(under: under, activity: $0) }
        }
      }
      bands.finish(log: &log)
    }
    fields.finish(log: &log)
    return journey
  }

  private static func pairs(
    _ node: Node, known: [String], log: inout FindingLog
  ) -> [(String, String)] {
    var fields = Fields(node, log: &log)
    var pairs: [(String, String)] = []
    for name in known {
      if let value = fields.take(name)?.text(log: &log) { pairs.append((name, value)) }
    }
    fields.finish(log: &log)
    return pairs
  }

  private static func values(
    _ node: Node, _ profile: Profile, log: inout FindingLog
  ) -> [String: [String: String]] {
    var fields = Fields(node, log: &log)
    var values: [String: [String: String]] = [:]
    for name in cellNames {
      guard let node = fields.take(name) else { continue }
      var words = Fields(node, log: &log)
      for entry in words.takeAll() {
        if let value = entry.value.text(log: &log) {
          values[name, default: [:]][entry.key] = value
        }
      }
      words.finish(log: &log)
    }
    fields.finish(log: &log)
    return values
  }

  private static func exclusion(_ node: Node, log: inout FindingLog) -> Profile.Exclusion? {
    var fields = Fields(node, log: &log)
    let columns = texts(fields.require("column", log: &log), log: &log)
    let reason = fields.require("reason", log: &log)?.text(log: &log)
    var tests: [Profile.Exclusion.Test] = []
    if let node = fields.take("is") { tests.append(.isOne(texts(node, log: &log))) }
    if let node = fields.take("is-not") { tests.append(.isNone(texts(node, log: &log))) }
    if let node = fields.take("begins") { tests.append(.begins(texts(node, log: &log))) }
    fields.finish(log: &log)
    guard let test = tests.first, tests.count == 1, let reason, !columns.isEmpty else {
      if tests.count != 1 {
        node.refuse(
          Text(fr: "is, is-not ou begins, un seul", en: "is, is-not or begins, one of them"),
          log: &log)
      }
      return nil
    }
    return Profile.Exclusion(columns: columns, test: test, reason: reason)
  }
}
