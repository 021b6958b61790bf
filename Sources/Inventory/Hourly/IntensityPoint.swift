import Diagnostics
import Quantities

/// What a source says of one instant.
struct IntensityPoint {
  /// Universal time, in minutes since 1970.
  var instant: Int
  /// kgCO2e per kWh.
  var value: Coefficient
  /// Its file, as a place in the list of files, and its line.
  var file: Int32
  var line: Int32

  /// The mean of what is known in each hour, whatever order the points came in.
  ///
  /// One instant may be there twice: RTE writes the hour that the clock skips in March under the
  /// stamps of the next one. Where the two differ neither is taken.
  static func hours(
    _ points: [IntensityPoint], of files: [String], log: inout FindingLog
  ) -> [Int: Coefficient] {
    let sorted = points.sorted { left, right in
      (left.instant, left.file, left.line) < (right.instant, right.file, right.line)
    }
    var sums: [Int: (count: Int128, sum: Int128)] = [:]
    var contradictions: [IntensityPoint] = []
    var index = 0
    while index < sorted.count {
      let point = sorted[index]
      var isOne = true
      var next = index + 1
      while next < sorted.count, sorted[next].instant == point.instant {
        if sorted[next].value != point.value, isOne {
          isOne = false
          contradictions.append(sorted[next])
        }
        next += 1
      }
      index = next
      guard isOne else { continue }
      sums[hour(ofMinute: point.instant), default: (0, 0)].count += 1
      sums[hour(ofMinute: point.instant), default: (0, 0)].sum += point.value.mantissa
    }
    if let first = contradictions.first {
      log.add(
        Finding(
          ProfileFindings.intensityContradicts,
          at: Location(file: files[Int(first.file)], line: Int(first.line)),
          [.init("count", String(contradictions.count))]))
    }
    return sums.mapValues { sum in
      let mean = Int256.product(sum.sum, 1).dividedRounded(by: sum.count)
      return Coefficient(mantissa: mean.asInt128 ?? 0)
    }
  }

  /// The hour a minute is in, also before 1970.
  static func hour(ofMinute minute: Int) -> Int {
    minute >= 0 ? minute / 60 : (minute - 59) / 60
  }
}
