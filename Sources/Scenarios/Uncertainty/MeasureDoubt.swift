/// How sure it is that a measure does what its file says.
public struct MeasureDoubt: Hashable, Sendable {
  /// How likely it is to be done at all.
  public internal(set) var delivery = 1.0
  /// The latest year it may start in, every one from its start on being as likely; nil for its start.
  public internal(set) var latest: Int?
  /// How far it may get, 1 being what is written: a triangle between both ends whose top is at 1.
  public internal(set) var low = 1.0
  public internal(set) var high = 1.0

  /// True when its file says nothing of the sort.
  public var isNone: Bool { self == MeasureDoubt() }

  /// True when how far it gets is not certain.
  public var mayMiss: Bool { low != 1 || high != 1 }

  /// How far it gets, a share of the way through the triangle.
  func reach(at share: Double) -> Double {
    let width = high - low
    guard width > 0 else { return 1 }
    let top = (1 - low) / width
    return share < top
      ? low + (share * width * (1 - low)).squareRoot()
      : high - ((1 - share) * width * (high - 1)).squareRoot()
  }
}
