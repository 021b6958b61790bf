/// The numbered names under a cost curve, each with its tonnes and its cost.
struct CostList: Sendable {
  /// One entry and where it stands.
  struct Entry: Sendable {
    let number: String
    let isSaving: Bool
    let lines: [String]
    let width: String
    let cost: String
    let left: Double
    let middle: Double
  }

  private(set) var entries: [Entry] = []
  private(set) var bottom: Double
  private let columns: [Double]
  private let columnWidth: Double
  private let figures: (width: Double, cost: Double)
  private let heads: (width: [String], cost: [String])
  private let top: Double

  private static let style = ChartTextStyle(size: 11.5)
  private static let gap = 28.0

  /// The list of all blocks, in two columns unless the numbers are too wide.
  init(_ chart: CostCurveChart, top: Double) {
    let decimals = (
      ChartFrame.decimals(for: chart.blocks.map(\.width)),
      ChartFrame.decimals(for: chart.blocks.compactMap(\.cost))
    )
    let widths = chart.blocks.map { chart.frame.text($0.width, decimals: decimals.0) }
    let costs = chart.blocks.map { chart.frame.text($0.cost ?? .nan, decimals: decimals.1) }
    func room(_ texts: [String]) -> Double {
      min(max(52, texts.map { TextWidth.of($0, size: Self.style.size) }.max() ?? 0), 160)
    }
    let figures = (width: room(widths), cost: room(costs))
    let count = figures.width + figures.cost > 170 || chart.blocks.count < 2 ? 1 : 2
    let whole = ChartSheet.width - 2 * ChartSheet.margin
    let columnWidth = (whole - Double(count - 1) * Self.gap) / Double(count)
    columns = (0..<count).map { ChartSheet.margin + Double($0) * (columnWidth + Self.gap) }
    func head(_ text: String, _ width: Double) -> [String] {
      TextWrapping.lines(text, width: width + 8, size: 10.5, limit: 3)
    }
    heads = (head(chart.widthUnit, figures.width), head(chart.frame.unit, figures.cost))
    let start = top + Double(max(heads.width.count, heads.cost.count)) * 13 + 6
    let perColumn = (chart.blocks.count + count - 1) / count

    var y = start
    var lowest = start
    for (index, block) in chart.blocks.enumerated() {
      if index % max(perColumn, 1) == 0 { y = start }
      let lines = TextWrapping.lines(
        block.label, width: columnWidth - 48 - figures.width - figures.cost - 24,
        size: Self.style.size, limit: 3)
      let height = max(22, Double(lines.count) * Self.style.leading + 7)
      entries.append(
        Entry(
          number: String(index + 1), isSaving: block.isSaving, lines: lines,
          width: widths[index], cost: costs[index], left: columns[index / max(perColumn, 1)],
          middle: y + height / 2))
      y += height
      lowest = max(lowest, y)
    }
    bottom = lowest
    self.top = top
    self.columnWidth = columnWidth
    self.figures = figures
  }

  /// Draws the list.
  func draw(on canvas: inout SVGCanvas) {
    if entries.isEmpty { return }
    let headStyle = ChartTextStyle(size: 10.5, anchor: .end, color: ChartPalette.quietText)
    let headHeight = Double(max(heads.width.count, heads.cost.count)) * 13
    for left in columns {
      let right = left + columnWidth
      let middle = top + headHeight / 2
      canvas.label(heads.cost, at: ChartPoint(right, middle), headStyle)
      canvas.label(
        heads.width, at: ChartPoint(right - figures.cost - 14, middle), headStyle)
      canvas.line(
        ChartPoint(left, top + headHeight + 3), ChartPoint(right, top + headHeight + 3),
        .line(ChartPalette.grid))
    }
    for entry in entries {
      CostNumbers.badge(
        entry.number, at: ChartPoint(entry.left + 9, entry.middle), on: &canvas)
      canvas.rect(
        ChartBox(
          left: entry.left + 24, top: entry.middle - 5.5, right: entry.left + 35,
          bottom: entry.middle + 5.5),
        CostCurveChart.ink(isSaving: entry.isSaving, on: &canvas))
      canvas.label(entry.lines, at: ChartPoint(entry.left + 42, entry.middle), Self.style)
      var style = Self.style
      style.anchor = .end
      let right = entry.left + columnWidth
      canvas.label([entry.cost], at: ChartPoint(right, entry.middle), style)
      canvas.label(
        [entry.width], at: ChartPoint(right - figures.cost - 14, entry.middle), style)
    }
  }
}
