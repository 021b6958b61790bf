import Diagnostics
import Documents
import EmissionFactors
import Inventory

/// Reads a target.
enum TargetReader {
  static func target(_ entry: Node.Entry, base: Int?, log: inout FindingLog) -> Target {
    var fields = Fields(entry.value, log: &log)
    var target = Target(
      identifier: entry.key, label: Text(same: entry.key), location: entry.location)
    if let node = fields.take("label") { target.label = node.bilingual(log: &log) }
    target.isPledge = fields.take("pledge")?.flag(log: &log) ?? false
    target.subject = subject(&fields, log: &log)
    target.base = fields.take("base")?.year(log: &log)
    let unit = target.subject.measure.unit
    let baseAmount = fields.take("base-amount")
    if let node = baseAmount {
      target.baseAmount = node.amount(in: unit, log: &log).map { Node.double($0) }
    }
    let start = target.base ?? base
    if let node = fields.take("goal"), let year = node.year(log: &log),
      ScenarioReader.check(year, after: start, at: node, log: &log)
    {
      target.goal = year
    }
    if let node = fields.take("parts") {
      for item in node.items() {
        var part = Fields(item, log: &log)
        let label = part.take("label")?.bilingual(log: &log)
        let posts = texts(part.take("post"), log: &log)
        if let course = course(&part, unit: unit, after: start, log: &log) {
          target.parts.append(.init(posts: posts, label: label, course: course))
        } else {
          missingCourse(at: item, log: &log)
        }
        part.finish(log: &log)
      }
      if target.parts.count > 1, let baseAmount {
        baseAmount.refuse(
          Text(
            fr: "rien : une quantité ne dit pas ce que chaque partie en a",
            en: "nothing: one amount does not say what each part has of it"), log: &log)
      }
    } else if let course = course(&fields, unit: unit, after: start, log: &log) {
      target.parts = [.init(course: course)]
    }
    if let node = fields.take("budget") {
      let through = fields.require("through", log: &log)
      if let amount = node.amount(in: unit, log: &log), let through,
        let year = through.year(log: &log),
        ScenarioReader.check(year, after: start, at: through, log: &log)
      {
        target.budget = .init(amount: Node.double(amount), through: year)
      }
    } else if target.parts.isEmpty, log.count(of: .error) == 0 {
      missingCourse(at: entry.value, log: &log)
    }
    target.provenance = provenance(&fields, log: &log)
    fields.finish(log: &log)
    return target
  }

  private static func missingCourse(at node: Node, log: inout FindingLog) {
    log.add(
      Finding(
        DocumentFindings.missingKey, at: node.location,
        [.init("name", "path, steps, index, budget")]))
  }

  private static func subject(_ fields: inout Fields, log: inout FindingLog) -> Subject {
    var subject = Subject()
    if let node = fields.take("of"), let measure = node.choice(Subject.Measure.self, log: &log) {
      subject.measure = measure
    }
    let scopes = fields.take("scope")
    if let scopes, scopes.items().isEmpty {
      scopes.refuse(Text(fr: "1, 2 ou 3", en: "1, 2 or 3"), log: &log)
    }
    for item in scopes?.items() ?? [] {
      switch item.scalar {
      case "1": subject.scopes.insert(.one)
      case "2": subject.scopes.insert(.two)
      case "3": subject.scopes.insert(.three)
      default: item.refuse(Text(fr: "1, 2 ou 3", en: "1, 2 or 3"), log: &log)
      }
    }
    subject.posts = texts(fields.take("post"), log: &log)
    subject.sites = texts(fields.take("site"), log: &log)
    subject.divisor = fields.take("per")?.choice(Subject.Divisor.self, log: &log)
    return subject
  }

  static func provenance(_ fields: inout Fields, log: inout FindingLog) -> Provenance {
    var provenance = Provenance()
    provenance.source = fields.take("source")?.words(log: &log) ?? ""
    provenance.ruleDate = fields.take("rule-date")?.words(log: &log)
    provenance.supersededBy = fields.take("superseded-by")?.words(log: &log)
    provenance.quotation = fields.take("quote")?.words(log: &log)
    provenance.isAssumption = fields.take("assumption")?.flag(log: &log) ?? false
    if let node = fields.take("note") { provenance.note = node.bilingual(log: &log) }
    return provenance
  }

  static func texts(_ node: Node?, log: inout FindingLog) -> [String] {
    guard let node else { return [] }
    let items = node.items()
    if items.isEmpty {
      node.refuse(Text(fr: "au moins un nom", en: "at least one name"), log: &log)
    }
    return items.compactMap { $0.words(log: &log) }
  }

  // MARK: Courses

  /// `path`, `steps` or `index`, one of them.
  private static func course(
    _ fields: inout Fields, unit: String, after start: Int?, log: inout FindingLog
  ) -> Course? {
    if let node = fields.take("path") {
      var before = start
      var pieces: [Course.Piece] = []
      for item in node.items() {
        if let last = pieces.last, last.until == nil {
          item.refuse(
            Text(
              fr: "rien : le tronçon d'avant n'a pas de fin (`until`)",
              en: "nothing: the stretch before it has no end (`until`)"), log: &log)
        }
        guard let piece = piece(item, unit: unit, after: before, log: &log) else { continue }
        before = piece.until ?? before
        pieces.append(piece)
      }
      return .pieces(pieces)
    }
    if let node = fields.take("steps") {
      var steps: [Int: Level] = [:]
      for (year, value) in years(node, log: &log) {
        steps[year] = value.level(unit: unit, log: &log)
      }
      return .steps(steps)
    }
    if let node = fields.take("index") {
      var values: [Int: Double] = [:]
      for (year, value) in years(node, log: &log) {
        values[year] = value.count(log: &log).map { Node.double($0) }
      }
      return .index(values)
    }
    return nil
  }

  private static func piece(
    _ node: Node, unit: String, after before: Int?, log: inout FindingLog
  ) -> Course.Piece? {
    var fields = Fields(node, log: &log)
    let rate = fields.take("rate")
    let reach = fields.take("reach")
    let named = fields.take("method")
    let method = named?.choice(Course.Method.self, log: &log)
    var piece: Course.Piece?
    switch (rate, reach) {
    case (let rate?, nil):
      let until = fields.take("until")
      let share = rate.percent(
        Text(fr: "un pourcentage par an, 3 %", en: "a percentage a year, 3 %"), log: &log)
      if let share, !(0..<1).contains(share) {
        rate.refuse(
          Text(fr: "une baisse de 0 à 100 % par an", en: "a reduction of 0 to 100 % a year"),
          log: &log)
      } else if share != nil, named == nil {
        log.add(
          Finding(
            ScenarioFindings.unqualifiedRate, at: rate.location,
            [.init("value", rate.scalar ?? "")]))
      } else if let share, let method {
        let year = until?.year(log: &log)
        if let until, let year { ScenarioReader.check(year, after: before, at: until, log: &log) }
        piece = .init(.rate(share, method), until: year)
      }
    case (nil, let reach?):
      let by = fields.require("by", log: &log)
      if let level = reach.level(unit: unit, log: &log), let by, let year = by.year(log: &log),
        ScenarioReader.check(year, after: before, at: by, log: &log)
      {
        if method == .compound, level.value(of: 1) <= 0 {
          reach.refuse(
            Text(
              fr: "`method: linear` : un taux composé n'arrive jamais à zéro",
              en: "`method: linear`: a compound rate never arrives at zero"), log: &log)
        }
        piece = .init(.reach(level, method ?? .linear), until: year)
      }
    default:
      node.refuse(
        Text(fr: "rate ou reach, l'un des deux", en: "rate or reach, one of them"), log: &log)
    }
    fields.finish(log: &log)
    return piece
  }

  /// Years and what they hold, in order.
  static func years(_ node: Node, log: inout FindingLog) -> [(Int, Node)] {
    if case .mapping(let entries) = node.content, entries.isEmpty {
      node.refuse(Text(fr: "au moins une année", en: "at least one year"), log: &log)
    }
    var fields = Fields(node, log: &log)
    var values: [(Int, Node)] = []
    for entry in fields.takeAll() {
      guard let year = Int(entry.key), (1900...2200).contains(year) else {
        log.add(
          Finding(
            CampusFindings.badValue, at: entry.location,
            [
              .init("value", entry.key), .init("expected-fr", "une année"),
              .init("expected-en", "a year"),
            ]))
        continue
      }
      if let last = values.last, year <= last.0 {
        log.add(
          Finding(
            ScenarioFindings.yearsOutOfOrder, at: entry.location,
            [.init("year", String(year)), .init("before", String(last.0))]))
        continue
      }
      values.append((year, entry.value))
    }
    fields.finish(log: &log)
    return values
  }
}
