import Diagnostics

extension CommandProblem {
  /// The words of what can keep a year from being locked or unlocked.
  var lockWords: Text {
    switch self {
    case .incompleteYear(let year, let rows, let files):
      return Text(
        fr:
          "\(year) est INCOMPLÈTE : \(rows) ligne(s) rejetée(s), \(files) fichier(s) non lu(s). Rien "
          + "n'a été verrouillé.\n"
          + "  `empreinte check --year \(year)` dit pourquoi.",
        en:
          "\(year) is INCOMPLETE: \(rows) rejected row(s), \(files) file(s) not read. Nothing was "
          + "locked.\n"
          + "  `empreinte check --year \(year)` says why.")
    case .yearNotLocked(let year, let known):
      let list = known.isEmpty ? "–" : known.map { String($0) }.joined(separator: ", ")
      return Text(
        fr: "\(year) n'est pas verrouillée ; rien n'a été changé.\n  Le sont : \(list)",
        en: "\(year) is not locked; nothing was changed.\n  Locked are: \(list)")
    case .noYearToUnlock:
      return Text(
        fr: "--remove demande une année : `empreinte factors lock --remove 2021`.",
        en: "--remove needs a year: `empreinte factors lock --remove 2021`.")
    case .factorsAlone:
      return Text(
        fr:
          "--factors donne un rapport à lui : ni --by, ni --reading, ni --reconcile ne vont avec.",
        en: "--factors gives a report of its own: no --by, --reading or --reconcile with it.")
    case .nothingUsed:
      return Text(
        fr: "--used demande des lignes d'activité : ce campus n'en a pas.",
        en: "--used needs activity rows: this campus has none.")
    default: return Text(same: "")
    }
  }
}
