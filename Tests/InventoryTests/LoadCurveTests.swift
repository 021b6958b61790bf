import Diagnostics
import Foundation
import Quantities
import Testing

@testable import Inventory

/// Load curves and indexes as meters write them, with the traps of the real files.
struct LoadCurveTests {
  private static let head =
    "\u{FEFF}Identifiant PRM;Type de donnees;Date de debut;Date de fin;Grandeur physique;Grandeur "
    + "metier;Etape metier;Unite;Pas en minutes\n14290000000000;Courbe de charge;24/10/2022;"
    + "25/07/2024;Energie active;Consommation;Comptage Brut;W;\nHorodate;Valeur\n"

  private func curve(_ rows: [String]) throws -> ProfiledReading {
    try ProfiledReading(
      Self.head + rows.map { $0 + "\n" }.joined(), shipped: "enedis-load-curve")
  }

  /// A point every `step` minutes from one instant of universal time to another, `watts` each, as
  /// the portal stamps them: the end of the interval, on the clock of Paris.
  static func points(from: Int, to: Int, step: Int, watts: (Int) -> Int) -> [String] {
    stride(from: from + step, through: to, by: step).map { "\(stamp($0));\(watts($0))" }
  }

  static func stamp(_ universal: Int) -> String {
    let offset = ParisClock.offset(atUniversalMinute: universal)
    let civil = universal + offset
    let date = TimeStamp.date(ofMinute: civil)
    let minute = civil - Int(date.dayNumber) * 1440
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date)T\(two(minute / 60)):\(two(minute % 60)):00+0\(offset / 60):00"
  }

  /// 00:00 of a day on the clock of Paris, in minutes of universal time.
  static func midnight(_ year: Int, _ month: Int, _ day: Int) throws -> Int {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    return try #require(
      ParisClock.universalMinutes(ofCivilMinute: Int(date.dayNumber) * 1440).first)
  }

  @Test func `stamps are interval ends, and watts become kilowatt-hours`() throws {
    // 48 half hours at 1 000 W: 24 kWh; the last point is stamped the next day.
    let start = try Self.midnight(2024, 1, 10)
    let reading = try curve(Self.points(from: start, to: start + 1440, step: 30) { _ in 1000 })
    #expect(reading.found == [])
    #expect(reading.days == ["2024-01-10=24000 Wh"])
    #expect(reading.rows == 48)
    #expect(reading.vocabulary.meter(reading.lines[0].meter) == "14290000000000")
  }

  @Test func `a day of 23 hours and one of 25`() throws {
    for (month, day, hours) in [(3, 31, 23), (10, 27, 25)] {
      let start = try Self.midnight(2024, month, day)
      let end = try Self.midnight(2024, month, day == 31 ? 1 : day + 1)
      let next = day == 31 ? try Self.midnight(2024, 4, 1) : end
      let reading = try curve(Self.points(from: start, to: next, step: 30) { _ in 1000 })
      #expect(reading.found == [])
      #expect(reading.sum == Number(hours * 1000))
      #expect(reading.lines.count == 1)
    }
  }

  @Test func `the step changes within the file`() throws {
    let start = try Self.midnight(2024, 1, 10)
    let half = Self.points(from: start, to: start + 720, step: 30) { _ in 1000 }
    let hour = Self.points(from: start + 720, to: start + 1440, step: 60) { _ in 1000 }
    let ten = Self.points(from: start + 1440, to: start + 2880, step: 10) { _ in 1000 }
    let reading = try curve(half + hour + ten)
    #expect(reading.found == [])
    #expect(reading.days == ["2024-01-10=24000 Wh", "2024-01-11=24000 Wh"])
  }

  @Test func `a hole is no longer step, and is told in hours`() throws {
    // One half hour is missing, then a day, then a value: 24 + 24 + 24 hours less 0.5 + 24 + 0.5.
    let start = try Self.midnight(2024, 1, 10)
    var points = Self.points(from: start, to: start + 4320, step: 30) { _ in 1000 }
    points[120] = String(points[120].prefix { $0 != ";" }) + ";"
    points.removeSubrange(48..<96)
    points.remove(at: 10)
    let reading = try curve(points)
    #expect(reading.log.sortedGroups.map(\.kind.identifier).contains("partly-covered"))
    #expect(
      reading.log.facts(of: ProfileFindings.partlyCovered)
        == [
          "meter": "14290000000000", "year": "2024", "covered": "47 h", "expected": "72 h",
        ])
    #expect(reading.sum == Number(47_000))
  }

  @Test func `points that come twice or too early are refused, and count once`() throws {
    let start = try Self.midnight(2024, 1, 10)
    var points = Self.points(from: start, to: start + 1440, step: 30) { _ in 1000 }
    points.insert(points[4], at: 5)
    let reading = try curve(points)
    #expect(reading.found == ["stamps-go-back 9:1"])
    #expect(reading.rejected.count == 1)
    #expect(reading.sum == Number(24_000))
  }

  @Test func `naive stamps are on the clock of Paris, the hour that comes twice included`() throws {
    let head = "Identifiant PRM;Horodate;Valeur;Pas;Unité\n"
    var rows = ""
    // 2024-10-27: 25 hours; 02:00 to 03:00 comes twice, and the file says so by its order.
    let start = try Self.midnight(2024, 10, 27)
    for universal in stride(from: start + 30, through: start + 1500, by: 30) {
      let stamp = Self.stamp(universal).replacing("T", with: " ").prefix(19)
      rows += "30000;\(stamp);1000;PT30M;W\n"
    }
    let reading = try ProfiledReading(head + rows, shipped: "sge-r63")
    #expect(reading.found == [])
    #expect(reading.days == ["2024-10-27=25000 Wh"])
    let spring = try ProfiledReading(
      head + "30000;2024-03-31 01:30:00;1;PT30M;W\n30000;2024-03-31 02:30:00;1;PT30M;W\n",
      shipped: "sge-r63")
    #expect(spring.found == ["bad-stamp 3:7"])
  }

  @Test func `a stated step is the step, and units are never mixed`() throws {
    let head = "Identifiant PRM;Horodate;Valeur;Pas;Unité\n"
    let start = try Self.midnight(2024, 1, 10)
    // Five hourly stamps of half-hour intervals at 1 000 W: 2.5 kWh, and holes between them.
    let rows = stride(from: start + 60, through: start + 300, by: 60).map {
      "A;\(Self.stamp($0));1000;PT30M;W\n"
    }
    let stated = try ProfiledReading(head + rows.joined(), shipped: "sge-r63")
    #expect(stated.sum == Number(2500))
    let mixed = try ProfiledReading(
      head + "A;\(Self.stamp(start + 60));1000;PT1H;W\nA;\(Self.stamp(start + 120));1;PT1H;kWh\n",
      shipped: "sge-r63")
    #expect(mixed.days == ["2024-01-10=1000 Wh", "2024-01-10=1 kWh"])
  }

  @Test func `an interval of unknown length is no energy`() throws {
    let start = try Self.midnight(2024, 1, 10)
    for points in [
      Self.points(from: start, to: start + 60, step: 60) { _ in 1000 },
      Self.points(from: start, to: start + 4320, step: 1440) { _ in 1000 },
    ] {
      let reading = try curve(points)
      #expect(reading.lines.isEmpty)
      #expect(reading.log.sortedGroups.map(\.kind.identifier) == ["unknown-step"])
    }
    let blank = try curve(["2024-01-10T00:30:00+01:00;1000", "2024-01-10T01:00:00+01:00; "])
    #expect(blank.sum == Number(500), "a blank is unknown, not zero")
  }

  @Test func `several meters in a file are followed apart`() throws {
    let head = "Identifiant PRM;Horodate;Valeur;Pas;Unité\n"
    let start = try Self.midnight(2024, 1, 10)
    var rows: [String] = []
    for universal in stride(from: start + 60, through: start + 1440, by: 60) {
      rows.append("A;\(Self.stamp(universal));1000;PT1H;W\n")
      rows.append("B;\(Self.stamp(universal));2;PT1H;kWh\n")
    }
    let reading = try ProfiledReading(head + rows.joined(), shipped: "sge-r63")
    #expect(reading.found == [])
    #expect(reading.days == ["2024-01-10=24000 Wh", "2024-01-10=48 kWh"])
  }

  /// The portal's index: stamps of summer say 01:00 for the midnight they are read at.
  private static let indexHead =
    "Identifiant PRM;Type de donnees;Unite\n14290000000000;Index;Wh\n"
    + "Horodate;Type de releve;EAS F1;EAS T\n"

  @Test func `an index gives the differences between midnights, and a second table is left out`()
    throws
  {
    let rows = """
      2024-03-30T00:00:00+01:00;Arrêté quotidien;1;1000
      2024-03-31T00:00:00+01:00;Arrêté quotidien;1;1500
      2024-04-01T01:00:00+02:00;Arrêté quotidien;1;2700
      Periode;Identifiant calendrier fournisseur
      Du 2024-01-10T00:00:00+01:00 au;FC000050

      """
    let reading = try ProfiledReading(Self.indexHead + rows, shipped: "enedis-index")
    #expect(reading.found == [])
    #expect(reading.days == ["2024-03-30=500 Wh", "2024-03-31=1200 Wh"])
    #expect(reading.rows == 3)
  }

  @Test func `an index that goes down is refused, and goes on from there`() throws {
    let rows = """
      2024-01-10T00:00:00+01:00;q;1;5000
      2024-01-11T00:00:00+01:00;q;1;5100
      2024-01-12T00:00:00+01:00;q;1;20
      2024-01-13T00:00:00+01:00;q;1;90

      """
    let reading = try ProfiledReading(Self.indexHead + rows, shipped: "enedis-index")
    #expect(reading.log.sortedGroups.map(\.kind.identifier).contains("index-goes-down"))
    #expect(reading.days == ["2024-01-10=100 Wh", "2024-01-12=70 Wh"])
  }

  @Test func `an unknown reading loses nothing, nor does a second one of the day`() throws {
    let rows = """
      2024-01-10T00:00:00+01:00;q;1;1000000
      2024-01-11T00:00:00+01:00;q;1;2000000
      2024-01-12T00:00:00+01:00;q;1;
      2024-01-13T00:00:00+01:00;q;1;9000000
      2024-01-13T12:00:00+01:00;q;1;9200000
      2024-01-14T00:00:00+01:00;q;1;9500000

      """
    let reading = try ProfiledReading(Self.indexHead + rows, shipped: "enedis-index")
    #expect(reading.sum == Number(8_500_000))
    #expect(
      reading.days == [
        "2024-01-10=1000000 Wh", "2024-01-11..2024-01-12=7000000 Wh", "2024-01-13=500000 Wh",
      ])
  }

  @Test func `a meter and its registers are told to overlap`() throws {
    let rows = "2024-01,electricity,9,kWh,A\n2024-01-10,electricity,9,kWh,A/HP\n"
    let log = Reading("period,activity,quantity,unit,meter\n" + rows).log
    #expect(log.sortedGroups.map(\.kind.identifier) == ["meter-overlap"])
    #expect(log.sortedGroups.first?.subject == "A/HP")
  }

  @Test func `one reading says nothing`() throws {
    let reading = try ProfiledReading(
      Self.indexHead + "2024-01-10T00:00:00+01:00;q;1;5000\n", shipped: "enedis-index")
    #expect(reading.log.sortedGroups.map(\.kind.identifier) == ["single-reading"])
    #expect(reading.lines.isEmpty)
  }

  @Test func `registers of one meter add up, and the supplier's grid is left out`() throws {
    let head =
      "Identifiant PRM;Grandeur physique;Grandeur métier;Unité;Horodate;Valeur;Grille;Cadran\n"
    var rows = ""
    for (day, base) in [("10", 0), ("11", 100)] {
      for (grid, register, start) in [("D", "HP", 1000), ("D", "HC", 5000), ("F", "BASE", 6000)] {
        rows +=
          "30000;EA;CONS;Wh;2024-01-\(day)T00:00:00+01:00;\(start + base);\(grid);\(register)\n"
      }
    }
    let reading = try ProfiledReading(head + rows, shipped: "sge-r64")
    #expect(reading.log.sortedGroups.map(\.kind.identifier) == ["rows-excluded"])
    #expect(reading.sum == Number(200))
    #expect(reading.excluded.count == 2)
  }

  /// The synthetic twin of a real household: two years, changing steps, a hole, both changes of
  /// clock, read once as a curve and once as an index.
  @Test func `a curve and an index of one meter agree on every day, to the watt-hour`() throws {
    let start = try Self.midnight(2024, 1, 10)
    let end = try Self.midnight(2024, 11, 20)
    // Even numbers of watts, so that half an hour of them is a whole number of watt-hours.
    func watts(_ universal: Int) -> Int { 2 * ((universal / 30) % 997) }
    let middle = try Self.midnight(2024, 6, 1)
    let points =
      Self.points(from: start, to: middle, step: 30, watts: watts)
      + Self.points(from: middle, to: end, step: 60, watts: watts)
    let curve = try curve(points)
    #expect(curve.found == [])
    var total = 1_000_000
    var rows = ""
    var last = start
    var midnight = start
    while midnight <= end {
      for universal in stride(from: last + 30, through: midnight, by: 30) where universal <= middle
      {
        total += watts(universal) / 2
      }
      for universal in stride(from: max(last, middle) + 60, through: midnight, by: 60)
      where midnight > middle {
        total += watts(universal)
      }
      last = midnight
      let civil = midnight + ParisClock.offset(atUniversalMinute: midnight)
      let date = TimeStamp.date(ofMinute: civil)
      let isSummer = ParisClock.offset(atUniversalMinute: midnight) == 120
      // As the portal has it: the label of summer is an hour late, the reading is not.
      rows += "\(date)T0\(isSummer ? 1 : 0):00:00+0\(isSummer ? 2 : 1):00;q;1;\(total)\n"
      let next = date.adding(days: 1)
      midnight = try Self.midnight(next.year, next.month, next.day)
    }
    let index = try ProfiledReading(Self.indexHead + rows, shipped: "enedis-index")
    #expect(index.found == [])
    #expect(curve.days.count == 315)
    #expect(curve.days == index.days)
  }

  /// The sample of a real meter, where it is at hand: 197 days, 3 469 220 Wh.
  @Test func `the real sample agrees with its index on each of its days`() throws {
    let samples = ProfiledReading.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared/data/samples/enedis")
    func text(_ name: String) -> String? {
      (try? Data(contentsOf: samples.appendingPathComponent(name)))
        .map { String(decoding: $0, as: UTF8.self) }
    }
    guard
      let curveText = text("guiEDF_Enedis_Conso_Heure_20221024-20240725_1429xxxxxxxxxx.csv"),
      let indexText = text("guiEDF_Enedis_Conso_Jour_20240109-20240725_1429xxxxxxxxxx.csv")
    else { return }
    let index = try ProfiledReading(indexText, shipped: "enedis-index")
    #expect(index.lines.count == 197)
    #expect(index.sum == Number(3_469_220))
    let curve = Set(try ProfiledReading(curveText, shipped: "enedis-load-curve").days)
    #expect(index.days.allSatisfy(curve.contains))
  }
}
