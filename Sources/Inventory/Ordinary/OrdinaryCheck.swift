import Quantities
import Tables

/// Tells which rows of a batch are ordinary, column by column: plain pointers and numbers, so that copying it
/// costs nothing.
struct OrdinaryCheck {
  let columns: OrdinaryColumns.Places
  let read: UnsafeBufferPointer<Int>
  let empty: UnsafeBufferPointer<Int>
  let free: UnsafeBufferPointer<Int>
  let known: KnownRows.Pointers
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
      if rows != 0 { rows &= places(batch, room) }
      if rows != 0 { rows &= kinds(batch, room) }
      if rows != 0 { rows &= quantities(batch, room) & silent(batch) }
      if rows != 0, batch.isDoubled { rows &= plain(batch) }
      if rows != 0, columns.tags >= 0 {
        rows &= words(batch, columns.tags, -1, .tags, room.tags)
      }
      if rows != 0, columns.status >= 0 {
        rows &= words(batch, columns.status, -1, .status, room.statuses)
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
        let next = row &+ batch.alike(columns.period, from: row, by: known.words.instructions)
        let meaning = memo.meaning(of: cells[row])
        let year = Int32(known.yearPlaces[Int(meaning.year)])
        if year < 0 { good &= ~(~0 &<< UInt64(row) & ~0 &>> UInt64(64 &- next)) }
        for alike in row..<next {
          years[alike] = max(0, year)
          months[alike] = meaning.month
        }
        room.month = row == 0 || room.month == meaning.month ? meaning.month : -1
        row = next
      }
      return good
    }
  }

  /// An activity in its unit, in a year, at a site.
  @inline(never)
  private func kinds(_ batch: RowBatch, _ room: BatchRoom) -> UInt64 {
    let (isKnown, places, siteCount) = (known.isKnown, known.kindPlaces, known.siteCount)
    let (measures, kinds, years, sites) = (room.measures, room.kinds, room.years, room.places)
    var good = words(batch, columns.activity, columns.unit, .measure, measures)
    for row in 0..<batch.count {
      let kind = places[Int(measures[row]) &* KnownRows.yearStride &+ Int(years[row])]
      kinds[row] = kind
      let site = Int(Int32(truncatingIfNeeded: sites[row]))
      if kind < 0 || !isKnown[Int(kind) &* siteCount &+ site] {
        good &= ~(1 &<< UInt64(truncatingIfNeeded: row))
      }
    }
    return good
  }

  /// A building at a site.
  private func places(_ batch: RowBatch, _ room: BatchRoom) -> UInt64 {
    let (site, building) = (columns.site, columns.building)
    if !columns.joinsPlaces || batch.isUnquoted {
      return words(batch, site, building, .place, room.places)
    }
    let found = known.words.look(
      batch, batch.joined(site, building), batch.column(-1), tag: .joinedPlace, into: room.places)
    return words(batch, found, site, building, .place, room.places)
  }

  /// What one column says, or two together, -1 standing for none; in rows that say something new, 0.
  private func words(
    _ batch: RowBatch, _ first: Int, _ second: Int, _ tag: CellWords.Tag,
    _ values: BatchRoom.Words
  ) -> UInt64 {
    let found = known.words.look(
      batch, batch.column(first), batch.column(second), tag: tag, into: values)
    return words(batch, found, first, second, tag, values)
  }

  /// The same when the words of some rows were found.
  private func words(
    _ batch: RowBatch, _ found: UInt64, _ first: Int, _ second: Int, _ tag: CellWords.Tag,
    _ values: BatchRoom.Words
  ) -> UInt64 {
    var waiting = batch.all & ~found
    var good = batch.all
    while waiting != 0 {
      let row = waiting.trailingZeroBitCount
      waiting &= waiting &- 1
      let value = known.words.value(batch[row, first], batch[row, second], tag: tag)
      let isKnown = value != CellWords.unknown
      values[row] = isKnown ? value : 0
      if !isKnown { good &= ~(1 &<< UInt64(row)) }
    }
    return good
  }

  @inline(never)
  private func quantities(_ batch: RowBatch, _ room: BatchRoom) -> UInt64 {
    let (cells, known, measures) = (batch.column(columns.quantity), known.measures, room.measures)
    let (millionths, leastLimit) = (room.millionths, self.known.leastLimit)
    var waiting = batch.all
    if let numbers = room.shortNumbers {
      numbers.read(cells.asShortNumbers, batch.count, into: millionths)
      waiting = 0
      // None, or nothing, or too many: all bits together are no less than the largest.
      var bits: UInt64 = 0
      for row in 0..<batch.count { bits |= UInt64(bitPattern: millionths[row] &- 1) }
      if bits >= leastLimit {
        for row in 0..<batch.count {
          if UInt64(bitPattern: millionths[row] &- 1) >= known[Int(measures[row])].shortLimit {
            waiting |= 1 &<< UInt64(truncatingIfNeeded: row)
          }
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
      if rest == 0, whole <= ShortSum.most {
        millionths[row] = Int64(whole)
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
      for row in 0..<batch.count where !cells.isEmpty(row) { good &= ~(1 &<< UInt64(row)) }
    }
    for column in free {
      let cells = batch.column(column)
      for row in 0..<batch.count where !cells.isEmpty(row) {
        if !isText(cells[row].text) { good &= ~(1 &<< UInt64(row)) }
      }
    }
    if columns.label >= 0 {
      let cells = batch.column(columns.label)
      for row in 0..<batch.count where !cells.isEmpty(row) {
        let text = cells[row].text
        if !isText(text) || SubtotalWatch.saysTotal(text) { good &= ~(1 &<< UInt64(row)) }
      }
    }
    return good
  }

  /// The rows in which two quotes stand for one in free text at most: what is read would have to be copied first.
  @inline(never)
  private func plain(_ batch: RowBatch) -> UInt64 {
    var good = batch.all
    for column in read {
      let cells = batch.column(column)
      for row in 0..<batch.count where cells[row].isQuoted {
        if cells[row].text.contains(0x22) { good &= ~(1 &<< UInt64(row)) }
      }
    }
    return good
  }

  /// True when nothing has to be said about how a cell is encoded.
  @inline(never)
  private func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if CellText.isASCII(bytes) { return true }
    if CellText.isUTF8(bytes) { return !CellText.isDamagedUTF8(bytes) }
    return known.isForeign && !CellText.isDamaged(bytes)
  }
}
