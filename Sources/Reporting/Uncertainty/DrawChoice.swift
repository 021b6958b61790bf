/// How many times what may be wrong is drawn, and from which seed.
public struct DrawChoice: Sendable {
  let count: Int
  let seed: UInt64

  /// So many draws from a seed.
  public init(count: Int, seed: UInt64) {
    self.count = count
    self.seed = seed
  }
}
