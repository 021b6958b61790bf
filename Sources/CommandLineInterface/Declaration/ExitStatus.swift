import Diagnostics

/// What the process says when it ends; the numbers are part of the interface.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  case ok = 0
  case findings = 1
  case usage = 64
  case unreadable = 65
  case missingInput = 66
  case `internal` = 70
  case cannotWrite = 73

  /// What the number means, for the help and the manual.
  var meaning: Text {
    switch self {
    case .ok: Text(fr: "Tout va bien.", en: "All is well.")
    case .findings:
      Text(
        fr: "Les données ont des erreurs (ou des doutes, avec --strict) ; le résultat est écrit.",
        en: "The data has errors (or doubts, with --strict); the result is written.")
    case .usage: Text(fr: "La ligne de commande est fausse.", en: "The command line is wrong.")
    case .unreadable:
      Text(fr: "Un fichier n'a pas pu être compris.", en: "A file could not be understood.")
    case .missingInput:
      Text(
        fr: "Un fichier, une année ou un campus est introuvable.",
        en: "A file, a year or a campus cannot be found.")
    case .internal:
      Text(
        fr: "Erreur du programme : merci de la signaler.",
        en: "An error of the program: please report it.")
    case .cannotWrite:
      Text(fr: "Le résultat n'a pas pu être écrit.", en: "The result could not be written.")
    }
  }
}
