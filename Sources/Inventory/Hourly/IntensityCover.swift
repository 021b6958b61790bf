public import Diagnostics

/// What an intensity of the grid covers; two that cover different things are never mixed.
public enum IntensityCover: String, CaseIterable, Sendable {
  /// What power stations emit while they run: the reach of scope 2.
  case combustion
  /// That, and the fuels and the stations themselves: the upstream of scope 3 as well.
  case lifeCycle = "life-cycle"

  /// The name people read.
  public var label: Text {
    switch self {
    case .combustion: Text(fr: "combustion seule", en: "combustion only")
    case .lifeCycle: Text(fr: "cycle de vie", en: "life cycle")
    }
  }
}
