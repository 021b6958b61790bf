public import Diagnostics

/// What it would take to meet a target in a year.
public struct Solution: Sendable {
  /// What one measure would have to do, the others as they are.
  public struct Lever: Sendable {
    /// How much of it is needed.
    public enum Uptake: Hashable, Sendable {
      /// Without it the target is met already.
      case none
      /// This part of it, 1 being all that its file says.
      case share(Double)
      /// All of it leaves this much too much.
      case notEnough(missing: Double)
    }

    public let label: Text
    public let identifier: String
    public let uptake: Uptake
    /// The latest first year with which the target is met; nil when none does.
    public let latestStart: Int?
  }

  public let target: Target
  public let year: Int
  /// What the target allows, and where the plan leads; without a plan, the latest counted year.
  public let allowed: Double
  public let expected: Double
  /// True when `expected` is that of a plan.
  public let isPlan: Bool
  /// The constant rates to what is allowed, from the base year and from the latest counted year.
  public let fromBase: RequiredRate?
  public let fromNow: RequiredRate?
  public let base: (year: Int, amount: Double)
  public let now: (year: Int, amount: Double)?
  /// Every measure, by itself.
  public let levers: [Lever]

  /// Whether what is expected is within what is allowed; what is no number is not.
  public var isMet: Bool { expected <= allowed }
  /// What is too much; zero when the target is met.
  public var missing: Double { isMet ? 0 : expected - allowed }

  /// What meets a target; nil when the target says nothing about the year, with the reason where it
  /// is not computable.
  public init?(_ outlook: Outlook, _ entry: Outlook.Entry, year: Int) {
    guard case .success(let truth) = entry.truth, let allowed = truth.remaining(in: year) else {
      return nil
    }
    target = entry.target
    self.year = year
    self.allowed = allowed
    base = truth.base
    now = entry.now
    fromBase = RequiredRate(
      from: truth.base.amount, to: allowed, years: year - truth.base.year)
    fromNow = entry.now.flatMap {
      RequiredRate(from: $0.amount, to: allowed, years: year - $0.year)
    }
    if let path = entry.plan, let value = path[year], let plan = outlook.plan {
      isPlan = true
      expected = value
      levers = plan.levers(of: entry.target.subject, allowed: allowed, in: year)
    } else {
      isPlan = false
      expected = entry.now?.amount ?? truth.base.amount
      levers = []
    }
  }
}

extension Plan {
  /// What each measure would have to do for a figure to be at most `allowed` in a year.
  func levers(of subject: Subject, allowed: Double, in year: Int) -> [Solution.Lever] {
    let divisor = subject.measure == .emissions ? 1000.0 : 1
    let limit = allowed * divisor
    // What decimals cannot hold is no miss.
    let tolerance = max(1, limit) * 1e-9
    let model = model(of: subject)
    return scenario.measures.enumerated().map { place, measure in
      func remains(_ share: Double) -> Double {
        model.scaling(place, by: share).amount(in: year, model.all)
      }
      let uptake: Solution.Lever.Uptake
      let (none, full) = (remains(0), remains(1))
      if none <= limit + tolerance {
        uptake = .none
      } else if full > limit + tolerance {
        uptake = .notEnough(missing: (full - limit) / divisor)
      } else {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
          let middle = (low + high) / 2
          if remains(middle) <= limit { high = middle } else { low = middle }
        }
        uptake = .share(high)
      }
      return Solution.Lever(
        label: measure.label, identifier: measure.identifier, uptake: uptake,
        latestStart: latestStart(of: place, subject, limit + tolerance, year))
    }
  }

  /// The latest year a measure may start in.
  private func latestStart(
    of place: Int, _ subject: Subject, _ limit: Double, _ year: Int
  ) -> Int? {
    var scenario = self.scenario
    for start in stride(from: year, through: base, by: -1) {
      scenario.measures[place].uptake.start = start
      let model = model(of: subject, scenario)
      if model.amount(in: year, model.all) <= limit { return start }
    }
    return nil
  }
}

extension PlanModel {
  /// The same plan with a part of one measure.
  func scaling(_ measure: Int, by share: Double) -> PlanModel {
    var model = self
    model.uptakes[measure] = model.uptakes[measure].map { $0 * share }
    return model
  }
}
