import Diagnostics
import Footprint
import Inventory
import Quantities
public import Scenarios

/// Two scenarios of one campus, side by side.
public struct ScenarioComparisonReport {
  /// One of them, with the path it is compared by.
  private struct Side {
    let outlook: Outlook
    /// Its plan; where it has none, its first pledge.
    let path: Trajectory?
    let label: Text
  }

  private let sides: [Side]
  private let draws: (one: PlanDraws, other: PlanDraws)?

  /// A report on two scenarios; `count` draws of each, none for no draws at all.
  public init(
    _ one: Outlook, _ other: Outlook, count: Int = PlanDraws.usual, seed: UInt64 = 1
  ) {
    // Drawn from one seed, what both share is the same in both.
    let first = PlanDraws(one, count: count, seed: seed)
    draws = first.flatMap { first in
      PlanDraws(other, count: count, seed: seed).map { (first, $0) }
    }
    let isNamed = one.scenario.label == other.scenario.label
    sides = [one, other].map { outlook in
      let label = outlook.scenario.label
      let name = outlook.scenario.identifier
      return Side(
        outlook: outlook, path: outlook.plan?.plan ?? outlook.pledgedPath,
        label: isNamed ? Text(fr: "\(label.fr) (\(name))", en: "\(label.en) (\(name))") : label)
    }
  }

  private var horizon: Int { sides.map(\.outlook.scenario.horizon).min() ?? 0 }
  private var start: Int? {
    let starts = Set(sides.compactMap(\.path?.start))
    return starts.count == 1 ? starts.first : nil
  }

  /// The report value.
  public func report() -> Report {
    let name = sides[0].outlook.run.campus.name
    let (one, other) = (sides[0].label, sides[1].label)
    var report = Report(
      "scenario-comparison",
      Text(
        fr: "\(name) · « \(one.fr) » et « \(other.fr) »",
        en: "\(name) · “\(one.en)” and “\(other.en)”"),
      campus: name, year: nil)
    for side in sides {
      report.warnings += OutlookWarnings(side.outlook).texts.map {
        Text(fr: "\(side.label.fr) : \($0.fr)", en: "\(side.label.en): \($0.en)")
      }
    }
    report.headlines = sides.flatMap(brief) + [difference].compactMap(\.self)
    report.tables = [paths(), drawn(), measures(), verdicts()].filter { !$0.rows.isEmpty }
    report.notes.append(
      Text(
        fr: """
          Cumuls : somme des années, les deux bouts compris. Puits, émissions évitées et crédits ne \
          sont dans aucun de ces chiffres.
          """,
        en: """
          Sums: of all years, both ends included. Sinks, avoided emissions and credits are in none \
          of these figures.
          """))
    for place in report.tables.indices { report.tables[place].nameRowsApart() }
    return report
  }

  // MARK: In brief

  private func brief(_ side: Side) -> [Text] {
    guard let path = side.path, let last = path[horizon], let base = path[path.start] else {
      return [
        Text(
          fr: "\(side.label.fr) : rien à comparer.", en: "\(side.label.en): nothing to compare.")
      ]
    }
    let truth = TargetTruth(side.label, path, horizon: side.outlook.scenario.horizon)
    func words(_ language: Language) -> String {
      let isFrench = language == .french
      let space = isFrench ? "\u{A0}%" : "%"
      let change = base > 0 ? (last - base) / base * 100 : 0
      let sign = change < 0 ? "−" : "+"
      let percent = sign + language.number(abs(change), decimals: 0) + space
      func reached(_ share: Double, _ name: String) -> String {
        guard let year = truth.year(leaving: share), year <= truth.horizon else {
          return isFrench
            ? "\(name) pas atteint en \(truth.horizon)" : "\(name) not reached by \(truth.horizon)"
        }
        return isFrench ? "\(name) atteint en \(year)" : "\(name) reached in \(year)"
      }
      let tonnes = language.number(last, decimals: 0) + "\u{A0}t"
      let place = isFrench ? "en \(horizon)" : "in \(horizon)"
      return
        "\(side.label[language])\(isFrench ? "\u{A0}" : ""): \(tonnes) \(place) (\(percent)) ; "
        .replacing(" ;", with: isFrench ? " ;" : ";")
        + "\(reached(0.5, "−50" + space)), \(reached(0.1, "−90" + space))"
    }
    return [Text(fr: words(.french), en: words(.english))] + [cost(side)].compactMap(\.self)
  }

  private func cost(_ side: Side) -> Text? {
    guard let curve = side.outlook.plan.flatMap({ CostCurve($0) }) else { return nil }
    let unit = curve.economy.currency.symbol
    let total = curve.total
    let gaps = curve.withoutCost.count
    func words(_ language: Language) -> String {
      func money(_ amount: Double) -> String {
        language.number(amount, decimals: 0) + "\u{A0}" + unit
      }
      let net = total.netPresentValue.map(money) ?? "–"
      let years = "\(curve.base)–\(curve.horizon)"
      let rate = language.number(curve.economy.discount * 100, decimals: 1)
      if language == .french {
        return "  \(years) à \(rate) % : \(money(total.investment)) investis, valeur nette \(net)"
          + (gaps > 0 ? " ; \(gaps) mesure(s) sans coût donné" : "")
      }
      return "  \(years) at \(rate)%: \(money(total.investment)) invested, net value \(net)"
        + (gaps > 0 ? "; \(gaps) measure(s) without a cost" : "")
    }
    return Text(fr: words(.french), en: words(.english))
  }

  private var difference: Text? {
    // A scenario without a path has said so.
    guard let first = sides[0].path, let second = sides[1].path else { return nil }
    guard let start, let one = first.cumulative(through: horizon),
      let other = second.cumulative(through: horizon)
    else {
      return Text(
        fr: "Ils ne partent pas de la même année : leurs cumuls ne se comparent pas.",
        en: "They do not start from the same year: their sums cannot be compared.")
    }
    let gap = other - one
    let label = sides[1].label
    func words(_ language: Language) -> String {
      let isFrench = language == .french
      let years = "\(start)–\(horizon)"
      if abs(gap) < 0.5 {
        return isFrench
          ? "\(years) : les deux émettent autant." : "\(years): both emit as much."
      }
      let amount = language.number(abs(gap), decimals: 0) + "\u{A0}t"
      let way =
        isFrench ? (gap < 0 ? "de moins" : "de plus") : (gap < 0 ? "less" : "more")
      return isFrench
        ? "\(years) : « \(label.fr) » émet \(amount) \(way)."
        : "\(years): “\(label.en)” emits \(amount) \(way)."
    }
    return Text(fr: words(.french), en: words(.english))
  }

  // MARK: Tables

  private var milestones: [Int] {
    let all = Set(sides.flatMap(\.outlook.scenario.milestones))
    return all.filter { $0 <= horizon }.sorted()
  }

  private func paths() -> ReportTable {
    let years = milestones
    var table = ReportTable(
      "paths", Text(fr: "Année par année (tCO2e)", en: "Year by year (tCO2e)"),
      columns: years.map { .init(String($0), Text(same: String($0)), unit: "tCO2e", adds: false) }
        + [
          .init(
            "cumulative", Text(fr: "Cumul \(horizon)", en: "Sum to \(horizon)"), unit: "tCO2e",
            adds: false)
        ])
    table.statedUnit = "tCO2e"
    func values(_ path: Trajectory) -> [Double?] {
      years.map { path[$0] } + [path.cumulative(through: horizon)]
    }
    for side in sides {
      guard let path = side.path else { continue }
      table.rows.append(
        .init(
          side.outlook.scenario.identifier, .words(side.label),
          values(path).map { $0.map(ReportValue.real) ?? .missing }, role: .apart))
    }
    if let one = sides[0].path, let other = sides[1].path {
      let gaps = zip(values(one), values(other)).map { pair -> ReportValue in
        guard let left = pair.0, let right = pair.1 else { return .missing }
        return .real(right - left)
      }
      // Sums that begin in different years have no difference.
      let last: ReportValue = start == nil ? .missing : gaps.last ?? .missing
      table.rows.append(
        .init(
          "difference",
          .words(Text(fr: "le second moins le premier", en: "the second less the first")),
          gaps.dropLast() + [last], role: .detail))
    }
    return table
  }

  /// How far one is above the other: what is wrong with the base year is wrong in both, and goes away.
  private func drawn() -> ReportTable {
    var table = ReportTable(
      "difference-draws",
      Text(
        fr: "Le second moins le premier, par tirages (tCO2e)",
        en: "The second less the first, by draws (tCO2e)"),
      columns: [
        .init("p2.5", Text(fr: "P2,5", en: "P2.5"), unit: "tCO2e", adds: false),
        .init("p50", Text(same: "P50"), unit: "tCO2e", adds: false),
        .init("p97.5", Text(fr: "P97,5", en: "P97.5"), unit: "tCO2e", adds: false),
        .init(
          "below", Text(fr: "Premier plus bas", en: "First is lower"), adds: false),
      ])
    table.statedUnit = "tCO2e"
    guard let (one, other) = draws else { return table }
    for year in milestones where year > max(one.plan.base, other.plan.base) {
      guard let band = one.difference(to: other, in: year),
        let below = one.chanceBelow(other, in: year)
      else { continue }
      table.rows.append(
        .init(
          String(year), .words(Text(same: String(year))),
          DrawnPlanSection.values(band) + [.realShare(below)], role: .apart))
      guard let apart = one.difference(to: other, in: year, apart: true) else { continue }
      table.rows.append(
        .init(
          "\(year)-apart",
          .words(Text(fr: "si rien n'était partagé", en: "if nothing were shared")),
          DrawnPlanSection.values(apart) + [.missing], role: .detail))
    }
    func words(_ language: Language) -> String { language.numbers.text(one.count) }
    table.notes.append(
      Text(
        fr:
          "\(words(.french)) tirages, graine \(one.seed), les mêmes pour les deux : ce qui est faux "
          + "dans les deux s'annule.",
        en:
          "\(words(.english)) draws, seed \(one.seed), the same for both: what is wrong in both goes "
          + "away."))
    return table
  }

  /// What each measure is due, in either of them.
  private func measures() -> ReportTable {
    var table = ReportTable(
      "measures",
      Text(
        fr: "Ce que chaque mesure évite en \(horizon) (tCO2e)",
        en: "What each measure saves in \(horizon) (tCO2e)"),
      columns: zip(["one", "other"], sides).map { key, side in
        .init(
          key, Text(same: side.outlook.scenario.identifier), unit: "tCO2e", adds: false)
      })
    table.statedUnit = "tCO2e"
    let shares = sides.map { $0.outlook.plan?.shares(in: horizon) ?? [] }
    // One name may stand for two measures: only those that are called the same are held together.
    struct Name: Hashable {
      let identifier: String
      let label: Text
    }
    var seen: Set<Name> = []
    for share in shares.flatMap(\.self) {
      let name = Name(identifier: share.identifier, label: share.label)
      guard seen.insert(name).inserted else { continue }
      let values = shares.map { all -> ReportValue in
        all.first { $0.identifier == name.identifier && $0.label == name.label }
          .map { .real($0.share) } ?? .missing
      }
      table.rows.append(.init(share.identifier, .words(share.label), values, role: .apart))
    }
    return table
  }

  /// Every target of either, held against both.
  private func verdicts() -> ReportTable {
    var table = ReportTable(
      "verdicts", Text(fr: "Ce que chacun tient", en: "What each of them meets"),
      columns: zip(["one", "other"], sides).map {
        .init($0, Text(same: $1.outlook.scenario.identifier))
      })
    if sides.allSatisfy({ $0.outlook.plan == nil }) { return table }
    for (number, side) in sides.enumerated() {
      for entry in side.outlook.entries {
        let target = entry.target
        // The same target is the one that was written in the same place.
        let isTold = sides[..<number].contains { other in
          other.outlook.entries.contains { $0.target.location == target.location }
        }
        if isTold { continue }
        let values = sides.map { other -> ReportValue in
          let own = other.outlook.entries.first { $0.target.location == target.location }
          return .words(VerdictWords.short(other.outlook.verdict(on: own ?? entry)))
        }
        table.rows.append(.init(target.identifier, .words(target.label), values, role: .apart))
      }
    }
    return table
  }
}
