import Quantities

/// A quantity worked out from columns of a row: `([Index de fin] - [Index de début]) * 10`.
///
/// Names of columns stand in brackets, `[A|B]` for either; with them go numbers with a decimal
/// point, `+`, `-`, `*` and parentheses. There is no division: a unit is the place for one.
public struct Formula: Sendable {
  private indirect enum Term: Sendable {
    case number(Number)
    case column(Int)
    case sum(Term, Term)
    case difference(Term, Term)
    case product(Term, Term)
  }

  /// The columns it needs, each by the names it may have.
  public let columns: [[String]]
  private let term: Term

  /// Reads a formula; nil for what is none.
  init?(_ text: String) {
    guard text.utf8.count <= 1000 else { return nil }
    var parser = Parser(Array(text))
    guard let term = parser.sum(depth: 0), parser.isAtEnd, !parser.columns.isEmpty else {
      return nil
    }
    self.term = term
    columns = parser.columns
  }

  /// What it comes to; nil when that is too large for a number.
  func value(_ values: [Number]) -> Number? { Self.value(of: term, values) }

  private static func value(of term: Term, _ values: [Number]) -> Number? {
    func both(_ left: Term, _ right: Term, _ body: (Number, Number) -> Number?) -> Number? {
      guard let left = value(of: left, values), let right = value(of: right, values) else {
        return nil
      }
      return body(left, right)
    }
    switch term {
    case .number(let number): return number
    case .column(let place): return values[place]
    case .sum(let left, let right):
      return both(left, right) { left, right in
        let (sum, isTooLarge) = left.mantissa.addingReportingOverflow(right.mantissa)
        return isTooLarge ? nil : Number(mantissa: sum)
      }
    case .difference(let left, let right):
      return both(left, right) { left, right in
        let (sum, isTooLarge) = left.mantissa.subtractingReportingOverflow(right.mantissa)
        return isTooLarge ? nil : Number(mantissa: sum)
      }
    case .product(let left, let right):
      return both(left, right) { $0.multiplied(by: Ratio($1)) }
    }
  }

  /// A recursive descent over the characters of a formula.
  private struct Parser {
    private let text: [Character]
    private var index = 0
    private(set) var columns: [[String]] = []

    /// Nobody writes deeper ones.
    private static let deepest = 20

    init(_ text: [Character]) { self.text = text }

    var isAtEnd: Bool { index == text.count }

    mutating func sum(depth: Int) -> Term? {
      guard var term = product(depth: depth) else { return nil }
      while let sign = sign(of: "+-−") {
        guard let next = product(depth: depth) else { return nil }
        term = sign == "+" ? .sum(term, next) : .difference(term, next)
      }
      return term
    }

    private mutating func product(depth: Int) -> Term? {
      guard var term = factor(depth: depth) else { return nil }
      while sign(of: "*×") != nil {
        guard let next = factor(depth: depth) else { return nil }
        term = .product(term, next)
      }
      return term
    }

    private mutating func factor(depth: Int) -> Term? {
      guard depth < Self.deepest else { return nil }
      if sign(of: "(") != nil {
        guard let term = sum(depth: depth + 1), sign(of: ")") != nil else { return nil }
        return term
      }
      if sign(of: "[") != nil { return column() }
      let start = index
      while index < text.count, text[index].isASCII, text[index].isNumber || text[index] == "." {
        index += 1
      }
      let number = Number(String(text[start..<index]))
      skipBlanks()
      return number.map { .number($0) }
    }

    private mutating func column() -> Term? {
      guard let end = text[index...].firstIndex(of: "]") else { return nil }
      let names = text[index..<end].split(separator: "|").map { String($0) }
      index = end + 1
      skipBlanks()
      if names.isEmpty { return nil }
      if let place = columns.firstIndex(of: names) { return .column(place) }
      columns.append(names)
      return .column(columns.count - 1)
    }

    /// One of these signs, and the blanks after it.
    private mutating func sign(of signs: String) -> Character? {
      skipBlanks()
      guard index < text.count, signs.contains(text[index]) else { return nil }
      defer { skipBlanks() }
      index += 1
      return text[index - 1]
    }

    private mutating func skipBlanks() {
      while index < text.count, text[index] == " " || text[index] == "\t" { index += 1 }
    }
  }
}
