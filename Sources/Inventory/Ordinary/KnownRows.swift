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
    /// The same in whole millionths, as far as there are that many.
    let shortLimit: UInt64
    let activity: Int32
    let unit: Int32

    init(_ line: ActivityLine, limit: Number) {
      self.limit = limit.mantissa
      shortLimit = UInt64(Int64(clamping: max(0, limit.mantissa) / ShortNumbers.millionth))
      activity = line.activity
      unit = line.unit
    }
  }

  /// The unit that an activity came in first, so that it need not be looked up.
  struct UsualUnit: BitwiseCopyable {
    var bytes = CellWords.Word()
    /// Ones where it has bytes.
    var mask = CellWords.Word()
    /// -1 for none.
    var length: Int32 = -1
    /// What the two are among the measures.
    var measure: Int32 = -1

    @inline(__always)
    func isSame(_ cell: RowBatch.Cell) -> Bool {
      guard cell.count == Int(length) else { return false }
      let found = UnsafeRawPointer(cell.bytes).loadUnaligned(as: CellWords.Word.self)
      let difference = (found & mask) ^ bytes
      return difference[0] | difference[1] == 0
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

  private(set) var words = CellWords()
  /// The activities, units, buildings and tags met, numbered as they came; as `Vocabulary` has them.
  private(set) var activities: [Int32] = []
  private(set) var units: [Int32] = []
  private(set) var buildings: [Int32] = []
  /// The site of each of these; -1 for the whole campus.
  private(set) var buildingSites: [Int32] = []
  private(set) var tags: [Int32] = []
  /// Activities in a unit as they came: what the vocabulary calls them, and the largest quantity.
  private(set) var measures: [Measure] = []
  /// (activity, unit) → its place among the measures, -1 for none.
  private(set) var pairs: [Int32] = []
  private(set) var usualUnits: [UsualUnit] = []
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
  /// True once the file is known not to be UTF-8.
  var isForeign = false
  /// True while rows are looked up among those gone by.
  var comparesRows = true

  private static let firstYear = 1890
  private static let yearSpan = 320
  /// Where a year is not told.
  static let noYear = Int32(yearSpan)
  static let unitStride = 32
  static let yearStride = 16
  /// More of one sort are not learned: their rows are read one by one.
  private static let most = (activities: 1024, buildings: 4096, kinds: 1024)
  static let mostTags = 63

  /// The columns whose cells are words.
  enum Column {
    static let activity = 0
    static let unit = 1
    static let site = 2
    static let tags = 3
    static let status = 4
    /// A site and a building side by side.
    static let place = 5
    /// A building's name means something on its site only.
    ///
    /// One of no site, -1, has a column too.
    static func building(site: Int32) -> Int { place + 2 + Int(site) }
  }

  init(siteCount: Int) { self.siteCount = siteCount + 1 }

  /// Learns the words of a row that was used; true when one of them was new.
  mutating func learn(_ row: RowContext, _ line: ActivityLine, limit: Number) -> Bool {
    let before = words.count
    let status = Int32(line.status.rawValue)
    learn(row, .activity, Column.activity) {
      Self.number(of: line.activity, in: &$0.activities, Self.most.activities)
    }
    learn(row, .unit, Column.unit) { Self.number(of: line.unit, in: &$0.units, Self.unitStride) }
    learn(row, .site, Column.site) { _ in line.site }
    learn(row, .status, Column.status) { _ in status }
    learn(row, .building, Column.building(site: line.site)) {
      let number = Self.number(of: line.building, in: &$0.buildings, Self.most.buildings)
      // A building is of one site.
      if $0.buildingSites.count < $0.buildings.count { $0.buildingSites.append(line.site) }
      return number
    }
    learn(row, .tags, Column.tags) { Self.number(of: line.tags, in: &$0.tags, Self.mostTags) }
    if words.count > before { learnPlace(row, line) }
    let missing = activities.count - usualUnits.count
    usualUnits += [UsualUnit](repeating: UsualUnit(), count: missing)
    pairs += [Int32](repeating: -1, count: missing * Self.unitStride)
    if let activity = activities.firstIndex(of: line.activity),
      let unit = units.firstIndex(of: line.unit)
    {
      let pair = activity * Self.unitStride + unit
      if pairs[pair] < 0 {
        pairs[pair] = Int32(measures.count)
        measures.append(Measure(line, limit: limit))
        kindPlaces += [Int32](repeating: -1, count: Self.yearStride)
      }
      learnUsualUnit(row.bytes(ActivityColumn.unit.rawValue), activity, measure: pairs[pair])
    }
    return words.count > before
  }

  private mutating func learnUsualUnit(
    _ bytes: UnsafeBufferPointer<UInt8>, _ activity: Int, measure: Int32
  ) {
    guard usualUnits[activity].length < 0, !bytes.isEmpty, bytes.count <= 16,
      !CellText.isDamaged(bytes)
    else { return }
    var usual = UsualUnit()
    usual.mask = CellWords.masks[min(16, bytes.count)]
    withUnsafeMutableBytes(of: &usual.bytes) { $0.copyBytes(from: bytes) }
    usual.length = Int32(bytes.count)
    usual.measure = measure
    usualUnits[activity] = usual
  }

  /// Our own number for one of theirs; nil when there are too many.
  private static func number(of value: Int32, in list: inout [Int32], _ most: Int) -> Int32? {
    if let place = list.firstIndex(of: value) { return Int32(place) }
    if list.count == most { return nil }
    list.append(value)
    return Int32(list.count - 1)
  }

  private mutating func learn(
    _ row: RowContext, _ column: ActivityColumn, _ tag: Int,
    _ value: (inout KnownRows) -> Int32?
  ) {
    let bytes = row.bytes(column.rawValue)
    if SubtotalWatch.saysTotal(bytes) { return }
    learn(bytes, tag) { value(&$0).map { Int64($0) } }
  }

  private mutating func learn(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tag: Int, _ value: (inout KnownRows) -> Int64?
  ) {
    guard !bytes.isEmpty, bytes.count <= CellWords.longest, words.count < 1 << 15,
      !CellText.isDamaged(bytes)
    else { return }
    // Words are read sixteen bytes at a time: room for that behind the last byte.
    let size = bytes.count + CellWords.margin
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size) { padded in
      guard let base = padded.baseAddress else { return }
      padded.initialize(repeating: 0)
      for index in bytes.indices { padded[index] = bytes[index] }
      let cell = RowBatch.Cell(bytes: base, count: bytes.count)
      if words.value(cell, column: tag) != CellWords.unknown { return }
      guard let value = value(&self) else { return }
      words.learn(cell, column: tag, value: value)
    }
  }

  /// Learns a site and a building that stand side by side, when both are known words, and the site alone.
  private mutating func learnPlace(_ row: RowContext, _ line: ActivityLine) {
    let site = row.bytes(ActivityColumn.site.rawValue)
    if site.isEmpty || SubtotalWatch.saysTotal(site) || CellText.isDamaged(site) { return }
    learnPlace(Array(site) + [row.file.delimiter], site: line.site, building: -1)
    let building = row.bytes(ActivityColumn.building.rawValue)
    // Together they may read like a text in which nothing is damaged.
    if SubtotalWatch.saysTotal(building) || CellText.isDamaged(building) { return }
    guard line.building >= 0, let number = buildings.firstIndex(of: line.building) else { return }
    learnPlace(
      Array(site) + [row.file.delimiter] + Array(building), site: line.site, building: Int32(number)
    )
  }

  private mutating func learnPlace(_ both: [UInt8], site: Int32, building: Int32) {
    let first = Int32(SumTable.Layout(sites: siteCount).building)
    both.withUnsafeBufferPointer { both in
      learn(both, Column.place) { _ in Self.place(site: site, building: building, first: first) }
    }
  }

  /// Where the kind of a line stands among `kindPlaces`; nil when its words or its year have none.
  private func place(of line: ActivityLine, year: Int) -> Int? {
    guard let activity = activities.firstIndex(of: line.activity),
      let unit = units.firstIndex(of: line.unit)
    else { return nil }
    let yearPlace = Int(yearPlaces[Int(Self.index(ofYear: year))])
    let measure = Int(pairs[activity * Self.unitStride + unit])
    return yearPlace < 0 || measure < 0 ? nil : measure * Self.yearStride + yearPlace
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
