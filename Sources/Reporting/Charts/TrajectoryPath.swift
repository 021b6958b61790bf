/// One line of a trajectory as places in the field.
struct TrajectoryPath: Sendable {
  let kind: TrajectoryChart.Line.Kind
  let look: TrajectoryLook
  let label: String
  /// The last value, as it is written beside the name.
  let value: String
  /// Whether the line goes on to the last year of the chart.
  let reachesEnd: Bool
  /// The places, in runs between missing values.
  let runs: [[ChartPoint]]

  /// The paths of all lines of a chart, in their order.
  static func paths(_ chart: TrajectoryChart, in plot: YearPlot, decimals: Int) -> [TrajectoryPath]
  {
    var seen: [TrajectoryChart.Line.Kind: Int] = [:]
    return chart.lines.map { line in
      let nth = seen[line.kind, default: 0]
      seen[line.kind] = nth + 1
      let points = line.knownPoints
      let last = points.last { $0.value.drawable != nil }
      return TrajectoryPath(
        kind: line.kind, look: TrajectoryLook(line.kind, nth: nth), label: line.label,
        value: last.map { chart.frame.text($0.value, decimals: decimals) } ?? "",
        reachesEnd: last?.year == plot.years.upperBound,
        runs: points.map { plot.place($0.year, $0.value) }.split(separator: nil)
          .map { $0.compactMap { $0 } })
    }
  }

  /// Where the line ends; nothing if it has no place at all.
  var end: ChartPoint? { runs.last?.last }

  /// How steeply the line rises to its end; a line that falls comes from above.
  var slope: Double {
    guard let run = runs.last, run.count > 1 else { return 0 }
    let (from, to) = (run[run.count - 2], run[run.count - 1])
    return (from.y - to.y) / max(to.x - from.x, 1)
  }

  /// The name at the end of the line.
  func name(at end: ChartPoint) -> EndLabels.Label {
    .init(
      name: label, value: value, anchor: end, color: look.color, isBold: kind == .plan,
      marker: look.marker)
  }
}

extension TrajectoryChart.Line {
  /// The points in years that can be drawn, in the order of the years.
  var knownPoints: [(year: Int, value: Double)] {
    points.filter { $0.year.drawableYear != nil }.enumerated()
      .sorted { ($0.element.year, $0.offset) < ($1.element.year, $1.offset) }.map(\.element)
  }
}
