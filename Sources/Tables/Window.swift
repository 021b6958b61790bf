/// A piece of a source in memory, read once and looked at by both readers of records.
final class Window: @unchecked Sendable {
  let source: ByteSource
  let bytes: UnsafeMutablePointer<UInt8>
  private let allocation: UnsafeMutableRawPointer
  private let capacity: Int
  /// Where the piece begins in the source.
  private(set) var offset = 0
  /// How many bytes it holds.
  private(set) var count = 0

  /// Bytes before the first one and behind the last one that may be read; those behind are NUL.
  static let padding = 2 * ByteMasks.block

  /// Half a page of memory.
  ///
  /// Chunks begin near the beginning of a page of the file, and some processors copy bytes at a quarter of their
  /// speed to a place that is only a few bytes further on in its page than they were in theirs.
  private static let lead = 2048

  init(_ source: ByteSource, capacity: Int) {
    self.source = source
    self.capacity = capacity
    allocation = .allocate(
      byteCount: Self.lead + capacity + Self.padding, alignment: 2 * Self.lead)
    let before = (allocation + Self.lead - Self.padding).initializeMemory(
      as: UInt8.self, repeating: 0, count: Self.padding)
    bytes = before + Self.padding
  }

  deinit { allocation.deallocate() }

  /// Reads up to so many bytes from an offset; false when the device failed.
  func load(from start: Int, count wanted: Int) -> Bool {
    offset = start
    count = 0
    let wanted = min(wanted, capacity)
    defer { (bytes + count).update(repeating: 0, count: Self.padding) }
    while count < wanted {
      let rest = UnsafeMutableRawBufferPointer(start: bytes + count, count: wanted - count)
      guard let read = source.read(at: start + count, into: rest) else { return false }
      if read == 0 { break }
      count += read
    }
    return true
  }

  /// Reads from the piece where it can, and from the source beyond it.
  func read(at place: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    guard place >= offset, place < offset + count else {
      return source.read(at: place, into: buffer)
    }
    let found = min(buffer.count, offset + count - place)
    buffer.copyMemory(from: UnsafeRawBufferPointer(start: bytes + (place - offset), count: found))
    return found
  }

  /// The same bytes as a source.
  var asSource: ByteSource {
    ByteSource(name: source.name, reader: { [self] in read(at: $0, into: $1) })
  }
}
