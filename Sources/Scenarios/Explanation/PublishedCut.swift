public import Diagnostics
import EmissionFactors

/// What a source says a measure cuts, beside what comes out here for the lines it acts on.
public struct PublishedCut: Sendable {
  public let label: Text
  /// −0.91 for −91 %.
  public let published: Double
  /// Once it is done in full and alone, in the base year: of what is burnt on the spot, and of
  /// everything; nil where there is nothing of the sort.
  public let onSite: Double?
  public let lifeCycle: Double?
}

extension Plan {
  /// The measures whose source says what they cut.
  public var publishedCuts: [PublishedCut] {
    scenario.measures.compactMap { publishedCut(of: $0.identifier) }
  }

  func publishedCut(of name: String) -> PublishedCut? {
    guard let measure = scenario.measures.first(where: { $0.identifier == name }),
      let published = measure.published
    else { return nil }
    var direct = Subject()
    direct.scopes = [.one]
    return PublishedCut(
      label: measure.label, published: published, onSite: cut(by: measure, of: direct),
      lifeCycle: cut(by: measure, of: Subject()))
  }

  /// What a measure changes of the lines it is about, nothing else being done.
  private func cut(by measure: Measure, of subject: Subject) -> Double? {
    var alone = Scenario(identifier: scenario.identifier, label: scenario.label)
    alone.horizon = base
    alone.drivers = scenario.drivers.filter { driver in
      measure.effects.contains { effect in
        if case .driver(driver.identifier, _) = effect.effect { return true }
        return false
      }
    }
    var measure = measure
    measure.uptake = Uptake(start: base)
    alone.measures = [measure]
    let model = model(of: subject, alone)
    let lines = model.lines.filter { $0.touching != 0 }
    let before = lines.reduce(0) { $0 + model.amount(of: $1, in: base, 0) }
    let after = lines.reduce(0) { $0 + model.amount(of: $1, in: base, model.all) }
    return before > 0 ? (after - before) / before : nil
  }
}
