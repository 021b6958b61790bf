/// What is asked of words that come in two languages.
public enum Words {
  /// The names between braces in a template, in order, `-fr` and `-en` left off.
  ///
  /// A fact that is itself words has a value for each language, under two names.
  public static func placeholders(of template: String) -> Set<String> {
    var names: Set<String> = []
    for piece in template.split(separator: "{").dropFirst(template.hasPrefix("{") ? 0 : 1) {
      guard let close = piece.firstIndex(of: "}") else { continue }
      var name = String(piece[..<close])
      if name.hasSuffix("-fr") || name.hasSuffix("-en") { name.removeLast(3) }
      names.insert(name)
    }
    return names
  }
}
