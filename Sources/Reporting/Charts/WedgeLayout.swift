/// Where everything of a wedge chart stands.
struct WedgeLayout: Sendable {
  /// The plan, the reference or the target as a line.
  struct PlacedLine: Sendable {
    let places: [ChartPoint]
    let ink: ChartInk
  }

  let stack: WedgeStack
  let plot: YearPlot
  let height: Double
  let lines: [PlacedLine]
  let labels: [EndLabels.Placed]

  /// The layout of a chart; it grows if its names need more height.
  init(_ chart: WedgeChart) {
    let stack = WedgeStack(chart)
    let top = SVGCanvas.headerHeight(chart.frame) + 16
    let usual = WedgeChart.height - top - 40
    func field(right: Double, height: Double) -> YearPlot {
      YearPlot(
        chart.frame, years: stack.slots.map(\.year), values: stack.extremes, top: top,
        right: right, height: height)
    }
    let draft = WedgeNames(chart, stack, field(right: 560, height: usual)).labels
    let room = EndLabels.width(draft)
    let right = ChartSheet.width - ChartSheet.margin - (room > 0 ? room + EndLabels.gap : 0)
    let needed = EndLabels.height(draft, width: room)
    self.stack = stack
    plot = field(right: right, height: max(usual, needed))
    height = plot.box.bottom + 40
    lines = Self.lines(stack, plot)
    labels = EndLabels.placed(
      WedgeNames(chart, stack, plot).labels, left: right + EndLabels.gap, width: room,
      in: plot.box.top...plot.box.bottom)
  }

  /// The shapes of one area, without the years in which it has no height.
  ///
  /// A shape begins where the height leaves zero and ends where it returns to it.
  func shapes(_ layer: WedgeStack.Layer) -> [[ChartPoint]] {
    let isAlone = stack.slots.count == 1
    var shapes: [[ChartPoint]] = []
    var high: [ChartPoint] = []
    var low: [ChartPoint] = []
    var isOpen = false
    func close() {
      if isOpen { shapes.append(high + low.reversed()) }
      high = []
      low = []
      isOpen = false
    }
    for (slot, edge) in zip(stack.slots, layer.edges) {
      guard let edge else {
        close()
        continue
      }
      // A second flat edge ends a shape, and is where the next one may begin.
      if !edge.isOpen && !isOpen { close() }
      for x in Self.widened(plot.x.place(Double(slot.year)), isAlone: isAlone) {
        high.append(ChartPoint(x, plot.y.place(edge.high)))
        low.append(ChartPoint(x, plot.y.place(edge.low)))
      }
      if edge.isOpen {
        isOpen = true
      } else if isOpen, let last = high.last {
        close()
        (high, low) = ([last], [last])
      }
    }
    close()
    return shapes
  }

  /// One year alone is drawn as a column.
  static func widened(_ x: Double, isAlone: Bool) -> [Double] {
    isAlone ? [x - 40, x + 40] : [x]
  }

  private static func lines(_ stack: WedgeStack, _ plot: YearPlot) -> [PlacedLine] {
    let isAlone = stack.slots.count == 1
    func places(_ value: (WedgeStack.Slot) -> Double?) -> [ChartPoint] {
      stack.slots.flatMap { slot -> [ChartPoint] in
        guard let value = value(slot) else { return [] }
        return widened(plot.x.place(Double(slot.year)), isAlone: isAlone).map {
          ChartPoint($0, plot.y.place(value))
        }
      }
    }
    return [
      .init(
        places: places { $0.reference }, ink: .line(ChartPalette.reference, 2, dash: "7 4")),
      .init(places: places { $0.target }, ink: .line(ChartPalette.alarm, 1.6, dash: "2 4")),
      .init(places: places { $0.plan }, ink: .line(ChartPalette.main, 3.2)),
    ]
  }
}
