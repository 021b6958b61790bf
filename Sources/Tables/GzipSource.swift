import Diagnostics
import Synchronization

/// A gzip file seen as what it holds, at any offset, in bounded memory.
///
/// The first read goes through all of it, without keeping anything, to check the sums: they stand at
/// the end, and rows must not be counted before it is known that they are right. On the way the
/// state of zlib is set aside at a few places, where later reads start again; they are at most so
/// many, and lie further apart the larger the file is. What went by last is kept, because findings
/// look a few rows back.
public final class GzipSource: Sendable {
  static let blockSize = 1 << 17
  static let firstSpacing = 1 << 20
  static let mostCheckpoints = 32
  /// Blocks kept until the file has been read once, and afterwards.
  private static let keptBlocks = (first: 8, after: 2)

  private struct State {
    var isChecked = false
    /// How many bytes can be handed out, and what is wrong after them.
    var end = 0
    var fault: Inflater.Fault?
    /// The state of zlib at some places, in order.
    var checkpoints: [Inflater] = []
    /// Reads what is asked for.
    var inflater: Inflater?
    /// What it read last, the oldest first.
    var blocks: [(index: Int, bytes: [UInt8])] = []
    /// True once it has come to the end.
    var wasRead = false
  }

  private let original: ByteSource
  private let limits: GzipLimits
  private let state = Mutex(State())

  /// Sees a gzip file as what it holds.
  public init(_ original: ByteSource, limits: GzipLimits = GzipLimits()) {
    self.original = original
    self.limits = limits
  }

  /// What the file holds, under the file's own name.
  ///
  /// A file that was cut short is handed out up to there, then reading fails. One that is damaged or
  /// beyond the limits, or goes on with something else, is not handed out at all.
  public var inflated: ByteSource {
    ByteSource(
      name: original.name, reader: { offset, buffer in self.read(at: offset, into: buffer) },
      failure: { self.failure })
  }

  /// The finding that says why reading failed.
  private var failure: FindingKind {
    switch state.withLock({ $0.fault }) {
    case .tooLarge: TableFindings.compressedTooLarge
    case .notGzip: TableFindings.notGzip
    case .damaged, .cut, nil: TableFindings.unreadable
    }
  }

  private func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    // The buffer is only used inside this call; the lock is there for `explain`, not for speed.
    nonisolated(unsafe) let target = buffer
    return state.withLock { state in
      if !state.isChecked { check(&state) }
      if offset >= state.end { return state.fault == nil ? 0 : nil }
      let index = offset / Self.blockSize
      let skip = offset - index * Self.blockSize
      // The file has changed under our hands when a block is shorter than it was.
      guard let block = block(index, &state), block.count > skip else { return nil }
      let count = min(target.count, block.count - skip)
      block.withUnsafeBytes {
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[skip..<(skip + count)]))
      }
      return count
    }
  }

  /// Goes through the whole file once.
  private func check(_ state: inout State) {
    let inflater = Inflater(original, limits: limits)
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockSize, alignment: 64)
    defer { scratch.deallocate() }
    var spacing = Self.firstSpacing
    while inflater.read(into: scratch) == scratch.count {
      let last = state.checkpoints.last?.position ?? 0
      if inflater.position < last + spacing { continue }
      if state.checkpoints.count == Self.mostCheckpoints {
        spacing *= 2
        state.checkpoints = state.checkpoints.enumerated().filter { $0.offset % 2 == 1 }
          .map(\.element)
      } else if let copy = Inflater(copying: inflater) {
        state.checkpoints.append(copy)
      }
    }
    state.isChecked = true
    state.fault = inflater.fault
    state.end = inflater.fault == nil || inflater.fault == .cut ? inflater.position : 0
  }

  /// The bytes of a block; short for the last.
  private func block(_ index: Int, _ state: inout State) -> [UInt8]? {
    if let kept = state.blocks.last(where: { $0.index == index }) { return kept.bytes }
    let inflater = inflater(before: index, &state)
    var bytes: [UInt8] = []
    while inflater.position <= index * Self.blockSize {
      let here = inflater.position / Self.blockSize
      bytes = [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, count in
        count = inflater.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if bytes.isEmpty { return nil }
      keep(bytes, at: here, &state)
    }
    if inflater.position == state.end {
      state.wasRead = true
      state.inflater = nil
    }
    return bytes
  }

  /// Something that stands at a block or before it, as near as there is.
  private func inflater(before index: Int, _ state: inout State) -> Inflater {
    let start = index * Self.blockSize
    let checkpoint = state.checkpoints.last { $0.position <= start }
    if let here = state.inflater, here.position <= start,
      here.position >= checkpoint?.position ?? 0
    {
      return here
    }
    let inflater =
      checkpoint.flatMap { Inflater(copying: $0) } ?? Inflater(original, limits: limits)
    state.inflater = inflater
    return inflater
  }

  private func keep(_ bytes: [UInt8], at index: Int, _ state: inout State) {
    let most = state.wasRead ? Self.keptBlocks.after : Self.keptBlocks.first
    if state.blocks.count >= most { state.blocks.removeFirst(state.blocks.count - most + 1) }
    state.blocks.append((index, bytes))
  }
}
