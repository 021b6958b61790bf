import Diagnostics
import EmissionFactors
import Quantities
import Tables

/// Turns an answer of the commuting survey into a line of passenger or vehicle kilometres.
enum SurveyDecoder {
  static func decode(
    _ row: RowContext, into line: inout ActivityLine, known: inout SetAside,
    decoder: inout Decoder, log: inout FindingLog
  ) -> RowOutcome {
    let period: Period
    let column = SurveyColumn.period.rawValue
    if row.isEmpty(column) { return ActivityDecoder.missing(row, column, nil, &log) }
    switch PeriodCells.read(row, column: column, log: &log) {
    case .period(let value): period = value
    case .absent: return .wrong(accepted: false)
    case .wrong(let accepted): return .wrong(accepted: accepted)
    }
    known.period = period
    line.start = period.start.dayNumber
    line.end = period.end.dayNumber
    line.origin = .survey
    let year = decoder.campus.calendar.year(containing: period.start)
    let site = SurveyColumn.site.rawValue
    if row.isEmpty(site) {
      line.site = decoder.campus.sites.count == 1 ? 0 : -1
    } else {
      line.site = decoder.site(row.bytes(site))
      if line.site < 0 {
        let sites = decoder.campus.sites
        return row.refuse(InventoryFindings.unknownSite, column: site, year: year, log: &log) {
          sites.map(\.identifier) + sites.map(\.name)
        }
      }
    }
    line.tags = decoder.tags(row.bytes(SurveyColumn.tags.rawValue))
    guard let population = population(row.text(SurveyColumn.population.rawValue)) else {
      return unknown(
        row, .population, SurveySample.Population.allCases.map(\.rawValue), year, &log)
    }
    let prefix = population.prefix
    let mode = row.text(SurveyColumn.mode.rawValue)
    guard let place = decoder.catalog.activityIndex(named: prefix + FoldedText.fold(mode)) else {
      let modes = decoder.catalog.activities.map(\.identifier).filter { $0.hasPrefix(prefix) }
        .map { String($0.dropFirst(prefix.count)) }
      return unknown(row, .mode, modes, year, &log)
    }
    line.activity = Int32(place)
    let unit = decoder.catalog.activities[place].unit
    line.unit = decoder.place(of: unit)
    known.unit = line.unit
    let sample = decoder.vocabulary.samples.first {
      $0.year == year && $0.population == population
    }
    if sample?.weight != nil {
      line.knowledge = decoder.knowledge(
        .init(quality: nil, status: line.status, sample: year, site: line.site))
    }
    return distance(
      row, &line, &known, isVehicle: isVehicle(unit), weight: sample?.weight ?? .one, year,
      decoder, &log)
  }

  /// distance × 2 × (days − telework) × weeks × answers, per vehicle divided by the people in it, for as
  /// many people as an answer stands for.
  private static func distance(
    _ row: RowContext, _ line: inout ActivityLine, _ known: inout SetAside, isVehicle: Bool,
    weight: Ratio, _ year: Int, _ decoder: Decoder, _ log: inout FindingLog
  ) -> RowOutcome {
    var values: [SurveyColumn: Number] = [.telework: .zero, .people: .one, .answers: .one]
    let columns: [SurveyColumn] = [.distance, .days, .weeks, .telework, .people, .answers]
    for column in columns {
      if row.isEmpty(column.rawValue), values[column] != nil { continue }
      var accepted = false
      guard
        let value = NumberCells.read(
          row, column.rawValue, dialect: decoder.dialect, year: year, accepted: &accepted,
          log: &log)
      else { return .wrong(accepted: accepted) }
      values[column] = value
    }
    func value(_ column: SurveyColumn) -> Number { values[column] ?? .zero }
    if let reason = impossible(value) {
      let stands = row.report(
        InventoryFindings.impossibleSurvey, column: nil, year: year, log: &log,
        facts: { [.init("reason-fr", reason.fr), .init("reason-en", reason.en)] })
      return .wrong(accepted: !stands)
    }
    let days = value(.days) - value(.telework)
    var factors = [days, value(.weeks), value(.answers)].map { Ratio($0) }
    factors += [Ratio(Number(2)), weight]
    if isVehicle, let share = Ratio.one / Ratio(value(.people)) { factors.append(share) }
    var product: Ratio? = Ratio(value(.distance))
    for factor in factors { product = product.flatMap { $0 * factor } }
    guard let product, let quantity = Number.one.multiplied(by: product) else {
      let stands = row.report(
        InventoryFindings.numberTooLarge, column: SurveyColumn.distance.rawValue, year: year,
        log: &log, facts: { [.init("value", row.text(SurveyColumn.distance.rawValue))] })
      return .wrong(accepted: !stands)
    }
    line.quantity = quantity
    known.quantity = quantity
    return .used
  }

  private static func impossible(_ value: (SurveyColumn) -> Number) -> Text? {
    if value(.distance).isNegative || value(.distance) > Number(2000) {
      return Text(fr: "distance de 0 à 2 000 km", en: "distance from 0 to 2,000 km")
    }
    if value(.days).isNegative || value(.days) > Number(7) {
      return Text(fr: "de 0 à 7 jours par semaine", en: "0 to 7 days a week")
    }
    if value(.telework).isNegative || value(.telework) > value(.days) {
      return Text(
        fr: "plus de jours de télétravail que de jours travaillés",
        en: "more days of telework than working days")
    }
    if value(.weeks).isNegative || value(.weeks) > Number(53) {
      return Text(fr: "de 0 à 53 semaines par an", en: "0 to 53 weeks a year")
    }
    if value(.people) < .one || value(.people) > Number(100) {
      return Text(fr: "au moins une personne par véhicule", en: "at least one person a vehicle")
    }
    if value(.answers).isNegative {
      return Text(fr: "effectif négatif", en: "a negative number of people")
    }
    return nil
  }

  private static func isVehicle(_ unit: Unit) -> Bool {
    guard case .success(let vehicle) = UnitExpression.parse("vehicle.km") else { return false }
    return unit.dimension == vehicle.dimension
  }

  private static func population(_ name: String) -> SurveySample.Population? {
    switch FoldedText.fold(name) {
    case "staff", "personnel", "personnels", "agent", "agents", "employee", "employees": .staff
    case "students", "student", "etudiant", "etudiants", "eleve", "eleves", "etudiant-e-s":
      .students
    default: nil
    }
  }

  private static func unknown(
    _ row: RowContext, _ column: SurveyColumn, _ expected: [String], _ year: Int,
    _ log: inout FindingLog
  ) -> RowOutcome {
    let kind = column == .mode ? InventoryFindings.unknownMode : InventoryFindings.unknownWord
    return row.refuse(kind, column: column.rawValue, year: year, log: &log) { expected }
  }
}
