import Quantities
import Tables

/// What is done with the rows that are ordinary.
extension OrdinaryCheck {
  /// Adds those rows of the batch that was looked at last which are among its first `count`, a bit each.
  func add(_ rows: UInt64, _ count: Int) {
    if count == 0 { return }
    room._withUnsafeGuaranteedRef { room in
      let rows = rows & ~0 &>> UInt64(truncatingIfNeeded: RowBatch.most &- count)
      let short = rows & ~room.wide
      if sums.takes(short.nonzeroBitCount, month: room.month) {
        addPlaces(short, count, room)
      } else {
        addPlacesAndMonths(short, count, room)
      }
      // Of a column that is not there, the whole says everything.
      if columns.tags >= 0 { add(short, room, room.tags, layout.tags + 1) }
      if columns.status >= 0 { add(short, room, room.statuses, layout.status) }
      if rows != short { addWide(rows & room.wide, room) }
    }
  }

  /// By site or building.
  @inline(never)
  private func addPlaces(_ rows: UInt64, _ count: Int, _ room: BatchRoom) {
    let (sums, kinds, places, millionths) = (sums, room.kinds, room.places, room.millionths)
    for row in 0..<count where rows &>> UInt64(truncatingIfNeeded: row) & 1 != 0 {
      sums.add(millionths[row], sums.first(ofKind: Int(kinds[row])), Int(places[row] &>> 32))
    }
  }

  /// By month, and by site or building.
  @inline(never)
  private func addPlacesAndMonths(_ rows: UInt64, _ count: Int, _ room: BatchRoom) {
    let (sums, kinds, places, months) = (sums, room.kinds, room.places, room.months)
    let (millionths, firstMonth) = (room.millionths, layout.month)
    for row in 0..<count where rows &>> UInt64(truncatingIfNeeded: row) & 1 != 0 {
      let (number, first) = (millionths[row], sums.first(ofKind: Int(kinds[row])))
      sums.add(number, first, Int(places[row] &>> 32))
      sums.add(number, first, firstMonth &+ Int(months[row]))
    }
  }

  @inline(never)
  private func add(_ rows: UInt64, _ room: BatchRoom, _ places: BatchRoom.Words, _ first: Int) {
    let (sums, kinds, millionths) = (sums, room.kinds, room.millionths)
    var rest = rows
    while rest != 0 {
      let row = rest.trailingZeroBitCount
      rest &= rest &- 1
      sums.add(millionths[row], sums.first(ofKind: Int(kinds[row])), first &+ Int(places[row]))
    }
  }

  @inline(never)
  private func addWide(_ rows: UInt64, _ room: BatchRoom) {
    var rest = rows
    while rest != 0 {
      let row = rest.trailingZeroBitCount
      rest &= rest &- 1
      var places = [Int(room.places[row] >> 32), layout.month + Int(room.months[row])]
      if columns.tags >= 0 { places.append(layout.tags + 1 + Int(room.tags[row])) }
      if columns.status >= 0 { places.append(layout.status + Int(room.statuses[row])) }
      for place in places {
        sums.add(wide: room.mantissas[row], sums.first(ofKind: Int(room.kinds[row])), place)
      }
    }
  }

  /// Tells the tape of so many rows of the batch, in their order.
  func tell(
    _ rows: UInt64, _ count: Int, _ batch: RowBatch, _ tape: inout RowTape,
    _ place: (Int) -> RecordPlace
  ) {
    room._withUnsafeGuaranteedRef { room in
      let (known, measures) = (known.measures, room.measures)
      if rows == batch.all, count == batch.count {
        if self.known.comparesRows {
          for row in 0..<count { tape.hashes.append((hash(batch, row), place(row))) }
        }
        tape.ordinary(count, measures, known, { room.quantity($0) }, place)
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
        tape.ordinary(measure.activity, measure.unit, room.quantity(row), place)
      }
    }
  }

  /// The hash of a row, as `DuplicateSearch` has it.
  @inline(never)
  private func hash(_ batch: RowBatch, _ row: Int) -> UInt64 {
    let isQuoted = batch.quoted &>> UInt64(truncatingIfNeeded: row) & 1 != 0
    if !batch.isUnquoted, !isQuoted {
      let (first, last) = (batch[row, 0], batch[row, batch.columns &- 1])
      return DuplicateSearch.hash(first.bytes, last.bytes + last.count - first.bytes)
    }
    if !batch.isDoubled, !isQuoted {
      return DuplicateSearch.hash(batch.columns, delimiter) { batch[row, $0].text }
    }
    let longest = (0..<batch.columns).reduce(1) { max($0, batch[row, $1].count) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { room in
      DuplicateSearch.hash(batch.columns, delimiter) {
        var text = batch[row, $0].text
        if isQuoted, text.first == 0x22 {
          text = UnsafeBufferPointer(rebasing: text.dropFirst().dropLast())
        }
        guard text.contains(0x22), let copy = room.baseAddress else { return text }
        return UnsafeBufferPointer(start: copy, count: DoubledQuotes.halve(text, into: copy))
      }
    }
  }
}
