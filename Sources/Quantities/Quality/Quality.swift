/// How well something is known, as whoever wrote it down says; a quantity and a factor say it alike.
public struct Quality: Hashable, Sendable {
  /// How values lie around what is written.
  public enum Law: String, CaseIterable, Sendable {
    case lognormal, normal, triangular, uniform
  }

  public var law = Law.lognormal
  /// As a share: 95 % of the values lie within it, and all of them where the law has ends.
  public var halfWidth: Number?
  /// The geometric standard deviation, where it is given in place of a half-width.
  public var deviation: Number?
  /// Reliability, technical, geographic, temporal, completeness: 1 to 5, 0 when not given.
  public var ratings: [UInt8] = [0, 0, 0, 0, 0]

  /// Nothing is said yet.
  public init() {}

  /// True when a rating is given: ratings come before a number, as in the published arithmetic.
  public var isRated: Bool { ratings.contains { $0 > 0 } }

  /// True when something is said.
  public var isStated: Bool { isRated || halfWidth != nil || deviation != nil }
}
