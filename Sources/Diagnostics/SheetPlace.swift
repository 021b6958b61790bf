/// How spreadsheet programs write a place in a workbook.
public enum SheetPlace {
  /// The letters of a column, counted from 1: `A`, `Z`, `AA`.
  public static func letters(column: Int) -> String {
    var rest = column
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// `Sheet!B7`, `Sheet!7` for a row, `Sheet` for all of it; the sheet between quotes when it has
  /// anything but letters, digits and underscores in its name.
  public static func text(sheet: String, row: Int, column: Int) -> String {
    let isPlain =
      !sheet.isEmpty
      && sheet.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || isDigit($0) || $0 == "_" }
    let shown = VisibleText.shortened(sheet)
    let doubled = shown.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''")
    let name = isPlain ? shown : "'\(doubled)'"
    if row == 0 { return name }
    return "\(name)!\(letters(column: column))\(row)"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
