public import Diagnostics
public import Quantities

/// Why a row that could be read is not counted.
public enum ExclusionReason: String, CaseIterable, Sendable {
  /// "Total …": the sum of other rows.
  case subtotal
  /// Its finding is accepted in campus.yaml.
  case accepted
  /// The campus excludes it by a rule.
  case rule
  /// Its value is not known.
  case unknown
}

/// What is known of a row that is not counted.
public struct SetAside: Sendable {
  /// The file it is in, as a place in the list of files.
  public var file: Int32
  /// Its unit, a place in the vocabulary; -1 when unknown.
  public var unit: Int32 = -1
  /// Its quantity, when it could be read.
  public var quantity: Number?
  /// The days it covers, when they could be read.
  public var period: Period?
  /// How many rows of the file it stands for.
  public var rows = 1

  init(file: Int32) { self.file = file }
}

/// Who takes the lines as they come.
public protocol LineSink {
  /// Takes a batch of lines of one file; the batch is not kept.
  mutating func take(
    _ lines: [ActivityLine], of reader: FileReader, vocabulary: Vocabulary, log: inout FindingLog)
  /// Takes an interval of a load curve, before the line of its day.
  mutating func take(_ interval: CurveInterval, of reader: FileReader)
  /// Takes note of a row left out on purpose.
  mutating func exclude(_ row: SetAside, reason: ExclusionReason, vocabulary: Vocabulary)
  /// Takes note of a row that is wrong.
  mutating func reject(_ row: SetAside, vocabulary: Vocabulary)

  /// True when lines may also reach it as sums.
  var takesSums: Bool { get }
  /// True when a line like this one, in that year and at that site, was taken before and a further
  /// one could only be added: there is nothing left to say about it.
  func onlyAdds(_ line: ActivityLine, year: Int) -> Bool
  /// Takes the sums of lines of a file that it would only have added.
  mutating func take(_ sums: LineSums, file: Int32)
}

extension LineSink {
  /// Most want days.
  public mutating func take(_ interval: CurveInterval, of reader: FileReader) {}
  /// Most want every line.
  public var takesSums: Bool { false }
  /// Never asked of those who want every line.
  public func onlyAdds(_ line: ActivityLine, year: Int) -> Bool { false }
  /// Never called for those who want every line.
  public mutating func take(_ sums: LineSums, file: Int32) {}
}
