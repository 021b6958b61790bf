/// Sets labels along a line so that none lies on another and each is near its place.
enum LabelSpread {
  /// A label that wants its middle at a place and takes some room.
  struct Wish: Sendable {
    let middle: Double
    let room: Double
  }

  /// The middle of every label, in the order given, inside the range if all of them fit in it.
  ///
  /// Least squares under the order of the wishes: neighbours that would touch are pooled and
  /// share their mean move, then all are kept inside the range.
  static func middles(_ wishes: [Wish], in range: ClosedRange<Double>) -> [Double] {
    let order = wishes.indices.sorted {
      (wishes[$0].middle, $0) < (wishes[$1].middle, $1)
    }
    var taken = 0.0
    var before: [Double] = []
    var pools: [(sum: Double, count: Int)] = []
    for index in order {
      before.append(taken)
      pools.append((wishes[index].middle - wishes[index].room / 2 - taken, 1))
      taken += wishes[index].room
      while pools.count > 1, mean(pools[pools.count - 2]) > mean(pools[pools.count - 1]) {
        let last = pools.removeLast()
        pools[pools.count - 1].sum += last.sum
        pools[pools.count - 1].count += last.count
      }
    }
    let highest = max(range.lowerBound, range.upperBound - taken)
    let starts = pools.flatMap { pool in
      Array(repeating: min(max(mean(pool), range.lowerBound), highest), count: pool.count)
    }
    var middles = Array(repeating: 0.0, count: wishes.count)
    for (place, index) in order.enumerated() {
      middles[index] = starts[place] + before[place] + wishes[index].room / 2
    }
    return middles
  }

  private static func mean(_ pool: (sum: Double, count: Int)) -> Double {
    pool.sum / Double(pool.count)
  }
}
