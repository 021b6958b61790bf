import Quantities
import Tables

/// What the rows gone by have taught about those to come: a row that is made of nothing else needs
/// no word said about it, and is only added.
///
/// Learned in the order of rows, from rows that were used. Threads work with a copy: what it does
/// not know yet is left to the one that goes row by row.
struct KnownRows: Sendable {
  /// Lines of one activity, unit and year.
  struct Kind: Sendable {
    var activity: Int32
    var unit: Int32
    var year: Int
  }

  /// An activity in a unit.
  struct Measure: BitwiseCopyable {
    /// The largest quantity, as a mantissa.
    let limit: Int128
    /// The same in whole millionths, as far as so many can be added.
    let shortLimit: UInt64
    let activity: Int32
    let unit: Int32

    init(_ line: ActivityLine, limit: Number) {
      self.limit = limit.mantissa
      let millionths = max(0, limit.mantissa) / ShortNumbers.millionth
      shortLimit = UInt64(min(millionths, Int128(ShortSum.most)))
      activity = line.activity
      unit = line.unit
    }
  }

  /// Where a year stands among `yearPlaces`.
  static func index(ofYear year: Int) -> Int32 {
    let index = year - firstYear
    return (0..<yearSpan).contains(index) ? Int32(index) : noYear
  }

  /// Two numbers in one: the lower half is the site, counted from 1; the upper half is where in a `SumTable` its
  /// rows are added, or those of the building (in our own numbers, -1 for none), `first` being that of the first
  /// building.
  static func place(site: Int32, building: Int32, first: Int32) -> Int64 {
    let spot = building < 0 ? site + 1 : first + building
    return Int64(spot) << 32 | Int64(site + 1)
  }

  private(set) var words: CellWords
  /// The buildings and tags met, numbered as they came; as `Vocabulary` has them.
  private(set) var buildings: [Int32] = []
  /// The site of each of these; -1 for the whole campus.
  private(set) var buildingSites: [Int32] = []
  private(set) var tags: [Int32] = []
  /// Activities in a unit as they came: what the vocabulary calls them, and the largest quantity.
  private(set) var measures: [Measure] = []
  /// The least of their limits.
  private(set) var leastLimit = UInt64.max
  /// (activity, unit) → its place among the measures.
  private var measurePlaces: [Pair: Int32] = [:]
  private(set) var kinds: [Kind] = []
  /// (measure, year) → kind, -1 for none.
  private(set) var kindPlaces: [Int32] = []
  /// (kind, site) → whether lines of it can be added.
  private(set) var isKnown: [Bool] = []
  /// Year → its place in the above; the last stands for all years that are none.
  private(set) var yearPlaces = [Int8](repeating: -1, count: Self.yearSpan + 1)
  private var yearCount = 0
  /// Sites, and the whole campus before them.
  let siteCount: Int
  private let joint: UInt8?
  /// True once the file is known not to be UTF-8.
  var isForeign = false
  /// True while rows are looked up among those gone by.
  var comparesRows = true

  private struct Pair: Hashable {
    var activity: Int32
    var unit: Int32
  }

  private static let firstYear = 1890
  private static let yearSpan = 320
  /// Where a year is not told.
  static let noYear = Int32(yearSpan)
  static let yearStride = 16
  /// More of one sort are not learned: their rows are read one by one.
  private static let most = (measures: 1024, buildings: 4096, kinds: 1024)
  static let mostTags = 63

  /// Places are learned as one cell as well, where a delimiter is told that may stand between the two.
  init(siteCount: Int, joint: UInt8? = nil) {
    self.siteCount = siteCount + 1
    self.joint = joint
    var words = CellWords()
    // What an empty cell means is known from the start.
    _ = Self.withCells(nil, nil) {
      words.learn($0, $1, tag: .tags, value: -1)
      words.learn($0, $1, tag: .status, value: Int64(ActivityLine.Status.unstated.rawValue))
      return true
    }
    self.words = words
  }

  /// Learns the words of a row that was used; true when one of them was new.
  mutating func learn(_ row: RowContext, _ line: ActivityLine, limit: Number) -> Bool {
    let before = words.count
    learn(row, .activity, .unit, .measure) { $0.measure(line, limit).map { Int64($0) } }
    let isPlace = learn(row, .site, .building, .place) { $0.place(line) }
    if isPlace, let joint {
      let (site, building) = (ActivityColumn.site.rawValue, ActivityColumn.building.rawValue)
      let cell = Array(row.bytes(site)) + [joint] + Array(row.bytes(building))
      cell.withUnsafeBufferPointer { _ = learn($0, nil, .joinedPlace) { $0.place(line) } }
    }
    learn(row, .tags, nil, .tags) {
      Self.number(of: line.tags, in: &$0.tags, Self.mostTags).map { Int64($0) }
    }
    learn(row, .status, nil, .status) { _ in Int64(line.status.rawValue) }
    return words.count > before
  }

  /// Its place among the measures; nil when there are too many.
  private mutating func measure(_ line: ActivityLine, _ limit: Number) -> Int32? {
    let pair = Pair(activity: line.activity, unit: line.unit)
    if let place = measurePlaces[pair] { return place }
    if measures.count == Self.most.measures { return nil }
    let place = Int32(measures.count)
    measurePlaces[pair] = place
    let measure = Measure(line, limit: limit)
    measures.append(measure)
    leastLimit = min(leastLimit, measure.shortLimit)
    kindPlaces += [Int32](repeating: -1, count: Self.yearStride)
    return place
  }

  /// Where its rows are added; nil when there are too many buildings.
  private mutating func place(_ line: ActivityLine) -> Int64? {
    let first = Int32(SumTable.Layout(sites: siteCount).building)
    if line.building < 0 { return Self.place(site: line.site, building: -1, first: first) }
    guard let number = Self.number(of: line.building, in: &buildings, Self.most.buildings)
    else { return nil }
    // A building is of one site.
    if buildingSites.count < buildings.count { buildingSites.append(line.site) }
    return Self.place(site: line.site, building: number, first: first)
  }

  /// Our own number for one of theirs; nil when there are too many.
  private static func number(of value: Int32, in list: inout [Int32], _ most: Int) -> Int32? {
    if let place = list.firstIndex(of: value) { return Int32(place) }
    if list.count == most { return nil }
    list.append(value)
    return Int32(list.count - 1)
  }

  /// True when the word is known then.
  @discardableResult
  private mutating func learn(
    _ row: RowContext, _ first: ActivityColumn, _ second: ActivityColumn?, _ tag: CellWords.Tag,
    _ value: (inout KnownRows) -> Int64?
  ) -> Bool {
    learn(row.bytes(first.rawValue), second.map { row.bytes($0.rawValue) }, tag, value)
  }

  @discardableResult
  private mutating func learn(
    _ cell: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>?, _ tag: CellWords.Tag,
    _ value: (inout KnownRows) -> Int64?
  ) -> Bool {
    if max(cell.count, other?.count ?? 0) > CellWords.longest { return false }
    if words.count >= CellWords.most { return false }
    return Self.withCells(cell, other) {
      if words.value($0, $1, tag: tag) != CellWords.unknown { return true }
      for text in [$0.text, $1.text] {
        if CellText.isDamaged(text) || SubtotalWatch.saysTotal(text) { return false }
      }
      guard let value = value(&self) else { return false }
      words.learn($0, $1, tag: tag, value: value)
      return true
    }
  }

  /// Two cells with room behind them for whoever looks up words.
  private static func withCells(
    _ first: UnsafeBufferPointer<UInt8>?, _ second: UnsafeBufferPointer<UInt8>?,
    _ body: (RowBatch.Cell, RowBatch.Cell) -> Bool
  ) -> Bool {
    let (count, other) = (first?.count ?? 0, second?.count ?? 0)
    let size = count + other + CellWords.margin
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { padded in
      guard let base = padded.baseAddress else { return false }
      padded.initialize(repeating: 0)
      if let bytes = first?.baseAddress { base.update(from: bytes, count: count) }
      if let bytes = second?.baseAddress { (base + count).update(from: bytes, count: other) }
      return body(
        RowBatch.Cell(bytes: base, count: count), RowBatch.Cell(bytes: base + count, count: other))
    }
  }

  /// Where the kind of a line stands among `kindPlaces`; nil when its measure or its year has none.
  private func place(of line: ActivityLine, year: Int) -> Int? {
    let yearPlace = Int(yearPlaces[Int(Self.index(ofYear: year))])
    guard let measure = measurePlaces[Pair(activity: line.activity, unit: line.unit)]
    else { return nil }
    return yearPlace < 0 ? nil : Int(measure) * Self.yearStride + yearPlace
  }

  /// True when lines like this one can be added.
  func knows(_ line: ActivityLine, year: Int) -> Bool {
    guard let place = place(of: line, year: year), kindPlaces[place] >= 0 else { return false }
    return isKnown[Int(kindPlaces[place]) * siteCount + Int(line.site) + 1]
  }

  /// Learns that lines like this one can be added.
  mutating func learn(_ line: ActivityLine, year: Int) {
    learn(year: year)
    guard let place = place(of: line, year: year) else { return }
    if kindPlaces[place] < 0 {
      if kinds.count == Self.most.kinds { return }
      kindPlaces[place] = Int32(kinds.count)
      kinds.append(Kind(activity: line.activity, unit: line.unit, year: year))
      isKnown += [Bool](repeating: false, count: siteCount)
    }
    isKnown[Int(kindPlaces[place]) * siteCount + Int(line.site) + 1] = true
  }

  private mutating func learn(year: Int) {
    let index = Self.index(ofYear: year)
    guard index != Self.noYear, yearPlaces[Int(index)] < 0, yearCount < Self.yearStride
    else { return }
    yearPlaces[Int(index)] = Int8(yearCount)
    yearCount += 1
  }
}
