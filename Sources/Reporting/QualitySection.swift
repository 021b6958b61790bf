import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// What every figure rests on: rows used and left out, findings, substitutes, what was accepted.
struct QualitySection {
  let footprint: Footprint
  let log: FindingLog

  init(_ footprint: Footprint, _ log: FindingLog) {
    self.footprint = footprint
    self.log = log
  }

  /// Said before anything else when rows are missing from the figures.
  func warnings() -> [Text] { footprint.isComplete ? [] : [incomplete()] }

  func incomplete() -> Text {
    func words(_ language: Language) -> String {
      let format = language.numbers
      var sums: [String: Number] = [:]
      for account in footprint.accounts {
        for sum in account.sums where !sum.rejected.isZero {
          sums[sum.unit, default: .zero] += sum.rejected
        }
      }
      let parts = sums.sorted { $0.key < $1.key }
        .map { "\(format.text(shortest: $0.value)) \($0.key)" }
      let missing = parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
      let rows = format.text(footprint.rejectedRows)
      let files = footprint.run.unreadFiles.map { VisibleText.escaped($0) }
        .joined(separator: ", ")
      var sentences: [String] = []
      if footprint.rejectedRows > 0 {
        sentences.append(
          language == .french
            ? "\(rows) ligne(s) rejetée(s)\(missing) ne sont dans aucun chiffre."
            : "\(rows) rejected row(s)\(missing) are in no figure.")
      }
      if !files.isEmpty {
        sentences.append(
          language == .french
            ? "Fichiers non lus, ou pas jusqu'au bout : \(files)."
            : "Files not read, or not to their end: \(files).")
      }
      let list = sentences.joined(separator: " ")
      return language == .french
        ? "INCOMPLET : \(list) Voir `empreinte check`."
        : "INCOMPLETE: \(list) See `empreinte check`."
    }
    return Text(fr: words(.french), en: words(.english))
  }

  func tables() -> [ReportTable] {
    var tables = [rows(), accounts()]
    let findings = self.findings()
    if !findings.rows.isEmpty { tables.append(findings) }
    let accepted = self.accepted()
    if !accepted.rows.isEmpty { tables.append(accepted) }
    let substitutes = self.substitutes()
    if !substitutes.rows.isEmpty { tables.append(substitutes) }
    return tables
  }

  /// All files together, for people.
  private func rows() -> ReportTable {
    var table = ReportTable(
      "rows", Text(fr: "Lignes lues", en: "Rows read"),
      columns: [.init("rows", Text(fr: "Lignes", en: "Rows"))])
    let accounts = footprint.accounts
    func row(_ key: String, _ label: Text, _ count: Int, _ role: ReportTable.Row.Role = .part) {
      table.rows.append(.init(key, .words(label), [.count(count)], role: role))
    }
    row("used", Text(fr: "utilisées", en: "used"), accounts.reduce(0) { $0 + $1.rowsUsed })
    row(
      "other-years", Text(fr: "d'une autre année", en: "of another year"),
      accounts.reduce(0) { $0 + $1.rowsOfOtherYears })
    for reason in ExclusionReason.allCases {
      let count = accounts.reduce(0) { sum, account in
        sum + (account.rowsExcluded.first { $0.reason == reason }?.rows ?? 0)
      }
      if count > 0 { row("excluded-" + reason.rawValue, reason.label, count) }
    }
    row("rejected", Text(fr: "rejetées", en: "rejected"), footprint.rejectedRows)
    row(
      "read", Text(fr: "lues", en: "read"), accounts.reduce(0) { $0 + $1.rowsRead }, .total)
    return table
  }

  /// File by file, with sums, for whoever checks.
  private func accounts() -> ReportTable { AccountTable.table(footprint.accounts) }

  private var groups: [FindingLog.Group] {
    log.sortedGroups.filter { $0.year == nil || $0.year == footprint.year }
  }

  private func findings() -> ReportTable {
    var table = ReportTable(
      "findings",
      Text(
        fr: "Constats (`empreinte check` les détaille)",
        en: "Findings (`empreinte check` tells more)"),
      columns: [
        .init("severity", Text(same: "")), .init("count", Text(fr: "Nombre", en: "Count")),
      ])
    var counts: [(kind: FindingKind, count: Int)] = []
    for group in groups where group.acceptance == nil {
      if let place = counts.firstIndex(where: { $0.kind == group.kind }) {
        counts[place].count += group.count
      } else {
        counts.append((group.kind, group.count))
      }
    }
    counts.sort {
      ($1.kind.severity, $0.kind.identifier) < ($0.kind.severity, $1.kind.identifier)
    }
    for (kind, count) in counts {
      table.rows.append(
        .init(
          kind.identifier, .outside(kind.identifier),
          [.words(kind.severity.label), .count(count)]))
    }
    return table
  }

  private func accepted() -> ReportTable {
    var table = ReportTable(
      "accepted", Text(fr: "Constats acceptés par le campus", en: "Findings the campus accepts"),
      columns: [
        .init("count", Text(fr: "Nombre", en: "Count")),
        .init("reason", Text(fr: "Raison", en: "Reason")),
      ])
    for group in groups {
      guard let acceptance = group.acceptance else { continue }
      table.rows.append(
        .init(
          group.kind.identifier, .outside(group.kind.identifier),
          [.count(group.count), .outside(acceptance.reason)]))
    }
    return table
  }

  private func substitutes() -> ReportTable {
    var table = ReportTable(
      "substitutes", Text(fr: "Facteurs de remplacement", en: "Substituted factors"),
      columns: [
        .init("factor", Text(fr: "Facteur", en: "Factor")),
        .init("emissions", Text(fr: "Émissions", en: "Emissions"), unit: "kgCO2e"),
        .init("reason", Text(fr: "Raison", en: "Reason")),
      ])
    for item in footprint.items {
      guard let resolution = item.resolution, let substitution = resolution.substitution else {
        continue
      }
      table.rows.append(
        .init(
          item.activity.identifier, .words(item.activity.label),
          [
            .outside(resolution.factor.identifier), .amount(Figure(item.total)),
            .outside(substitution.reason),
          ]))
    }
    return table
  }
}

extension ExclusionReason {
  var label: Text {
    switch self {
    case .subtotal: Text(fr: "exclues : lignes de total", en: "excluded: total rows")
    case .accepted:
      Text(fr: "exclues : constat accepté", en: "excluded: finding accepted")
    case .rule: Text(fr: "exclues par une règle", en: "excluded by a rule")
    case .unknown:
      Text(fr: "exclues : valeur inconnue", en: "excluded: value not known")
    }
  }
}
