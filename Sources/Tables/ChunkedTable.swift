import Synchronization

/// Reads a table in chunks on several threads, and finds the records that one thread would.
///
/// Where a chunk begins is guessed, its records are found, and only when the chunk before it ends
/// at that very byte is anything made of them; otherwise they are looked for again from where they
/// do begin. So nothing is ever undone, and no guess shows in a result.
struct ChunkedTable: Sendable {
  let source: ByteSource
  let dialect: Dialect
  let width: Int
  let shape: ChunkShape
  private var size: Int { shape.size }

  /// Bytes read beyond a chunk, so that its last record is whole; a longer one goes to libcsv.
  private var reach: Int { min(1 << 10, max(256, size / 4)) }

  /// Where a chunk should begin.
  private func boundary(_ number: Int) -> Int {
    dialect.start + number * size
  }

  /// The end of the chunk before, once it is sure.
  private struct Known {
    var offset: Int
    var line: Int
    var isEnd = false
  }

  func run<Work: ChunkWork>(_ work: Work) {
    let counter = Atomic(0)
    let known = Mutex(Known(offset: dialect.start, line: dialect.line))
    let indexed = Turn()
    let ended = Mutex(())
    // One more than threads: nobody waits for a chunk above that takes a little longer.
    let queue = FinishQueue(
      (0..<(shape.threads + 1)).map { _ in
        Slot(
          RecordChunk(
            source, dialect: dialect, width: width, capacity: size + reach + 1,
            instructions: shape.instructions), work.makeNotes())
      })
    Threads.run(shape.threads) { _ in
      var local = work.makeLocal()
      while true {
        let slot = queue.takeFree()
        let chunk = slot.chunk
        let number = counter.wrappingAdd(1, ordering: .relaxed).oldValue
        let (first, limit) = (boundary(number), boundary(number + 1))
        // The byte before says whether a record begins at the boundary itself.
        let before = number == 0 ? 0 : 1
        let isLoaded = chunk.window.load(from: first - before, count: limit - first + reach + 1)
        let guess = isLoaded ? number == 0 ? first : chunk.guess() : nil
        if let guess { chunk.index(from: guess, until: limit) }
        indexed.wait(for: number)
        let start = known.withLock { $0 }
        if !start.isEnd {
          if guess != start.offset { chunk.index(from: start.offset, until: limit) }
          chunk.firstLine = start.line
          known.withLock {
            $0 = Known(
              offset: chunk.end, line: start.line + chunk.lines, isEnd: chunk.isLast)
          }
        }
        indexed.pass(number)
        if start.isEnd {
          queue.giveBack(slot)
          break
        }
        slot.isFolded = work.worksAhead
        if slot.isFolded { work.fold(chunk, &slot.notes, &local) }
        queue.finish(slot, number) { slot in
          work.finish(slot.chunk, isFolded: slot.isFolded, &slot.notes, &local)
        }
      }
      ended.withLock { _ in work.end(&local) }
    }
  }

  /// A chunk, and what is noted about it.
  private final class Slot<Notes> {
    let chunk: RecordChunk
    var notes: Notes
    var isFolded = false

    init(_ chunk: RecordChunk, _ notes: Notes) {
      self.chunk = chunk
      self.notes = notes
    }
  }
}
