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
  /// How many items are unfolded when not all are asked for.
  private static let shownItems = 10

  /// An explanation of a part of a footprint.
  public init(_ footprint: Footprint, of subject: Subject, all: Bool) {
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
    report.tables = shown.enumerated().map { ItemTable.table($1, number: $0 + 1, in: footprint) }
    if shown.count < sorted.count {
      let rest = sorted[shown.count...].reduce(ExactAmount.zero) { $0 + $1.total }
      let count = sorted.count - shown.count
      report.notes.append(
        Text(
          fr: "\(count) autre(s) élément(s) : \(french.text(rest, decimals: 0)) kgCO2e (--all les montre).",
          en: "\(count) other item(s): \(english.text(rest, decimals: 0)) kgCO2e (--all shows them)."))
    }
    report.notes.append(
      Text(
        fr: "Ligne par ligne : `empreinte explain --all -O csv`.",
        en: "Line by line: `empreinte explain --all -O csv`."))
    return report
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
        fr: "\(name) · \(label.fr) \(footprint.year)", en: "\(name) · \(label.en) \(footprint.year)")
    case .activity(let activity):
      return Text(same: "\(name) · \(activity) \(footprint.year)")
    }
  }
}

/// One item unfolded.
enum ItemTable {
  static func table(_ item: Footprint.Item, number: Int, in footprint: Footprint) -> ReportTable {
    let label =
      item.label.isEmpty
      ? Text(
        fr: "\(number). \(item.activity.label.fr) [\(item.activity.identifier)]",
        en: "\(number). \(item.activity.label.en) [\(item.activity.identifier)]")
      : Text(same: "\(number). \(VisibleText.escaped(item.label))")
    var table = ReportTable(
      "item-\(number)", label,
      columns: [
        .init("value", Text(same: ""), decimals: 6),
        .init("detail", Text(same: "")),
      ])
    quantityRows(item, footprint, &table)
    factorRows(item, &table)
    for cell in item.cells {
      let words = Text(
        fr: "\(cell.stage.label.fr) · \(cell.gas.label.fr) · \(cell.scope.shortLabel.fr)",
        en: "\(cell.stage.label.en) · \(cell.gas.label.en) · \(cell.scope.shortLabel.en)")
      table.rows.append(
        .init(
          "\(cell.stage.identifier)-\(cell.gas.identifier)", .words(words),
          [.amount(Figure(cell.amount)), .outside("kgCO2e")],
          role: cell.gas.isApart ? .apart : .part))
    }
    table.rows.append(
      .init(
        "total", .words(Text(same: "=")), [.amount(Figure(item.total)), .outside("kgCO2e")],
        role: .total))
    return table
  }

  private static func quantityRows(
    _ item: Footprint.Item, _ footprint: Footprint, _ table: inout ReportTable
  ) {
    let post = footprint.label(ofPost: item.post)
    table.rows.append(
      .init("post", .words(Text(fr: "Poste", en: "Post")), [.missing, .words(post)], role: .apart))
    let quantity = Text(
      fr: item.isAmortised ? "Part de l'année (\(item.rows) lignes)" : "Somme de \(item.rows) ligne(s)",
      en: item.isAmortised ? "The year's share (\(item.rows) rows)" : "Sum of \(item.rows) row(s)")
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
          [.number(Number(rounding: step.ratio) ?? .zero), .outside(step.unit + source)],
          role: .apart))
    }
  }

  private static func factorRows(_ item: Footprint.Item, _ table: inout ReportTable) {
    guard let resolution = item.resolution else {
      table.rows.append(
        .init(
          "declared", .words(Text(fr: "Chiffre déclaré", en: "Declared figure")),
          [.missing, .words(Text(fr: "non recalculé", en: "not recomputed"))], role: .apart))
      return
    }
    let factor = resolution.factor
    let name = Text(fr: "× facteur \(factor.identifier)", en: "× factor \(factor.identifier)")
    table.rows.append(
      .init(
        "factor", .words(name),
        [.number(factor.total), .outside("kgCO2e/" + factor.unit.symbol)], role: .apart))
    table.rows.append(
      .init(
        "release", .words(Text(fr: "  version", en: "  release")),
        [.missing, .outside(factor.provenance.release + ", " + factor.provenance.licence)],
        role: .apart))
    if let substitution = resolution.substitution {
      table.rows.append(
        .init(
          "substitution", .words(Text(fr: "  remplacement", en: "  substitute")),
          [.missing, .outside(substitution.reason)], role: .apart))
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
