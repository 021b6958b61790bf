/// Rows under each other, each with a label at the left of its bar.
struct ChartRows: Sendable {
  /// One row: the lines of its label and where it stands.
  struct Row: Sendable {
    let lines: [String]
    let top: Double
    let height: Double
    var middle: Double { top + height / 2 }
  }

  let rows: [Row]
  /// Where the labels end and the bars may begin.
  let left: Double
  let bottom: Double

  static let style = ChartTextStyle(size: 12)
  static let barHeight = 20.0

  /// Rows for labels; long ones are wrapped, and their rows are higher.
  init(_ labels: [String], top: Double) {
    let widest = labels.map { TextWidth.of($0, size: Self.style.size) }.max() ?? 0
    let width = min(widest, 225)
    var y = top
    rows = labels.map { label in
      let lines = TextWrapping.lines(label, width: width, size: Self.style.size, limit: 3)
      let height = max(32, Double(lines.count) * Self.style.leading + 8)
      defer { y += height }
      return Row(lines: lines, top: y, height: height)
    }
    left = ChartSheet.margin + width + 12
    bottom = y
  }

  /// Writes the labels.
  func draw(on canvas: inout SVGCanvas) {
    var style = Self.style
    style.anchor = .end
    for row in rows {
      canvas.label(row.lines, at: ChartPoint(left - 12, row.middle), style)
    }
  }
}
