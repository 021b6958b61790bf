import Diagnostics
import EmissionFactors
import Inventory
import Quantities
import Tables

/// Sums the intervals of load curves against the intensities of their hours.
///
/// An interval comes before the line of its day, and counts only once that line does: what the
/// inventory leaves out is left out here.
struct CurveFold: LineSink {
  /// What the factor of a year gives per kWh.
  private struct Rates {
    var factor: Factor
    /// All stages.
    var whole: Coefficient
    /// The stages of each reach; nil when the factor does not tell them apart.
    var stages: [IntensityCover: Coefficient]
  }

  private var result: HourlyFootprint
  private let period: Period
  private var waiting: [Int: [CurveInterval]] = [:]
  private var file = ""
  private var rates: [Int32: [Int32: Rates?]] = [:]

  static let kilowattHour = try? UnitExpression.parse("kWh").get()

  /// How many kWh one of a unit is; nil for what is no energy.
  static func perKilowattHour(_ unit: Unit) -> Ratio? {
    kilowattHour.flatMap { unit.conversion(to: $0) }
  }

  /// Reads the load curves among the files of a campus.
  static func fold(_ files: [ByteSource], into result: inout HourlyFootprint) {
    let run = result.run
    let curves = files.filter { file in
      switch run.campus.imports[file.name]?.profile?.meaning {
      case .intervalEnd, .intervalStart: true
      case .amount, .index, .intensity, nil: false
      }
    }
    var fold = CurveFold(result)
    var reader = InventoryReader(campus: run.campus, catalog: run.catalog, files: curves)
    // What is wrong with the rows was said when they were read for the inventory.
    var unheard = FindingLog(accepting: run.campus.acceptances)
    reader.read(into: &fold, log: &unheard)
    result = fold.result
  }

  private init(_ result: HourlyFootprint) {
    self.result = result
    period = result.run.campus.calendar.period(of: result.year)
  }

  mutating func take(_ interval: CurveInterval, of reader: FileReader) {
    if reader.name != file {
      file = reader.name
      waiting.removeAll(keepingCapacity: true)
    }
    waiting[interval.line, default: []].append(interval)
  }

  mutating func take(
    _ lines: [ActivityLine], of reader: FileReader, vocabulary: Vocabulary, log: inout FindingLog
  ) {
    for line in lines {
      guard let intervals = waiting.removeValue(forKey: Int(line.lineNumber)),
        period.contains(line.period.start)
      else { continue }
      let activity = result.run.catalog.activities[Int(line.activity)]
      let unit = vocabulary.units[Int(line.unit)]
      guard activity.scopeRule == .electricity, let ratio = Self.perKilowattHour(unit),
        let perSixtieth = ratio * Ratio(1, 60)
      else { continue }
      let rates = rates(of: line, activity, unit)
      let month = String(line.period.start.description.prefix(7))
      let meter = vocabulary.meter(line.meter)
      for interval in intervals { add(interval, perSixtieth, rates, month, meter) }
    }
  }

  mutating func exclude(_ row: SetAside, reason: ExclusionReason, vocabulary: Vocabulary) {}
  mutating func reject(_ row: SetAside, vocabulary: Vocabulary) {}

  // MARK: Factors

  /// What the factor of the year makes of a kWh of a line; nil when it has none.
  private mutating func rates(
    of line: ActivityLine, _ activity: Activity, _ unit: Unit
  ) -> Rates? {
    if let known = rates[line.activity]?[line.unit] { return known }
    var found: Rates?
    if let perKilowattHour = Self.kilowattHour,
      case .resolved(let resolution) = result.run.fold.decide(
        activity, unit: unit, year: result.year),
      case .resolved(let value) = result.run.fold.decide(
        activity, unit: perKilowattHour, year: result.year)
    {
      found = Self.rates(value)
      if !result.factors.contains(where: { $0.identifier == resolution.factor.identifier }) {
        result.factors.append(resolution.factor)
      }
    }
    rates[line.activity, default: [:]].updateValue(found, forKey: line.unit)
    return found
  }

  private static func rates(_ resolution: Resolution) -> Rates {
    func sum(_ stages: (Stage) -> Bool) -> Coefficient {
      resolution.cells.reduce(Coefficient.zero) { sum, cell in
        guard !cell.gas.isApart, stages(cell.stage) else { return sum }
        return Coefficient(mantissa: sum.mantissa + cell.coefficient.mantissa)
      }
    }
    var rates = Rates(factor: resolution.factor, whole: sum { _ in true }, stages: [:])
    // A factor without stages cannot be compared with a part of it.
    if resolution.cells.contains(where: { $0.stage == .whole }) { return rates }
    for cover in IntensityCover.allCases {
      rates.stages[cover] = sum { cover.stages.contains($0) }
    }
    return rates
  }

  // MARK: Sums

  private mutating func add(
    _ interval: CurveInterval, _ perSixtieth: Ratio, _ rates: Rates?, _ month: String,
    _ meter: String
  ) {
    guard let whole = ExactAmount(interval.sixtieths).multiplied(by: perSixtieth) else { return }
    result.energy += whole
    result.inventory = result.inventory.flatMap { sum in
      rates.map { sum + Self.product(interval.sixtieths, $0.whole, perSixtieth) }
    }
    var start = interval.start
    let end = interval.start + interval.minutes
    while start < end {
      let hour = start >= 0 ? start / 60 : (start - 59) / 60
      let next = min(end, (hour + 1) * 60)
      let part = interval.sixtieths.share(
        from: start - interval.start, to: next - interval.start, of: interval.minutes)
      add(part, hour, perSixtieth, rates, month, meter)
      start = next
    }
  }

  private mutating func add(
    _ part: Number, _ hour: Int, _ perSixtieth: Ratio, _ rates: Rates?, _ month: String,
    _ meter: String
  ) {
    let energy = ExactAmount(part).multiplied(by: perSixtieth) ?? .zero
    for place in result.series.indices {
      let intensity = result.series[place].intensity
      guard let value = intensity.intensity(ofHour: hour) else {
        result.series[place].energyWithout += energy
        continue
      }
      var one = HourlyFootprint.Comparison()
      one.energy = energy
      one.hourly = Self.product(part, value, perSixtieth)
      one.flat = Self.product(part, result.series[place].mean, perSixtieth)
      one.factor = rates?.stages[intensity.covers].map {
        Self.product(part, $0, perSixtieth)
      }
      result.series[place].total.add(one)
      result.series[place].months[month, default: .init()].add(one)
      result.series[place].meters[meter, default: .init()].add(one)
    }
  }

  private static func product(
    _ sixtieths: Number, _ value: Coefficient, _ perSixtieth: Ratio
  ) -> ExactAmount {
    ExactAmount(sixtieths, times: value).multiplied(by: perSixtieth) ?? .zero
  }
}

extension HourlyFootprint.Comparison {
  fileprivate mutating func add(_ other: Self) {
    energy += other.energy
    hourly += other.hourly
    flat += other.flat
    factor = factor.flatMap { sum in other.factor.map { sum + $0 } }
  }
}
