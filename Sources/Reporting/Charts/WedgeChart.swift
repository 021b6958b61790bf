/// What each measure saves over the years, stacked from the plan up to the reference.
struct WedgeChart: Sendable {
  /// One measure: what it saves in each year; a negative value adds emissions.
  struct Wedge: Sendable {
    let label: String
    let values: [Double]
    /// Declared without a link to the inventory: hatched, for it is only a claim.
    let isUnlinked: Bool
  }

  /// What the plan lacks to reach a target.
  struct Missing: Sendable {
    let label: String
    let targetLabel: String
    /// The target line, one value or none a year.
    let target: [Double?]
  }

  let frame: ChartFrame
  let years: [Int]
  let plan: [Double]
  let reference: [Double]
  let wedges: [Wedge]
  let planLabel: String
  let referenceLabel: String
  var missing: Missing?

  static let height = 450.0

  /// The picture as an SVG document.
  func svg() -> String {
    let layout = WedgeLayout(self)
    let plot = layout.plot
    var canvas = SVGCanvas(frame, height: layout.height)
    canvas.header()
    plot.draw(on: &canvas, isEmpty: layout.stack.slots.isEmpty)
    draw(layout, on: &canvas)
    if let year = layout.stack.slots.last?.year, let first = layout.labels.first {
      // The values beside the names are those of one year: it stands above them.
      canvas.text(
        String(year), at: ChartPoint(first.box.left, plot.box.top - 6),
        ChartTextStyle(size: 11.5, isBold: true, color: ChartPalette.quietText))
    }
    EndLabels.draw(layout.labels, from: plot.box.right, on: &canvas)
    return canvas.svg()
  }

  private func draw(_ layout: WedgeLayout, on canvas: inout SVGCanvas) {
    for layer in layout.stack.savings {
      let color = ChartPalette.pick(ChartPalette.areas, layer.wedge)
      var ink = ChartInk(fill: color, stroke: ChartPalette.paper, width: 1)
      if wedges[layer.wedge].isUnlinked {
        ink.fill = canvas.fill(ChartHatch(shape: .rising, color: ChartPalette.axis))
        ink.stroke = ChartPalette.axis
      }
      canvas.area(layout.shapes(layer), ink)
    }
    for layer in layout.stack.additions {
      // The savings below shine through: they must first make good what is added.
      let hatch = ChartHatch(
        shape: .falling, color: ChartPalette.alarm, groundOpacity: 0.65, spacing: 5)
      canvas.area(
        layout.shapes(layer),
        ChartInk(fill: canvas.fill(hatch), stroke: ChartPalette.alarm, width: 1.2))
    }
    if let gap = layout.stack.gap {
      canvas.area(
        layout.shapes(gap),
        ChartInk(
          fill: ChartPalette.paper, stroke: ChartPalette.axis, width: 1.2, dash: "1.5 3"))
    }
    layout.plot.drawZero(on: &canvas)
    for line in layout.lines { canvas.polyline(line.places, line.ink) }
  }
}
