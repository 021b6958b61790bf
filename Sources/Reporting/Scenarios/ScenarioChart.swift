/// The pictures there are of a scenario.
public enum ScenarioChart: String, CaseIterable, Sendable {
  /// Years that were counted, the plan, what would be without it, and the targets.
  case trajectory
  /// What each measure saves, year by year.
  case wedges
  /// From the base year to the horizon, step by step.
  case waterfall
  /// What was emitted and what is planned, against what targets allow in all.
  case budget
  /// What a tonne costs, measure by measure.
  case costs
}

extension ScenarioChart {
  /// The table it stands under in a page.
  var table: String {
    switch self {
    case .trajectory: ""
    case .wedges: "shares"
    case .waterfall: "plan"
    case .budget: "targets-tCO2e"
    case .costs: "costs"
    }
  }
}
