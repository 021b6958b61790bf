import Diagnostics
import Quantities
import Tables

/// Reads the tables of EmissionFactors/readings/.
enum ReadingTables {
  static func read(
    _ sources: CatalogSources, into catalog: inout FactorCatalog, log: inout FindingLog
  ) {
    for source in sources[.recycling] { readRecycling(source, into: &catalog, log: &log) }
    for source in sources[.readings] { readReadings(source, into: &catalog, log: &log) }
    for source in sources[.readingCodes] { readCodes(source, into: &catalog, log: &log) }
    for source in sources[.readingRules] { readRules(source, into: &catalog, log: &log) }
  }

  private static func readRecycling(
    _ source: ByteSource, into catalog: inout FactorCatalog, log: inout FindingLog
  ) {
    guard let table = DataTable(source, CatalogSchemas.recycling, log: &log) else { return }
    var conventions = catalog.recycling
    table.forEachRow(log: &log) { row, log in
      guard let value = row.number("value", log: &log), let unit = row.unit("unit", log: &log)
      else { return }
      let key = RecyclingConvention.Key(
        source: row.text("source"), identifier: row.text("source-id"))
      conventions[key] = RecyclingConvention(value: value, unit: unit)
    }
    catalog.recycling = conventions
  }

  private static func readReadings(
    _ source: ByteSource, into catalog: inout FactorCatalog, log: inout FindingLog
  ) {
    guard let table = DataTable(source, CatalogSchemas.readings, log: &log) else { return }
    var readings: [Reading] = []
    table.forEachRow(log: &log) { row, log in
      guard let recycling = row.choice("recycling", Reading.Recycling.self, log: &log),
        let assets = row.choice("assets", Reading.Assets.self, log: &log),
        let outside = row.choice("outside-kyoto", Reading.OutsideKyoto.self, log: &log),
        let electricity = row.choice("electricity", Reading.Electricity.self, log: &log)
      else { return }
      var gases: [Reading.GasColumn] = []
      for name in row.list("gases") {
        guard let gas = Reading.GasColumn(rawValue: name) else {
          return row.report(
            "gases", expected: Text(fr: "des colonnes de gaz", en: "gas columns"), log: &log)
        }
        gases.append(gas)
      }
      readings.append(
        Reading(
          identifier: row.text("id"),
          label: Text(fr: row.text("label-fr"), en: row.text("label-en")),
          gases: gases, recycling: recycling, assets: assets, outsideKyoto: outside,
          electricity: electricity, note: Text(fr: row.text("note-fr"), en: row.text("note-en"))))
    }
    catalog.readings += readings
  }

  private static func readCodes(
    _ source: ByteSource, into catalog: inout FactorCatalog, log: inout FindingLog
  ) {
    guard let table = DataTable(source, CatalogSchemas.readingCodes, log: &log) else { return }
    var readings = catalog.readings
    table.forEachRow(log: &log) { row, log in
      guard let kind = row.choice("kind", ReadingCode.Kind.self, log: &log) else { return }
      let code = ReadingCode(
        identifier: row.text("code"), parent: row.text("parent"), kind: kind,
        label: Text(fr: row.text("label-fr"), en: row.text("label-en")))
      forEachReading(of: row, &readings, log: &log) { reading in
        if reading.code(named: code.identifier) != nil { return false }
        reading.codes.append(code)
        return true
      }
    }
    catalog.readings = readings
  }

  private static func readRules(
    _ source: ByteSource, into catalog: inout FactorCatalog, log: inout FindingLog
  ) {
    guard let table = DataTable(source, CatalogSchemas.readingRules, log: &log) else { return }
    var readings = catalog.readings
    let posts = Set(catalog.posts.map(\.identifier))
    table.forEachRow(log: &log) { row, log in
      guard let keys = keys(row, posts, log: &log) else { return }
      forEachReading(of: row, &readings, log: &log) { reading in
        let code = row.text("code")
        guard reading.code(named: code) != nil else { return false }
        return keys.allSatisfy { reading.rules.add($0, code: code) }
      }
    }
    catalog.readings = readings
  }

  /// Every key of a rule; nil, with a finding, when it names something that does not exist.
  private static func keys(
    _ row: DataRow, _ posts: Set<String>, log: inout FindingLog
  ) -> [ReadingRules.Key]? {
    func words(_ column: String, known: Set<String>, log: inout FindingLog) -> [String]? {
      let words = row.list(column)
      if words.isEmpty { return [""] }
      if words.allSatisfy(known.contains) { return words }
      let list = known.sorted().joined(separator: ", ")
      row.report(
        column, expected: Text(fr: "l'un de : \(list)", en: "one of: \(list)"), log: &log)
      return nil
    }
    guard posts.contains(row.text("post")) else {
      row.report("post", expected: Text(fr: "un poste connu", en: "a known post"), log: &log)
      return nil
    }
    guard let natures = words("nature", known: natures, log: &log),
      let steps = words("stage", known: stages, log: &log),
      let operators = words("characterisation", known: characterisations, log: &log)
    else { return nil }
    return natures.flatMap { nature in
      steps.flatMap { stage in
        operators.map { operated in
          ReadingRules.Key(
            post: row.text("post"), nature: nature, stage: stage, characterisation: operated,
            choice: row.text("when"))
        }
      }
    }
  }

  private static let stages = Set(Stage.allCases.map(\.identifier))
  private static let characterisations = Set(Characterisation.allCases.map(\.rawValue))
  private static let natures = Set(ScopeRule.allCases.map(\.rawValue) + ["spend", "declared"])

  private static func forEachReading(
    of row: DataRow, _ readings: inout [Reading], log: inout FindingLog,
    _ body: (inout Reading) -> Bool
  ) {
    for name in row.list("reading") {
      guard let place = readings.firstIndex(where: { $0.identifier == name }) else {
        row.report(
          "reading", expected: Text(fr: "une lecture connue", en: "a known reading"), log: &log)
        continue
      }
      if !body(&readings[place]) {
        row.report(
          "code",
          expected: Text(
            fr: "un code de cette lecture, et un seul par règle",
            en: "a code of this reading, and one only per rule"), log: &log)
      }
    }
  }
}
