import Diagnostics
public import EmissionFactors
import Quantities

/// What an imported release says of one of its elements, word for word.
public struct ReleaseReport {
  private let element: ReleaseElement
  private let release: String

  /// A report on an element.
  public init(_ element: ReleaseElement, release: String) {
    self.element = element
    self.release = release
  }

  /// What the value is given in: `kgCO2e/kWh PCS`, or the unit alone for source data.
  public static func unit(of element: ReleaseElement) -> String {
    element.factor(of: "") == nil ? element.unit.text : "kgCO2e/" + element.unit.text
  }

  /// The report value.
  public func report() -> Report {
    let title = element.title
    var report = Report(
      "release-element",
      Text(
        fr: "\(element.identifier) · \(title.fr)", en: "\(element.identifier) · \(title.en)"),
      campus: "", year: nil)
    report.tables = [table()]
    if !element.comment.fr.isEmpty || !element.comment.en.isEmpty {
      let comment = element.comment
      report.notes.append(
        Text(
          fr: comment.fr.isEmpty ? comment.en : comment.fr,
          en: comment.en.isEmpty ? comment.fr : comment.en))
    }
    return report
  }

  private func table() -> ReportTable {
    var table = ReportTable(
      element.identifier,
      Text(
        fr: "\(element.kind.label.fr), \(element.status.label.fr)",
        en: "\(element.kind.label.en), \(element.status.label.en)"),
      columns: [.init("value", Text(same: Self.unit(of: element)))])
    if element.stages.isEmpty {
      add(element.own, stage: nil, key: "whole", to: &table)
    }
    for (place, stage) in element.stages.enumerated() {
      add(stage.split, stage: stage, key: "\(place + 1)-" + stage.stage.identifier, to: &table)
    }
    let rest = element.own.total - element.stages.reduce(.zero) { $0 + $1.split.total }
    if !element.stages.isEmpty, !rest.isZero {
      table.rows.append(
        .init("rounding", .words(Stage.rounding.label), [.number(rest)], role: .part))
    }
    table.rows.append(
      .init(
        "total", .words(Text(fr: "Total publié", en: "Published total")),
        [.number(element.own.total)], role: .total))
    table.columns[0].decimals = decimals
    table.notes = notes()
    table.nameRowsApart()
    return table
  }

  /// The gases of a stage, its rounding, and what is apart; a stage without gases is one line.
  private func add(
    _ split: ReleaseSplit, stage: ReleaseStage?, key: String, to table: inout ReportTable
  ) {
    let label = Self.label(of: stage)
    let parts = split.parts.filter { !$0.value.isZero }
    let counted = parts.filter { !$0.gas.isApart }
    if split.parts.allSatisfy({ $0.gas.isApart }) {
      table.rows.append(
        .init(
          key, .words(stage == nil ? Gas.unspecified.label : label), [.number(split.total)],
          role: .part))
    } else {
      for (place, part) in counted.enumerated() {
        table.rows.append(
          .init("\(key)-\(place)", .words(words(label, part)), [.number(part.value)], role: .part))
      }
      let rest = split.total - counted.reduce(.zero) { $0 + $1.value }
      if !rest.isZero {
        table.rows.append(
          .init(
            key + "-rounding", .words(joined(label, Gas.rounding.label)), [.number(rest)],
            role: .part))
      }
    }
    for part in parts where part.gas.isApart {
      table.rows.append(
        .init(key + "-apart", .words(words(label, part)), [.number(part.value)], role: .apart))
    }
  }

  private static func label(of stage: ReleaseStage?) -> Text {
    guard let stage else { return Text(same: "") }
    let name = stage.name
    if name.fr.isEmpty && name.en.isEmpty { return stage.stage.label }
    return Text(
      fr: "\(stage.stage.label.fr) (\(name.fr.isEmpty ? name.en : name.fr))",
      en: "\(stage.stage.label.en) (\(name.en.isEmpty ? name.fr : name.en))")
  }

  /// A gas with the code the source gives it, where our name does not say the same.
  private func words(_ label: Text, _ part: ReleaseSplit.Part) -> Text {
    let isExtra = part.gas == .other || part.gas == .unspecified
    let code = isExtra && !part.code.isEmpty ? " « \(part.code) »" : ""
    return joined(label, Text(fr: part.gas.label.fr + code, en: part.gas.label.en + code))
  }

  private func joined(_ label: Text, _ gas: Text) -> Text {
    if label.fr.isEmpty { return gas }
    return Text(fr: "\(label.fr) · \(gas.fr)", en: "\(label.en) · \(gas.en)")
  }

  /// As many decimals as the longest value, so that what is shown adds up.
  private var decimals: Int {
    let splits = [element.own] + element.stages.map(\.split)
    let values = splits.flatMap { [$0.total] + $0.parts.map(\.value) }
    return values.map { value in
      value.description.split(separator: ".").dropFirst().first?.count ?? 0
    }.max() ?? 0
  }

  private func notes() -> [Text] {
    func line(_ label: Text, _ value: Text) -> Text? {
      let (fr, en) = (
        value.fr.isEmpty ? value.en : value.fr, value.en.isEmpty ? value.fr : value.en
      )
      return fr.isEmpty ? nil : Text(fr: "\(label.fr) : \(fr)", en: "\(label.en): \(en)")
    }
    func line(_ french: String, _ english: String, _ value: String) -> Text? {
      line(Text(fr: french, en: english), Text(same: value))
    }
    return [
      line("Version", "Release", release),
      line("Catégorie", "Category", element.category),
      line("Unité de la source", "Unit, as the source says", element.unit.published),
      line("Source", "Source", element.source),
      line("Programme", "Programme", element.programme),
      line("Adresse du programme", "Address of the programme", element.programmeAddress),
      line("Contributeur", "Contributor", element.contributor),
      line("Autres contributeurs", "Other contributors", element.otherContributors),
      line("Région", "Region", element.location),
      line(Text(fr: "Lieu", en: "Place"), element.place),
      line("Validité selon la source", "Validity, as the source says", element.validity),
      line("Créé le", "Created", element.created), line("Modifié le", "Modified", element.modified),
      line(
        "Incertitude", "Uncertainty", element.uncertainty.map { $0.description + " %" } ?? ""),
      line(Text(fr: "Mots-clés", en: "Tags"), element.tags),
    ].compactMap(\.self)
  }
}
