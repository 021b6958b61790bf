public import Diagnostics
public import Quantities

/// A line of the collection matrix: what was asked, of whom, and whether it came.
public struct CollectionEntry: Sendable {
  public let what: String
  /// The service that has it: never a person.
  public let from: String
  /// The post it is for; empty when it is for several.
  public let post: String
  public let asked: CalendarDate?
  /// Nil until it came.
  public let received: CalendarDate?
  /// What became of it, under `activity/`.
  public let files: [String]
  /// The inventory years it concerns; empty for all.
  public let years: [Int]
  public let note: String
  public let location: Location

  /// True when it concerns a year.
  public func covers(_ year: Int) -> Bool { years.isEmpty || years.contains(year) }
}
