/// Where the blocks and thresholds of a cost curve stand.
struct CostLayout: Sendable {
  /// A block that is drawn, with its place in the list.
  struct PlacedBlock: Sendable {
    let index: Int
    let box: ChartBox
    /// The height of the break of a bar that is cut.
    let breakAt: Double?
    let isBelow: Bool
  }

  let box: ChartBox
  let axis: ValueAxis
  let x: ValuePlot
  let y: ChartScale
  let blocks: [PlacedBlock]
  let thresholds: [EndLabels.Placed]
  /// The thresholds that lie beyond the cut.
  let cutThresholds: [Int]

  private static let height = 270.0
  /// The strip beyond the round values that only cut bars enter.
  private static let strip = 30.0
  /// The height of a block whose cost is not known.
  private static let stub = 9.0

  /// What costs nothing is a thin line on zero, not nothing at all.
  private static let least = 1.5

  /// The layout of a curve.
  init(_ chart: CostCurveChart) {
    let known = chart.thresholds.compactMap { threshold in
      threshold.value.drawable.map { (label: threshold.label, value: $0) }
    }
    let drawn = chart.blocks.indices.filter { (chart.blocks[$0].width.drawable ?? 0) > 0 }
    let costs = drawn.compactMap { chart.blocks[$0].cost } + known.map(\.value)
    let cut = CostCut(costs)
    let axis = ValueAxis(chart.frame, cut.kept)
    let decimals = ChartFrame.decimals(for: costs)
    // The row of numbers stands between the header and the field.
    let top = SVGCanvas.headerHeight(chart.frame) + 20
    let isCutAbove = costs.contains { $0 > 0 && cut.cuts($0) }
    let isCutBelow = costs.contains { $0 < 0 && cut.cuts($0) }

    func hasStub(_ isSaving: Bool) -> Bool {
      drawn.contains {
        chart.blocks[$0].cost?.drawable == nil && chart.blocks[$0].isSaving == isSaving
      }
    }
    func names(_ place: (Double) -> Double, right: Double) -> [EndLabels.Label] {
      known.enumerated().map { index, threshold in
        .init(
          name: threshold.label, value: chart.frame.text(threshold.value, decimals: decimals),
          anchor: ChartPoint(right, place(threshold.value)),
          color: ChartPalette.pick(ChartPalette.lines, index + 2))
      }
    }
    let draft = names({ _ in 0 }, right: 0)
    let room = EndLabels.width(draft)
    let needed = EndLabels.height(draft, width: room)
    let box = ChartBox(
      left: axis.left, top: top,
      right: ChartSheet.width - ChartSheet.margin - (room > 0 ? room + EndLabels.gap : 12),
      bottom: top + max(Self.height, needed))
    let y = ChartScale(
      low: axis.ticks.low, high: axis.ticks.high,
      start: box.bottom - (isCutBelow || hasStub(true) ? Self.strip : 0),
      end: box.top + (isCutAbove || hasStub(false) ? Self.strip : 0))
    /// What is beyond the cut is at the edge of the field.
    func place(_ cost: Double) -> Double {
      guard cut.cuts(cost) else { return y.place(cost) }
      return cost > 0 ? box.top : box.bottom
    }
    let total = drawn.reduce(0) { $0 + chart.blocks[$1].width }
    let x = ValuePlot(chart.frame, values: [total], in: box)
    var done = 0.0
    blocks = drawn.map { index in
      let block = chart.blocks[index]
      let left = x.x.place(done)
      done += block.width
      let zero = y.place(0)
      let cost = block.cost?.drawable
      let end = cost.map(place) ?? zero + (block.isSaving ? Self.stub : -Self.stub)
      let isCut = cost.map { cut.cuts($0) } ?? false
      let brokenAt = end < zero ? box.top + Self.strip * 0.6 : box.bottom - Self.strip * 0.8
      return PlacedBlock(
        index: index,
        box: ChartBox(
          left: left, top: min(zero, end, max(zero, end) - Self.least), right: x.x.place(done),
          bottom: max(zero, end)),
        breakAt: isCut ? brokenAt : nil, isBelow: end > zero)
    }
    thresholds = EndLabels.placed(
      names(place, right: box.right), left: box.right + EndLabels.gap, width: room,
      in: box.top...box.bottom)
    cutThresholds = known.indices.filter { cut.cuts(known[$0].value) }
    (self.box, self.axis, self.x, self.y) = (box, axis, x, y)
  }
}
