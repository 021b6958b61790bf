/// Rows of our own CSV files: commas, quotes where they are needed, LF.
enum PlainCSV {
  /// The text of a row, without the end of the line.
  ///
  /// Blanks at the edge of a field stand between quotes, or a reader would take them off. So does a
  /// field that a spreadsheet could take for a formula: nothing is added that is not taken off again.
  static func line(_ fields: [String]) -> String {
    var bytes: [UInt8] = []
    for (place, field) in fields.enumerated() {
      if place > 0 { bytes.append(0x2C) }
      var field = field
      field.withUTF8 { append($0, needsQuotes: needsQuotes($0), to: &bytes) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds a row and the end of the line; only what CSV itself asks for stands between quotes.
  static func append(_ fields: [String], to bytes: inout [UInt8]) {
    for (place, field) in fields.enumerated() {
      if place > 0 { bytes.append(0x2C) }
      var field = field
      field.withUTF8 { append($0, needsQuotes: $0.contains(where: isMark), to: &bytes) }
    }
    bytes.append(0x0A)
  }

  /// True when a spreadsheet could take the text for a formula.
  static func looksLikeFormula(_ text: String) -> Bool {
    text.utf8.first.map(isFormulaMark) ?? false
  }

  private static func needsQuotes(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = field.first, let last = field.last else { return false }
    return first == 0x20 || last == 0x20 || isFormulaMark(first) || field.contains(where: isMark)
  }

  private static func isMark(_ byte: UInt8) -> Bool { byte == 0x2C || byte == 0x22 || byte < 0x20 }

  private static func isFormulaMark(_ byte: UInt8) -> Bool { "=+-@".utf8.contains(byte) }

  private static func append(
    _ field: UnsafeBufferPointer<UInt8>, needsQuotes: Bool, to bytes: inout [UInt8]
  ) {
    guard needsQuotes else {
      bytes.append(contentsOf: field)
      return
    }
    bytes.append(0x22)
    for byte in field {
      if byte == 0x22 { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}
