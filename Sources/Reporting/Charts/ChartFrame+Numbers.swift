extension ChartFrame {
  /// A number for a label; a giant or a dwarf is written with a power of ten.
  func text(_ value: Double, decimals: Int) -> String {
    guard let value = value.drawable else { return "–" }
    let size = abs(value)
    if size == 0 { return number(0, 0) }
    if size < 1e15 && size >= 1e-6 { return number(value, decimals) }
    var exponent = 0
    var mantissa = value
    while abs(mantissa) >= 10 {
      mantissa /= 10
      exponent += 1
    }
    while abs(mantissa) < 1 {
      mantissa *= 10
      exponent -= 1
    }
    return number(mantissa, 2) + "×10" + superscript(exponent)
  }

  /// A change, always with its sign unless it shows as zero.
  func change(_ value: Double, decimals: Int) -> String {
    guard let value = value.drawable else { return "–" }
    let size = text(abs(value), decimals: decimals)
    if value == 0 || size == number(0, decimals) { return number(0, 0) }
    return (value < 0 ? "−" : "+") + size
  }

  private func superscript(_ exponent: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let marks = String(abs(exponent)).compactMap { mark in
      mark.wholeNumberValue.map { digits[$0] }
    }
    return (exponent < 0 ? "⁻" : "") + String(marks)
  }

  /// How many decimals suit values of a size: three figures or so.
  static func decimals(for values: [Double]) -> Int {
    let largest = values.compactMap(\.drawable).map { abs($0) }.max() ?? 0
    switch largest {
    case 0, 100...: return 0
    case 10...: return 1
    case 1...: return 2
    case 0.1...: return 3
    default: return 5
    }
  }
}
