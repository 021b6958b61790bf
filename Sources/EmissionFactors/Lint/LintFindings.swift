public import Diagnostics

/// What chemistry and bookkeeping say against a table of factors, ours or anybody's.
public enum LintFindings {
  /// All of them, for the catalogue and its pages.
  public static let all: [FindingKind] = [
    carbonBalance, blendIncomplete, zeroWithoutReason, upstreamTooLarge, duplicateLabel,
    missingProvenance, heatingValueRatio,
  ]

  public static let carbonBalance = FindingKind(
    "carbon-balance", .error,
    summary: Text(
      fr: "« {name} » : {value} kg de CO2 par {unit}, plus qu'un {unit} n'a de carbone ({limit})",
      en: "“{name}”: {value} kg of CO2 per {unit}, more than the carbon in one {unit} ({limit})"),
    remedy: Text(
      fr: "vérifiez l'unité et la virgule dans la source",
      en: "check the unit and the decimal mark in the source"))

  public static let blendIncomplete = FindingKind(
    "blend-incomplete", .error,
    summary: Text(
      fr: "le mélange « {name} » fait {value} % : ses composants doivent faire 100 %",
      en: "blend “{name}” adds up to {value} %: its components must make 100 %"),
    remedy: Text(
      fr: "complétez sa composition dans blends.csv", en: "complete its composition in blends.csv"))

  public static let zeroWithoutReason = FindingKind(
    "zero-without-reason", .warning,
    summary: Text(
      fr: "« {name} » vaut exactement zéro, et rien ne dit pourquoi",
      en: "“{name}” is exactly zero, and nothing says why"),
    remedy: Text(
      fr: "dites-le dans la colonne `note`, ou laissez la cellule vide si la valeur manque",
      en: "say why in the column `note`, or leave the cell empty if the value is missing"))

  public static let upstreamTooLarge = FindingKind(
    "upstream-too-large", .warning,
    summary: Text(
      fr: "« {name} » : l'amont ({upstream}) dépasse dix fois la combustion ({combustion})",
      en: "“{name}”: upstream ({upstream}) is over ten times combustion ({combustion})"),
    remedy: Text(
      fr: "vérifiez que les étapes n'ont pas été interverties",
      en: "check that the stages were not swapped"))

  public static let duplicateLabel = FindingKind(
    "duplicate-label", .warning,
    summary: Text(
      fr: "« {name} » et « {other} » portent le même nom : {label}",
      en: "“{name}” and “{other}” have the same name: {label}"),
    remedy: Text(
      fr: "donnez à chacun un nom qui le distingue", en: "give each a name that tells it apart"))

  public static let missingProvenance = FindingKind(
    "missing-provenance", .error,
    summary: Text(
      fr: "« {name} » n'a pas de {missing-fr}", en: "“{name}” has no {missing-en}"),
    remedy: Text(
      fr: "remplissez la colonne : un chiffre sans origine ne peut pas être défendu",
      en: "fill the column: a figure without an origin cannot be defended"))

  public static let heatingValueRatio = FindingKind(
    "heating-value-ratio", .warning,
    summary: Text(
      fr: "« {name} » et « {other} » : PCI / PCS vaut {value}, et non {expected}",
      en: "“{name}” and “{other}”: lower over higher heating value is {value}, not {expected}"),
    remedy: Text(
      fr: "vérifiez que chacun est bien par kWh PCI et par kWh PCS",
      en: "check that each really is per kWh PCI and per kWh PCS"))
}
