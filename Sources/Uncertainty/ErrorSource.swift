public import Diagnostics

/// Something that may be wrong: how much was consumed, or what a unit of it emits.
public struct ErrorSource: Hashable, Sendable {
  /// What sort of thing it is.
  public enum Kind: String, CaseIterable, Sendable {
    case activity, meter, group, sample, factor
  }

  public let kind: Kind
  /// Its name, unique within its kind.
  public let identifier: String
  public let label: Text
  /// The same for the same source wherever it is met, in any year, scenario or run: draws begin from it.
  public let key: UInt64

  /// A source by its name; `counted` is the year that it was counted anew in.
  public init(_ kind: Kind, _ identifier: String, _ label: Text, counted: String = "") {
    self.kind = kind
    self.identifier = identifier
    self.label = label
    key = Self.key("\(kind.rawValue) \(counted) \(identifier)")
  }

  /// FNV-1a: a hash of the library is another one in every run.
  public static func key(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
