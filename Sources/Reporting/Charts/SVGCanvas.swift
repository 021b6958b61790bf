/// Collects the shapes of one picture and writes the whole of it as SVG.
struct SVGCanvas: Sendable {
  let frame: ChartFrame
  let height: Double
  private var hatches: [ChartHatch] = []
  private var body = ""

  /// A white sheet of a height.
  init(_ frame: ChartFrame, height: Double) {
    self.frame = frame
    self.height = height
  }

  /// The fill that a hatch is used with; each is defined once.
  mutating func fill(_ hatch: ChartHatch) -> String {
    let known = hatches.firstIndex(of: hatch)
    let index = known ?? hatches.count
    if known == nil { hatches.append(hatch) }
    return "url(#\(frame.identifier)-hatch\(index))"
  }

  /// Draws a straight line.
  mutating func line(_ from: ChartPoint, _ to: ChartPoint, _ ink: ChartInk) {
    polyline([from, to], ink)
  }

  /// Draws a line through places.
  mutating func polyline(_ places: [ChartPoint], _ ink: ChartInk) {
    guard places.count > 1 else { return }
    element("polyline", "points=\"\(places.map(\.text).joined(separator: " "))\"", ink)
  }

  /// Draws a closed shape.
  mutating func polygon(_ corners: [ChartPoint], _ ink: ChartInk) {
    guard corners.count > 2 else { return }
    element("polygon", "points=\"\(corners.map(\.text).joined(separator: " "))\"", ink)
  }

  /// Draws several closed shapes as one.
  mutating func area(_ shapes: [[ChartPoint]], _ ink: ChartInk) {
    let path = shapes.map { "M" + $0.map(\.text).joined(separator: "L") + "Z" }
    guard !path.isEmpty else { return }
    element("path", "d=\"\(path.joined())\"", ink)
  }

  /// Draws a rectangle.
  mutating func rect(_ box: ChartBox, _ ink: ChartInk) {
    let sides = [("x", box.left), ("y", box.top), ("width", box.width), ("height", box.height)]
    let text = sides.map { "\($0.0)=\"\(Coordinate.text($0.1))\"" }.joined(separator: " ")
    element("rect", text, ink)
  }

  /// Draws a circle.
  mutating func circle(at middle: ChartPoint, radius: Double, _ ink: ChartInk) {
    let sides = [("cx", middle.x), ("cy", middle.y), ("r", radius)]
    let text = sides.map { "\($0.0)=\"\(Coordinate.text($0.1))\"" }.joined(separator: " ")
    element("circle", text, ink)
  }

  /// Writes one line of text from its base line.
  mutating func text(_ text: String, at place: ChartPoint, _ style: ChartTextStyle = .init()) {
    guard !text.isEmpty else { return }
    let attributes =
      "x=\"\(Coordinate.text(place.x))\" y=\"\(Coordinate.text(place.y))\"" + style.attributes
    body += "<text \(attributes)>\(MarkupText.escaped(text))</text>\n"
  }

  private mutating func element(_ name: String, _ geometry: String, _ ink: ChartInk) {
    body += "<\(name) \(geometry)\(ink.attributes)/>\n"
  }

  /// The picture as a document of its own.
  func svg() -> String {
    let name = frame.identifier
    let size = (Coordinate.text(ChartSheet.width), Coordinate.text(height))
    var text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size.0) \(size.1)\""
    text += " width=\"\(size.0)\" height=\"\(size.1)\" role=\"img\""
    text += " aria-labelledby=\"\(name)-title \(name)-desc\""
    text += " font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\">\n"
    text += "<title id=\"\(name)-title\">\(MarkupText.escaped(frame.title))</title>\n"
    text += "<desc id=\"\(name)-desc\">\(MarkupText.escaped(frame.description))</desc>\n"
    if !hatches.isEmpty {
      let definitions = hatches.enumerated().map { $1.definition("\(name)-hatch\($0)") }
      text += "<defs>\n\(definitions.joined(separator: "\n"))\n</defs>\n"
    }
    text += "<rect width=\"\(size.0)\" height=\"\(size.1)\" fill=\"\(ChartPalette.paper)\"/>\n"
    return text + body + "</svg>\n"
  }
}
