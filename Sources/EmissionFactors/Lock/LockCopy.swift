import Diagnostics
import Tables

/// Copies rows out of the tables of a catalogue, as they are written there.
public struct LockCopy {
  private let sources: CatalogSources
  private let digest: LockDigest

  /// Copies from these files.
  public init(_ sources: CatalogSources, digest: @escaping LockDigest) {
    self.sources = sources
    self.digest = digest
  }

  /// The rows behind the figures of a year, table by table.
  ///
  /// Names are in order where the order of a table says nothing, so that the order of files does not
  /// show. Factors of one family stay in theirs: where two could serve, the first does.
  public func rows(_ selection: LockSelection, of catalog: FactorCatalog) -> [LockRow] {
    CatalogTable.allCases.flatMap { table in
      [LockRow.header(of: table, digest: digest)] + rows(of: table, selection, catalog)
    }
  }

  /// Every row of every table, to be compared with.
  public func everyRow() -> [LockRow] {
    CatalogTable.allCases.flatMap { table in rows(of: table) { _, _ in true } }
  }

  /// The activities that are not known, without a family: nothing is ever computed for them.
  func strangers(to known: Set<String>) -> ByteSource {
    let columns = LockRow.columns(of: .activities)
    var text = PlainCSV.line(columns) + "\n"
    var log = FindingLog()
    for source in sources[.activities] {
      guard let data = DataTable(source, CatalogSchemas.activities, log: &log) else { continue }
      data.forEachRow(log: &log) { row, _ in
        if known.contains(row.text("id")) { return }
        let cells = columns.map { column in
          switch column {
          case "family", "resource": ""
          case "ledger": Activity.Ledger.footprint.rawValue
          default: row.text(column)
          }
        }
        text += PlainCSV.line(cells) + "\n"
      }
    }
    return ByteSource(name: CatalogLock.fileName, bytes: Array(text.utf8))
  }

  private func rows(
    of table: CatalogTable, _ selection: LockSelection, _ catalog: FactorCatalog
  ) -> [LockRow] {
    switch table {
    case .posts, .readings, .readingCodes, .readingRules: return rows(of: table) { _, _ in true }
    case .activities:
      return sorted(first(rows(of: table, "id", among: selection.activities)))
    case .factors: return factors(selection)
    case .gwp:
      let gases = gases(behind: selection.warmingNames, catalog)
      return sorted(first(rows(of: table, "gas", among: gases)))
    case .blends: return blends(selection.warmingNames)
    case .conversions:
      return rows(of: table) { row, _ in
        let family = row.text("family")
        return family.isEmpty || selection.families.contains(family)
      }
    case .recycling:
      return rows(of: table) { row, _ in
        selection.conventions.contains(
          .init(source: row.text("source"), identifier: row.text("source-id")))
      }
    }
  }

  /// The stages of every factor: the rows that follow its first one under the same name.
  private func factors(_ selection: LockSelection) -> [LockRow] {
    var families: [(name: String, row: LockRow)] = []
    var current: String?
    _ = rows(of: .factors) { row, source in
      let name = row.text("factor")
      if selection.factors.contains(.init(file: source.name, line: row.record.line)) {
        current = source.name + "\n" + name
      } else if current != source.name + "\n" + name {
        current = nil
      }
      if current != nil {
        families.append(
          (row.text("family"), LockRow.copy(of: row, in: .factors, digest: digest)))
      }
      return false
    }
    return families.enumerated().sorted {
      ($0.element.name, $0.offset) < ($1.element.name, $1.offset)
    }.map(\.element.row)
  }

  private func gases(behind names: Set<String>, _ catalog: FactorCatalog) -> Set<String> {
    var gases = names
    for blend in catalog.blends where names.contains(blend.name) {
      gases.formUnion(blend.components.map(\.gas))
    }
    return gases
  }

  /// The components of a blend from the first file that gives it, in their order.
  private func blends(_ names: Set<String>) -> [LockRow] {
    var files: [String: String] = [:]
    let rows = rows(of: .blends) { row, source in
      let name = row.text("blend")
      guard names.contains(name) else { return false }
      files[name] = files[name] ?? source.name
      return files[name] == source.name
    }
    return sorted(rows)
  }

  private func rows(
    of table: CatalogTable, _ column: String, among names: Set<String>
  ) -> [LockRow] {
    rows(of: table) { row, _ in names.contains(row.text(column)) }
  }

  /// The first row of every name: the one a catalogue goes by.
  private func first(_ rows: [LockRow]) -> [LockRow] {
    var seen: Set<String> = []
    return rows.filter { seen.insert($0.identifier).inserted }
  }

  private func sorted(_ rows: [LockRow]) -> [LockRow] {
    rows.enumerated().sorted {
      ($0.element.identifier, $0.offset) < ($1.element.identifier, $1.offset)
    }.map(\.element)
  }

  private func rows(
    of table: CatalogTable, _ isMeant: (DataRow, ByteSource) -> Bool
  ) -> [LockRow] {
    // What is wrong with a table was said when the catalogue was read.
    var log = FindingLog()
    var found: [LockRow] = []
    for source in sources[table] {
      guard let data = DataTable(source, table.schema, log: &log) else { continue }
      data.forEachRow(log: &log) { row, _ in
        if isMeant(row, source) {
          found.append(LockRow.copy(of: row, in: table, digest: digest))
        }
      }
    }
    return found
  }
}
