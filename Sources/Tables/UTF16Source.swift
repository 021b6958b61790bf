import Synchronization

/// A UTF-16 file seen as UTF-8: what Excel calls "Unicode text".
///
/// Converts as it goes and remembers where it stands, so that reading forwards costs one pass and
/// memory stays flat; going back starts again from the top, which only findings do.
final class UTF16Source: Sendable {
  private struct State {
    /// The next byte of the original to convert.
    var position = 2
    /// The offset in the converted text of the first byte of `pending`.
    var offset = 0
    var pending: [UInt8] = []
    var highSurrogate: UInt32 = 0
    var failed = false
  }

  private let original: ByteSource
  private let bigEndian: Bool
  private let state = Mutex(State())

  init(_ original: ByteSource, bigEndian: Bool) {
    self.original = original
    self.bigEndian = bigEndian
  }

  var converted: ByteSource {
    ByteSource(
      name: original.name, reader: { offset, buffer in self.read(at: offset, into: buffer) },
      failure: { self.original.failure })
  }

  private func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    // The buffer is only used inside this call; the lock is there for `explain`, not for speed.
    nonisolated(unsafe) let target = buffer
    return state.withLock { state in
      if offset < state.offset { state = State() }
      while state.offset + state.pending.count <= offset {
        state.offset += state.pending.count
        state.pending.removeAll(keepingCapacity: true)
        if !fill(&state) { return state.failed ? nil : 0 }
      }
      let skip = offset - state.offset
      let count = min(target.count, state.pending.count - skip)
      state.pending.withUnsafeBytes { bytes in
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[skip..<(skip + count)]))
      }
      return count
    }
  }

  /// Converts the next piece; false at the end.
  private func fill(_ state: inout State) -> Bool {
    let (piece, failed) = original.collect(state.position, 1 << 16)
    if failed && piece.count < 2 {
      state.failed = true
      return false
    }
    if piece.isEmpty {
      if state.highSurrogate == 0 { return false }
      state.highSurrogate = 0
      append(0xFFFD, &state.pending)
      return true
    }
    state.position += piece.count
    var index = 0
    while index + 1 < piece.count {
      let (first, second) = (UInt32(piece[index]), UInt32(piece[index + 1]))
      let unit = bigEndian ? first << 8 | second : second << 8 | first
      index += 2
      switch unit {
      case 0xD800...0xDBFF:
        if state.highSurrogate != 0 { append(0xFFFD, &state.pending) }
        state.highSurrogate = unit
      case 0xDC00...0xDFFF:
        let high = state.highSurrogate
        state.highSurrogate = 0
        append(
          high == 0 ? 0xFFFD : 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), &state.pending)
      default:
        if state.highSurrogate != 0 { append(0xFFFD, &state.pending) }
        state.highSurrogate = 0
        append(unit, &state.pending)
      }
    }
    // Half a unit: the end of a file that was cut, or the place where the device failed.
    if index < piece.count {
      if failed { state.position -= 1 } else { append(0xFFFD, &state.pending) }
    }
    return true
  }

  private func append(_ value: UInt32, _ bytes: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
