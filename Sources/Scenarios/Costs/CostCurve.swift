public import Diagnostics

/// What the measures of a plan cost, for what they save.
///
/// What a measure saves, in tonnes and in money, is its Shapley share in every year: a measure is not
/// paid for what another one would have saved anyway, and the whole is that of the plan.
public struct CostCurve: Sendable {
  /// One measure.
  public struct Block: Sendable {
    public let identifier: String
    public let label: Text
    /// What is paid for it through the horizon, renewals included and subsidies off, as it is paid.
    public let investment: Double
    /// What it saves at the prices of the horizon, in that year.
    public let savingAtHorizon: Double
    /// What it brings in less what it costs, in money of the base year; nil where a price is missing on
    /// one side of what it moves.
    public let netPresentValue: Double?
    /// tCO2e from the base year through the horizon.
    public let tonnes: Double

    /// What a tonne costs, below zero where it pays; nil for a measure that saves none, or less than
    /// binary numbers can tell from none.
    public var perTonne: Double? { tonnes > 1e-6 ? netPresentValue.map { -$0 / tonnes } : nil }
    public var isSaving: Bool { netPresentValue.map { $0 > 0 } ?? false }
  }

  /// Those that save money first, by what they bring in; then the others by what a tonne costs.
  ///
  /// A measure that pays looks better by the tonne the less it saves: the ratio says nothing there.
  public let blocks: [Block]
  /// Measures whose file says no cost: they are in no sum.
  public let withoutCost: [Text]
  /// Activities that measures change and that have no price.
  public let withoutPrice: [String]
  /// True where an investment has no lifetime: it is charged at once.
  public let chargesAtOnce: Bool
  /// True where shares were sampled.
  public let isSampled: Bool
  public let economy: Economy
  public let base: Int
  public let horizon: Int
}

extension CostCurve {
  /// The curve of a plan; nil when nothing in it has a cost.
  public init?(_ plan: Plan) {
    let scenario = plan.scenario
    guard let economy = scenario.economy, scenario.measures.contains(where: { $0.cost != nil }),
      scenario.horizon > plan.base
    else { return nil }
    self.economy = economy
    (base, horizon) = (plan.base, scenario.horizon)
    let money = plan.money(economy)
    var tonnes = [Double](repeating: 0, count: scenario.measures.count)
    var savings = tonnes
    var last = tonnes
    var isSampled = false
    for year in (plan.base + 1)...scenario.horizon {
      let (carbon, saved) = (Wedges(plan.model, year: year), Wedges(money, year: year))
      isSampled = isSampled || carbon.wedges.contains { $0.error > 0 }
      for place in tonnes.indices {
        tonnes[place] += carbon.wedges[place].share / 1000
        let saving = saved.wedges[place].share
        savings[place] += economy.worth(saving, of: year, in: plan.base)
        last[place] = saving
      }
    }
    let (unpriced, halfPriced) = plan.withoutPrice(economy)
    var blocks: [Block] = []
    for (place, measure) in scenario.measures.enumerated() {
      guard let cost = measure.cost else { continue }
      let stream = CostStream(
        cost, measure.uptake, economy, base: plan.base, horizon: scenario.horizon)
      let worth = CostStream.sum(stream.charged) { economy.worth($1, of: $0, in: plan.base) }
      blocks.append(
        Block(
          identifier: measure.identifier, label: measure.label,
          investment: CostStream.sum(stream.paid) { $1 }, savingAtHorizon: last[place],
          netPresentValue: halfPriced.contains(measure.identifier) ? nil : savings[place] - worth,
          tonnes: tonnes[place]))
    }
    self.blocks = Self.ordered(blocks)
    withoutCost =
      scenario.measures.filter { $0.cost == nil }.map(\.label)
      + scenario.paths.filter(\.isMeasure).map(\.label)
    withoutPrice = unpriced
    chargesAtOnce = scenario.measures.contains { measure in
      measure.cost.map { $0.lifetime == nil && $0.investment.total > 0 } ?? false
    }
    self.isSampled = isSampled
  }

  static func ordered(_ blocks: [Block]) -> [Block] { blocks.sorted(by: comesBefore) }

  /// All of them together; without a net value where one of them has none, because a total that leaves
  /// a part out is none.
  public var total: Block {
    func sum(_ value: (Block) -> Double) -> Double { blocks.reduce(0) { $0 + value($1) } }
    let isWhole = blocks.allSatisfy { $0.netPresentValue != nil }
    return Block(
      identifier: "total", label: Text(same: "Total"), investment: sum(\.investment),
      savingAtHorizon: sum(\.savingAtHorizon),
      netPresentValue: isWhole ? sum { $0.netPresentValue ?? 0 } : nil, tonnes: sum(\.tonnes))
  }

  private static func comesBefore(_ one: Block, _ other: Block) -> Bool {
    if one.isSaving != other.isSaving { return one.isSaving }
    if one.isSaving, let left = one.netPresentValue, let right = other.netPresentValue,
      left != right
    {
      return left > right
    }
    let (left, right) = (one.perTonne ?? .infinity, other.perTonne ?? .infinity)
    return left == right ? one.identifier < other.identifier : left < right
  }
}
