public import Diagnostics
public import Scenarios

/// Why a target cannot be computed, in words.
public enum GapWords {
  /// One reason.
  public static func text(_ gap: YearFigures.Gap) -> Text {
    switch gap {
    case .noInventory(let year):
      Text(fr: "aucune donnée pour \(year)", en: "no data for \(year)")
    case .noFootprint(let year):
      Text(
        fr: "\(year) ne dit que des ressources, pas d'empreinte",
        en: "\(year) tells resources only, no footprint")
    case .incomplete(let year):
      Text(
        fr: "l'inventaire \(year) est incomplet : des lignes sont rejetées",
        en: "the inventory of \(year) is incomplete: rows were rejected")
    case .declaredWithoutScopes(let year):
      Text(fr: "\(year) est déclaré sans scopes", en: "\(year) was declared without scopes")
    case .declaredWithoutPosts(let year):
      Text(fr: "\(year) est déclaré sans postes", en: "\(year) was declared without posts")
    case .withoutSites(let year):
      Text(
        fr: "des lignes de \(year) ne disent pas leur site",
        en: "rows of \(year) do not say their site")
    case .noDivisor(.people, let year):
      Text(
        fr: "campus.yaml ne dit pas l'effectif de \(year)",
        en: "campus.yaml does not say the people of \(year)")
    case .noDivisor(.floorArea, let year):
      Text(
        fr: "campus.yaml ne dit pas la surface de \(year)",
        en: "campus.yaml does not say the floor area of \(year)")
    case .nothingCounted(let year):
      Text(
        fr: "rien de tel n'est compté en \(year)", en: "nothing of the sort is counted in \(year)")
    case .unknownEnergy(let year, let activity):
      Text(
        fr: "\(year) : le contenu énergétique de « \(activity) » n'est pas connu",
        en: "\(year): the energy content of “\(activity)” is not known")
    case .noBase:
      Text(
        fr: "aucune année de base : dites `base` dans le scénario",
        en: "there is no base year: say `base` in the scenario")
    case .seriesWithoutBase(let year):
      Text(
        fr: "sa série `index` ne dit rien de \(year)",
        en: "its series `index` says nothing about \(year)")
    case .partsDoNotAddUp(let year):
      Text(
        fr: "ses parties ne font pas le tout de \(year)",
        en: "its parts do not make the whole of \(year)")
    }
  }
}
