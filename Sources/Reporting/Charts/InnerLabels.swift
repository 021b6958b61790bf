/// Finds free places inside the field for names of what ends there.
struct InnerLabels: Sendable {
  /// Where names may stand.
  let field: ChartBox
  private var lines: [(ChartPoint, ChartPoint)] = []
  private var boxes: [ChartBox] = []

  /// The heights of the grid, which a name covers only if it must.
  private let grid: [Double]

  init(in field: ChartBox, grid: [Double] = []) {
    self.field = field
    self.grid = grid
  }

  /// Keeps names off a line through places.
  mutating func avoid(_ places: [ChartPoint]) {
    for (from, to) in zip(places, places.dropFirst()) { lines.append((from, to)) }
    boxes += places.map {
      ChartBox(left: $0.x - 6, top: $0.y - 6, right: $0.x + 6, bottom: $0.y + 6)
    }
  }

  /// The nearest free box around a place for one of several sizes; it is then taken.
  ///
  /// If possible it lies between the lines of the grid, and the straight way to it passes no
  /// other name or point.
  mutating func take(near place: ChartPoint, sizes: [ChartPoint]) -> (size: Int, box: ChartBox)? {
    let near = [9.0, 14, 20, 28, 38]
    let found =
      find(place, sizes, near) { isOffGrid($0) && isWayFree(to: $0, from: place) }
      ?? find(place, sizes, near) { isOffGrid($0) }
      ?? find(place, sizes, near + [50, 64]) { _ in true }
    if let found { boxes.append(found.box) }
    return found
  }

  private func find(
    _ place: ChartPoint, _ sizes: [ChartPoint], _ distances: [Double],
    where isWished: (ChartBox) -> Bool
  ) -> (size: Int, box: ChartBox)? {
    for distance in distances {
      for (index, size) in sizes.enumerated() {
        for middle in Self.middles(distance, size) {
          let (x, y) = (place.x + middle.x, place.y + middle.y)
          let box = ChartBox(
            left: x - size.x / 2, top: y - size.y / 2, right: x + size.x / 2,
            bottom: y + size.y / 2)
          if isWished(box), isFree(box) { return (index, box) }
        }
      }
    }
    return nil
  }

  /// Where boxes of a size may have their middles, the best place first.
  private static func middles(_ distance: Double, _ size: ChartPoint) -> [ChartPoint] {
    let rise = distance + size.y / 2
    let run = size.x / 2
    return [
      ChartPoint(8 + run, -rise), ChartPoint(0, -rise), ChartPoint(distance + run, 0),
      ChartPoint(-8 - run, -rise), ChartPoint(8 + run, rise), ChartPoint(0, rise),
      ChartPoint(-8 - run, rise), ChartPoint(-distance - run, 0),
    ]
  }

  private func isOffGrid(_ box: ChartBox) -> Bool {
    !grid.contains { box.top < $0 && $0 < box.bottom }
  }

  private func isWayFree(to box: ChartBox, from place: ChartPoint) -> Bool {
    let touch = box.nearest(to: place)
    return !boxes.contains { !$0.contains(place) && $0.isCrossed(from: place, to: touch) }
  }

  private func isFree(_ box: ChartBox) -> Bool {
    field.contains(box) && !boxes.contains { $0.overlaps(box) }
      && !lines.contains { box.isCrossed(from: $0.0, to: $0.1) }
  }

  /// Takes a box if it is free.
  mutating func take(_ box: ChartBox) -> Bool {
    let isFree = isFree(box)
    if isFree { boxes.append(box) }
    return isFree
  }
}
