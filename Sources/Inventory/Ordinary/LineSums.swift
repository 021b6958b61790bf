/// Sums of lines that needed no word said about them.
public struct LineSums: Sendable {
  /// What sums are told by; each tells the same lines once.
  public enum Dimension: Int, CaseIterable, Sendable {
    case site, building, month, tags, status
  }

  /// Lines with one value of a dimension.
  public struct Part: Sendable {
    public var dimension: Dimension
    /// As in `ActivityLine`; a month as in `PeriodPiece`.
    public var value: Int32
    /// The sum of their quantities, as a mantissa.
    public var mantissa: Int128
    /// How many there are.
    public var rows: Int
  }

  /// Lines of one activity, unit and year.
  public struct Kind: Sendable {
    public var activity: Int32
    public var unit: Int32
    public var year: Int
    public var parts: [Part]
  }

  /// By kind, in the order in which they came first.
  public internal(set) var kinds: [Kind] = []
}
