/// The values beside a field and the light lines across it.
struct ValueAxis: Sendable {
  let ticks: AxisTicks
  private let labels: [String]
  private static let widest = 150.0
  private static let style = ChartTextStyle(
    size: 11.5, anchor: .end, color: ChartPalette.quietText)

  /// An axis that holds values and zero.
  init(_ frame: ChartFrame, _ values: [Double]) {
    let ticks = AxisTicks(values)
    self.ticks = ticks
    labels = ticks.values.map { value in
      let text = frame.text(value, decimals: ticks.decimals)
      let lines = TextWrapping.lines(text, width: Self.widest, size: Self.style.size, limit: 1)
      return lines.first ?? ""
    }
  }

  /// Where a field may begin at the right of the labels.
  var left: Double {
    let widest = labels.map { TextWidth.of($0, size: Self.style.size) }.max() ?? 0
    return ChartSheet.margin + widest + 8
  }

  /// Draws the lines and the labels.
  func draw(_ y: ChartScale, in box: ChartBox, on canvas: inout SVGCanvas) {
    for (value, label) in zip(ticks.values, labels) {
      let height = y.place(value)
      canvas.line(
        ChartPoint(box.left, height), ChartPoint(box.right, height), .line(ChartPalette.grid))
      canvas.label([label], at: ChartPoint(box.left - 8, height), Self.style)
    }
  }

  /// Draws the line at zero, over whatever stands on it.
  func drawZero(_ y: ChartScale, in box: ChartBox, on canvas: inout SVGCanvas) {
    let zero = y.place(0)
    canvas.line(
      ChartPoint(box.left, zero), ChartPoint(box.right, zero), .line(ChartPalette.axis, 1.2))
  }
}
