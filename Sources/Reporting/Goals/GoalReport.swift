public import Diagnostics
public import Footprint
import Inventory
import Quantities
import Scenarios

/// A year by Sustainable Development Goal, beside the years before it: what the writer of a yearly report
/// lifts, year after year.
public struct GoalReport {
  private let footprint: Footprint
  private let log: FindingLog
  private let breakdowns: [BreakdownDimension]
  private let surroundings: ReportSurroundings
  /// As many years as eighty columns have room for.
  private static let most = 4

  /// A sheet of a year; the years before it are in its surroundings.
  public init(
    _ footprint: Footprint, log: FindingLog, breakdowns: [BreakdownDimension],
    surroundings: ReportSurroundings
  ) {
    self.footprint = footprint
    self.log = log
    self.breakdowns = breakdowns
    self.surroundings = surroundings
  }

  /// The report value.
  public func report() -> Report {
    let whole = FootprintReport(footprint, log: log, breakdowns: breakdowns)
    let (name, year) = (footprint.run.campus.name, footprint.year)
    var report = Report(
      "goals",
      Text(
        fr: "\(name) · objectifs de développement durable \(year)",
        en: "\(name) · sustainable development goals \(year)"), campus: name, year: year)
    report.warnings = QualitySection(footprint, log).warnings()
    report.tables = DevelopmentGoal.allCases.compactMap(table)
    if let outlook = surroundings.outlook {
      let trajectory = TrajectorySection(outlook)
      report.tables += trajectory.tables.map { table in
        var table = table
        table.reach = .everywhere
        return table
      }
      report.pictures = [trajectory.picture()]
    }
    report.tables += whole.asked
    for place in report.tables.indices { report.tables[place].nameRowsApart() }
    report.notes = whole.notes() + surroundings.notes
    return report
  }

  /// The year, the year before and those before it, and always the first of them or the base year.
  private var years: [Footprint] {
    let known = surroundings.years.filter { $0.year <= footprint.year }
    if known.count <= Self.most { return known }
    let base = known.first { $0.year == footprint.run.campus.baseYear } ?? known[0]
    let last = known.suffix(Self.most)
    return last.contains { $0.year == base.year } ? Array(last) : [base] + last.dropFirst()
  }

  private func table(_ goal: DevelopmentGoal) -> ReportTable? {
    let years = self.years
    let figures = years.map { GoalFigures($0).indicators(of: goal) }
    var order: [GoalIndicator] = []
    // The order of the year itself; what only other years have comes after.
    for indicator in figures.reversed().joined()
    where !order.contains(where: { $0.key == indicator.key }) {
      order.append(indicator)
    }
    if order.isEmpty { return nil }
    // What is stated and not computed comes last.
    order = order.filter { !$0.isPublished } + order.filter(\.isPublished)
    var table = ReportTable(
      "sdg-\(goal.rawValue)", goal.title,
      columns: [.init("unit", Text(fr: "Unité", en: "Unit"))]
        + years.map { .init(String($0.year), Text(same: String($0.year)), adds: false) }
        + [
          .init("change", Text(fr: "Évolution", en: "Change"), adds: false),
          .init("since", Text(fr: "depuis", en: "since")),
        ])
    for indicator in order {
      let values = figures.map { figures in
        figures.first { $0.key == indicator.key }?.value ?? .missing
      }
      let change = change(values, years.map(\.year))
      var row = ReportTable.Row(
        indicator.key, .outside(indicator.label.fr),
        [.words(indicator.unit)] + values
          + [
            change.map { .share($0.share) } ?? .missing,
            change.map { .outside(String($0.since)) } ?? .missing,
          ], role: .apart)
      row.label = .words(indicator.label)
      row.decimals = indicator.decimals
      table.rows.append(row)
    }
    return table
  }

  /// From the base year, or else from the first year that has the figure, to this one.
  private func change(
    _ values: [ReportValue], _ years: [Int]
  ) -> (share: ExactAmount, since: Int)? {
    guard let last = values.last?.exact, years.last == footprint.year else { return nil }
    let known = zip(years, values).dropLast().filter { $0.1.exact != nil }
    let base = known.first { $0.0 == footprint.run.campus.baseYear } ?? known.first
    guard let base, let old = base.1.exact,
      let share = (last - old).share(of: old.magnitude)
    else {
      return nil
    }
    return (share, base.0)
  }
}

extension ReportValue {
  /// What can be compared with the same of another year; shares differ by points, not by percent.
  fileprivate var exact: ExactAmount? {
    switch self {
    case .number(let number): ExactAmount(number)
    case .amount(let figure): figure.amount
    case .count(let count): ExactAmount(Number(count))
    case .missing, .words, .outside, .date, .share: nil
    }
  }
}
