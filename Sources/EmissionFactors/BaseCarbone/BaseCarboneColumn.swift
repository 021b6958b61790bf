import Tables

/// The 67 columns of the official file, by the names in its header.
enum BaseCarboneColumn: Int, CaseIterable {
  case rowType
  case identifier
  case structure
  case elementType
  case status
  case nameFrench
  case nameEnglish
  case nameSpanish
  case attributeFrench
  case attributeEnglish
  case attributeSpanish
  case boundaryFrench
  case boundaryEnglish
  case boundarySpanish
  case category
  case tagsFrench
  case tagsEnglish
  case tagsSpanish
  case unitFrench
  case unitEnglish
  case unitSpanish
  case contributor
  case otherContributors
  case programme
  case programmeAddress
  case source
  case location
  case placeFrench
  case placeEnglish
  case placeSpanish
  case created
  case modified
  case validity
  case uncertainty
  case regulations
  case transparency
  case quality
  case qualityTechnology
  case qualityGeography
  case qualityTime
  case qualityCompleteness
  case qualityPrecision
  case qualityMethod
  case commentFrench
  case commentEnglish
  case commentSpanish
  case stageType
  case stageNameFrench
  case stageNameEnglish
  case stageNameSpanish
  case total
  case co2Fossil
  case ch4Fossil
  case ch4Biogenic
  case n2o
  case code1
  case value1
  case code2
  case value2
  case code3
  case value3
  case code4
  case value4
  case code5
  case value5
  case otherGases
  case co2Biogenic

  /// Its place in the schema.
  var place: Int { rawValue }

  /// Its name in the header.
  var header: String { Self.headers[rawValue] }

  /// The gases with a column of their own, in the order of the file.
  static let gases: [(column: Self, gas: Gas)] = [
    (.co2Fossil, .co2Fossil), (.ch4Fossil, .ch4Fossil), (.ch4Biogenic, .ch4Biogenic), (.n2o, .n2o),
  ]

  /// Further gases: a code and a value each.
  static let extraGases: [(code: Self, value: Self)] = [
    (.code1, .value1), (.code2, .value2), (.code3, .value3), (.code4, .value4), (.code5, .value5),
  ]

  /// What a figure cannot do without.
  ///
  /// A file that lacks one is no export of the Base Carbone, and
  /// to read it as if the column were empty would lose a gas in silence.
  private static let required: Set<Self> = Set(
    [
      .rowType, .identifier, .elementType, .status, .nameFrench, .category, .unitFrench,
      .uncertainty, .stageType, .total, .otherGases, .co2Biogenic,
    ] + gases.map(\.column) + extraGases.flatMap { [$0.code, $0.value] })

  /// The columns as a table; their places in it are those of the cases.
  static let schema = TableSchema(
    "base-carbone", allCases.map { .init($0.header, required: required.contains($0)) })

  /// In the order of the cases, which is that of the file.
  private static let headers: [String] = [
    "Type Ligne",
    "Identifiant de l'élément",
    "Structure",
    "Type de l'élément",
    "Statut de l'élément",
    "Nom base français",
    "Nom base anglais",
    "Nom base espagnol",
    "Nom attribut français",
    "Nom attribut anglais",
    "Nom attribut espagnol",
    "Nom frontière français",
    "Nom frontière anglais",
    "Nom frontière espagnol",
    "Code de la catégorie",
    "Tags français",
    "Tags anglais",
    "Tags espagnol",
    "Unité français",
    "Unité anglais",
    "Unité espagnol",
    "Contributeur",
    "Autres Contributeurs",
    "Programme",
    "Url du programme",
    "Source",
    "Localisation géographique",
    "Sous-localisation géographique français",
    "Sous-localisation géographique anglais",
    "Sous-localisation géographique espagnol",
    "Date de création",
    "Date de modification",
    "Période de validité",
    "Incertitude",
    "Réglementations",
    "Transparence",
    "Qualité",
    "Qualité TeR",
    "Qualité GR",
    "Qualité TiR",
    "Qualité C",
    "Qualité P",
    "Qualité M",
    "Commentaire français",
    "Commentaire anglais",
    "Commentaire espagnol",
    "Type poste",
    "Nom poste français",
    "Nom poste anglais",
    "Nom poste espagnol",
    "Total poste non décomposé",
    "CO2f",
    "CH4f",
    "CH4b",
    "N2O",
    "Code gaz supplémentaire 1",
    "Valeur gaz supplémentaire 1",
    "Code gaz supplémentaire 2",
    "Valeur gaz supplémentaire 2",
    "Code gaz supplémentaire 3",
    "Valeur gaz supplémentaire 3",
    "Code gaz supplémentaire 4",
    "Valeur gaz supplémentaire 4",
    "Code gaz supplémentaire 5",
    "Valeur gaz supplémentaire 5",
    "Autres GES",
    "CO2b",
  ]
}
