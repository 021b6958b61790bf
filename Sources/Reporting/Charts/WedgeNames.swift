/// The names beside the end of a wedge chart, from top to bottom.
struct WedgeNames: Sendable {
  private(set) var labels: [EndLabels.Label] = []

  /// The names of the areas and lines that are there in the last year.
  init(_ chart: WedgeChart, _ stack: WedgeStack, _ plot: YearPlot) {
    guard let end = stack.slots.last else { return }
    let decimals = ChartFrame.decimals(for: stack.extremes)
    let places = WedgeLayout.widened(
      plot.x.place(Double(end.year)), isAlone: stack.slots.count == 1)
    let x = places.last ?? plot.box.right
    func add(
      _ name: String, _ value: String, at height: Double, _ color: String = ChartPalette.text,
      isBold: Bool = false
    ) {
      let anchor = ChartPoint(x, plot.y.place(height))
      labels.append(
        .init(name: name, value: value, anchor: anchor, color: color, isBold: isBold))
    }
    func level(_ value: Double) -> String { chart.frame.text(value, decimals: decimals) }
    func change(_ layer: WedgeStack.Layer) -> String {
      let values = chart.wedges[layer.wedge].values
      let saved = values.indices.contains(end.index) ? values[end.index].drawable ?? 0 : 0
      return chart.frame.change(-saved, decimals: decimals)
    }

    add(chart.referenceLabel, level(end.reference), at: end.reference, ChartPalette.reference)
    for layer in stack.additions {
      guard let edge = layer.end else { continue }
      add(chart.wedges[layer.wedge].label, change(layer), at: edge.middle, ChartPalette.alarm)
    }
    // Names of equal height keep the order of the areas, from top to bottom.
    for layer in stack.savings.reversed() {
      let isNamed = stack.additions.contains { $0.wedge == layer.wedge && $0.end != nil }
      guard let edge = layer.edges.last ?? nil, edge.isOpen || !isNamed else { continue }
      add(chart.wedges[layer.wedge].label, change(layer), at: edge.middle)
    }
    add(chart.planLabel, level(end.plan), at: end.plan, ChartPalette.main, isBold: true)
    guard let missing = chart.missing, let target = end.target else { return }
    if let edge = stack.gap?.end {
      add(missing.label, level(edge.high - edge.low), at: edge.middle)
    }
    add(missing.targetLabel, level(target), at: target, ChartPalette.alarm)
  }
}
