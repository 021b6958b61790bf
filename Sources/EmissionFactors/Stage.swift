public import Diagnostics

/// Where in the life cycle something is emitted.
public enum Stage: UInt8, CaseIterable, Comparable, Sendable {
  /// The source gives no split by stage.
  case whole
  case upstream, combustion, plantCombustion, transportDistribution, losses, manufacture, energy
  case inputs, transport, collection, treatment, incineration, fugitive, leaks, amortisation, other
  /// What a published total holds beyond its published stages; filed with the upstream.
  case rounding

  /// The name used in data files and in machine-readable output.
  public var identifier: String {
    switch self {
    case .whole: "whole"
    case .upstream: "upstream"
    case .combustion: "combustion"
    case .plantCombustion: "plant-combustion"
    case .transportDistribution: "transport-distribution"
    case .losses: "losses"
    case .manufacture: "manufacture"
    case .energy: "energy"
    case .inputs: "inputs"
    case .transport: "transport"
    case .collection: "collection"
    case .treatment: "treatment"
    case .incineration: "incineration"
    case .fugitive: "fugitive"
    case .leaks: "leaks"
    case .amortisation: "amortisation"
    case .other: "other"
    case .rounding: "rounding"
    }
  }

  /// The name people read.
  public var label: Text {
    switch self {
    case .whole: Text(fr: "non ventilé", en: "not split")
    case .upstream: Text(fr: "amont", en: "upstream")
    case .combustion: Text(fr: "combustion", en: "combustion")
    case .plantCombustion: Text(fr: "combustion à la centrale", en: "combustion at plant")
    case .transportDistribution:
      Text(fr: "transport et distribution", en: "transport and distribution")
    case .losses: Text(fr: "pertes", en: "losses")
    case .manufacture: Text(fr: "fabrication", en: "manufacture")
    case .energy: Text(fr: "énergie", en: "energy")
    case .inputs: Text(fr: "intrants", en: "inputs")
    case .transport: Text(fr: "transport", en: "transport")
    case .collection: Text(fr: "collecte", en: "collection")
    case .treatment: Text(fr: "traitement", en: "treatment")
    case .incineration: Text(fr: "incinération", en: "incineration")
    case .fugitive: Text(fr: "fuites", en: "fugitive")
    case .leaks: Text(fr: "fuites du réseau", en: "leaks")
    case .amortisation: Text(fr: "amortissement", en: "amortisation")
    case .other: Text(fr: "autre", en: "other")
    case .rounding: Text(fr: "arrondi de la source", en: "rounding in the source")
    }
  }

  /// The name of a stage and gas together, said once when they say the same.
  public func label(with gas: Gas) -> Text {
    switch (self, gas) {
    case (.rounding, _): label
    case (.whole, .unspecified): Text(fr: "émissions, non ventilées", en: "emissions, not split")
    default: Text(fr: "\(label.fr) · \(gas.label.fr)", en: "\(label.en) · \(gas.label.en)")
    }
  }

  /// The stage a data file names.
  public init?(identifier: String) {
    guard let stage = Stage.allCases.first(where: { $0.identifier == identifier }) else {
      return nil
    }
    self = stage
  }

  /// By declaration order.
  public static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
}
