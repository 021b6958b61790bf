public import Diagnostics

/// What can be wrong with an official base of factors while it is imported.
public enum ReleaseFindings {
  /// All of them, for the catalogue and its pages.
  public static let all: [FindingKind] = [
    unknownUnit, missingUnit, orphanStage, unknownGasCode, damaged,
  ]

  public static let unknownUnit = FindingKind(
    "unknown-release-unit", .error,
    summary: Text(
      fr: "« {name} » : unité « {unit} » inconnue ; ce facteur n'est pas importé",
      en: "“{name}”: unknown unit “{unit}”; this factor is not imported"),
    remedy: Text(
      fr:
        "une unité n'est jamais devinée ; docs/factors.md dit ce que faire d'une version nouvelle",
      en: "a unit is never guessed; docs/factors.md says what to do about a new release"))

  public static let missingUnit = FindingKind(
    "missing-release-unit", .error,
    summary: Text(
      fr: "« {name} » n'a pas d'unité ; ce facteur n'est pas importé",
      en: "“{name}” has no unit; this factor is not imported"),
    remedy: Text(
      fr: "s'il vous le faut, donnez-le dans factors/ avec l'unité que dit sa source",
      en: "if you need it, give it in factors/ with the unit its source states"))

  public static let orphanStage = FindingKind(
    "stage-without-element", .error,
    summary: Text(
      fr: "le poste de « {name} » n'a pas d'élément dans le fichier",
      en: "the stage of “{name}” has no element in the file"),
    remedy: Text(
      fr: "importez le fichier entier, tel que publié",
      en: "import the whole file, as it is published"))

  public static let unknownGasCode = FindingKind(
    "unknown-gas-code", .warning,
    summary: Text(
      fr: "« {name} » : gaz « {code} » inconnu ; compté dans le total comme non ventilé",
      en: "“{name}”: unknown gas “{code}”; counted in the total as not split"),
    remedy: Text(
      fr: "rien si le détail par gaz ne vous sert pas ; sinon, voyez la source",
      en: "nothing if you do not need the split by gas; otherwise look in the source"))

  public static let damaged = FindingKind(
    "release-damaged", .error,
    summary: Text(
      fr: "la version {name} a été changée depuis son import : {reason-fr}",
      en: "release {name} was changed since its import: {reason-en}"),
    remedy: Text(
      fr: "retirez factors/{name}/ et importez à nouveau ; vos valeurs vont dans factors/*.csv",
      en: "remove factors/{name}/ and import again; values of your own go to factors/*.csv"))
}
