public import Quantities

/// What a measure costs, in one currency.
public struct MeasureCost: Sendable {
  /// What is paid once: in equal parts over the ramp, or in the years it names.
  public enum Investment: Sendable {
    case overRamp(Double)
    case dated([Int: Double])

    var total: Double {
      switch self {
      case .overRamp(let amount): amount
      case .dated(let amounts): amounts.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
      }
    }
  }

  /// The money all of it is in.
  public internal(set) var currency: Unit
  public internal(set) var investment = Investment.overRamp(0)
  /// What others pay of it.
  public internal(set) var subsidy = 0.0
  /// A year, once the measure is there in full; below zero for what it saves beside any price.
  public internal(set) var running = 0.0
  /// After so many years it is paid for again; nil when it lasts.
  public internal(set) var lifetime: Int?
}
