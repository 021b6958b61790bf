/// Names of sheets that every spreadsheet takes: short, unlike each other, without marks that mean
/// something in a reference.
public enum SheetName {
  /// The longest name there may be.
  public static let longest = 31

  /// A name made of a text, unlike those that are taken.
  public static func name(_ text: String, taken: Set<String>) -> String {
    var name = String(
      text.unicodeScalars.map { scalar -> Character in
        let isBad = "[]:*?/\\'".unicodeScalars.contains(scalar) || scalar.value < 0x20
        return isBad ? " " : Character(scalar)
      })
    name = name.split(separator: " ").joined(separator: " ")
    if name.isEmpty || name.lowercased() == "history" { name = "Table" }
    let known = Set(taken.map { $0.lowercased() })
    var candidate = cut(name, "")
    var number = 2
    while known.contains(candidate.lowercased()) {
      candidate = cut(name, " (\(number))")
      number += 1
    }
    return candidate
  }

  /// Spreadsheets count in UTF-16.
  private static func cut(_ name: String, _ ending: String) -> String {
    var name = name
    while name.utf16.count + ending.utf16.count > longest { name.removeLast() }
    while name.last == " " { name.removeLast() }
    return name + ending
  }
}
