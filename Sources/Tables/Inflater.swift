import CZlib

/// zlib at one place of a gzip file: reads forwards, and can be copied to come back later.
final class Inflater {
  /// What stopped it.
  enum Fault {
    /// The end is missing; what came out before is right as far as anyone can tell.
    case cut
    case damaged
    case tooLarge
    case notGzip
  }

  /// How many bytes have come out.
  private(set) var position = 0
  /// True once everything has come out.
  private(set) var isAtEnd = false
  /// What stopped it, if something did.
  private(set) var fault: Fault?

  private let source: ByteSource
  private let limits: GzipLimits
  // On the heap and never moved: zlib keeps the address of its stream.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input: [UInt8] = []
  private var used = 0
  /// Where the next piece of the compressed file begins.
  private var inputEnd = 0
  private var hasMember = false

  private static let pieceSize = 1 << 16

  init(_ source: ByteSource, limits: GzipLimits) {
    self.source = source
    self.limits = limits
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window; 16 more ask for the gzip format, its sums and sizes checked by zlib.
    let size = Int32(MemoryLayout<z_stream>.size)
    if inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) != Z_OK { fault = .damaged }
  }

  /// Another one at the same place; nil when there is no memory for it.
  init?(copying other: Inflater) {
    let copy = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    copy.initialize(to: z_stream())
    // Nothing of self is set yet: a failure here must not run deinit.
    guard inflateCopy(copy, other.stream) == Z_OK else {
      copy.deallocate()
      return nil
    }
    stream = copy
    source = other.source
    limits = other.limits
    position = other.position
    isAtEnd = other.isAtEnd
    fault = other.fault
    // What was read of the file and not used yet is read again.
    inputEnd = other.inputEnd - (other.input.count - other.used)
    hasMember = other.hasMember
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Puts the next bytes into the buffer; fewer than asked for only at the end or at a fault.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var written = 0
    while written < buffer.count, !isAtEnd, fault == nil {
      if used == input.count, !refill() { break }
      if !hasMember, !beginMember() { break }
      let count = inflate(into: UnsafeMutableRawBufferPointer(rebasing: buffer[written...]))
      written += count
      position += count
      if limits.isExceeded(by: position, from: inputEnd - (input.count - used)) {
        fault = .tooLarge
      }
    }
    return written
  }

  private func inflate(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let room = min(buffer.count, Int(UInt32.max))
    let status: Int32 = input.withUnsafeMutableBytes { bytes in
      stream.pointee.next_in = bytes.baseAddress?.advanced(by: used)
        .assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_in = UInt32(bytes.count - used)
      stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(room)
      let status = CZlib.inflate(stream, Z_NO_FLUSH)
      used = bytes.count - Int(stream.pointee.avail_in)
      return status
    }
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: hasMember = false
    default: fault = .damaged
    }
    return room - Int(stream.pointee.avail_out)
  }

  /// Reads the next piece of the compressed file; false when there is none.
  private func refill() -> Bool {
    let (piece, failed) = source.collect(inputEnd, Self.pieceSize)
    input = piece
    used = 0
    inputEnd += piece.count
    if !piece.isEmpty { return true }
    // The end is in its place after a whole member, and nowhere else. A file without a single byte
    // is what an interrupted copy leaves.
    if failed || hasMember || inputEnd == 0 { fault = .cut } else { isAtEnd = true }
    return false
  }

  /// Checks that what follows is a member of the file; a file may have several.
  private func beginMember() -> Bool {
    let isFirst = inputEnd == input.count && used == 0
    if !isFirst {
      // Zeros after the last member are padding: tapes and some servers add them.
      while used < input.count, input[used] == 0 { used += 1 }
      if used == input.count { return true }
    }
    guard input[used] == 0x1F else {
      fault = isFirst ? .notGzip : .damaged
      return false
    }
    if isFirst, input.count > 1, input[1] != 0x8B {
      fault = .notGzip
      return false
    }
    hasMember = true
    if inflateReset(stream) == Z_OK { return true }
    fault = .damaged
    return false
  }
}
