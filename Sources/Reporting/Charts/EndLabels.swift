/// Names beside the right end of lines or areas, pushed apart and tied to what they name.
struct EndLabels: Sendable {
  /// A name, the place it belongs to, and the value there.
  struct Label: Sendable {
    let name: String
    let value: String
    let anchor: ChartPoint
    let color: String
    var isBold = false
    /// Drawn again beside a name that had to move far, to tell lines that end together.
    var marker: ChartMarker?
  }

  /// A label where it will be written.
  struct Placed: Sendable {
    let label: Label
    let lines: [String]
    let box: ChartBox
  }

  /// Between the field and the names.
  static let gap = 30.0
  static let size = 12.0
  private static let leading = 14.0
  private static let room = 4.0

  /// The width that names ask for, within reason.
  static func width(_ labels: [Label]) -> Double {
    let widths = labels.map { label -> Double in
      let whole = TextWidth.of(text(label), size: size, bold: label.isBold)
      return whole <= 190 ? whole : max(150, min(whole / 2 + 20, 210))
    }
    return widths.max() ?? 0
  }

  /// How high the field must be for all names to stand under each other.
  static func height(_ labels: [Label], width: Double) -> Double {
    labels.reduce(0) { $0 + Double(lines($1, width).count) * leading + room }
  }

  /// All labels under each other inside a range, none on another.
  static func placed(
    _ labels: [Label], left: Double, width: Double, in range: ClosedRange<Double>
  ) -> [Placed] {
    let wrapped = labels.map { lines($0, width) }
    let heights = wrapped.map { Double($0.count) * leading }
    let middles = LabelSpread.middles(
      zip(labels, heights).map { .init(middle: $0.anchor.y, room: $1 + room) }, in: range)
    return labels.indices.map { index in
      let half = heights[index] / 2
      return Placed(
        label: labels[index], lines: wrapped[index],
        box: ChartBox(
          left: left, top: middles[index] - half, right: left + width,
          bottom: middles[index] + half))
    }
  }

  /// Draws the names, each with a thin line to what it names.
  static func draw(_ placed: [Placed], from end: Double, on canvas: inout SVGCanvas) {
    for label in placed {
      let height = label.box.middle.y
      let anchor = label.label.anchor
      canvas.polyline(
        [
          anchor, ChartPoint(max(end, anchor.x) + 5, anchor.y),
          ChartPoint(label.box.left - 8, height), ChartPoint(label.box.left - 4, height),
        ], .line(label.label.color, 0.7))
      if let marker = label.label.marker, abs(height - anchor.y) > 6 {
        canvas.marker(
          marker, at: ChartPoint(label.box.left - 8, height), color: label.label.color)
      }
      canvas.label(
        label.lines, at: ChartPoint(label.box.left, height),
        ChartTextStyle(size: size, isBold: label.label.isBold, color: label.label.color))
    }
  }

  static func text(_ label: Label) -> String {
    // The no-break space keeps the dot from beginning a line.
    if label.name.isEmpty || label.value.isEmpty { return label.name + label.value }
    return label.name + "\u{A0}· " + label.value
  }

  /// The value is never cut: a name that is too long gives way to it.
  private static func lines(_ label: Label, _ width: Double) -> [String] {
    let whole = TextWrapping.lines(
      text(label), width: width, size: size, bold: label.isBold, limit: 4)
    if whole.count <= 3 { return whole }
    let name = TextWrapping.lines(
      label.name, width: width, size: size, bold: label.isBold, limit: 2)
    let value = TextWrapping.lines(
      label.value, width: width, size: size, bold: label.isBold, limit: 1)
    return name + value
  }
}
