/// What each measure saves and what a tonne of it costs: a marginal abatement cost curve.
struct CostCurveChart: Sendable {
  /// One measure: as wide as the tonnes it saves, as high as the cost of one of them.
  struct Block: Sendable {
    let label: String
    let width: Double
    /// Nothing if no cost is known or none can be told a tonne.
    let cost: Double?
    let isSaving: Bool
  }

  /// The unit of the frame is that of costs.
  let frame: ChartFrame
  let widthUnit: String
  /// Drawn in this order.
  let blocks: [Block]
  /// Costs to compare with, such as the value of carbon.
  var thresholds: [(label: String, value: Double)] = []

  /// The picture as an SVG document.
  func svg() -> String {
    let layout = CostLayout(self)
    let list = CostList(self, top: layout.box.bottom + 52)
    var canvas = SVGCanvas(frame, height: list.bottom + 14)
    canvas.header()
    layout.x.drawGrid(on: &canvas)
    let unit = TextWrapping.lines(widthUnit, width: layout.box.width, size: 11.5, limit: 1)
    canvas.label(
      unit, at: ChartPoint(layout.box.right, layout.box.bottom + 29),
      ChartTextStyle(size: 11.5, anchor: .end, color: ChartPalette.quietText))
    layout.axis.draw(layout.y, in: layout.box, on: &canvas)
    for block in layout.blocks { draw(block, on: &canvas) }
    layout.axis.drawZero(layout.y, in: layout.box, on: &canvas)
    for (index, label) in layout.thresholds.enumerated() {
      let y = label.label.anchor.y
      canvas.line(
        ChartPoint(layout.box.left, y), ChartPoint(layout.box.right, y),
        .line(label.label.color, 1.4, dash: ChartPalette.pick(ChartPalette.dashes, index + 2)))
      if layout.cutThresholds.contains(index) { drawArrow(at: label.label, layout, on: &canvas) }
    }
    EndLabels.draw(layout.thresholds, from: layout.box.right, on: &canvas)
    CostNumbers(layout, self).draw(on: &canvas)
    list.draw(on: &canvas)
    return canvas.svg()
  }

  private func draw(_ block: CostLayout.PlacedBlock, on canvas: inout SVGCanvas) {
    var ink = CostCurveChart.ink(isSaving: blocks[block.index].isSaving, on: &canvas)
    if blocks[block.index].cost?.drawable == nil {
      ink.fill = ChartPalette.paper
      ink.stroke = ChartPalette.axis
      ink.dash = "1.5 2.5"
    }
    canvas.rect(block.box, ink)
    guard let height = block.breakAt else { return }
    // A slanted gap says that the bar goes on further than it is drawn.
    let (left, right) = (block.box.left - 3, block.box.right + 3)
    let slant = 5.0
    canvas.polygon(
      [
        ChartPoint(left, height + slant), ChartPoint(right, height - slant),
        ChartPoint(right, height - slant + 6), ChartPoint(left, height + slant + 6),
      ], .fill(ChartPalette.paper))
    for shift in [0.0, 6] {
      canvas.line(
        ChartPoint(left, height + slant + shift), ChartPoint(right, height - slant + shift),
        .line(ink.stroke, 1.2))
    }
  }

  /// Says that a threshold lies beyond the edge at which it is drawn.
  private func drawArrow(
    at label: EndLabels.Label, _ layout: CostLayout, on canvas: inout SVGCanvas
  ) {
    let way = label.anchor.y > layout.box.middle.y ? -1.0 : 1.0
    let (x, y) = (label.anchor.x - 6, label.anchor.y)
    canvas.polygon(
      [ChartPoint(x, y), ChartPoint(x - 5, y + 8 * way), ChartPoint(x + 5, y + 8 * way)],
      .fill(label.color))
  }

  /// Savings and costs are told apart by the ground and by the way of the lines.
  static func ink(isSaving: Bool, on canvas: inout SVGCanvas) -> ChartInk {
    if isSaving {
      return ChartInk(fill: ChartPalette.gain, stroke: ChartPalette.paper, width: 1)
    }
    let hatch = ChartHatch(
      shape: .rising, color: ChartPalette.alarm, ground: ChartPalette.paleAlarm, width: 1.1)
    return ChartInk(fill: canvas.fill(hatch), stroke: ChartPalette.alarm, width: 1)
  }
}
