import Diagnostics

/// The names of all activities, folded once, for whoever looks for one by words.
public struct ActivitySearch: Sendable {
  private struct Entry: Sendable {
    let activity: Activity
    /// Identifier, labels and other names.
    let names: [String]
    let words: Set<String>
    /// What factors and sources call their entries: `bc`, `37133`.
    let sources: Set<String>
  }

  private let entries: [Entry]

  /// Folds the names of a catalogue.
  public init(_ catalog: FactorCatalog) {
    entries = catalog.activities.map { activity in
      let names = [activity.identifier, activity.label.fr, activity.label.en] + activity.aliases
      let folded = names.map { FoldedText.fold($0) }
      return Entry(
        activity: activity, names: folded, words: Set(folded.flatMap(Self.words)),
        sources: Set(Self.identifiers(of: activity, catalog).flatMap(Self.words)))
    }
  }

  /// The activities that all the words point to, the closest first.
  ///
  /// Words match without case or accents, in French or English, in names, other names and the
  /// source's own identifiers: “gaz naturel”, “natural gas” and “37133” find the same thing.
  public func search(_ words: [String]) -> [Activity] {
    let wanted = words.flatMap { FoldedText.fold($0).split(separator: "-").map(String.init) }
    if wanted.isEmpty { return [] }
    var found: [(score: Int, place: Int)] = []
    for (place, entry) in entries.enumerated() {
      if let score = Self.score(of: entry, for: wanted) { found.append((score, place)) }
    }
    return found.sorted { ($0.score, $0.place) < ($1.score, $1.place) }.map {
      entries[$0.place].activity
    }
  }

  /// Lower is closer; nil when a word is found nowhere.
  private static func score(of entry: Entry, for wanted: [String]) -> Int? {
    let whole = wanted.joined(separator: "-")
    if entry.names.contains(whole) { return 0 }
    var score = entry.names.contains { $0.hasPrefix(whole) } ? 1 : 10
    for word in wanted {
      if entry.words.contains(word) || entry.sources.contains(word) { continue }
      if entry.words.contains(where: { $0.hasPrefix(word) }) {
        score += 1
      } else if word.count > 3, entry.words.contains(where: { $0.contains(word) }) {
        score += 3
      } else {
        return nil
      }
    }
    return score * 100 + min(99, entry.words.count)
  }

  private static func words(_ folded: String) -> [String] {
    folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// What factors and sources call the entries of an activity.
  ///
  /// Under every set of potentials: each report has its own number for a gas.
  private static func identifiers(of activity: Activity, _ catalog: FactorCatalog) -> [String] {
    let isWarming = activity.family.hasPrefix(WarmingGas.familyPrefix)
    let sets: [GlobalWarmingSet] = isWarming ? GlobalWarmingSet.allCases : [.ar6]
    return sets.flatMap { catalog.factors(ofFamily: activity.family, warming: $0) }
      .flatMap { [$0.identifier, $0.provenance.sourceIdentifier] }
      .map { FoldedText.fold($0) }
  }
}
