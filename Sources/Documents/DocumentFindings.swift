public import Diagnostics

/// What can be wrong with a structured document.
public enum DocumentFindings {
  /// All of them, for the catalogue and its pages.
  public static let all: [FindingKind] = [
    syntax, alias, duplicateKey, unknownKey, missingKey, wrongType,
  ]

  public static let syntax = FindingKind(
    "yaml-syntax", .error,
    summary: Text(fr: "YAML illisible : {problem-fr}", en: "unreadable YAML: {problem-en}"),
    remedy: Text(
      fr: "vérifiez l'alignement des lignes (espaces, jamais de tabulations) et les guillemets",
      en: "check how lines are aligned (spaces, never tabs) and the quotes"))

  public static let alias = FindingKind(
    "yaml-alias", .error,
    summary: Text(
      fr: "les ancres et les alias (& et *) ne sont pas acceptés",
      en: "anchors and aliases (& and *) are not accepted"),
    remedy: Text(
      fr: "écrivez la valeur en toutes lettres, entre guillemets si elle commence par & ou *",
      en: "write the value out, between quotes if it begins with & or *"))

  public static let duplicateKey = FindingKind(
    "duplicate-key", .error,
    summary: Text(fr: "« {name} » est là deux fois", en: "“{name}” is there twice"),
    remedy: Text(fr: "gardez-en une seule", en: "keep only one of them"))

  public static let unknownKey = FindingKind(
    "unknown-key", .error,
    summary: Text(fr: "clé inconnue « {name} »", en: "unknown key “{name}”"),
    remedy: Text(
      fr: "les clés possibles ici : {expected}", en: "the keys possible here are: {expected}"))

  public static let missingKey = FindingKind(
    "missing-key", .error,
    summary: Text(fr: "il manque la clé « {name} »", en: "key “{name}” is missing"),
    remedy: Text(fr: "ajoutez-la", en: "add it"))

  public static let wrongType = FindingKind(
    "wrong-type", .error,
    summary: Text(
      fr: "« {value} » : ici, il faut {expected-fr}", en: "“{value}”: {expected-en} is needed here"),
    remedy: Text(fr: "corrigez cette valeur", en: "correct this value"))
}
