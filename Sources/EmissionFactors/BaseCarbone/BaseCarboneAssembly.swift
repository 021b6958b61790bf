import Diagnostics
import Quantities
import Tables

/// Brings rows together into elements and counts what becomes of each row.
struct BaseCarboneAssembly {
  let reader: TableReader
  private(set) var account: ReleaseAccount
  private(set) var elements: [ReleaseElement] = []

  init(reader: TableReader, account: ReleaseAccount) {
    self.reader = reader
    self.account = account
  }

  /// Rows of one identifier belong together, wherever they stand.
  mutating func gather(_ rows: [BaseCarboneRow], log: inout FindingLog) {
    var members: [String: [Int]] = [:]
    members.reserveCapacity(rows.count)
    for (place, row) in rows.enumerated() {
      if row.identifier.isEmpty {
        refuse(row, .badValue)
      } else {
        members[row.identifier, default: []].append(place)
      }
    }
    // Numbers by value, other identifiers after them.
    let order = members.keys.map { (Int($0) ?? .max, $0) }.sorted { $0 < $1 }
    for (_, identifier) in order { settle((members[identifier] ?? []).map { rows[$0] }, log: &log) }
  }

  /// The rows of one element: it stands or falls whole.
  private mutating func settle(_ rows: [BaseCarboneRow], log: inout FindingLog) {
    let heads = rows.filter { !$0.isStage }
    guard let head = heads.first else {
      for row in rows {
        report(ReleaseFindings.orphanStage, row, [.init("name", row.identifier)], log: &log)
        refuse(row, .orphan)
      }
      return
    }
    if heads.count > 1 {
      for row in heads.dropFirst() {
        report(
          FactorFindings.duplicateIdentifier, row,
          [.init("name", row.identifier), .init("other", "\(reader.source.name):\(head.line)")],
          log: &log)
      }
      for row in rows { refuse(row, .duplicate) }
      return
    }
    guard case .element(var element) = head.content, rows.allSatisfy({ $0.refusal == nil }) else {
      for row in rows { refuse(row, .partOfRefused) }
      return
    }
    // A stage in another unit than its element could not be added to the others.
    let strangers = rows.filter { $0.unit != head.unit }
    if !strangers.isEmpty {
      for row in strangers { reportUnit(of: row, element.unit.published, log: &log) }
      for row in rows { refuse(row, row.unit == head.unit ? .partOfRefused : .badValue) }
      return
    }
    for row in rows {
      if case .stage(let stage) = row.content { element.stages.append(stage) }
    }
    name(&element, rows, head, log: &log)
    check(element, rows, head, log: &log)
    count(rows, isArchived: element.status == .archived)
    elements.append(element)
  }

  /// A row's own reason wins over the one that it shares with the others.
  private mutating func refuse(_ row: BaseCarboneRow, _ reason: ReleaseAccount.Refusal) {
    account.refused[row.refusal ?? reason, default: 0] += 1
  }

  private mutating func count(_ rows: [BaseCarboneRow], isArchived: Bool) {
    let counted = ReleaseAccount.Rows(elements: 1, stages: rows.count - 1)
    if isArchived {
      account.archived.elements += counted.elements
      account.archived.stages += counted.stages
    } else {
      account.imported.elements += counted.elements
      account.imported.stages += counted.stages
    }
  }

  /// Files the further gases under what their codes mean; stages take theirs from the element.
  private func name(
    _ element: inout ReleaseElement, _ rows: [BaseCarboneRow], _ head: BaseCarboneRow,
    log: inout FindingLog
  ) {
    name(&element.own, head, head, log: &log)
    for (place, row) in rows.filter(\.isStage).enumerated() {
      name(&element.stages[place].split, row, head, log: &log)
    }
  }

  private func name(
    _ split: inout ReleaseSplit, _ row: BaseCarboneRow, _ head: BaseCarboneRow,
    log: inout FindingLog
  ) {
    for extra in row.extras {
      let own = row.codes[extra.place]
      let code = own.isEmpty ? head.codes[extra.place] : own
      // Every unused place of the file holds a zero.
      if code.isEmpty, extra.value.isZero { continue }
      let gas = BaseCarboneWords.gas(code: code)
      if gas == nil, !extra.value.isZero {
        report(
          ReleaseFindings.unknownGasCode, row,
          [.init("name", row.identifier), .init("code", code)], log: &log)
      }
      split.parts.append(.init(code: code, gas: gas ?? .unspecified, value: extra.value))
    }
  }

  /// What a total holds beyond its parts stays as rounding; more than rounding is said.
  private func check(
    _ element: ReleaseElement, _ rows: [BaseCarboneRow], _ head: BaseCarboneRow,
    log: inout FindingLog
  ) {
    if !element.stages.isEmpty {
      compare(head, element.own.total, element.stages.map(\.split.total), log: &log)
    }
    compare(head, element.own, log: &log)
    for (row, stage) in zip(rows.filter(\.isStage), element.stages) {
      compare(row, stage.split, log: &log)
    }
  }

  private func compare(_ row: BaseCarboneRow, _ split: ReleaseSplit, log: inout FindingLog) {
    let gases = split.parts.filter { !$0.gas.isApart }
    if !gases.isEmpty { compare(row, split.total, gases.map(\.value), log: &log) }
  }

  private func compare(
    _ row: BaseCarboneRow, _ total: Number, _ parts: [Number], log: inout FindingLog
  ) {
    let difference = total - parts.reduce(.zero, +)
    let size = difference.mantissa.magnitude
    guard size > total.mantissa.magnitude / 50, size > row.lastDigit.mantissa.magnitude else {
      return
    }
    report(
      FactorFindings.partsDiffer, row,
      [.init("total", total.description), .init("difference", difference.description)], log: &log)
  }

  private func reportUnit(
    of row: BaseCarboneRow, _ expected: String, log: inout FindingLog
  ) {
    let column = BaseCarboneColumn.unitFrench
    log.add(
      FactorFindings.badValue, subject: column.header, file: reader.source.name, line: row.line
    ) {
      Finding(
        FactorFindings.badValue,
        at: reader.location(recordAt: row.offset, line: row.line, column: column.place),
        [
          .init("value", row.unit), .init("column", column.header),
          .init("expected-fr", expected), .init("expected-en", expected),
        ])
    }
  }

  private func report(
    _ kind: FindingKind, _ row: BaseCarboneRow, _ facts: [Finding.Fact], log: inout FindingLog
  ) {
    log.add(kind, subject: row.identifier, file: reader.source.name, line: row.line) {
      Finding(
        kind, at: reader.location(recordAt: row.offset, line: row.line, column: nil), facts)
    }
  }
}
