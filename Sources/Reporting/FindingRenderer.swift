public import Diagnostics

/// Renders findings for people: position, words, excerpt with a caret, remedy.
public struct FindingRenderer: Sendable {
  private let language: Language
  private let style: TextStyle

  /// A renderer of findings in a language.
  public init(language: Language, style: TextStyle = .plain) {
    self.language = language
    self.style = style
  }

  /// One finding.
  ///
  /// Lines of the excerpt begin with a digit or a blank, so editors can skip them.
  public func text(_ finding: Finding) -> String {
    let location = finding.location
    let severity = finding.kind.severity.label[language]
    var lines = [
      style.bold(
        "\(location.text): \(severity): \(finding.summary(in: language)) "
          + "[\(finding.kind.identifier)]")
    ]
    if let excerpt = location.excerpt, location.line > 0 {
      let number = String(location.line)
      let margin = String(repeating: " ", count: number.count)
      lines.append("\(number) | \(excerpt)")
      lines.append("\(margin) | \(caret(location, excerpt))")
    }
    if let suggestion = finding.suggestion {
      let words = Text(fr: "vouliez-vous dire", en: "did you mean")
      lines.append("  = \(words[language]) \(quoted(suggestion))")
    }
    lines.append("  = \(finding.remedy(in: language))")
    return lines.joined(separator: "\n") + "\n"
  }

  private func quoted(_ text: String) -> String {
    let shown = VisibleText.shortened(text)
    return language == .french ? "« \(shown) » ?" : "“\(shown)”?"
  }

  private func caret(_ location: Location, _ excerpt: String) -> String {
    let before = String(excerpt.prefix(max(0, location.caret - 1)))
    let meant = String(excerpt.dropFirst(before.count).prefix(location.length))
    return String(repeating: " ", count: TextLayout.width(of: before))
      + String(repeating: "^", count: max(1, TextLayout.width(of: meant)))
  }
}
