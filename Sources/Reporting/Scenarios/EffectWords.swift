import Diagnostics
import Quantities
import Scenarios

/// What a measure does, as its file says and as far as it has got: `1 − 50% × 30% × (1 − 10%)`.
struct EffectWords {
  /// The part that is done, and the part that is lost again.
  let done: Double
  let rebound: Double
  /// The name of an activity for people.
  let activity: (String) -> Text

  func text(_ effect: Measure.Effect) -> Text {
    Text(fr: words(effect, .french), en: words(effect, .english))
  }

  private func words(_ effect: Measure.Effect, _ language: Language) -> String {
    let isFrench = language == .french
    func number(_ value: Double) -> String { language.shortest(value) }
    func percent(_ share: Double) -> String {
      language.shortest(share * 100) + (isFrench ? "\u{A0}%" : "%")
    }
    let lost = rebound > 0 ? " × (1 − \(percent(rebound)))" : ""
    switch effect {
    case .driver(let name, let share):
      return "× (1 − \(percent(done)) × \(percent(share))) = \(number(1 - done * share)) · \(name)"
    case .less(_, let share):
      return "× (1 − \(percent(done)) × \(percent(share))\(lost))"
        + " = \(number(1 - done * share * (1 - rebound)))"
    case .cut(_, let amount):
      let unit = amount.unit.symbol
      return "− \(percent(done)) × \(number(amount.value))\u{A0}\(unit)\(lost)"
        + " = −\(number(done * amount.value * (1 - rebound)))\u{A0}\(unit)"
    case .move(_, let share, let to):
      let place = activity(to.activity)[language]
      let ratio = "\(number(to.ratio))\u{A0}\(to.unit.symbol)/\(to.per.symbol)"
      return isFrench
        ? "\(percent(done)) × \(percent(share)) = \(percent(done * share)) mené à « \(place) », "
          + ratio
        : "\(percent(done)) × \(percent(share)) = \(percent(done * share)) moved to “\(place)”, "
          + ratio
    case .factor(_, let share):
      return (isFrench ? "facteur " : "factor ")
        + "× (1 − \(percent(done)) × \(percent(share))) = \(number(1 - done * share))"
    case .tonnes(_, let amount):
      return "− \(percent(done)) × \(number(amount))\u{A0}tCO2e"
    }
  }
}
