public import Diagnostics

/// What can be wrong with a workbook before anyone looks at what it says.
public enum WorkbookFindings {
  /// All of them, for the catalogue and its pages.
  public static let all: [FindingKind] = [
    notAWorkbook, textNamedWorkbook, encryptedWorkbook, damagedWorkbook, unsafeWorkbook,
    workbookTooLarge, badCellReference, badCell, formulaWithoutValue, errorCell, hiddenRows,
  ]

  public static let notAWorkbook = FindingKind(
    "not-a-workbook", .error,
    summary: Text(
      fr: "ce n'est pas un classeur .xlsx : {format-fr}",
      en: "this is not an .xlsx workbook: {format-en}"),
    remedy: Text(
      fr: "ouvrez-le dans un tableur et enregistrez-le en « Classeur Excel (.xlsx) » ou en CSV",
      en: "open it in a spreadsheet program and save it as “Excel workbook (.xlsx)” or as CSV"))

  public static let textNamedWorkbook = FindingKind(
    "text-named-workbook", .error,
    summary: Text(
      fr: "ce fichier porte le nom d'un classeur, mais c'est du texte",
      en: "this file has the name of a workbook, but it is text"),
    remedy: Text(
      fr: "donnez-lui un nom en .csv : il sera lu comme une table",
      en: "give it a name in .csv: it will be read as a table"))

  public static let encryptedWorkbook = FindingKind(
    "encrypted-workbook", .error,
    summary: Text(
      fr: "le classeur est protégé par un mot de passe",
      en: "the workbook is protected by a password"),
    remedy: Text(
      fr: "ouvrez-le et enregistrez-le sans mot de passe",
      en: "open it and save it without a password"))

  public static let damagedWorkbook = FindingKind(
    "damaged-workbook", .error,
    summary: Text(
      fr: "le classeur est incomplet ou abîmé : « {part} » ne peut pas être lu en entier",
      en: "the workbook is incomplete or damaged: “{part}” cannot be read to its end"),
    remedy: Text(
      fr: "copiez-le à nouveau depuis sa source, ou ouvrez-le dans un tableur et enregistrez-le",
      en: "copy it again from its source, or open it in a spreadsheet program and save it"))

  public static let unsafeWorkbook = FindingKind(
    "unsafe-workbook", .error,
    summary: Text(
      fr: "« {part} » contient ce qu'aucun tableur n'écrit : {reason-fr}",
      en: "“{part}” holds what no spreadsheet program writes: {reason-en}"),
    remedy: Text(
      fr: "n'ouvrez pas ce fichier avant de savoir d'où il vient ; demandez-le à nouveau",
      en: "do not open this file before you know where it comes from; ask for it again"))

  public static let workbookTooLarge = FindingKind(
    "workbook-too-large", .error,
    summary: Text(
      fr: "« {part} » contient plus qu'un classeur ordinaire : il n'est pas lu plus loin",
      en: "“{part}” holds more than an ordinary workbook: it is read no further"),
    remedy: Text(
      fr: "vérifiez d'où il vient ; si son contenu est juste, enregistrez la feuille en CSV",
      en: "check where it comes from; if what it holds is right, save the sheet as CSV"))

  public static let badCellReference = FindingKind(
    "bad-cell-reference", .error,
    summary: Text(
      fr: "« {reference} » n'est pas une place possible ici : la suite de la feuille n'est pas lue",
      en: "“{reference}” is no possible place here: the rest of the sheet is not read"),
    remedy: Text(
      fr: "ouvrez le classeur dans un tableur et enregistrez-le",
      en: "open the workbook in a spreadsheet program and save it"))

  public static let badCell = FindingKind(
    "bad-cell", .error,
    summary: Text(
      fr: "le contenu de la cellule ne peut pas être lu : « {text} »",
      en: "the content of the cell cannot be read: “{text}”"),
    remedy: Text(
      fr: "saisissez à nouveau sa valeur dans un tableur",
      en: "enter its value again in a spreadsheet program"))

  public static let formulaWithoutValue = FindingKind(
    "formula-without-value", .error,
    summary: Text(
      fr: "la cellule a une formule, mais le fichier n'a pas son résultat",
      en: "the cell has a formula, but the file does not have its result"),
    remedy: Text(
      fr: "ouvrez le classeur dans un tableur et enregistrez-le : il calculera la formule",
      en: "open the workbook in a spreadsheet program and save it: it will compute the formula"))

  public static let errorCell = FindingKind(
    "error-cell", .error,
    summary: Text(
      fr: "la cellule contient l'erreur {code}", en: "the cell holds the error {code}"),
    remedy: Text(
      fr: "corrigez sa formule dans un tableur", en: "correct its formula in a spreadsheet program")
  )

  public static let hiddenRows = FindingKind(
    "hidden-rows", .note,
    summary: Text(
      fr: "{count} ligne(s) masquée(s), lue(s) comme les autres",
      en: "{count} hidden row(s), read like the others"),
    remedy: Text(
      fr: "rien à faire si elles comptent ; sinon, supprimez-les de la feuille",
      en: "nothing to do if they count; otherwise delete them from the sheet"))
}
