import Diagnostics

/// Numbers as pictures write them.
enum ChartNumber {
  static func text(_ value: Double, _ decimals: Int, _ language: Language) -> String {
    language.number(value, decimals: decimals).replacing("-", with: "−")
  }

  static func percent(_ share: Double, _ language: Language) -> String {
    text(share * 100, 0, language) + (language == .french ? "\u{202F}%" : "%")
  }
}

extension ChartFrame {
  /// A picture whose numbers are written as in the language; of tonnes of CO2e unless it says another
  /// unit.
  static func inWords(
    _ identifier: String, _ title: String, _ description: String, _ language: Language,
    unit: String = "tCO2e"
  ) -> ChartFrame {
    ChartFrame(identifier: identifier, title: title, description: description, unit: unit) {
      ChartNumber.text($0, $1, language)
    }
  }
}
