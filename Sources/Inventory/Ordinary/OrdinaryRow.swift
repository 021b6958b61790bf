import Quantities
import Tables

/// What a row is held against: plain pointers and numbers, so that copying it costs nothing.
struct OrdinaryRow {
  let columns: OrdinaryColumns.Places
  let empty: UnsafeBufferPointer<Int>
  let free: UnsafeBufferPointer<Int>
  let known: KnownRows.Pointers
  let siteWhenEmpty: Int32
  let dialect: NumberDialect
  let delimiter: UInt8
  let memo: Unmanaged<PeriodMemo>
  let sums: SumTable.View
  let layout: SumTable.Layout

  /// The cells of a record of the right number of fields, as places in its bytes.
  struct Cells {
    let bytes: UnsafePointer<UInt8>
    let starts: UnsafePointer<Int32>
    let ends: UnsafePointer<Int32>
    /// 1 when `starts` holds the byte before a cell, 0 when it holds its first.
    let bias: Int
    /// True when quotes were removed: a cell may hold a delimiter.
    let isUnquoted: Bool
    /// The last of them, when a CR at its end belongs to the end of the line; -1 otherwise.
    let returned: Int

    /// Cells that are all that lies between two delimiters, the last one perhaps up to a CR.
    @inline(__always)
    init(
      _ bytes: UnsafePointer<UInt8>, ends: UnsafePointer<Int32>, isUnquoted: Bool = false,
      returned: Int = -1
    ) {
      self.isUnquoted = isUnquoted
      self.returned = returned
      self.bytes = bytes
      self.ends = ends
      starts = ends - 1
      bias = 1
    }

    /// Cells that may be quoted, the last one perhaps followed by a CR: `room` holds two places each.
    @inline(never)
    init(
      _ bytes: UnsafePointer<UInt8>, ends: UnsafePointer<Int32>, count: Int,
      room: UnsafeMutablePointer<Int32>
    ) {
      for place in 0..<count {
        var start = ends[place - 1] + 1
        var end = ends[place]
        if place == count - 1, end > start, bytes[Int(end) - 1] == 0x0D { end -= 1 }
        if end > start, bytes[Int(start)] == 0x22 {
          start += 1
          end -= 1
        }
        room[place] = start
        room[count + place] = end
      }
      isUnquoted = true
      returned = -1
      self.bytes = bytes
      starts = UnsafePointer(room)
      self.ends = UnsafePointer(room + count)
      bias = 0
    }

    @inline(__always)
    subscript(place: Int) -> Cell {
      let start = Int(starts[place]) &+ bias
      var end = Int(ends[place])
      if place == returned, end > start, bytes[end &- 1] == 0x0D { end &-= 1 }
      return Cell(bytes: bytes + start, count: end &- start)
    }

    /// Two cells side by side with the delimiter between them; nothing where there may be another
    /// delimiter inside one of them, or a CR behind them.
    @inline(__always)
    func pair(_ place: Int) -> Cell {
      let start = Int(starts[place]) &+ bias
      let end = !isUnquoted && place &+ 1 != returned ? Int(ends[place &+ 1]) : start
      return Cell(bytes: bytes + start, count: end &- start)
    }
  }

  /// The bytes of a cell.
  struct Cell {
    let bytes: UnsafePointer<UInt8>
    let count: Int

    var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

    /// The first bytes, up to eight; nothing behind the cell.
    @inline(__always)
    var first: UInt64 {
      let unused = UInt64(truncatingIfNeeded: 8 &- min(count, 8)) &* 8
      return word(at: 0) & (~0 &>> unused)
    }

    @inline(__always)
    func word(at offset: Int) -> UInt64 {
      UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    }
  }

  /// Adds a row; false when it is not ordinary.
  @inline(__always)
  func add(_ cells: Cells, _ tape: inout RowTape, _ place: RecordPlace) -> Bool {
    let when = cells[columns.period]
    let entry = memo._withUnsafeGuaranteedRef { $0.entry(when) }
    let year = Int(entry.pointee.year) &- KnownRows.firstYear
    guard year >= 0, year < KnownRows.yearSpan, known.yearPlaces[year] >= 0 else { return false }

    let number = measure(cells)
    guard number >= 0 else { return false }
    let kind = Int(
      known.kindPlaces[number &* KnownRows.yearStride &+ Int(known.yearPlaces[year])])
    guard kind >= 0 else { return false }
    let whereabouts = whereabouts(cells)
    let site = Int(Int32(truncatingIfNeeded: whereabouts))
    let building = Int(Int32(truncatingIfNeeded: whereabouts &>> 32))
    guard site >= -1, building >= -1, known.isKnown[kind &* known.siteCount &+ site &+ 1] else {
      return false
    }

    let mantissa = read(cells[columns.quantity])
    let measure = known.measures[number]
    guard mantissa > 0, mantissa <= measure.limit, saysNothingElse(cells) else { return false }
    // Of a column that is not there, the whole says everything.
    let tags = optionalWord(cells, columns.tags, KnownRows.Column.tags, -1)
    let status = optionalWord(cells, columns.status, KnownRows.Column.status, 0)
    guard tags != CellWords.unknown, status != CellWords.unknown else { return false }
    if columns.tags >= 0 { sums.add(mantissa, kind: kind, layout.tags &+ Int(tags) &+ 1) }
    if columns.status >= 0 { sums.add(mantissa, kind: kind, layout.status &+ Int(status)) }
    sums.add(mantissa, kind: kind, building >= 0 ? layout.building &+ building : site &+ 1)
    sums.add(mantissa, kind: kind, layout.month &+ Int(entry.pointee.month))
    if known.comparesRows { tape.hashes.append((hash(cells), place)) }
    tape.ordinary(measure.activity, measure.unit, Number(mantissa: mantissa), place)
    return true
  }

  /// The place of the activity in its unit among the measures; -1 when they are not known.
  @inline(__always)
  private func measure(_ cells: Cells) -> Int {
    let cell = cells[columns.activity]
    guard cell.count > 0 else { return -1 }
    let found = known.words.value(cell.bytes, cell.count, column: KnownRows.Column.activity)
    guard found >= 0 else { return -1 }
    // Nearly always an activity comes in one unit: no need to look it up.
    let unit = cells[columns.unit]
    let usual = known.usualUnits[Int(found)]
    if unit.count == Int(usual.length), unit.first == usual.first,
      unit.word(at: unit.count &- 8) &>> usual.unused == usual.last
    {
      return Int(usual.measure)
    }
    guard unit.count > 0 else { return -1 }
    let other = known.words.value(unit.bytes, unit.count, column: KnownRows.Column.unit)
    return other < 0 ? -1 : Int(known.pairs[Int(found) &* KnownRows.unitStride &+ Int(other)])
  }

  /// Site and building, in the low and the high half: one word where they stand side by side,
  /// because they go together.
  @inline(__always)
  private func whereabouts(_ cells: Cells) -> Int64 {
    if columns.isBuildingBesideSite {
      let both = cells.pair(columns.site)
      if both.count > 0 {
        let value = known.words.value(both.bytes, both.count, column: KnownRows.Column.place)
        if value >= 0 { return known.places[Int(value)] }
      }
    }
    return separateWhereabouts(cells)
  }

  @inline(never)
  private func separateWhereabouts(_ cells: Cells) -> Int64 {
    let site = optionalWord(cells, columns.site, KnownRows.Column.site, siteWhenEmpty)
    if site == CellWords.unknown { return Int64(site) }
    let building = optionalWord(
      cells, self.columns.building, KnownRows.Column.building(site: site), -1)
    return KnownRows.place(site: site, building: building)
  }

  /// The word in a cell that may be empty, or not there.
  @inline(__always)
  private func optionalWord(
    _ cells: Cells, _ place: Int, _ column: Int, _ whenEmpty: Int32
  ) -> Int32 {
    if place < 0 { return whenEmpty }
    let cell = cells[place]
    return cell.count == 0
      ? whenEmpty : known.words.value(cell.bytes, cell.count, column: column)
  }

  /// The quantity as a mantissa; -1 when it is none, or below zero.
  @inline(__always)
  private func read(_ cell: Cell) -> Int128 {
    if let mark = dialect.decimalMark {
      let short = ShortNumber.mantissa(cell.word(at: 0), length: cell.count, mark: mark.rawValue)
      if short >= 0 { return short }
    }
    return readLong(cell.text)
  }

  @inline(never)
  private func readLong(_ bytes: UnsafeBufferPointer<UInt8>) -> Int128 {
    guard isText(bytes), case .success(let reading) = NumberText.read(bytes, dialect: dialect),
      !reading.roundedDigits
    else { return -1 }
    return reading.number.mantissa
  }

  /// True when the cells that are not read hold nothing that anybody should see.
  @inline(__always)
  private func saysNothingElse(_ cells: Cells) -> Bool {
    for place in empty where cells[place].count != 0 { return false }
    for place in free where cells[place].count != 0 && !isText(cells[place].text) { return false }
    if columns.label >= 0, cells[columns.label].count != 0 {
      let text = cells[columns.label].text
      return isText(text) && !SubtotalWatch.saysTotal(text)
    }
    return true
  }

  /// True when nothing has to be said about how a cell is encoded.
  @inline(never)
  private func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if CellText.isASCII(bytes) { return true }
    return (known.isForeign || CellText.isUTF8(bytes)) && !CellText.isDamaged(bytes)
  }

  /// The hash of a row, as `DuplicateSearch` has it.
  @inline(never)
  private func hash(_ cells: Cells) -> UInt64 {
    if !cells.isUnquoted {
      let (first, last) = (cells[0], cells[columns.count &- 1])
      return DuplicateSearch.hash(first.bytes, last.bytes + last.count - first.bytes)
    }
    return DuplicateSearch.hash(columns.count, delimiter) { cells[$0].text }
  }
}
