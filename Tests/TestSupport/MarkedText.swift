/// A text in which 👉 stands before the place a test is about.
///
/// The marks are taken out and their places kept, so that no test counts columns by hand.
public struct MarkedText: Sendable {
  /// A line and a column, both counted from 1, the column in characters.
  public struct Place: Hashable, Sendable, CustomStringConvertible {
    /// The line.
    public var line: Int
    /// The column.
    public var column: Int

    /// As it is printed in a finding.
    public var description: String { "\(line):\(column)" }
  }

  /// The text without the marks.
  public let text: String
  /// The places of the marks, in order.
  public let places: [Place]

  /// Takes the marks out of a text.
  public init(_ marked: String) {
    var text = ""
    var places: [Place] = []
    var here = Place(line: 1, column: 1)
    for character in marked {
      switch character {
      case "👉":
        places.append(here)
        continue
      case "\n", "\r\n", "\r": here = Place(line: here.line + 1, column: 1)
      default: here.column += 1
      }
      text.append(character)
    }
    self.text = text
    self.places = places
  }

  /// The text as UTF-8.
  public var bytes: [UInt8] { Array(text.utf8) }

  /// The places as they are printed: `line:column`.
  public var positions: [String] { places.map(\.description) }
}
