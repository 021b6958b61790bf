/// The field of a chart of years: values upwards, years to the right.
struct YearPlot: Sendable {
  let box: ChartBox
  let years: ClosedRange<Int>
  let axis: ValueAxis
  let x: ChartScale
  let y: ChartScale

  /// A field for years and values; the room for value labels is taken from its left.
  init(
    _ frame: ChartFrame, years: [Int], values: [Double], top: Double, right: Double,
    height: Double
  ) {
    let years = years.filter { $0.drawableYear != nil }
    let first = years.min() ?? 2000
    self.years = first...max(years.max() ?? first, first)
    axis = ValueAxis(frame, values)
    box = ChartBox(left: axis.left, top: top, right: right, bottom: top + height)
    let low = Double(self.years.lowerBound)
    // One year alone stands in the middle of the field.
    let isAlone = self.years.count == 1
    x = ChartScale(
      low: isAlone ? low - 1 : low, high: isAlone ? low + 1 : Double(self.years.upperBound),
      start: box.left, end: box.right)
    y = ChartScale(low: axis.ticks.low, high: axis.ticks.high, start: box.bottom, end: box.top)
  }

  /// The place of a value in a year, if it can be drawn.
  func place(_ year: Int, _ value: Double?) -> ChartPoint? {
    guard let year = year.drawableYear, let value = value?.drawable else { return nil }
    return ChartPoint(x.place(year), y.place(value))
  }

  /// Draws the grid, the value labels and the years.
  func draw(on canvas: inout SVGCanvas, isEmpty: Bool) {
    axis.draw(y, in: box, on: &canvas)
    if isEmpty { return }
    let shown = YearTicks.years(
      from: years.lowerBound, through: years.upperBound, room: box.width)
    for year in shown {
      let place = x.place(Double(year))
      canvas.line(
        ChartPoint(place, box.bottom), ChartPoint(place, box.bottom + 5),
        .line(ChartPalette.axis))
      canvas.text(
        String(year), at: ChartPoint(place, box.bottom + 18),
        ChartTextStyle(size: 11.5, anchor: .middle, color: ChartPalette.quietText))
    }
  }

  /// Draws the zero line, after the areas that it closes.
  func drawZero(on canvas: inout SVGCanvas) { axis.drawZero(y, in: box, on: &canvas) }
}
