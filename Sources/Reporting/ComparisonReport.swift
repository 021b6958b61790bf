public import Diagnostics
import EmissionFactors
public import Footprint
import Inventory
import Quantities

/// Why the total of a year changed, as every format renders it.
public struct ComparisonReport {
  private let comparison: YearComparison
  private let tables: ChangeTables
  private let edition: Text?
  private let recomputations: [Recomputation]
  private let draws: DrawChoice?

  /// A report on two years; `edition` names the factors that both were computed with once more.
  public init(
    _ comparison: YearComparison, edition: Text? = nil, recomputations: [Recomputation] = [],
    draws: DrawChoice? = nil
  ) {
    self.draws = draws
    self.comparison = comparison
    self.edition = edition
    self.recomputations = recomputations
    tables = ChangeTables(comparison)
  }

  private var years: (Int, Int) { (comparison.before.year, comparison.after.year) }
  private var difference: ExactAmount { comparison.after.total - comparison.before.total }

  /// The report value.
  public func report() -> Report {
    let name = comparison.after.run.campus.name
    var report = Report(
      "comparison",
      Text(
        fr: "\(name) · de \(years.0) à \(years.1)", en: "\(name) · from \(years.0) to \(years.1)"),
      campus: name, year: years.1)
    for footprint in [comparison.before, comparison.after] where !footprint.isComplete {
      let warning = QualitySection(footprint, FindingLog()).incomplete()
      report.warnings.append(
        Text(fr: "\(footprint.year) : \(warning.fr)", en: "\(footprint.year): \(warning.en)"))
    }
    // A year that nobody counted is no zero.
    for footprint in [comparison.before, comparison.after] where !footprint.hasEmissions {
      report.warnings.append(FootprintReport.uncounted(footprint.year))
    }
    report.headlines = headlines
    report.tables = [tables.why(), posts(), tables.movers()]
    report.tables += ComparisonIntervals(comparison, draws: draws).tables() + [lines()]
    report.tables[0].noteRounding()
    report.tables[1].noteRounding()
    for place in report.tables.indices { report.tables[place].nameRowsApart() }
    report.pictures = [tables.picture(under: "why")]
    report.notes = notes
    return report
  }

  // MARK: In words

  private var headlines: [Text] {
    func words(_ language: Language) -> String {
      let isFrench = language == .french
      func tonnes(_ amount: ExactAmount) -> String {
        language.numbers.text(Self.thousandth(amount), decimals: 1) + "\u{A0}tCO2e"
      }
      let change = signed(Self.thousandth(difference), 1, language) + "\u{A0}tCO2e"
      let (before, after) = (tonnes(comparison.before.total), tonnes(comparison.after.total))
      let share = difference.share(of: comparison.before.total.magnitude).map {
        " (" + signed($0.multiplied(by: Ratio(100)) ?? $0, 1, language)
          + (isFrench ? "\u{A0}%)" : "%)")
      }
      return isFrench
        ? "\(years.0) : \(before) ; \(years.1) : \(after) ; \(change)\(share ?? "")"
        : "\(years.0): \(before); \(years.1): \(after); \(change)\(share ?? "")"
    }
    return [Text(fr: words(.french), en: words(.english))]
  }

  private static func thousandth(_ amount: ExactAmount) -> ExactAmount {
    amount.multiplied(by: Ratio(1, 1000)) ?? amount
  }

  private func signed(_ amount: ExactAmount, _ decimals: Int, _ language: Language) -> String {
    let text = language.numbers.text(amount.magnitude, decimals: decimals)
    return (amount.isNegative ? "−" : "+") + text
  }

  /// A factor that the edition does not have stays: how much of each year that is.
  private func editionNotes(_ edition: Text) -> [Text] {
    let both = Text(
      fr: "Les deux années sont recalculées avec \(edition.fr).",
      en: "Both years are computed again with \(edition.en).")
    return [both]
      + recomputations.compactMap { recomputation -> Text? in
        let (year, kept) = (recomputation.before.year, recomputation.kept)
        if kept.isEmpty { return nil }
        let amount = kept.reduce(ExactAmount.zero) { $0 + $1.amount }
        func share(_ language: Language) -> String {
          let percent = amount.share(of: recomputation.after.total)?.multiplied(by: Ratio(100))
          let text = percent.map { language.numbers.text($0, decimals: 0) } ?? "–"
          return text + (language == .french ? "\u{A0}%" : "%")
        }
        return Text(
          fr:
            "\(year) : \(kept.count) facteur(s) qu'elle n'a pas restent, \(share(.french)) du total.",
          en:
            "\(year): \(kept.count) factor(s) that it lacks stay, \(share(.english)) of the total.")
      }
  }

  private var notes: [Text] {
    var notes = edition.map(editionNotes) ?? []
    for footprint in [comparison.before, comparison.after] {
      guard let reason = footprint.campusYear.atypical else { continue }
      notes.append(
        Text(
          fr: "\(footprint.year) est atypique : \(reason).",
          en: "\(footprint.year) is atypical: \(reason)."))
    }
    notes.append(
      Text(
        fr: """
          Périmètre : ce que campus.yaml ne compte que l'une des deux années. Ce qui commence ou \
          s'arrête à l'intérieur est de l'activité. Moyennes logarithmiques, ligne par ligne : les \
          parts s'ajoutent exactement.
          """,
        en: """
          Perimeter: what campus.yaml counts in one of the years only. What begins or ends inside it \
          is activity. Logarithmic means, line by line: the parts add up exactly.
          """))
    return notes
  }

  // MARK: Tables

  private func posts() -> ReportTable {
    let catalog = comparison.after.run.catalog
    var table = ReportTable(
      "post", Text(fr: "Par poste (kgCO2e)", en: "By post (kgCO2e)"),
      columns: [
        .init(String(years.0), Text(same: String(years.0)), unit: "kgCO2e"),
        .init(String(years.1), Text(same: String(years.1)), unit: "kgCO2e"),
      ] + tables.causeColumns)
    table.statedUnit = "kgCO2e"
    var sums: [String: Sum] = [:]
    var whole = Sum()
    for line in comparison.lines {
      sums[catalog.topPost(of: line.key.post), default: Sum()].add(line)
      whole.add(line)
    }
    let order = catalog.posts.map(\.identifier)
    let keys = sums.keys.sorted {
      (order.firstIndex(of: $0) ?? .max, $0) < (order.firstIndex(of: $1) ?? .max, $1)
    }
    for key in keys {
      guard let sum = sums[key] else { continue }
      let label = catalog.post(named: key)?.label ?? Text(same: key)
      table.rows.append(.init(key, .words(label), sum.amounts + tables.values(sum.parts)))
    }
    table.rows.append(
      .init(
        "total", .words(Text(same: "Total")), whole.amounts + tables.values(whole.parts),
        role: .total))
    return table
  }

  /// Lines added up.
  private struct Sum {
    var before = ExactAmount.zero
    var after = ExactAmount.zero
    var parts: [ChangeCause: ExactAmount] = [:]

    mutating func add(_ line: YearComparison.Line) {
      before += line.before
      after += line.after
      for (cause, amount) in line.parts { parts[cause, default: .zero] += amount }
    }

    var amounts: [ReportValue] { [.amount(Figure(before)), .amount(Figure(after))] }
  }

  /// Every line, for programs.
  private func lines() -> ReportTable {
    var table = ReportTable(
      "lines", Text(fr: "Chaque ligne", en: "Every line"),
      columns: [
        .init("post", Text(fr: "Poste", en: "Post")), .init("site", Text(fr: "Site", en: "Site")),
        .init(String(years.0), Text(same: String(years.0)), unit: "kgCO2e"),
        .init(String(years.1), Text(same: String(years.1)), unit: "kgCO2e"),
      ] + tables.causeColumns, reach: .data)
    for line in comparison.lines {
      table.rows.append(
        .init(
          line.key.activity, tables.label(line.key),
          [
            .outside(line.key.post), line.key.site.isEmpty ? .missing : .outside(line.key.site),
            .amount(Figure(line.before)), .amount(Figure(line.after)),
          ] + tables.values(line.parts), role: .apart))
    }
    return table
  }
}
