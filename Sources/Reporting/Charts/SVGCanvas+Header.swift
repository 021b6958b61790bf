extension SVGCanvas {
  private static let titleStyle = ChartTextStyle(size: 17, isBold: true)
  private static let unitStyle = ChartTextStyle(size: 12, color: ChartPalette.quietText)

  private static func titleLines(_ frame: ChartFrame) -> [String] {
    TextWrapping.lines(
      frame.title, width: ChartSheet.width - 2 * ChartSheet.margin, size: titleStyle.size,
      bold: true, limit: 2)
  }

  /// Where the picture proper may begin under the title and the unit.
  static func headerHeight(_ frame: ChartFrame) -> Double {
    let lines = titleLines(frame).count
    let title = lines == 0 ? 12 : 14 + Double(lines) * titleStyle.leading
    return title + (frame.unit.isEmpty ? 12 : 30)
  }

  /// Writes the title and, under it, the unit.
  mutating func header() {
    var y = 11.0
    for line in Self.titleLines(frame) {
      y += Self.titleStyle.leading
      text(line, at: ChartPoint(ChartSheet.margin, y), Self.titleStyle)
    }
    let unit = TextWrapping.lines(
      frame.unit, width: ChartSheet.width - 2 * ChartSheet.margin, size: Self.unitStyle.size,
      limit: 1)
    if let unit = unit.first {
      text(unit, at: ChartPoint(ChartSheet.margin, y + 19), Self.unitStyle)
    }
  }

  /// Writes lines of a label around a height, from a place to the right or to the left of it.
  mutating func label(_ lines: [String], at place: ChartPoint, _ style: ChartTextStyle) {
    // A third of the size lifts the middle of small letters to the wished height.
    var y = place.y - Double(lines.count - 1) * style.leading / 2 + style.size * 0.35
    for line in lines {
      text(line, at: ChartPoint(place.x, y), style)
      y += style.leading
    }
  }
}
