/// One edition of an official base of factors, as its publisher wrote it.
///
/// A factor is a release and an identifier in it: the same identifier may change its value from one
/// release to the next, so nothing of one release ever stands in for another.
public struct Release: Equatable, Sendable {
  /// Its elements, in the order of their identifiers.
  public var elements: [ReleaseElement]
  /// What became of every row.
  public var account: ReleaseAccount
}

/// What became of every row of a file: rows read = imported + archived + refused.
public struct ReleaseAccount: Equatable, Sendable {
  /// Rows of elements and rows of their stages.
  public struct Rows: Equatable, Sendable {
    public var elements = 0
    public var stages = 0

    /// Both together.
    public var total: Int { elements + stages }
  }

  /// Why a row was refused.
  public enum Refusal: String, CaseIterable, Sendable {
    /// The row could not be read at all.
    case unreadable
    /// A cell that is not what its column needs.
    case badValue = "bad-value"
    /// No unit is given, and nothing else settles it.
    case missingUnit = "missing-unit"
    /// The unit is not in the table of units.
    case unknownUnit = "unknown-unit"
    /// Two elements have the same identifier: neither is chosen.
    case duplicate
    /// A stage without an element.
    case orphan
    /// Another row of the same element is refused: an element stands or falls whole.
    case partOfRefused = "part-of-refused"
  }

  /// Every row under the header.
  public var read = 0
  /// Rows of elements in force.
  public var imported = Rows()
  /// Rows of archived elements, which older inventories need.
  public var archived = Rows()
  /// Rows left out, by reason.
  public var refused: [Refusal: Int] = [:]

  /// Rows left out.
  public var refusedTotal: Int { refused.values.reduce(0, +) }

  /// True when every row read is in one of the three counts.
  public var addsUp: Bool { read == imported.total + archived.total + refusedTotal }

  /// Refused rows by reason, in the order of the reasons.
  public var refusals: [(reason: Refusal, count: Int)] {
    Refusal.allCases.compactMap { reason in refused[reason].map { (reason, $0) } }
  }
}
