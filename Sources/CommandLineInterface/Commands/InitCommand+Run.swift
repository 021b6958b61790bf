import Diagnostics
import Files

extension InitCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      let language = invocation(GlobalOptions.language) ?? .french
      let typed = invocation(directory)
      let folder = context.path(typed)
      let campusFile = Directory.join(folder, "campus.yaml")
      if Directory.fileExists(campusFile) { throw .folderNotEmpty(typed) }
      let last = folder.split(separator: "/").last { $0 != "." } ?? "campus"
      let name = invocation(InitCommand.name) ?? String(last)
      let files = CampusTemplate.files(name: name, language: language)
      do throws(FileProblem) {
        for file in files where Directory.fileExists(Directory.join(folder, file.path)) {
          throw .alreadyThere(path: file.path)
        }
        for file in files {
          let path = Directory.join(folder, file.path)
          if let parent = Directory.parent(of: path) { try Directory.make(parent) }
          try AtomicFile.create(Array(file.text.utf8), at: path)
        }
      } catch {
        throw .file(error)
      }
      try context.write(next(typed, files, language), to: nil)
      return .ok
    }
  }

  private static func next(
    _ folder: String, _ files: [CampusTemplate.File], _ language: Language
  ) -> String {
    let shown = VisibleText.escaped(folder)
    let list = files.map { "  \(shown)/\($0.path)" }.joined(separator: "\n")
    let isPlain = shown.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
    let typed = isPlain ? shown : ShellWords.quoted(shown)
    let words = Text(
      fr:
        "Campus créé :\n\(list)\n\nEnsuite :\n  cd \(typed)\n  empreinte check\n  empreinte "
        + "report\n",
      en: "Campus made:\n\(list)\n\nThen:\n  cd \(typed)\n  empreinte check\n  empreinte report\n")
    return words[language]
  }
}
