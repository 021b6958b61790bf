import Diagnostics

extension HelpCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    let language = invocation(GlobalOptions.language) ?? .english
    let words = invocation(HelpCommand.words)
    let text: String
    if invocation(manual) {
      text = ManualPage.text(in: language)
    } else if let topic = HelpTopic(words: words) {
      text = HelpPage.text(for: topic, in: language)
    } else if words.count == 1, let kind = FindingCatalog.kind(named: words[0]) {
      text = page(on: kind, in: language)
    } else {
      let known = CommandCatalog.everyCommand.map(\.path) + FindingCatalog.all.map(\.identifier)
      let name = words.joined(separator: " ")
      throw UsageProblem(
        .unknownName(
          label: HelpCommand.words.description.name, text: name,
          nearest: NearestName.closest(to: name, among: known)),
        at: invocation.index(of: HelpCommand.words))
    }
    return context.attempt(invocation) { () throws(CommandProblem) in
      try context.write(text, to: nil)
      return .ok
    }
  }

  /// What a finding means: its words without the facts, its weight and its remedy.
  private static func page(on kind: FindingKind, in language: Language) -> String {
    let severity = Text(
      fr: "\(kind.identifier) (\(kind.severity.label.fr))",
      en: "\(kind.identifier) (\(kind.severity.label.en))")
    let more = Text(
      fr: "Un exemple : docs/diagnostics/\(kind.identifier).md",
      en: "An example: docs/diagnostics/\(kind.identifier).md")
    return """
      \(severity[language])

        \(plain(kind.summary[language]))
        \(plain(kind.remedy[language]))

      \(more[language])

      """
  }

  /// The template without its blanks: `{name}` reads as `…`.
  private static func plain(_ template: String) -> String {
    var result = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let after = rest.index(after: open)
      let name = rest[after...].prefix { ("a"..."z").contains($0) || $0 == "-" }
      if !name.isEmpty, rest[name.endIndex...].first == "}" {
        result += "…"
        rest = rest[rest.index(after: name.endIndex)...]
      } else {
        result += "{"
        rest = rest[after...]
      }
    }
    return result + rest
  }
}
