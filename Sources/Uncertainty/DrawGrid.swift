import Tables

/// Several figures in many draws, worked out on all processors.
public struct DrawGrid: Sendable {
  private let values: [Double]
  private let draws: Int

  /// Row by row, draw by draw: what `body` makes gives, for a block of draws, the values of each row one
  /// after the other, and depends on nothing else.
  ///
  /// It is made once for each thread: what threads share, they count references of in turns. A block is as
  /// many draws as fit in the cache with all that is drawn for them.
  public init(
    rows: Int, draws: Int, block: Int = 64, threads: Int? = nil,
    _ body: @escaping @Sendable () -> ((_ draws: Range<Int>) -> [Double])
  ) {
    var values = [Double](repeating: 0, count: rows * draws)
    let blocks = (draws + block - 1) / block
    values.withUnsafeMutableBufferPointer { buffer in
      let shared = SharedBuffer(base: buffer.baseAddress)
      let threads = max(1, min(threads ?? Threads.available, blocks))
      Threads.run(threads) { thread in
        guard let base = shared.base else { return }
        let values = body()
        for number in stride(from: thread, to: blocks, by: threads) {
          let range = (number * block)..<min(draws, (number + 1) * block)
          let found = values(range)
          for row in 0..<rows {
            let (from, to) = (row * range.count, row * draws + range.lowerBound)
            for place in 0..<range.count { base[to + place] = found[from + place] }
          }
        }
      }
    }
    self.values = values
    self.draws = draws
  }

  /// The values of a row, draw by draw.
  public subscript(row: Int) -> ArraySlice<Double> {
    values[(row * draws)..<((row + 1) * draws)]
  }

  /// Every block has its own places: threads never meet.
  private struct SharedBuffer: @unchecked Sendable {
    let base: UnsafeMutablePointer<Double>?
  }
}
