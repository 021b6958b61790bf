public import Diagnostics

/// A picture of a report, drawn when a format has room for it.
public struct ReportPicture: Sendable {
  /// The table it stands under; the first lines when it is empty.
  public let table: String
  /// An SVG document in a language; nil when there is nothing to see.
  public let draw: @Sendable (Language) -> String?

  init(under table: String = "", _ draw: @escaping @Sendable (Language) -> String?) {
    self.table = table
    self.draw = draw
  }
}
