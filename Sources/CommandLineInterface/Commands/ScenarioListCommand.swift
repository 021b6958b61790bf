import Diagnostics
import Reporting
import Scenarios

/// `empreinte scenario list`: the scenarios there are.
enum ScenarioListCommand {
  /// The declaration.
  static let command = Command(
    "list", group: .work,
    summary: Text(fr: "Lister les scénarios.", en: "List the scenarios."),
    discussion: Text(
      fr: "Ceux du campus d'abord, puis ceux qui sont livrés.",
      en: "Those of the campus first, then those that are shipped."),
    examples: [
      Example(
        "empreinte scenario list", Text(fr: "Les scénarios qu'il y a.", en: "What there is.")),
      Example(
        "empreinte -C Examples/mines-albi scenario list",
        Text(fr: "Ceux d'un autre campus.", en: "Those of another campus.")),
    ],
    run: run)

  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      let session = try Session.openWithoutRows(invocation, context)
      let folder = try ScenarioFolder(data: session.data, campus: session.folder)
      let width = folder.places.map(\.name.count).max() ?? 0
      var text = ""
      for place in folder.places {
        var log = FindingLog()
        let scenario = try folder.scenario(place.name, context, log: &log)
        let label = scenario?.label[session.language] ?? ""
        let name = place.name + String(repeating: " ", count: width - place.name.count)
        text += VisibleText.escaped("\(name)  \(label)") + "\n"
      }
      try context.write(text, to: nil)
      return .ok
    }
  }
}
