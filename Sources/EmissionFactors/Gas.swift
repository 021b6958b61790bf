public import Diagnostics

/// What is emitted, as kgCO2e contributions.
public enum Gas: UInt8, CaseIterable, Comparable, Sendable {
  case co2Fossil, ch4Fossil, ch4Biogenic, n2o, hfc, pfc, sf6, nf3
  /// Gases outside the Kyoto basket, and effects such as contrails.
  case other
  /// The source gives no split by gas.
  case unspecified
  /// What a published total holds beyond the sum of its published parts.
  case rounding
  /// Biogenic CO2, always apart from the total.
  case co2Biogenic
  /// Biogenic CO2 taken up, as a source states it upstream: shown, never netted.
  case co2BiogenicUptake

  /// The name used in data files and in machine-readable output.
  public var identifier: String {
    switch self {
    case .co2Fossil: "co2-fossil"
    case .ch4Fossil: "ch4-fossil"
    case .ch4Biogenic: "ch4-biogenic"
    case .n2o: "n2o"
    case .hfc: "hfc"
    case .pfc: "pfc"
    case .sf6: "sf6"
    case .nf3: "nf3"
    case .other: "other"
    case .unspecified: "unspecified"
    case .rounding: "rounding"
    case .co2Biogenic: "co2-biogenic"
    case .co2BiogenicUptake: "co2-biogenic-uptake"
    }
  }

  /// The name people read.
  public var label: Text {
    switch self {
    case .co2Fossil: Text(fr: "CO2 fossile", en: "CO2, fossil")
    case .ch4Fossil: Text(fr: "CH4 fossile", en: "CH4, fossil")
    case .ch4Biogenic: Text(fr: "CH4 biogénique", en: "CH4, biogenic")
    case .n2o: Text(same: "N2O")
    case .hfc: Text(same: "HFC")
    case .pfc: Text(same: "PFC")
    case .sf6: Text(same: "SF6")
    case .nf3: Text(same: "NF3")
    case .other: Text(fr: "Autres (hors Kyoto)", en: "Others (outside Kyoto)")
    case .unspecified: Text(fr: "Non ventilé", en: "Not split")
    case .rounding: Text(fr: "Arrondis des sources", en: "Rounding in sources")
    case .co2Biogenic: Text(fr: "CO2 biogénique (à part)", en: "CO2, biogenic (apart)")
    case .co2BiogenicUptake:
      Text(fr: "CO2 biogénique absorbé (à part)", en: "CO2, biogenic uptake (apart)")
    }
  }

  /// True for what no total ever includes.
  public var isApart: Bool { self == .co2Biogenic || self == .co2BiogenicUptake }

  /// By declaration order, which is the order of tables.
  public static func < (left: Gas, right: Gas) -> Bool { left.rawValue < right.rawValue }
}
