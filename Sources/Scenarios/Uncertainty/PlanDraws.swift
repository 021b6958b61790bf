import Uncertainty

/// A plan drawn many times: what the base year may really have been, what may come by itself, and how far
/// each measure may get.
///
/// A factor is drawn once for all years, so that what is wrong with it is in the level and not in the cut.
public struct PlanDraws: Sendable {
  /// Where draws lie: 5 % of them below, half of them, and 5 % above.
  public struct Band: Sendable {
    public let low: Double
    public let middle: Double
    public let high: Double

    /// The band of some draws, with a share of them on either side.
    init(_ draws: some Sequence<Double>, outside share: Double = 0.05) {
      let sorted = Quantiles(draws)
      (low, middle, high) = (sorted[share], sorted[0.5], sorted[1 - share])
    }
  }

  /// How likely a target is to be met.
  public struct Chance: Sendable {
    public let target: Target
    /// The year that decides; the last one that counts for a budget.
    public let year: Int
    /// The part of the draws in which the plan is at or below it.
    public let share: Double
    /// True for what the years add up to.
    public let isBudget: Bool
  }

  /// As many by default: the error of a chance is then about one percent.
  public static let usual = 2000

  public let plan: Plan
  public let count: Int
  public let seed: UInt64
  public let chances: [Chance]
  /// Year by year, draw by draw, in tCO2e.
  private let reference: [[Double]]
  private let levels: [[Double]]

  /// Draws the plan of an outlook; nil where it has none.
  public init?(_ outlook: Outlook, count: Int = usual, seed: UInt64 = 1) {
    guard let plan = outlook.plan, count > 0 else { return nil }
    self.plan = plan
    self.count = count
    self.seed = seed
    let numbers = ErrorDraws(seed: seed)
    let steps = DrawnSteps(plan.scenario, base: plan.base, count: count, numbers)
    var drawn: [Subject: (reference: [[Double]], plan: [[Double]])] = [:]
    func draw(_ subject: Subject) -> (reference: [[Double]], plan: [[Double]]) {
      if let known = drawn[subject] { return known }
      let model = DrawnModel(plan, subject, steps, numbers)
      let years = max(plan.base, plan.scenario.horizon) - plan.base + 1
      let divisor: Double = subject.measure == .emissions ? 1000 : 1
      let grid = DrawGrid(rows: 2 * years, draws: count) {
        let own = model.apart
        return { own.values(in: $0, over: divisor) }
      }
      let (reference, levels) = (
        (0..<years).map { Array(grid[$0]) }, (years..<(2 * years)).map { Array(grid[$0]) }
      )
      drawn[subject] = (reference, levels)
      return (reference, levels)
    }
    (reference, levels) = draw(Subject())
    chances = outlook.entries.flatMap { entry -> [Chance] in
      guard entry.plan != nil, entry.target.subject.divisor == nil else { return [] }
      return Self.chances(entry, draw(entry.target.subject).plan, base: plan.base)
    }
  }

  private static func chances(
    _ entry: Outlook.Entry, _ levels: [[Double]], base: Int
  ) -> [Chance] {
    guard case .success(let truth) = entry.truth, truth.base.amount != 0 else { return [] }
    let count = levels[0].count
    let last = base + levels.count - 1
    var chances: [Chance] = []
    /// What a stated base was, it is; what was counted is as uncertain as the plan's base year.
    func scale(_ draw: Int) -> Double {
      entry.target.baseAmount == nil ? levels[0][draw] / truth.base.amount : 1
    }
    func add(_ year: Int, isBudget: Bool, _ isMet: (Int) -> Bool) {
      let met = (0..<count).count(where: isMet)
      chances.append(
        Chance(
          target: entry.target, year: year, share: Double(met) / Double(count), isBudget: isBudget))
    }
    let goal = truth.goal
    if goal > base, goal <= last, truth.remaining(in: goal) != nil {
      add(goal, isBudget: false) { draw in
        guard let level = truth.remaining(in: goal, baseScaledBy: scale(draw)) else { return false }
        return levels[goal - base][draw] <= level * (1 + 1e-9) + 1e-9
      }
    }
    if let budget = entry.target.budget, budget.through <= last, budget.through >= base {
      let seen = Dictionary(
        entry.observed.map { ($0.year, $0.amount) }, uniquingKeysWith: { first, _ in first })
      add(budget.through, isBudget: true) { draw in
        let sum = (base...budget.through).reduce(0.0) { sum, year in
          // Years that were counted are taken to be off as the base year is: factors are the same.
          if year == base { return sum + truth.base.amount * scale(draw) }
          return sum + (seen[year].map { $0 * scale(draw) } ?? levels[year - base][draw])
        }
        return sum <= budget.amount * (1 + 1e-9)
      }
    }
    return chances
  }

  // MARK: Bands, in tCO2e

  private func place(_ year: Int) -> Int? {
    levels.indices.contains(year - plan.base) ? year - plan.base : nil
  }

  /// Where the plan leads in a year.
  public func level(in year: Int) -> Band? { place(year).map { Band(levels[$0]) } }

  /// What the measures save in a year.
  public func saved(in year: Int) -> Band? {
    place(year).map { place in Band(zip(reference[place], levels[place]).map { $0 - $1 }) }
  }

  /// The part of the base year that remains, less one: −0.5 where half of it is cut.
  public func change(in year: Int) -> Band? {
    place(year).map { place in
      Band(zip(levels[place], levels[0]).map { $1 == 0 ? 0 : $0 / $1 - 1 })
    }
  }

  /// How far another plan of the same campus is above this one in a year, from 2.5 % to 97.5 % of the draws:
  /// what both share goes away, unless each is drawn `apart`.
  public func difference(to other: PlanDraws, in year: Int, apart: Bool = false) -> Band? {
    guard let place = place(year), let there = other.place(year), count == other.count,
      seed == other.seed
    else { return nil }
    // One draw beside the next has nothing in common with it.
    let shift = apart ? 1 : 0
    let theirs = other.levels[there]
    return Band(
      levels[place].enumerated().map { theirs[($0.offset + shift) % count] - $0.element },
      outside: 0.025)
  }

  /// The part of the draws in which the other plan is above this one in a year.
  public func chanceBelow(_ other: PlanDraws, in year: Int) -> Double? {
    guard let place = place(year), let there = other.place(year), count == other.count,
      seed == other.seed
    else { return nil }
    let below = zip(levels[place], other.levels[there]).count { $0 < $1 }
    return Double(below) / Double(count)
  }
}
