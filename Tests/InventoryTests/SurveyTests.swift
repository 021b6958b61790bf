import Diagnostics
import EmissionFactors
import Quantities
import TestSupport
import Testing

@testable import Inventory

/// The commuting survey: distance × 2 × (days − telework) × weeks × answers ÷ people in it.
struct SurveyTests {
  private static let header =
    "période;site;population;mode;distance;jours;semaines;télétravail;personnes;effectif\n"

  private func read(_ row: String) -> Reading { Reading(Self.header + row + "\n") }

  @Test(arguments: [
    // 10 km × 2 × 5 days × 40 weeks = 4 000 passenger.km.
    ("2022;nord;personnel;bus;10;5;40;;;", "commute-staff-bus", "passenger.km", "4000"),
    // One day of telework: × 4 ÷ 5.
    ("2022;nord;personnel;bus;10;5;40;1;;", "commute-staff-bus", "passenger.km", "3200"),
    // Three people answered the same.
    ("2022;nord;étudiants;ter;10;5;40;1;;3", "commute-students-ter", "passenger.km", "9600"),
    // Two in the car: each is counted for half of its kilometres.
    ("2022;nord;staff;car-petrol;10;5;40;;2;", "commute-staff-car-petrol", "vehicle.km", "2000"),
    // People in a bus do not share its passenger kilometres again.
    ("2022;nord;staff;bus;10;5;40;;2;", "commute-staff-bus", "passenger.km", "4000"),
    // umr-marbec/marbec-green, H20: 80 km a day, 5 days, 41 weeks = 16 400 km by hybrid car.
    ("2022;nord;staff;car-hybrid;40;5;41;;;", "commute-staff-car-hybrid", "vehicle.km", "16400"),
    // H22: 10 km a day by bicycle, 5 days, 41 weeks = 2 050 km.
    ("2022;nord;staff;bike;5;5;41;;;", "commute-staff-bike", "vehicle.km", "2050"),
    // 1 km, three in the car: 2/3 km at twelve decimals.
    (
      "2022;nord;staff;car-diesel;1;1;1;;3;", "commute-staff-car-diesel", "vehicle.km",
      "0.666666666667"
    ),
    // H27: an answer may stand for a fraction of people, 119/11.
    (
      "2022;nord;students;walk;1;1;1;;;10,818182", "commute-students-walk", "passenger.km",
      "21.636364"
    ),
  ])
  func `an answer becomes kilometres`(
    row: String, activity: String, unit: String, quantity: String
  ) throws {
    let reading = read(row)
    #expect(reading.found == [])
    let line = try #require(reading.lines.first)
    #expect(reading.activity(line) == activity)
    #expect(reading.unit(line) == unit)
    #expect(line.quantity == (try number(quantity)))
    #expect(line.origin == .survey)
  }

  @Test(arguments: [
    "2022;nord;staff;bus;10;8;40;;;", "2022;nord;staff;bus;10;5;54;;;",
    "2022;nord;staff;bus;10;5;40;6;;", "2022;nord;staff;bus;-1;5;40;;;",
    "2022;nord;staff;bus;2001;5;40;;;", "2022;nord;staff;car-petrol;10;5;40;;0;",
    "2022;nord;staff;bus;10;5;40;;;-1", "2022;nord;staff;bus;10;-1;40;;;",
    "2022;nord;staff;bus;10;5;-2;;;", "2022;nord;staff;bus;10;5;40;-1;;",
    "2022;nord;staff;car-petrol;10;5;40;;101;",
  ])
  func `an impossible answer is refused`(row: String) {
    let reading = read(row)
    #expect(reading.found == ["impossible-survey 2:1"])
    #expect(reading.lines.isEmpty && reading.rejected.count == 1)
  }

  @Test(arguments: [
    ("👉;nord;staff;bus;10;5;40;;;", "missing-value"),
    ("👉2022-02-30;nord;staff;bus;10;5;40;;;", "bad-date"),
    ("2022;👉est;staff;bus;10;5;40;;;", "unknown-site"),
    ("2022;nord;👉visiteurs;bus;10;5;40;;;", "unknown-word"),
    ("2022;nord;staff;👉rocket;10;5;40;;;", "unknown-mode"),
    ("2022;nord;staff;bus;👉;5;40;;;", "missing-value"),
    ("2022;nord;staff;bus;10;👉five;40;;;", "bad-number"),
    ("2022;nord;staff;bus;10;5;👉;;;", "missing-value"),
    ("2022;nord;staff;bus;10;5;40;👉one;;", "bad-number"),
    ("2022;nord;staff;bus;10;5;40;;;👉1,234", "ambiguous-number"),
  ])
  func `a wrong cell of an answer is named`(row: String, kind: String) {
    let marked = MarkedText(Self.header + row + "\n")
    #expect(Reading(marked.text).found == marked.positions.map { kind + " " + $0 })
  }

  @Test func `a misspelt mode is met with the nearest one`() {
    let group = read("2022;nord;staff;car-petrl;10;5;40;;;").log.sortedGroups.first
    #expect(group?.first.first?.suggestion == "car-petrol")
  }

  @Test func `a year of answers is the campus's own year`() {
    let reading = read("2022;nord;staff;bus;10;5;40;;;")
    #expect(reading.lines.map(\.period.days) == [365])
  }
}
