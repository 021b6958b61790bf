import Quantities
import Tables

/// Tells which rows of a batch are ordinary, column by column, and adds them: plain pointers and numbers,
/// so that copying it costs nothing.
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
      if rows != 0 { rows &= kinds(batch, room) }
      if rows != 0 { rows &= spots(batch, room) & quantities(batch, room) & silent(batch) }
      if rows != 0, columns.tags >= 0 {
        rows &= words(batch, columns.tags, KnownRows.Column.tags, whenEmpty: -1, room.tags)
      }
      if rows != 0, columns.status >= 0 {
        rows &= words(batch, columns.status, KnownRows.Column.status, whenEmpty: 0, room.statuses)
      }
      return rows
    }
  }

  /// Adds rows of the batch that was looked at last, a bit each.
  func add(_ rows: UInt64, _ count: Int) {
    room._withUnsafeGuaranteedRef { room in
      // Of a column that is not there, the whole says everything.
      if columns.tags >= 0 { add(rows, count, room, room.tags, layout.tags + 1) }
      if columns.status >= 0 { add(rows, count, room, room.statuses, layout.status) }
      add(rows, count, room, room.spots, 0)
      add(rows, count, room, room.months, layout.month)
    }
  }

  @inline(never)
  private func add(
    _ rows: UInt64, _ count: Int, _ room: BatchRoom, _ places: UnsafeMutablePointer<Int32>,
    _ first: Int
  ) {
    let (sums, kinds, mantissas) = (sums, room.kinds, room.mantissas)
    for row in 0..<count where rows &>> UInt64(row) & 1 != 0 {
      sums.add(mantissas[row], kind: Int(kinds[row]), first &+ Int(places[row]))
    }
  }

  /// Tells the tape of so many rows of the batch, in their order.
  func tell(
    _ rows: UInt64, _ count: Int, _ batch: RowBatch, _ tape: inout RowTape,
    _ place: (Int) -> RecordPlace
  ) {
    room._withUnsafeGuaranteedRef { room in
      let (known, measures, mantissas) = (known.measures, room.measures, room.mantissas)
      if !self.known.comparesRows, rows == batch.all, count == batch.count {
        tape.ordinary(count, { (known[Int(measures[$0])], mantissas[$0]) }, place)
        return
      }
      for row in 0..<count {
        let place = place(row)
        if rows &>> UInt64(row) & 1 == 0 {
          tape.other(place)
          continue
        }
        if self.known.comparesRows { tape.hashes.append((hash(batch, row), place)) }
        let measure = known[Int(measures[row])]
        tape.ordinary(measure.activity, measure.unit, Number(mantissa: mantissas[row]), place)
      }
    }
  }

  // MARK: Columns

  // None of these is part of another: each has the registers for itself. What it needs is fetched before
  // its loop: the machine cannot know that what a loop writes changes none of it. What is rare waits until
  // the loop is over. A row that is not ordinary has any value that does no harm.

  @inline(never)
  private func periods(_ batch: RowBatch, _ room: BatchRoom) -> UInt64 {
    memo._withUnsafeGuaranteedRef { memo in
      let (cells, years, months) = (batch.column(columns.period), room.years, room.months)
      let known = known.yearPlaces
      var good: UInt64 = 0
      // A file is often sorted by day.
      var before = PeriodMemo.Meaning()
      for row in 0..<batch.count {
        let cell = cells[row]
        if !before.isOf(cell) { before = memo.meaning(of: cell) }
        let year = known[Int(before.year)]
        years[row] = Int32(year)
        months[row] = before.month
        good |= (year >= 0 ? 1 : 0) &<< UInt64(row)
      }
      return good
    }
  }

  /// An activity in its unit, in a year.
  @inline(never)
  private func kinds(_ batch: RowBatch, _ room: BatchRoom) -> UInt64 {
    known.words.find(
      batch.column(columns.activity), batch.count, column: KnownRows.Column.activity,
      into: room.words)
    let (activities, years, measures) = (room.words, room.years, room.measures)
    let units = batch.column(columns.unit)
    let usualUnits = known.usualUnits
    var waiting: UInt64 = 0
    for row in 0..<batch.count {
      // Nearly always an activity comes in one unit: no need to look it up.
      let usual = usualUnits[Int(max(0, activities[row]))]
      measures[row] = usual.measure
      waiting |= (usual.isSame(units[row]) ? 0 : 1) &<< UInt64(row)
    }
    while waiting != 0 {
      let row = waiting.trailingZeroBitCount
      measures[row] = otherMeasure(Int(activities[row]), units[row])
      waiting &= waiting &- 1
    }
    let (kinds, places) = (room.kinds, known.kindPlaces)
    var good: UInt64 = 0
    for row in 0..<batch.count {
      let (measure, year) = (measures[row], years[row])
      let kind = places[Int(max(0, measure)) &* KnownRows.yearStride &+ Int(max(0, year))]
      measures[row] = max(0, measure)
      kinds[row] = max(0, kind)
      good |= (activities[row] | measure | kind >= 0 ? 1 : 0) &<< UInt64(row)
    }
    return good
  }

  /// The place of an activity in its unit among the measures; -1 when it is not known.
  @inline(never)
  private func otherMeasure(_ activity: Int, _ unit: RowBatch.Cell) -> Int32 {
    guard activity >= 0, unit.count > 0 else { return -1 }
    let other = known.words.value(unit.bytes, unit.count, column: KnownRows.Column.unit)
    return other < 0 ? -1 : known.pairs[activity &* KnownRows.unitStride &+ Int(other)]
  }

  /// Site and building.
  @inline(never)
  private func spots(_ batch: RowBatch, _ room: BatchRoom) -> UInt64 {
    let (words, places) = (room.words, room.places)
    var waiting = batch.all
    if columns.isBuildingBesideSite, batch.isJoined(columns.site), known.places.count > 0 {
      // One word where they stand side by side, because they go together.
      known.words.find(
        batch.pairs(columns.site), batch.count, column: KnownRows.Column.place, into: words)
      let known = known.places
      waiting = 0
      for row in 0..<batch.count {
        places[row] = known[Int(max(0, words[row]))]
        waiting |= (words[row] < 0 ? 1 : 0) &<< UInt64(row)
      }
    }
    while waiting != 0 {
      let row = waiting.trailingZeroBitCount
      places[row] = separatePlace(batch, row)
      waiting &= waiting &- 1
    }
    let (kinds, spots, isKnown) = (room.kinds, room.spots, known.isKnown)
    let (siteCount, firstBuilding) = (known.siteCount, Int32(truncatingIfNeeded: layout.building))
    var good: UInt64 = 0
    for row in 0..<batch.count {
      let site = Int32(truncatingIfNeeded: places[row])
      let building = Int32(truncatingIfNeeded: places[row] &>> 32)
      spots[row] = building >= 0 ? firstBuilding &+ building : max(-1, site) &+ 1
      let isFair = isKnown[Int(kinds[row]) &* siteCount &+ Int(max(-1, site) &+ 1)]
      good |= (isFair && site >= -1 && building >= -1 ? 1 : 0) &<< UInt64(row)
    }
    return good
  }

  /// Site and building, in the low and the high half.
  @inline(never)
  private func separatePlace(_ batch: RowBatch, _ row: Int) -> Int64 {
    let site = optionalWord(batch, row, columns.site, KnownRows.Column.site, siteWhenEmpty)
    if site == CellWords.unknown { return Int64(site) }
    let building = optionalWord(
      batch, row, columns.building, KnownRows.Column.building(site: site), -1)
    return KnownRows.place(site: site, building: building)
  }

  /// The word in a cell that may be empty, or not there.
  @inline(__always)
  private func optionalWord(
    _ batch: RowBatch, _ row: Int, _ place: Int, _ column: Int, _ whenEmpty: Int32
  ) -> Int32 {
    if place < 0 { return whenEmpty }
    let cell = batch[row, place]
    return cell.count == 0
      ? whenEmpty : known.words.value(cell.bytes, cell.count, column: column)
  }

  @inline(never)
  private func words(
    _ batch: RowBatch, _ place: Int, _ column: Int, whenEmpty: Int32,
    _ values: UnsafeMutablePointer<Int32>
  ) -> UInt64 {
    var good: UInt64 = 0
    for row in 0..<batch.count {
      let value = optionalWord(batch, row, place, column, whenEmpty)
      values[row] = value
      good |= (value != CellWords.unknown ? 1 : 0) &<< UInt64(row)
    }
    return good
  }

  @inline(never)
  private func quantities(_ batch: RowBatch, _ room: BatchRoom) -> UInt64 {
    let cells = batch.column(columns.quantity)
    let mantissas = room.mantissas
    var waiting = batch.all
    if let mark = dialect.decimalMark?.rawValue {
      waiting = 0
      for row in 0..<batch.count {
        let cell = cells[row]
        let mantissa = ShortNumber.mantissa(cell.word(at: 0), length: cell.count, mark: mark)
        mantissas[row] = mantissa
        waiting |= (mantissa < 0 ? 1 : 0) &<< UInt64(row)
      }
    }
    while waiting != 0 {
      let row = waiting.trailingZeroBitCount
      mantissas[row] = readLong(cells[row].text)
      waiting &= waiting &- 1
    }
    let (known, measures) = (known.measures, room.measures)
    var good: UInt64 = 0
    for row in 0..<batch.count {
      let isFair = mantissas[row] > 0 && mantissas[row] <= known[Int(measures[row])].limit
      good |= (isFair ? 1 : 0) &<< UInt64(row)
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

  /// The hash of a row, as `DuplicateSearch` has it.
  @inline(never)
  private func hash(_ batch: RowBatch, _ row: Int) -> UInt64 {
    if !batch.isUnquoted {
      let (first, last) = (batch[row, 0], batch[row, batch.columns &- 1])
      return DuplicateSearch.hash(first.bytes, last.bytes + last.count - first.bytes)
    }
    return DuplicateSearch.hash(batch.columns, delimiter) { batch[row, $0].text }
  }
}
