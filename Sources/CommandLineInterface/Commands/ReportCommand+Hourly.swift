import Diagnostics
import Footprint
import Inventory
import Reporting

extension ReportCommand {
  /// The electricity of the year by the hour.
  static func reportHours(
    _ opened: YearRun, _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) -> ExitStatus {
    let others: [(isAsked: Bool, name: String)] = [
      (!invocation(dimensions).isEmpty, "--by"), (invocation(reading) != nil, "--reading"),
      (invocation(reconcile), "--reconcile"), (invocation(factors) != nil, "--factors"),
    ]
    if let other = others.first(where: \.isAsked) { throw .optionsExclude("--hourly", other.name) }
    var session = opened.session
    var heard = session
    heard.log = FindingLog(accepting: session.campus.acceptances)
    guard let (intensities, reader) = try IntensityFolder.read(&heard) else {
      throw .noIntensities(folder: IntensityReader.folder)
    }
    let isBroken = heard.log.count(of: .error) > 0
    for group in heard.log.sortedGroups { session.log.add(group) }
    let hourly = HourlyFootprint(
      opened.run, files: session.files, intensities: intensities, year: opened.year)
    // Files that cannot be read say why there is nothing.
    if hourly.series.isEmpty, isBroken { throw .badCampus(heard.log) }
    if !hourly.hasCurves { throw .noCurves(opened.year) }
    if hourly.series.isEmpty { throw .noIntensityOfYear(opened.year) }
    var report = HourlyReport(hourly, reader: reader, log: session.log).report()
    opened.noteLock(in: &report)
    try ReportText.write(report, as: format, session.language, invocation, context)
    let check = CheckReport(
      session.log, accounts: [], year: opened.year, language: session.language)
    return check.fails(strict: invocation(strict)) ? .findings : .ok
  }
}
