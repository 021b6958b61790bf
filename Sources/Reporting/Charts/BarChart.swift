/// Values beside each other, in the order given.
struct BarChart: Sendable {
  /// One bar; the share is a text such as `12 %`.
  struct Row: Sendable {
    let label: String
    let value: Double
    var share: String?
    var whisker: Whisker?
  }

  let frame: ChartFrame
  let rows: [Row]

  /// The picture as an SVG document.
  func svg() -> String {
    let top = SVGCanvas.headerHeight(frame)
    let layout = ChartRows(rows.map(\.label), top: top)
    let values = rows.map(\.value)
    let decimals = ChartFrame.decimals(for: values)
    let texts = values.map { frame.text($0, decimals: decimals) }
    let shares = rows.map { $0.share.map { "· " + $0 } ?? "" }
    let room = zip(texts, shares).map {
      TextWidth.of($0, size: 12, bold: true) + TextWidth.of($1, size: 12) + 4
    }
    let box = ChartBox(
      left: layout.left, top: top,
      right: ChartSheet.width - ChartSheet.margin - min(room.max() ?? 0, 240) - 8,
      bottom: layout.bottom)
    let ends = rows.flatMap { row in row.whisker.map { [$0.low, $0.high] } ?? [] }
    let plot = ValuePlot(frame, values: values + ends, in: box)

    var canvas = SVGCanvas(frame, height: layout.bottom + 36)
    canvas.header()
    plot.drawGrid(on: &canvas)
    layout.draw(on: &canvas)
    for (index, row) in layout.rows.enumerated() {
      var end = plot.x.place(0)
      if let value = rows[index].value.drawable {
        let bar = ChartBox.bar(
          from: end, to: plot.x.place(value), top: row.middle - ChartRows.barHeight / 2,
          height: ChartRows.barHeight)
        canvas.rect(bar, value < 0 ? less(on: &canvas) : .fill(ChartPalette.main))
        end = bar.right
      }
      if let whisker = rows[index].whisker, let low = whisker.low.drawable,
        let high = whisker.high.drawable
      {
        let (from, to) = (plot.x.place(low), plot.x.place(high))
        Whisker.draw(
          from: ChartPoint(from, row.middle), to: ChartPoint(to, row.middle), isUpright: false,
          on: &canvas)
        end = max(end, from, to)
      }
      let text = texts[index]
      canvas.label([text], at: ChartPoint(end + 6, row.middle), ChartTextStyle(isBold: true))
      let after = end + 10 + TextWidth.of(text, size: 12, bold: true)
      let share = TextWrapping.lines(
        shares[index], width: ChartSheet.width - ChartSheet.margin - after, size: 12, limit: 1)
      canvas.label(
        share, at: ChartPoint(after, row.middle), ChartTextStyle(color: ChartPalette.quietText))
    }
    plot.drawZero(on: &canvas)
    return canvas.svg()
  }

  /// Below zero is another thing: it is hatched.
  private func less(on canvas: inout SVGCanvas) -> ChartInk {
    let hatch = ChartHatch(shape: .rising, color: ChartPalette.gain, ground: ChartPalette.paleGain)
    return ChartInk(fill: canvas.fill(hatch), stroke: ChartPalette.gain)
  }
}
