import Tables

/// Several figures in many draws, worked out on all processors.
public enum DrawGrid {
  /// As many draws as fit beside each other in the cache, with all that is drawn for them.
  private static let block = 64

  /// Row by row, draw by draw: what `body` makes gives, for a block of draws, the values of each row one
  /// after the other, and depends on nothing else.
  ///
  /// It is made once for each thread: what threads share, they count references of in turns.
  public static func values(
    rows: Int, draws: Int, threads: Int? = nil,
    _ body: @escaping @Sendable () -> ((_ draws: Range<Int>) -> [Double])
  ) -> [[Double]] {
    var values = [Double](repeating: 0, count: rows * draws)
    let blocks = (draws + block - 1) / block
    values.withUnsafeMutableBufferPointer { buffer in
      let shared = SharedBuffer(base: buffer.baseAddress)
      let threads = max(1, min(threads ?? Threads.available, blocks))
      Threads.run(threads) { thread in
        guard let base = shared.base else { return }
        let values = body()
        for block in stride(from: thread, to: blocks, by: threads) {
          let range = (block * Self.block)..<min(draws, (block + 1) * Self.block)
          let found = values(range)
          for row in 0..<rows {
            for place in range.indices {
              base[row * draws + place] = found[row * range.count + place - range.lowerBound]
            }
          }
        }
      }
    }
    return (0..<rows).map { Array(values[($0 * draws)..<(($0 + 1) * draws)]) }
  }

  /// Every draw has its own places: threads never meet.
  private struct SharedBuffer: @unchecked Sendable {
    let base: UnsafeMutablePointer<Double>?
  }
}
