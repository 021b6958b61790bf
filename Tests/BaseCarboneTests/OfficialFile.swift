import Diagnostics
import Tables

@testable import EmissionFactors

/// A small file in the shape of the official export, written row by row: 67 columns, `;`, CRLF.
struct OfficialFile {
  /// One row, by the names of the header.
  typealias Row = [String: String]

  var rows: [Row]
  var lineEnd = "\r\n"

  static let header = BaseCarboneColumn.allCases.map(\.header)

  /// An element in force, in kgCO2e/kWh, unless `more` says otherwise.
  static func element(_ identifier: String, _ total: String, _ more: Row = [:]) -> Row {
    let row: Row = [
      "Type Ligne": "Elément", "Identifiant de l'élément": identifier,
      "Type de l'élément": "Facteur d'émission", "Statut de l'élément": "Valide générique",
      "Nom base français": "Chaleur inventée \(identifier)", "Unité français": "kgCO2e/kWh",
      "Total poste non décomposé": total, "Date de création": "03/12/2020",
    ]
    return row.merging(more) { $1 }
  }

  /// A stage of an element.
  static func stage(_ identifier: String, _ type: String, _ total: String, _ more: Row = [:])
    -> Row
  {
    element(identifier, total, ["Type Ligne": "Poste", "Type poste": type])
      .merging(more) { $1 }
  }

  /// The text of the file; cells are quoted as RFC 4180 has it.
  var text: String {
    let lines = [Self.header] + rows.map { row in Self.header.map { row[$0] ?? "" } }
    return lines.map { $0.map(Self.quoted).joined(separator: ";") + lineEnd }.joined()
  }

  /// The same in Windows-1252: the letters of these tests are in Latin-1, bar two.
  var windows1252: [UInt8] {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "’": 0x92
      case "œ": 0x9C
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
  }

  /// The release and what was found; bytes of its own text unless others are given.
  func read(_ bytes: [UInt8]? = nil) -> (release: Release?, log: FindingLog) {
    var log = FindingLog()
    let source = ByteSource(name: "base.csv", bytes: bytes ?? Array(text.utf8))
    return (BaseCarboneReader.read(source, log: &log), log)
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.unicodeScalars.contains { "\";\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }
}

extension FindingLog {
  /// Identifier of each kind found, with its count.
  var counts: [String: Int] {
    sortedGroups.reduce(into: [:]) { $0[$1.kind.identifier, default: 0] += $1.count }
  }
}
