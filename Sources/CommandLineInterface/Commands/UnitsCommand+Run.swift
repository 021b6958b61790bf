import Diagnostics
import Quantities
import Reporting

extension UnitsCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    context.attempt(invocation) { () throws(CommandProblem) in
      let language = invocation(GlobalOptions.language) ?? .english
      guard let text = invocation(expression) else {
        try context.write(list(language), to: nil)
        return .ok
      }
      let quantity = try self.quantity(text)
      guard let name = invocation(target) else {
        try context.write(try line(quantity, language), to: nil)
        return .ok
      }
      guard case .success(let unit) = UnitExpression.parse(name) else {
        throw .badQuantity(name, nearest: UnitCatalog.nearest(to: name).first)
      }
      guard let converted = quantity.converted(to: unit) else {
        throw .cannotConvert(from: quantity.unit.symbol, to: unit.symbol)
      }
      try context.write(try line(converted, language), to: nil)
      return .ok
    }
  }

  /// `12 MWh`, or a unit alone for one of it.
  private static func quantity(_ text: String) throws(CommandProblem) -> Quantity {
    if case .success(let unit) = UnitExpression.parse(text) { return Quantity(.one, unit) }
    // Numbers and units may both hold spaces: 1 234,5 kWh PCS.
    for space in text.indices where text[space] == " " {
      let name = String(text[text.index(after: space)...])
      guard case .success(let unit) = UnitExpression.parse(name) else { continue }
      guard case .success(let reading) = NumberText.read(String(text[..<space]), dialect: .init())
      else { throw .badQuantity(text, nearest: nil) }
      return Quantity(reading.number, unit)
    }
    let name = text.split(separator: " ", maxSplits: 1).last.map { String($0) } ?? text
    throw .badQuantity(text, nearest: UnitCatalog.nearest(to: name).first)
  }

  private static func line(
    _ quantity: Quantity, _ language: Language
  ) throws(CommandProblem) -> String {
    guard let number = quantity.number else {
      throw .tooLarge(unit: quantity.unit.symbol)
    }
    return language.numbers.text(shortest: number) + " " + quantity.unit.symbol + "\n"
  }

  private static func list(_ language: Language) -> String {
    var text = ""
    for group in UnitGroup.allCases {
      let entries = UnitCatalog.all.filter { $0.group == group }
      if entries.isEmpty { continue }
      text += "\(group.rawValue)\n"
      for entry in entries {
        let name = language == .french ? entry.french : entry.english
        let symbol = entry.symbol
        let gap = String(repeating: " ", count: max(1, 16 - symbol.count))
        text += "  \(symbol)\(gap)\(name)\n"
      }
    }
    return text
  }
}
