import Diagnostics

extension FactorCatalog {
  /// The activities that all the words point to, the closest first.
  ///
  /// Words match without case or accents, in French or English, in names, other names and the
  /// source's own identifiers: “gaz naturel”, “natural gas” and “37133” find the same thing.
  public func search(_ words: [String]) -> [Activity] {
    let wanted = words.flatMap { FoldedText.fold($0).split(separator: "-").map(String.init) }
    if wanted.isEmpty { return [] }
    var found: [(score: Int, place: Int)] = []
    for (place, activity) in activities.enumerated() {
      if let score = score(of: activity, for: wanted) { found.append((score, place)) }
    }
    return found.sorted { ($0.score, $0.place) < ($1.score, $1.place) }.map {
      activities[$0.place]
    }
  }

  /// Lower is closer; nil when a word is found nowhere.
  private func score(of activity: Activity, for wanted: [String]) -> Int? {
    let names = ([activity.identifier, activity.label.fr, activity.label.en] + activity.aliases)
      .map { FoldedText.fold($0) }
    let whole = wanted.joined(separator: "-")
    if names.contains(whole) { return 0 }
    let words = Set(names.flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) })
    let sources = sourceWords(of: activity)
    var score = names.contains { $0.hasPrefix(whole) } ? 1 : 10
    for word in wanted {
      if words.contains(word) || sources.contains(word) { continue }
      if words.contains(where: { $0.hasPrefix(word) }) {
        score += 1
      } else if word.count > 3, words.contains(where: { $0.contains(word) }) {
        score += 3
      } else {
        return nil
      }
    }
    return score * 100 + min(99, words.count)
  }

  /// The words of what factors and sources call their entries: `bc`, `37133`.
  ///
  /// Under every set of potentials: each report has its own number for a gas.
  private func sourceWords(of activity: Activity) -> Set<String> {
    let isWarming = activity.family.hasPrefix(WarmingGas.familyPrefix)
    let sets: [GlobalWarmingSet] = isWarming ? GlobalWarmingSet.allCases : [.ar6]
    let identifiers = sets.flatMap { factors(ofFamily: activity.family, warming: $0) }
      .flatMap { [$0.identifier, $0.provenance.sourceIdentifier] }
    return Set(
      identifiers.flatMap {
        FoldedText.fold($0).split { !$0.isLetter && !$0.isNumber }.map(String.init)
      })
  }
}
