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
    room._withUnsafeGuaranteedRef { room in
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

  /// Adds a row of the batch that was looked at last.
  @inline(__always)
  func add(_ row: Int, _ batch: RowBatch, _ tape: inout RowTape, _ place: RecordPlace) {
    room._withUnsafeGuaranteedRef { room in
      let kind = Int(room.kinds[row])
      let mantissa = room.mantissas[row]
      // Of a column that is not there, the whole says everything.
      if columns.tags >= 0 {
        sums.add(mantissa, kind: kind, layout.tags &+ Int(room.tags[row]) &+ 1)
      }
      if columns.status >= 0 {
        sums.add(mantissa, kind: kind, layout.status &+ Int(room.statuses[row]))
      }
      sums.add(mantissa, kind: kind, Int(room.spots[row]))
      sums.add(mantissa, kind: kind, Int(room.months[row]))
      if known.comparesRows { tape.hashes.append((hash(batch, row), place)) }
      let measure = known.measures[Int(room.measures[row])]
      tape.ordinary(measure.activity, measure.unit, Number(mantissa: mantissa), place)
    }
  }

  // MARK: Columns

  // None of these is part of another: each has the registers for itself. What it needs is fetched before
  // its loop: the machine cannot know that what a loop writes changes none of it.

  @inline(never)
  private func periods(_ batch: RowBatch, _ room: BatchRoom) -> UInt64 {
    memo._withUnsafeGuaranteedRef { memo in
      let (cells, years, months) = (batch.column(columns.period), room.kinds, room.months)
      let (known, firstMonth) = (known.yearPlaces, Int32(truncatingIfNeeded: layout.month))
      var good: UInt64 = 0
      // A file is often sorted by day.
      var before = PeriodMemo.Meaning()
      for row in 0..<batch.count {
        let cell = cells[row]
        if !before.isOf(cell) { before = memo.meaning(of: cell) }
        let year = known[Int(before.year)]
        years[row] = Int32(year)
        months[row] = firstMonth &+ before.month
        good |= (year >= 0 ? 1 : 0) &<< UInt64(row)
      }
      return good
    }
  }

  /// An activity in its unit, in a year.
  @inline(never)
  private func kinds(_ batch: RowBatch, _ room: BatchRoom) -> UInt64 {
    let (cells, unitCells) = (batch.column(columns.activity), batch.column(columns.unit))
    let (kinds, measures, places) = (room.kinds, room.measures, known.kindPlaces)
    let (words, usualUnits) = (known.words, known.usualUnits)
    var good: UInt64 = 0
    for row in 0..<batch.count {
      let year = Int(kinds[row])
      kinds[row] = -1
      let cell = cells[row]
      guard year >= 0, cell.count > 0 else { continue }
      let activity = words.value(cell.bytes, cell.count, column: KnownRows.Column.activity)
      guard activity >= 0 else { continue }
      // Nearly always an activity comes in one unit: no need to look it up.
      let unit = unitCells[row]
      let usual = usualUnits[Int(activity)]
      let measure = usual.isSame(unit) ? usual.measure : otherMeasure(Int(activity), unit)
      guard measure >= 0 else { continue }
      let kind = places[Int(measure) &* KnownRows.yearStride &+ year]
      measures[row] = measure
      kinds[row] = kind
      good |= (kind >= 0 ? 1 : 0) &<< UInt64(row)
    }
    return good
  }

  /// The place of an activity in its unit among the measures; -1 when it is not known.
  @inline(never)
  private func otherMeasure(_ activity: Int, _ unit: RowBatch.Cell) -> Int32 {
    guard unit.count > 0 else { return -1 }
    let other = known.words.value(unit.bytes, unit.count, column: KnownRows.Column.unit)
    return other < 0 ? -1 : known.pairs[activity &* KnownRows.unitStride &+ Int(other)]
  }

  /// Site and building.
  @inline(never)
  private func spots(_ batch: RowBatch, _ room: BatchRoom) -> UInt64 {
    let isJoined = columns.isBuildingBesideSite && batch.isJoined(columns.site)
    let pairs = batch.pairs(isJoined ? columns.site : 0)
    let (kinds, spots, isKnown) = (room.kinds, room.spots, known.isKnown)
    let (words, places) = (known.words, known.places)
    let (siteCount, firstBuilding) = (known.siteCount, layout.building)
    var good: UInt64 = 0
    for row in 0..<batch.count {
      let kind = Int(kinds[row])
      guard kind >= 0 else { continue }
      var value = CellWords.unknown
      if isJoined {
        // One word where they stand side by side, because they go together.
        let both = pairs[row]
        value = words.value(both.bytes, both.count, column: KnownRows.Column.place)
      }
      let place = value >= 0 ? places[Int(value)] : separatePlace(batch, row)
      let site = Int(Int32(truncatingIfNeeded: place))
      let building = Int(Int32(truncatingIfNeeded: place &>> 32))
      guard site >= -1, building >= -1 else { continue }
      spots[row] = Int32(truncatingIfNeeded: building >= 0 ? firstBuilding &+ building : site &+ 1)
      good |= (isKnown[kind &* siteCount &+ site &+ 1] ? 1 : 0) &<< UInt64(row)
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
    let (kinds, measures, mantissas) = (room.kinds, room.measures, room.mantissas)
    let (known, mark) = (known.measures, dialect.decimalMark?.rawValue)
    var good: UInt64 = 0
    for row in 0..<batch.count where kinds[row] >= 0 {
      let cell = cells[row]
      var mantissa: Int128 = -1
      if let mark {
        mantissa = ShortNumber.mantissa(cell.word(at: 0), length: cell.count, mark: mark)
      }
      if mantissa < 0 { mantissa = readLong(cell.text) }
      mantissas[row] = mantissa
      let isFair = mantissa > 0 && mantissa <= known[Int(measures[row])].limit
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
