public import EmissionFactors
public import Quantities

/// One row of consumption, in numbers: names are places in the vocabulary, dates are day numbers.
///
/// Plain values only, so that a batch of lines is one block of memory; a line is folded and
/// forgotten, and found again through its offset when someone asks about it.
public struct ActivityLine: Sendable {
  /// How the quantity is known.
  public enum Status: UInt8, CaseIterable, Sendable {
    case unstated, measured, read, estimated, derived, declared
  }

  /// What was done to the number written in the file.
  public enum Origin: UInt8, Sendable {
    /// Taken as written.
    case written
    /// Charge × leak rate.
    case leak
    /// Computed from an answer of the commuting survey.
    case survey
  }

  /// Its place in the catalogue's activities.
  public var activity: Int32 = -1
  /// Its place in the vocabulary's units.
  public var unit: Int32 = -1
  public var quantity = Number.zero
  /// The days it covers, the end excluded.
  public var start: Int32 = 0
  public var end: Int32 = 0
  /// Its place in the campus's sites, -1 for the whole campus.
  public var site: Int32 = -1
  /// Places in the vocabulary, -1 for none.
  public var building: Int32 = -1
  public var meter: Int32 = -1
  public var tags: Int32 = -1
  public var label: Int32 = -1
  public var knowledge: Int32 = -1
  /// Its place in the catalogue's posts, for declared figures; -1 otherwise.
  public var post: Int32 = -1
  public var characterisation = Characterisation.operated
  public var status = Status.unstated
  public var origin = Origin.written
  /// Years of life of a fixed asset; 0 for everything else.
  public var lifetime: Int32 = 0
  /// How many rows of the file it was made of.
  public var rows: Int32 = 1
  /// Where the row is.
  public var file: Int32 = 0
  public var lineNumber: Int32 = 0
  public var offset = 0

  /// An empty line.
  public init() {}

  /// The days it covers.
  public var period: Period {
    let first = CalendarDate(dayNumber: start)
    // A line that was read covers a day at least; the fallback is for empty ones.
    return Period(start: first, end: CalendarDate(dayNumber: end)) ?? .year(first.year)
  }
}

extension ActivityLine.Status {
  /// The name used in files and in machine-readable output.
  public var identifier: String {
    switch self {
    case .unstated: "unstated"
    case .measured: "measured"
    case .read: "read"
    case .estimated: "estimated"
    case .derived: "derived"
    case .declared: "declared"
    }
  }
}
