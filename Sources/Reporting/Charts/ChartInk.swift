/// How a shape is filled and outlined.
struct ChartInk: Sendable {
  var fill = "none"
  var stroke = "none"
  var width = 1.0
  /// Lengths of dashes and gaps, as SVG writes them; empty for a solid line.
  var dash = ""

  /// A shape without outline.
  static func fill(_ color: String) -> ChartInk { ChartInk(fill: color) }

  /// A line.
  static func line(_ color: String, _ width: Double = 1, dash: String = "") -> ChartInk {
    ChartInk(stroke: color, width: width, dash: dash)
  }

  /// The presentation attributes, with a leading space.
  var attributes: String {
    var text = " fill=\"\(fill)\""
    guard stroke != "none" else { return text }
    text += " stroke=\"\(stroke)\" stroke-width=\"\(Coordinate.text(width))\""
    text += " stroke-linejoin=\"round\""
    if !dash.isEmpty { text += " stroke-dasharray=\"\(dash)\"" }
    return text
  }
}
