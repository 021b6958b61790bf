/// What the words of the official file mean here; a word that is not listed is not guessed at.
enum BaseCarboneWords {
  static let statuses: [String: ReleaseElement.Status] = [
    "Valide générique": .generic, "Valide spécifique": .specific, "Archivé": .archived,
  ]

  static let kinds: [String: ReleaseElement.Kind] = [
    "Facteur d'émission": .factor, "Données source": .sourceData, "Donnée source": .sourceData,
  ]

  static let stages: [String: Stage] = [
    "Amont": .upstream, "Combustion": .combustion, "Combustion à la centrale": .plantCombustion,
    "Transport et distribution": .transportDistribution, "Fabrication": .manufacture,
    "Energie": .energy, "Intrants": .inputs, "Transport": .transport, "Collecte": .collection,
    "Traitement": .treatment, "Incinération": .incineration, "Emissions fugitives": .fugitive,
    "Fuites": .leaks, "Amortissement": .amortisation, "Autre": .other,
    // Upstream and combustion in one figure: the source does not split them.
    "Carburant (amont/combustion)": .whole,
  ]

  /// The gas of a further code; nil when it is not known.
  ///
  /// "Divers" holds what is outside the Kyoto basket, such as contrails.
  static func gas(code: String) -> Gas? {
    switch code {
    case "Divers": .other
    case "SF6": .sf6
    case "NF3": .nf3
    case _ where code.hasPrefix("HFC"): .hfc
    case _ where code.hasPrefix("PFC") || code == "CF4" || code == "C2F6": .pfc
    default: nil
    }
  }
}
