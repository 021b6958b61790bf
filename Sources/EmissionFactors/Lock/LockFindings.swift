public import Diagnostics

/// What can be said of a lock, and of the year it holds.
public enum LockFindings {
  /// All of them, for the catalogue and its pages.
  public static let all: [FindingKind] = [
    damaged, fileChanged, stale, behind, profileChanged, totalDiffers,
  ]

  public static let damaged = FindingKind(
    "lock-damaged", .error,
    summary: Text(
      fr: "le verrou a été changé : {reason-fr}", en: "the lock was changed: {reason-en}"),
    remedy: Text(
      fr: "reprenez campus.lock d'une sauvegarde ou de git, ou retirez-le et verrouillez à nouveau",
      en: "take campus.lock back from your backup or from git, or remove it and lock again"))

  public static let fileChanged = FindingKind(
    "lock-file-changed", .warning,
    summary: Text(
      fr: "{year} est verrouillée, et ce fichier a changé depuis",
      en: "{year} is locked, and this file was changed since"),
    remedy: Text(
      fr: "si c'est voulu, verrouillez à nouveau : `empreinte factors lock {year}`",
      en: "if that is meant, lock again: `empreinte factors lock {year}`"))

  public static let stale = FindingKind(
    "lock-stale", .warning,
    summary: Text(
      fr: "{year} est verrouillée, et ses lignes demandent ce que le verrou n'a pas : {names}",
      en: "{year} is locked, and its rows need what the lock does not hold: {names}"),
    remedy: Text(
      fr: "verrouillez à nouveau : `empreinte factors lock {year}`",
      en: "lock again: `empreinte factors lock {year}`"))

  public static let behind = FindingKind(
    "lock-behind", .note,
    summary: Text(
      fr: "{year} est verrouillée avec {count} ligne(s) que les tables installées n'ont plus ainsi",
      en: "{year} is locked with {count} row(s) that the installed tables give otherwise"),
    remedy: Text(
      fr: "rien à faire ; `empreinte report {year} --factors installed` montre l'écart",
      en: "nothing to do; `empreinte report {year} --factors installed` shows the difference"))

  public static let profileChanged = FindingKind(
    "lock-profile-changed", .note,
    summary: Text(
      fr: "{year} est verrouillée, et le profil d'import « {name} » n'est plus ce qu'il était",
      en: "{year} is locked, and import profile “{name}” is no longer what it was"),
    remedy: Text(
      fr: "rien à faire : l'année garde sa copie ; `factors lock {year}` prendrait la nouvelle",
      en: "nothing to do: the year keeps its copy; `factors lock {year}` would take the new one"))

  public static let totalDiffers = FindingKind(
    "lock-total-differs", .warning,
    summary: Text(
      fr: "{year} a été verrouillée à {locked-fr} kgCO2e ; ses lignes donnent {now-fr} kgCO2e",
      en: "{year} was locked at {locked-en} kgCO2e; its rows give {now-en} kgCO2e"),
    remedy: Text(
      fr: "si c'est voulu, verrouillez à nouveau : `empreinte factors lock {year}`",
      en: "if that is meant, lock again: `empreinte factors lock {year}`"))
}
