import Diagnostics
import EmissionFactors
import Reporting

/// What an import did: findings, then an account in which every row of the file has its place.
struct ImportReport {
  /// What became of the release.
  enum Outcome {
    case written
    case dryRun
    case alreadyThere
  }

  let account: ReleaseAccount
  let name: String
  let outcome: Outcome
  let language: Language

  /// The text to print.
  func text(_ log: FindingLog, style: TextStyle) -> String {
    findings(log, style).map { $0 + "\n" }.joined() + table + "\n" + words[language] + "\n"
  }

  /// The first few of each sort; the account below counts them all.
  private static let shown = 3

  private func findings(_ log: FindingLog, _ style: TextStyle) -> [String] {
    let renderer = FindingRenderer(language: language, style: style)
    return log.sortedGroups.flatMap { group in
      let more = group.count - min(group.first.count, Self.shown)
      let rest =
        language == .french
        ? "  … et \(more) autre(s) [\(group.kind.identifier)]\n"
        : "  … and \(more) more [\(group.kind.identifier)]\n"
      return group.first.prefix(Self.shown).map { renderer.text($0) } + (more > 0 ? [rest] : [])
    }
  }

  /// The three counts add up to the first; elements and stages of each stand beside it.
  private var table: String {
    var lines: [(Text, Int, Text)] = [
      (Text(fr: "lignes lues", en: "rows read"), account.read, Text(same: "")),
      (Text(fr: "  importées", en: "  imported"), account.imported.total, detail(account.imported)),
      (Text(fr: "  archivées", en: "  archived"), account.archived.total, detail(account.archived)),
      (Text(fr: "  refusées", en: "  refused"), account.refusedTotal, Text(same: "")),
    ]
    for (reason, count) in account.refusals {
      lines.append((label(of: reason), count, Text(same: "")))
    }
    let width = lines.map { $0.0[language].count }.max() ?? 0
    let digits = String(account.read).count
    return lines.map { line in
      let label = line.0[language]
      let number = String(line.1)
      let text =
        label + String(repeating: " ", count: width - label.count + 2 + digits - number.count)
        + number
      let detail = line.2[language]
      return (detail.isEmpty ? text : text + "  " + detail) + "\n"
    }.joined()
  }

  private func detail(_ rows: ReleaseAccount.Rows) -> Text {
    Text(
      fr: "\(rows.elements) éléments + \(rows.stages) postes",
      en: "\(rows.elements) elements + \(rows.stages) stages")
  }

  private func label(of reason: ReleaseAccount.Refusal) -> Text {
    switch reason {
    case .unreadable: Text(fr: "    illisibles", en: "    unreadable")
    case .badValue: Text(fr: "    valeur fausse", en: "    wrong value")
    case .missingUnit: Text(fr: "    sans unité", en: "    no unit")
    case .unknownUnit: Text(fr: "    unité inconnue", en: "    unknown unit")
    case .duplicate: Text(fr: "    en double", en: "    defined twice")
    case .orphan: Text(fr: "    poste sans élément", en: "    stage without element")
    case .partOfRefused:
      Text(fr: "    d'un élément refusé", en: "    of a refused element")
    }
  }

  private var words: Text {
    switch outcome {
    case .written:
      Text(
        fr:
          "Écrit dans factors/\(name)/. Ensuite :\n  empreinte factors search --release \(name) MOTS",
        en: "Written to factors/\(name)/. Then:\n  empreinte factors search --release \(name) WORDS"
      )
    case .dryRun:
      Text(
        fr: "Rien n'a été écrit ; sans --dry-run, ce serait dans factors/\(name)/.",
        en: "Nothing was written; without --dry-run it would be to factors/\(name)/.")
    case .alreadyThere:
      Text(
        fr: "factors/\(name)/ est déjà là, avec le même contenu.",
        en: "factors/\(name)/ is already there, with the same content.")
    }
  }
}
