/// The areas of a wedge chart as values: what lies on what in each year.
struct WedgeStack: Sendable {
  /// A year that has both a plan and a reference; others cannot carry a stack.
  struct Slot: Sendable {
    let index: Int
    let year: Int
    let plan: Double
    let reference: Double
    let target: Double?
  }

  /// One area: its lower and upper edge in every slot.
  struct Layer: Sendable {
    /// The edges in one slot; a closed edge has no height.
    struct Edge: Sendable, Equatable {
      let low: Double
      let high: Double
      var isOpen: Bool { high > low }
      var middle: Double { low / 2 + high / 2 }
    }

    let wedge: Int
    /// Nothing where the area does not exist at all.
    let edges: [Edge?]

    /// The edges in the last slot, if the area has any height there.
    var end: Edge? { edges.last.flatMap { $0 }.flatMap { $0.isOpen ? $0 : nil } }
  }

  let slots: [Slot]
  /// What saves, from the plan upwards; the first wedge lies on top.
  let savings: [Layer]
  /// What adds, from the reference upwards.
  let additions: [Layer]
  /// From the target up to the plan.
  let gap: Layer?

  /// The stack of a chart.
  init(_ chart: WedgeChart) {
    func value(_ list: [Double], _ index: Int) -> Double? {
      list.indices.contains(index) ? list[index].drawable : nil
    }
    let slots = chart.years.indices.compactMap { index -> Slot? in
      guard chart.years[index].drawableYear != nil, let plan = value(chart.plan, index),
        let reference = value(chart.reference, index)
      else { return nil }
      let targets = chart.missing?.target ?? []
      let target = targets.indices.contains(index) ? targets[index]?.drawable : nil
      return Slot(
        index: index, year: chart.years[index], plan: plan, reference: reference, target: target)
    }.sorted { $0.year < $1.year }
    self.slots = slots

    var tops = slots.map(\.plan)
    var savings: [Layer] = []
    for (number, wedge) in chart.wedges.enumerated().reversed() {
      let heights = slots.map { max(0, value(wedge.values, $0.index) ?? 0) }
      guard heights.contains(where: { $0 > 0 }) else { continue }
      savings.append(Self.lay(number, heights, on: &tops))
    }
    self.savings = savings

    var crests = slots.map(\.reference)
    var additions: [Layer] = []
    for (number, wedge) in chart.wedges.enumerated() {
      let heights = slots.map { max(0, -(value(wedge.values, $0.index) ?? 0)) }
      guard heights.contains(where: { $0 > 0 }) else { continue }
      additions.append(Self.lay(number, heights, on: &crests))
    }
    self.additions = additions

    let edges = slots.map { slot in
      slot.target.map { Layer.Edge(low: min($0, slot.plan), high: slot.plan) }
    }
    gap = edges.contains { $0?.isOpen ?? false } ? Layer(wedge: -1, edges: edges) : nil
  }

  /// Every value that the axis must hold.
  var extremes: [Double] {
    let edges = (savings + additions).flatMap { $0.edges.compactMap { $0 } }
      .flatMap { [$0.low, $0.high] }
    return edges + slots.flatMap { [$0.plan, $0.reference, $0.target ?? 0] }
  }

  private static func lay(_ wedge: Int, _ heights: [Double], on tops: inout [Double]) -> Layer {
    let edges = zip(tops, heights).map { Layer.Edge(low: $0, high: $0 + $1) }
    tops = edges.map(\.high)
    return Layer(wedge: wedge, edges: edges)
  }
}
