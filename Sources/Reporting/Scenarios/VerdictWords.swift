public import Diagnostics
public import Scenarios

/// Whether a target is met, in words.
public enum VerdictWords {
  /// One sentence.
  public static func text(_ verdict: Verdict) -> Text {
    switch verdict {
    case .met: Text(fr: "L'objectif est tenu.", en: "The target is met.")
    case .missedByObserved(let year):
      Text(
        fr: "L'objectif n'est pas tenu : \(year) est au-dessus.",
        en: "The target is not met: \(year) is above it.")
    case .missedByPlan(let year):
      Text(
        fr: "L'objectif n'est pas tenu : le plan est au-dessus en \(year).",
        en: "The target is not met: the plan is above it in \(year).")
    case .budgetExceeded:
      Text(
        fr: "L'objectif n'est pas tenu : les années dépassent le budget.",
        en: "The target is not met: the years add up to more than the budget.")
    case .notComputable(let gap):
      Text(
        fr: "L'objectif n'est pas calculable : \(GapWords.text(gap).fr).",
        en: "The target is not computable: \(GapWords.text(gap).en).")
    case .nothingToCompare:
      Text(
        fr: "Rien à comparer à l'objectif : ni année comptée après la base, ni plan.",
        en: "Nothing to hold against the target: no year counted after the base, and no plan.")
    }
  }

  /// A word or two, for a table.
  static func short(_ verdict: Verdict) -> Text {
    switch verdict {
    case .met: Text(fr: "tenu", en: "met")
    case .missedByObserved(let year):
      Text(fr: "\(year) compté au-dessus", en: "\(year) counted above")
    case .missedByPlan(let year): Text(fr: "manqué en \(year)", en: "missed in \(year)")
    case .budgetExceeded: Text(fr: "budget dépassé", en: "budget exceeded")
    case .notComputable: Text(fr: "non calculable", en: "not computable")
    case .nothingToCompare: Text(same: "–")
    }
  }
}
