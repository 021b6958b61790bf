import Diagnostics

/// What can be wrong with a line of campus.lock.
enum LockFault {
  static let unreadable = Text(
    fr: "cette ligne ne peut pas être lue", en: "this line cannot be read")
  static let format = Text(
    fr: "il manque « format », ou il est d'une autre version que \(CatalogLock.format)",
    en: "“format” is missing, or of another version than \(CatalogLock.format)")
  static let year = Text(fr: "l'année n'en est pas une", en: "the year is none")
  static let total = Text(
    fr: "le total de l'année manque, est là deux fois ou n'est pas un nombre",
    en: "the total of the year is missing, there twice or no number")
  static let digest = Text(
    fr: "le contenu ne correspond plus à son empreinte SHA-256",
    en: "the content no longer matches its SHA-256")
  static let rows = Text(
    fr: "le total ou des lignes de l'année ont été changés, retirés, ajoutés ou déplacés",
    en: "the total or rows of the year were changed, removed, added or moved")
  static let beside = Text(
    fr: "la version, l'identifiant ou la valeur n'est pas ce que dit « row »",
    en: "the release, id or value is not what “row” says")

  static func table(_ name: String) -> Text {
    Text(fr: "aucune table ne s'appelle « \(name) »", en: "no table is called “\(name)”")
  }
}
