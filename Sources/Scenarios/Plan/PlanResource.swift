/// What a plan does to a resource: measures act on kWh and m³, and on emissions through them.
public struct PlanResource: Sendable {
  public let measure: Subject.Measure
  /// In the unit of the resource, without measures and with all of them.
  public let reference: Trajectory
  public let plan: Trajectory
  /// What each measure saves at the horizon, in the order of `Plan.measures`: Shapley shares.
  public let shares: [Double]
}

extension Plan {
  /// The resources that the base year tells in full, and why others are not told.
  public func resources(
    _ figures: YearFigures
  ) -> (told: [PlanResource], gaps: [YearFigures.Gap]) {
    var told: [PlanResource] = []
    var gaps: [YearFigures.Gap] = []
    for measure in Subject.Measure.allCases where measure != .emissions {
      let subject = Subject(measure)
      switch figures.amount(of: subject) {
      case .failure(.nothingCounted): continue
      case .failure(let gap): gaps.append(gap)
      case .success:
        let model = model(of: subject)
        told.append(
          PlanResource(
            measure: measure, reference: model.trajectory(0, over: 1),
            plan: model.trajectory(model.all, over: 1),
            shares: Wedges(model, year: model.horizon).wedges.map(\.share)))
      }
    }
    return (told, gaps)
  }
}
