/// Where a path leads: a part of what it began with, or an amount.
public enum Level: Hashable, Sendable {
  /// 0.1 is what −90 % leaves.
  case share(Double)
  /// In the unit of what the target is about.
  case amount(Double)

  /// The value for a path that began with `base`.
  public func value(of base: Double) -> Double {
    switch self {
    case .share(let share): base * share
    case .amount(let amount): amount
    }
  }
}
