import Diagnostics
import Footprint

/// The names of energy carriers.
enum CarrierName {
  static func label(_ name: String) -> Text {
    switch name {
    case "natural-gas": Text(fr: "Gaz naturel", en: "Natural gas")
    case "electricity": Text(fr: "Électricité", en: "Electricity")
    case "heating-oil": Text(fr: "Fioul", en: "Heating oil")
    case "lpg": Text(fr: "GPL, propane", en: "LPG, propane")
    case "wood": Text(fr: "Bois", en: "Wood")
    case "biogas": Text(fr: "Biométhane", en: "Biomethane")
    case "heat-network": Text(fr: "Réseau de chaleur", en: "Heat network")
    case "cold-network": Text(fr: "Réseau de froid", en: "Cold network")
    case "solar": Text(fr: "Solaire autoconsommé", en: "Solar, self-consumed")
    case "vehicle-fuel": Text(fr: "Carburants", en: "Vehicle fuels")
    default: Text(same: name)
    }
  }
}

/// The names of waste treatments, the best first.
enum TreatmentName {
  private static let known: [(name: String, label: Text)] = [
    ("recycling", Text(fr: "Recyclage", en: "Recycling")),
    ("composting", Text(fr: "Compostage", en: "Composting")),
    ("methanisation", Text(fr: "Méthanisation", en: "Anaerobic digestion")),
    ("energy-recovery", Text(fr: "Valorisation énergétique", en: "Energy recovery")),
    ("incineration", Text(fr: "Incinération", en: "Incineration")),
    ("landfill", Text(fr: "Enfouissement", en: "Landfill")),
    ("mixed", Text(fr: "Filière moyenne", en: "Average treatment")),
    (
      "hazardous-incineration",
      Text(fr: "Dangereux, incinération", en: "Hazardous, incineration")
    ),
    ("hazardous-landfill", Text(fr: "Dangereux, stockage", en: "Hazardous, landfill")),
  ]

  static func label(_ name: String) -> Text {
    known.first { $0.name == name }?.label ?? Text(same: name)
  }

  static func order(_ name: String) -> Int {
    known.firstIndex { $0.name == name } ?? known.count
  }
}

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
