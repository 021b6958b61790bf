/// An area of fine lines, told from others without any colour.
struct ChartHatch: Sendable, Equatable {
  /// The way the lines run.
  enum Shape: Sendable {
    /// From bottom left to top right.
    case rising
    /// From top left to bottom right.
    case falling
    case crossed
    case dotted
  }

  let shape: Shape
  let color: String
  /// The ground under the lines.
  var ground = ChartPalette.paper
  /// Less than one lets what is below show through.
  var groundOpacity = 1.0
  var spacing = 6.0
  var width = 1.4

  /// The definition of the pattern under an id.
  func definition(_ identifier: String) -> String {
    let side = Coordinate.text(spacing)
    var text = "<pattern id=\"\(identifier)\" width=\"\(side)\" height=\"\(side)\""
    text += " patternUnits=\"userSpaceOnUse\""
    if shape != .dotted {
      text += " patternTransform=\"rotate(\(shape == .falling ? -45 : 45))\""
    }
    text += ">"
    text += "<rect width=\"\(side)\" height=\"\(side)\" fill=\"\(ground)\""
    if groundOpacity < 1 { text += " fill-opacity=\"\(Coordinate.text(groundOpacity))\"" }
    text += "/>"
    let middle = Coordinate.text(spacing / 2)
    if shape == .dotted {
      let radius = Coordinate.text(width)
      text += "<circle cx=\"\(middle)\" cy=\"\(middle)\" r=\"\(radius)\" fill=\"\(color)\"/>"
    } else {
      var path = "M\(middle),0V\(side)"
      if shape == .crossed { path += "M0,\(middle)H\(side)" }
      text += "<path d=\"\(path)\"\(ChartInk.line(color, width).attributes)/>"
    }
    return text + "</pattern>"
  }
}
