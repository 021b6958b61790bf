/// An exact value with its unit: arithmetic that refuses to add metres to hours.
public struct Quantity: Hashable, Sendable {
  /// The exact value.
  public let value: Ratio
  /// The unit it is counted in.
  public let unit: Unit

  /// An exact value of a unit.
  public init(value: Ratio, unit: Unit) {
    self.value = value
    self.unit = unit
  }

  /// A number of units.
  public init(_ number: Number, _ unit: Unit) { self.init(value: Ratio(number), unit: unit) }

  /// The same quantity in another unit; nil when it measures something else or does not fit.
  public func converted(to target: Unit) -> Quantity? {
    guard let ratio = unit.conversion(to: target), let converted = value * ratio else {
      return nil
    }
    return Quantity(value: converted, unit: target)
  }

  /// The product, or nil on overflow.
  public static func * (left: Quantity, right: Quantity) -> Quantity? {
    guard let value = left.value * right.value, let unit = left.unit * right.unit else {
      return nil
    }
    return Quantity(value: value, unit: unit)
  }

  /// The quotient, or nil on overflow and for a division by zero.
  public static func / (left: Quantity, right: Quantity) -> Quantity? {
    guard let value = left.value / right.value, let unit = left.unit / right.unit else {
      return nil
    }
    return Quantity(value: value, unit: unit)
  }

  /// The sum in the unit of `left`, or nil when they do not measure the same.
  public static func + (left: Quantity, right: Quantity) -> Quantity? {
    guard let other = right.converted(to: left.unit), let sum = left.value + other.value else {
      return nil
    }
    return Quantity(value: sum, unit: left.unit)
  }

  /// The difference in the unit of `left`, or nil when they do not measure the same.
  public static func - (left: Quantity, right: Quantity) -> Quantity? {
    guard let other = right.converted(to: left.unit), let rest = left.value - other.value else {
      return nil
    }
    return Quantity(value: rest, unit: left.unit)
  }

  /// The value rounded to the twelve decimals of a number; nil when it is too large.
  public var number: Number? { Number(rounding: value) }
}
