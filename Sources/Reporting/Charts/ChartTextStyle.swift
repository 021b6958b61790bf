/// How a line of text is set.
struct ChartTextStyle: Sendable {
  /// Which part of the text stands at its place.
  enum Anchor: String, Sendable {
    case start
    case middle
    case end
  }

  var size = 12.0
  var anchor = Anchor.start
  var isBold = false
  var color = ChartPalette.text

  /// The presentation attributes, with a leading space.
  var attributes: String {
    var text = " font-size=\"\(Coordinate.text(size))\" fill=\"\(color)\""
    if anchor != .start { text += " text-anchor=\"\(anchor.rawValue)\"" }
    if isBold { text += " font-weight=\"bold\"" }
    return text
  }

  /// From one base line to the next.
  var leading: Double { size * 1.2 }
}
