import Diagnostics
import EmissionFactors
import Files
import Reporting
import Tables

extension FactorsImportCommand {
  /// Larger than any export there will be.
  private static let limit = 1 << 29

  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      let campus = try Session.find(invocation, context)
      let typed = invocation(file)
      let file = String(typed.split(separator: "/").last ?? "")
      guard let name = invocation(release) ?? ReleaseFolder.name(ofFile: typed) else {
        throw .releaseNameMissing(file: file)
      }
      guard ReleaseFolder.isName(name) else { throw .badReleaseName(name) }
      let path = context.path(typed)
      let opened = try FileSource.open(path, name: file)
      guard let bytes = opened.everything(limit: limit) else {
        throw .file(.cannotRead(path: typed, code: 0))
      }
      var log = FindingLog()
      let source = ByteSource(name: file, bytes: bytes)
      guard let imported = BaseCarboneReader.read(source, log: &log) else {
        throw .badCampus(log)
      }
      let tables = ReleaseFiles.files(of: imported)
      let manifest = ReleaseManifest(
        name: name, file: file, bytes: bytes, account: imported.account, tables: tables)
      let folder = ReleaseFolder(name, campus: campus)
      let outcome = try store(tables, manifest, in: folder, isDryRun: invocation(dryRun))
      let report = ImportReport(
        account: imported.account, name: name, outcome: outcome,
        language: Session.language(invocation, context))
      let style = context.style(invocation, isTerminal: context.console.outputIsTerminal)
      try context.write(report.text(log, style: style), to: nil)
      return log.count(of: .error) > 0 ? .findings : .ok
    }
  }

  /// Writes the release, unless it is there already; another one of the same name is a problem.
  private static func store(
    _ tables: [(name: String, bytes: [UInt8])], _ manifest: ReleaseManifest,
    in folder: ReleaseFolder, isDryRun: Bool
  ) throws(CommandProblem) -> ImportReport.Outcome {
    if folder.isTaken {
      // The manifest is no part of the content: the file may have been renamed since.
      if folder.holds(tables) { return .alreadyThere }
      throw .releaseDiffers(folder.name)
    }
    if isDryRun { return .dryRun }
    try folder.write(tables + [(ReleaseFolder.manifest, Array(manifest.text.utf8))])
    return .written
  }
}
