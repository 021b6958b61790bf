import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Scenarios

/// That a base year has moved, in words.
struct BaseMoveWords {
  private let run: Run

  init(_ run: Run) { self.run = run }

  func text(_ move: BaseMove) -> Text {
    switch move {
    case .sinceLock(let year, let locked, let now):
      Text(
        fr: "L'année de base a bougé : \(year) a été verrouillée à \(tonnes(locked, .french)), les "
          + "lignes et les facteurs d'aujourd'hui en donnent \(change(locked, now, "t", .french)). "
          + Self.rule.fr,
        en: "The base year has moved: \(year) was locked at \(tonnes(locked, .english)), the rows "
          + "and factors of today give \(change(locked, now, "t", .english)). " + Self.rule.en)
    case .statedByTarget(let target, let year, let stated, let now):
      begins(target, year, stated, now)
    case .perimeter(let year, let latest, let new, let gone, let amount, let base):
      Text(
        fr: "Le périmètre a bougé : " + names(year, latest, new, gone, .french)
          + ", \(tonnes(amount, .french)) (\(percent(amount / base, .french)) de \(year)). "
          + "Complétez \(lacking(year, latest, new, gone, " et ")) avant de comparer.",
        en: "The perimeter has moved: " + names(year, latest, new, gone, .english)
          + ", \(tonnes(amount, .english)) (\(percent(amount / base, .english)) of \(year)). "
          + "Complete \(lacking(year, latest, new, gone, " and ")) before comparing.")
    }
  }

  private func begins(
    _ target: Target, _ year: Int, _ stated: Double, _ now: Double
  ) -> Text {
    let unit = target.subject.unitText
    return Text(
      fr:
        "« \(target.label.fr) » part de \(amount(stated, unit, .french)), l'inventaire \(year) en a "
        + "\(change(stated, now, unit, .french)). " + Self.rule.fr,
      en: "“\(target.label.en)” begins with \(amount(stated, unit, .english)), the inventory of "
        + "\(year) has \(change(stated, now, unit, .english)). " + Self.rule.en)
  }

  /// The years in which something is missing.
  private func lacking(
    _ year: Int, _ latest: Int, _ new: [String], _ gone: [String], _ and: String
  ) -> String {
    ((new.isEmpty ? [] : [year]) + (gone.isEmpty ? [] : [latest])).map { String($0) }
      .joined(separator: and)
  }

  /// A convention of targets, not a law.
  private static let rule = Text(
    fr: "À partir de 5\u{A0}%, les conventions demandent de refaire la base et de revoir les "
      + "objectifs.",
    en: "From 5% on, conventions ask to restate the base and to review the targets.")

  private func names(
    _ year: Int, _ latest: Int, _ new: [String], _ gone: [String], _ language: Language
  ) -> String {
    func list(_ names: [String]) -> String {
      names.map { label($0)[language] }.joined(separator: ", ")
    }
    var parts: [String] = []
    if !new.isEmpty {
      parts.append(
        language == .french
          ? "\(latest) compte \(list(new)), et \(year) non"
          : "\(latest) counts \(list(new)), and \(year) does not")
    }
    if !gone.isEmpty {
      parts.append(
        language == .french
          ? "\(year) compte \(list(gone)), et \(latest) non"
          : "\(year) counts \(list(gone)), and \(latest) does not")
    }
    return parts.joined(separator: " ; ").replacing(
      " ; ", with: language == .french ? " ; " : "; ")
  }

  private func label(_ name: String) -> Text {
    run.catalog.post(named: name)?.label
      ?? run.campus.sites.first { $0.identifier == name }.map { Text(same: $0.name) }
      ?? Text(same: name)
  }

  private func tonnes(_ value: Double, _ language: Language) -> String {
    amount(value, "t", language)
  }

  private func amount(_ value: Double, _ unit: String, _ language: Language) -> String {
    language.number(value, decimals: abs(value) < 10 ? 2 : 0) + "\u{A0}" + unit
  }

  private func percent(_ share: Double, _ language: Language) -> String {
    language.number(share * 100, decimals: 1) + (language == .french ? "\u{A0}%" : "%")
  }

  /// `5,100 t (+6.6%)`.
  private func change(
    _ before: Double, _ now: Double, _ unit: String, _ language: Language
  ) -> String {
    let share = (now - before) / before
    let sign = share < 0 ? "−" : "+"
    return "\(amount(now, unit, language)) (\(sign)\(percent(abs(share), language)))"
  }
}
