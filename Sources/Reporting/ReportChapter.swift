import Diagnostics

/// The parts of a long report, in their order.
public enum ReportChapter: String, CaseIterable, Sendable {
  case footprint, uncertainty, resources, change, trajectory, quality, method

  /// Its heading.
  var title: Text {
    switch self {
    case .footprint: Text(fr: "Empreinte", en: "Footprint")
    case .uncertainty: Text(fr: "Incertitude", en: "Uncertainty")
    case .resources: Text(fr: "Ressources", en: "Resources")
    case .change: Text(fr: "Évolution", en: "Change")
    case .trajectory: Text(fr: "Trajectoire", en: "Trajectory")
    case .quality: Text(fr: "Qualité des données", en: "Data quality")
    case .method: Text(fr: "Méthode et facteurs", en: "Method and factors")
    }
  }
}

extension Report {
  /// Adds tables that belong together.
  mutating func add(_ tables: [ReportTable?], to chapter: ReportChapter) {
    for case var table? in tables {
      table.chapter = chapter
      self.tables.append(table)
    }
  }
}
