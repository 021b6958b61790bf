import Diagnostics
import Quantities
import Tables

/// A file as it was received, handed over as rows of an activity file.
///
/// Cells keep the bytes of the file wherever they can, and places lead back into it, so that a
/// finding shows what whoever made the file would recognise.
struct ProfiledTable: Sendable {
  /// What becomes of a row.
  enum Fate: Sendable {
    case row
    /// A rule of the profile leaves it out.
    case excluded
    /// Its quantity is not known.
    case unknown
  }

  /// Where a cell of an activity row comes from.
  enum Plan: Sendable {
    case nothing
    case field(Int)
    case fields([Int])
    case formula(Formula, [Int])
    case text([UInt8])
  }

  let raw: RawTable
  let profile: Profile
  /// The names of the columns behind each cell, as the file writes them.
  let header: [String]
  /// Where the cells of a row come from; those of one that is split, where they are all the same.
  let plans: [Plan]
  /// The same for each of the rows that a row stands for.
  let parts: [[Plan]]
  private let values: [Int: [String: [UInt8]]]
  private let missing: Set<String>
  private let exclusions: [(fields: [Int], rule: Profile.Exclusion)]
  let curve: CurvePlan
  /// How numbers are written: as the profile says, or else the campus.
  let decimalMark: DecimalMark?
  let journeys: JourneyReader?

  /// Opens a file through its profile; nil, with findings, when it is not such a file.
  static func open(
    _ source: ByteSource, _ file: FileImport, _ campus: Campus, log: inout FindingLog
  ) -> ProfiledTable? {
    guard let profile = file.profile else {
      log.add(
        Finding(
          ProfileFindings.unknownProfile, at: file.recipe.location,
          [.init("name", file.recipe.profile)]), subject: file.recipe.profile)
      return nil
    }
    let errors = log.count(of: .error)
    let raw = ReceivedFile.open(source, profile, log: &log)
    if raw == nil, log.count(of: .error) > errors { return nil }
    if raw == nil, source.collect(0, 1).failed {
      log.add(Finding(source.failure, at: Location(file: source.name, line: 1)))
      return nil
    }
    guard let raw else {
      log.add(
        Finding(
          ProfileFindings.profileMismatch, at: Location(file: source.name),
          [
            .init("profile", profile.identifier),
            .init("expected", profile.header.joined(separator: ", ")),
          ]), subject: profile.identifier)
      return nil
    }
    return ProfiledTable(raw, profile, file.recipe, campus, log: &log)
  }

  private init?(
    _ raw: RawTable, _ profile: Profile, _ recipe: Recipe, _ campus: Campus,
    log: inout FindingLog
  ) {
    self.raw = raw
    self.profile = profile
    decimalMark = profile.decimalMark ?? campus.decimalMark
    let places = Dictionary(
      raw.header.enumerated().map { (FoldedText.fold($0.element), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    func place(_ names: [String]) -> Int? {
      names.lazy.compactMap { places[FoldedText.fold($0)] }.first
    }
    func plan(_ name: String, of part: Profile.Part = Profile.Part()) -> Plan {
      if let text = recipe.cells[name] { return .text(Array(text.utf8)) }
      let own = part.cells[name] != nil || part.constants[name] != nil
      switch own ? part.cells[name] : profile.cells[name] {
      case .column(let names): if let place = place(names) { return .field(place) }
      case .joined(let names):
        let places = names.compactMap { place([$0]) }
        if places.count == names.count { return .fields(places) }
      case .computed(let formula):
        let places = formula.columns.compactMap { place($0) }
        if places.count == formula.columns.count { return .formula(formula, places) }
      case .above(let place):
        let text = Self.above(place, raw)
        if !text.isEmpty || name != "meter" { return .text(Array(text.utf8)) }
        // A meter whose number is masked is still one meter: two exports of it must be seen to meet.
        let site = recipe.cells["site"] ?? ""
        return .text(Array("\(profile.identifier)@\(site)".utf8))
      case nil: break
      }
      let text = own ? part.constants[name] : profile.constants[name]
      return text.map { .text(Array($0.utf8)) } ?? .nothing
    }
    let columns = ActivityColumn.allCases.map(\.name)
    let plans = columns.map { plan($0) }
    self.plans = plans
    parts =
      profile.split.isEmpty
      ? [plans] : profile.split.map { part in columns.map { plan($0, of: part) } }
    header = zip(columns, plans).map { name, plan in
      if case .field(let place) = plan { return raw.header[place] }
      return name
    }
    let (own, clash) = profile.folded(recipe.values)
    var values: [Int: [String: [UInt8]]] = [:]
    for (index, name) in columns.enumerated() {
      let words = (profile.values[name] ?? [:]).merging(own[name] ?? [:]) { $1 }
      if !words.isEmpty { values[index] = words.mapValues { Array($0.utf8) } }
    }
    self.values = values
    missing = Set(profile.missing)
    exclusions = profile.exclusions.map { rule in
      (rule.columns.compactMap { place([$0]) }, rule)
    }
    var curve = CurvePlan()
    curve.clock = profile.clock
    switch plan("stamp") {
    case .field(let place): curve.stamp = [place]
    case .fields(let places): curve.stamp = places
    case .nothing, .text, .formula: break
    }
    if case .field(let place) = plan("step") { curve.step = place }
    for part in profile.split.isEmpty ? [Profile.Part()] : profile.split {
      if case .field(let place) = plan("quantity", of: part),
        case .text(let unit) = plan("unit", of: part),
        case .text(let covers) = plan("covers", of: part)
      {
        curve.intensities.append(
          .init(
            quantity: place, unit: String(decoding: unit, as: UTF8.self),
            covers: String(decoding: covers, as: UTF8.self)))
      }
    }
    self.curve = curve
    var dialect = NumberDialect()
    dialect.decimalMark = decimalMark
    journeys = profile.journey.map { JourneyReader($0, campus.distances, dialect, place: place) }
    if let clash { report(clash, recipe, log: &log) }
    guard report(missingIn: columns, log: &log), clash == nil, !hasDoubles(log: &log) else {
      return nil
    }
    reportPersons(log: &log)
  }

  /// The cells of a row as they stand in the file, those about persons left out.
  func shownCells(recordAt offset: Int, line: Int) -> [(name: String, value: String)] {
    zip(raw.header, raw.fields(recordAt: offset, line: line))
      .filter { !$0.1.isEmpty && !profile.isPersonal($0.0) }.map { (name: $0.0, value: $0.1) }
  }

  func isNothing(_ plan: Plan) -> Bool {
    if case .nothing = plan { return true }
    return false
  }

  /// The cell under a name in the lines above the table.
  private static func above(_ name: String, _ raw: RawTable) -> String {
    let folded = FoldedText.fold(name)
    for (line, cells) in raw.preamble.enumerated() {
      guard let place = cells.firstIndex(where: { FoldedText.fold($0) == folded }) else { continue }
      // Under the name in a table of two lines; beside it in a list.
      let isList = cells[place].last { $0 != " " } == ":"
      if !isList, line + 1 < raw.preamble.count, place < raw.preamble[line + 1].count,
        cells.count > 2
      {
        return raw.preamble[line + 1][place]
      }
      return place + 1 < cells.count ? cells[place + 1] : ""
    }
    return ""
  }

  /// The place of a cell of an activity row, in the file as it was received.
  func location(recordAt offset: Int, line: Int, column: Int?) -> Location {
    var field: Int?
    if let column, case .field(let place) = plans[column] { field = place }
    if field == nil, column == ActivityColumn.period.rawValue { field = curve.stamp.first }
    return raw.location(recordAt: offset, line: line, field: field)
  }

  /// Hands over every row; those of a load curve or an index as one row a day or a reading.
  ///
  /// Returns false when rows are missing at the end.
  func forEachRow(
    log: inout FindingLog, onRejected: (_ line: Int) -> Void,
    onInterval: (CurveInterval) -> Void = { _ in },
    _ body: (Record, Fate, inout FindingLog) -> Void
  ) -> Bool {
    switch profile.meaning {
    // Nothing is consumed in an intensity file: it is read by `IntensityReader`.
    case .intensity: return true
    case .amount:
      var amounts = AmountReader(self)
      let isWhole = forEachRaw(log: &log, onRejected: onRejected) { record, log in
        amounts.take(record, log: &log, onRejected: onRejected, body)
      }
      amounts.report(log: &log)
      return isWhole
    case .intervalEnd, .intervalStart, .index:
      var curves = CurveReader(self)
      var left = ExcludedRows(self)
      let isWhole = forEachRaw(log: &log, onRejected: onRejected) { record, log in
        if let rule = exclusion(of: record) {
          left.note(record, rule)
          build(record, plans) { body($0, .excluded, &log) }
        } else if let line = curves.take(
          record, log: &log, onInterval: onInterval, body)
        {
          onRejected(line)
        }
      }
      curves.finish(log: &log, onInterval: onInterval, body)
      left.report(log: &log)
      return isWhole
    }
  }

  func forEachRaw(
    log: inout FindingLog, onRejected: (_ line: Int) -> Void,
    _ body: (Record, inout FindingLog) -> Void
  ) -> Bool {
    let ends = profile.ends.map { FoldedText.fold($0) }
    return raw.forEachRecord(
      log: &log,
      isEnd: { record in
        guard !ends.isEmpty, record.count > 0 else { return false }
        let first = FoldedText.fold(CellText.string(record.field(0)))
        return ends.contains { first.hasPrefix($0) }
      }, onRejected: onRejected, body)
  }

  /// The bytes behind a cell of an activity row.
  func field(
    _ column: ActivityColumn, of record: Record, _ part: [Plan]? = nil
  ) -> UnsafeBufferPointer<UInt8> {
    guard case .field(let place) = (part ?? plans)[column.rawValue] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return self.field(place, of: record)
  }

  func field(_ place: Int, of record: Record) -> UnsafeBufferPointer<UInt8> {
    place < record.count ? record.field(place) : UnsafeBufferPointer(start: nil, count: 0)
  }

  /// True when a cell says that its value is not known.
  func isMissing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      || (!missing.isEmpty && missing.contains(FoldedText.fold(CellText.string(bytes))))
  }

  /// The rule that leaves a row out, by its place; nil for a row that counts.
  func exclusion(of record: Record) -> Int? {
    exclusions.firstIndex { fields, rule in
      fields.contains { place in
        let text = FoldedText.fold(CellText.string(field(place, of: record)))
        return switch rule.test {
        case .isOne(let words): words.contains { FoldedText.fold($0) == text }
        case .isNone(let words): !words.contains { FoldedText.fold($0) == text }
        case .begins(let words): words.contains { text.hasPrefix(Self.prefix($0)) }
        }
      }
    }
  }

  /// `AU - ` with what separates it: an `Autocar` does not begin so.
  private static func prefix(_ word: String) -> String {
    let ends = word.last == " " || word.last == "-"
    return FoldedText.fold(word) + (ends ? "-" : "")
  }

  /// A row of an activity file from a row of this one.
  func build(_ record: Record, _ part: [Plan], _ body: (Record) -> Void) {
    let place = (record.offset, record.line)
    withCells(of: record, part, replacing: [:], rows: 1, at: place, body)
  }

  /// A row of an activity file, some of its cells worked out.
  func withCells(
    of record: Record?, _ part: [Plan]? = nil, replacing worked: [ActivityColumn: String],
    rows: Int,
    at place: (offset: Int, line: Int), _ body: (Record) -> Void
  ) {
    var builder = RecordBuilder()
    for column in ActivityColumn.allCases {
      if let text = worked[column] {
        builder.append(text.utf8)
      } else {
        builder.append(cell(column, of: record, part))
      }
    }
    _ = builder.withRecord(offset: place.offset, line: place.line, rows: rows, body)
  }

  /// The bytes of a cell: those of the file, or what the profile or the recipe puts in their place.
  func cell(_ column: ActivityColumn, of record: Record?, _ part: [Plan]? = nil) -> [UInt8] {
    let bytes: [UInt8]
    switch (part ?? plans)[column.rawValue] {
    case .nothing: return []
    case .text(let text): bytes = text
    case .field(let place): bytes = record.map { Array(field(place, of: $0)) } ?? []
    case .fields(let places):
      let parts = places.map { place in record.map { Array(field(place, of: $0)) } ?? [] }
      bytes = Array(parts.joined(separator: [UInt8(ascii: "/")]))
    case .formula: return []  // Worked out by `AmountReader`.
    }
    if let words = values[column.rawValue] {
      let text = bytes.withUnsafeBufferPointer { CellText.string($0) }
      let key = profile.key(text, in: column.name)
      if let value = words[key] ?? Self.beginning(of: key, words) ?? words[Self.anything] {
        return value
      }
    }
    return column.isDate ? DateWords.period(bytes) : bytes
  }

  /// The key that stands for whatever is not named.
  private static let anything = FoldedText.fold("*")

  /// What the longest key that ends in `*` and fits stands for.
  private static func beginning(of text: String, _ words: [String: [UInt8]]) -> [UInt8]? {
    words.filter { key, _ in key.count > 1 && key.last == "*" && text.hasPrefix(key.dropLast()) }
      .max { $0.key.count < $1.key.count }?.value
  }

  /// The text of a cell of an activity row.
  func text(_ column: ActivityColumn, of record: Record) -> String {
    String(decoding: cell(column, of: record), as: UTF8.self)
  }
}

extension ActivityColumn {
  /// Its name in files.
  var name: String { Self.schema.columns[rawValue].identifier }

  fileprivate var isDate: Bool { self == .period || self == .from || self == .to }
}
