public import Diagnostics

/// What can be wrong with a table before anyone looks at what it says.
public enum TableFindings {
  /// All of them, for the catalogue and its pages.
  public static let all: [FindingKind] = [
    emptyTable, unreadable, notGzip, compressedTooLarge, windows1252, unknownColumn,
    duplicateColumn, missingColumn, rowTooShort, rowTooLong, strayQuote, unclosedQuote,
    fieldTooLong, nulByte, damagedCharacter,
  ]

  public static let emptyTable = FindingKind(
    "empty-table", .warning,
    summary: Text(fr: "le fichier n'a aucune ligne", en: "the file has no rows"),
    remedy: Text(
      fr: "ajoutez des lignes sous l'en-tête, ou retirez le fichier",
      en: "add rows under the header, or remove the file"))

  public static let unreadable = FindingKind(
    "unreadable-file", .error,
    summary: Text(
      fr: "la lecture s'arrête ici : la suite du fichier ne peut pas être lue",
      en: "reading stops here: the rest of the file cannot be read"),
    remedy: Text(
      fr: "copiez le fichier à nouveau depuis sa source",
      en: "copy the file again from its source"))

  public static let notGzip = FindingKind(
    "not-gzip", .error,
    summary: Text(
      fr: "le nom finit par .gz, mais le fichier n'est pas compressé par gzip",
      en: "the name ends in .gz, but the file is not compressed by gzip"),
    remedy: Text(
      fr: "retirez .gz de son nom si c'est un CSV ; sinon, compressez-le par gzip",
      en: "remove .gz from its name if it is a CSV; otherwise compress it with gzip"))

  public static let compressedTooLarge = FindingKind(
    "compressed-too-large", .error,
    summary: Text(
      fr: "le fichier compressé contient plus qu'une table : il n'est pas lu",
      en: "the compressed file holds more than a table does: it is not read"),
    remedy: Text(
      fr: "vérifiez d'où il vient ; si son contenu est juste, décompressez-le",
      en: "check where it comes from; if what it holds is right, decompress it"))

  public static let windows1252 = FindingKind(
    "windows-1252", .note,
    summary: Text(
      fr: "le fichier n'est pas en UTF-8 ; il est lu en Windows-1252",
      en: "the file is not UTF-8; it is read as Windows-1252"),
    remedy: Text(
      fr: "rien à faire si les accents sont justes ; "
        + "sinon, enregistrez le fichier en « CSV UTF-8 »",
      en: "nothing to do if accents look right; otherwise save the file as “CSV UTF-8”"))

  public static let unknownColumn = FindingKind(
    "unknown-column", .warning,
    summary: Text(
      fr: "colonne inconnue « {name} » : elle n'est pas lue",
      en: "unknown column “{name}”: it is not read"),
    remedy: Text(
      fr: "corrigez son nom, ou retirez-la si elle ne sert pas",
      en: "correct its name, or remove it if it is not needed"))

  public static let duplicateColumn = FindingKind(
    "duplicate-column", .error,
    summary: Text(
      fr: "la colonne « {name} » est là deux fois : le fichier n'est pas lu",
      en: "column “{name}” is there twice: the file is not read"),
    remedy: Text(fr: "gardez-en une seule", en: "keep only one of them"))

  public static let missingColumn = FindingKind(
    "missing-column", .error,
    summary: Text(
      fr: "il manque la colonne « {name} » : le fichier n'est pas lu",
      en: "column “{name}” is missing: the file is not read"),
    remedy: Text(
      fr: "ajoutez-la ; les en-têtes attendus : {expected}",
      en: "add it; the headers expected are: {expected}"))

  public static let rowTooShort = FindingKind(
    "row-too-short", .error,
    summary: Text(
      fr: "la ligne a {count} champs, l'en-tête en a {expected}",
      en: "the row has {count} fields, the header has {expected}"),
    remedy: Text(
      fr: "ajoutez les séparateurs qui manquent, même pour des champs vides",
      en: "add the missing separators, even for empty fields"))

  public static let rowTooLong = FindingKind(
    "row-too-long", .error,
    summary: Text(
      fr: "la ligne a {count} champs, l'en-tête en a {expected}",
      en: "the row has {count} fields, the header has {expected}"),
    remedy: Text(
      fr: "un séparateur se trouve sans doute dans un texte ou un nombre : "
        + "mettez ce champ entre guillemets",
      en: "a text or a number probably contains a separator: put that field between quotes"))

  public static let strayQuote = FindingKind(
    "stray-quote", .error,
    summary: Text(
      fr: "guillemet mal placé ; {lines} ligne(s) laissée(s) de côté",
      en: "misplaced quote; {lines} line(s) left out"),
    remedy: Text(
      fr: "entourez le champ de guillemets et doublez ceux qu'il contient : \"5\"\" écran\"",
      en: "put the field between quotes and double those inside it: \"5\"\" screen\""))

  public static let unclosedQuote = FindingKind(
    "unclosed-quote", .error,
    summary: Text(
      fr: "guillemet ouvert ici et jamais fermé ; la lecture reprend à la ligne suivante",
      en: "quote opened here and never closed; reading goes on with the next line"),
    remedy: Text(fr: "fermez-le à la fin du champ", en: "close it at the end of the field"))

  public static let fieldTooLong = FindingKind(
    "field-too-long", .error,
    summary: Text(
      fr: "un champ dépasse 1 Mo, ou la ligne 4 Mo ; la ligne est laissée de côté",
      en: "a field is over 1 MB, or the row over 4 MB; the row is left out"),
    remedy: Text(
      fr: "vérifiez que c'est bien un fichier de texte, et qu'aucun guillemet n'est resté ouvert",
      en: "check that this is a text file, and that no quote was left open"))

  public static let nulByte = FindingKind(
    "nul-byte", .error,
    summary: Text(
      fr: "octet nul : ce n'est pas du texte ; la ligne est laissée de côté",
      en: "NUL byte: this is not text; the row is left out"),
    remedy: Text(
      fr: "enregistrez le fichier à nouveau en CSV depuis le programme qui l'a fait",
      en: "save the file again as CSV from the program that made it"))

  public static let damagedCharacter = FindingKind(
    "damaged-character", .warning,
    summary: Text(
      fr: "« {text} » contient un caractère abîmé", en: "“{text}” contains a damaged character"),
    remedy: Text(
      fr: "enregistrez le fichier à nouveau en « CSV UTF-8 »",
      en: "save the file again as “CSV UTF-8”"))
}
