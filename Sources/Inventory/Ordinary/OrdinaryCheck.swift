import Quantities
import Tables

/// Tells which rows of a batch are ordinary, column by column: plain pointers and numbers, so that copying it
/// costs nothing.
struct OrdinaryCheck {
  let columns: OrdinaryColumns.Places
  let empty: UnsafeBufferPointer<Int>
  let free: UnsafeBufferPointer<Int>
  let known: KnownRows.Pointers
  let siteWhenEmpty: Int32
  let dialect: NumberDialect
  let delimiter: UInt8
  let memo: Unmanaged<PeriodMemo>
  let room: Unmanaged<BatchRoom>
  let sums: SumTable.View
  let layout: SumTable.Layout

  /// The ordinary rows of a batch, a bit each.
  func ordinary(_ batch: RowBatch) -> UInt64 {
    if known.kindCount == 0 { return 0 }
    return room._withUnsafeGuaranteedRef { room in
      var rows = periods(batch, room)
      if rows != 0 { rows &= spots(batch, room) }
      if rows != 0 { rows &= kinds(batch, room) }
      if rows != 0 { rows &= quantities(batch, room) & silent(batch) }
      if rows != 0, columns.tags >= 0 {
        rows &= words(batch, columns.tags, KnownRows.Column.tags, whenEmpty: -1, room.tags)
      }
      if rows != 0, columns.status >= 0 {
        rows &= words(batch, columns.status, KnownRows.Column.status, whenEmpty: 0, room.statuses)
      }
      return rows
    }
  }

  // None of these is part of another: each has the registers for itself. What it needs is fetched before
  // its loop: the machine cannot know that what a loop writes changes none of it. What is rare waits until
  // the loop is over. A row that is not ordinary has any value that does no harm.

  @inline(never)
  private func periods(_ batch: RowBatch, _ room: BatchRoom) -> UInt64 {
    memo._withUnsafeGuaranteedRef { memo in
      let (cells, years, months) = (batch.column(columns.period), room.years, room.months)
      var good = batch.all
      var row = 0
      while row < batch.count {
        // A file is often sorted by day.
        let meaning = memo.meaning(of: cells[row])
        let year = Int32(known.yearPlaces[Int(meaning.year)])
        let first = row
        repeat {
          years[row] = max(0, year)
          months[row] = meaning.month
          row &+= 1
        } while row < batch.count && meaning.isOf(cells[row])
        if year < 0 { good &= ~(~0 &<< UInt64(first) & ~0 &>> UInt64(64 &- row)) }
      }
      return good
    }
  }

  /// Site and building.
  @inline(never)
  private func spots(_ batch: RowBatch, _ room: BatchRoom) -> UInt64 {
    let (spots, sites) = (room.spots, room.sites)
    var waiting = batch.all
    if columns.isBuildingBesideSite, batch.isJoined(columns.site) {
      // One word where they stand side by side, because they go together.
      let (cells, words) = (batch.pairs(columns.site), known.words)
      waiting = 0
      for row in 0..<batch.count {
        let (place, isFound) = words.look(cells[row], column: KnownRows.Column.place)
        sites[row] = Int32(truncatingIfNeeded: place)
        spots[row] = Int32(truncatingIfNeeded: place &>> 32)
        if !isFound { waiting |= 1 &<< UInt64(truncatingIfNeeded: row) }
      }
    }
    var good = batch.all
    while waiting != 0 {
      let row = waiting.trailingZeroBitCount
      waiting &= waiting &- 1
      let place = separatePlace(batch, row)
      let isKnown = place != CellWords.unknown
      sites[row] = isKnown ? Int32(truncatingIfNeeded: place) : 0
      spots[row] = isKnown ? Int32(truncatingIfNeeded: place &>> 32) : 0
      if !isKnown { good &= ~(1 &<< UInt64(row)) }
    }
    return good
  }

  /// As `KnownRows.place` has it.
  @inline(never)
  private func separatePlace(_ batch: RowBatch, _ row: Int) -> Int64 {
    let site = optionalWord(
      batch, row, columns.site, KnownRows.Column.site, Int64(siteWhenEmpty))
    if site == CellWords.unknown { return CellWords.unknown }
    let building = optionalWord(
      batch, row, columns.building, KnownRows.Column.building(site: Int32(site)), -1)
    if building == CellWords.unknown { return CellWords.unknown }
    return KnownRows.place(
      site: Int32(site), building: Int32(building),
      first: Int32(truncatingIfNeeded: layout.building)
    )
  }

  /// The word in a cell that may be empty, or not there.
  @inline(__always)
  private func optionalWord(
    _ batch: RowBatch, _ row: Int, _ place: Int, _ column: Int, _ whenEmpty: Int64
  ) -> Int64 {
    if place < 0 { return whenEmpty }
    let cell = batch[row, place]
    if cell.count == 0 { return whenEmpty }
    let (value, isFound) = known.words.look(cell, column: column)
    return isFound ? value : known.words.value(cell, column: column)
  }

  /// An activity in its unit, in a year, at a site.
  @inline(never)
  private func kinds(_ batch: RowBatch, _ room: BatchRoom) -> UInt64 {
    let (cells, units) = (batch.column(columns.activity), batch.column(columns.unit))
    let (words, usualUnits, isKnown) = (known.words, known.usualUnits, known.isKnown)
    let (places, siteCount) = (known.kindPlaces, known.siteCount)
    let (measures, kinds, years, sites) = (room.measures, room.kinds, room.years, room.sites)
    var waiting: UInt64 = 0
    for row in 0..<batch.count {
      let (activity, isFound) = words.look(cells[row], column: KnownRows.Column.activity)
      if isFound {
        // Nearly always an activity comes in one unit: no need to look it up.
        let usual = usualUnits[Int(activity)]
        if usual.isSame(units[row]) {
          let kind = places[Int(usual.measure) &* KnownRows.yearStride &+ Int(years[row])]
          measures[row] = usual.measure
          kinds[row] = kind
          if kind >= 0, isKnown[Int(kind) &* siteCount &+ Int(sites[row])] { continue }
        }
      }
      waiting |= 1 &<< UInt64(truncatingIfNeeded: row)
    }
    var good = batch.all
    while waiting != 0 {
      let row = waiting.trailingZeroBitCount
      waiting &= waiting &- 1
      if !hasOtherKind(batch, row, room) { good &= ~(1 &<< UInt64(row)) }
    }
    return good
  }

  /// The same for one row, wherever its words are found.
  @inline(never)
  private func hasOtherKind(_ batch: RowBatch, _ row: Int, _ room: BatchRoom) -> Bool {
    room.measures[row] = 0
    let (cell, unit) = (batch[row, columns.activity], batch[row, columns.unit])
    if cell.count == 0 || unit.count == 0 { return false }
    let activity = known.words.value(cell, column: KnownRows.Column.activity)
    let other = known.words.value(unit, column: KnownRows.Column.unit)
    if activity < 0 || other < 0 { return false }
    let measure = known.pairs[Int(activity) &* KnownRows.unitStride &+ Int(other)]
    if measure < 0 { return false }
    let kind = known.kindPlaces[Int(measure) &* KnownRows.yearStride &+ Int(room.years[row])]
    room.measures[row] = measure
    room.kinds[row] = kind
    return kind >= 0 && known.isKnown[Int(kind) &* known.siteCount &+ Int(room.sites[row])]
  }

  @inline(never)
  private func words(
    _ batch: RowBatch, _ place: Int, _ column: Int, whenEmpty: Int32, _ values: BatchRoom.Numbers
  ) -> UInt64 {
    var good = batch.all
    for row in 0..<batch.count {
      let value = optionalWord(batch, row, place, column, Int64(whenEmpty))
      values[row] = Int32(truncatingIfNeeded: value)
      if value == CellWords.unknown { good &= ~(1 &<< UInt64(truncatingIfNeeded: row)) }
    }
    return good
  }

  @inline(never)
  private func quantities(_ batch: RowBatch, _ room: BatchRoom) -> UInt64 {
    let (cells, known, measures) = (batch.column(columns.quantity), known.measures, room.measures)
    let millionths = room.millionths
    var waiting = batch.all
    if let numbers = room.shortNumbers {
      numbers.read(cells.asShortNumbers, batch.count, into: millionths)
      waiting = 0
      for row in 0..<batch.count {
        // None, or nothing, or too many.
        if UInt64(bitPattern: millionths[row] &- 1) >= known[Int(measures[row])].shortLimit {
          waiting |= 1 &<< UInt64(truncatingIfNeeded: row)
        }
      }
    }
    room.wide = 0
    var good = batch.all
    while waiting != 0 {
      let row = waiting.trailingZeroBitCount
      waiting &= waiting &- 1
      let mantissa = readLong(cells[row].text)
      if mantissa <= 0 || mantissa > known[Int(measures[row])].limit {
        good &= ~(1 &<< UInt64(row))
        continue
      }
      let (whole, rest) = mantissa.quotientAndRemainder(dividingBy: ShortNumbers.millionth)
      if rest == 0, let short = Int64(exactly: whole) {
        millionths[row] = short
      } else {
        room.mantissas[row] = mantissa
        room.wide |= 1 &<< UInt64(row)
      }
    }
    return good
  }

  /// The quantity as a mantissa; -1 when it is none, or below zero.
  @inline(never)
  private func readLong(_ bytes: UnsafeBufferPointer<UInt8>) -> Int128 {
    guard isText(bytes), case .success(let reading) = NumberText.read(bytes, dialect: dialect),
      !reading.roundedDigits
    else { return -1 }
    return reading.number.mantissa
  }

  /// The rows whose other cells hold nothing that anybody should see.
  @inline(never)
  private func silent(_ batch: RowBatch) -> UInt64 {
    var good = batch.all
    for column in empty {
      let cells = batch.column(column)
      for row in 0..<batch.count where cells[row].count != 0 { good &= ~(1 &<< UInt64(row)) }
    }
    for column in free {
      let cells = batch.column(column)
      for row in 0..<batch.count where cells[row].count != 0 {
        if !isText(cells[row].text) { good &= ~(1 &<< UInt64(row)) }
      }
    }
    if columns.label >= 0 {
      for row in 0..<batch.count where batch[row, columns.label].count != 0 {
        let text = batch[row, columns.label].text
        if !isText(text) || SubtotalWatch.saysTotal(text) { good &= ~(1 &<< UInt64(row)) }
      }
    }
    return good
  }

  /// True when nothing has to be said about how a cell is encoded.
  @inline(never)
  private func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if CellText.isASCII(bytes) { return true }
    return (known.isForeign || CellText.isUTF8(bytes)) && !CellText.isDamaged(bytes)
  }
}
