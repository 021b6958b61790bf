public import Diagnostics
public import Footprint
import Inventory
import Quantities

/// What `check` says: every finding that was kept, how many there are, and the accounts.
public struct CheckReport: Sendable {
  private let groups: [FindingLog.Group]
  private let accounts: [Account]
  private let language: Language
  private let errors: Int
  private let warnings: Int
  private let accepted: Int

  /// A check of one year, or of all.
  public init(_ log: FindingLog, accounts: [Account], year: Int?, language: Language) {
    let groups = log.sortedGroups.filter { year == nil || $0.year == nil || $0.year == year }
    self.groups = groups
    self.accounts = accounts
    self.language = language
    func count(_ severity: Severity) -> Int {
      groups.filter { $0.acceptance == nil && $0.kind.severity == severity }
        .reduce(0) { $0 + $1.count }
    }
    errors = count(.error)
    warnings = count(.warning)
    accepted = groups.filter { $0.acceptance != nil }.reduce(0) { $0 + $1.count }
  }

  /// True when something is wrong, or doubtful and doubts count.
  public func fails(strict: Bool) -> Bool { errors > 0 || (strict && warnings > 0) }

  /// For a terminal: findings, accounts, and a summary in the last line.
  public func text(width: Int, style: TextStyle) -> String {
    findingText(style: style) + accountLines() + summary + "\n"
  }

  /// The findings alone: the worst comes last, where the eye is.
  public func findingText(style: TextStyle) -> String {
    var text = ""
    let renderer = FindingRenderer(language: language, style: style)
    let sorts = self.sorts()
    for sort in Severity.allCases.flatMap({ weight in sorts.filter { $0.kind.severity == weight } })
    {
      for finding in sort.first { text += renderer.text(finding) + "\n" }
      let more = sort.count - sort.first.count
      if more > 0 {
        text +=
          language == .french
          ? "  … et \(more) autre(s) [\(sort.kind.identifier)]\n\n"
          : "  … and \(more) more [\(sort.kind.identifier)]\n\n"
      }
    }
    for group in groups {
      guard let acceptance = group.acceptance else { continue }
      let words = Text(fr: "accepté", en: "accepted")
      text += "\(VisibleText.escaped(group.file)): \(words[language]) × \(group.count) "
      text += "[\(group.kind.identifier)] \(VisibleText.escaped(acceptance.reason))\n"
    }
    if accepted > 0 { text += "\n" }
    return text
  }

  /// Findings of one identifier and subject, from all files.
  private func sorts() -> [(kind: FindingKind, count: Int, first: [Finding])] {
    var sorts: [(kind: FindingKind, subject: String, count: Int, first: [Finding])] = []
    for group in groups where group.acceptance == nil {
      let place = sorts.firstIndex { $0.kind == group.kind && $0.subject == group.subject }
      guard let place else {
        sorts.append((group.kind, group.subject, group.count, group.first))
        continue
      }
      sorts[place].count += group.count
      let room = FindingLog.keptPositions - sorts[place].first.count
      sorts[place].first += group.first.prefix(max(0, room))
    }
    return sorts.map { ($0.kind, $0.count, $0.first.sorted { $0.location < $1.location }) }
  }

  private func accountLines() -> String {
    var text = ""
    for account in accounts {
      text += VisibleText.escaped(account.file) + "\n"
      let excluded = account.rowsExcluded.reduce(0) { $0 + $1.rows }
      text += line(
        Text(fr: "lignes", en: "rows"), account.rowsRead, account.rowsUsed,
        account.rowsOfOtherYears, excluded, account.rowsRejected)
      for sum in account.sums {
        let format = language.numbers
        text += equation(
          sum.unit, format.text(shortest: sum.read), format.text(shortest: sum.used),
          sum.otherYears.isZero ? nil : format.text(shortest: sum.otherYears),
          sum.excluded.isZero ? nil : format.text(shortest: sum.excluded),
          sum.rejected.isZero ? nil : format.text(shortest: sum.rejected))
      }
    }
    return text.isEmpty ? "" : text + "\n"
  }

  private func line(
    _ unit: Text, _ read: Int, _ used: Int, _ others: Int, _ excluded: Int, _ rejected: Int
  ) -> String {
    let format = language.numbers
    return equation(
      unit[language], format.text(read), format.text(used),
      others == 0 ? nil : format.text(others), excluded == 0 ? nil : format.text(excluded),
      rejected == 0 ? nil : format.text(rejected))
  }

  /// `lignes : lu 12 = utilisé 10 + exclu 1 + rejeté 1`: an equation a reader can check.
  private func equation(
    _ unit: String, _ read: String, _ used: String, _ others: String?, _ excluded: String?,
    _ rejected: String?
  ) -> String {
    let words: [String] =
      language == .french
      ? ["lu", "utilisé", "autres années", "exclu", "rejeté"]
      : ["read", "used", "other years", "excluded", "rejected"]
    let colon = language == .french ? " :" : ":"
    var text = "  \(unit)\(colon) \(words[0]) \(read) = \(words[1]) \(used)"
    if let others { text += " + \(words[2]) \(others)" }
    if let excluded { text += " + \(words[3]) \(excluded)" }
    if let rejected { text += " + \(words[4]) \(rejected)" }
    return text + "\n"
  }

  private var summary: String {
    let rows = accounts.reduce(0) { $0 + $1.rowsRead }
    let format = language.numbers
    let (files, lines) = (format.text(accounts.count), format.text(rows))
    return language == .french
      ? "\(files) fichier(s), \(lines) ligne(s) : \(countWords)"
      : "\(files) file(s), \(lines) row(s): \(countWords)"
  }

  /// How many findings of each weight, in words.
  public var countWords: String {
    let format = language.numbers
    let counts = (format.text(errors), format.text(warnings), format.text(accepted))
    return language == .french
      ? "\(counts.0) erreur(s), \(counts.1) doute(s), \(counts.2) constat(s) accepté(s)."
      : "\(counts.0) error(s), \(counts.1) warning(s), \(counts.2) accepted finding(s)."
  }

  /// For editors and pipelines; docs/json.md describes it.
  public func json() -> String {
    var json = JSONWriter()
    json.object { json in
      json.key("format") { $0.string("empreinte-check") }
      json.key("version") { $0.number("1") }
      json.key("errors") { $0.number(String(errors)) }
      json.key("warnings") { $0.number(String(warnings)) }
      json.key("accepted") { $0.number(String(accepted)) }
      json.key("findings") { json in
        json.array { json in
          for group in groups {
            for finding in group.first { render(finding, group, &json) }
          }
        }
      }
      json.key("groups") { json in
        json.array { json in
          for group in groups { render(group, &json) }
        }
      }
      json.key("files") { json in
        json.array { json in
          for account in accounts { render(account, &json) }
        }
      }
    }
    return json.text + "\n"
  }

  private func render(_ group: FindingLog.Group, _ json: inout JSONWriter) {
    json.object { json in
      json.key("identifier") { $0.string(group.kind.identifier) }
      json.key("subject") { $0.string(group.subject) }
      json.key("file") { $0.string(group.file) }
      json.key("year") { json in
        if let year = group.year { json.number(String(year)) } else { json.null() }
      }
      json.key("count") { $0.number(String(group.count)) }
    }
  }

  private func render(
    _ finding: Finding, _ group: FindingLog.Group, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.key("identifier") { $0.string(finding.kind.identifier) }
      json.key("severity") { $0.string(finding.kind.severity.rawValue) }
      json.key("file") { $0.string(finding.location.file) }
      if let sheet = finding.location.sheet { json.key("sheet") { $0.string(sheet) } }
      json.key("line") { $0.number(String(finding.location.line)) }
      json.key("column") { $0.number(String(finding.location.column)) }
      json.key("length") { $0.number(String(finding.location.length)) }
      json.key("message") { $0.string(finding.summary(in: language)) }
      json.key("remedy") { $0.string(finding.remedy(in: language)) }
      json.key("suggestion") { json in
        if let suggestion = finding.suggestion { json.string(suggestion) } else { json.null() }
      }
      json.key("accepted") { json in
        if let acceptance = group.acceptance {
          json.string(acceptance.reason)
        } else {
          json.null()
        }
      }
    }
  }

  private func render(_ account: Account, _ json: inout JSONWriter) {
    json.object { json in
      json.key("file") { $0.string(account.file) }
      json.key("rows") { json in
        json.object { json in
          json.key("read") { $0.number(String(account.rowsRead)) }
          json.key("used") { $0.number(String(account.rowsUsed)) }
          json.key("other-years") { $0.number(String(account.rowsOfOtherYears)) }
          json.key("excluded") { json in
            json.object { json in
              for item in account.rowsExcluded {
                json.key(item.reason.rawValue) { $0.number(String(item.rows)) }
              }
            }
          }
          json.key("rejected") { $0.number(String(account.rowsRejected)) }
          json.key("without-quantity") { $0.number(String(account.rowsWithoutQuantity)) }
        }
      }
      json.key("sums") { json in
        json.array { json in
          for sum in account.sums { render(sum, &json) }
        }
      }
    }
  }

  private func render(_ sum: Account.Sum, _ json: inout JSONWriter) {
    let values: [(String, Number)] = [
      ("read", sum.read), ("used", sum.used), ("other-years", sum.otherYears),
      ("excluded", sum.excluded), ("rejected", sum.rejected),
    ]
    json.object { json in
      json.key("unit") { $0.string(sum.unit) }
      for (name, value) in values { json.key(name) { $0.number(value.description) } }
    }
  }
}
