import Diagnostics
import EmissionFactors
import Quantities
import Tables
import Testing

@testable import Footprint
@testable import Inventory

/// Load curves set against the intensities of their hours.
struct HourlyFootprintTests {
  private static func profile(_ unit: String, step: String = "") throws -> Profile {
    var log = FindingLog()
    let text = """
      format: 1
      name: curve
      label: curve
      match: {header: [meter, stamp, value]}
      means: interval-end
      columns: {meter: meter, stamp: stamp, quantity: value, step: step}
      constants: {activity: electricity, unit: \(unit)}
      decimal: point
      """
    let profile = ProfileReader.profile(Array(text.utf8), file: "p", log: &log)
    #expect(log.found == [])
    return try #require(profile)
  }

  private func hourly(
    _ rows: [String], _ intensities: [GridIntensity], year: Int = 2024, unit: String = "W",
    others: [String: String] = [:]
  ) throws -> HourlyFootprint {
    var log = FindingLog()
    var campus = try #require(
      CampusReader.read(Array("format: 1\nname: Essai\n".utf8), findingNames: [], log: &log))
    let profile = try Self.profile(unit)
    let recipe = Recipe(
      profile: "curve", hash: "", original: "", cells: [:], location: Location(file: "r"))
    campus.imports["activity/curve.csv"] = FileImport(profile: profile, recipe: recipe)
    let curve = "meter;stamp;value;step\n" + rows.map { $0 + "\n" }.joined()
    let files = ([("activity/curve.csv", curve)] + others.sorted { $0.key < $1.key }).map {
      ByteSource(name: $0.0, bytes: Array($0.1.utf8))
    }
    let read = CampusCase(campus, Shipped.catalog, files)
    return HourlyFootprint(read.run, files: files, intensities: intensities, year: year)
  }

  /// Hours from one of universal time on, in g/kWh.
  private func intensity(
    _ grams: [Int?], covers: IntensityCover = .combustion,
    from start: String = "2024-01-10T09:00:00Z"
  ) throws -> GridIntensity {
    let first =
      try #require(
        Array(start.utf8).withUnsafeBufferPointer { TimeStamp($0) }
      ).civilMinute / 60
    var hours: [Int: Coefficient] = [:]
    for (place, value) in grams.enumerated() {
      hours[first + place] = value.map {
        Coefficient(mantissa: Int128($0) * 1_000_000_000_000_000)
      }
    }
    return GridIntensity(
      profile: "test", label: Text(same: "test"), covers: covers, unit: "gCO2/kWh", hours: hours)
  }

  /// A point of a meter: when its interval ends, in universal time.
  private func point(_ time: String, _ value: Int, meter: Int = 1, step: Int = 30) -> String {
    "\(meter);\(time):00Z;\(value);\(step)"
  }

  private static let rows: [(String, Int)] = [
    ("2024-01-10T09:30", 2000), ("2024-01-10T10:00", 2000), ("2024-01-10T10:30", 1000),
    ("2024-01-10T11:00", 1000),
  ]

  @Test func `each hour counts with its own intensity`() throws {
    // 2 kWh × 50 g + 1 kWh × 80 g = 180 g; 3 kWh at the mean of 65 g = 195 g; the factor of 2024
    // (element 43642): 35.0 g at the plant + 13.1 upstream + 3.8 of transport and losses.
    let combustion = try intensity([50, 80])
    let whole = try intensity([70, 100], covers: .lifeCycle)
    let result = try hourly(Self.rows.map { point($0.0, $0.1) }, [combustion, whole])
    #expect(result.energy.exactText == "3")
    #expect(result.counted.exactText == "3")
    #expect(result.inventory?.exactText == "0.1557")
    #expect(result.factors.map(\.identifier) == ["bc-43642"])
    let (first, second) = (result.series[0].total, result.series[1].total)
    #expect(first.hourly.exactText == "0.18")
    #expect(first.flat.exactText == "0.195")
    #expect(first.effectOfHours.exactText == "-0.015")
    #expect(first.factor?.exactText == "0.105")
    #expect(second.hourly.exactText == "0.24")
    #expect(second.factor?.exactText == "0.1443")
    #expect(result.series[0].knownHours == 2)
    #expect(result.hours == 8784)
  }

  @Test func `at one intensity the hours make no difference`() throws {
    let rows = (1...96).map { half -> String in
      let minute = half * 30
      let time = (minute / 60 % 24, minute % 60)
      let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
      return point(
        "2024-01-1\(minute / 1440)T\(two(time.0)):\(two(time.1))", 1000 + half * 37 % 911)
    }
    let flat = try intensity(
      [Int?](repeating: 47, count: 60), from: "2024-01-09T23:00:00Z")
    let result = try hourly(rows, [flat])
    #expect(result.series[0].total.hourly == result.series[0].total.flat)
    #expect(result.series[0].total.energy == result.energy)
    #expect(result.series[0].energyWithout.isZero)
    #expect(result.counted == result.energy)
  }

  @Test func `an interval across the hour is shared by its minutes`() throws {
    // 3 kW from 09:40 to 10:10: 20 minutes × 60 g and 10 minutes × 90 g = 60 g + 45 g.
    let rows = [point("2024-01-10T09:40", 0), point("2024-01-10T10:10", 3000)]
    let result = try hourly(rows, [try intensity([60, 90])])
    #expect(result.energy.exactText == "1.5")
    #expect(result.series[0].total.hourly.exactText == "0.105")
  }

  @Test func `an hour without an intensity is in no figure and is told`() throws {
    let result = try hourly(Self.rows.map { point($0.0, $0.1) }, [try intensity([nil, 80])])
    let series = result.series[0]
    #expect(series.total.energy.exactText == "1")
    #expect(series.energyWithout.exactText == "2")
    #expect(series.total.hourly.exactText == "0.08")
    #expect(series.total.energy + series.energyWithout == result.energy)
  }

  @Test func `months and meters add up to the total`() throws {
    var rows: [String] = []
    for meter in 1...3 {
      rows += ["01-31T23:30", "02-01T00:00", "02-01T00:30", "02-01T01:00"].enumerated().map {
        "\(meter);2024-\($0.element):00+01:00;\(100 * meter + 7 * $0.offset);30"
      }
    }
    let result = try hourly(
      rows, [try intensity([31, 77], from: "2024-01-31T22:00:00Z")])
    let series = result.series[0]
    // Midnight in Paris is 23:00 of universal time.
    #expect(series.months.keys.sorted() == ["2024-01", "2024-02"])
    #expect(series.meters.keys.sorted() == ["1", "2", "3"])
    for parts in [series.months, series.meters] {
      #expect(parts.values.reduce(.zero) { $0 + $1.hourly } == series.total.hourly)
      #expect(parts.values.reduce(.zero) { $0 + $1.energy } == series.total.energy)
      #expect(parts.values.reduce(.zero) { $0 + $1.flat } == series.total.flat)
    }
    // 31 g: January (100 + 107 + 200 + 207 + 300 + 307) W for half an hour = 0.6105 kWh.
    #expect(series.months["2024-01"]?.hourly.exactText == "0.0189255")
  }

  @Test func `energies of intervals count like powers`() throws {
    let rows = Self.rows.map { point($0.0, $0.1 / 2) }
    let result = try hourly(rows, [try intensity([50, 80])], unit: "Wh")
    #expect(result.energy.exactText == "3")
    #expect(result.series[0].total.hourly.exactText == "0.18")
  }

  @Test func `what the inventory leaves out is left out here`() throws {
    // The same points in a file that is excluded row by row: a stamp that goes back is rejected.
    let rows = Self.rows.map { point($0.0, $0.1) } + [point("2024-01-10T10:00", 9000)]
    let bills =
      "period;activity;quantity;unit\n2024-01;electricity;97;kWh\n2024-01;water-supply;5;m3\n"
    let result = try hourly(
      rows, [try intensity([50, 80])], others: ["activity/bill.csv": bills])
    #expect(result.energy.exactText == "3")
    #expect(result.counted.exactText == "100")
    #expect(result.series[0].total.hourly.exactText == "0.18")
  }

  @Test func `another year has no hours here, and no intensity is no figure`() throws {
    let rows = Self.rows.map { point($0.0, $0.1) }
    let other = try hourly(rows, [try intensity([50, 80])], year: 2023)
    #expect(!other.hasCurves)
    #expect(other.series.isEmpty)
    let without = try hourly(rows, [try intensity([50], from: "2023-01-10T09:00:00Z")])
    #expect(without.hasCurves)
    #expect(without.series.isEmpty)
  }

  @Test func `a day of 25 hours has 25 intensities`() throws {
    // 27 October 2024: 22:00 to 23:00 of universal time the next day, 1 kW throughout.
    let rows = (1...25).map { hour -> String in
      let clock = 22 + hour
      let (day, time) = (26 + clock / 24, clock % 24)
      return point("2024-10-\(day)T\(time < 10 ? "0" : "")\(time):00", 1000, step: 60)
    }
    let result = try hourly(
      rows, [try intensity(Array(1...25), from: "2024-10-26T22:00:00Z")])
    #expect(result.energy.exactText == "25")
    // 1 + 2 + … + 25 = 325 g.
    #expect(result.series[0].total.hourly.exactText == "0.325")
    #expect(result.series[0].total.hourly == result.series[0].total.flat)
  }
}
