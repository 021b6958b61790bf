public import Footprint
public import Quantities

/// The rows behind an item: how many, and the first of them.
public struct SourceRows: Sendable {
  /// A row and the part of its quantity that counts in the year.
  public struct Row: Sendable {
    public let file: String
    public let line: Int
    public let share: Number
  }

  public private(set) var count = 0
  public private(set) var first: [Row] = []
  private var last: (file: String, line: Int)?

  /// No rows yet.
  public init() {}

  /// Notes a row of the trace; its stages and gases count once.
  public mutating func add(_ row: TraceRow, keeping limit: Int) {
    if let last, last.file == row.file, last.line == row.line { return }
    last = (row.file, row.line)
    count += 1
    if first.count < limit {
      first.append(Row(file: row.file, line: row.line, share: row.share))
    }
  }
}
