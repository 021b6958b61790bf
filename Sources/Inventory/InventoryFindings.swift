public import Diagnostics

/// What can be wrong with a row of consumption by itself.
public enum InventoryFindings {
  /// All of them, for the catalogue and its pages.
  public static let all: [FindingKind] = [
    missingValue, unknownActivity, unknownUnit, unknownSite, unknownBuilding, unknownWord,
    unknownPost, unknownMode, badNumber, ambiguousNumber, wrongDecimalMark, numberTooLarge,
    roundedNumber, badDate, missingPeriod, negativeQuantity, zeroQuantity, missingLifetime,
    lifetimeIgnored, leakRateMisplaced, badQuality, impossibleSurvey, fewAnswers,
    moreAnswersThanPeople,
  ]

  public static let missingValue = FindingKind(
    "missing-value", .error,
    summary: Text(fr: "« {column} » est vide", en: "“{column}” is empty"),
    remedy: Text(
      fr: "remplissez la cellule ; une valeur inconnue n'est jamais prise pour zéro",
      en: "fill the cell; an unknown value is never taken for zero"))

  public static let unknownActivity = FindingKind(
    "unknown-activity", .error,
    summary: Text(fr: "activité inconnue « {name} »", en: "unknown activity “{name}”"),
    remedy: Text(
      fr: "cherchez la bonne avec `empreinte factors search`",
      en: "look for the right one with `empreinte factors search`"))

  public static let unknownUnit = FindingKind(
    "unknown-unit", .error,
    summary: Text(fr: "unité inconnue « {name} »", en: "unknown unit “{name}”"),
    remedy: Text(
      fr: "la liste des unités : `empreinte units`", en: "the list of units: `empreinte units`"))

  public static let unknownSite = FindingKind(
    "unknown-site", .error,
    summary: Text(fr: "site inconnu « {name} »", en: "unknown site “{name}”"),
    remedy: Text(
      fr: "corrigez-le, ou déclarez-le sous `sites` dans campus.yaml",
      en: "correct it, or declare it under `sites` in campus.yaml"))

  public static let unknownBuilding = FindingKind(
    "unknown-building", .error,
    summary: Text(
      fr: "bâtiment inconnu « {name} » sur ce site", en: "unknown building “{name}” on this site"),
    remedy: Text(
      fr: "corrigez-le, ou déclarez-le sous `buildings` dans campus.yaml",
      en: "correct it, or declare it under `buildings` in campus.yaml"))

  public static let unknownWord = FindingKind(
    "unknown-word", .error,
    summary: Text(
      fr: "mot inconnu « {name} » dans la colonne « {column} »",
      en: "unknown word “{name}” in column “{column}”"),
    remedy: Text(fr: "l'un de : {expected}", en: "one of: {expected}"))

  public static let unknownPost = FindingKind(
    "unknown-post", .error,
    summary: Text(fr: "poste inconnu « {name} »", en: "unknown post “{name}”"),
    remedy: Text(
      fr: "`unallocated` si aucun n'est publié, sinon l'un de : {expected}",
      en: "`unallocated` when none was published, otherwise one of: {expected}"))

  public static let unknownMode = FindingKind(
    "unknown-mode", .error,
    summary: Text(
      fr: "mode de déplacement inconnu « {name} »", en: "unknown mode of travel “{name}”"),
    remedy: Text(fr: "l'un de : {expected}", en: "one of: {expected}"))

  public static let badNumber = FindingKind(
    "bad-number", .error,
    summary: Text(fr: "« {value} » n'est pas un nombre", en: "“{value}” is not a number"),
    remedy: Text(
      fr: "n'écrivez que des chiffres et une marque décimale ; l'unité a sa colonne",
      en: "write only digits and one decimal mark; the unit has a column of its own"))

  public static let ambiguousNumber = FindingKind(
    "ambiguous-number", .error,
    summary: Text(
      fr: "« {value} » se lit {decimal} ou {group}", en: "“{value}” reads as {decimal} or {group}"),
    remedy: Text(
      fr: "dites la marque décimale dans campus.yaml : `numbers: {decimal: comma}` ou `point`",
      en: "state the decimal mark in campus.yaml: `numbers: {decimal: comma}` or `point`"))

  public static let wrongDecimalMark = FindingKind(
    "wrong-decimal-mark", .error,
    summary: Text(
      fr: "« {value} » n'a pas la marque décimale déclarée dans campus.yaml",
      en: "“{value}” does not have the decimal mark declared in campus.yaml"),
    remedy: Text(
      fr: "corrigez le nombre, ou la clé `numbers` de campus.yaml",
      en: "correct the number, or the key `numbers` in campus.yaml"))

  public static let numberTooLarge = FindingKind(
    "number-too-large", .error,
    summary: Text(
      fr: "« {value} » est trop grand pour être une consommation",
      en: "“{value}” is too large to be a consumption"),
    remedy: Text(fr: "vérifiez la virgule et l'unité", en: "check the decimal mark and the unit"))

  public static let roundedNumber = FindingKind(
    "rounded-number", .note,
    summary: Text(
      fr: "« {value} » a plus de 12 décimales : il est arrondi",
      en: "“{value}” has more than 12 decimals: it is rounded"),
    remedy: Text(fr: "rien à faire", en: "nothing to do"))

  public static let badDate = FindingKind(
    "bad-date", .error,
    summary: Text(
      fr: "la période « {value} » ne peut pas être lue : {reason-fr}",
      en: "the period “{value}” cannot be read: {reason-en}"),
    remedy: Text(
      fr: "écrivez 2022, 2022-03, 2022-03-15, 15/03/2022 ou 2022-01-15..2022-03-14 (fin comprise)",
      en: "write 2022, 2022-03, 2022-03-15, 15/03/2022 or 2022-01-15..2022-03-14 (end included)"))

  public static let missingPeriod = FindingKind(
    "missing-period", .error,
    summary: Text(
      fr: "la ligne ne dit pas à quelle période elle se rapporte",
      en: "the row does not say which period it is about"),
    remedy: Text(
      fr: "remplissez `période`, ou `du` et `au`", en: "fill `period`, or `from` and `to`"))

  public static let negativeQuantity = FindingKind(
    "negative-quantity", .warning,
    summary: Text(fr: "quantité négative : {value}", en: "negative quantity: {value}"),
    remedy: Text(
      fr: "si c'est un avoir ou une correction, acceptez ce constat dans campus.yaml",
      en: "if it is a credit or a correction, accept this finding in campus.yaml"))

  public static let zeroQuantity = FindingKind(
    "zero-quantity", .warning,
    summary: Text(
      fr: "quantité nulle : rien de consommé, ou rien de connu ?",
      en: "zero quantity: nothing consumed, or nothing known?"),
    remedy: Text(
      fr: "si c'est un vrai zéro, acceptez ce constat ; sinon, retirez la ligne",
      en: "if it is a true zero, accept this finding; otherwise remove the row"))

  public static let missingLifetime = FindingKind(
    "missing-lifetime", .error,
    summary: Text(
      fr: "« {name} » est une immobilisation : il lui faut une durée de vie et une année d'achat",
      en: "“{name}” is a fixed asset: it needs a lifetime and a purchase year"),
    remedy: Text(
      fr: "ajoutez les colonnes `durée de vie` (années) et `année d'achat`",
      en: "add the columns `lifetime` (years) and `purchased`"))

  public static let lifetimeIgnored = FindingKind(
    "lifetime-ignored", .warning,
    summary: Text(
      fr: "« {name} » n'est pas une immobilisation : sa durée de vie n'est pas lue",
      en: "“{name}” is not a fixed asset: its lifetime is not read"),
    remedy: Text(fr: "videz la cellule", en: "empty the cell"))

  public static let leakRateMisplaced = FindingKind(
    "leak-rate-misplaced", .error,
    summary: Text(
      fr: "« {name} » n'est pas un fluide : un taux de fuite n'y a pas de sens",
      en: "“{name}” is not a fluid: a leak rate makes no sense here"),
    remedy: Text(
      fr: "videz la cellule, ou choisissez le fluide : `empreinte factors search fluide`",
      en: "empty the cell, or choose the fluid: `empreinte factors search refrigerant`"))

  public static let badQuality = FindingKind(
    "bad-quality", .error,
    summary: Text(
      fr:
        "« {value} » dans « {column} » : il faut une note de 1 à 5 ou, pour l'incertitude, « 10 % », « uniforme 10 % » ou « GSD 1,2 »",
      en:
        "“{value}” in “{column}”: a rating from 1 to 5 is needed or, for uncertainty, “10 %”, “uniform 10 %” or “GSD 1.2”"
    ),
    remedy: Text(fr: "corrigez la cellule, ou videz-la", en: "correct the cell, or empty it"))

  public static let fewAnswers = FindingKind(
    "few-answers", .warning,
    summary: Text(
      fr: "{population}, {year} : {count} réponse(s) pour {people} personnes",
      en: "{population}, {year}: {count} answer(s) for {people} people"),
    remedy: Text(
      fr: "interrogez plus de monde, ou lisez l'intervalle : il est large",
      en: "ask more people, or read the interval: it is wide"))

  public static let moreAnswersThanPeople = FindingKind(
    "more-answers-than-people", .error,
    summary: Text(
      fr: "{population}, {year} : {count} réponses pour {people} personnes",
      en: "{population}, {year}: {count} answers for {people} people"),
    remedy: Text(
      fr:
        "corrigez `survey` dans campus.yaml, ou donnez une colonne « répondant » à qui répond sur plusieurs lignes",
      en:
        "correct `survey` in campus.yaml, or give a column “respondent” to those who answer on several rows"
    ))

  public static let impossibleSurvey = FindingKind(
    "impossible-survey", .error,
    summary: Text(
      fr: "réponse impossible : {reason-fr}", en: "impossible answer: {reason-en}"),
    remedy: Text(fr: "corrigez la réponse, ou retirez-la", en: "correct the answer, or remove it"))
}
