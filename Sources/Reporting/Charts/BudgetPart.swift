/// The parts that a budget bar shows, in the order of its key.
enum BudgetPart: Sendable, CaseIterable {
  case used
  case planned
  case budget
  case overshoot

  /// How the part is drawn.
  func ink(on canvas: inout SVGCanvas) -> ChartInk {
    switch self {
    case .used:
      return ChartInk(fill: ChartPalette.main, stroke: ChartPalette.main)
    case .planned:
      let hatch = ChartHatch(
        shape: .rising, color: ChartPalette.main, ground: ChartPalette.paleMain, spacing: 7,
        width: 1.2)
      return ChartInk(fill: canvas.fill(hatch), stroke: ChartPalette.main)
    case .budget:
      return .line(ChartPalette.text, 2.6)
    case .overshoot:
      let hatch = ChartHatch(
        shape: .crossed, color: ChartPalette.alarm, ground: ChartPalette.paleAlarm, width: 1.1)
      return ChartInk(fill: canvas.fill(hatch), stroke: ChartPalette.alarm, width: 1.8)
    }
  }
}

extension SVGCanvas {
  /// Draws a small sample of a part.
  mutating func swatch(_ part: BudgetPart, at box: ChartBox) {
    if part == .budget {
      let x = box.middle.x
      line(
        ChartPoint(x, box.top - 1), ChartPoint(x, box.bottom + 1), part.ink(on: &self))
    } else {
      rect(box, part.ink(on: &self))
    }
  }
}
