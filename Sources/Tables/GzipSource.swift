import Diagnostics
import Synchronization

/// A gzip file seen as what it holds, at any offset, in bounded memory.
///
/// Reading forwards costs one pass. What went by last is kept, because findings look a few rows back.
/// Further back, reading starts again at the nearest of a few places where the state of zlib was
/// set aside: they are at most so many, and lie further apart the larger the file is.
public final class GzipSource: Sendable {
  static let blockSize = 1 << 17
  /// Blocks kept while the file is read for the first time, and afterwards.
  private static let keptBlocks = (first: 8, after: 2)
  static let firstSpacing = 1 << 22
  static let mostCheckpoints = 16

  private struct State {
    /// Reads each byte for the first time.
    var front: Inflater?
    /// Reads again what went by.
    var back: Inflater?
    /// The state of zlib at some places, in order.
    var checkpoints: [Inflater] = []
    var spacing = GzipSource.firstSpacing
    /// What went by last, the oldest first.
    var blocks: [(index: Int, bytes: [UInt8])] = []
    /// How many bytes there are, once that is known, and what stopped reading there.
    var end: Int?
    var fault: Inflater.Fault?
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
  /// Reading fails where the file is cut short, damaged, larger than the limits, or followed by
  /// something else; what comes before is handed out.
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
    case .damaged, nil: TableFindings.unreadable
    }
  }

  private func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    // The buffer is only used inside this call; the lock is there for `explain`, not for speed.
    nonisolated(unsafe) let target = buffer
    return state.withLock { state in
      let index = offset / Self.blockSize
      guard let block = block(index, &state) else { return nil }
      let skip = offset - index * Self.blockSize
      if block.count <= skip {
        // Everything there is has been handed out: the end, or the place of the fault.
        return state.end == nil || state.fault != nil ? nil : 0
      }
      let count = min(target.count, block.count - skip)
      block.withUnsafeBytes {
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[skip..<(skip + count)]))
      }
      return count
    }
  }

  /// The bytes of a block; short for the last, empty beyond it.
  private func block(_ index: Int, _ state: inout State) -> [UInt8]? {
    if let kept = state.blocks.last(where: { $0.index == index }) { return kept.bytes }
    if let end = state.end, index * Self.blockSize >= end { return [] }
    let isNew = state.end == nil && index * Self.blockSize >= (state.front?.position ?? 0)
    guard let inflater = isNew ? front(&state) : back(to: index, &state) else { return nil }
    var bytes: [UInt8] = []
    while inflater.position <= index * Self.blockSize {
      let here = inflater.position / Self.blockSize
      bytes = nextBlock(of: inflater)
      keep(bytes, at: here, &state)
      if isNew { note(inflater, &state) }
      if bytes.count < Self.blockSize { break }
    }
    return inflater.position > index * Self.blockSize ? bytes : []
  }

  private func nextBlock(of inflater: Inflater) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, count in
      count = inflater.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  private func front(_ state: inout State) -> Inflater? {
    if state.front == nil { state.front = Inflater(original, limits: limits) }
    return state.front
  }

  /// Something that stands at a block or before it.
  private func back(to index: Int, _ state: inout State) -> Inflater? {
    let start = index * Self.blockSize
    let checkpoint = state.checkpoints.last { $0.position <= start }
    if let back = state.back, back.position <= start, back.position >= checkpoint?.position ?? 0 {
      return back
    }
    state.back =
      if let checkpoint { Inflater(copying: checkpoint) } else {
        Inflater(original, limits: limits)
      }
    return state.back
  }

  private func keep(_ bytes: [UInt8], at index: Int, _ state: inout State) {
    let most = state.end == nil ? Self.keptBlocks.first : Self.keptBlocks.after
    if state.blocks.count >= most { state.blocks.removeFirst(state.blocks.count - most + 1) }
    state.blocks.append((index, bytes))
  }

  /// Sets the state aside now and then, and remembers the end.
  private func note(_ front: Inflater, _ state: inout State) {
    if front.isAtEnd || front.fault != nil {
      state.end = front.position
      state.fault = front.fault
      state.front = nil
      state.blocks.removeFirst(max(0, state.blocks.count - Self.keptBlocks.after))
      return
    }
    guard front.position >= (state.checkpoints.last?.position ?? 0) + state.spacing else { return }
    if state.checkpoints.count == Self.mostCheckpoints {
      state.spacing *= 2
      state.checkpoints = state.checkpoints.enumerated().filter { $0.offset % 2 == 1 }
        .map(\.element)
      guard front.position >= (state.checkpoints.last?.position ?? 0) + state.spacing else {
        return
      }
    }
    if let copy = Inflater(copying: front) { state.checkpoints.append(copy) }
  }
}
