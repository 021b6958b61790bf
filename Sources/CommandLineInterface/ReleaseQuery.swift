import Diagnostics
import EmissionFactors
import Quantities
import Reporting

/// Questions to an imported release: neither the shipped factors nor activity files are read.
struct ReleaseQuery {
  /// The release to look in, in place of the shipped factors.
  static let release = Option<String?>.text(
    "release", placeholder: Text(fr: "VERSION", en: "RELEASE"),
    help: Text(
      fr: "Consulter cette version importée, et non les facteurs livrés.",
      en: "Look in this imported release instead of the shipped factors."))

  private let name: String
  private let shelf: ReleaseShelf
  private let language: Language
  private let context: Context

  /// Opens the release that the command line names; nil when it names none.
  init?(_ invocation: Invocation, _ context: Context) throws(CommandProblem) {
    guard let name = invocation(Self.release) else { return nil }
    let campus = try Session.find(invocation, context)
    shelf = try ReleaseFolder.open(name, campus: campus)
    self.name = name
    language = Session.language(invocation, context)
    self.context = context
  }

  /// Every element in force, or those whose category begins so.
  func list(category: String?) throws(CommandProblem) {
    var elements: [ReleaseElement] = []
    guard let all = shelf.everyElement() else { throw .damagedRelease(name) }
    for element in all where element.status != .archived {
      let isMeant = category.map {
        FoldedText.fold(element.category).hasPrefix(FoldedText.fold($0))
      }
      if isMeant ?? true { elements.append(element) }
    }
    if elements.isEmpty, let category { throw .unknownFactor(category, nearest: nil) }
    try context.write(lines(elements), to: nil)
  }

  /// The elements that words point to.
  func search(_ words: [String], limit: Int) throws(CommandProblem) {
    let found = shelf.search(words)
    if found.isEmpty { throw .unknownFactor(words.joined(separator: " "), nearest: nil) }
    var elements: [ReleaseElement] = []
    for entry in found.prefix(limit) { elements.append(try element(entry)) }
    var text = lines(elements)
    if found.count > limit {
      let more = found.count - limit
      text +=
        language == .french
        ? "… et \(more) autre(s) ; -n en montre davantage.\n"
        : "… and \(more) more; -n shows more.\n"
    }
    try context.write(text, to: nil)
  }

  /// One element, whole.
  func show(_ identifier: String, _ invocation: Invocation) throws(CommandProblem) {
    guard let entry = shelf.entry(named: identifier) else {
      throw .unknownFactor(identifier, nearest: shelf.search([identifier]).first?.identifier)
    }
    let report = ReleaseReport(try element(entry), release: name).report()
    let style = context.style(invocation, isTerminal: context.console.outputIsTerminal)
    let renderer = TextRenderer(language: language, width: context.console.width, style: style)
    try context.write(renderer.render(report), to: nil)
  }

  private func element(_ entry: ReleaseShelf.Entry) throws(CommandProblem) -> ReleaseElement {
    guard let element = shelf.element(entry) else { throw .damagedRelease(name) }
    return element
  }

  /// A line each: the number to type, the name, the value.
  private func lines(_ elements: [ReleaseElement]) -> String {
    let width = elements.map(\.identifier.count).max() ?? 0
    var text = ""
    for element in elements {
      let value = value(of: element)
      let room = max(16, context.console.width - width - value.count - 4)
      let label = VisibleText.shortened(element.title[language], to: room)
      text += padded(element.identifier, width) + "  " + padded(label, room) + "  " + value + "\n"
    }
    return text
  }

  private func value(of element: ReleaseElement) -> String {
    let number = language.numbers.text(shortest: element.own.total)
    let unit = VisibleText.escaped(ReleaseReport.unit(of: element))
    let archived = element.status == .archived ? " [" + element.status.label[language] + "]" : ""
    return number + " " + unit + archived
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
