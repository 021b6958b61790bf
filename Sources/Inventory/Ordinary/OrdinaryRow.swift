import Quantities
import Tables

/// How the cells of a record stand in its bytes.
protocol CellForm {
  /// True when a cell is all that lies between two delimiters.
  static var isPlain: Bool { get }
}

/// No quotes, and no CR at the end of a line.
enum PlainCells: CellForm {
  static var isPlain: Bool { true }
}

/// Perhaps quotes around a cell, and perhaps CR LF.
enum QuotedCells: CellForm {
  static var isPlain: Bool { false }
}

/// What a row is held against: plain pointers and numbers, so that copying it costs nothing.
struct OrdinaryRow {
  /// The columns, as in `OrdinaryColumns`.
  let count: Int
  let period: Int
  let quantity: Int
  let activity: Int
  let unit: Int
  let site: Int
  let building: Int
  let tags: Int
  let status: Int
  let label: Int
  let empty: UnsafeBufferPointer<Int>
  let free: UnsafeBufferPointer<Int>
  /// What is known, as in `KnownRows`.
  let words: CellWords.View
  let kindPlaces: UnsafeBufferPointer<Int32>
  let isKnown: UnsafeBufferPointer<Bool>
  let yearPlaces: UnsafeBufferPointer<Int8>
  let measures: UnsafeBufferPointer<KnownRows.Measure>
  /// Sites and buildings that were met together.
  let places: UnsafeBufferPointer<KnownRows.Place>
  let isPlaceOneWord: Bool
  let siteCount: Int
  let siteWhenEmpty: Int32
  let dialect: NumberDialect
  /// The decimal mark declared; 0 for none.
  let mark: UInt8
  let isForeign: Bool
  let comparesRows: Bool
  let memo: Unmanaged<PeriodMemo>
  let sums: SumTable.View
  let layout: SumTable.Layout

  /// A record of the right number of fields.
  private struct Cells<Form: CellForm> {
    let bytes: UnsafePointer<UInt8>
    let ends: UnsafePointer<Int32>
    let count: Int

    /// The bytes of a cell.
    @inline(__always)
    subscript(place: Int) -> (bytes: UnsafePointer<UInt8>, count: Int) {
      var start = Int(ends[place &- 1]) &+ 1
      var end = Int(ends[place])
      if !Form.isPlain {
        if place == count &- 1, end > start, bytes[end &- 1] == 0x0D { end &-= 1 }
        if bytes[start] == 0x22, end > start {
          start &+= 1
          end &-= 1
        }
      }
      return (bytes + start, end &- start)
    }

    /// The bytes of two cells side by side and of the delimiter between them.
    @inline(__always)
    func both(_ place: Int) -> (bytes: UnsafePointer<UInt8>, count: Int) {
      let start = Int(ends[place &- 1]) &+ 1
      return (bytes + start, Int(ends[place &+ 1]) &- start)
    }

    @inline(__always)
    func text(_ place: Int) -> UnsafeBufferPointer<UInt8> {
      let cell = self[place]
      return UnsafeBufferPointer(start: cell.bytes, count: cell.count)
    }
  }

  /// Adds a row; false when it is not ordinary.
  @inline(__always)
  func add<Form: CellForm>(
    _ form: Form.Type, _ bytes: UnsafePointer<UInt8>, _ ends: UnsafePointer<Int32>,
    _ tape: inout RowTape, _ place: RecordPlace
  ) -> Bool {
    let cells = Cells<Form>(bytes: bytes, ends: ends, count: count)
    let when = cells[period]
    guard when.count > 0, when.count <= PeriodMemo.longest else { return false }
    let entry = memo._withUnsafeGuaranteedRef { $0.entry(when.bytes, when.count) }
    let year = Int(entry.pointee.year) &- KnownRows.firstYear
    guard year >= 0, year < KnownRows.yearSpan, yearPlaces[year] >= 0 else { return false }

    let activity = word(cells, self.activity, KnownRows.Column.activity)
    let unit = word(cells, self.unit, KnownRows.Column.unit)
    guard activity >= 0, unit >= 0 else { return false }
    let pair = Int(activity) &* KnownRows.unitStride &+ Int(unit)
    let kind = Int(kindPlaces[pair &* KnownRows.yearStride &+ Int(yearPlaces[year])])
    guard kind >= 0 else { return false }
    let (site, building) = whereabouts(cells)
    guard site != CellWords.unknown, building != CellWords.unknown,
      isKnown[kind &* siteCount &+ Int(site) &+ 1]
    else { return false }

    guard let mantissa = read(cells), mantissa > 0, mantissa <= measures[pair].limit else {
      return false
    }
    let tags = optionalWord(cells, self.tags, KnownRows.Column.tags, -1)
    let status = optionalWord(cells, self.status, KnownRows.Column.status, 0)
    guard tags != CellWords.unknown, status != CellWords.unknown,
      saysNothingElse(cells)
    else { return false }

    sums.add(mantissa, kind: kind, Int(site) &+ 1)
    sums.add(mantissa, kind: kind, layout.month &+ Int(entry.pointee.month))
    // Of a column that is not there, the whole says everything.
    if self.building >= 0 { sums.add(mantissa, kind: kind, layout.building &+ Int(building) &+ 1) }
    if self.tags >= 0 { sums.add(mantissa, kind: kind, layout.tags &+ Int(tags) &+ 1) }
    if self.status >= 0 { sums.add(mantissa, kind: kind, layout.status &+ Int(status)) }
    if comparesRows { tape.hashes.append((hash(cells), place)) }
    let measure = measures[pair]
    tape.ordinary(measure.activity, measure.unit, Number(mantissa: mantissa), place)
    return true
  }

  /// Site and building: one word where they stand side by side, because they go together.
  @inline(__always)
  private func whereabouts<Form: CellForm>(_ cells: Cells<Form>) -> (site: Int32, building: Int32) {
    if Form.isPlain, isPlaceOneWord {
      let both = cells.both(site)
      let value = words.value(both.bytes, both.count, column: KnownRows.Column.place)
      if value >= 0 {
        let place = places[Int(value)]
        return (place.site, place.building)
      }
    }
    let site = optionalWord(cells, self.site, KnownRows.Column.site, siteWhenEmpty)
    if site == CellWords.unknown { return (site, site) }
    return (site, optionalWord(cells, building, KnownRows.Column.building(site: site), -1))
  }

  /// The word in a cell that must not be empty.
  @inline(__always)
  private func word(_ cells: Cells<some CellForm>, _ place: Int, _ column: Int) -> Int32 {
    let cell = cells[place]
    return cell.count == 0
      ? CellWords.unknown : words.value(cell.bytes, cell.count, column: column)
  }

  /// The word in a cell that may be empty, or not there.
  @inline(__always)
  private func optionalWord(
    _ cells: Cells<some CellForm>, _ place: Int, _ column: Int, _ whenEmpty: Int32
  ) -> Int32 {
    if place < 0 { return whenEmpty }
    let cell = cells[place]
    return cell.count == 0
      ? whenEmpty : words.value(cell.bytes, cell.count, column: column)
  }

  @inline(__always)
  private func read(_ cells: Cells<some CellForm>) -> Int128? {
    let cell = cells[quantity]
    if mark != 0 {
      let word = UnsafeRawPointer(cell.bytes).loadUnaligned(as: UInt64.self).littleEndian
      let short = ShortNumber.read(word, length: cell.count, mark: mark)
      if short.decimals >= 0 {
        let (high, low) = short.digits.multipliedFullWidth(by: Self.power(short.decimals))
        return Int128(truncatingIfNeeded: UInt128(high) &<< 64 | UInt128(low))
      }
    }
    return readLong(UnsafeBufferPointer(start: cell.bytes, count: cell.count))
  }

  /// What twelve decimals have more than so many, up to eight.
  @inline(__always)
  private static func power(_ decimals: Int) -> UInt64 {
    switch decimals {
    case 0: 1_000_000_000_000
    case 1: 100_000_000_000
    case 2: 10_000_000_000
    case 3: 1_000_000_000
    case 4: 100_000_000
    case 5: 10_000_000
    default: 1_000_000
    }
  }

  @inline(never)
  private func readLong(_ bytes: UnsafeBufferPointer<UInt8>) -> Int128? {
    guard isText(bytes), case .success(let reading) = NumberText.read(bytes, dialect: dialect),
      !reading.roundedDigits
    else { return nil }
    return reading.number.mantissa
  }

  /// True when the cells that are not read hold nothing that anybody should see.
  @inline(__always)
  private func saysNothingElse(_ cells: Cells<some CellForm>) -> Bool {
    for place in empty where cells[place].count != 0 { return false }
    for place in free where cells[place].count != 0 && !isText(cells.text(place)) { return false }
    if label >= 0, cells[label].count != 0 {
      return isText(cells.text(label)) && !SubtotalWatch.saysTotal(cells.text(label))
    }
    return true
  }

  /// True when nothing has to be said about how a cell is encoded.
  @inline(never)
  private func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if CellText.isASCII(bytes) { return true }
    return (isForeign || CellText.isUTF8(bytes)) && !CellText.isDamaged(bytes)
  }

  @inline(never)
  private func hash(_ cells: Cells<some CellForm>) -> UInt64 {
    var hash = DuplicateSearch.seed
    for place in 0..<count {
      let cell = cells[place]
      hash = DuplicateSearch.mix(hash, cell.bytes, cell.count)
    }
    return hash
  }
}
