import Diagnostics

extension UsageProblem {
  /// The whole message: what is wrong, the argument with carets, a remedy, where to read more.
  func message(
    in language: Language, arguments: [String], command: Command?, width: Int = 80
  ) -> String {
    var lines = ["\(CommandCatalog.program): \(summary(in: language))"]
    if let argument { lines += Self.excerpt(of: arguments, at: argument, width: width) }
    if let remedy = remedy(in: language) { lines.append("  " + remedy) }
    let help = [CommandCatalog.program, command?.path, "--help"].compactMap(\.self)
    let more = Text(fr: "Pour en savoir plus\u{A0}: ", en: "To know more: ")
    lines.append("  " + more[language] + help.joined(separator: " "))
    return lines.joined(separator: "\n") + "\n"
  }

  /// The command line around an argument, with carets under it.
  private static func excerpt(of arguments: [String], at index: Int, width: Int) -> [String] {
    guard arguments.indices.contains(index) else { return [] }
    let words = ([CommandCatalog.program] + arguments.prefix(index + 1)).map(shown)
    let marked = words[words.count - 1]
    var before = words.dropLast().joined(separator: " ") + " "
    let room = max(2, width - 2 - marked.count)
    if before.count > room { before = "…" + before.suffix(room - 1) }
    return [
      "  " + before + marked,
      "  " + String(repeating: " ", count: before.count)
        + String(repeating: "^", count: marked.count),
    ]
  }

  private static func shown(_ argument: String) -> String {
    let safe = VisibleText.shortened(argument, to: 40)
    let isPlain = !safe.isEmpty && !safe.contains { $0 == " " || $0 == "'" || $0 == "\"" }
    return isPlain ? safe : "'\(safe)'"
  }
}
