public import Diagnostics

/// What can be wrong with a scenario.
public enum ScenarioFindings {
  /// All of them, for the catalogue and its pages.
  public static let all: [FindingKind] = [
    unqualifiedRate, yearsOutOfOrder, extendsItself, unknownScenario, unknownMeasure,
    unknownDriver, missingStart, groupTakenTwice, requirementMissing, sharesOverWhole,
    selectsNothing, ratioMismatch, seriesWithoutBase, destinationWithoutFactor,
    otherCurrency, pricedTwice, priceUnit, neverActs,
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

  public static let unknownMeasure = FindingKind(
    "unknown-measure", .error,
    summary: Text(fr: "aucune mesure « {name} »", en: "no measure “{name}”"),
    remedy: Text(fr: "l'une de : {expected}", en: "one of: {expected}"))

  public static let unknownDriver = FindingKind(
    "unknown-driver", .error,
    summary: Text(fr: "aucun moteur « {name} »", en: "no driver “{name}”"),
    remedy: Text(
      fr: "déclarez-le sous `drivers` du scénario",
      en: "declare it under `drivers` of the scenario"))

  public static let missingStart = FindingKind(
    "missing-start", .error,
    summary: Text(
      fr: "« {name} » ne dit pas quand elle commence", en: "“{name}” does not say when it starts"),
    remedy: Text(fr: "ajoutez `start: 2026`", en: "add `start: 2026`"))

  public static let groupTakenTwice = FindingKind(
    "group-taken-twice", .error,
    summary: Text(
      fr: "« {name} » et « {other} » sont du groupe « {group} » : une seule des deux",
      en: "“{name}” and “{other}” are of the group “{group}”: only one of them"),
    remedy: Text(
      fr: "retirez l'une des deux mesures", en: "remove one of the two measures"))

  public static let requirementMissing = FindingKind(
    "requirement-missing", .error,
    summary: Text(
      fr: "« {name} » demande la mesure « {other} », qui n'y est pas",
      en: "“{name}” requires the measure “{other}”, which is not there"),
    remedy: Text(
      fr: "ajoutez cette mesure, ou retirez `requires`",
      en: "add that measure, or remove `requires`"))

  public static let sharesOverWhole = FindingKind(
    "shares-over-whole", .error,
    summary: Text(
      fr: "{share} % de « {activity} » sont déplacés : plus que le tout",
      en: "{share}% of “{activity}” are moved: more than all of it"),
    remedy: Text(
      fr: "baissez les parts de `move`, ou gardez l'une des mesures",
      en: "lower the shares of `move`, or keep one of the measures"))

  public static let selectsNothing = FindingKind(
    "selects-nothing", .warning,
    summary: Text(
      fr: "« {name} » ne porte sur aucune ligne de {year}",
      en: "“{name}” is about no row of {year}"),
    remedy: Text(
      fr: "corrigez `of`, ou retirez cet effet", en: "correct `of`, or remove this effect"))

  public static let ratioMismatch = FindingKind(
    "ratio-mismatch", .error,
    summary: Text(
      fr: "ce rapport ne mène pas de « {from} » à « {to} »",
      en: "this ratio does not lead from “{from}” to “{to}”"),
    remedy: Text(
      fr: "donnez-le en {expected}", en: "give it in {expected}"))

  public static let seriesWithoutBase = FindingKind(
    "series-without-base", .error,
    summary: Text(
      fr: "« {name} » ne dit rien de l'année de base, {year}",
      en: "“{name}” says nothing about the base year, {year}"),
    remedy: Text(
      fr: "ajoutez cette année à `values`, ou une année d'avant",
      en: "add that year to `values`, or one before it"))

  public static let destinationWithoutFactor = FindingKind(
    "destination-without-factor", .error,
    summary: Text(
      fr: "« {to} » n'a pas de facteur en {year} : rien ne dit ce qui est émis à la place",
      en: "“{to}” has no factor in {year}: nothing says what is emitted instead"),
    remedy: Text(
      fr: "choisissez une autre activité : `empreinte factors search`",
      en: "choose another activity: `empreinte factors search`"))

  public static let otherCurrency = FindingKind(
    "other-currency", .error,
    summary: Text(
      fr: "« {name} » est en {unit}, le scénario compte en {expected}",
      en: "“{name}” is in {unit}, the scenario counts in {expected}"),
    remedy: Text(
      fr: "mettez tout dans une monnaie, avec ou sans taxe : `costs: {discount: 4 %, currency: …}`",
      en: "put all of it in one money, with or without tax: `costs: {discount: 4 %, currency: …}`"))

  public static let pricedTwice = FindingKind(
    "priced-twice", .error,
    summary: Text(
      fr: "« {name} » et « {other} » donnent chacun un prix à « {activity} »",
      en: "“{name}” and “{other}” both give a price to “{activity}”"),
    remedy: Text(
      fr: "restreignez `of` de l'un des deux", en: "narrow the `of` of one of them"))

  public static let priceUnit = FindingKind(
    "price-unit", .error,
    summary: Text(
      fr: "le prix « {name} » est pour un {unit}, et « {activity} » n'est pas compté ainsi",
      en: "the price “{name}” is for one {unit}, and “{activity}” is not counted so"),
    remedy: Text(fr: "donnez-le en {expected}", en: "give it in {expected}"))

  public static let neverActs = FindingKind(
    "never-acts", .warning,
    summary: Text(
      fr: "« {name} » n'a aucun effet jusqu'en {year}", en: "“{name}” has no effect through {year}"),
    remedy: Text(
      fr: "corrigez `start`, `lag` ou `end`, ou l'horizon du scénario",
      en: "correct `start`, `lag` or `end`, or the horizon of the scenario"))
}
