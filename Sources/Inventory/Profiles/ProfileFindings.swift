public import Diagnostics

/// What can be wrong or worth knowing when a file is read through a profile.
public enum ProfileFindings {
  /// All of them, for the catalogue and its pages.
  public static let all: [FindingKind] = [
    unknownProfile, profileMismatch, cellWithoutSource, fileChanged, valuesNotKnown, badStamp,
    stampsGoBack, partlyCovered, indexGoesDown, singleReading, unknownDistances, badDistance,
    personsInFile, rowsExcluded, unknownStep, misplacedFile, impossibleIntensity,
    intensityContradicts, unknownCover, recipeMissing, hourSkipped, badCount,
  ]

  public static let unknownProfile = FindingKind(
    "unknown-profile", .error,
    summary: Text(
      fr: "aucun profil d'import « {name} »", en: "no import profile “{name}”"),
    remedy: Text(
      fr: "corrigez le nom, ou mettez le profil dans profiles/ du campus",
      en: "correct the name, or put the profile in the campus's profiles/"))

  public static let profileMismatch = FindingKind(
    "profile-mismatch", .error,
    summary: Text(
      fr: "ce fichier n'a pas l'en-tête que décrit le profil « {profile} » : {expected}",
      en: "this file does not have the header that profile “{profile}” describes: {expected}"),
    remedy: Text(
      fr: "nommez un autre profil dans la recette, ou exportez le fichier à nouveau",
      en: "name another profile in the recipe, or export the file again"))

  public static let cellWithoutSource = FindingKind(
    "cell-without-source", .error,
    summary: Text(
      fr: "rien ne donne « {name} » : ni le fichier, ni le profil « {profile} », ni la recette",
      en: "nothing gives “{name}”: neither the file, nor profile “{profile}”, nor the recipe"),
    remedy: Text(
      fr: "écrivez `{name}: …` dans la recette du fichier (.import.yaml)",
      en: "write `{name}: …` in the recipe of the file (.import.yaml)"))

  public static let fileChanged = FindingKind(
    "imported-file-changed", .warning,
    summary: Text(
      fr: "ce fichier n'est plus celui qui a été importé",
      en: "this file is no longer the one that was imported"),
    remedy: Text(
      fr: "remettez l'original, ou retirez `sha256` de la recette",
      en: "put the original back, or remove `sha256` from the recipe"))

  public static let valuesNotKnown = FindingKind(
    "values-not-known", .warning,
    summary: Text(
      fr: "{count} ligne(s) sans valeur connue : elles ne comptent pas, et ne sont pas zéro",
      en: "{count} row(s) without a known value: they do not count, and are not zero"),
    remedy: Text(
      fr: "demandez ces valeurs, ou complétez-les dans un fichier à part",
      en: "ask for these values, or complete them in a file of their own"))

  public static let badStamp = FindingKind(
    "bad-stamp", .error,
    summary: Text(
      fr: "« {value} » n'est pas un horodatage, ou n'existe pas",
      en: "“{value}” is not a time stamp, or does not exist"),
    remedy: Text(
      fr: "écrivez 2024-01-10T00:30:00+01:00 ou 10/01/2024 00:30",
      en: "write 2024-01-10T00:30:00+01:00 or 10/01/2024 00:30"))

  public static let stampsGoBack = FindingKind(
    "stamps-go-back", .error,
    summary: Text(
      fr: "« {value} » ne vient pas après la ligne précédente de ce compteur",
      en: "“{value}” does not come after the row before it of this meter"),
    remedy: Text(
      fr: "retirez les lignes en double, ou triez le fichier par instant",
      en: "remove rows that are there twice, or sort the file by instant"))

  public static let partlyCovered = FindingKind(
    "partly-covered", .warning,
    summary: Text(
      fr: "{meter} : {covered} sur {expected} en {year} ; le reste n'est pas connu",
      en: "{meter}: {covered} of {expected} in {year}; the rest is not known"),
    remedy: Text(
      fr: "demandez les points manquants, ou comptez ce compteur par ses index",
      en: "ask for the missing points, or count this meter by its index"))

  public static let indexGoesDown = FindingKind(
    "index-goes-down", .error,
    summary: Text(
      fr: "{meter} : l'index est plus petit que le précédent",
      en: "{meter}: the index is smaller than the one before"),
    remedy: Text(
      fr: "compteur changé ou remis à zéro ? saisissez la consommation de cet intervalle à part",
      en: "meter replaced or reset? enter the consumption of this interval apart"))

  public static let singleReading = FindingKind(
    "single-reading", .warning,
    summary: Text(
      fr: "{meter} : un seul relevé, il n'y a rien à en déduire",
      en: "{meter}: one reading only, there is nothing to work out"),
    remedy: Text(
      fr: "ajoutez le relevé d'avant ou d'après", en: "add the reading before or after it"))

  public static let unknownDistances = FindingKind(
    "unknown-distances", .error,
    summary: Text(
      fr: "{count} trajet(s) sans distance dans distances.csv : {expected}",
      en: "{count} pair(s) of places without a distance in distances.csv: {expected}"),
    remedy: Text(
      fr: "ajoutez ces lignes à distances.csv (from;to;km), avec les kilomètres",
      en: "add these lines to distances.csv (from;to;km), with the kilometres"))

  public static let badDistance = FindingKind(
    "bad-distance", .error,
    summary: Text(
      fr: "« {value} » n'est pas une distance, ou contredit une autre ligne",
      en: "“{value}” is no distance, or contradicts another line"),
    remedy: Text(
      fr: "écrivez des kilomètres, de 0 à 20 100 ; un trajet a une seule distance",
      en: "write kilometres, from 0 to 20,100; a pair of places has one distance"))

  public static let personsInFile = FindingKind(
    "persons-in-file", .warning,
    summary: Text(
      fr: "ce fichier contient des données sur des personnes : {columns}",
      en: "this file holds data about persons: {columns}"),
    remedy: Text(
      fr: "faites-le entrer avec `empreinte import`, qui vide ces colonnes",
      en: "bring it in with `empreinte import`, which empties these columns"))

  public static let rowsExcluded = FindingKind(
    "rows-excluded", .note,
    summary: Text(
      fr: "{count} ligne(s) exclue(s) : {reason}", en: "{count} row(s) excluded: {reason}"),
    remedy: Text(
      fr: "rien à faire ; la règle est dans le profil d'import",
      en: "nothing to do; the rule is in the import profile"))

  public static let unknownStep = FindingKind(
    "unknown-step", .error,
    summary: Text(
      fr: "{meter} : rien ne dit combien de temps dure l'intervalle de ce point",
      en: "{meter}: nothing says how long the interval of this point is"),
    remedy: Text(
      fr: "il faut le pas dans le fichier, ou des points d'au plus une heure d'écart",
      en: "the step must be in the file, or points at most an hour apart"))

  public static let misplacedFile = FindingKind(
    "misplaced-file", .error,
    summary: Text(
      fr: "le profil « {profile} » ne lit pas les fichiers de ce dossier",
      en: "profile “{profile}” does not read the files of this folder"),
    remedy: Text(
      fr: "mettez ce fichier et sa recette dans {folder}/",
      en: "move this file and its recipe to {folder}/"))

  public static let impossibleIntensity = FindingKind(
    "impossible-intensity", .error,
    summary: Text(
      fr: "« {value} » n'est pas une intensité possible : de 0 à 5 000 g/kWh",
      en: "“{value}” is no possible intensity: from 0 to 5,000 g/kWh"),
    remedy: Text(
      fr: "corrigez la valeur, ou l'unité dans le profil",
      en: "correct the value, or the unit in the profile"))

  public static let intensityContradicts = FindingKind(
    "intensity-contradicts", .note,
    summary: Text(
      fr: "{count} instant(s) avec deux intensités différentes, ici pour la première fois",
      en: "{count} instant(s) with two intensities that differ, here for the first time"),
    remedy: Text(
      fr: "aucune des deux n'est prise : l'instant reste inconnu",
      en: "neither is taken: the instant stays unknown"))

  public static let unknownCover = FindingKind(
    "unknown-cover", .error,
    summary: Text(
      fr: "« {value} » ne dit pas ce que l'intensité couvre",
      en: "“{value}” does not say what the intensity covers"),
    remedy: Text(
      fr: "`covers: combustion` ou `covers: life-cycle`, dans le profil ou la recette",
      en: "`covers: combustion` or `covers: life-cycle`, in the profile or the recipe"))

  public static let recipeMissing = FindingKind(
    "recipe-missing", .error,
    summary: Text(
      fr: "ce fichier n'a pas de recette : rien ne dit ce que l'intensité couvre",
      en: "this file has no recipe: nothing says what the intensity covers"),
    remedy: Text(
      fr: "retirez-le de là, et faites-le entrer par `empreinte import`",
      en: "take it away from there, and bring it in with `empreinte import`"))

  public static let hourSkipped = FindingKind(
    "hour-skipped", .note,
    summary: Text(
      fr: "{count} ligne(s) à l'heure que l'horloge saute en mars : elles ne comptent pas",
      en: "{count} row(s) in the hour that the clock skips in March: they do not count"),
    remedy: Text(fr: "rien à faire", en: "nothing to do"))

  public static let badCount = FindingKind(
    "bad-count", .error,
    summary: Text(
      fr: "« {value} » ne compte ni trajets ni personnes",
      en: "“{value}” counts neither journeys nor people"),
    remedy: Text(
      fr: "écrivez un nombre au-dessus de zéro, ou videz la cellule : elle vaut alors 1",
      en: "write a number above zero, or empty the cell: it then stands for 1"))
}
