import Quantities
import Tables

/// What a thread leaves to be done in the order of rows, for one chunk.
struct RowTape {
  enum Event {
    /// A row to be read like any other.
    case row(RecordPlace)
    /// Rows of one activity and unit that may go on with what came before the chunk or the row.
    case openRun(activity: Int32, unit: Int32, rows: Range<Int>)
    /// The watch for sums stands so, whatever came before.
    case watch(SubtotalWatch)
    /// A row that is the sum of so many above it.
    case sum(RecordPlace, of: Int)
  }

  /// Events, each with the number of ordinary rows before it.
  private(set) var events: [(event: Event, rows: Int)] = []
  /// The quantities of open runs.
  private(set) var quantities: [(quantity: Number, place: RecordPlace)] = []
  /// The hashes of ordinary rows, when they are compared.
  var hashes: [(hash: UInt64, place: RecordPlace)] = []
  /// How many ordinary rows there are.
  private(set) var rows = 0
  /// How many rows there are, whoever reads them.
  private(set) var count = 0

  private var watch = SubtotalWatch()
  private var isOpen = true
  private var activity: Int32 = -1
  private var unit: Int32 = -1
  private var runStart = 0

  mutating func clear() {
    events.removeAll(keepingCapacity: true)
    quantities.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    rows = 0
    count = 0
    reopen()
  }

  private mutating func reopen() {
    isOpen = true
    activity = -1
    runStart = quantities.count
  }

  /// An ordinary row.
  @inline(__always)
  mutating func ordinary(
    _ activity: Int32, _ unit: Int32, _ quantity: Number, _ place: RecordPlace
  ) {
    rows += 1
    count += 1
    if !isOpen {
      if let count = watch.sumsUp(activity, unit, quantity) {
        events.append((.sum(place, of: count), rows))
      }
    } else {
      open(activity, unit, quantity, place)
    }
  }

  /// So many ordinary rows of these measures; the same as one after the other, but for the time it takes.
  @inline(__always)
  mutating func ordinary(
    _ count: Int, _ measures: UnsafePointer<Int64>, _ known: UnsafeBufferPointer<KnownRows.Measure>,
    _ quantity: (Int) -> Number, _ place: (Int) -> RecordPlace
  ) {
    var next = 0
    while isOpen, next < count {
      let measure = known[Int(measures[next])]
      ordinary(measure.activity, measure.unit, quantity(next), place(next))
      next += 1
    }
    if next == count { return }
    var watch = watch
    // A row between two of other kinds is no sum, and all it leaves behind is that others were before it.
    let before = RowBatch.changes(measures, count) &<< 1 & ~1 &<< UInt64(next)
    let behind = before &>> 1
    var rest = ~0 &<< UInt64(next) & ~0 &>> UInt64(RowBatch.most - count) & ~(before & behind)
    while rest != 0 {
      let number = rest.trailingZeroBitCount
      rest &= rest &- 1
      if before &>> UInt64(number) & 1 != 0 { watch = SubtotalWatch() }
      let measure = known[Int(measures[number])]
      let sum = watch.sumsUp(measure.activity, measure.unit, quantity(number))
      if let sum { events.append((.sum(place(number), of: sum), rows + number - next + 1)) }
    }
    self.watch = watch
    rows += count - next
    self.count += count - next
  }

  @inline(never)
  private mutating func open(
    _ activity: Int32, _ unit: Int32, _ quantity: Number, _ place: RecordPlace
  ) {
    if self.activity < 0 {
      self.activity = activity
      self.unit = unit
    }
    if activity == self.activity, unit == self.unit {
      quantities.append((quantity, place))
      return
    }
    endRun(rows: rows - 1)
    isOpen = false
    watch = SubtotalWatch()
    _ = watch.sumsUp(activity, unit, quantity)
  }

  private mutating func endRun(rows: Int) {
    guard runStart < quantities.count else { return }
    events.append(
      (.openRun(activity: activity, unit: unit, rows: runStart..<quantities.count), rows))
  }

  private mutating func settle() {
    if isOpen { endRun(rows: rows) } else { events.append((.watch(watch), rows)) }
    reopen()
  }

  /// A row that somebody else must read.
  mutating func other(_ place: RecordPlace) {
    settle()
    count += 1
    events.append((.row(place), rows))
  }

  /// The chunk has come to its end.
  mutating func end() { settle() }
}
