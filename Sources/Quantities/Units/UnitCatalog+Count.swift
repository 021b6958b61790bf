extension UnitCatalog {
  /// Things counted, each a dimension of its own: a night is not a meal.
  static let count: [UnitEntry] = [
    things("person", "personne", "person", ["pers", "people"]),
    things("passenger", "passager", "passenger", ["voyageur", "pax"]),
    things("vehicle", "véhicule", "vehicle", ["voiture"]),
    things("student", "étudiant", "student", ["élève"]),
    things("employee", "employé", "employee", ["salarié", "agent"]),
    things("FTE", "équivalent temps plein", "full-time equivalent", ["ETP", "ETPT"]),
    things("inhabitant", "habitant", "inhabitant", ["hab"]),
    things("household", "ménage", "household"),
    things("dwelling", "logement", "dwelling"),
    things("meal", "repas", "meal"),
    things("night", "nuit", "night", ["nuitée", "room-night", "room night"]),
    things("trip", "trajet", "trip"),
    things(
      "piece", "pièce", "piece",
      ["unité", "unit", "u", "pce", "article", "item", "appareil", "device"]),
    things("email", "courriel", "email", ["e-mail", "mail"]),
    things("book", "livre", "book"),
    things("document", "document", "document"),
    things("page", "page", "page"),
    things("sheet", "feuille", "sheet"),
  ]

  /// Passenger-, vehicle- and tonne-kilometres.
  ///
  /// "pers.km" is taken for a passenger-kilometre, as factors mean it, while person.month keeps
  /// its persons.
  static let transport: [UnitEntry] = [
    kilometres(
      "passenger.km", .count("passenger"), "passager-kilomètre", "passenger-kilometre",
      names: [
        "pkm", "p.km", "pass.km", "passager.km", "passagers.km", "voyageur.km", "voyageurs.km",
        "pers.km", "personne.km", "person.km", "passengers.km", "km.passager", "km.personne",
        "passager-km", "passenger-km", "voyageur-km", "pax.km",
      ]),
    kilometres(
      "vehicle.km", .count("vehicle"), "véhicule-kilomètre", "vehicle-kilometre",
      names: [
        "vkm", "v.km", "veh.km", "véhicule.km", "véhicules.km", "vehicles.km", "voiture.km",
        "véhicule-km", "vehicle-km",
      ]),
    kilometres(
      "t.km", .mass, of: 1_000, "tonne-kilomètre", "tonne-kilometre",
      names: ["tkm", "t-km", "tonne.km", "tonnes.km", "tonne-km"]),
  ]

  /// Pure numbers with a name.
  static let share: [UnitEntry] = [
    UnitEntry(
      "%", .dimensionless, Ratio(1, 100), .share, french: "pour cent", english: "percent",
      words: ["pourcent", "per cent"])
  ]

  private static func things(
    _ symbol: String, _ french: String, _ english: String, _ words: [String] = []
  ) -> UnitEntry {
    UnitEntry(
      symbol, Dimension(.count(symbol)), .one, .count, french: french, english: english,
      words: words)
  }

  private static func kilometres(
    _ symbol: String, _ base: BaseDimension, of size: Int = 1, _ french: String, _ english: String,
    names: [String]
  ) -> UnitEntry {
    UnitEntry(
      symbol, Dimension(base) * Dimension(.length), Ratio(size * 1_000, 1), .transport,
      french: french,
      english: english, names: names)
  }
}
