/// What a budget is held against: years as they were counted, and as the plan has them where nobody
/// counted.
public struct BudgetUse: Sendable {
  /// tCO2e, or units of a resource, of the years that were counted.
  public let counted: Double
  /// The same of the years that only the plan tells.
  public let planned: Double
  /// The year in which there is nothing left; nil when something is.
  public let spent: Int?

  public var total: Double { counted + planned }
}

extension Outlook.Entry {
  /// What the years through one add up to, beside a budget; nil where a year is told by nothing.
  public func use(of budget: Double, through: Int) -> BudgetUse? {
    guard case .success(let truth) = truth, target.subject.divisor == nil,
      through >= truth.base.year
    else { return nil }
    let start = truth.base.year
    let seen = Dictionary(
      [(start, truth.base.amount)] + observed.map { ($0.year, $0.amount) },
      uniquingKeysWith: { $1 })
    // Without a plan, a pledge is held against its own path.
    let path = plan ?? truth.trajectory
    var (counted, planned) = (0.0, 0.0)
    var values: [Double] = []
    for year in start...through {
      if let value = seen[year] {
        counted += value
        values.append(value)
      } else if let value = path?[year] {
        planned += value
        values.append(value)
      } else {
        return nil
      }
    }
    return BudgetUse(
      counted: counted, planned: planned,
      spent: Trajectory(start: start, values: values).yearSpending(budget))
  }
}
