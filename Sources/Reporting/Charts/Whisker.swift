/// A line with ends across a bar or a column: where its value may lie.
struct Whisker: Sendable, Equatable {
  let low: Double
  let high: Double

  private static let reach = 4.0

  /// Draws it between two places; a pale edge keeps it in sight on any ground.
  static func draw(
    from start: ChartPoint, to end: ChartPoint, isUpright: Bool, on canvas: inout SVGCanvas
  ) {
    func cap(_ place: ChartPoint) -> (ChartPoint, ChartPoint) {
      isUpright
        ? (ChartPoint(place.x - reach, place.y), ChartPoint(place.x + reach, place.y))
        : (ChartPoint(place.x, place.y - reach), ChartPoint(place.x, place.y + reach))
    }
    let strokes = [(start, end), cap(start), cap(end)]
    for ink in [ChartInk.line(ChartPalette.paper, 3.4), .line(ChartPalette.text, 1.2)] {
      for (from, to) in strokes { canvas.line(from, to, ink) }
    }
  }
}
