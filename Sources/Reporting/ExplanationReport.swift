import Diagnostics
import EmissionFactors
public import Footprint
import Inventory
import Quantities

/// Turns a number into the steps that made it: quantity, conversions, factor, stages and gases.
public struct ExplanationReport {
  /// What is to be explained.
  public enum Subject: Sendable {
    case total
    case post(String)
    case activity(String)
  }

  private let footprint: Footprint
  private let subject: Subject
  private let showsAll: Bool
  private let sources: [ItemKey: SourceRows]
  /// How many items are unfolded when not all are asked for.
  private static let shownItems = 10

  /// An explanation of a part of a footprint.
  public init(
    _ footprint: Footprint, of subject: Subject, all: Bool, sources: [ItemKey: SourceRows]
  ) {
    self.sources = sources
    self.footprint = footprint
    self.subject = subject
    showsAll = all
  }

  /// The report value.
  public func report() -> Report {
    let items = self.items()
    let total = items.reduce(ExactAmount.zero) { $0 + $1.total }
    var report = Report(
      "explanation", title, campus: footprint.run.campus.name, year: footprint.year)
    let (french, english) = (NumberFormat.french, NumberFormat.english)
    if items.isEmpty {
      report.headlines = [nothing]
      return report
    }
    report.headlines = [
      Text(
        fr: "\(french.text(total, decimals: 3)) kgCO2e, la somme de \(items.count) élément(s).",
        en: "\(english.text(total, decimals: 3)) kgCO2e, the sum of \(items.count) item(s)."),
      Text(fr: "Exactement : \(total.exactText)", en: "Exactly: \(total.exactText)"),
    ]
    if !footprint.isComplete {
      report.warnings = [QualitySection(footprint, FindingLog()).incomplete()]
    }
    let sorted = items.sorted {
      ($1.total, $0.activity.identifier, $0.label) < ($0.total, $1.activity.identifier, $1.label)
    }
    let shown = showsAll ? sorted : Array(sorted.prefix(Self.shownItems))
    report.tables = shown.enumerated().map { place, item in
      var table = ItemTable.table(
        item, number: place + 1, in: footprint, rows: sources[item.key])
      table.noteRounding()
      table.nameRowsApart()
      return table
    }
    if shown.count < sorted.count {
      let rest = sorted[shown.count...].reduce(ExactAmount.zero) { $0 + $1.total }
      let count = sorted.count - shown.count
      report.notes.append(
        Text(
          fr:
            "\(count) autre(s) élément(s) : \(french.text(rest, decimals: 0)) kgCO2e (--all les "
            + "montre).",
          en:
            "\(count) other item(s): \(english.text(rest, decimals: 0)) kgCO2e (--all shows them).")
      )
    }
    report.notes.append(
      Text(
        fr: "Ligne par ligne : `empreinte explain --all -O csv`.",
        en: "Line by line: `empreinte explain --all -O csv`."))
    return report
  }

  /// Where nothing emits there is no sum: a sum of nothing would pass for a footprint of zero.
  private var nothing: Text {
    if footprint.isResourcesOnly {
      return Text(
        fr: "Pas de total d'empreinte pour cette année. " + footprint.campusYear.footprintNote,
        en: "No footprint total for this year. " + footprint.campusYear.footprintNote)
    }
    return Text(
      fr: "Aucune émission comptée ici pour \(footprint.year).",
      en: "No emission counted here for \(footprint.year).")
  }

  private func items() -> [Footprint.Item] {
    footprint.items.filter { item in
      switch subject {
      case .total: !item.cells.isEmpty
      case .post(let post):
        !item.cells.isEmpty
          && (item.post == post || footprint.run.catalog.topPost(of: item.post) == post)
      case .activity(let activity): item.activity.identifier == activity
      }
    }
  }

  private var title: Text {
    let name = footprint.run.campus.name
    switch subject {
    case .total:
      return Text(fr: "\(name) · total \(footprint.year)", en: "\(name) · total \(footprint.year)")
    case .post(let post):
      let label = footprint.label(ofPost: post)
      return Text(
        fr: "\(name) · \(label.fr) \(footprint.year)", en: "\(name) · \(label.en) \(footprint.year)"
      )
    case .activity(let activity):
      return Text(same: "\(name) · \(activity) \(footprint.year)")
    }
  }
}

/// One item unfolded.
enum ItemTable {
  static func table(
    _ item: Footprint.Item, number: Int, in footprint: Footprint, rows: SourceRows?
  ) -> ReportTable {
    let label =
      item.label.isEmpty
      ? Text(
        fr: "\(number). \(item.activity.label.fr) [\(item.activity.identifier)]",
        en: "\(number). \(item.activity.label.en) [\(item.activity.identifier)]")
      : Text(same: "\(number). \(VisibleText.escaped(item.label))")
    var table = ReportTable(
      "item-\(number)", label,
      columns: [
        .init("value", Text(same: ""), decimals: 6, rounding: .trimmed),
        .init("detail", Text(same: "")),
      ])
    sourceRows(item, rows, &table)
    quantityRows(item, footprint, lines: rows?.count ?? item.rows, &table)
    factorRows(item, &table)
    for cell in item.cells {
      let words = cell.stage.label(with: cell.gas)
      let unit = Text(
        fr: "kgCO2e · \(cell.scope.shortLabel.fr)", en: "kgCO2e · \(cell.scope.shortLabel.en)")
      table.rows.append(
        .init(
          "\(cell.stage.identifier)-\(cell.gas.identifier)", .words(words),
          [.amount(Figure(cell.amount)), .words(unit)],
          role: cell.gas.isApart ? .apart : .part))
    }
    table.rows.append(
      .init(
        "total", .words(Text(same: "=")), [.amount(Figure(item.total)), .outside("kgCO2e")],
        role: .total))
    return table
  }

  /// A row that has words and no number.
  private static let blank = ReportValue.words(Text(same: ""))

  private static func sourceRows(
    _ item: Footprint.Item, _ rows: SourceRows?, _ table: inout ReportTable
  ) {
    guard let rows else { return }
    for row in rows.first {
      table.rows.append(
        .init(
          "\(row.file):\(row.line)", .outside("\(row.file):\(row.line)"),
          [.number(row.share), .outside(item.unit.symbol)], role: .apart))
    }
    let more = rows.count - rows.first.count
    if more > 0 {
      table.rows.append(
        .init(
          "more-rows",
          .words(Text(fr: "… et \(more) autre(s) ligne(s)", en: "… and \(more) more row(s)")),
          [Self.blank, Self.blank], role: .apart))
    }
  }

  private static func quantityRows(
    _ item: Footprint.Item, _ footprint: Footprint, lines: Int, _ table: inout ReportTable
  ) {
    let post = footprint.label(ofPost: item.post)
    table.rows.append(
      .init(
        "post", .words(Text(fr: "Poste", en: "Post")), [Self.blank, .words(post)], role: .apart))
    let quantity = Text(
      fr: item.isAmortised ? "Part de l'année (\(lines) lignes)" : "Somme de \(lines) ligne(s)",
      en: item.isAmortised ? "The year's share (\(lines) rows)" : "Sum of \(lines) row(s)")
    table.rows.append(
      .init(
        "quantity", .words(quantity), [.number(item.quantity), .outside(item.unit.symbol)],
        role: .apart))
    for (place, step) in (item.resolution?.steps ?? []).enumerated() {
      let label = Text(fr: "× " + step.label.fr, en: "× " + step.label.en)
      let source = step.source.isEmpty ? "" : " · " + step.source
      table.rows.append(
        .init(
          "step-\(place + 1)", .words(label),
          [.ratio(step.ratio), .outside(step.unit + source)],
          role: .apart))
    }
  }

  private static func factorRows(_ item: Footprint.Item, _ table: inout ReportTable) {
    guard let resolution = item.resolution else {
      table.rows.append(
        .init(
          "declared", .words(Text(fr: "Chiffre déclaré", en: "Declared figure")),
          [Self.blank, .words(Text(fr: "non recalculé", en: "not recomputed"))], role: .apart))
      return
    }
    let factor = resolution.factor
    let name = Text(fr: "× facteur \(factor.identifier)", en: "× factor \(factor.identifier)")
    table.rows.append(
      .init(
        "factor", .words(name),
        [.number(resolution.counted), .outside("kgCO2e/" + factor.unit.symbol)], role: .apart))
    if resolution.wholeCells != nil {
      let words = Text(
        fr: "convention de recyclage ; le facteur entier est \(factor.total)",
        en: "recycling convention; the whole factor is \(factor.total)")
      table.rows.append(
        .init(
          "convention", .words(Text(fr: "  convention", en: "  convention")),
          [Self.blank, .words(words)], role: .apart))
    }
    table.rows.append(
      .init(
        "release", .words(Text(fr: "  version", en: "  release")),
        [Self.blank, .outside(factor.provenance.release + ", " + factor.provenance.licence)],
        role: .apart))
    if let substitution = resolution.substitution {
      table.rows.append(
        .init(
          "substitution", .words(Text(fr: "  remplacement", en: "  substitute")),
          [Self.blank, .outside(substitution.reason)], role: .apart))
    }
  }
}

extension Scope {
  var shortLabel: Text {
    switch self {
    case .one: Text(same: "scope 1")
    case .two: Text(same: "scope 2")
    case .three: Text(same: "scope 3")
    case .notSplit: Text(fr: "non ventilé", en: "not split")
    }
  }
}
