import EmissionFactors
public import Footprint
public import Inventory
import Quantities

/// What a survey was scaled up to, and how far that may be off because not everybody answered.
public struct SampledEmissions: Sendable {
  public let sample: SurveySample
  /// Tonnes of CO2e.
  public let amount: Double
  /// One standard error, in the same.
  public let error: Double

  /// The surveys of a year, in their order.
  public static func of(_ footprint: Footprint) -> [SampledEmissions] {
    footprint.run.vocabulary.samples.filter { $0.year == footprint.year }.map { sample in
      var (amount, squares) = (0.0, 0.0)
      for item in footprint.items {
        let name = item.activity.identifier
        guard SurveySample.Population(activity: name) == sample.population else { continue }
        let sampled = footprint.knowledge(of: item).filter { $0.known.sample == sample.year }
        let share = sampled.reduce(0) { $0 + $1.share }
        let part = item.total.toDouble() / 1000 * share
        amount += part
        let error = part * (sample.deviations[name] ?? 0)
        squares += error * error
      }
      return SampledEmissions(sample: sample, amount: amount, error: squares.squareRoot())
    }
  }
}
