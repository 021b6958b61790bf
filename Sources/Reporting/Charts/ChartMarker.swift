/// A small shape on a line, told from others without any colour.
enum ChartMarker: Sendable, CaseIterable {
  case diamond
  case square
  case triangle
  case cross
  case ring
  case dot

  /// The shapes of lines that are compared with each other.
  static let compared: [ChartMarker] = [.diamond, .square, .triangle, .cross, .ring]
}

extension SVGCanvas {
  /// Draws a marker around a place.
  mutating func marker(_ marker: ChartMarker, at place: ChartPoint, color: String) {
    let full = ChartInk(fill: color, stroke: ChartPalette.paper, width: 1)
    let open = ChartInk(fill: ChartPalette.paper, stroke: color, width: 1.8)
    func around(_ corners: [(Double, Double)]) -> [ChartPoint] {
      corners.map { ChartPoint(place.x + $0.0, place.y + $0.1) }
    }
    switch marker {
    case .dot: circle(at: place, radius: 3.6, full)
    case .ring: circle(at: place, radius: 4, open)
    case .square: polygon(around([(-4, -4), (4, -4), (4, 4), (-4, 4)]), full)
    case .diamond: polygon(around([(0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)]), full)
    case .triangle: polygon(around([(0, -5.5), (5, 4), (-5, 4)]), full)
    case .cross:
      polyline(around([(-4, -4), (4, 4)]), .line(color, 2))
      polyline(around([(-4, 4), (4, -4)]), .line(color, 2))
    }
  }
}
