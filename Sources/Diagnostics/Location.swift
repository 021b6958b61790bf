/// Where a finding is: a place in a file as its author sees it, with the words found there.
public struct Location: Hashable, Sendable {
  /// The file, named as the user would name it from the campus folder.
  public var file: String
  /// The sheet, in a workbook; line and column are then those of a cell.
  public var sheet: String?
  /// The line, counted from 1; 0 when the finding is about the whole file.
  public var line: Int
  /// The column, counted from 1 in characters; 0 when the finding is about the whole line.
  public var column: Int
  /// How many characters of the excerpt are meant, for the caret.
  public var length: Int
  /// The line as it stands in the file, control characters shown escaped.
  public var excerpt: String?
  /// Where the caret goes under the excerpt, counted from 1.
  ///
  /// Not the column when a long line was cut or a character before it had to be spelt out.
  public var caret: Int

  /// A place in a file.
  public init(
    file: String, line: Int = 0, column: Int = 0, length: Int = 1, excerpt: String? = nil,
    caret: Int? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
    self.caret = caret ?? column
  }

  /// A place in a file, shown.
  public init(file: String, line: Int, column: Int, excerpt: Excerpt) {
    self.init(
      file: file, line: line, column: column, length: excerpt.length, excerpt: excerpt.text,
      caret: excerpt.caret)
  }

  /// A cell, a row or the whole of a sheet, with what stands there.
  public init(file: String, sheet: String, row: Int = 0, column: Int = 0, excerpt: String? = nil) {
    self.init(
      file: file, line: row, column: column,
      excerpt: Excerpt(before: "", marked: excerpt ?? "", after: ""))
    self.sheet = sheet
    if excerpt == nil { self.excerpt = nil }
  }

  /// `file:line:column`, or `file:sheet!B7`, without the parts that are not known.
  public var text: String {
    let name = VisibleText.escaped(file)
    if let sheet { return "\(name):\(SheetPlace.text(sheet: sheet, row: line, column: column))" }
    if line == 0 { return name }
    if column == 0 { return "\(name):\(line)" }
    return "\(name):\(line):\(column)"
  }
}

extension Location: Comparable {
  /// By file, then by position in it; the rest only so that no two different places are equal.
  public static func < (left: Location, right: Location) -> Bool {
    let (a, b) = (
      (left.file, left.sheet ?? "", left.line, left.column, left.length),
      (right.file, right.sheet ?? "", right.line, right.column, right.length)
    )
    if a != b { return a < b }
    return (left.excerpt ?? "", left.caret) < (right.excerpt ?? "", right.caret)
  }
}
