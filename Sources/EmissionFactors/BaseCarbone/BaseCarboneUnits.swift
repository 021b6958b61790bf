import Quantities

/// The units of the official file, text by text.
///
/// A table and no rule: the file writes `mL` for linear metres, so what it writes cannot be read as
/// what the same letters mean elsewhere. Spaces, case and typographic digits vary in it; each spelling
/// is listed. `kgCO2e/mL` is left out on purpose: three of its four elements are per linear metre,
/// one cannot be. `kWh / (habitant.étage.an)` is too: storeys are no unit of ours.
enum BaseCarboneUnits {
  /// The unit a text stands for; nil when the table does not hold it.
  static func unit(published: String) -> ReleaseUnit? { table[key(published)] }

  /// The unit of an element that gives none, when what it is settles it.
  ///
  /// A warming potential is kgCO2e per kg of gas, by definition.
  static func unit(ofCategory category: String) -> ReleaseUnit? {
    guard category.hasPrefix("PRG > PRG à 100 ans"), let kilogram = UnitCatalog.unit(named: "kg")
    else { return nil }
    return ReleaseUnit(unit: kilogram, qualifier: ReleaseUnit.warmingQualifier, published: "")
  }

  /// Superscript digits and spaces around operators do not tell units apart; everything else may.
  private static func key(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "²": result += "2"
      case "³": result += "3"
      case " ", "\u{A0}", "\u{202F}", "\t": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let table: [String: ReleaseUnit] = {
    var table: [String: ReleaseUnit] = [:]
    for line in emissions {
      for published in line.published {
        add("kgCO2e/" + published, line.unit, line.qualifier, to: &table)
      }
    }
    for line in others {
      for published in line.published { add(published, line.unit, line.qualifier, to: &table) }
    }
    return table
  }()

  private static func add(
    _ published: String, _ symbol: String, _ qualifier: String,
    to table: inout [String: ReleaseUnit]
  ) {
    guard let unit = UnitCatalog.unit(named: symbol) else { return }
    table[key(published)] = ReleaseUnit(unit: unit, qualifier: qualifier, published: published)
  }

  /// True when every unit of the table is one of ours; a test asks.
  static var isComplete: Bool {
    (emissions + others).allSatisfy { UnitCatalog.unit(named: $0.unit) != nil }
  }

  /// Our unit, what it is of, and every spelling in the file.
  typealias Line = (unit: String, qualifier: String, published: [String])

  /// What follows `kgCO2e/`.
  private static let emissions: [Line] =
    [
      ("kWh", "", ["kWh"]),
      ("kWh PCI", "", ["kWh PCI", "KWh PCI", "kWh (PCI)"]),
      ("kWh PCS", "", ["kWh PCS", "KWh PCS", "kWh (PCS)"]),
      ("MJ PCI", "", ["MJ PCI"]), ("GJ PCI", "", ["GJ PCI"]), ("GJ PCS", "", ["GJ PCS"]),
      ("tep PCI", "", ["tep PCI", "TEP PCI", "Tep PCI"]),
      ("tep PCS", "", ["tep PCS", "TEP PCS", "Tep PCS"]),
      ("kg", "", ["kg", "Kg"]), ("t", "", ["tonne", "t"]),
      ("kg", "poids net", ["kg de poids net"]), ("kg", "poids vif", ["kg de poids vif"]),
      ("kg", "H2", ["kgH2"]), ("kg", "BioGNC", ["kg BioGNC"]),
      ("kg", "biodéchets", ["kg de biodéchets"]),
      ("kg", "azote épandu", ["kg d'azote épandu"]), ("kg", "cuir traité", ["kg de cuir traité"]),
      ("kg", "matière active", ["kg de matière active"]),
      ("kg", "DCO éliminée", ["kg DCO éliminée"]), ("kg", "NTK", ["kg NTK"]),
      ("t", "déchets", ["tonne de déchets"]), ("t", "N", ["tonne de N"]),
      ("t", "P2O5", ["tonne de P2O5"]), ("t", "K2O", ["tonne de K2O"]),
      ("t", "clinker", ["tonne de clinker"]), ("t", "produites", ["tonne produites"]),
      ("L", "", ["litre", "Litre"]), ("m3", "", ["m3"]), ("m3", "normal", ["m3 (n)"]),
      ("m", "", ["m"]), ("m", "route", ["m de route"]), ("km", "", ["km"]), ("m2", "", ["m2"]),
      ("m2", "SHON", ["m2 SHON"]), ("m2", "paroi", ["m2 de paroi"]), ("m2", "sol", ["m2 de sol"]),
      ("m2", "toiture", ["m2 de toiture"]), ("ha", "", ["ha", "Ha"]), ("ha.year", "", ["ha.an"]),
      ("passenger.km", "", ["passager.km", "km.personne"]),
      ("passenger.km", "passager équivalent", ["peq.km"]),
      ("vehicle.km", "", ["véhicule.km", "voiture.km"]), ("vehicle.km", "course", ["course.km"]),
      ("vehicle.year", "", ["véhicule.an"]), ("t.km", "", ["t.km", "tonne.km"]),
      ("m3.km", "", ["m3.km"]), ("kg.100 km", "H2", ["kgH2/100km"]),
      ("piece", "", ["unité", "appareil"]), ("piece", "plant", ["plant"]), ("book", "", ["livre"]),
      ("100 sheet", "A4", ["100 feuilles A4"]), ("meal", "", ["repas"]), ("h", "", ["heure"]),
      ("person.month", "", ["personne.mois"]),
      ("kEUR", "", ["keuro"]), ("EUR", "", ["euro dépensé"]), ("XPF", "", ["Franc CFP"]),
    ] + (2016...2035).map { ("kEUR\($0) HT", "", ["keuro (\($0)) HT"]) }

  /// Source data: the unit of the value itself.
  private static let others: [Line] = [
    ("kWh/(m2.year)", "", ["kWh / (m2.an)"]), ("kWh/(household.year)", "", ["kWh / (ménage.an)"]),
    ("kWh/(dwelling.year)", "", ["kWh / (logement.an)"]),
    ("GWh", "", ["GWh"]), ("GJ/t", "", ["GJ / tonne"]), ("MJ/ha", "", ["MJ / ha"]),
    ("L/ha", "", ["litre / ha"]), ("kg/ha", "N", ["kgN / ha"]), ("kg/m3", "", ["kg / m3"]),
    ("kg/m3", "DBO", ["kgDBO / m3"]), ("kg", "DBO", ["kgDBO"]),
    ("kg", "fluide", ["kg de fluide"]),
    ("kg/kW", "fluide par kW frigorifique", ["kg de fluide / kW frigo"]),
    ("kg/m2", "fluide", ["kg de fluide / m2"]),
    ("kg/m3", "fluide par m³ de stockage", ["kg de fluide / m3 de stockage"]),
    ("kg/piece", "fluide par équipement", ["Kg de fluide / équipement"]),
    ("t.km/(inhabitant.year)", "route", ["(tonne.km route) / (habitant.an)"]),
    ("km/(person.year)", "", ["km / (personne.an)"]), ("km", "", ["km"]), ("m2", "", ["m2"]),
    ("day", "", ["jours"]), ("%", "", ["%"]), ("%", "maisons", ["% des maisons"]),
    ("%", "appartements", ["% des appartements"]),
  ]
}
