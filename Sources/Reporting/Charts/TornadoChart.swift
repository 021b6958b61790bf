/// What moves a total most: how far each cause takes it to either side, the widest on top.
struct TornadoChart: Sendable {
  /// One cause.
  struct Row: Sendable {
    let label: String
    let low: Double
    let high: Double
  }

  let frame: ChartFrame
  let middle: Double
  let rows: [Row]

  /// The picture as an SVG document.
  func svg() -> String {
    let top = SVGCanvas.headerHeight(frame)
    let layout = ChartRows(rows.map(\.label), top: top)
    let values = rows.flatMap { [$0.low - middle, $0.high - middle] }
    let decimals = ChartFrame.decimals(for: values)
    let texts = rows.map {
      (
        low: frame.change($0.low - middle, decimals: decimals),
        high: frame.change($0.high - middle, decimals: decimals)
      )
    }
    let room =
      texts.map {
        max(TextWidth.of($0.low, size: 12), TextWidth.of($0.high, size: 12))
      }.max() ?? 0
    let side = min(room, 120) + 8
    let box = ChartBox(
      left: layout.left + side, top: top, right: ChartSheet.width - ChartSheet.margin - side,
      bottom: layout.bottom)
    // Differences from what is written: zero is in the middle.
    let plot = ValuePlot(frame, values: values, in: box)

    var canvas = SVGCanvas(frame, height: layout.bottom + 36)
    canvas.header()
    plot.drawGrid(on: &canvas)
    layout.draw(on: &canvas)
    for (index, row) in layout.rows.enumerated() {
      guard let low = (rows[index].low - middle).drawable,
        let high = (rows[index].high - middle).drawable
      else { continue }
      let (left, right) = (plot.x.place(min(low, high)), plot.x.place(max(low, high)))
      let zero = plot.x.place(0)
      func bar(_ from: Double, _ to: Double, _ ink: ChartInk) {
        canvas.rect(
          .bar(
            from: from, to: to, top: row.middle - ChartRows.barHeight / 2,
            height: ChartRows.barHeight), ink)
      }
      bar(left, zero, .fill(ChartPalette.gain))
      bar(zero, right, .fill(ChartPalette.main))
      canvas.label(
        [texts[index].low], at: ChartPoint(left - 6, row.middle), ChartTextStyle(anchor: .end))
      canvas.label([texts[index].high], at: ChartPoint(right + 6, row.middle), ChartTextStyle())
    }
    plot.drawZero(on: &canvas)
    return canvas.svg()
  }
}
