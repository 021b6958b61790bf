public import Diagnostics
public import Quantities

extension Language {
  /// How numbers are written in the language.
  public var numbers: NumberFormat { self == .french ? .french : .english }
}

extension ReportValue {
  /// The value as people read it, rounded here and nowhere else.
  func text(in language: Language, column: ReportTable.Column?) -> String {
    let decimals = column?.decimals ?? 0
    let format = language.numbers
    switch self {
    case .missing: return "–"
    case .words(let text): return text[language]
    case .outside(let text): return VisibleText.escaped(text)
    case .count(let value): return format.text(value)
    case .number(let number):
      if column?.rounding == .trimmed { return trimmed(number, decimals, format) }
      return visible(number, decimals, format)
    case .amount(let figure):
      if column?.rounding == .trimmed, let number = figure.amount.roundedNumber() {
        return trimmed(number, decimals, format)
      }
      if column?.rounding == .down {
        return format.text(figure.amount.shown(decimals: decimals, down: true), decimals: decimals)
      }
      return format.text(figure.amount, decimals: decimals)
    case .date(let date):
      let digits = date.description
      return language == .french
        ? digits.split(separator: "-").reversed().joined(separator: "/") : digits
    case .share(let share):
      let percent = share.multiplied(by: Ratio(100)) ?? share
      let text = format.text(percent, decimals: decimals)
      return language == .french ? text + "\u{202F}%" : text + "%"
    }
  }

  private func trimmed(_ number: Number, _ decimals: Int, _ format: NumberFormat) -> String {
    guard let rounded = ExactAmount(number).shown(decimals: decimals, down: false).roundedNumber()
    else { return format.text(number, decimals: decimals) }
    return format.text(shortest: rounded.isZero ? number : rounded)
  }

  /// A number that is not zero never looks like zero: it then shows all the digits it has.
  private func visible(_ number: Number, _ decimals: Int, _ format: NumberFormat) -> String {
    let vanishes = ExactAmount(number).shown(decimals: decimals, down: false).isZero
    return vanishes && !number.isZero
      ? format.text(shortest: number) : format.text(number, decimals: decimals)
  }

  /// True for what is counted or measured: it belongs under a right-hand edge.
  var isNumber: Bool {
    switch self {
    case .words, .outside, .date, .missing: false
    case .count, .number, .amount, .share: true
    }
  }

  /// True for words, ours or from outside.
  var isWords: Bool {
    switch self {
    case .words, .outside, .date: true
    case .count, .number, .amount, .share, .missing: false
    }
  }
}

extension ExactAmount {
  /// The amount as it is displayed: rounded to so many decimals, or cut off.
  func shown(decimals: Int, down: Bool) -> ExactAmount {
    let digits = down ? truncated(decimals: decimals) : rounded(decimals: decimals)
    guard var mantissa = digits.asInt128 else { return self }
    for _ in decimals..<Number.scale {
      let (next, isTooLarge) = mantissa.multipliedReportingOverflow(by: 10)
      if isTooLarge { return self }
      mantissa = next
    }
    return ExactAmount(Number(mantissa: mantissa))
  }

  /// The part as a share of the whole; nil when there is no whole.
  func share(of whole: ExactAmount) -> ExactAmount? {
    guard let number = whole.roundedNumber(), !number.isZero else { return nil }
    return divided(by: number)
  }
}
