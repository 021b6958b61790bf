/// Names inside the field: of lines that end before the last year, and of the band.
struct TrajectoryInnerNames: Sendable {
  /// A name and where it stands.
  struct Label: Sendable {
    let lines: [String]
    let box: ChartBox
    let color: String
    /// What it names, if that is not just beside it.
    var anchor: ChartPoint?
  }

  /// What has a name: a line by its number, or the band.
  enum Named: Hashable, Sendable {
    case line(Int)
    case band
  }

  private(set) var labels: [Label] = []
  /// What found no room for its name.
  private(set) var homeless: Set<Named> = []
  private var free: InnerLabels

  /// Names for what is not named at the end.
  init(
    _ chart: TrajectoryChart, _ paths: [TrajectoryPath], _ plot: YearPlot, band: ChartBox?,
    atEnd: Set<Named>, decimals: Int
  ) {
    free = InnerLabels(in: plot.box, grid: plot.axis.ticks.values.map(plot.y.place))
    for run in paths.flatMap(\.runs) { free.avoid(run) }
    for (index, path) in paths.enumerated() where !atEnd.contains(.line(index)) {
      guard let end = path.end, !path.reachesEnd else { continue }
      if !place(path.name(at: end)) { homeless.insert(.line(index)) }
    }
    guard let band, let residual = chart.residual, !atEnd.contains(.band) else { return }
    let name = residual.label + " · " + chart.frame.text(residual.upTo, decimals: decimals)
    if !place(name, in: band) { homeless.insert(.band) }
  }

  private mutating func place(_ name: EndLabels.Label) -> Bool {
    // The value stands beside the name if both fit in a line, else under it.
    let whole = EndLabels.text(name)
    var shapes = [Self.line(name.name, 200) + Self.line(name.value, 200)]
    if Self.line(whole, 280) == [whole] { shapes.insert([whole], at: 0) }
    guard let found = free.take(near: name.anchor, sizes: shapes.map(Self.size)) else {
      return false
    }
    let touch = found.box.nearest(to: name.anchor)
    let way = abs(touch.x - name.anchor.x) + abs(touch.y - name.anchor.y)
    labels.append(
      Label(
        lines: shapes[found.size], box: found.box, color: name.color,
        anchor: way > 20 ? name.anchor : nil))
    return true
  }

  private mutating func place(_ name: String, in band: ChartBox) -> Bool {
    let lines = Self.line(name, 300)
    let size = Self.size(of: lines)
    // In the band if it is high enough, else just above it.
    let above = band.top - size.y / 2 - 3
    for middle in band.height >= size.y ? [band.middle.y, above] : [above] {
      for shift in [0.02, 0.3, 0.6] {
        let left = band.left + shift * band.width
        let box = ChartBox(
          left: left, top: middle - size.y / 2, right: left + size.x, bottom: middle + size.y / 2)
        if free.take(box) {
          labels.append(Label(lines: lines, box: box, color: ChartPalette.quietText))
          return true
        }
      }
    }
    return false
  }

  private static func line(_ text: String, _ width: Double) -> [String] {
    TextWrapping.lines(text, width: width, size: EndLabels.size, limit: 1)
  }

  private static func size(of lines: [String]) -> ChartPoint {
    let widest = lines.map { TextWidth.of($0, size: EndLabels.size) }.max() ?? 0
    return ChartPoint(widest + 2, Double(lines.count) * EndLabels.size * 1.2 + 2)
  }
}
