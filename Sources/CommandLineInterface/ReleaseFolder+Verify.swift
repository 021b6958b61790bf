import Diagnostics
import Documents
import EmissionFactors
import Files
import Tables

extension ReleaseFolder {
  /// Opens a release that figures are made from: its tables must be those that were imported.
  static func openVerified(
    _ name: String, campus: String
  ) throws(CommandProblem) -> ReleaseShelf {
    let shelf = try open(name, campus: campus)
    var log = FindingLog()
    ReleaseFolder(name, campus: campus).verify(log: &log)
    if log.count(of: .error) > 0 { throw .badCampus(log) }
    return shelf
  }

  /// Compares the tables with the digests that release.yaml recorded.
  func verify(log: inout FindingLog) {
    let manifest = "factors/\(name)/\(Self.manifest)"
    guard let digests = digests(in: manifest) else {
      let reason = Text(
        fr: "release.yaml ne peut pas être lu, ou ne donne pas les empreintes des tables",
        en: "release.yaml cannot be read, or does not give the digests of the tables")
      return damaged(manifest, reason, log: &log)
    }
    for table in [ReleaseFiles.elements, ReleaseFiles.stages] {
      let path = "factors/\(name)/\(table)"
      let facts = LockFile.facts(of: path, in: campus)
      if let facts, facts.digest == digests[table] { continue }
      let reason =
        facts == nil
        ? Text(fr: "\(table) ne peut pas être lu", en: "\(table) cannot be read")
        : Text(
          fr: "\(table) ne correspond plus à son empreinte SHA-256",
          en: "\(table) no longer matches its SHA-256")
      damaged(path, reason, log: &log)
    }
  }

  /// The digests of the tables, by the names of their files; nil when there are none.
  private func digests(in manifest: String) -> [String: String]? {
    let path = Directory.join(campus, manifest)
    guard let source = try? FileSource.source(path, name: manifest),
      let bytes = source.everything(limit: 1 << 20)
    else { return nil }
    var log = FindingLog()
    guard let root = DocumentParser.parse(bytes, file: manifest, log: &log) else { return nil }
    var fields = Fields(root, log: &log)
    let tables = fields.take("tables")
    guard let tables, case .mapping(let entries) = tables.content else { return nil }
    return Dictionary(
      entries.compactMap { entry in entry.value.scalar.map { (entry.key, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func damaged(_ path: String, _ reason: Text, log: inout FindingLog) {
    log.add(
      Finding(
        ReleaseFindings.damaged, at: Location(file: path),
        [.init("name", name), .init("reason-fr", reason.fr), .init("reason-en", reason.en)]),
      subject: name)
  }
}
