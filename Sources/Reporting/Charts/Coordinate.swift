/// A number inside the picture, as SVG reads it.
enum Coordinate {
  /// At most two decimals, no exponent, and never anything but a number.
  static func text(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let hundredths = Int((min(max(value, -1e6), 1e6) * 100).rounded())
    let size = abs(hundredths)
    var text = (hundredths < 0 ? "-" : "") + String(size / 100)
    let rest = size % 100
    if rest == 0 { return text }
    text += rest < 10 ? ".0" : "."
    text += String(rest % 10 == 0 && rest >= 10 ? rest / 10 : rest)
    return text
  }
}

/// A place in the picture: x to the right, y downwards.
struct ChartPoint: Sendable, Equatable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The two coordinates as paths and point lists take them.
  var text: String { Coordinate.text(x) + "," + Coordinate.text(y) }
}
