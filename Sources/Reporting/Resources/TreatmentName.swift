import Diagnostics

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
