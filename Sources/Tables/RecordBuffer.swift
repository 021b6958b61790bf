#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where libcsv's callbacks put the fields of the record being read.
///
/// A plain struct on the heap behind a raw pointer: a class would cost a retain and a release for
/// every field, a quarter of the whole run.
struct RecordBuffer {
  /// A field longer than this is an open quote, not a field.
  static let fieldLimit = 1 << 20
  /// A record longer than this is not a row of a table; without a bound it would fill the memory.
  ///
  /// Of 4 MiB of nothing but delimiters, the ends of the fields take another 16.
  static let recordLimit = 1 << 22

  var bytes: UnsafeMutablePointer<UInt8>
  var capacity: Int
  var used = 0
  var ends: UnsafeMutablePointer<Int32>
  var endsCapacity: Int
  var count = 0
  var isComplete = false

  static func make() -> UnsafeMutablePointer<RecordBuffer> {
    let pointer = UnsafeMutablePointer<RecordBuffer>.allocate(capacity: 1)
    pointer.initialize(
      to: RecordBuffer(
        bytes: .allocate(capacity: 4096), capacity: 4096, ends: .allocate(capacity: 64),
        endsCapacity: 64))
    return pointer
  }

  static func destroy(_ pointer: UnsafeMutablePointer<RecordBuffer>) {
    pointer.pointee.bytes.deallocate()
    pointer.pointee.ends.deallocate()
    pointer.deallocate()
  }

  mutating func reset() {
    used = 0
    count = 0
    isComplete = false
  }

  mutating func append(_ field: UnsafeRawPointer?, _ length: Int) {
    if used + length > capacity {
      let larger = max(capacity * 2, used + length)
      let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
      moved.update(from: bytes, count: used)
      bytes.deallocate()
      bytes = moved
      capacity = larger
    }
    if count == endsCapacity {
      let moved = UnsafeMutablePointer<Int32>.allocate(capacity: endsCapacity * 2)
      moved.update(from: ends, count: count)
      ends.deallocate()
      ends = moved
      endsCapacity *= 2
    }
    if let field, length > 0 { memcpy(bytes + used, field, length) }
    used += length
    ends[count] = Int32(truncatingIfNeeded: used)
    count += 1
  }

  /// Leaves one of each two quotes of the last field.
  mutating func halveQuotes() {
    let start = count > 1 ? Int(ends[count - 2]) : 0
    guard memchr(bytes + start, 0x22, used - start) != nil else { return }
    let text = UnsafeBufferPointer(start: bytes + start, count: used - start)
    used = start + DoubledQuotes.halve(text, into: bytes + start)
    ends[count - 1] = Int32(truncatingIfNeeded: used)
  }
}
