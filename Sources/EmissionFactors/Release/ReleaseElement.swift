public import Diagnostics
public import Quantities

/// One entry of a release: what it is about, its total, its stages and what its source says.
public struct ReleaseElement: Equatable, Sendable {
  /// Whether the publisher still stands by it.
  public enum Status: String, CaseIterable, Sendable {
    case generic
    case specific
    case archived

    /// The name people read.
    public var label: Text {
      switch self {
      case .generic: Text(fr: "valide générique", en: "valid, generic")
      case .specific: Text(fr: "valide spécifique", en: "valid, specific")
      case .archived: Text(fr: "archivé", en: "archived")
      }
    }
  }

  /// What its value is.
  public enum Kind: String, CaseIterable, Sendable {
    /// Emissions per unit of something.
    case factor
    /// A figure that factors are made from: a consumption, a share, a warming potential.
    case sourceData = "source-data"

    /// The name people read.
    public var label: Text {
      switch self {
      case .factor: Text(fr: "facteur d'émission", en: "emission factor")
      case .sourceData: Text(fr: "donnée source", en: "source data")
      }
    }
  }

  /// The publisher's own number.
  public var identifier = ""
  public var status = Status.generic
  public var kind = Kind.factor
  /// What it is about, in three parts: the thing, its attributes, the boundary of the figure.
  public var name = Text(same: "")
  public var attribute = Text(same: "")
  public var boundary = Text(same: "")
  public var category = ""
  public var tags = Text(same: "")
  /// What its value is given in.
  public var unit = ReleaseUnit(unit: .one, qualifier: "", published: "")
  /// The published total and the gases of the element's own row.
  public var own = ReleaseSplit()
  /// Its stages, in the order they are published.
  public var stages: [ReleaseStage] = []
  /// In percent, as the source states it.
  public var uncertainty: Number?
  /// The source's own words on validity.
  public var validity = ""
  /// Dates as year-month-day.
  public var created = ""
  public var modified = ""
  public var location = ""
  public var place = Text(same: "")
  public var contributor = ""
  public var otherContributors = ""
  public var programme = ""
  public var programmeAddress = ""
  public var source = ""
  public var comment = Text(same: "")

  /// An empty entry, to be filled.
  public init() {}

  /// Its name in one line; English falls back on French, part by part.
  public var title: Text {
    func joined(_ language: Language) -> String {
      [name, attribute, boundary].map { $0[language].isEmpty ? $0.fr : $0[language] }
        .filter { !$0.isEmpty }.joined(separator: " · ")
    }
    return Text(fr: joined(.french), en: joined(.english))
  }
}

/// One stage of an element.
public struct ReleaseStage: Equatable, Sendable {
  /// Where in the life cycle.
  public var stage: Stage
  /// What the source calls it, when it says more.
  public var name: Text
  /// Its total and its gases.
  public var split: ReleaseSplit
}

/// A total and the gases published beside it.
public struct ReleaseSplit: Equatable, Sendable {
  /// One gas as published: `CO2f`, `SF6`, `Divers`.
  public struct Part: Equatable, Sendable {
    /// The source's own name of the gas; empty when it gives none.
    public var code: String
    /// The gas it is filed under.
    public var gas: Gas
    /// kgCO2e per unit.
    public var value: Number
  }

  public var total = Number.zero
  public var parts: [Part] = []
}

/// The unit of an element: one of ours, what it is of, and what the source wrote.
public struct ReleaseUnit: Hashable, Sendable {
  /// What one divides by; for source data, the unit of the value itself.
  public var unit: Unit
  /// What the unit counts, when the unit does not say: kg *of live weight*.
  public var qualifier: String
  /// The source's own text.
  public var published: String

  /// Our symbol and what it is of.
  public var text: String { qualifier.isEmpty ? unit.symbol : unit.symbol + " (\(qualifier))" }
}
