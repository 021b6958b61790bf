/// An upright rectangle of the picture.
struct ChartBox: Sendable, Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { max(0, right - left) }
  var height: Double { max(0, bottom - top) }
  var middle: ChartPoint { ChartPoint((left + right) / 2, (top + bottom) / 2) }

  /// A box between two places along the line of a bar, whichever comes first.
  static func bar(from: Double, to: Double, top: Double, height: Double) -> ChartBox {
    ChartBox(left: min(from, to), top: top, right: max(from, to), bottom: top + height)
  }

  /// The place of the box that is nearest to another place.
  func nearest(to place: ChartPoint) -> ChartPoint {
    ChartPoint(min(max(place.x, left), right), min(max(place.y, top), bottom))
  }

  /// Whether some of the inside is common to both.
  func overlaps(_ other: ChartBox) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether a place is inside.
  func contains(_ place: ChartPoint) -> Bool {
    left <= place.x && place.x <= right && top <= place.y && place.y <= bottom
  }

  /// Whether all of another box is inside.
  func contains(_ other: ChartBox) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  /// Whether a straight line passes through the box.
  func isCrossed(from: ChartPoint, to: ChartPoint) -> Bool {
    // The part of the line that is inside, shortened by one side of the box after the other.
    var first = 0.0
    var last = 1.0
    let sides = [
      (to.x - from.x, left - from.x, right - from.x),
      (to.y - from.y, top - from.y, bottom - from.y),
    ]
    for (step, low, high) in sides {
      if step == 0 {
        if low > 0 || high < 0 { return false }
        continue
      }
      first = max(first, min(low / step, high / step))
      last = min(last, max(low / step, high / step))
    }
    return first <= last
  }
}
