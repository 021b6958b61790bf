/// What was emitted and what is planned against a budget.
struct BudgetBar: Sendable {
  /// One budget and what is made of it.
  struct Row: Sendable {
    let label: String
    let budget: Double
    let used: Double
    let planned: Double
    var note: String?
  }

  let frame: ChartFrame
  let rows: [Row]
  let usedLabel: String
  let plannedLabel: String
  let budgetLabel: String
  let overshootLabel: String

  /// The picture as an SVG document.
  func svg() -> String {
    let spans = rows.map { BudgetSpan($0) }
    let key = ChartKey(
      [usedLabel, plannedLabel, budgetLabel, overshootLabel],
      top: SVGCanvas.headerHeight(frame) - 4)
    let layout = BudgetLayout(rows, top: key.bottom + 14)
    let box = ChartBox(
      left: ChartSheet.margin + 4, top: layout.top,
      right: ChartSheet.width - ChartSheet.margin - 14,
      bottom: layout.bottom)
    let values: [Double] = spans.flatMap { span in
      [span.budget ?? 0, span.used, span.total]
    }
    let plot = ValuePlot(frame, values: values, in: box)
    let decimals = ChartFrame.decimals(for: values)

    var canvas = SVGCanvas(frame, height: layout.bottom + 36)
    canvas.header()
    for (item, part) in zip(key.items, BudgetPart.allCases) {
      canvas.swatch(part, at: item.swatch)
      canvas.label(
        [item.label], at: ChartPoint(item.swatch.right + 6, item.swatch.middle.y), .init())
    }
    plot.drawGrid(on: &canvas)
    for (place, span) in zip(layout.rows, spans) {
      draw(place, span, plot, decimals, on: &canvas)
    }
    return canvas.svg()
  }

  private func draw(
    _ place: BudgetLayout.Row, _ span: BudgetSpan, _ plot: ValuePlot, _ decimals: Int,
    on canvas: inout SVGCanvas
  ) {
    var y = place.top + 12
    for line in place.label {
      canvas.text(line, at: ChartPoint(ChartSheet.margin, y), BudgetLayout.labelStyle)
      y += BudgetLayout.labelStyle.leading
    }
    for (part, from, to) in span.parts {
      let box = ChartBox.bar(
        from: plot.x.place(from), to: plot.x.place(to), top: place.barTop,
        height: BudgetLayout.barHeight)
      canvas.rect(box, part.ink(on: &canvas))
    }
    let zero = plot.x.place(0)
    let barBottom = place.barTop + BudgetLayout.barHeight
    canvas.line(
      ChartPoint(zero, place.barTop - 3), ChartPoint(zero, barBottom + 3),
      .line(ChartPalette.axis, 1.2))
    if let budget = span.budget {
      let x = plot.x.place(budget)
      canvas.line(
        ChartPoint(x, place.barTop - 6), ChartPoint(x, barBottom + 6),
        .line(ChartPalette.text, 2.6))
      let style = ChartTextStyle(size: 11.5, anchor: .middle, isBold: true)
      // A long word for a budget is cut, its value never.
      let word = TextWrapping.lines(
        budgetLabel, width: 250, size: style.size, bold: true, limit: 1)
      let text = (word + [frame.text(budget, decimals: decimals)]).joined(separator: " ")
      let half = TextWidth.of(text, size: style.size, bold: true) / 2
      let middle = min(
        max(x, ChartSheet.margin + half), ChartSheet.width - ChartSheet.margin - half)
      canvas.label([text], at: ChartPoint(middle, place.barTop - 14), style)
    }
    drawValues(span, plot, decimals, at: barBottom + 16, on: &canvas)
    y = barBottom + 40
    for line in place.note {
      canvas.text(line, at: ChartPoint(ChartSheet.margin, y), BudgetLayout.noteStyle)
      y += BudgetLayout.noteStyle.leading
    }
  }

  /// Writes the value of each part under it, each behind a sample of its part.
  private func drawValues(
    _ span: BudgetSpan, _ plot: ValuePlot, _ decimals: Int, at height: Double,
    on canvas: inout SVGCanvas
  ) {
    let values = span.values.map { part, value, from, to in
      let text =
        part == .overshoot
        ? frame.change(value, decimals: decimals) : frame.text(value, decimals: decimals)
      return (part: part, text: text, middle: (plot.x.place(from) + plot.x.place(to)) / 2)
    }
    let widths = values.map { TextWidth.of($0.text, size: 12) + 17 }
    let middles = LabelSpread.middles(
      zip(values, widths).map { .init(middle: $0.middle, room: $1 + 14) },
      in: ChartSheet.margin - 7...ChartSheet.width - ChartSheet.margin + 7)
    for (index, value) in values.enumerated() {
      let left = middles[index] - widths[index] / 2
      canvas.swatch(
        value.part,
        at: ChartBox(left: left, top: height - 5, right: left + 11, bottom: height + 6))
      canvas.label([value.text], at: ChartPoint(left + 17, height), .init())
    }
  }
}
