import Diagnostics
import EmissionFactors
import Files
import Inventory
import Quantities
import Reporting

/// The catalogue for commands that need no campus: that of the campus when there is one.
struct CatalogSession {
  let catalog: FactorCatalog
  let language: Language
  let warming: GlobalWarmingSet

  static func open(_ invocation: Invocation, _ context: Context) throws(CommandProblem)
    -> CatalogSession
  {
    do throws(CommandProblem) {
      let session = try Session.openWithoutRows(invocation, context)
      return CatalogSession(
        catalog: session.catalog, language: session.language, warming: session.campus.warming)
    } catch {
      // Without a campus the shipped catalogue is enough. A campus that cannot be read is not passed
      // over: it may have factors of its own.
      guard case .noCampus = error, invocation(GlobalOptions.campus) == nil else { throw error }
    }
    var log = FindingLog()
    let data = try DataFolder.find(invocation, context)
    let catalog = FactorCatalogReader.read(
      try DataFolder.sources(data: data, campus: nil), log: &log)
    return CatalogSession(
      catalog: catalog, language: invocation(GlobalOptions.language) ?? .english, warming: .ar6)
  }
}

extension FactorsListCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      let session = try CatalogSession.open(invocation, context)
      var activities = session.catalog.activities
      if let family = invocation(family) {
        activities = activities.filter { $0.family == family }
        if activities.isEmpty {
          let known = Set(session.catalog.activities.map(\.family)).sorted()
          throw .unknownFactor(family, nearest: NearestName.closest(to: family, among: known))
        }
      }
      try context.write(FactorLines.list(activities, session, context.console.width), to: nil)
      return .ok
    }
  }
}

extension FactorsSearchCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      let session = try CatalogSession.open(invocation, context)
      let words = invocation(words)
      let found = session.catalog.search(words)
      if found.isEmpty {
        let known = session.catalog.activities.map(\.identifier)
        throw .unknownFactor(
          words.joined(separator: " "),
          nearest: NearestName.closest(to: words.joined(separator: "-"), among: known))
      }
      let shown = Array(found.prefix(invocation(limit)))
      var text = FactorLines.list(shown, session, context.console.width)
      if shown.count < found.count {
        let more = found.count - shown.count
        text +=
          session.language == .french
          ? "… et \(more) autre(s) ; -n en montre davantage.\n"
          : "… and \(more) more; -n shows more.\n"
      }
      try context.write(text, to: nil)
      return .ok
    }
  }
}

extension FactorsShowCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      let session = try CatalogSession.open(invocation, context)
      let name = invocation(identifier)
      let report: Report
      if let activity = session.catalog.activity(named: name) {
        report = CatalogReport(session.catalog, session.warming).report(on: activity)
      } else if let factor = session.catalog.factor(named: name) {
        report = CatalogReport(session.catalog, session.warming).report(on: factor)
      } else {
        let known = session.catalog.activities.map(\.identifier)
        throw .unknownFactor(
          name,
          nearest: NearestName.closest(to: name, among: known)
            ?? session.catalog.search([name]).first?.identifier)
      }
      let style = context.style(invocation, isTerminal: context.console.outputIsTerminal)
      let renderer = TextRenderer(
        language: session.language, width: context.console.width, style: style)
      try context.write(renderer.render(report), to: nil)
      return .ok
    }
  }
}

/// Activities, a line each: the name to type, its label, its factor of today.
enum FactorLines {
  static func list(_ activities: [Activity], _ session: CatalogSession, _ width: Int) -> String {
    var text = ""
    let nameWidth = min(34, activities.map(\.identifier.count).max() ?? 0)
    for activity in activities {
      let value = value(of: activity, session)
      let name = pad(activity.identifier, nameWidth)
      let room = max(16, width - nameWidth - 2 - value.count - 2)
      let label = VisibleText.shortened(activity.label[session.language], to: room)
      text += name + "  " + pad(label, room) + "  " + value + "\n"
    }
    return text
  }

  private static func value(of activity: Activity, _ session: CatalogSession) -> String {
    let factors = session.catalog.factors(ofFamily: activity.family, warming: session.warming)
    guard let factor = factors.max(by: { ($0.to ?? .max) < ($1.to ?? .max) }) else { return "–" }
    return session.language.numbers.text(shortest: factor.total) + " kg/" + factor.unit.symbol
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text.count >= width ? text : text + String(repeating: " ", count: width - text.count)
  }
}
