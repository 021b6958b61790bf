public import Diagnostics

/// What can be wrong or worth knowing when lines meet factors.
public enum FootprintFindings {
  /// All of them, for the catalogue and its pages.
  public static let all: [FindingKind] = [
    noFactor, noFactorForYear, unitMismatch, heatingValueMissing, priceMismatch, badSubstitution,
    substituteUsed, moneyBasisUnstated, doublePurchase, declaredUnit,
    contractOfOtherYear, contractAboveConsumption, exclusionWithRows,
    siteOutOfScope, missingCollectionFile,
  ]

  public static let noFactor = FindingKind(
    "no-factor", .error,
    summary: Text(
      fr: "aucun facteur pour « {name} » avec le jeu de PRG {set}",
      en: "no factor for “{name}” under the GWP set {set}"),
    remedy: Text(
      fr: "prenez un autre jeu sous `gwp` dans campus.yaml, ou ajoutez un facteur dans factors/",
      en: "choose another set under `gwp` in campus.yaml, or add a factor in factors/"))

  public static let noFactorForYear = FindingKind(
    "no-factor-for-year", .error,
    summary: Text(
      fr: "aucun facteur pour « {name} » en {year} ; il y en a pour {years}",
      en: "no factor for “{name}” in {year}; there are for {years}"),
    remedy: Text(
      fr: "ajoutez-en un dans factors/, ou un remplacement sous `substitutions` (campus.yaml)",
      en: "add one in factors/, or a substitute under `substitutions` (campus.yaml)"))

  public static let unitMismatch = FindingKind(
    "unit-mismatch", .error,
    summary: Text(
      fr: "« {unit} » ne convient pas à « {name} », compté en {expected}",
      en: "“{unit}” does not fit “{name}”, which is counted in {expected}"),
    remedy: Text(
      fr: "écrivez la quantité dans une de ces unités",
      en: "write the quantity in one of these units"))

  public static let heatingValueMissing = FindingKind(
    "heating-value-missing", .error,
    summary: Text(
      fr: "« {unit} » : kWh PCS ou kWh PCI ? L'écart est de 11 % pour le gaz",
      en: "“{unit}”: kWh PCS (higher) or kWh PCI (lower)? For gas they are 11 % apart"),
    remedy: Text(
      fr: "écrivez `kWh PCS` (factures de gaz) ou `kWh PCI`",
      en: "write `kWh PCS` (gas bills) or `kWh PCI`"))

  public static let priceMismatch = FindingKind(
    "price-mismatch", .error,
    summary: Text(
      fr: "« {unit} » en {year} : les facteurs de « {name} » sont en {expected}",
      en: "“{unit}” in {year}: the factors of “{name}” are in {expected}"),
    remedy: Text(
      fr:
        "dites-le dans campus.yaml : `vat` (TTC), `price-index` (prix), `exchange-rates` (devise)",
      en: "say how in campus.yaml: `vat` (TTC), `price-index` (prices), `exchange-rates` (currency)"
    ))

  public static let badSubstitution = FindingKind(
    "bad-substitution", .error,
    summary: Text(
      fr: "le remplacement de « {name} » pour {year} ne peut pas servir : {reason-fr}",
      en: "the substitute of “{name}” for {year} cannot be used: {reason-en}"),
    remedy: Text(
      fr: "corrigez-le sous `substitutions` dans campus.yaml",
      en: "correct it under `substitutions` in campus.yaml"))

  public static let substituteUsed = FindingKind(
    "substitute-used", .note,
    summary: Text(
      fr: "« {name} » en {year} est compté avec {factor} : {reason}",
      en: "“{name}” in {year} is counted with {factor}: {reason}"),
    remedy: Text(
      fr: "retirez le remplacement quand le bon facteur existera",
      en: "remove the substitution once the right factor exists"))

  public static let moneyBasisUnstated = FindingKind(
    "money-basis-unstated", .note,
    summary: Text(
      fr: "la source du facteur {factor} ne dit pas si ses prix sont HT, ni de quelle année",
      en: "the source of factor {factor} states neither the tax nor the year of its prices"),
    remedy: Text(
      fr: "préférez une activité dont la source le dit",
      en: "prefer an activity whose source says so"))

  public static let doublePurchase = FindingKind(
    "double-purchase", .warning,
    summary: Text(
      fr: "« {first} » (en quantité) et « {second} » (en euros) décrivent peut-être le même achat",
      en: "“{first}” (by quantity) and “{second}” (by spend) may describe the same purchase"),
    remedy: Text(
      fr: "retirez la dépense, ou acceptez ce constat si ce sont deux achats",
      en: "remove the spend, or accept this finding if these are two purchases"))

  public static let declaredUnit = FindingKind(
    "declared-unit", .error,
    summary: Text(
      fr: "une émission déclarée se donne en kgCO2e ou tCO2e, pas en « {unit} »",
      en: "declared emissions are given in kgCO2e or tCO2e, not in “{unit}”"),
    remedy: Text(fr: "corrigez l'unité", en: "correct the unit"))

  public static let contractOfOtherYear = FindingKind(
    "contract-of-other-year", .warning,
    summary: Text(
      fr: "« {name} » : électricité produite en {produced}, elle ne compte pas pour {year}",
      en: "“{name}”: electricity produced in {produced} does not count for {year}"),
    remedy: Text(
      fr: "mettez ce contrat sous l'année où l'électricité a été produite",
      en: "put this contract under the year the electricity was produced in"))

  public static let contractAboveConsumption = FindingKind(
    "contract-above-consumption", .warning,
    summary: Text(
      fr: "« {name} » : {quantity} kWh, dont {used} seulement ont été consommés en {year}",
      en: "“{name}”: {quantity} kWh, of which only {used} were consumed in {year}"),
    remedy: Text(
      fr: "vérifiez la quantité ; ce qui dépasse la consommation n'est pas compté",
      en: "check the quantity; what is above the consumption does not count"))

  public static let exclusionWithRows = FindingKind(
    "exclusion-with-rows", .warning,
    summary: Text(
      fr: "« {name} » est déclaré exclu, et des lignes de {year} y comptent",
      en: "“{name}” is declared left out, and rows of {year} count in it"),
    remedy: Text(
      fr: "retirez l'exclusion, ou limitez-la avec `years` (campus.yaml)",
      en: "remove the exclusion, or limit it with `years` (campus.yaml)"))

  public static let missingCollectionFile = FindingKind(
    "missing-collection-file", .warning,
    summary: Text(
      fr: "la matrice de collecte nomme « {name} », qui n'est pas là",
      en: "the collection matrix names “{name}”, which is not there"),
    remedy: Text(
      fr: "corrigez le nom sous `collection` (campus.yaml), ou ajoutez le fichier",
      en: "correct the name under `collection` (campus.yaml), or add the file"))

  public static let siteOutOfScope = FindingKind(
    "site-out-of-scope", .warning,
    summary: Text(
      fr: "« {name} » n'est pas un site de {year}, et des lignes y comptent",
      en: "“{name}” is no site of {year}, and rows count there"),
    remedy: Text(
      fr: "ajoutez-le aux `sites` de l'année (campus.yaml), ou corrigez ces lignes",
      en: "add it to the `sites` of the year (campus.yaml), or correct these rows"))
}
