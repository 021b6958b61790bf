public import Quantities

/// A sheet to be written: what each cell is, and never how it is computed.
public struct WorkbookSheet: Sendable {
  /// A cell.
  public enum Cell: Sendable {
    case blank
    /// Text stays text, whatever it begins with.
    case text(String)
    /// A number, shown with so many decimals.
    case number(Double, decimals: Int)
    /// A share of a whole, 1 being all of it.
    case share(Double, decimals: Int)
    /// A day.
    case date(CalendarDate)
  }

  /// A row, and how it is told from others.
  public struct Row: Sendable {
    /// What it is.
    public enum Kind: Sendable {
      case plain, title, heading, total, detail, note
    }

    public let kind: Kind
    public let cells: [Cell]

    /// A row of cells.
    public init(_ kind: Kind = .plain, _ cells: [Cell] = []) {
      self.kind = kind
      self.cells = cells
    }
  }

  /// Bars of one column beside their names.
  public struct Bars: Sendable {
    public let title: String
    /// The rows that have a bar, the column of names and that of values.
    public let rows: [Int]
    public let names: Int
    public let values: Int

    /// Bars of some rows.
    public init(_ title: String, rows: [Int], names: Int, values: Int) {
      self.title = title
      self.rows = rows
      self.names = names
      self.values = values
    }
  }

  public let name: String
  public var rows: [Row] = []
  /// The width of each column, in characters.
  public var widths: [Double] = []
  /// The row of headings: it stays in sight, and filters what is under it, through the last row.
  public var filter: (heading: Int, last: Int)?
  public var bars: Bars?

  /// A sheet without rows.
  public init(name: String) { self.name = name }
}
