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
    case .planEndsBefore(let year):
      Text(
        fr: "Rien ne dit si l'objectif est tenu : le plan s'arrête avant \(year).",
        en: "Nothing says whether the target is met: the plan ends before \(year).")
    case .notComputable(let gap):
      Text(
        fr: "L'objectif n'est pas calculable : \(GapWords.text(gap).fr).",
        en: "The target is not computable: \(GapWords.text(gap).en).")
    case .nothingToCompare:
      Text(
        fr:
          "Rien à comparer à l'objectif : ni année comptée après sa base, ni plan qui parte d'elle.",
        en: "Nothing to hold against the target: no year counted after its base, and no plan that "
          + "starts from it.")
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
    case .planEndsBefore(let year):
      Text(fr: "rien ne dit \(year)", en: "\(year) not told")
    case .notComputable: Text(fr: "non calculable", en: "not computable")
    case .nothingToCompare: Text(same: "–")
    }
  }
}
