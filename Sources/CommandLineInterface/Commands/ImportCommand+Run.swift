import Diagnostics
import Files
import Footprint
import Inventory
import Reporting
import Tables

extension ImportCommand {
  /// Larger than any file somebody sends.
  static let limit = 1 << 30

  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      var session = try Session.openWithoutRows(invocation, context)
      let typed = invocation(file)
      let source = try FileSource.open(context.path(typed), name: fileName(of: typed))
      let profiles = try ProfileFolder.all(data: session.data, campus: session.folder)
      let profile = try choose(source, profiles, asked: invocation(profile))
      let cells = try cells(invocation(set), profile, session.campus)
      let received = try received(source, typed)
      let original = SHA256.hexadecimal(of: received)
      let stored = try withoutPersons(received, source, profile)
      try refuseCopy(of: [original, SHA256.hexadecimal(of: stored)], session)
      let recipe = Recipe(
        profile: profile.identifier, hash: SHA256.hexadecimal(of: stored), original: original,
        cells: cells, location: Location(file: typed))

      let copy = ByteSource(name: source.name, bytes: stored)
      let read = TrialRun.read(copy, FileImport(profile: profile, recipe: recipe), &session)
      let target =
        invocation(to) ?? path(for: source, under: folder(for: profile), year: read.year)
      let isUseful = read.accounts.contains { $0.rowsUsed > 0 || !$0.rowsExcluded.isEmpty }
      let isWritten = !invocation(dryRun) && read.isWhole && isUseful
      if isWritten { try write(stored, recipe, to: target, profile, session, context) }
      let report = CheckReport(
        session.log, accounts: read.accounts, year: nil, language: session.language)
      let style = context.style(invocation, isTerminal: context.console.outputIsTerminal)
      let outcome = isWritten ? target : nil
      try context.write(
        report.text(width: context.console.width, style: style)
          + read.remarks.map { $0[session.language] + "\n" }.joined()
          + Self.outcome(profile, outcome, session.language), to: nil)
      return report.fails(strict: false) ? .findings : .ok
    }
  }

  /// The shelf of the campus that a file goes to.
  private static func folder(for profile: Profile) -> String {
    profile.meaning == .intensity ? IntensityReader.folder : "activity"
  }

  private static func fileName(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  private static func received(_ source: ByteSource, _ typed: String) throws(CommandProblem)
    -> [UInt8]
  {
    guard let bytes = source.everything(limit: limit) else {
      throw .file(.cannotRead(path: typed, code: 0))
    }
    return bytes
  }

  // MARK: Recognising

  private static func open(_ source: ByteSource, _ profile: Profile) -> RawTable? {
    var unheard = FindingLog()
    return ReceivedFile.open(source, profile, log: &unheard)
  }

  /// The profile asked for, or the one the header tells: the one that names most of it.
  private static func choose(
    _ source: ByteSource, _ profiles: [Profile], asked: String?
  ) throws(CommandProblem) -> Profile {
    if let asked {
      if let profile = profiles.first(where: { $0.identifier == asked }) { return profile }
      throw .unknownProfile(asked, known: profiles.map(\.identifier))
    }
    var fitting: [(weight: Int, profile: Profile)] = []
    for profile in profiles where open(source, profile) != nil {
      fitting.append((profile.header.count + 2 * profile.preamble.count, profile))
    }
    let best = fitting.map(\.weight).max()
    let chosen = fitting.filter { $0.weight == best }.map(\.profile)
    if chosen.count == 1 { return chosen[0] }
    if chosen.isEmpty { throw .fileNotRecognised(known: profiles.map(\.identifier)) }
    throw .fileAmbiguous(chosen.map(\.identifier))
  }

  // MARK: What the file does not say

  private static func cells(
    _ text: String?, _ profile: Profile, _ campus: Campus
  ) throws(CommandProblem) -> [String: String] {
    var cells: [String: String] = [:]
    for part in (text ?? "").split(separator: ",") {
      guard let equals = part.firstIndex(of: "="),
        ProfileReader.isCell(String(part[..<equals]))
      else { throw .badCell(String(part), known: ProfileReader.cellNames) }
      cells[String(part[..<equals])] = String(part[part.index(after: equals)...])
    }
    // A campus of one site needs not be asked where.
    let needed = profile.asks.filter {
      cells[$0] == nil && !($0 == "site" && campus.sites.count < 2)
    }
    if !needed.isEmpty { throw .cellsMissing(needed) }
    return cells
  }

  // MARK: Persons

  private static func withoutPersons(
    _ bytes: [UInt8], _ source: ByteSource, _ profile: Profile
  ) throws(CommandProblem) -> [UInt8] {
    guard !profile.personal.isEmpty, let table = open(source, profile) else { return bytes }
    let columns = table.header.filter(profile.isPersonal)
    if columns.isEmpty { return bytes }
    // The cells of a workbook cannot be emptied without writing it anew.
    if ReceivedFile.isWorkbook(source) {
      if table.hasText(in: profile.isPersonal) { throw .personsNotErased(columns) }
      return bytes
    }
    let names = Set(profile.knownNames.map { FoldedText.fold($0) })
    let erased = table.erasing(columns: profile.isPersonal, limit: limit) {
      names.contains(FoldedText.fold($0))
    }
    guard let erased else { throw .personsNotErased(columns) }
    return erased
  }

  // MARK: Writing

  private static func refuseCopy(of hashes: [String], _ session: Session) throws(CommandProblem) {
    let intensities = try IntensityFolder.files(session.folder)
    let recipes = try ImportRecipes.recipes(
      (session.files + intensities).map(\.name), campus: session.folder)
    for file in session.files + intensities {
      if let known = recipes[file.name] {
        if hashes.contains(known.original) || hashes.contains(known.hash) {
          throw .alreadyImported(file.name)
        }
      } else if let bytes = file.everything(limit: limit),
        hashes.contains(SHA256.hexadecimal(of: bytes))
      {
        throw .alreadyImported(file.name)
      }
    }
  }

  /// `activity/2023/enedis.csv`: a shelf for people; dates decide in which year a row counts.
  private static func path(
    for source: ByteSource, under folder: String, year: Int?
  ) -> String {
    var stem = FoldedText.fold(source.name)
    if let point = stem.lastIndex(of: ".") { stem = String(stem[..<point]) }
    var safe = stem.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "-" }
    while safe.first == "-" { safe.removeFirst() }
    let shelf = year.map { "\($0)/" } ?? ""
    return "\(folder)/\(shelf)\(safe.isEmpty ? "received" : String(safe))"
      + (ReceivedFile.isWorkbook(source) ? ".xlsx" : ".csv")
  }

  private static func write(
    _ bytes: [UInt8], _ recipe: Recipe, to target: String, _ profile: Profile, _ session: Session,
    _ context: Context
  ) throws(CommandProblem) {
    let parts = target.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0] == folder(for: profile),
      target.hasSuffix(
        ReceivedFile.isWorkbook(ByteSource(name: "", bytes: bytes)) ? ".xlsx" : ".csv"),
      // Hidden files and those of an open spreadsheet are not read.
      !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") || $0.hasPrefix("~") })
    else { throw .badTarget(target) }
    let path = Directory.join(session.folder, target)
    let recipePath = Directory.join(session.folder, ImportRecipes.name(of: target))
    do throws(FileProblem) {
      if let parent = Directory.parent(of: path) { try Directory.make(parent) }
      for taken in [path, recipePath] where Directory.isTaken(taken) {
        throw .alreadyThere(path: target)
      }
      // The recipe comes first: a raw file without it would be read as something else.
      try AtomicFile.create(Array(RecipeText.text(recipe).utf8), at: recipePath)
      try AtomicFile.create(bytes, at: path)
    } catch {
      throw .file(error)
    }
  }

  private static func outcome(_ profile: Profile, _ target: String?, _ language: Language) -> String
  {
    let name = "\(profile.identifier) (\(profile.label[language]))"
    guard let target else {
      return language == .french
        ? "Lu avec \(name). Rien n'a été écrit.\n" : "Read with \(name). Nothing was written.\n"
    }
    let recipe = ImportRecipes.name(of: target)
    return language == .french
      ? "Lu avec \(name).\nImporté : \(target), recette \(recipe)\n"
      : "Read with \(name).\nImported: \(target), recipe \(recipe)\n"
  }
}

/// The text of a recipe.
enum RecipeText {
  static func text(_ recipe: Recipe) -> String {
    var lines = ["format: 1", "profile: \(QuotedText.yaml(recipe.profile))"]
    for (name, value) in recipe.cells.sorted(by: { $0.key < $1.key }) {
      lines.append("\(name): \(QuotedText.yaml(value))")
    }
    lines.append("sha256: \(recipe.hash)")
    if recipe.original != recipe.hash { lines.append("original-sha256: \(recipe.original)") }
    return lines.map { $0 + "\n" }.joined()
  }
}
