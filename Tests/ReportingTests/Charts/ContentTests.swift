import Testing

@testable import Reporting

/// What is drawn is what was given.
@Suite struct ContentTests {
  private func shapes(_ svg: String, _ name: String) throws -> [Markup.Element] {
    try #require(Markup(svg)).elements.filter { $0.name == name && !$0.isDefinition }
  }

  @Test func `each value of a bar chart has one bar, as long as it is large`() throws {
    let values = [40.0, 10, .nan, -20, 0]
    let chart = BarChart(
      frame: plainFrame(), rows: values.map { .init(label: "Label", value: $0) })
    let widths = try shapes(chart.svg(), "rect").dropFirst().map { $0.number("width") }
    #expect(widths.count == 4)
    #expect(abs(widths[0] - 4 * widths[1]) < 0.05)
    #expect(abs(widths[2] - 2 * widths[1]) < 0.05)
    #expect(widths[3] == 0)
  }

  @Test func `parts of a column lie on each other, and what is below zero hangs under it`() {
    let chart = ColumnChart(
      frame: plainFrame(), columns: ["2022", "2023"],
      parts: [
        .init(label: "a", values: [10, nil]), .init(label: "b", values: [5, -3]),
        .init(label: "c", values: [0, -4, 7]), .init(label: "d", values: [.nan, 2]),
      ])
    #expect(
      chart.blocks == [
        .init(column: 0, part: 0, from: 0, to: 10), .init(column: 0, part: 1, from: 10, to: 15),
        .init(column: 1, part: 1, from: 0, to: -3), .init(column: 1, part: 2, from: -3, to: -7),
        .init(column: 1, part: 3, from: 0, to: 2),
      ])
  }

  @Test func `a waterfall runs from level to level, and a target moves nothing`() {
    let steps: [WaterfallChart.Step] = [
      .init(label: "", value: 100, kind: .level), .init(label: "", value: 20, kind: .change),
      .init(label: "", value: .nan, kind: .change), .init(label: "", value: -50, kind: .change),
      .init(label: "", value: 30, kind: .target), .init(label: "", value: -5, kind: .change),
    ]
    let spans = WaterfallChart.spans(steps).map { $0.map { [$0.from, $0.to, $0.running] } }
    #expect(
      spans == [
        [0, 100, 100], [100, 120, 120], nil, [120, 70, 70], [0, 30, 70], [70, 65, 65],
      ])
  }

  private func wedges(_ rows: [[Double]]) -> WedgeChart {
    WedgeChart(
      frame: plainFrame(), years: [2030, 2040], plan: [100, 60], reference: [100, 110],
      wedges: rows.map { .init(label: "Wedge", values: $0, isUnlinked: false) },
      planLabel: "Plan", referenceLabel: "Reference",
      missing: .init(label: "Missing", targetLabel: "Target", target: [nil, 20]))
  }

  @Test func `savings reach from the plan to the reference, the first on top`() throws {
    let chart = wedges([[0, 30], [0, 15], [0, 5], [0, 0]])
    let stack = WedgeStack(chart)
    #expect(stack.savings.map(\.wedge) == [2, 1, 0])
    #expect(stack.savings.first?.end?.low == 60)
    #expect(stack.savings.last?.end?.high == 110)
    #expect(stack.additions.isEmpty)
    #expect(stack.gap?.edges.map { $0 != nil } == [false, true])
    #expect(stack.gap?.end?.low == 20)
    // Three savings and the gap; what saves nothing has no area.
    #expect(try shapes(chart.svg(), "path").count == 4)
  }

  @Test func `what adds is stacked above the reference, and the savings make it good`() throws {
    let stack = WedgeStack(wedges([[0, 70], [0, -20]]))
    let added = try #require(stack.additions.first?.end)
    #expect(added.low == 110 && added.high == 130)
    #expect(stack.savings.first?.end?.high == 130)
  }

  @Test func `a budget bar never counts a tonne twice`() {
    func parts(_ budget: Double, _ used: Double, _ planned: Double) -> [[Double]] {
      BudgetSpan(.init(label: "", budget: budget, used: used, planned: planned)).parts
        .map { [$0.from, $0.to] }
    }
    #expect(parts(100, 30, 50) == [[0, 30], [30, 80]])
    #expect(parts(60, 30, 50) == [[0, 30], [30, 60], [60, 80]])
    #expect(parts(20, 30, 50) == [[0, 20], [20, 30], [30, 80]])
    #expect(parts(.nan, 30, .nan) == [[0, 30]])
  }

  @Test func `blocks of a cost curve keep their order and their widths`() throws {
    let blocks: [CostCurveChart.Block] = [
      .init(label: "", width: 10, cost: 50, isSaving: false),
      .init(label: "", width: 30, cost: -20, isSaving: true),
      .init(label: "", width: -5, cost: 10, isSaving: false),
      .init(label: "", width: 20, cost: nil, isSaving: true),
    ]
    let layout = CostLayout(CostCurveChart(frame: plainFrame(), widthUnit: "t", blocks: blocks))
    #expect(layout.blocks.map(\.index) == [0, 1, 3])
    #expect(layout.blocks.map(\.isBelow) == [false, true, true])
    let first = try #require(layout.blocks.first)
    #expect(abs(layout.blocks[1].box.width - 3 * first.box.width) < 1e-6)
    #expect(layout.blocks[1].box.left == first.box.right)
  }

  @Test func `one giant is cut, and the others keep their height`() {
    let cut = CostCut([10, 20, -30, 40, 9000])
    #expect(cut.kept == [10, 20, -30, 40])
    #expect(cut.cuts(9000) && cut.cuts(-9000) && !cut.cuts(100))
    #expect(CostCut([9000]).kept == [9000])
    #expect(CostCut([10, 20, 30]).kept == [10, 20, 30])
  }
}
