import Diagnostics
import Quantities
import Tables

/// Reads the cells of one row.
struct BaseCarboneDecoder {
  private let reader: TableReader
  private let places: [Int?]

  init(_ reader: TableReader) {
    self.reader = reader
    places = reader.places
  }

  func row(_ record: Record, log: inout FindingLog) -> BaseCarboneRow {
    let identifier = text(record, .identifier)
    let type = text(record, .rowType)
    var row = BaseCarboneRow(
      identifier: identifier, content: .refused(.badValue, isStage: type == "Poste"),
      offset: record.offset, line: record.line)
    if identifier.isEmpty {
      report(record, .identifier, Text(fr: "un identifiant", en: "an identifier"), log: &log)
    } else if type == "Elément" {
      row.content = element(record, identifier, log: &log)
    } else if type == "Poste" {
      row.content = stage(record, log: &log)
    } else {
      report(record, .rowType, Text(same: "Elément, Poste"), log: &log)
    }
    if row.refusal != nil { return row }
    guard let extras = extras(record, log: &log) else {
      row.content = .refused(.badValue, isStage: row.isStage)
      return row
    }
    row.extras = extras
    row.codes = BaseCarboneColumn.extraGases.map { text(record, $0.code) }
    row.lastDigit = lastDigit(record)
    row.unit = text(record, .unitFrench)
    return row
  }

  private func element(_ record: Record, _ identifier: String, log: inout FindingLog)
    -> BaseCarboneRow.Content
  {
    guard let status = word(record, .status, BaseCarboneWords.statuses, log: &log),
      let kind = word(record, .elementType, BaseCarboneWords.kinds, log: &log),
      let split = split(record, log: &log)
    else { return .refused(.badValue, isStage: false) }
    var element = ReleaseElement()
    if !field(record, .uncertainty).isEmpty {
      guard let value = number(record, .uncertainty, log: &log) else {
        return .refused(.badValue, isStage: false)
      }
      element.uncertainty = value
    }
    element.identifier = identifier
    element.name = both(record, .nameFrench, .nameEnglish)
    element.category = text(record, .category)
    switch unit(record, element, log: &log) {
    case .success(let unit): element.unit = unit
    case .failure(let refusal): return .refused(refusal.reason, isStage: false)
    }
    element.status = status
    element.kind = kind
    element.own = split
    describe(&element, record)
    element.created = date(record, .created)
    element.modified = date(record, .modified)
    return .element(element)
  }

  private func describe(_ element: inout ReleaseElement, _ record: Record) {
    element.attribute = both(record, .attributeFrench, .attributeEnglish)
    element.boundary = both(record, .boundaryFrench, .boundaryEnglish)
    element.tags = both(record, .tagsFrench, .tagsEnglish)
    element.validity = text(record, .validity)
    element.location = text(record, .location)
    element.place = both(record, .placeFrench, .placeEnglish)
    element.contributor = text(record, .contributor)
    element.otherContributors = text(record, .otherContributors)
    element.programme = text(record, .programme)
    element.programmeAddress = text(record, .programmeAddress)
    element.source = text(record, .source)
    element.comment = both(record, .commentFrench, .commentEnglish)
  }

  private func stage(_ record: Record, log: inout FindingLog) -> BaseCarboneRow.Content {
    guard let stage = word(record, .stageType, BaseCarboneWords.stages, log: &log),
      let split = split(record, log: &log)
    else { return .refused(.badValue, isStage: true) }
    return .stage(
      ReleaseStage(
        stage: stage, name: both(record, .stageNameFrench, .stageNameEnglish), split: split))
  }

  /// Why a unit is refused, as an error that a result can carry.
  private struct UnitRefusal: Error {
    var reason: ReleaseAccount.Refusal
  }

  private func unit(_ record: Record, _ element: ReleaseElement, log: inout FindingLog)
    -> Result<ReleaseUnit, UnitRefusal>
  {
    let published = text(record, .unitFrench)
    let known =
      published.isEmpty
      ? BaseCarboneUnits.unit(ofCategory: element.category)
      : BaseCarboneUnits.unit(published: published)
    if var unit = known {
      unit.published = published
      return .success(unit)
    }
    let kind = published.isEmpty ? ReleaseFindings.missingUnit : ReleaseFindings.unknownUnit
    log.add(kind, subject: published, file: reader.source.name, line: record.line) {
      Finding(
        kind, at: location(record, .unitFrench),
        [.init("name", element.identifier + " " + element.name.fr), .init("unit", published)])
    }
    return .failure(UnitRefusal(reason: published.isEmpty ? .missingUnit : .unknownUnit))
  }

  /// The total and the gases of a row; nil when one of them is no number.
  private func split(_ record: Record, log: inout FindingLog) -> ReleaseSplit? {
    guard let total = number(record, .total, log: &log) else { return nil }
    var parts: [ReleaseSplit.Part] = []
    func add(_ column: BaseCarboneColumn, _ code: String, _ gas: Gas) -> Bool {
      if field(record, column).isEmpty { return true }
      guard let value = number(record, column, log: &log) else { return false }
      parts.append(.init(code: code, gas: gas, value: value))
      return true
    }
    for (column, gas) in BaseCarboneColumn.gases {
      guard add(column, column.header, gas) else { return nil }
    }
    guard add(.otherGases, BaseCarboneColumn.otherGases.header, .other),
      add(.co2Biogenic, BaseCarboneColumn.co2Biogenic.header, .co2Biogenic)
    else { return nil }
    return ReleaseSplit(total: total, parts: parts)
  }

  /// The further gases; nil when one of them is no number.
  private func extras(_ record: Record, log: inout FindingLog) -> [BaseCarboneRow.Extra]? {
    var extras: [BaseCarboneRow.Extra] = []
    for (place, gas) in BaseCarboneColumn.extraGases.enumerated()
    where !field(record, gas.value).isEmpty {
      guard let value = number(record, gas.value, log: &log) else { return nil }
      extras.append(.init(place: place, value: value))
    }
    return extras
  }

  /// One in the last place that the total is published with: `0,215` → 0.001, `4,00E-03` → 0.00001.
  private func lastDigit(_ record: Record) -> Number {
    let text = text(record, .total)
    let parts = text.split(separator: "E", omittingEmptySubsequences: false)
    let decimals = parts.first?.split(separator: ",").dropFirst().first?.count ?? 0
    let power = decimals - (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    var digit = Number.one
    for _ in 0..<min(max(0, power), Number.scale) { digit.mantissa /= 10 }
    return digit
  }

  private func number(_ record: Record, _ column: BaseCarboneColumn, log: inout FindingLog)
    -> Number?
  {
    let dialect = NumberDialect(decimalMark: .comma, allowsExponent: true)
    // More than twelve decimals would be rounded: no published figure is changed in silence.
    if case .success(let reading) = NumberText.read(field(record, column), dialect: dialect),
      !reading.roundedDigits
    {
      return reading.number
    }
    report(
      record, column, Text(fr: "un nombre, avec une virgule", en: "a number, with a comma"),
      log: &log)
    return nil
  }

  /// A date as year-month-day; words that are no date are left as they are.
  private func date(_ record: Record, _ column: BaseCarboneColumn) -> String {
    let bytes = field(record, column)
    func number(_ range: Range<Int>) -> Int {
      bytes[range].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }
    // dd/mm/yyyy
    let isDate =
      bytes.count == 10
      && bytes.indices.allSatisfy { place in
        place == 2 || place == 5 ? bytes[place] == 0x2F : bytes[place] &- 0x30 < 10
      }
    if isDate, CalendarDate(year: number(6..<10), month: number(3..<5), day: number(0..<2)) != nil {
      let order = [6, 7, 8, 9, -1, 3, 4, -1, 0, 1]
      return String(decoding: order.map { $0 < 0 ? 0x2D : bytes[$0] }, as: UTF8.self)
    }
    return text(record, column)
  }

  private func word<Value>(
    _ record: Record, _ column: BaseCarboneColumn, _ words: [String: Value], log: inout FindingLog
  ) -> Value? {
    if let value = words[text(record, column)] { return value }
    let known = words.keys.sorted().joined(separator: ", ")
    report(record, column, Text(fr: "l'un de : \(known)", en: "one of: \(known)"), log: &log)
    return nil
  }

  private func both(_ record: Record, _ french: BaseCarboneColumn, _ english: BaseCarboneColumn)
    -> Text
  {
    Text(fr: text(record, french), en: text(record, english))
  }

  private func text(_ record: Record, _ column: BaseCarboneColumn) -> String {
    BaseCarboneText.clean(field(record, column))
  }

  private func field(_ record: Record, _ column: BaseCarboneColumn) -> UnsafeBufferPointer<UInt8> {
    guard let place = places[column.place], place < record.count else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return record.field(place)
  }

  private func location(_ record: Record, _ column: BaseCarboneColumn) -> Location {
    reader.location(recordAt: record.offset, line: record.line, column: column.place)
  }

  private func report(
    _ record: Record, _ column: BaseCarboneColumn, _ expected: Text, log: inout FindingLog
  ) {
    log.add(
      FactorFindings.badValue, subject: column.header, file: reader.source.name,
      line: record.line
    ) {
      Finding(
        FactorFindings.badValue, at: location(record, column),
        [
          .init("value", text(record, column)), .init("column", column.header),
          .init("expected-fr", expected.fr), .init("expected-en", expected.en),
        ])
    }
  }
}
