/// Draws in the order of their size.
public struct Quantiles: Sendable {
  private let sorted: [Double]

  /// Any number of draws, one at least.
  public init(_ draws: some Sequence<Double>) { sorted = draws.sorted() }

  /// The value below which a share of the draws lies; between two draws it goes straight.
  public subscript(share: Double) -> Double {
    guard let last = sorted.indices.last else { return 0 }
    let place = share * Double(last)
    let below = Int(place)
    let above = min(below + 1, last)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }

  /// Summed in the order of size, so that it owes nothing to threads.
  public var mean: Double { sorted.reduce(0, +) / Double(max(1, sorted.count)) }

  public var variance: Double {
    let mean = mean
    return sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, sorted.count - 1))
  }

  public var count: Int { sorted.count }
}
