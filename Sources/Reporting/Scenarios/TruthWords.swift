import Diagnostics
import Quantities
import Scenarios

/// Where a pledge leads, in sentences: the first lines of a report on a scenario.
///
/// Nothing here says that anything is or becomes neutral. That word is for whoever made the pledge.
struct TruthWords {
  private let truth: TargetTruth
  private let now: (year: Int, amount: Double)?
  private let milestones: [Int]

  init(_ truth: TargetTruth, now: (year: Int, amount: Double)?, milestones: [Int]) {
    self.truth = truth
    self.now = now
    self.milestones = milestones
  }

  func lines() -> [Text] {
    let french = words(.french)
    return zip(french, words(.english)).map { Text(fr: $0, en: $1) }
  }

  /// The years that a pledge is held against: the one it names, and the horizon.
  static func goals(_ truth: TargetTruth) -> [Int] {
    truth.goal == truth.horizon ? [truth.goal] : [truth.goal, truth.horizon].sorted()
  }

  private func words(_ language: Language) -> [String] {
    let isFrench = language == .french
    let base = tonnes(truth.base.amount, language)
    var lines = [
      truth.label[language]
        + (isFrench
          ? ", à partir de \(base) en \(truth.base.year) :"
          : ", from \(base) in \(truth.base.year):")
    ]
    if let quotation = truth.quotation {
      lines.append(isFrench ? "  promesse : « \(quotation) »" : "  the pledge: “\(quotation)”")
    }
    lines.append("  " + remains(language))
    lines.append("  " + beyond(language))
    lines.append("  " + reached(language))
    lines += Self.goals(truth).compactMap { required(by: $0, language) }.map { "  " + $0 }
    if let sum = sum(language) { lines.append("  " + sum) }
    return lines
  }

  /// A number and its unit stay on one line.
  private func tonnes(_ value: Double, _ language: Language) -> String {
    language.number(value, decimals: 0) + "\u{A0}t"
  }

  private func percent(_ share: Double, _ decimals: Int, _ language: Language) -> String {
    language.number(share * 100, decimals: decimals) + (language == .french ? "\u{A0}%" : "%")
  }

  /// What remains in the years that tables show: `2030: 3,749 t · 2040: 2,765 t`.
  private func remains(_ language: Language) -> String {
    let colon = language == .french ? "\u{A0}: " : ": "
    return milestones.compactMap { year in
      truth.remaining(in: year).map { "\(year)\(colon)\(tonnes($0, language))" }
    }.joined(separator: " · ")
  }

  private func beyond(_ language: Language) -> String {
    let isFrench = language == .french
    let times = Self.goals(truth).compactMap { year -> String? in
      guard let value = truth.remaining(in: year), truth.residualAllowed > 0 else { return nil }
      let factor = language.number(value / truth.residualAllowed, decimals: 1)
      return isFrench ? "\(factor) fois en \(year)" : "\(factor) times that in \(year)"
    }.joined(separator: ", ")
    let allowed = tonnes(truth.residualAllowed, language)
    return isFrench
      ? "les conventions tolèrent qu'il reste \(allowed) (10\u{A0}%) : \(times)"
      : "conventions allow \(allowed) (10%) to remain: \(times)"
  }

  private func reached(_ language: Language) -> String {
    func words(_ share: Double, _ name: String) -> String {
      guard let year = truth.year(leaving: share) else {
        let isOpen = truth.trajectory.map { $0.end > truth.horizon } ?? false
        if isOpen {
          return language == .french ? "\(name) n'est jamais atteint" : "\(name) is never reached"
        }
        return language == .french
          ? "\(name) n'est pas atteint en \(truth.horizon)"
          : "\(name) is not reached by \(truth.horizon)"
      }
      return language == .french
        ? "\(name) est atteint en \(year)" : "\(name) is reached in \(year)"
    }
    let space = language == .french ? "\u{A0}%" : "%"
    return words(0.5, "−50" + space) + ", " + words(0.1, "−90" + space)
  }

  private func required(by year: Int, _ language: Language) -> String? {
    let isFrench = language == .french
    func rate(_ required: RequiredRate) -> String {
      let compound = required.compound.map { percent($0, 2, language) } ?? "–"
      let (linear, tonnes) = (
        percent(required.amountPerYear / truth.base.amount, 2, language),
        tonnes(required.amountPerYear, language)
      )
      return isFrench
        ? "\(compound) par an composé, ou \(linear) de la base (\(tonnes) par an)"
        : "\(compound) a year compound, or \(linear) of the base (\(tonnes) a year)"
    }
    var parts: [String] = []
    if let required = truth.required(by: year) {
      parts.append(
        isFrench
          ? "de \(truth.base.year) : \(rate(required))"
          : "from \(truth.base.year): \(rate(required))")
    }
    if let now, let required = truth.required(from: now, by: year) {
      parts.append(
        isFrench ? "de \(now.year) : \(rate(required))" : "from \(now.year): \(rate(required))")
    }
    if parts.isEmpty { return nil }
    return (isFrench ? "pour −90 % en \(year), " : "for −90% in \(year), ")
      + parts.joined(separator: isFrench ? " ; " : "; ")
  }

  private func sum(_ language: Language) -> String? {
    guard let cumulative = truth.cumulative,
      let line = truth.straightLine.cumulative(through: truth.horizon),
      let contraction = truth.contractionLine.cumulative(through: truth.horizon)
    else { return nil }
    let isFrench = language == .french
    func beside(_ other: Double) -> String {
      let difference = cumulative - other
      if abs(difference) < 0.5 { return isFrench ? "autant qu'" : "as much as " }
      let amount = tonnes(abs(difference), language)
      if isFrench { return amount + (difference < 0 ? " de moins qu'" : " de plus qu'") }
      return amount + (difference < 0 ? " less than " : " more than ")
    }
    let rate = percent(TargetTruth.contraction, 1, language)
    let spent = truth.yearSpendingContraction.map {
      isFrench
        ? ", dont tout le budget est dépensé en \($0)" : ", whose whole budget is spent in \($0)"
    }
    let (total, years) = (tonnes(cumulative, language), "\(truth.base.year)–\(truth.horizon)")
    return isFrench
      ? "\(years) : \(total) émises, \(beside(line))en ligne droite vers −90\u{A0}%, "
        + "\(beside(contraction))à −\(rate) de la base par an" + (spent ?? "")
      : "\(years): \(total) emitted, \(beside(line))a straight line to −90%, "
        + "\(beside(contraction))−\(rate) of the base a year" + (spent ?? "")
  }
}
