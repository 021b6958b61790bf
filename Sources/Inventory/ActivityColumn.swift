import Tables

/// The columns of an activity file; their places in the schema are their raw values.
enum ActivityColumn: Int, CaseIterable {
  case period, from, to, site, building, activity, quantity, unit, meter, status, uncertainty
  case reliability, technical, geographic, temporal, completeness, errorGroup, characterisation
  case lifetime, purchased, leakRate, post, label, tags, note

  /// The schema of activity files, with the names people write.
  static let schema = TableSchema("activity", allCases.map(\.column))

  private var column: TableSchema.Column {
    switch self {
    case .period: .init("period", ["période", "mois", "month", "date", "année", "year"])
    case .from: .init("from", ["du", "début", "start", "date de début"])
    case .to: .init("to", ["au", "fin", "end", "date de fin"])
    case .site: .init("site", ["campus", "lieu"])
    case .building: .init("building", ["bâtiment", "bat"])
    case .activity: .init("activity", ["activité", "poste d'activité"], required: true)
    case .quantity: .init("quantity", ["quantité", "valeur", "value", "qté"], required: true)
    case .unit: .init("unit", ["unité"], required: true)
    case .meter: .init("meter", ["compteur", "pdl", "prm", "pce"])
    case .status: .init("status", ["statut", "nature"])
    case .uncertainty: .init("uncertainty", ["incertitude"])
    case .reliability: .init("reliability", ["fiabilité"])
    case .technical: .init("technical", ["technique"])
    case .geographic: .init("geographic", ["géographique"])
    case .temporal: .init("temporal", ["temporelle"])
    case .completeness: .init("completeness", ["complétude"])
    case .errorGroup: .init("error-group", ["groupe d'erreur", "error group"])
    case .characterisation: .init("characterisation", ["caractérisation"])
    case .lifetime: .init("lifetime", ["durée de vie", "durée d'amortissement", "amortissement"])
    case .purchased: .init("purchased", ["année d'achat", "acquisition", "purchase year"])
    case .leakRate: .init("leak-rate", ["taux de fuite", "leak rate"])
    case .post: .init("post", ["poste"])
    case .label: .init("label", ["libellé", "intitulé", "désignation"])
    case .tags: .init("tags", ["étiquettes", "tag", "étiquette"])
    case .note: .init("note", ["remarque", "remarques", "commentaire", "comment", "notes"])
    }
  }
}

/// The columns of a commuting survey.
enum SurveyColumn: Int, CaseIterable {
  case period, site, population, mode, distance, days, weeks, telework, people, answers
  case respondent, tags, note

  /// The schema of surveys, with the names people write.
  static let schema = TableSchema("survey", allCases.map(\.column))

  private var column: TableSchema.Column {
    switch self {
    case .period: .init("period", ["période", "année", "year"], required: true)
    case .site: .init("site", ["campus", "lieu"])
    case .population: .init("population", ["statut", "public"], required: true)
    case .mode: .init("mode", ["mode de transport", "moyen de transport"], required: true)
    case .distance:
      .init(
        "distance", ["km", "distance (km)", "distance km", "distance aller (km)"], required: true)
    case .days: .init("days", ["jours", "jours par semaine", "days per week"], required: true)
    case .weeks: .init("weeks", ["semaines", "semaines par an", "weeks per year"], required: true)
    case .telework: .init("telework", ["télétravail", "jours de télétravail"])
    case .people: .init("people", ["personnes", "personnes dans la voiture", "people in car"])
    case .respondent: .init("respondent", ["répondant", "identifiant", "id"])
    case .answers: .init("answers", ["effectif", "réponses", "nombre", "count"])
    case .tags: .init("tags", ["étiquettes", "tag", "étiquette"])
    case .note: .init("note", ["remarque", "commentaire", "comment"])
    }
  }
}
