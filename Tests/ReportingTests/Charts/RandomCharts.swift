@testable import Reporting

/// A number as a test writes it; locale and rounding are no concern here.
let plainNumber: @Sendable (Double, Int) -> String = { value, decimals in
  if decimals == 0, abs(value) < 1e18 { return String(Int64(value.rounded())) }
  let scale = decimals < 4 ? [1.0, 10, 100, 1000][decimals] : 1e5
  return String((value * scale).rounded() / scale)
}

func plainFrame(_ title: String = "Title") -> ChartFrame {
  ChartFrame(
    identifier: "a chart", title: title, description: "What is seen.", unit: "t CO2e",
    number: plainNumber)
}

/// Charts of all kinds from dice: the same seed gives the same charts.
struct RandomCharts: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &self)]
  }

  private mutating func value() -> Double {
    let hostile: [Double] = [
      .nan, .infinity, -.infinity, 0, -0.0, 1e12, -1e12, 1e300, .greatestFiniteMagnitude,
      .leastNonzeroMagnitude, 1e-9, 0.1, -3, 1e249,
    ]
    let isHostile = Int.random(in: 0..<3, using: &self) == 0
    return isHostile ? pick(hostile) : Double.random(in: -200...5000, using: &self)
  }

  private mutating func text() -> String {
    pick([
      "", "Plan", "Heat pumps in all buildings of the north campus and the library",
      "<a href='x'>&\"</a>\u{202E}\u{0}\u{FFFE}\u{2066}", "e\u{301}\u{301} 漢字 🌍",
      "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    ])
  }

  private mutating func year() -> Int {
    Int.random(in: 0..<12, using: &self) == 0
      ? pick([.min, .max, -1, 0, 9999]) : Int.random(in: 2000...2060, using: &self)
  }

  private mutating func list<Item>(_ most: Int, _ item: (inout Self) -> Item) -> [Item] {
    (0..<Int.random(in: 0...most, using: &self)).map { _ in item(&self) }
  }

  /// One chart of every kind.
  mutating func charts() -> [String] {
    let frame = plainFrame(text())
    let years = list(30) { $0.year() }
    return [
      TrajectoryChart(
        frame: frame,
        lines: list(25) { dice in
          .init(
            label: dice.text(), kind: dice.pick([.observed, .plan, .reference, .target]),
            points: dice.list(12) { ($0.year(), $0.value()) })
        }, residual: pick([nil, (text(), value())]), pastThrough: pick([nil, year()])
      ).svg(),
      WedgeChart(
        frame: frame, years: years, plan: list(30) { $0.value() },
        reference: list(30) { $0.value() },
        wedges: list(15) { dice in
          .init(
            label: dice.text(), values: dice.list(30) { $0.value() },
            isUnlinked: dice.pick([true, false]))
        }, planLabel: text(), referenceLabel: text(),
        missing: pick([
          nil,
          .init(
            label: text(), targetLabel: text(), target: list(30) { $0.pick([nil, $0.value()]) }),
        ])
      ).svg(),
      WaterfallChart(
        frame: frame,
        steps: list(15) {
          .init(label: $0.text(), value: $0.value(), kind: $0.pick([.level, .change, .target]))
        }
      ).svg(),
      BudgetBar(
        frame: frame,
        rows: list(5) {
          .init(
            label: $0.text(), budget: $0.value(), used: $0.value(), planned: $0.value(),
            note: $0.pick([nil, $0.text()]))
        }, usedLabel: text(), plannedLabel: text(), budgetLabel: text(), overshootLabel: text()
      ).svg(),
      CostCurveChart(
        frame: frame, widthUnit: text(),
        blocks: list(40) {
          .init(
            label: $0.text(), width: $0.value(), cost: $0.pick([nil, $0.value(), $0.value()]),
            isSaving: $0.pick([true, false]))
        }, thresholds: list(4) { ($0.text(), $0.value()) }
      ).svg(),
      TornadoChart(
        frame: frame, middle: value(),
        rows: list(12) { .init(label: $0.text(), low: $0.value(), high: $0.value()) }
      ).svg(),
      ColumnChart(
        frame: frame, columns: list(20) { $0.text() },
        parts: list(12) {
          .init(label: $0.text(), values: $0.list(25) { $0.pick([nil, $0.value()]) })
        }
      ).svg(),
      BarChart(
        frame: frame,
        rows: list(15) {
          .init(label: $0.text(), value: $0.value(), share: $0.pick([nil, $0.text()]))
        }
      ).svg(),
    ]
  }
}
