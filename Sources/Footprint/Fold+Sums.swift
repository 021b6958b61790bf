public import Inventory
import Quantities

extension Fold {
  /// Lines are only added here.
  public var takesSums: Bool { true }

  /// True when the series was taken in that year at that site, and becomes something.
  public func onlyAdds(_ line: ActivityLine, year: Int) -> Bool {
    guard line.post < 0, let number = seriesNumber(like: line) else { return false }
    let key = Self.key(number, year)
    guard startYears.contains(year), let outcome = outcomes.value(key) else { return false }
    switch outcome {
    case .undecided, .failed: return false
    case .resource, .declared, .resolved: break
    }
    let site = key << 32 | UInt64(UInt32(bitPattern: line.site))
    return tables[Table.site.rawValue].value(site) != nil
  }

  /// Adds the sums of lines that were read in any order; they add up to the same.
  public mutating func take(_ sums: LineSums, file: Int32) {
    for kind in sums.kinds {
      var line = ActivityLine()
      line.activity = kind.activity
      line.unit = kind.unit
      guard let number = seriesNumber(like: line) else { continue }
      let key = Self.key(number, kind.year)
      var whole = QuantitySum()
      for part in kind.parts {
        let sum = QuantitySum(mantissa: part.mantissa, rows: part.rows)
        add(sum, to: part.dimension, key, part.value)
        if part.dimension == .site { whole.add(sum) }
      }
      add(whole, toTotalOf: key)
      accounts.addUsed(whole, file: file, unit: kind.unit, year: kind.year)
    }
  }
}
