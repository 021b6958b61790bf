import Diagnostics
import EmissionFactors
import Inventory
import Quantities

extension Fold {
  /// Says once a series and year what its factor rests on.
  func note(
    _ outcome: Outcome, _ activity: Activity, _ year: Int, _ line: ActivityLine,
    _ reader: FileReader, _ log: inout FindingLog
  ) {
    guard case .resolved(let resolution) = outcome else { return }
    if let substitution = resolution.substitution {
      log.add(
        Finding(
          FootprintFindings.substituteUsed, at: substitution.location,
          [
            .init("name", activity.identifier), .init("year", String(year)),
            .init("factor", resolution.factor.identifier), .init("reason", substitution.reason),
          ]), subject: activity.identifier, year: year)
    }
    if MoneyMatch.isUnstated(resolution.factor.unit) {
      log.add(
        Finding(
          FootprintFindings.moneyBasisUnstated, at: reader.activityLocation(of: line),
          [.init("factor", resolution.factor.identifier)]),
        subject: resolution.factor.identifier, year: year)
    }
  }

  /// Reports a row whose series cannot become emissions; true when the finding stands.
  func report(
    _ outcome: Outcome, _ activity: Activity, _ unit: Unit, year: Int, _ line: ActivityLine,
    _ reader: FileReader, log: inout FindingLog
  ) -> Bool {
    guard case .failed(let problem) = outcome else { return true }
    let name = Finding.Fact("name", activity.identifier)
    let number = Int(line.lineNumber)
    func add(
      _ kind: FindingKind, atUnit: Bool, _ facts: @autoclosure () -> [Finding.Fact],
      suggestion: String? = nil
    ) -> Bool {
      log.add(
        kind, subject: activity.identifier, file: reader.name, line: number, year: year
      ) {
        Finding(
          kind, at: atUnit ? reader.unitLocation(of: line) : reader.activityLocation(of: line),
          facts(), suggestion: suggestion)
      }
    }
    switch problem {
    case .noFactor(let set):
      return add(
        FootprintFindings.noFactor, atUnit: false, [name, .init("set", set.rawValue)])
    case .noFactorForYear(let years):
      return add(
        FootprintFindings.noFactorForYear, atUnit: false,
        [name, .init("year", String(year)), .init("years", years)])
    case .unitMismatch(let expected):
      return add(
        FootprintFindings.unitMismatch, atUnit: true,
        [
          name, .init("unit", unit.symbol),
          .init("expected", expected.joined(separator: ", ")),
        ], suggestion: expected.first)
    case .heatingValueMissing:
      return add(
        FootprintFindings.heatingValueMissing, atUnit: true, [.init("unit", unit.symbol)],
        suggestion: unit.symbol + " PCS")
    case .priceMismatch(let expected):
      return add(
        FootprintFindings.priceMismatch, atUnit: true,
        [
          name, .init("unit", unit.symbol), .init("year", String(year)),
          .init("expected", expected.joined(separator: ", ")),
        ])
    case .badSubstitution(let substitution, let reason):
      return log.add(
        FootprintFindings.badSubstitution, subject: activity.identifier,
        file: substitution.location.file, line: substitution.location.line, year: year
      ) {
        Finding(
          FootprintFindings.badSubstitution, at: substitution.location,
          [
            name, .init("year", String(year)), .init("reason-fr", reason.fr),
            .init("reason-en", reason.en),
          ])
      }
    case .declaredUnit:
      return add(
        FootprintFindings.declaredUnit, atUnit: true, [.init("unit", unit.symbol)],
        suggestion: "kgCO2e")
    }
  }
}
