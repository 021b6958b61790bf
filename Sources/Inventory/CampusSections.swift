import Diagnostics
import Documents
import Quantities

/// The larger parts of campus.yaml.
enum CampusSections {
  static func sites(_ node: Node, into campus: inout Campus, log: inout FindingLog) {
    var sites = Fields(node, log: &log)
    for entry in sites.takeAll() {
      var fields = Fields(entry.value, log: &log)
      let name = fields.take("name")?.text(log: &log) ?? entry.key
      var buildings: [Campus.Building] = []
      if let node = fields.take("buildings") {
        var list = Fields(node, log: &log)
        for building in list.takeAll() {
          let name = building.value.isEmpty ? building.key : building.value.text(log: &log)
          buildings.append(.init(identifier: building.key, name: name ?? building.key))
        }
        list.finish(log: &log)
      }
      fields.finish(log: &log)
      campus.sites.append(.init(identifier: entry.key, name: name, buildings: buildings))
    }
    sites.finish(log: &log)
  }

  /// `heating: {natural-gas: 85 %}`: the part of an activity that follows the weather.
  static func heating(_ node: Node, into campus: inout Campus, log: inout FindingLog) {
    var activities = Fields(node, log: &log)
    for entry in activities.takeAll() {
      campus.heating[entry.key] = entry.value.share(log: &log)
      campus.heatingLocations[entry.key] = entry.location
    }
    activities.finish(log: &log)
  }

  static func years(_ node: Node, into campus: inout Campus, log: inout FindingLog) {
    var years = Fields(node, log: &log)
    for entry in years.takeAll() {
      guard let year = year(entry, log: &log) else { continue }
      campus.years[year] = self.year(entry.value, log: &log)
    }
    years.finish(log: &log)
  }

  /// The year that a key names, written as people write it: never `02022` or `+2022`.
  static func year(_ entry: Node.Entry, log: inout FindingLog) -> Int? {
    if entry.key.utf8.count == 4, let year = Int(entry.key), (1900...2200).contains(year) {
      return year
    }
    log.add(
      Finding(
        CampusFindings.badValue, at: entry.location,
        [
          .init("value", entry.key), .init("expected-fr", "une année"),
          .init("expected-en", "a year"),
        ]))
    return nil
  }

  private static func year(_ node: Node, log: inout FindingLog) -> CampusYear {
    enum Footprint: String, CaseIterable { case complete, resourcesOnly = "resources-only" }
    var year = CampusYear()
    var fields = Fields(node, log: &log)
    year.students = fields.take("students")?.count(log: &log)
    year.staff = fields.take("staff")?.count(log: &log)
    year.fullTimeEquivalents = fields.take("fte")?.count(log: &log)
    year.people = fields.take("people")?.count(log: &log)
    year.floorArea = fields.take("floor-area")?.amount(in: "m2", log: &log)
    year.budget = fields.take("budget")?.amount(in: "EUR", log: &log)
    year.atypical = fields.take("atypical")?.text(log: &log)
    if let node = fields.take("sites") {
      year.sites = Set(node.items().compactMap { $0.words(log: &log) })
      year.sitesLocation = node.location
    }
    year.degreeDays = fields.take("degree-days")?.count(log: &log)
    year.isResourcesOnly =
      fields.take("footprint")?.choice(Footprint.self, log: &log) == .resourcesOnly
    year.footprintNote = fields.take("footprint-note")?.text(log: &log) ?? ""
    if let node = fields.take("electricity-mix") {
      var mix = Fields(node, log: &log)
      var value = CampusYear.ElectricityMix()
      value.lowCarbon = mix.take("low-carbon")?.share(log: &log)
      value.renewable = mix.take("renewable")?.share(log: &log)
      value.source = mix.take("source")?.text(log: &log) ?? ""
      mix.finish(log: &log)
      year.electricityMix = value
    }
    year.market = fields.take("electricity-market").map { ReadingSections.market($0, log: &log) }
    for item in fields.take("published")?.items() ?? [] {
      var figure = Fields(item, log: &log)
      let label = figure.require("label", log: &log)?.text(log: &log) ?? ""
      let value = figure.require("value", log: &log)?.text(log: &log) ?? ""
      let source = figure.take("source")?.text(log: &log) ?? ""
      let goal = figure.take("goal").flatMap { Self.goal($0, log: &log) }
      figure.finish(log: &log)
      year.published.append(.init(label: label, value: value, source: source, goal: goal))
    }
    year.fleet = fields.take("fleet").map { Self.fleet($0, log: &log) }
    if let node = fields.take("food") {
      var shares = Fields(node, log: &log)
      var food = FoodShares()
      food.organic = shares.take("organic")?.share(log: &log)
      food.local = shares.take("local")?.share(log: &log)
      food.source = shares.take("source")?.text(log: &log) ?? ""
      shares.finish(log: &log)
      year.food = food
    }
    if let node = fields.take("survey") {
      var people = Fields(node, log: &log)
      for population in SurveySample.Population.allCases {
        year.survey[population] = people.take(population.rawValue)?.count(log: &log)
      }
      people.finish(log: &log)
      year.surveyLocation = node.location
    }
    if let node = fields.take("weighted-users") {
      year.weightedUsers = weightedUsers(node, log: &log)
    }
    fields.finish(log: &log)
    return year
  }

  /// `fleet: {electric: 10, diesel: 20}`: whole vehicles.
  private static func fleet(_ node: Node, log: inout FindingLog) -> Fleet {
    var fleet = Fleet()
    var fields = Fields(node, log: &log)
    for motor in Motor.allCases {
      fleet.vehicles[motor] = fields.take(motor.rawValue)?.count(log: &log)
    }
    fields.finish(log: &log)
    return fleet
  }

  private static func goal(_ node: Node, log: inout FindingLog) -> DevelopmentGoal? {
    if let goal = node.scalar.flatMap({ Int($0) }).flatMap(DevelopmentGoal.init(rawValue:)) {
      return goal
    }
    node.refuse(
      Text(fr: "un objectif : 6, 7, 11, 12 ou 13", en: "a goal: 6, 7, 11, 12 or 13"), log: &log)
    return nil
  }

  private static func weightedUsers(_ node: Node, log: inout FindingLog) -> WeightedUsers {
    var users = WeightedUsers()
    var fields = Fields(node, log: &log)
    let places: [(String, WritableKeyPath<WeightedUsers, Number>)] = [
      ("resident-students", \.residentStudents), ("resident-staff", \.residentStaff),
      ("other-residents", \.otherResidents), ("students-fte", \.students),
      ("staff-fte", \.staff), ("distance-students", \.distanceStudents),
    ]
    for (key, place) in places {
      users[keyPath: place] = fields.require(key, log: &log)?.count(log: &log) ?? .zero
    }
    fields.finish(log: &log)
    return users
  }

  static func substitutions(_ node: Node, into campus: inout Campus, log: inout FindingLog) {
    for item in node.items() {
      var fields = Fields(item, log: &log)
      let activity = fields.require("activity", log: &log)?.text(log: &log)
      let year = fields.require("year", log: &log)?.year(log: &log)
      let factor = fields.require("factor", log: &log)?.text(log: &log)
      let reason = fields.require("reason", log: &log)?.text(log: &log)
      fields.finish(log: &log)
      if let activity, let year, let factor, let reason {
        campus.substitutions.append(
          .init(
            activity: activity, year: year, factor: factor, reason: reason,
            location: item.location))
      }
    }
  }

  static func acceptances(
    _ node: Node, known: [String], into campus: inout Campus, log: inout FindingLog
  ) {
    for item in node.items() {
      var fields = Fields(item, log: &log)
      let findingNode = fields.require("finding", log: &log)
      let whereNode = fields.take("where")
      let reason = fields.require("reason", log: &log)?.text(log: &log)
      fields.finish(log: &log)
      guard let findingNode, let name = findingNode.text(log: &log), let reason else { continue }
      guard known.contains(name) else {
        log.add(
          Finding(
            CampusFindings.unknownFinding, at: findingNode.location, [.init("name", name)],
            suggestion: NearestName.closest(to: name, among: known)))
        continue
      }
      var file = whereNode?.text(log: &log)
      var line: Int?
      if let text = file, let colon = text.lastIndex(of: ":"),
        let number = Int(text[text.index(after: colon)...])
      {
        file = String(text[..<colon])
        line = number
      }
      campus.acceptances.append(
        .init(identifier: name, file: file, line: line, reason: reason))
    }
  }

  static func equivalents(_ node: Node, into campus: inout Campus, log: inout FindingLog) {
    for item in node.items() {
      var fields = Fields(item, log: &log)
      let label = fields.require("label", log: &log)?.text(log: &log)
      let per = fields.require("per", log: &log)?.amount(in: "kg", log: &log)
      let source = fields.take("source")?.text(log: &log) ?? ""
      fields.finish(log: &log)
      if let label, let per {
        campus.equivalents.append(.init(label: label, kilograms: per, source: source))
      }
    }
  }
}
