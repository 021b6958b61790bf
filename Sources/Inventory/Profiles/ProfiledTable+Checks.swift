import Diagnostics
import Tables

extension ProfiledTable {
  func report(_ word: String, _ recipe: Recipe, log: inout FindingLog) {
    log.add(
      Finding(
        CampusFindings.badValue, at: recipe.location,
        [
          .init("value", word), .init("expected-fr", "une seule valeur pour ce mot"),
          .init("expected-en", "one value for this word"),
        ]))
  }

  /// True, with a finding, when a column that is read is there twice.
  func hasDoubles(log: inout FindingLog) -> Bool {
    let folded = raw.header.map { FoldedText.fold($0) }
    var used = (plans + parts.joined()).flatMap { plan -> [Int] in
      switch plan {
      case .field(let place): [place]
      case .fields(let places), .formula(_, let places): places
      case .nothing, .text: []
      }
    }
    used += curve.stamp + [curve.step].compactMap(\.self)
    let doubles = Set(used).filter { place in folded.count { $0 == folded[place] } > 1 }.sorted()
    for place in doubles {
      log.add(
        Finding(
          TableFindings.duplicateColumn, at: Location(file: raw.source.name, line: raw.headerLine),
          [.init("name", raw.header[place])]), subject: raw.header[place])
    }
    return !doubles.isEmpty
  }

  /// Says that a file put here by hand still has persons in it.
  func reportPersons(log: inout FindingLog) {
    let fields = raw.header.indices.filter { profile.isPersonal(raw.header[$0]) }
    guard !fields.isEmpty, raw.hasText(in: profile.isPersonal) else { return }
    log.add(
      Finding(
        ProfileFindings.personsInFile, at: Location(file: raw.source.name),
        [.init("columns", fields.map { raw.header[$0] }.joined(separator: ", "))]))
  }

  /// Says which cells nothing gives; false when rows cannot be read without them.
  func report(missingIn columns: [String], log: inout FindingLog) -> Bool {
    var needed: [ActivityColumn] = []
    if profile.meaning != .intensity { needed.append(.activity) }
    if profile.journey == nil { needed.append(.quantity) }
    if profile.meaning == .amount || profile.meaning == .intensity { needed.append(.unit) }
    var names = needed.filter { column in parts.contains { isNothing($0[column.rawValue]) } }
      .map(\.name)
    if profile.meaning == .intensity, names.isEmpty, curve.intensities.count < parts.count {
      names.append("covers")
    }
    names += journeys?.missing ?? []
    if profile.meaning != .amount, curve.stamp.isEmpty {
      log.add(
        Finding(
          ProfileFindings.profileMismatch,
          at: Location(file: raw.source.name, line: raw.headerLine),
          [.init("profile", profile.identifier), .init("expected", "stamp")]))
      return false
    }
    for name in names {
      log.add(
        Finding(
          ProfileFindings.cellWithoutSource,
          at: Location(file: raw.source.name, line: raw.headerLine),
          [.init("name", name), .init("profile", profile.identifier)]), subject: name)
    }
    return names.isEmpty
  }
}
