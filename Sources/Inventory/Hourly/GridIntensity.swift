public import Diagnostics
public import Quantities

/// What the grid emits per kWh, hour by hour, as one source gives it.
///
/// An hour has the mean of the values that are known in it: sources give one an hour, two or four,
/// and leave cells empty. An hour without any is unknown, and never filled in.
public struct GridIntensity: Sendable {
  /// The profile of its files.
  public let profile: String
  public let label: Text
  public let covers: IntensityCover
  /// The unit of the files, `gCO2/kWh`: CO2 alone, or all gases.
  public let unit: String
  /// kgCO2e per kWh of the hours that are known, by hours since 1970 of universal time.
  public let hours: [Int: Coefficient]

  /// True when other gases than CO2 are left out.
  public var isCarbonDioxideOnly: Bool { Self.isCarbonDioxideOnly(unit) }

  static func isCarbonDioxideOnly(_ unit: String) -> Bool {
    unit.split(separator: "/").first?.hasSuffix("CO2") ?? false
  }

  /// The intensity of an hour; nil when it is not known.
  public func intensity(ofHour hour: Int) -> Coefficient? { hours[hour] }

  /// The known hours of a period on the clock of Paris, and the mean of their intensities.
  public func mean(over period: Period) -> (hours: Int, mean: Coefficient?) {
    var count = 0
    var sum: Int128 = 0
    for (hour, value) in hours where period.contains(Self.day(ofHour: hour)) {
      count += 1
      sum += value.mantissa
    }
    guard count > 0 else { return (0, nil) }
    let mean = Int256.product(sum, 1).dividedRounded(by: Int128(count))
    return (count, mean.asInt128.map { Coefficient(mantissa: $0) })
  }

  /// The day on the clock of Paris that an hour begins in.
  public static func day(ofHour hour: Int) -> CalendarDate {
    TimeStamp.date(ofMinute: hour * 60 + ParisClock.offset(atUniversalMinute: hour * 60))
  }

  /// The hours in a period: one fewer in spring, one more in autumn.
  public static func hours(in period: Period) -> Int {
    let minutes = [period.start, period.end].map { day in
      // Midnight exists every day and comes once: the clock changes at two or three.
      ParisClock.universalMinutes(ofCivilMinute: Int(day.dayNumber) * 1440).first ?? 0
    }
    return (minutes[1] - minutes[0]) / 60
  }
}
