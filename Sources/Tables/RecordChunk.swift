/// The records that begin in one part of a table, found and not yet understood.
///
/// Regular records are places in the window: no quote but around a whole field, no blank beside a
/// delimiter, no CR but before an LF. Everything else went through libcsv, which alone decides.
public final class RecordChunk: @unchecked Sendable {
  /// Records one after the other, and the one behind them that libcsv was asked about.
  struct Segment {
    /// Where its records are in the list of record ends.
    var firstRecord: Int
    var lastRecord: Int
    /// Where the ends of its fields begin; the one before is the byte before its first record.
    var firstEnd: Int
    /// Lines of the chunk above its first record.
    var line: Int
    var hasOther = false
    var other = Other()
  }

  /// A record that was read by libcsv, or could not be.
  struct Other {
    /// Where it begins, in the source.
    var offset = 0
    /// Lines of the chunk above it.
    var line = 0
    /// How many fields it has; -1 when it is a fault, to be met again by whoever reports it.
    var fields = -1
    /// The line, counted as above, at which the device failed: it may answer another time, but the
    /// records behind were not looked for.
    var failedLine: Int?
    /// Where the ends of its fields are, in the store.
    var firstEnd = 0
  }

  let window: Window
  let dialect: Dialect
  /// How many fields a record should have.
  let width: Int
  let instructions: ByteMasks.Instructions
  /// Where each field ends: at the byte behind it.
  var ends = GrowingBuffer<Int32>(capacity: 1 << 14)
  /// Where in `ends` the fields of each regular record end.
  var recordEnds = GrowingBuffer<Int32>(capacity: 1 << 12)
  var segments: [Segment] = []
  /// The fields that libcsv unquoted, each followed by the delimiter.
  var store = GrowingBuffer<UInt8>(capacity: 1 << 10)
  var storedEnds = GrowingBuffer<Int32>(capacity: 1 << 6)
  /// False once a stretch was found not to have the same number of fields in every record.
  var isEven = true
  var arbiter: RecordReader
  /// Where a record is put together for whoever reads one after the other.
  let copy = RecordBuffer.make()
  /// The line of a place that was asked for last.
  var cursor = (run: Int32(-1), position: 0, line: 0)
  let masks: UnsafeMutablePointer<ByteMasks>

  /// Where the first record behind it begins.
  var end = 0
  /// The line its first record begins on.
  var firstLine = 1
  /// How many lines its records take.
  var lines = 0
  /// True when nothing comes after it.
  var isLast = false

  init(
    _ source: ByteSource, dialect: Dialect, width: Int, capacity: Int,
    instructions: ByteMasks.Instructions
  ) {
    window = Window(source, capacity: capacity)
    self.dialect = dialect
    self.width = width
    self.instructions = instructions
    arbiter = RecordReader(window.asSource, dialect: dialect, piece: 4096)
    masks = .allocate(capacity: Scanner.batch)
  }

  deinit {
    masks.deallocate()
    RecordBuffer.destroy(copy)
  }
}
