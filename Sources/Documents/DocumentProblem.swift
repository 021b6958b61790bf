import Diagnostics

/// Why a document is not YAML we read, in words for both languages.
struct DocumentProblem {
  let words: Text

  static let secondDocument = DocumentProblem(
    words: Text(
      fr: "un second document commence ici ; un fichier n'en contient qu'un",
      en: "a second document begins here; a file holds only one"))

  static let tooDeep = DocumentProblem(
    words: Text(
      fr: "trop de niveaux imbriqués (plus de 40)", en: "too many nested levels (over 40)"))

  private init(words: Text) { self.words = words }

  /// What libyaml says, in English only; the problems people meet are said in French as well.
  init(libyaml problem: String) {
    words = Text(fr: Self.french[problem] ?? problem, en: problem)
  }

  private static let french: [String: String] = [
    "found character that cannot start any token":
      "ce caractère ne peut pas commencer une valeur",
    "mapping values are not allowed in this context": "« : » n'est pas à sa place ici",
    "could not find expected ':'": "il manque « : » après la clé",
    "did not find expected key": "une clé est attendue ici",
    "did not find expected '-' indicator": "un « - » est attendu ici",
    "did not find expected ',' or ']'": "« , » ou « ] » est attendu ici",
    "did not find expected ',' or '}'": "« , » ou « } » est attendu ici",
    "did not find expected node content": "une valeur est attendue ici",
    "did not find expected <document start>": "le document devrait être fini ici",
    "block sequence entries are not allowed in this context": "« - » n'est pas à sa place ici",
    "found unexpected end of stream": "le fichier finit au milieu d'une valeur",
    "found unexpected document indicator": "« --- » ou « ... » au milieu d'une valeur",
    "found a tab character that violates indentation": "tabulation au début de la ligne",
    "found a tab character where an indentation space is expected":
      "tabulation au début de la ligne",
    "found unknown escape character": "suite inconnue après « \\ »",
    "invalid leading UTF-8 octet": "le fichier n'est pas en UTF-8",
    "invalid trailing UTF-8 octet": "le fichier n'est pas en UTF-8",
    "incomplete UTF-8 octet sequence": "le fichier n'est pas en UTF-8",
    "control characters are not allowed": "caractère de contrôle",
  ]
}
