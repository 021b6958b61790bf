import Diagnostics
import Files
import Footprint
import Inventory
import Reporting

/// `empreinte compare`: why the footprint of one year is not that of another.
enum CompareCommand {
  /// The two years.
  static let before = Operand<Int?>.year(
    Text(fr: "ANNÉE", en: "YEAR"),
    help: Text(fr: "L'année de départ.", en: "The year to begin with."))
  static let after = Operand<Int?>.year(
    Text(fr: "AUTRE", en: "OTHER"),
    help: Text(fr: "L'année d'arrivée.", en: "The year to end with."))
  /// The edition of the factors that both years are computed with; nil for that of each.
  static let factors = Option<String?>.text(
    "factors", placeholder: Text(fr: "VERSION", en: "RELEASE"),
    help: Text(
      fr: "Recalculer les deux années avec cette version importée, ou « installed ».",
      en: "Compute both years again with this imported release, or `installed`."))
  /// The format of the report.
  static let format = SharedOptions.format(among: OutputFormat.allCases)
  /// The file it goes to.
  static let output = SharedOptions.output

  /// The declaration.
  static let command = Command(
    "compare", group: .work,
    summary: Text(
      fr: "Dire pourquoi le total a changé.", en: "Say why the total changed."),
    discussion: Text(
      fr: """
        La différence de deux années, partagée entre le périmètre, l'activité, la météo, les \
        facteurs et la méthode. Les parts s'ajoutent exactement.

        Le périmètre est ce que campus.yaml dit : sites d'une année, postes exclus. Ce qui commence \
        ou s'arrête à l'intérieur est de l'activité : du bois à la place du gaz.
        """,
      en: """
        The difference of two years, shared out among perimeter, activity, weather, factors and \
        method. The parts add up exactly.

        The perimeter is what campus.yaml says: sites of a year, posts left out. What begins or \
        ends inside it is activity: wood in place of gas.
        """),
    operands: [before.description, after.description],
    options: [
      format.description, output.description, SharedOptions.open.description, factors.description,
      SharedOptions.draws.description, SharedOptions.seed.description,
    ],
    examples: [
      Example(
        "empreinte compare 2022 2023",
        Text(fr: "Ce qui a changé d'une année à l'autre.", en: "What changed from year to year.")),
      Example(
        "empreinte compare 2021 2023 --factors installed",
        Text(
          fr: "Les deux années avec les facteurs livrés, même verrouillées.",
          en: "Both years with the shipped factors, even locked ones.")),
      Example(
        "empreinte compare 2021 2023 -O csv -o pourquoi.csv",
        Text(fr: "Chaque ligne, pour un tableur.", en: "Every line, for a spreadsheet.")),
    ],
    run: run)

  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      let (first, last) = (invocation(before) ?? 0, invocation(after) ?? 0)
      let file = invocation(output)
      let old = try YearRun.open(first, invocation, context)
      try OutputGuard.check(file, old.session, context)
      let new = try other(last, than: old, invocation, context)
      for run in [old, new] where run.run.footprint(year: run.year).isResourcesOnly {
        throw .noFootprint(run.year)
      }
      let name = invocation(factors)
      var edition: FactorEdition?
      if let name {
        edition = try FactorEdition.open(name, campus: old.session.folder, invocation, context)
      }
      let recomputations = edition.map { edition in
        [(old, first), (new, last)].map { edition.recompute($0.0.run.footprint(year: $0.1)) }
      }
      let isOneRun = old.session.lock == nil && new.session.lock == nil
      let lines = YearLines(
        old.run, files: old.session.files, years: isOneRun ? [first, last] : [first])
      let later =
        isOneRun ? lines : YearLines(new.run, files: new.session.files, years: [last])
      let comparison = YearComparison(
        ComparableYear(recomputations?[0].after ?? old.run.footprint(year: first), lines),
        ComparableYear(recomputations?[1].after ?? new.run.footprint(year: last), later))
      let report = ComparisonReport(
        comparison, edition: name.map(FactorEdition.words), recomputations: recomputations ?? [],
        draws: SharedOptions.drawChoice(invocation)
      ).report()
      try ReportText.write(report, as: format, old.session.language, invocation, context)
      let isWhole = comparison.before.isComplete && comparison.after.isComplete
      return isWhole ? .ok : .findings
    }
  }

  /// Rows are read once for both years, unless one of them is locked.
  private static func other(
    _ year: Int, than known: YearRun, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> YearRun {
    if known.session.lock == nil, try LockFile.year(year, in: known.session.folder) == nil {
      return YearRun(
        session: known.session, run: known.run, year: try YearChoice.year(year, in: known.run))
    }
    return try YearRun.open(year, invocation, context)
  }
}
