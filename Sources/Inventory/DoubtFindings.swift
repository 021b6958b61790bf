public import Diagnostics

/// What is doubtful about rows when they are seen together.
public enum DoubtFindings {
  /// All of them, for the catalogue and its pages.
  public static let all: [FindingKind] = [
    subtotalRow, possibleSubtotal, duplicateRow, duplicateSearchStopped, meterOverlap,
    estimateAndReading, meterGap,
    meterOutlier,
  ]

  public static let subtotalRow = FindingKind(
    "subtotal-row", .warning,
    summary: Text(
      fr: "ligne de total « {text} » : elle n'est pas comptée",
      en: "total row “{text}”: it is not counted"),
    remedy: Text(
      fr: "rien à faire si c'est bien un total ; sinon, changez ce libellé",
      en: "nothing to do if it is a total; otherwise change this label"))

  public static let possibleSubtotal = FindingKind(
    "possible-subtotal", .warning,
    summary: Text(
      fr: "{value} est exactement la somme des {count} lignes au-dessus : un total ?",
      en: "{value} is exactly the sum of the {count} rows above: a total?"),
    remedy: Text(
      fr: "retirez la ligne si c'est un total ; sinon, acceptez ce constat",
      en: "remove the row if it is a total; otherwise accept this finding"))

  public static let duplicateRow = FindingKind(
    "duplicate-row", .warning,
    summary: Text(
      fr: "cette ligne a déjà été lue, mot pour mot, dans ce fichier ou dans un autre",
      en: "this row has been read already, word for word, in this file or another"),
    remedy: Text(
      fr: "retirez-la si elle a été copiée deux fois ; sinon, distinguez-la par une remarque",
      en: "remove it if it was copied twice; otherwise tell it apart with a note"))

  public static let duplicateSearchStopped = FindingKind(
    "duplicate-search-stopped", .note,
    summary: Text(
      fr: "doublons cherchés dans les {count} premières lignes seulement",
      en: "duplicates were looked for in the first {count} rows only"),
    remedy: Text(
      fr: "`empreinte check` les cherche dans tout le fichier",
      en: "`empreinte check` looks for them in the whole file"))

  public static let meterOverlap = FindingKind(
    "meter-overlap", .warning,
    summary: Text(
      fr: "compteur {meter} : {days} jour(s) compté(s) deux fois, ici pour la première fois",
      en: "meter {meter}: {days} day(s) counted twice, here for the first time"),
    remedy: Text(
      fr: "corrigez les périodes, ou retirez la facture remplacée par une autre",
      en: "correct the periods, or remove the bill that another one replaces"))

  public static let estimateAndReading = FindingKind(
    "estimate-and-reading", .warning,
    summary: Text(
      fr: "compteur {meter} : {days} jour(s) estimés ici et relevés ailleurs : les deux comptent",
      en: "meter {meter}: {days} day(s) estimated here and read elsewhere: both count"),
    remedy: Text(
      fr: "retirez l'estimation que le relevé remplace, ou gardez-la si une ligne l'annule",
      en: "remove the estimate that the reading replaces, or keep it if a row takes it back"))

  public static let meterGap = FindingKind(
    "meter-gap", .warning,
    summary: Text(
      fr: "compteur {meter} : {days} jour(s) sans relevé avant cette ligne : {gap}",
      en: "meter {meter}: {days} day(s) without data before this row: {gap}"),
    remedy: Text(
      fr: "ajoutez la facture qui manque ; ce qui manque n'est pas compté",
      en: "add the missing bill; what is missing is not counted"))

  public static let meterOutlier = FindingKind(
    "meter-outlier", .warning,
    summary: Text(
      fr: "compteur {meter} : {times} fois sa consommation habituelle par jour",
      en: "meter {meter}: {times} times its usual consumption a day"),
    remedy: Text(
      fr: "vérifiez l'unité et la virgule ; si c'est juste, acceptez ce constat",
      en: "check the unit and the decimal mark; if it is right, accept this finding"))
}
