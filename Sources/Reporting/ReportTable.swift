public import Diagnostics
public import Quantities

/// A value of a report: what it is, not how it is written.
public enum ReportValue: Sendable {
  /// Nothing is known; never shown as zero.
  case missing
  /// Our own words, in every language.
  case words(Text)
  /// Text from outside: escaped by every renderer.
  case outside(String)
  /// A count.
  case count(Int)
  /// A measured or computed number.
  case number(Number)
  /// Emissions or another exact sum, with its interval when one is known.
  case amount(Figure)
  /// A share of a whole, 1 being all of it.
  case share(ExactAmount)
  /// A day.
  case date(CalendarDate)

  /// A ratio to twelve decimals; missing when it is too large for a number.
  public static func ratio(_ ratio: Ratio) -> ReportValue {
    Number(rounding: ratio).map { .number($0) } ?? .missing
  }
}

/// An exact amount and, when it is known, the interval it lies in.
public struct Figure: Sendable {
  /// The amount.
  public var amount: ExactAmount
  /// The bounds of its 95 % interval.
  public var interval: Interval?

  /// Two bounds.
  public struct Interval: Sendable {
    public var low: Double
    public var high: Double

    /// An interval from its bounds.
    public init(low: Double, high: Double) {
      self.low = low
      self.high = high
    }
  }

  /// A figure without an interval.
  public init(_ amount: ExactAmount, interval: Interval? = nil) {
    self.amount = amount
    self.interval = interval
  }
}

/// A table: the one form from which every format is rendered.
public struct ReportTable: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// How a displayed number is cut.
    public enum Rounding: Sendable {
      case nearest
      /// Cut off, as older sheets print kg C.
      case down
      /// To the nearest, without the zeros at the end: for columns of mixed units.
      case trimmed
    }

    /// Stable name, for CSV and JSON.
    public var identifier: String
    /// Its heading.
    public var title: Text
    /// The unit of its numbers; empty for none.
    public var unit: String
    /// Digits after the decimal mark when shown to people.
    public var decimals: Int
    public var rounding: Rounding
    /// True when the parts make the total; a share of each row's own is not.
    public var adds: Bool
    /// True when a terminal shows it only if something is in it.
    public var isOptional: Bool
    /// Which forms of a report tell it.
    public var reach: Reach

    /// Declares a column.
    public init(
      _ identifier: String, _ title: Text, unit: String = "", decimals: Int = 0,
      rounding: Rounding = .nearest, adds: Bool = true, isOptional: Bool = false,
      reach: Reach = .everywhere
    ) {
      self.reach = reach
      self.adds = adds
      self.isOptional = isOptional
      self.identifier = identifier
      self.title = title
      self.unit = unit
      self.decimals = decimals
      self.rounding = rounding
    }
  }

  /// A row.
  public struct Row: Sendable {
    /// What a row is to the table.
    public enum Role: String, Sendable {
      /// A part of the total.
      case part
      /// A part of the part above.
      case detail
      /// The sum of the parts.
      case total
      /// Told beside the total, never in it.
      case apart
    }

    /// Stable name, for CSV and JSON.
    public var key: String
    /// Its name.
    public var label: ReportValue
    public var role: Role
    /// One value a column.
    public var values: [ReportValue]
    /// Digits after the decimal mark, where the rows of a table have units of their own.
    public var decimals: Int?

    /// A row of values.
    public init(_ key: String, _ label: ReportValue, _ values: [ReportValue], role: Role = .part) {
      self.key = key
      self.label = label
      self.values = values
      self.role = role
    }
  }

  /// Which forms of a report tell a table.
  public enum Reach: Sendable {
    case everywhere
    /// Pages, Markdown, and whatever is read by programs: a terminal has no room for it.
    case pages
    /// Workbooks, CSV and JSON: too long to be read.
    case data
  }

  /// Stable name, for CSV and JSON.
  public var identifier: String
  /// Its heading.
  public var title: Text
  /// The heading of the labels.
  public var labelTitle: Text
  public var columns: [Column]
  public var rows: [Row]
  /// What must be said under it.
  public var notes: [Text]
  public var reach: Reach
  /// The part of the report it belongs to; nil where there is but one.
  public var chapter: ReportChapter?
  /// A unit that the heading of the table states, and those of its columns need not repeat.
  public var statedUnit = ""

  /// How a value of a row is shown.
  func column(_ place: Int, of row: Row) -> Column {
    var column = columns[place]
    // Percents are the same in every row.
    if case .share = row.values[place] { return column }
    column.decimals = row.decimals ?? column.decimals
    return column
  }

  /// A table without rows yet.
  public init(
    _ identifier: String, _ title: Text, labelTitle: Text = Text(same: ""),
    columns: [Column], rows: [Row] = [], notes: [Text] = [], reach: Reach = .everywhere
  ) {
    self.identifier = identifier
    self.title = title
    self.labelTitle = labelTitle
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.reach = reach
  }
}

/// A report: what every format says, in the same order.
public struct Report: Sendable {
  /// What it reports: `footprint`, `check`, `explanation`.
  public var identifier: String
  public var title: Text
  /// The campus, as it calls itself.
  public var campus: String
  public var year: Int?
  /// What must be read before any figure.
  public var warnings: [Text]
  /// The first lines: the figures people look for.
  public var headlines: [Text]
  public var tables: [ReportTable]
  /// What is drawn of it, for formats that have room.
  public var pictures: [ReportPicture] = []
  /// What must be read after the figures.
  public var notes: [Text]

  /// A terminal then shows what pages do.
  public mutating func tellEverywhere() {
    for place in tables.indices where tables[place].reach == .pages {
      tables[place].reach = .everywhere
    }
  }

  /// An empty report.
  public init(_ identifier: String, _ title: Text, campus: String, year: Int?) {
    self.identifier = identifier
    self.title = title
    self.campus = campus
    self.year = year
    warnings = []
    headlines = []
    tables = []
    notes = []
  }
}
