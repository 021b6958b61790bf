import Diagnostics

/// Regular records one after the other, as places in a window.
public struct RecordRun {
  let number: Int
  /// The window's bytes; more may be read behind the last field, but mean nothing.
  public let bytes: UnsafePointer<UInt8>
  /// Where fields end; the entry before a record's first is the byte before that field.
  public let ends: UnsafePointer<Int32>
  /// The place in `ends` of the first field of the first record.
  public let firstEnd: Int
  /// For each record, the place in `ends` behind its last field, and a bit each when a field may be quoted, when
  /// a quoted field may hold two quotes for one, and when the line may end in CR LF.
  public let recordEnds: UnsafeBufferPointer<Int32>
  /// The record that libcsv was asked about, behind these.
  public let other: OtherRecord?

  /// Set when a field may be quoted.
  @inlinable public static var quoted: Int32 { .min }
  /// Set when the line may end in CR LF.
  @inlinable public static var returned: Int32 { 1 << 30 }
  /// Set when a quoted field may hold two quotes for one.
  @inlinable public static var doubled: Int32 { 1 << 29 }
  /// All of these.
  @inlinable public static var special: Int32 { quoted | returned | doubled }

  /// True when a field, the last of its record, has the CR of the line's end behind it.
  @inlinable @inline(__always)
  public func endsInReturn(_ field: Int) -> Bool { bytes[Int(ends[field]) &- 1] == 0x0D }

  /// The place of one of its records.
  public func place(firstEnd: Int, fields: Int) -> RecordPlace {
    RecordPlace(
      run: Int32(truncatingIfNeeded: number), firstEnd: Int32(truncatingIfNeeded: firstEnd),
      fields: Int32(truncatingIfNeeded: fields))
  }
}

/// A record that libcsv read, or could not read.
public struct OtherRecord {
  /// Its fields, unquoted; nil when there is nothing to be read.
  public let fields: (bytes: UnsafePointer<UInt8>, ends: UnsafePointer<Int32>, count: Int)?
}

/// Which record of a chunk is meant.
public struct RecordPlace: BitwiseCopyable, Sendable {
  var run: Int32
  /// The place of its first field's end; -1 for the record behind the run.
  var firstEnd: Int32
  var fields: Int32
}

extension RecordChunk {
  /// How many runs of regular records there are.
  public var runCount: Int { segments.count }

  /// A run, and the record behind it.
  public func run(_ number: Int) -> RecordRun {
    let segment = segments[number]
    var other: OtherRecord?
    if segment.hasOther {
      let found = segment.other
      other = OtherRecord(
        fields: found.fields < 0
          ? nil
          : (
            UnsafePointer(store.base), UnsafePointer(storedEnds.base + found.firstEnd),
            found.fields
          ))
    }
    return RecordRun(
      number: number, bytes: UnsafePointer(window.bytes), ends: UnsafePointer(ends.base),
      firstEnd: segment.firstEnd,
      recordEnds: UnsafeBufferPointer(
        start: recordEnds.base + segment.firstRecord,
        count: segment.lastRecord - segment.firstRecord), other: other)
  }

  /// The place of the record behind a run.
  public func placeOfOther(run: Int) -> RecordPlace {
    RecordPlace(run: Int32(run), firstEnd: -1, fields: 0)
  }

  /// Hands over the record at a place, if it is one.
  public func withRecord(at place: RecordPlace, _ body: (Record) -> Void) {
    if case .record(let record) = step(at: place) { body(record) }
  }

  /// The record at a place, as whoever reads one after the other would meet it.
  func step(at place: RecordPlace) -> RecordReader.Step {
    let segment = segments[Int(place.run)]
    if place.firstEnd < 0 {
      let other = segment.other
      if let line = other.failedLine {
        return .fault(.deviceFailed(offset: other.offset, line: firstLine + line))
      }
      if other.fields < 0 {
        arbiter.restart(at: other.offset, line: firstLine + other.line)
        return arbiter.next()
      }
      copy.pointee.reset()
      for field in 0..<other.fields {
        let start = Int(storedEnds.base[other.firstEnd + field - 1]) + 1
        let end = Int(storedEnds.base[other.firstEnd + field])
        copy.pointee.append(UnsafeRawPointer(store.base + start), end - start)
      }
      return .record(copied(offset: other.offset, line: firstLine + other.line))
    }
    copy.pointee.reset()
    let first = Int(place.firstEnd)
    for field in 0..<Int(place.fields) {
      var start = Int(ends.base[first + field - 1]) + 1
      var end = Int(ends.base[first + field])
      if field == Int(place.fields) - 1, end > start, window.bytes[end - 1] == 0x0D { end -= 1 }
      let isQuoted = end > start && window.bytes[start] == 0x22
      if isQuoted {
        start += 1
        end -= 1
      }
      copy.pointee.append(UnsafeRawPointer(window.bytes + start), end - start)
      if isQuoted { copy.pointee.halveQuotes() }
    }
    let begin = Int(ends.base[first - 1]) + 1
    return .record(copied(offset: window.offset + begin, line: line(at: begin, in: place.run)))
  }

  private func copied(offset: Int, line: Int) -> Record {
    let buffer = copy.pointee
    return Record(
      offset: offset, line: line, count: buffer.count, bytes: UnsafePointer(buffer.bytes),
      ends: UnsafePointer(buffer.ends))
  }

  /// The line of a regular record: asked for in order, so that every byte is looked at once.
  private func line(at position: Int, in run: Int32) -> Int {
    if cursor.run != run || cursor.position > position {
      let segment = segments[Int(run)]
      cursor = (run, Int(ends.base[segment.firstEnd - 1]) + 1, firstLine + segment.line)
    }
    cursor.line += lineFeeds(from: cursor.position, to: position)
    cursor.position = position
    return cursor.line
  }
}
