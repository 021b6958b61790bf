import Diagnostics
import Reporting

/// How a result is written.
enum OutputFormat: String, CaseIterable, Sendable {
  case text
  case csv
  case json
  /// Markdown, with tables.
  case md
  /// A page, with pictures.
  case html
  /// A workbook.
  case xlsx

  /// The format that the name of a file says; nil when it says none.
  init?(file: String?) {
    guard let name = file?.lowercased(), let dot = name.lastIndex(of: ".") else { return nil }
    switch name[dot...] {
    case ".html", ".htm": self = .html
    case ".md", ".markdown": self = .md
    case ".xlsx": self = .xlsx
    case ".csv": self = .csv
    case ".json": self = .json
    default: return nil
    }
  }
}

/// Options that several commands have, worded once so that they mean the same everywhere.
enum SharedOptions {
  /// The format of the result, among those the command knows.
  static func format(among formats: [OutputFormat]) -> Option<OutputFormat> {
    .choice(
      "format", short: "O", placeholder: Text(same: "FORMAT"), among: formats, default: .text,
      help: Text(
        fr: "Écrire le résultat dans ce format (sinon, celui que dit le nom du fichier).",
        en: "Write the result in this format (else the one the name of the file says)."))
  }

  /// The file the result goes to; nil or `-` is the standard output.
  static let output = Option<String?>.text(
    "output", short: "o", placeholder: Text(fr: "FICHIER", en: "FILE"), expects: .file,
    help: Text(
      fr: "Écrire le résultat dans ce fichier, en entier ou pas du tout.",
      en: "Write the result to this file, whole or not at all."))

  /// Whether the file is opened once it is written.
  static let open = Option<Bool>.flag(
    "open",
    help: Text(
      fr: "Ouvrir le fichier écrit, comme le bureau l'ouvre.",
      en: "Open the file that was written, as the desktop opens it."))

  /// Whether doubts count as errors in the exit status.
  static let strict = Option<Bool>.flag(
    "strict",
    help: Text(
      fr: "Finir avec le code 1 s'il y a des doutes, et pas seulement des erreurs.",
      en: "End with status 1 on warnings too, not only on errors."))

  /// How many times what may be wrong is drawn; nil leaves it to the formula.
  static let draws = Option<Int?>.integer(
    "draws", placeholder: Text(same: "N"), in: 100...10_000_000,
    help: Text(
      fr: "Tirer N fois ce qui peut être faux, à côté de la formule.",
      en: "Draw N times what may be wrong, beside the formula."))
  /// Where the draws begin.
  static let seed = Option<Int>.integer(
    "seed", placeholder: Text(same: "N"), in: 0...Int.max, default: 1,
    help: Text(fr: "La graine des tirages.", en: "The seed of the draws."))

  /// How often what may be wrong is drawn, and from where; nil when nobody asked.
  static func drawChoice(_ invocation: Invocation) -> DrawChoice? {
    invocation(draws).map { DrawChoice(count: $0, seed: UInt64(invocation(seed))) }
  }

  /// The inventory year, where it is not an operand.
  static let year = Option<Int?>.integer(
    "year", placeholder: Text(fr: "ANNÉE", en: "YEAR"), in: 1900...2200,
    help: Text(
      fr: "Se limiter à cette année d'inventaire.", en: "Keep to this inventory year."))
}

extension Invocation {
  /// The format that was asked for, or that the name of the file says.
  func chosen(_ format: Option<OutputFormat>) -> OutputFormat {
    if index(of: format) != nil { return self(format) }
    return OutputFormat(file: self(SharedOptions.output)) ?? self(format)
  }
}
