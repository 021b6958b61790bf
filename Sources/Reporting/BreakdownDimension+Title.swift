import Diagnostics
import Footprint

extension BreakdownDimension {
  /// The heading of its table.
  var title: Text {
    switch self {
    case .post: Text(fr: "Par poste", en: "By post")
    case .scope: Text(fr: "Par scope", en: "By scope")
    case .site: Text(fr: "Par site", en: "By site")
    case .building: Text(fr: "Par bâtiment", en: "By building")
    case .month: Text(fr: "Par mois", en: "By month")
    case .gas: Text(fr: "Par gaz", en: "By gas")
    case .activity: Text(fr: "Par activité", en: "By activity")
    case .tag: Text(fr: "Par étiquette", en: "By tag")
    case .stage: Text(fr: "Par étape du cycle de vie", en: "By life-cycle stage")
    case .status: Text(fr: "Par nature de la donnée", en: "By kind of datum")
    case .basis: Text(fr: "Par mode de calcul", en: "By kind of calculation")
    }
  }
}
