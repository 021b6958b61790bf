import EmissionFactors
import Files

/// release.yaml: what a release was made from and what became of its rows.
struct ReleaseManifest {
  let name: String
  /// The file it was imported from, without its folders.
  let file: String
  let bytes: [UInt8]
  let account: ReleaseAccount
  let tables: [(name: String, bytes: [UInt8])]

  /// The text of the file.
  var text: String {
    var lines = [
      "format: 1", "name: \(name)", "publisher: Base Carbone® – ADEME",
      "licence: Licence Ouverte 2.0", "source:", "  file: \(QuotedText.yaml(file))",
      "  bytes: \(bytes.count)", "  sha256: \(SHA256.hexadecimal(of: bytes))", "rows:",
      "  read: \(account.read)", "  imported: \(account.imported.total)",
      "  archived: \(account.archived.total)", "  refused: \(account.refusedTotal)",
    ]
    if !account.refused.isEmpty {
      lines.append("refused:")
      lines += account.refusals.map { "  \($0.reason.rawValue): \($0.count)" }
    }
    lines.append("elements:")
    lines += [
      "  imported: \(account.imported.elements)", "  archived: \(account.archived.elements)",
    ]
    lines.append("stages:")
    lines += ["  imported: \(account.imported.stages)", "  archived: \(account.archived.stages)"]
    lines.append("tables:")
    // The index is made from them.
    lines += tables.filter { $0.name != ReleaseFiles.index }.map {
      "  \($0.name): \(SHA256.hexadecimal(of: $0.bytes))"
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
