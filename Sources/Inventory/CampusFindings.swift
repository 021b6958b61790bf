public import Diagnostics

/// What can be wrong with campus.yaml beyond its form.
public enum CampusFindings {
  /// All of them, for the catalogue and its pages.
  public static let all: [FindingKind] = [
    badValue, unsupportedFormat, unknownFactor, unknownFinding, unusedAcceptance,
  ]

  public static let badValue = FindingKind(
    "bad-campus-value", .error,
    summary: Text(
      fr: "« {value} » : ici, il faut {expected-fr}", en: "“{value}”: {expected-en} is needed here"),
    remedy: Text(
      fr: "corrigez cette valeur ; dans ce fichier, la marque décimale est le point",
      en: "correct this value; in this file the decimal mark is the point"))

  public static let unsupportedFormat = FindingKind(
    "unsupported-format", .error,
    summary: Text(
      fr: "ce fichier est au format {value}, cette version lit le format 1",
      en: "this file is in format {value}, this version reads format 1"),
    remedy: Text(
      fr: "écrivez `format: 1`, ou prenez une version plus récente d'empreinte",
      en: "write `format: 1`, or take a newer version of empreinte"))

  public static let unknownFactor = FindingKind(
    "unknown-substitute", .error,
    summary: Text(
      fr: "le remplacement nomme « {name} », qui n'existe pas",
      en: "the substitution names “{name}”, which does not exist"),
    remedy: Text(
      fr: "cherchez le facteur avec `empreinte factors search`",
      en: "look for the factor with `empreinte factors search`"))

  public static let unknownFinding = FindingKind(
    "unknown-finding", .error,
    summary: Text(
      fr: "« {name} » n'est pas un identifiant de constat",
      en: "“{name}” is not the identifier of a finding"),
    remedy: Text(
      fr: "reprenez l'identifiant entre crochets qu'affiche `empreinte check`",
      en: "use the identifier in brackets that `empreinte check` shows"))

  public static let unusedAcceptance = FindingKind(
    "unused-acceptance", .note,
    summary: Text(
      fr: "le constat accepté « {name} » n'apparaît plus",
      en: "the accepted finding “{name}” no longer occurs"),
    remedy: Text(fr: "retirez-le de campus.yaml", en: "remove it from campus.yaml"))
}
