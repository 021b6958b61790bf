/// From one level to another, step by step: bars that lie, so that long names fit.
struct WaterfallChart: Sendable {
  /// A level from zero or a change from where the last step ended.
  struct Step: Sendable {
    /// What the value of a step means.
    enum Kind: Sendable {
      case level
      case change
      /// A level to be reached; the next change does not start from it.
      case target
    }

    let label: String
    let value: Double
    let kind: Kind
  }

  let frame: ChartFrame
  let steps: [Step]

  /// Where a step begins and ends; nothing if its value cannot be drawn.
  struct Span: Sendable {
    let from: Double
    let to: Double
    /// Where the next change starts.
    let running: Double
  }

  /// The spans of all steps, in their order.
  static func spans(_ steps: [Step]) -> [Span?] {
    var running = 0.0
    return steps.map { step in
      guard let value = step.value.drawable else { return nil }
      let from = step.kind == .change ? running : 0
      let to = from + value
      if step.kind != .target { running = to }
      return Span(from: from, to: to, running: running)
    }
  }

  /// The picture as an SVG document.
  func svg() -> String {
    let top = SVGCanvas.headerHeight(frame)
    let rows = ChartRows(steps.map(\.label), top: top)
    let spans = Self.spans(steps)
    let values = spans.flatMap { $0.map { [$0.from, $0.to] } ?? [] }
    let decimals = ChartFrame.decimals(for: values)
    let texts = steps.map { step in
      step.kind == .change
        ? frame.change(step.value, decimals: decimals) : frame.text(step.value, decimals: decimals)
    }
    let room = texts.map { TextWidth.of($0, size: 12, bold: true) }.max() ?? 0
    let box = ChartBox(
      left: rows.left, top: top, right: ChartSheet.width - ChartSheet.margin - min(room, 200) - 8,
      bottom: rows.bottom)
    let plot = ValuePlot(frame, values: values, in: box)

    var canvas = SVGCanvas(frame, height: rows.bottom + 36)
    canvas.header()
    plot.drawGrid(on: &canvas)
    rows.draw(on: &canvas)
    var last: (place: Double, bottom: Double)?
    for (index, row) in rows.rows.enumerated() {
      let barTop = row.middle - ChartRows.barHeight / 2
      var end = plot.x.place(0)
      if let span = spans[index] {
        let from = plot.x.place(span.from)
        let to = plot.x.place(span.to)
        if let last {
          canvas.line(
            ChartPoint(last.place, last.bottom), ChartPoint(last.place, barTop),
            .line(ChartPalette.axis, dash: steps[index].kind == .target ? "1 2" : ""))
        }
        canvas.rect(
          .bar(from: from, to: to, top: barTop, height: ChartRows.barHeight),
          ink(steps[index], on: &canvas))
        last = (plot.x.place(span.running), barTop + ChartRows.barHeight)
        end = max(from, to)
      }
      canvas.label(
        [texts[index]], at: ChartPoint(end + 6, row.middle),
        ChartTextStyle(isBold: steps[index].kind != .change))
    }
    plot.drawZero(on: &canvas)
    return canvas.svg()
  }

  private func ink(_ step: Step, on canvas: inout SVGCanvas) -> ChartInk {
    switch step.kind {
    case .level: return .fill(ChartPalette.main)
    case .target:
      return ChartInk(
        fill: ChartPalette.paper, stroke: ChartPalette.main, width: 1.6, dash: "4 2")
    case .change:
      if step.value < 0 { return ChartInk(fill: ChartPalette.gain) }
      let hatch = ChartHatch(
        shape: .crossed, color: ChartPalette.alarm, ground: ChartPalette.paleAlarm, width: 1)
      return ChartInk(fill: canvas.fill(hatch), stroke: ChartPalette.alarm, width: 1.2)
    }
  }
}
