public import Diagnostics
public import Quantities

/// What one measure does in a year, worked out line by line.
public struct MeasureExplanation: Sendable {
  /// One line of the working: a name, and its values without and with the measure, the others being
  /// taken in both.
  public struct Row: Sendable {
    /// What a value is.
    public enum Kind: Sendable {
      /// The quantity of the base year.
      case base(Unit)
      /// Something multiplies: a driver, a path, a measure.
      case times(Text)
      /// So much is cut off.
      case cut(Unit)
      /// The quantity of the year.
      case quantity(Unit)
      /// The part that stays what it is, 0.4 for 40 %.
      case rest
      /// What a unit counts in the base year, in kgCO2e; and in the year, where anything changed it.
      case baseFactor(Unit)
      case factor(Unit)
      /// What the part that stays emits, in tCO2e.
      case kept
      /// The part that a measure moves, the units of the other activity for each, and what one of them
      /// counts.
      case movedShare(Text, to: String)
      case ratio(to: String)
      case otherFactor(to: String)
      case moved(to: String)
      /// Tonnes that are tied to nothing.
      case promised
      /// What it comes to, in tCO2e.
      case result
    }

    public let kind: Kind
    /// nil where there is no such step.
    public let without: Double?
    public let with: Double?
  }

  /// Lines of one activity that the same things happen to.
  public struct Group: Sendable {
    public let activity: String
    /// Where they are; empty for the whole campus.
    public let sites: [String]
    public internal(set) var rows: [Row]
    /// What they emit without the measure, less what they emit with it, in tCO2e.
    public let saved: Double
  }

  public let identifier: String
  public let label: Text
  public let year: Int
  public let base: Int
  /// How far it has got, and why; nil for a path, which has no ramp.
  public let uptake: Uptake?
  /// What it does once it is done in full, as its file says; nothing for a path.
  public let effects: [Measure.Effect]
  public let rebound: Double
  public let published: PublishedCut?
  /// What it is due.
  public let share: Plan.Share
  /// The lines it changes, what changes most first.
  public let groups: [Group]
}

extension MeasureExplanation {
  /// The explanation of a measure, or of a path that is told among them; nil when the plan has none
  /// of the name.
  public init?(_ name: String, of plan: Plan, year: Int) {
    guard let place = plan.model.names.firstIndex(of: name),
      let share = plan.shares(in: year).first(where: { $0.identifier == name })
    else { return nil }
    self.share = share
    self.year = year
    base = plan.base
    identifier = name
    label = share.label
    let measures = plan.scenario.measures
    let measure = place < measures.count ? measures[place] : nil
    uptake = measure?.uptake
    effects = measure?.effects.map(\.effect) ?? []
    rebound = measure?.rebound ?? 0
    published = plan.publishedCut(of: name)
    let bit: UInt64 = 1 << UInt64(place)
    var groups: [Group] = []
    for (first, line, sites, _) in plan.linesByActivity() where line.touching & bit != 0 {
      let without = plan.model.working(of: line, in: year, plan.model.all & ~bit)
      let with = plan.model.working(of: line, in: year, plan.model.all)
      let rows = WorkingRows(plan, line, first.unit, without, with).rows()
      groups.append(
        Group(
          activity: first.activity, sites: sites.filter { !$0.isEmpty }.sorted(), rows: rows,
          saved: (without.amount - with.amount) / 1000))
    }
    self.groups = groups.sorted { (abs($1.saved), $0.activity) < (abs($0.saved), $1.activity) }
  }
}

/// Puts two workings side by side.
private struct WorkingRows {
  private typealias Row = MeasureExplanation.Row
  private let plan: Plan
  private let line: PlanModel.Line
  private let unit: Unit
  private let sides: [PlanWorking]

  init(
    _ plan: Plan, _ line: PlanModel.Line, _ unit: Unit, _ without: PlanWorking,
    _ with: PlanWorking
  ) {
    self.plan = plan
    self.line = line
    self.unit = unit
    sides = [without, with]
  }

  func rows() -> [MeasureExplanation.Row] {
    var rows = [row(.base(unit)) { _ in line.quantity }]
    rows += steps(\.activity)
    if sides.contains(where: { $0.cut > 0 }) {
      rows.append(row(.cut(unit)) { $0.cut * line.quantity })
    }
    rows.append(row(.quantity(unit)) { $0.quantity })
    let isMoved = sides.contains { !$0.moves.isEmpty }
    if isMoved { rows.append(row(.rest) { $0.rest }) }
    let base = line.quantity == 0 ? 0 : line.amount / line.quantity
    rows.append(row(.baseFactor(unit)) { _ in base })
    let changes = steps(\.factors)
    if !changes.isEmpty { rows += changes + [row(.factor(unit)) { $0.factor }] }
    if isMoved {
      rows.append(row(.kept) { $0.quantity * $0.rest * $0.factor / 1000 })
      rows += moves()
    }
    if sides.contains(where: { $0.promised > 0 }) {
      rows.append(row(.promised) { $0.promised / 1000 })
    }
    rows.append(row(.result) { $0.amount / 1000 })
    return rows
  }

  private func row(_ kind: Row.Kind, _ value: (PlanWorking) -> Double?) -> Row {
    Row(kind: kind, without: value(sides[0]), with: value(sides[1]))
  }

  /// Everything that multiplies on either side, each once.
  private func steps(_ steps: (PlanWorking) -> [PlanWorking.Step]) -> [Row] {
    var causes: [PlanWorking.Step.Cause] = []
    for step in sides.flatMap(steps) where !causes.contains(step.cause) {
      causes.append(step.cause)
    }
    return causes.map { cause in
      row(.times(label(of: cause))) { side in
        let found = steps(side).filter { $0.cause == cause }
        return found.isEmpty ? nil : found.reduce(1) { $0 * $1.factor }
      }
    }
  }

  private func label(of cause: PlanWorking.Step.Cause) -> Text {
    switch cause {
    case .driver(let place): plan.scenario.drivers[place].label
    case .path(let place): plan.scenario.paths[place].label
    case .measure(let place): plan.labels[place]
    }
  }

  private func moves() -> [Row] {
    var rows: [Row] = []
    for (place, move) in line.changes.moves.enumerated() {
      let to = move.to
      func found(_ side: PlanWorking) -> PlanWorking.Move? {
        side.moves.first { $0.place == place }
      }
      guard sides.contains(where: { found($0) != nil }) else { continue }
      rows.append(row(.movedShare(plan.labels[move.measure], to: to)) { found($0)?.share })
      rows.append(row(.ratio(to: to)) { found($0)?.ratio })
      rows.append(row(.otherFactor(to: to)) { found($0)?.factor })
      rows.append(row(.moved(to: to)) { found($0).map { $0.amount / 1000 } })
    }
    return rows
  }
}
