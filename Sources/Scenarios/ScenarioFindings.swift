public import Diagnostics

/// What can be wrong with a scenario.
public enum ScenarioFindings {
  /// All of them, for the catalogue and its pages.
  public static let all: [FindingKind] = [
    unqualifiedRate, yearsOutOfOrder, extendsItself, unknownScenario,
  ]

  public static let unqualifiedRate = FindingKind(
    "unqualified-rate", .error,
    summary: Text(
      fr: "« {value} » par an : de l'année précédente, ou de l'année de base ?",
      en: "“{value}” a year: of the year before, or of the base year?"),
    remedy: Text(
      fr: "ajoutez `method: compound` (de l'année précédente) ou `method: linear` (de la base)",
      en: "add `method: compound` (of the year before) or `method: linear` (of the base year)"))

  public static let yearsOutOfOrder = FindingKind(
    "years-out-of-order", .error,
    summary: Text(
      fr: "{year} ne vient pas après {before}", en: "{year} does not come after {before}"),
    remedy: Text(
      fr: "mettez les années dans l'ordre, la fin après le début",
      en: "put the years in order, the end after the beginning"))

  public static let extendsItself = FindingKind(
    "extends-itself", .error,
    summary: Text(
      fr: "ce scénario se prolonge lui-même : {names}",
      en: "this scenario extends itself: {names}"),
    remedy: Text(
      fr: "retirez l'un de ces `extends`", en: "remove one of these `extends`"))

  public static let unknownScenario = FindingKind(
    "unknown-scenario", .error,
    summary: Text(fr: "aucun scénario « {name} »", en: "no scenario “{name}”"),
    remedy: Text(
      fr: "l'un de : {expected}", en: "one of: {expected}"))
}
