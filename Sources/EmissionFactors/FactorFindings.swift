public import Diagnostics

/// What can be wrong with a table of activities or factors, ours or the campus's own.
public enum FactorFindings {
  /// All of them, for the catalogue and its pages.
  public static let all: [FindingKind] = [
    badValue, duplicateIdentifier, unknownReference, overlappingYears, partsDiffer,
  ]

  public static let badValue = FindingKind(
    "bad-factor-value", .error,
    summary: Text(
      fr: "« {value} » ne convient pas à la colonne « {column} » : il faut {expected-fr}",
      en: "“{value}” does not fit column “{column}”: needed is {expected-en}"),
    remedy: Text(fr: "corrigez cette cellule", en: "correct this cell"))

  public static let duplicateIdentifier = FindingKind(
    "duplicate-factor", .error,
    summary: Text(fr: "« {name} » est défini deux fois", en: "“{name}” is defined twice"),
    remedy: Text(
      fr: "gardez une seule définition ; l'autre est à {other}",
      en: "keep one definition; the other is at {other}"))

  public static let unknownReference = FindingKind(
    "unknown-reference", .error,
    summary: Text(
      fr: "« {name} » n'existe pas dans {table}", en: "“{name}” does not exist in {table}"),
    remedy: Text(fr: "corrigez le nom, ou ajoutez-le", en: "correct the name, or add it"))

  public static let overlappingYears = FindingKind(
    "overlapping-factors", .error,
    summary: Text(
      fr: "les facteurs « {first} » et « {second} » valent tous deux pour {year}",
      en: "factors “{first}” and “{second}” both hold for {year}"),
    remedy: Text(
      fr: "changez leurs années « from » et « to » : une seule valeur par année",
      en: "change their “from” and “to” years: one value a year"))

  public static let partsDiffer = FindingKind(
    "factor-parts-differ", .warning,
    summary: Text(
      fr: "le total publié {total} s'écarte de ses parties de {difference}",
      en: "the published total {total} differs from its parts by {difference}"),
    remedy: Text(
      fr: "plus qu'un arrondi : vérifiez les étapes dans la source",
      en: "more than rounding: check the stages in the source"))
}
