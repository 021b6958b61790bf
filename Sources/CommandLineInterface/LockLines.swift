import Diagnostics
import EmissionFactors

/// What `factors lock` says.
enum LockLines {
  /// Years that were locked.
  static func written(_ years: [LockedYear], _ isWritten: Bool, _ language: Language) -> String {
    var text = ""
    for year in years {
      let (rows, files) = (year.rows.count, year.files.count)
      text +=
        language == .french
        ? "\(year.year) : verrouillée, \(rows) lignes de \(files) fichier(s) d'activité\n"
        : "\(year.year): locked, \(rows) rows for \(files) activity file(s)\n"
    }
    let end =
      isWritten
      ? Text(fr: "Écrit dans campus.lock.", en: "Written to campus.lock.")
      : Text(
        fr: "campus.lock dit déjà cela ; rien n'a été changé.",
        en: "campus.lock says this already; nothing was changed.")
    return text + end[language] + "\n"
  }

  /// Years that were taken out.
  static func removed(_ years: [Int], _ language: Language) -> String {
    years.map { year in
      language == .french ? "\(year) : déverrouillée\n" : "\(year): unlocked\n"
    }.joined()
  }

  /// How each year stands.
  static func states(
    _ states: [(year: Int, state: LockCheck.State?)], _ language: Language
  ) -> String {
    states.map { item in
      let words = item.state.map { standing($0) } ?? Text(fr: "non verrouillée", en: "not locked")
      return "\(item.year)  \(words[language])\n"
    }.joined()
  }

  private static func standing(_ state: LockCheck.State) -> Text {
    var parts = [Text(fr: "verrouillée", en: "locked")]
    if state.isStale {
      parts.append(
        Text(
          fr: "périmée : ses lignes demandent ce que le verrou n'a pas",
          en: "stale: its rows need what the lock does not hold"))
    }
    if !state.changedFiles.isEmpty {
      let list = state.changedFiles.map { VisibleText.escaped($0) }.joined(separator: ", ")
      parts.append(Text(fr: "fichiers changés : \(list)", en: "files changed: \(list)"))
    }
    if state.totalDiffers {
      parts.append(Text(fr: "le total diffère", en: "the total differs"))
    }
    if state.rowsBehind > 0 {
      parts.append(
        Text(
          fr: "\(state.rowsBehind) ligne(s) autres dans les tables installées",
          en: "\(state.rowsBehind) row(s) other than in the installed tables"))
    }
    return Text(
      fr: parts.map(\.fr).joined(separator: " ; "), en: parts.map(\.en).joined(separator: "; "))
  }
}
