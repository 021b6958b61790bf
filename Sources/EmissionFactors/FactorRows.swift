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
    var provenance: Factor.Provenance
    var rows: [Factor.StageRow] = []
  }

  static func read(
    _ source: ByteSource, into catalog: inout FactorCatalog, log: inout FindingLog
  ) {
    guard let table = DataTable(source, CatalogSchemas.factors, log: &log) else { return }
    var factors: [Factor] = []
    var pending: Pending?
    table.forEachRow(log: &log) { row, log in
      let identifier = row.text("factor")
      if pending?.identifier != identifier {
        if let done = pending { factors.append(finished(done, log: &log)) }
        pending = begun(row, log: &log)
      }
      if row.text("total").isEmpty {
        row.report(
          "total", expected: Text(fr: "un nombre, avec un point", en: "a number, with a point"),
          log: &log)
      }
      guard let total = row.number("total", log: &log) else { return }
      guard let stage = Stage(identifier: row.text("stage")) else {
        row.report("stage", expected: Text(fr: "une étape connue", en: "a known stage"), log: &log)
        return
      }
      var gases: [(gas: Gas, value: Number)] = []
      for gas in CatalogSchemas.gasColumns {
        if let value = row.number(gas.identifier, log: &log) { gases.append((gas, value)) }
      }
      pending?.rows.append(Factor.StageRow(stage: stage, total: total, gases: gases))
    }
    if let done = pending { factors.append(finished(done, log: &log)) }
    catalog.factors += factors
  }

  private static func begun(_ row: DataRow, log: inout FindingLog) -> Pending? {
    guard let unit = row.unit("unit", log: &log) else { return nil }
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
    return Pending(
      identifier: row.text("factor"), family: row.text("family"), unit: unit,
      published: row.number("published-total", log: &log), from: row.integer("from", log: &log),
      to: row.integer("to", log: &log), uncertainty: row.number("uncertainty", log: &log),
      provenance: provenance)
  }

  private static func finished(_ pending: Pending, log: inout FindingLog) -> Factor {
    let sum = pending.rows.reduce(Number.zero) { $0 + $1.total }
    let total = pending.published ?? sum
    let difference = total - sum
    // Published figures have three significant digits; more than 2 % apart is not rounding.
    if abs(difference.mantissa) > abs(total.mantissa) / 50 {
      log.add(
        Finding(
          FactorFindings.partsDiffer,
          at: Location(file: pending.provenance.file, line: pending.provenance.line),
          [.init("total", total.description), .init("difference", difference.description)]),
        subject: pending.identifier)
    }
    return Factor(
      identifier: pending.identifier, family: pending.family,
      cells: Factor.cells(of: pending.rows, published: total), total: total, unit: pending.unit,
      from: pending.from, to: pending.to, provenance: pending.provenance,
      uncertainty: pending.uncertainty)
  }
}
