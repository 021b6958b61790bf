import Diagnostics
import Documents
import Inventory
import Quantities

/// Reads what a plan is made of: drivers, paths and measures.
struct PlanReader {
  /// The measures of another scenario, for those that are taken from a library.
  let library: (_ scenario: Node, _ log: inout FindingLog) -> [Measure]

  // MARK: What goes by itself

  static func driver(_ entry: Node.Entry, log: inout FindingLog) -> Driver {
    var fields = Fields(entry.value, log: &log)
    var driver = Driver(
      identifier: entry.key, label: Text(same: entry.key), values: [:], location: entry.location)
    if let node = fields.take("label") { driver.label = node.bilingual(log: &log) }
    if let node = fields.take("growth") {
      // More than a doubling each year is a slip of the hand, and runs out of numbers by 2050.
      let expected = Text(
        fr: "un pourcentage par an entre -100 % et 100 %, 0.5 %",
        en: "a percentage a year between -100 % and 100 %, 0.5 %")
      driver.growth = node.percent(expected, log: &log)
      if let growth = driver.growth, !(growth > -1 && growth <= 1) {
        node.refuse(expected, log: &log)
      }
    } else if let node = fields.require("values", log: &log) {
      driver.values = series(node, log: &log)
    }
    if let node = fields.require("of", log: &log) { driver.selector = selector(node, log: &log) }
    if let node = fields.take("elasticity"), let value = node.count(log: &log) {
      driver.elasticity = Node.double(value)
      if driver.elasticity > 2 {
        node.refuse(
          Text(fr: "un nombre de 0 à 2", en: "a number from 0 to 2"), log: &log)
      }
    }
    driver.halfWidth = halfWidth(&fields, log: &log)
    driver.provenance = TargetReader.provenance(&fields, log: &log)
    fields.finish(log: &log)
    return driver
  }

  static func path(_ entry: Node.Entry, log: inout FindingLog) -> FactorPath {
    var fields = Fields(entry.value, log: &log)
    var path = FactorPath(
      identifier: entry.key, label: Text(same: entry.key), values: [:], location: entry.location)
    if let node = fields.take("label") { path.label = node.bilingual(log: &log) }
    if let node = fields.require("values", log: &log) { path.values = series(node, log: &log) }
    if let node = fields.require("of", log: &log) { path.selector = selector(node, log: &log) }
    path.isMeasure = fields.take("measure")?.flag(log: &log) ?? false
    path.halfWidth = halfWidth(&fields, log: &log)
    path.provenance = TargetReader.provenance(&fields, log: &log)
    fields.finish(log: &log)
    return path
  }

  /// How far it may be off at the horizon, `20 %`.
  private static func halfWidth(_ fields: inout Fields, log: inout FindingLog) -> Double {
    guard let node = fields.take("uncertainty") else { return 0 }
    let expected = Text(
      fr: "un pourcentage, 20 % : l'écart possible à l'horizon",
      en: "a percentage, 20 %: how far it may be off at the horizon")
    guard let value = node.percent(expected, log: &log) else { return 0 }
    if (0...10).contains(value) { return value }
    node.refuse(expected, log: &log)
    return 0
  }

  static func series(_ node: Node, log: inout FindingLog) -> [Int: Double] {
    var values: [Int: Double] = [:]
    for (year, value) in TargetReader.years(node, log: &log) {
      values[year] = value.count(log: &log).map { Node.double($0) }
    }
    return values
  }

  /// At least one thing must be said, and nothing may be said by saying nothing: an empty key would
  /// stand for everything.
  static func selector(_ node: Node, log: inout FindingLog) -> Selector {
    if case .mapping(let entries) = node.content {
      let expected = Text(fr: "au moins un nom", en: "at least one name")
      for entry in entries where entry.value.isEmpty || entry.value.items().isEmpty {
        entry.value.refuse(expected, log: &log)
      }
      if entries.isEmpty { node.refuse(expected, log: &log) }
    }
    var fields = Fields(node, log: &log)
    var selector = Selector()
    selector.activities = Set(TargetReader.texts(fields.take("activity"), log: &log))
    selector.posts = Set(TargetReader.texts(fields.take("post"), log: &log))
    selector.sites = Set(TargetReader.texts(fields.take("site"), log: &log))
    selector.buildings = Set(TargetReader.texts(fields.take("building"), log: &log))
    selector.tags = Set(TargetReader.texts(fields.take("tag"), log: &log))
    fields.finish(log: &log)
    return selector
  }

  // MARK: Measures

  func measure(_ entry: Node.Entry, log: inout FindingLog) -> Measure {
    var fields = Fields(entry.value, log: &log)
    var measure = Measure(
      identifier: entry.key, label: Text(same: entry.key), uptake: Uptake(start: .max),
      location: entry.location)
    let from = fields.take("from")
    if let node = from {
      let name = fields.take("like")?.words(log: &log) ?? entry.key
      let errors = log.count(of: .error)
      let known = library(node, &log)
      if let found = known.first(where: { $0.identifier == name }) {
        measure = found.renamed(entry.key, at: entry.location)
      } else if log.count(of: .error) == errors {
        let names = known.map(\.identifier)
        log.add(
          Finding(
            ScenarioFindings.unknownMeasure, at: entry.location,
            [.init("name", name), .init("expected", names.joined(separator: ", "))],
            suggestion: NearestName.closest(to: name, among: names)), subject: name)
      }
    }
    if let node = fields.take("label") { measure.label = node.bilingual(log: &log) }
    Self.uptake(&fields, into: &measure.uptake, log: &log)
    if let node = fields.take("rebound") {
      measure.rebound = part(node, log: &log) ?? 0
    }
    doubt(&fields, into: &measure.doubt, measure.uptake, log: &log)
    if let group = fields.take("group")?.words(log: &log) { measure.group = group }
    if let node = fields.take("requires") {
      measure.requires = TargetReader.texts(node, log: &log)
    }
    if let node = fields.take("effects") {
      // What was published was about other effects.
      measure.published = nil
      measure.effects = node.items().compactMap { item in
        effect(item, log: &log).map { ($0, item.location) }
      }
    } else if measure.effects.isEmpty, from == nil {
      log.add(
        Finding(
          DocumentFindings.missingKey, at: entry.value.location, [.init("name", "effects")]))
    }
    if let node = fields.take("of") {
      let hasDriver = measure.effects.contains { effect in
        if case .driver = effect.effect { return true }
        return false
      }
      if hasDriver {
        node.refuse(
          Text(
            fr: "rien : un effet sur un moteur suit le moteur partout",
            en: "nothing: an effect on a driver follows the driver everywhere"), log: &log)
      }
      measure.narrow(to: Self.selector(node, log: &log))
    }
    if let node = fields.take("published") {
      let expected = Text(
        fr: "une baisse publiée, -91 %", en: "a reduction that was published, -91 %")
      measure.published = node.percent(expected, log: &log)
      if let published = measure.published, !(-1...0).contains(published) {
        node.refuse(expected, log: &log)
      }
    }
    measure.cost = CostReader.cost(&fields, measure.cost, log: &log)
    let provenance = TargetReader.provenance(&fields, log: &log)
    if provenance != Provenance() { measure.provenance = provenance }
    fields.finish(log: &log)
    return measure
  }

  static func uptake(_ fields: inout Fields, into uptake: inout Uptake, log: inout FindingLog) {
    if let year = fields.take("start")?.year(log: &log) { uptake.start = year }
    for (key, path) in [("lag", \Uptake.lag), ("ramp", \Uptake.ramp)] {
      guard let node = fields.take(key), let years = node.integer(log: &log) else { continue }
      if years >= (key == "ramp" ? 1 : 0), years <= 100 {
        uptake[keyPath: path] = years
      } else {
        node.refuse(hundredYears, log: &log)
      }
    }
    if let shape = fields.take("shape")?.choice(Uptake.Shape.self, log: &log) {
      uptake.shape = shape
    }
    if let node = fields.take("end"), let year = node.year(log: &log) {
      let before = uptake.start == .max ? nil : uptake.start
      if ScenarioReader.check(year, after: before.map { $0 - 1 }, at: node, log: &log) {
        uptake.end = year
      }
    }
    if let after = fields.take("after")?.choice(Uptake.After.self, log: &log) {
      uptake.after = after
    }
  }

  /// How likely it is, how late it may come, and how far it may get.
  private func doubt(
    _ fields: inout Fields, into doubt: inout MeasureDoubt, _ uptake: Uptake,
    log: inout FindingLog
  ) {
    if let node = fields.take("delivery"), let chance = part(node, log: &log) {
      doubt.delivery = chance
    }
    if let node = fields.take("latest"), let year = node.year(log: &log) {
      let before = uptake.start == .max ? nil : uptake.start
      if ScenarioReader.check(year, after: before.map { $0 - 1 }, at: node, log: &log) {
        doubt.latest = year
        if let end = uptake.end, year > end {
          node.refuse(
            Text(
              fr: "une année avant la fin de la mesure, \(end) au plus tard,",
              en: "a year before the measure ends, \(end) at the latest,"),
            log: &log)
        }
      }
    } else if let latest = doubt.latest, uptake.start != .max, latest < uptake.start {
      // A measure of a shelf that starts later here is as late as that, and no later.
      doubt.latest = nil
    }
    guard let node = fields.take("reach") else { return }
    var ends = Fields(node, log: &log)
    let expected = Text(
      fr: "de 0 à 100 % pour « low », de 100 à 300 % pour « high »",
      en: "0 to 100 % for “low”, 100 to 300 % for “high”")
    for (key, path, range) in [
      ("low", \MeasureDoubt.low, 0.0...1.0), ("high", \MeasureDoubt.high, 1.0...3.0),
    ] {
      guard let node = ends.take(key), let value = node.percent(expected, log: &log) else {
        continue
      }
      if range.contains(value) {
        doubt[keyPath: path] = value
      } else {
        node.refuse(expected, log: &log)
      }
    }
    ends.finish(log: &log)
  }

  static let hundredYears = Text(
    fr: "un nombre d'années, 100 au plus,", en: "a number of years, 100 at most,")

  /// From 0 to 100 %.
  private func part(_ node: Node, log: inout FindingLog) -> Double? {
    let expected = Text(fr: "de 0 à 100 %, avec le signe %", en: "0 to 100 %, with the sign %")
    guard let value = node.percent(expected, log: &log) else { return nil }
    if (0...1).contains(value) { return value }
    node.refuse(expected, log: &log)
    return nil
  }

  /// `less`, `cut`, `move`, `factor` or `tonnes`, one of them.
  private func effect(_ node: Node, log: inout FindingLog) -> Measure.Effect? {
    var fields = Fields(node, log: &log)
    let effect = effect(&fields, node, log: &log)
    fields.finish(log: &log)
    return effect
  }

  private func effect(
    _ fields: inout Fields, _ node: Node, log: inout FindingLog
  ) -> Measure.Effect? {
    let driver = fields.take("driver")
    let kinds = ["less", "cut", "move", "factor", "tonnes"]
    let found = kinds.compactMap { kind in fields.take(kind).map { (kind, $0) } }
    guard found.count == 1, let (kind, value) = found.first else {
      let list = kinds.joined(separator: ", ")
      node.refuse(
        Text(fr: "l'un de : \(list), un seul", en: "one of: \(list), and only one"), log: &log)
      _ = (fields.take("of"), fields.take("to"), fields.take("ratio"))
      return nil
    }
    if let driver {
      guard kind == "less" else {
        driver.refuse(Text(fr: "avec `less` seulement", en: "with `less` only"), log: &log)
        return nil
      }
      guard let name = driver.words(log: &log), let share = part(value, log: &log) else {
        return nil
      }
      return .driver(name, share)
    }
    let of = fields.require("of", log: &log)
    let selector = of.map { Self.selector($0, log: &log) } ?? Selector()
    switch kind {
    case "less": return part(value, log: &log).map { .less(selector, $0) }
    case "factor": return part(value, log: &log).map { .factor(selector, $0) }
    case "cut": return amount(value, log: &log).map { .cut(selector, $0) }
    case "tonnes":
      return value.amount(in: "tCO2e", log: &log).map { .tonnes(selector, Node.double($0)) }
    default:
      let to = fields.require("to", log: &log)?.words(log: &log)
      let ratio = fields.require("ratio", log: &log)
      guard let share = part(value, log: &log), let to, let ratio,
        let destination = destination(to, ratio, log: &log)
      else { return nil }
      return .move(selector, share, to: destination)
    }
  }

  /// `12000 kWh`.
  private func amount(_ node: Node, log: inout FindingLog) -> Measure.Amount? {
    if let scalar = node.scalar, let space = scalar.firstIndex(of: " "),
      let value = Number(String(scalar[..<space])), !value.isNegative,
      case .success(let unit) = UnitExpression.parse(
        String(scalar[scalar.index(after: space)...]))
    {
      return .init(value: Node.double(value), unit: unit)
    }
    node.refuse(
      Text(fr: "un nombre et une unité, 12000 kWh", en: "a number and a unit, 12000 kWh"),
      log: &log)
    return nil
  }

  /// `0.30 kWh/kWh PCS`: how much of the one replaces how much of the other.
  private func destination(
    _ activity: String, _ node: Node, log: inout FindingLog
  ) -> Measure.Destination? {
    if let scalar = node.scalar, let space = scalar.firstIndex(of: " "),
      let value = Number(String(scalar[..<space])), !value.isNegative
    {
      let units = scalar[scalar.index(after: space)...]
        .split(separator: "/", omittingEmptySubsequences: false)
      if units.count == 2, case .success(let unit) = UnitExpression.parse(String(units[0])),
        case .success(let per) = UnitExpression.parse(String(units[1]))
      {
        return .init(activity: activity, ratio: Node.double(value), unit: unit, per: per)
      }
    }
    node.refuse(
      Text(
        fr: "un rapport avec ses unités, 0.30 kWh/kWh PCS",
        en: "a ratio with its units, 0.30 kWh/kWh PCS"), log: &log)
    return nil
  }
}
