import Diagnostics

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
