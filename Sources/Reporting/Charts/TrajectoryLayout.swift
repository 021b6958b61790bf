/// Where everything of a trajectory chart stands.
struct TrajectoryLayout: Sendable {
  let plot: YearPlot
  let height: Double
  /// The lines that can be drawn.
  let paths: [TrajectoryPath]
  let band: ChartBox?
  /// The outline of where the plan may lie, there and back.
  let spread: [ChartPoint]
  let endLabels: [EndLabels.Placed]
  let innerNames: TrajectoryInnerNames

  /// The layout of a chart; names that find no room inside join those at the right.
  init(_ chart: TrajectoryChart) {
    let first = TrajectoryLayout(chart, atEnd: [])
    let homeless = first.innerNames.homeless
    self = homeless.isEmpty ? first : TrajectoryLayout(chart, atEnd: homeless)
  }

  private init(_ chart: TrajectoryChart, atEnd: Set<TrajectoryInnerNames.Named>) {
    let points = chart.lines.flatMap(\.knownPoints)
    let values =
      points.map(\.value) + [chart.residual?.upTo ?? 0]
      + chart.spread.flatMap { [$0.low, $0.high] }
    let years = points.filter { $0.value.drawable != nil }.map(\.year)
    let decimals = ChartFrame.decimals(for: values)
    let top = SVGCanvas.headerHeight(chart.frame) + 8
    func field(right: Double, height: Double) -> YearPlot {
      YearPlot(
        chart.frame, years: years, values: values, top: top, right: right, height: height)
    }
    func names(_ plot: YearPlot) -> [EndLabels.Label] {
      Self.endNames(chart, plot, atEnd: atEnd, decimals: decimals)
    }

    let usual = TrajectoryChart.height - top - 40
    let draft = names(field(right: ChartSheet.width - 120, height: usual))
    let room = EndLabels.width(draft)
    let needed = EndLabels.height(draft, width: room)
    let right = ChartSheet.width - ChartSheet.margin - (room > 0 ? room + EndLabels.gap : 0)
    let plot = field(right: right, height: max(usual, needed))
    let paths = TrajectoryPath.paths(chart, in: plot, decimals: decimals)
    self.plot = plot
    self.paths = paths.filter { $0.end != nil }
    height = plot.box.bottom + 40
    spread =
      chart.spread.compactMap { plot.place($0.year, $0.high) }
      + chart.spread.reversed().compactMap { plot.place($0.year, $0.low) }
    band = chart.residual.flatMap { Self.band($0.upTo, plot) }
    endLabels = EndLabels.placed(
      names(plot), left: right + EndLabels.gap, width: room, in: plot.box.top...plot.box.bottom)
    innerNames = TrajectoryInnerNames(
      chart, paths, plot, band: band, atEnd: atEnd, decimals: decimals)
  }

  private static func band(_ upTo: Double, _ plot: YearPlot) -> ChartBox? {
    guard let upTo = upTo.drawable, upTo > 0 else { return nil }
    var box = plot.box
    box.top = plot.y.place(upTo)
    box.bottom = plot.y.place(0)
    return box
  }

  private static func endNames(
    _ chart: TrajectoryChart, _ plot: YearPlot, atEnd: Set<TrajectoryInnerNames.Named>,
    decimals: Int
  ) -> [EndLabels.Label] {
    let paths = TrajectoryPath.paths(chart, in: plot, decimals: decimals)
    // Lines that end together are named in the order in which they come.
    let order = paths.indices.sorted { (paths[$0].slope, $0) < (paths[$1].slope, $1) }
    var names = order.compactMap { index -> EndLabels.Label? in
      let isHere = paths[index].reachesEnd || atEnd.contains(.line(index))
      return isHere ? paths[index].end.map(paths[index].name) : nil
    }
    if atEnd.contains(.band), let residual = chart.residual {
      names.append(
        .init(
          name: residual.label, value: chart.frame.text(residual.upTo, decimals: decimals),
          anchor: ChartPoint(plot.box.right, plot.y.place(residual.upTo / 2)),
          color: ChartPalette.quietText))
    }
    return names
  }
}
