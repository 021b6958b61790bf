import Diagnostics

extension CommandProblem {
  /// The words of what can stop an import.
  var importWords: Text {
    switch self {
    case .unknownProfile(let name, let known):
      Text(
        fr: "aucun profil « \(safe(name)) ».\n  Il y a : \(list(known))",
        en: "no profile “\(safe(name))”.\n  There are: \(list(known))")
    case .fileNotRecognised(let known):
      Text(
        fr:
          "l'en-tête de ce fichier n'est celui d'aucun profil.\n  Il y a : \(list(known))\n"
          + "  docs/import-profiles.md dit comment en écrire un.",
        en:
          "the header of this file is that of no profile.\n  There are: \(list(known))\n"
          + "  docs/import-profiles.md says how to write one.")
    case .fileAmbiguous(let names):
      Text(
        fr: "plusieurs profils conviennent : \(list(names)).\n  Choisissez avec --profile.",
        en: "several profiles fit: \(list(names)).\n  Choose one with --profile.")
    case .badCell(let text, let known):
      Text(
        fr: "« \(safe(text)) » : il faut CELLULE=VALEUR, avec l'une de : \(list(known))",
        en: "“\(safe(text))”: CELL=VALUE is needed, with one of: \(list(known))")
    case .cellsMissing(let names):
      Text(
        fr:
          "le fichier ne dit pas : \(list(names)).\n  Dites-le avec --set "
          + names.map { "\($0)=…" }.joined(separator: ","),
        en:
          "the file does not say: \(list(names)).\n  Say it with --set "
          + names.map { "\($0)=…" }.joined(separator: ","))
    case .personsNotErased(let columns):
      Text(
        fr:
          "les colonnes sur des personnes n'ont pas pu être vidées : \(list(columns)).\n  Rien n'a "
          + "été écrit ; retirez-les, ou les guillemets mal placés, puis recommencez.",
        en:
          "the columns about persons could not be emptied: \(list(columns)).\n  Nothing was "
          + "written; remove them, or the stray quotes, and try again.")
    case .alreadyImported(let name):
      Text(
        fr: "ce contenu est déjà dans le campus : \(safe(name)).",
        en: "this content is in the campus already: \(safe(name)).")
    case .badTarget(let name):
      Text(
        fr:
          "« \(safe(name)) » : il faut un nom comme activity/2023/gaz.csv, ou intensity/ pour le réseau.",
        en:
          "“\(safe(name))”: a name like activity/2023/gas.csv is needed, or intensity/ for a grid.")
    case .noIntensities(let folder):
      Text(
        fr:
          "aucune intensité horaire du réseau dans \(safe(folder))/.\n  Faites entrer un fichier "
          + "éCO2mix avec `empreinte import`.",
        en:
          "no hourly intensity of the grid in \(safe(folder))/.\n  Bring in a file of éCO2mix with "
          + "`empreinte import`.")
    case .noIntensityOfYear(let year):
      Text(
        fr:
          "les intensités du dossier ne disent rien de \(year).\n  Importez le fichier de l'année.",
        en: "the intensities of the folder say nothing of \(year).\n  Import the file of the year.")
    case .noCurves(let year):
      Text(
        fr:
          "aucune courbe de charge d'électricité en \(year).\n  Importez celle du distributeur : des "
          + "factures ou des index ne disent pas les heures.",
        en:
          "no load curve of electricity in \(year).\n  Import that of the distributor: bills or "
          + "indexes do not tell hours.")
    default: Text(same: "")
    }
  }

  private func safe(_ text: String) -> String { VisibleText.shortened(text, to: 200) }

  private func list(_ names: [String]) -> String {
    names.isEmpty ? "–" : names.map(safe).joined(separator: ", ")
  }
}
