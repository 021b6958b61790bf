/// The field of a chart of bars that lie: values to the right, round ones below.
struct ValuePlot: Sendable {
  let box: ChartBox
  let x: ChartScale
  private let marks: [(place: Double, label: String)]
  private static let style = ChartTextStyle(
    size: 11.5, anchor: .middle, color: ChartPalette.quietText)

  /// A field in a box, with as many round values as find room below it.
  init(_ frame: ChartFrame, values: [Double], in box: ChartBox) {
    self.box = box
    // The field ends with the longest bar, not with the next round value.
    let known = values.compactMap(\.drawable)
    let low = min(0, known.min() ?? 0)
    let high = max(0, known.max() ?? 0)
    x = ChartScale(
      low: low, high: low < high ? high : 1, start: box.left, end: box.right)
    let scale = x
    func marks(_ steps: Int) -> [(place: Double, label: String)] {
      let ticks = AxisTicks(values, steps: steps)
      return ticks.values.filter { scale.low <= $0 && $0 <= scale.high }.map {
        (scale.place($0), frame.text($0, decimals: ticks.decimals))
      }
    }
    func isLegible(_ marks: [(place: Double, label: String)]) -> Bool {
      let halves = marks.map { TextWidth.of($0.label, size: Self.style.size) / 2 + 5 }
      let isInside = zip(marks, halves).allSatisfy { mark, half in
        mark.place - half >= 0 && mark.place + half <= ChartSheet.width
      }
      return isInside
        && zip(zip(marks, halves), zip(marks, halves).dropFirst()).allSatisfy {
          $0.0.place + $0.1 <= $1.0.place - $1.1
        }
    }
    // Zero alone is always legible.
    let tries = [6, 4, 3, 2, 1].map(marks)
    self.marks = tries.first(where: isLegible) ?? marks(1).filter { $0.place == scale.place(0) }
  }

  /// Draws the grid and the values below it.
  func drawGrid(on canvas: inout SVGCanvas) {
    for (place, label) in marks {
      canvas.line(
        ChartPoint(place, box.top), ChartPoint(place, box.bottom), .line(ChartPalette.grid))
      canvas.text(label, at: ChartPoint(place, box.bottom + 17), Self.style)
    }
  }

  /// Draws the line from which bars grow.
  func drawZero(on canvas: inout SVGCanvas) {
    let zero = x.place(0)
    canvas.line(
      ChartPoint(zero, box.top), ChartPoint(zero, box.bottom), .line(ChartPalette.axis, 1.2))
  }
}
