/// How large a workbook may be before it is taken for a bomb.
///
/// What a spreadsheet program writes stays far below; all of it together keeps reading within some
/// 50 MB of memory, whatever the file holds.
public struct WorkbookLimits: Sendable {
  /// Parts in the archive.
  public var entries = 10_000
  /// Bytes of the list of parts.
  public var directoryBytes = 1 << 22
  /// Bytes of one part once unfolded: a million rows of a dozen columns take half of it.
  public var partBytes = 1 << 30
  /// How many bytes of a part may come out for each byte that went in.
  public var ratio = 200
  /// The ratio counts for parts above this size.
  public var ratioFrom = 10 << 20
  /// Bytes of the parts that describe the others: list of sheets, relationships, styles.
  public var descriptionBytes = 1 << 26
  /// Sheets, and relationships of a part.
  public var sheets = 4096
  /// Cell formats; spreadsheet programs stop at 65 490.
  public var formats = 1 << 17
  /// Bytes of the strings that cells share.
  public var sharedBytes = 24 << 20
  /// Bytes of the text of one cell; spreadsheet programs stop at 32 767 characters.
  public var cellBytes = 1 << 20
  /// Bytes of the texts of one row.
  public var rowBytes = 1 << 22

  /// The limits that hold unless said otherwise.
  public init() {}
}
