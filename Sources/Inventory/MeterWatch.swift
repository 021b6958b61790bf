import Diagnostics
import Quantities

/// Follows every meter through the rows: days covered twice, days missing, unusual consumption.
///
/// Nothing here depends on the order of rows or files. What is kept grows with meters and their
/// holes, not with rows: neighbouring periods become one, and daily rates are counted in classes.
struct MeterWatch {
  private struct Key: Hashable {
    var meter: Int32
    var activity: Int32
  }

  private struct Meter {
    /// Days that were read, or whose row does not say how they are known.
    var read = MeterDays()
    var estimated = MeterDays()
    /// Rows by class of daily rate: eight classes to a doubling.
    var rates: [Int: (count: Int, first: MeterSighting)] = [:]
    var count = 0

    /// Days covered in either way, as disjoint intervals in order.
    var covered: [MeterDays.Interval] { read.union(estimated) }

    mutating func count(_ sighting: MeterSighting, rateClass: Int) {
      count += 1
      guard var seen = rates[rateClass] else {
        rates[rateClass] = (1, sighting)
        return
      }
      seen.count += 1
      if sighting.isBefore(seen.first) { seen.first = sighting }
      rates[rateClass] = seen
    }

    var medianClass: Int {
      var rest = (count + 1) / 2
      for (rateClass, seen) in rates.sorted(by: { $0.key < $1.key }) {
        rest -= seen.count
        if rest <= 0 { return rateClass }
      }
      return 0
    }
  }

  private var meters: [Key: Meter] = [:]

  /// Fewer readings than this are no history to compare with.
  private static let historyNeeded = 6
  /// This many classes above the median is five times the usual rate and more.
  private static let unusual = 19

  mutating func see(_ line: ActivityLine, unit: Unit) {
    let sighting = MeterSighting(file: line.file, line: line)
    let key = Key(meter: line.meter, activity: line.activity)
    // What takes another row back says nothing new about its days.
    if line.quantity.isNegative { return }
    if line.status == .estimated {
      meters[key, default: Meter()].estimated.cover(sighting)
    } else {
      meters[key, default: Meter()].read.cover(sighting)
    }
    let days = Int(line.end - line.start)
    guard days > 0, !line.quantity.isNegative, !line.quantity.isZero else { return }
    meters[key]?.count(sighting, rateClass: Self.rateClass(line.quantity, unit, days: days))
  }

  /// The daily rate on a scale of eighths of a doubling, in whole numbers so that every machine
  /// agrees.
  private static func rateClass(_ quantity: Number, _ unit: Unit, days: Int) -> Int {
    let base = quantity.multiplied(by: unit.ratio) ?? quantity
    let rate = base.mantissa / Int128(days)
    guard rate > 0 else { return 0 }
    let magnitude = 127 - rate.leadingZeroBitCount
    // Three bits below the leading one: an eighth of the octave, near enough to a logarithm.
    let eighth = magnitude >= 3 ? Int(rate >> Int128(magnitude - 3)) & 7 : 0
    return magnitude * 8 + eighth
  }

  /// The days of each meter, in the order of names.
  func coverage(vocabulary: Vocabulary) -> [MeterCoverage] {
    meters.map { key, meter in
      MeterCoverage(
        meter: vocabulary.meter(key.meter), activity: key.activity,
        covered: meter.covered.map { ($0.start, $0.end) })
    }.sorted { ($0.meter, $0.activity) < ($1.meter, $1.activity) }
  }

  /// Reports what was seen, meter by meter.
  func report(
    vocabulary: Vocabulary, readers: [Int32: FileReader], campus: Campus, log: inout FindingLog
  ) {
    let named = meters.map { (name: vocabulary.meter($0.key.meter), key: $0.key, meter: $0.value) }
      .sorted { ($0.name, $0.key.activity) < ($1.name, $1.key.activity) }
    reportRegisters(named.map { ($0.name, $0.key.activity, $0.meter) }, readers, &log)
    for (name, _, meter) in named {
      reportOverlap(name, meter, readers, campus, &log)
      reportGap(name, meter, readers, campus, &log)
      reportOutliers(name, meter, readers, campus, &log)
    }
  }

  /// A meter and its registers (`X` and `X/HP`) count the same energy.
  private func reportRegisters(
    _ named: [(name: String, activity: Int32, meter: Meter)], _ readers: [Int32: FileReader],
    _ log: inout FindingLog
  ) {
    for (name, activity, register) in named {
      guard let slash = name.firstIndex(of: "/") else { continue }
      let whole = named.first { $0.name == name[..<slash] && $0.activity == activity }
      guard let whole,
        let (days, sighting) = MeterDays.shared(register.covered, whole.meter.covered),
        let reader = readers[sighting.file]
      else { continue }
      log.add(
        DoubtFindings.meterOverlap, subject: name, file: reader.name,
        line: Int(sighting.line.lineNumber), year: nil
      ) {
        Finding(
          DoubtFindings.meterOverlap, at: reader.location(of: sighting.line),
          [.init("meter", name), .init("days", String(days))])
      }
    }
  }

  private func reportOverlap(
    _ name: String, _ meter: Meter, _ readers: [Int32: FileReader], _ campus: Campus,
    _ log: inout FindingLog
  ) {
    let overlaps = [meter.read.firstOverlap, meter.estimated.firstOverlap].compactMap(\.self)
    let sighting = overlaps.min { $0.isBefore($1) }
    if let sighting, let reader = readers[sighting.file] {
      let days = meter.read.coveredTwice + meter.estimated.coveredTwice
      log.add(
        DoubtFindings.meterOverlap, subject: name, file: reader.name,
        line: Int(sighting.line.lineNumber), year: nil
      ) {
        Finding(
          DoubtFindings.meterOverlap, at: reader.location(of: sighting.line),
          [.init("meter", name), .init("days", String(days))])
      }
    }
    guard let both = MeterDays.shared(meter.estimated.covered, meter.read.covered),
      let reader = readers[both.first.file]
    else { return }
    log.add(
      DoubtFindings.estimateAndReading, subject: name, file: reader.name,
      line: Int(both.first.line.lineNumber), year: nil
    ) {
      Finding(
        DoubtFindings.estimateAndReading, at: reader.location(of: both.first.line),
        [.init("meter", name), .init("days", String(both.days))])
    }
  }

  /// A hole is told where it ends: at the row that comes after it.
  private func reportGap(
    _ name: String, _ meter: Meter, _ readers: [Int32: FileReader], _ campus: Campus,
    _ log: inout FindingLog
  ) {
    let covered = meter.covered
    for (before, after) in zip(covered, covered.dropFirst()) {
      let first = CalendarDate(dayNumber: before.end)
      guard let reader = readers[after.first.file],
        let gap = Period(start: first, end: CalendarDate(dayNumber: after.start))
      else { continue }
      log.add(
        DoubtFindings.meterGap, subject: name, file: reader.name,
        line: Int(after.first.line.lineNumber), year: campus.calendar.year(containing: first)
      ) {
        Finding(
          DoubtFindings.meterGap, at: reader.location(of: after.first.line),
          [
            .init("meter", name), .init("days", String(gap.days)),
            .init("gap", gap.description),
          ])
      }
    }
  }

  private func reportOutliers(
    _ name: String, _ meter: Meter, _ readers: [Int32: FileReader], _ campus: Campus,
    _ log: inout FindingLog
  ) {
    guard meter.count >= Self.historyNeeded else { return }
    let median = meter.medianClass
    for (rateClass, seen) in meter.rates.sorted(by: { $0.key < $1.key })
    where rateClass - median >= Self.unusual {
      guard let reader = readers[seen.first.file] else { continue }
      // An eighth of a doubling a class: 2^(classes/8), told to the nearest whole number.
      var times = 1.0
      for _ in 0..<(rateClass - median) { times *= 1.0905077326652577 }
      let line = seen.first.line
      log.add(
        DoubtFindings.meterOutlier, subject: name, file: reader.name, line: Int(line.lineNumber),
        year: campus.calendar.year(containing: line.period.start)
      ) {
        Finding(
          DoubtFindings.meterOutlier, at: reader.location(of: line),
          [.init("meter", name), .init("times", "≈ " + String(Int(times.rounded())))])
      }
    }
  }
}
