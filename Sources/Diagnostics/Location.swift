/// Where a finding is: a place in a file as its author sees it, with the words found there.
public struct Location: Hashable, Sendable {
  /// The file, named as the user would name it from the campus folder.
  public var file: String
  /// The line, counted from 1; 0 when the finding is about the whole file.
  public var line: Int
  /// The column, counted from 1 in characters; 0 when the finding is about the whole line.
  public var column: Int
  /// How many characters are meant, for the caret.
  public var length: Int
  /// The line as it stands in the file, control characters shown escaped.
  public var excerpt: String?

  /// A place in a file.
  public init(file: String, line: Int = 0, column: Int = 0, length: Int = 1, excerpt: String? = nil)
  {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
  }

  /// `file:line:column`, without the parts that are not known.
  public var text: String {
    let name = VisibleText.escaped(file)
    if line == 0 { return name }
    if column == 0 { return "\(name):\(line)" }
    return "\(name):\(line):\(column)"
  }
}

extension Location: Comparable {
  /// By file, then by position in it.
  public static func < (left: Location, right: Location) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
