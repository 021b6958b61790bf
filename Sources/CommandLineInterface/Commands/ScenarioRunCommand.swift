import Diagnostics
import Files
import Footprint
import Inventory
import Reporting
import Scenarios

/// `empreinte scenario run`: where its targets lead, and what they would need.
enum ScenarioRunCommand {
  /// How the result is written: as a report, or as series that other programs read.
  enum Format: String, CaseIterable, Sendable {
    case text, md, html, xlsx, csv, json
    /// A row for every value, in the form of the IAMC; pyam reads it.
    case iamc
    /// A row for every series, a column for every year.
    case wide
    /// A picture.
    case svg
  }

  /// Which picture.
  static let chart = Option<ScenarioChart>.choice(
    "chart", placeholder: Text(fr: "DESSIN", en: "CHART"), among: ScenarioChart.allCases,
    default: .trajectory,
    help: Text(fr: "Le dessin, avec -O svg.", en: "The picture, with -O svg."))

  /// The format of the result.
  static let format = Option<Format>.choice(
    "format", short: "O", placeholder: Text(same: "FORMAT"), among: Format.allCases,
    default: .text,
    help: Text(
      fr: "Écrire le résultat dans ce format ; iamc et wide : des séries, année par année.",
      en: "Write the result in this format; iamc and wide: series, year by year."))
  /// The file it goes to.
  static let output = SharedOptions.output
  /// Whether doubts count in the exit status.
  static let strict = SharedOptions.strict

  /// The target that decides the exit status.
  static let failOn = Option<String?>.text(
    "fail-on", placeholder: Text(fr: "OBJECTIF", en: "TARGET"),
    help: Text(
      fr: "Finir avec le code 1 si cet objectif n'est pas tenu.",
      en: "End with status 1 when this target is not met."))

  /// The declaration.
  static let command = Command(
    "run", group: .work,
    summary: Text(
      fr: "Dire où mène un scénario.", en: "Say where a scenario leads."),
    discussion: Text(
      fr: """
        Les premières lignes disent ce que la promesse laisse vraiment : ce qui reste, quand la \
        moitié et 90 % seront atteints, le rythme qu'il faudrait, et ce qui aura été émis.

        Un pourcentage par an se lit de deux façons : de l'année précédente, ou de l'année de \
        base. Un scénario doit dire laquelle.
        """,
      en: """
        The first lines say what the pledge really leaves: what remains, when a half and 90% are \
        reached, the rate it would take, and what will have been emitted.

        A percentage a year reads in two ways: of the year before, or of the base year. A \
        scenario must say which.
        """),
    operands: [ScenarioOptions.scenario.description],
    options: [
      format.description, chart.description, output.description, SharedOptions.open.description,
      failOn.description, strict.description, ScenarioOptions.draws.description,
      SharedOptions.seed.description,
    ],
    examples: [
      Example(
        "empreinte scenario run three-percent",
        Text(fr: "3 % par an, lus des deux façons.", en: "3% a year, read in both ways.")),
      Example(
        "empreinte scenario run net-zero-90 -O csv -o objectifs.csv",
        Text(fr: "Les chiffres, pour un tableur.", en: "The figures, for a spreadsheet.")),
      Example(
        "empreinte scenario run plan -O svg --chart wedges -o mesures.svg",
        Text(fr: "Un dessin, à imprimer.", en: "A picture, to be printed.")),
      Example(
        "empreinte scenario run net-zero-90 -O iamc",
        Text(fr: "Des séries que pyam relit.", en: "Series that pyam reads.")),
      Example(
        "empreinte scenario run net-zero-90 --fail-on minus-90",
        Text(
          fr: "Le code 1 si la dernière année comptée, ou le plan, est au-dessus.",
          en: "Status 1 when the latest counted year, or the plan, is above it.")),
    ],
    run: run)

  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      var session = try Session.open(invocation, context)
      let file = invocation(output)
      if invocation.index(of: chart) != nil, chosen(invocation) != .svg {
        throw .chartWithoutPicture
      }
      try OutputGuard.check(file, session, context)
      let outlook = try ScenarioOpening.outlook(
        invocation(ScenarioOptions.scenario), &session, context)
      let verdict = try verdict(outlook, invocation(failOn))
      let style =
        context.style(invocation, for: file)
      let text = try text(
        outlook, invocation, session.language, width: context.console.width, style)
      try context.deliver(text, invocation)
      let check = CheckReport(session.log, accounts: [], year: nil, language: session.language)
      if let verdict, verdict != .met {
        context.console.say(VerdictWords.text(verdict)[session.language] + "\n")
        return .findings
      }
      return check.fails(strict: invocation(strict)) ? .findings : .ok
    }
  }

  private static func text(
    _ outlook: Outlook, _ invocation: Invocation, _ language: Language, width: Int,
    _ style: TextStyle
  ) throws(CommandProblem) -> [UInt8] {
    let draws = PlanDraws(
      outlook, count: invocation(ScenarioOptions.draws),
      seed: UInt64(invocation(SharedOptions.seed)))
    let known: OutputFormat
    switch chosen(invocation) {
    case .iamc: return Array(ScenarioSeries(outlook, draws: draws).long().utf8)
    case .wide: return Array(ScenarioSeries(outlook, draws: draws).wide().utf8)
    case .svg:
      let wanted = invocation(chart)
      guard
        let picture = ScenarioCharts(outlook, language: language, draws: draws)
          .svg(wanted)
      else {
        throw .nothingToDraw(wanted.rawValue, scenario: outlook.scenario.identifier)
      }
      return Array(picture.utf8)
    case .text: known = .text
    case .csv: known = .csv
    case .json: known = .json
    case .md: known = .md
    case .html: known = .html
    case .xlsx: known = .xlsx
    }
    return try ReportText.render(
      OutlookReport(outlook, draws: draws).report(), as: known, language: language, width: width,
      style: style)
  }

  /// The format that was asked for, or that the name of the file says.
  private static func chosen(_ invocation: Invocation) -> Format {
    if invocation.index(of: format) != nil { return invocation(format) }
    let file = invocation(output)
    if file?.lowercased().hasSuffix(".svg") ?? false { return .svg }
    return OutputFormat(file: file).flatMap { Format(rawValue: $0.rawValue) } ?? invocation(format)
  }

  /// What is to be said of the target that was named, if one was.
  private static func verdict(
    _ outlook: Outlook, _ name: String?
  ) throws(CommandProblem) -> Verdict? {
    guard let name else { return nil }
    guard let entry = outlook.entries.first(where: { $0.target.identifier == name }) else {
      throw .unknownTarget(name, known: outlook.entries.map(\.target.identifier))
    }
    return Verdict(entry, outlook.scenario)
  }
}
