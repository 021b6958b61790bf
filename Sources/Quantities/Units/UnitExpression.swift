/// Reads products and quotients of units: `kgCO2e/kWh PCS`, `EUR/personne/jour`, `kWh/(m².an)`.
///
/// A point binds tighter than a bar, as factors are written: kgCO2e/t.km is per tonne-kilometre,
/// and a/b/c is a/(b.c).
public enum UnitExpression {
  /// Reads the whole text as one unit, named in our own symbols.
  public static func parse(_ text: String) -> Result<Unit, UnitProblem> {
    Result { () throws(UnitProblem) in
      var parser = UnitParser(text)
      return try parser.parse()
    }
  }
}

/// A recursive descent over the scalars of a text.
private struct UnitParser {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  /// Longer texts are no unit anyone wrote.
  private static let longestText = 200
  private static let deepestNesting = 8

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func parse() throws(UnitProblem) -> Unit {
    let whole = trimmed(0..<scalars.count)
    guard !whole.isEmpty else { throw .empty }
    guard whole.count <= Self.longestText else { throw unexpected }
    if let unit = UnitCatalog.unit(single: text(whole)) { return unit }
    let unit = try quotient(depth: 0)
    guard index == scalars.count else { throw unexpected }
    return unit
  }

  private mutating func quotient(depth: Int) throws(UnitProblem) -> Unit {
    var unit = try product(depth: depth)
    while takes({ $0 == "/" }) {
      guard let quotient = unit / (try product(depth: depth)) else { throw .tooLarge }
      unit = quotient
    }
    return unit
  }

  private mutating func product(depth: Int) throws(UnitProblem) -> Unit {
    // "pers.km" and "tonne.km" are names of their own: the whole product is looked up first.
    let whole = extent { $0 == "/" }
    if let unit = UnitCatalog.unit(single: text(whole)) {
      index = whole.upperBound
      return unit
    }
    var unit = try factor(depth: depth)
    while takes(Self.isMultiplication) {
      guard let product = unit * (try factor(depth: depth)) else { throw .tooLarge }
      unit = product
    }
    return unit
  }

  private mutating func factor(depth: Int) throws(UnitProblem) -> Unit {
    if takes({ $0 == "(" }) {
      guard depth < Self.deepestNesting else { throw .unexpected(offset: offset(of: index - 1)) }
      let unit = try quotient(depth: depth + 1)
      guard takes({ $0 == ")" }) else { throw unexpected }
      return unit
    }
    let whole = extent { $0 == "/" || Self.isMultiplication($0) }
    let range = trimmed(whole)
    guard !range.isEmpty else { throw unexpected }
    index = whole.upperBound
    return try named(text(range), offset: offset(of: range.lowerBound))
  }

  /// A name, `1`, or a power of ten before a name: `100 km`.
  private func named(_ name: String, offset: Int) throws(UnitProblem) -> Unit {
    if let unit = UnitCatalog.unit(single: name) { return unit }
    if name == "1" { return .one }
    if let (multiple, rest) = Self.multiple(name),
      let unit = UnitCatalog.unit(single: rest), let ratio = unit.ratio * Ratio(multiple, 1)
    {
      return Unit(
        symbol: "\(multiple) \(unit.symbol)", dimension: unit.dimension, ratio: ratio)
    }
    throw .unknown(name: name, offset: offset)
  }

  /// Powers of ten only: any other number before a unit is more likely a value gone astray.
  private static func multiple(_ name: String) -> (Int, Substring)? {
    let words = name.split(separator: " ", maxSplits: 1)
    guard words.count == 2, let multiple = Int(words[0]),
      [10, 100, 1000, 10_000, 100_000, 1_000_000].contains(multiple)
    else { return nil }
    return (multiple, words[1])
  }

  private static func isMultiplication(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "*", "·", "⋅", "×": true
    default: false
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{202F}"
  }

  /// From here to a scalar that stops, a closing bracket opened before, or the end.
  private func extent(stoppingAt isStop: (Unicode.Scalar) -> Bool) -> Range<Int> {
    var depth = 0
    var position = index
    while position < scalars.count {
      let scalar = scalars[position]
      if depth == 0 && isStop(scalar) { break }
      if scalar == "(" { depth += 1 }
      if scalar == ")" {
        if depth == 0 { break }
        depth -= 1
      }
      position += 1
    }
    return index..<position
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Self.isBlank(scalars[start]) { start += 1 }
    while start < end, Self.isBlank(scalars[end - 1]) { end -= 1 }
    return start..<end
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private func offset(of position: Int) -> Int {
    scalars[..<position].reduce(0) { $0 + UTF8.width($1) }
  }

  /// Points at the scalar that does not fit, or at the last one when the text is too short.
  private var unexpected: UnitProblem {
    let rest = scalars[index...].firstIndex { !Self.isBlank($0) }
    return .unexpected(offset: offset(of: rest ?? scalars.count - 1))
  }

  private mutating func takes(_ isWanted: (Unicode.Scalar) -> Bool) -> Bool {
    var position = index
    while position < scalars.count, Self.isBlank(scalars[position]) { position += 1 }
    guard position < scalars.count, isWanted(scalars[position]) else { return false }
    index = position + 1
    return true
  }
}
