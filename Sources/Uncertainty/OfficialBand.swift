public import Diagnostics

/// The five words the method has for a GSD².
public enum OfficialBand: Int, CaseIterable, Sendable {
  case veryBad = 1
  case bad, middling, good, veryGood

  /// The band of a deviation: the bounds are what equal ratings give, to the last digit, so that four
  /// everywhere is four.
  public init(_ deviation: OfficialDeviation) {
    let worst = (1...4).first { deviation.squared >= Self.bound($0) }
    self = worst.flatMap(Self.init(rawValue:)) ?? .veryGood
  }

  /// What something rated the same on all axes has.
  static func bound(_ rating: Int) -> Double {
    OfficialRatings(
      reliability: rating, technical: rating, geographic: rating, temporal: rating,
      completeness: rating
    ).deviation.squared
  }

  /// Its name.
  public var label: Text {
    switch self {
    case .veryGood: Text(fr: "très bonne", en: "very good")
    case .good: Text(fr: "bonne", en: "good")
    case .middling: Text(fr: "moyenne", en: "medium")
    case .bad: Text(fr: "mauvaise", en: "bad")
    case .veryBad: Text(fr: "très mauvaise", en: "very bad")
    }
  }
}
