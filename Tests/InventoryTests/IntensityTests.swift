import Diagnostics
import EmissionFactors
import Foundation
import Quantities
import Tables
import Testing

@testable import Inventory

/// Files that say what the grid emits, in the shapes that they come in, with their traps.
struct IntensityTests {
  /// What files of one profile say.
  struct Reading {
    let series: [GridIntensity]
    let counts: [IntensityReader.Count]
    let unread: [String]
    let found: [String]

    /// g/kWh of an hour given as `2023-01-10T13` of universal time.
    func grams(_ hour: String, _ place: Int = 0) throws -> String? {
      let stamp = Array((hour + ":00:00Z").utf8)
      let moment = try #require(stamp.withUnsafeBufferPointer { TimeStamp($0) })
      return series[place].intensity(ofHour: moment.civilMinute / 60).map {
        ExactAmount(Number(1000), times: $0).exactText
      }
    }
  }

  private func read(
    _ files: [String], _ profile: String, recipe: String = "", bytes: [UInt8]? = nil
  ) throws -> Reading {
    let shipped = try ProfiledReading.shipped(profile)
    return try read(files, shipped, recipe: recipe, bytes: bytes)
  }

  private func read(
    _ files: [String], _ profile: Profile?, recipe: String = "", bytes: [UInt8]? = nil
  ) throws -> Reading {
    var log = FindingLog()
    let recipe = try #require(
      ProfileReader.recipe(
        Array("format: 1\nprofile: \(profile?.identifier ?? "none")\n\(recipe)".utf8),
        file: "intensity/0.import.yaml", log: &log))
    var campus = Self.campus
    var sources: [ByteSource] = []
    for (place, text) in files.enumerated() {
      let name = "intensity/\(place).csv"
      campus.imports[name] = FileImport(profile: profile, recipe: recipe)
      sources.append(ByteSource(name: name, bytes: bytes ?? Array(text.utf8)))
    }
    var reader = IntensityReader(campus: campus)
    let series = reader.read(sources, log: &log)
    return Reading(
      series: series, counts: reader.counts, unread: reader.unreadFiles, found: log.found)
  }

  private static let campus = InventoryTests.Reading.campus("")
  private static let odre = "Périmètre;Nature;Date;Heure;Date - Heure;Taux de CO2 (g/kWh)\r\n"

  private func odre(_ rows: [(String, String)]) -> String {
    Self.odre + rows.map { "France;Données;2023-01-01;00:00;\($0.0);\($0.1)\r\n" }.joined()
  }

  @Test func `an hour has the mean of what is known in it, in any order of rows`() throws {
    // 40, 50, 60 and an empty quarter: 50. The next hour has one value.
    let rows = [
      ("2023-01-10T00:45:00+01:00", "60"), ("2023-01-10T01:15:00+01:00", "71"),
      ("2023-01-10T00:00:00+01:00", "40"), ("2023-01-10T00:30:00+01:00", ""),
      ("2023-01-10T00:15:00+01:00", "50"),
    ]
    for order in [rows, rows.reversed()] {
      let reading = try read([odre(order)], "eco2mix-odre")
      #expect(reading.found == [])
      #expect(reading.series.map(\.covers) == [.combustion])
      #expect(reading.series[0].isCarbonDioxideOnly)
      #expect(try reading.grams("2023-01-09T23") == "50")
      #expect(try reading.grams("2023-01-10T00") == "71")
      #expect(try reading.grams("2023-01-10T01") == nil)
      #expect(reading.counts.map(\.used) == [4])
      #expect(reading.counts.map(\.unknown) == [1])
    }
  }

  @Test func `rows that are split over files say the same as in one`() throws {
    let rows = (0..<48).map { hour in
      let two = hour % 24 < 10 ? "0\(hour % 24)" : "\(hour % 24)"
      return ("2023-01-1\(hour / 24)T\(two):00:00+01:00", "\(40 + hour)")
    }
    let whole = try read([odre(rows)], "eco2mix-odre")
    let parts = try read(
      [odre(Array(rows[20...])), odre(Array(rows[..<25]))], "eco2mix-odre")
    // Five instants are in both files, with the same values.
    #expect(parts.found == [])
    #expect(parts.series[0].hours == whole.series[0].hours)
    #expect(whole.series[0].hours.count == 48)
  }

  @Test func `two values for an instant are none`() throws {
    let reading = try read(
      [
        odre([
          ("2023-03-26T03:00:00+02:00", "61"), ("2023-03-26T03:15:00+02:00", "62"),
          ("2023-03-26T03:00:00+02:00", "64"), ("2023-03-26T03:15:00+02:00", "62"),
        ])
      ], "eco2mix-odre")
    #expect(reading.found == ["intensity-contradicts 4:0"])
    #expect(try reading.grams("2023-03-26T01") == "62")
  }

  // MARK: RTE's yearly file

  /// A day as RTE writes it: 96 rows of the clock, a value every other quarter.
  private func day(_ date: String, _ value: (Int) -> String) -> [String] {
    (0..<96).map { quarter in
      let (hour, minute) = (quarter / 4, quarter % 4 * 15)
      let time = "\(hour < 10 ? "0" : "")\(hour):\(minute == 0 ? "00" : "\(minute)")"
      let rate = quarter % 2 == 0 ? value(hour) : ""
      return
        "France\tDonnées définitives\t\(date)\t\(time)\t\(rate.isEmpty ? "" : "50000")\t\(rate)\t"
    }
  }

  private func yearly(_ rows: [String]) -> [UInt8] {
    let text =
      (["Périmètre\tNature\tDate\tHeures\tConsommation\tTaux de Co2"] + rows + [
        "RTE ne pourra être tenu responsable de l'usage qui pourrait être fait des données."
      ]).map { $0 + "\r\n" }.joined()
    return text.unicodeScalars.map { UInt8($0.value) }
  }

  @Test func `a yearly file of RTE has 96 rows on days of 23 and 25 hours too`() throws {
    let spring = day("2023-03-26") { "\(10 + $0)" }
    let autumn = day("2023-10-29") { "\(10 + $0)" }
    let reading = try read([""], "eco2mix-rte", bytes: yearly(spring + autumn))
    // 2 days of 48 known values; four rows of the hour that the clock skips, two of them empty.
    #expect(reading.found == ["hour-skipped 10:28"])
    #expect(reading.counts.map(\.excluded) == [4])
    #expect(reading.counts.map(\.unknown) == [94])
    #expect(reading.counts.map(\.used) == [94])
    #expect(reading.counts.map(\.rejected) == [0])
    // 01:00 of winter time is 00:00; 03:00 of summer time is 01:00.
    #expect(try reading.grams("2023-03-26T00") == "11")
    #expect(try reading.grams("2023-03-26T01") == "13")
    // The hour that comes twice is there once: its first passage is summer time, and the second
    // stays unknown.
    #expect(try reading.grams("2023-10-29T00") == "12")
    #expect(try reading.grams("2023-10-29T01") == nil)
    #expect(try reading.grams("2023-10-29T02") == "13")
    let days = [(2023, 3, 26, 23), (2023, 10, 29, 25)]
    for (year, month, day, hours) in days {
      let date = try #require(CalendarDate(year: year, month: month, day: day))
      let whole = try #require(Period.day(date))
      #expect(GridIntensity.hours(in: whole) == hours)
    }
  }

  @Test func `an hour that comes twice and is there twice is two hours`() throws {
    let rows = ["01:30", "02:00", "02:30", "02:00", "02:30", "03:00"].enumerated().map {
      "France\tD\t2023-10-29\t\($0.element)\t1\t\(10 * $0.offset)"
    }
    let reading = try read([""], "eco2mix-rte", bytes: yearly(rows))
    #expect(reading.found == [])
    #expect(try reading.grams("2023-10-29T00") == "15")
    #expect(try reading.grams("2023-10-29T01") == "35")
  }

  // MARK: Electricity Maps

  @Test(arguments: ["(LCA)", "(Life cycle)"])
  func `two intensities a row are two series, in universal time`(name: String) throws {
    let noun = name == "(LCA)" ? "Intensity" : "intensity"
    let text = """
      Datetime (UTC),Country,Carbon \(noun) gCO₂eq/kWh (direct),Carbon \(noun) gCO₂eq/kWh \(name)
      2023-03-26 01:00:00,France,31.5,52.25
      2023-03-26 02:00:00,France,,53

      """
    let reading = try read([text], "electricity-maps")
    #expect(reading.found == [])
    #expect(reading.series.map(\.covers) == [.combustion, .lifeCycle])
    #expect(!reading.series[0].isCarbonDioxideOnly)
    #expect(try reading.grams("2023-03-26T01", 0) == "31.5")
    #expect(try reading.grams("2023-03-26T01", 1) == "52.25")
    #expect(try reading.grams("2023-03-26T02", 0) == nil)
    #expect(try reading.grams("2023-03-26T02", 1) == "53")
  }

  // MARK: What is wrong

  @Test(arguments: [
    ("2023-01-10T00:00:00+01:00;-1", "impossible-intensity 2:27"),
    ("2023-01-10T00:00:00+01:00;5000.1", "impossible-intensity 2:27"),
    ("2023-01-10T00:00:00+01:00;1e3", "bad-number 2:27"),
    ("2023-01-10T00:00:00+01:00;NaN", "bad-number 2:27"),
    ("2023-01-10T00:00:00+01:00;99999999999999999999999999999999999999", "bad-number 2:27"),
    ("2023-02-30T00:00:00+01:00;50", "bad-stamp 2:1"),
    ("hier;50", "bad-stamp 2:1"),
    (";50", "bad-stamp 2:1"),
  ])
  func `a row that is wrong is rejected at its place`(row: String, finding: String) throws {
    let text =
      "Date - Heure;Taux de CO2 (g/kWh)\n\(row)\n2023-01-10T01:00:00+01:00;50\n"
    let reading = try read([text], "eco2mix-odre")
    #expect(reading.found == [finding])
    #expect(reading.counts.map(\.rejected) == [1])
    #expect(reading.counts.map(\.used) == [1])
    #expect(try reading.grams("2023-01-10T00") == "50")
  }

  @Test func `empty, headless and foreign files are refused, and nothing is taken for zero`() throws
  {
    for text in ["", "a;b\n1;2\n", "Date - Heure;Taux de CO2 (g/kWh)\n"] {
      let reading = try read([text], "eco2mix-odre")
      #expect(reading.series.allSatisfy { $0.hours.isEmpty }, "\(text)")
      #expect(reading.found.count == 1)
    }
    let unknown = try read(["a;b\n"], nil)
    #expect(unknown.found == ["unknown-profile 1:1"])
    #expect(unknown.unread == ["intensity/0.csv"])
    let bills = try read(["a;b\n"], "water-bill")
    #expect(bills.found == ["misplaced-file 0:0"])
  }

  @Test func `an intensity must say its unit and what it covers`() throws {
    let text = "Date - Heure;Taux de CO2 (g/kWh)\n2023-01-10T01:00:00+01:00;50\n"
    let mega = try read([text], "eco2mix-odre", recipe: "unit: kgCO2e/MWh\n")
    #expect(try mega.grams("2023-01-10T00") == "50")
    #expect(!mega.series[0].isCarbonDioxideOnly)
    let kilo = try read([text], "eco2mix-odre", recipe: "unit: tCO2/GWh\n")
    #expect(try kilo.grams("2023-01-10T00") == "50")
    for unit in ["kWh", "gCO2", "g/kWh", "gCO2/km", "gCO2/kWh/h", "gCO2/"] {
      let reading = try read([text], "eco2mix-odre", recipe: "unit: \(unit)\n")
      #expect(reading.found.map { $0.prefix { $0 != " " } } == ["unknown-unit"], "\(unit)")
      #expect(reading.series.isEmpty)
    }
    let cover = try read([text], "eco2mix-odre", recipe: "covers: all\n")
    #expect(cover.found.map { $0.prefix { $0 != " " } } == ["unknown-cover"])
  }

  @Test func `a profile of intensities reads no consumption`() throws {
    let reading = try ProfiledReading(
      "Date - Heure;Taux de CO2 (g/kWh)\n2023-01-10T01:00:00+01:00;50\n", shipped: "eco2mix-odre")
    #expect(reading.found == ["misplaced-file 0:0"])
    #expect(reading.lines.isEmpty)
  }

  @Test func `the month of ODRÉ at hand has its known mean`() throws {
    // 64.35: the mean of the 2 976 rates of December 2021, computed apart.
    let path = ProfiledReading.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(
        "shared/data/samples/eco2mix/odre_eco2mix-national-tr_2021-12.csv")
    guard let data = try? Data(contentsOf: path) else { return }
    let reading = try read([""], "eco2mix-odre", bytes: Array(data))
    #expect(reading.found == [])
    #expect(reading.counts.map(\.used) == [2976])
    let (hours, mean) = reading.series[0].mean(over: .month(2021, 12))
    #expect(hours == 744)
    let grams = ExactAmount(Number(1000), times: try #require(mean))
    #expect(grams.rounded(decimals: 2).asInt128 == 6435)
  }
}
