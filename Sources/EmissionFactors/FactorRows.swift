import Diagnostics
import Quantities
import Tables

/// Factor files: consecutive rows of one factor, one a stage.
enum FactorRows {
  private struct Pending {
    var identifier: String
    var family: String
    var unit: Unit
    var published: Number?
    var from: Int?
    var to: Int?
    var uncertainty: Number?
    var quality: Quality?
    var provenance: Factor.Provenance
    var rows: [Factor.StageRow] = []
    /// What every row of the factor must repeat.
    var repeated: [String]
    /// True when a row is wrong: a factor with a part missing would pass for a smaller one.
    var isBroken = false
  }

  /// The columns that all rows of a factor share.
  private static let shared = [
    "family", "unit", "from", "to", "published-total", "release", "source", "source-id",
  ]

  static func read(
    _ source: ByteSource, into catalog: inout FactorCatalog, log: inout FindingLog
  ) {
    guard let table = DataTable(source, CatalogSchemas.factors, log: &log) else { return }
    var factors: [Factor] = []
    var pending: Pending?
    func finish(log: inout FindingLog) {
      // What is wrong was reported; rows that need the factor will say that they have none.
      if let done = pending, !done.isBroken { factors.append(finished(done, log: &log)) }
    }
    table.forEachRow(log: &log) { row, log in
      if pending?.identifier != row.text("factor") {
        finish(log: &log)
        pending = begun(row, log: &log)
      } else {
        compare(row, &pending, log: &log)
      }
      if let stage = stage(row, log: &log) {
        pending?.rows.append(stage)
      } else {
        pending?.isBroken = true
      }
    }
    finish(log: &log)
    FactorCatalog.add(factors, to: &catalog.factors)
  }

  private static func compare(_ row: DataRow, _ pending: inout Pending?, log: inout FindingLog) {
    guard let first = pending?.repeated else { return }
    for (column, value) in zip(shared, first) where row.text(column) != value {
      pending?.isBroken = true
      row.report(
        column,
        expected: Text(
          fr: "la valeur de la première ligne du facteur",
          en: "the value on the first row of the factor"), log: &log)
    }
  }

  /// One stage; nil when anything in it is wrong, and everything wrong is reported.
  private static func stage(_ row: DataRow, log: inout FindingLog) -> Factor.StageRow? {
    var isWrong = false
    func number(_ column: String, log: inout FindingLog) -> Number? {
      guard let value = row.number(column, log: &log) else {
        if !row.isEmpty(column) { isWrong = true }
        return nil
      }
      if value.isNegative || value >= largest {
        isWrong = true
        row.report(
          column,
          expected: Text(
            fr: "un nombre positif, inférieur à 10^12", en: "a number from 0 to 10^12"), log: &log)
      }
      return value
    }
    if row.isEmpty("total") {
      isWrong = true
      row.report(
        "total", expected: Text(fr: "un nombre, avec un point", en: "a number, with a point"),
        log: &log)
    }
    let total = number("total", log: &log)
    let stage = Stage(identifier: row.text("stage"))
    if stage == nil {
      row.report("stage", expected: Text(fr: "une étape connue", en: "a known stage"), log: &log)
    }
    var gases: [(gas: Gas, value: Number)] = []
    for gas in CatalogSchemas.gasColumns {
      // CO2 of biomass is taken up before it is given back: it alone may be negative.
      let value =
        gas.isApart ? row.number(gas.identifier, log: &log) : number(gas.identifier, log: &log)
      if let value { gases.append((gas, value)) }
    }
    guard let total, let stage, !isWrong else { return nil }
    return Factor.StageRow(stage: stage, total: total, gases: gases)
  }

  /// No unit of anything emits a billion tonnes.
  private static let largest = Number(1_000_000_000_000)

  private static func begun(_ row: DataRow, log: inout FindingLog) -> Pending? {
    var isBroken = false
    func integer(_ column: String, log: inout FindingLog) -> Int? {
      let value = row.integer(column, log: &log)
      if value == nil, !row.isEmpty(column) { isBroken = true }
      return value
    }
    let unit = row.unit("unit", log: &log)
    let published = row.number("published-total", log: &log)
    if published == nil, !row.isEmpty("published-total") { isBroken = true }
    let (from, to) = (integer("from", log: &log), integer("to", log: &log))
    var provenance = Factor.Provenance()
    provenance.region = row.text("region")
    provenance.release = row.text("release")
    provenance.source = row.text("source")
    provenance.sourceIdentifier = row.text("source-id")
    provenance.licence = row.text("licence")
    provenance.status = row.text("status")
    provenance.validity = row.text("validity")
    provenance.note = row.text("note")
    provenance.file = row.table.reader.source.name
    provenance.line = row.record.line
    let (percent, quality) = knowledge(row, &isBroken, log: &log)
    return Pending(
      identifier: row.text("factor"), family: row.text("family"), unit: unit ?? .one,
      published: published, from: from, to: to,
      uncertainty: percent, quality: quality, provenance: provenance,
      repeated: shared.map { row.text($0) }, isBroken: isBroken || unit == nil)
  }

  private static func finished(_ pending: Pending, log: inout FindingLog) -> Factor {
    let sum = pending.rows.reduce(Number.zero) { $0 + $1.total }
    let total = pending.published ?? sum
    doubt(total, parts: sum, pending, log: &log)
    for row in pending.rows {
      let gases = row.gases.filter { !$0.gas.isApart }
      if !gases.isEmpty {
        doubt(row.total, parts: gases.reduce(.zero) { $0 + $1.value }, pending, log: &log)
      }
    }
    return Factor(
      identifier: pending.identifier, family: pending.family,
      cells: Factor.cells(of: pending.rows, published: total), total: total, unit: pending.unit,
      from: pending.from, to: pending.to, provenance: pending.provenance,
      uncertainty: pending.uncertainty, quality: pending.quality)
  }

  private static let ratings = [
    "reliability", "technical", "geographic", "temporal", "completeness",
  ]

  /// A percentage as sources publish it, or else what more the table says.
  private static func knowledge(
    _ row: DataRow, _ isBroken: inout Bool, log: inout FindingLog
  ) -> (percent: Number?, quality: Quality?) {
    var dialect = NumberDialect()
    dialect.decimalMark = .point
    var quality = Quality()
    var cell = row.text("uncertainty")
    if !cell.isEmpty {
      let read = cell.withUTF8 { QualityText.read($0, dialect: dialect, barePercent: true) }
      if let read {
        quality = read
      } else {
        isBroken = true
        row.report(
          "uncertainty",
          expected: Text(
            fr: "« 10 », « 10 % », « uniforme 10 % » ou « GSD 1.2 »",
            en: "“10”, “10 %”, “uniform 10 %” or “GSD 1.2”"), log: &log)
      }
    }
    for (place, column) in ratings.enumerated() {
      var cell = row.text(column)
      if cell.isEmpty { continue }
      if let rating = cell.withUTF8({ QualityText.rating($0) }) {
        quality.ratings[place] = rating
      } else {
        isBroken = true
        row.report(
          column, expected: Text(fr: "une note de 1 à 5", en: "a rating from 1 to 5"), log: &log)
      }
    }
    let isPercent = quality.law == .lognormal && quality.deviation == nil && !quality.isRated
    let percent = quality.halfWidth.flatMap { $0.multiplied(by: Ratio(Number(100))) }
    return (isPercent ? percent : nil, isPercent ? nil : quality)
  }

  /// Published figures have three significant digits; more than 2 % apart is not rounding.
  private static func doubt(
    _ total: Number, parts: Number, _ pending: Pending, log: inout FindingLog
  ) {
    let difference = total - parts
    guard abs(difference.mantissa) > abs(total.mantissa) / 50 else { return }
    log.add(
      Finding(
        FactorFindings.partsDiffer,
        at: Location(file: pending.provenance.file, line: pending.provenance.line),
        [.init("total", total.description), .init("difference", difference.description)]),
      subject: pending.identifier)
  }
}
