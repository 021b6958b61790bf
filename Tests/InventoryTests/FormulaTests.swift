import Diagnostics
import EmissionFactors
import Quantities
import TestSupport
import Testing

@testable import Inventory

/// Quantities worked out from several columns.
struct FormulaTests {
  private func value(_ text: String, _ values: [Int]) throws -> String? {
    let formula = try #require(Formula(text), "\(text)")
    #expect(formula.columns.count == values.count, "\(text)")
    return formula.value(values.map { Number($0) })?.description
  }

  @Test func `a formula is read as it is written`() throws {
    #expect(try value("[a]", [7]) == "7")
    #expect(try value("[fin] - [début]", [120, 100]) == "20")
    #expect(try value(" [a]−[b] ", [1, 3]) == "-2")
    #expect(try value("[a] + [b] * [c]", [2, 3, 4]) == "14")
    #expect(try value("([a] + [b]) × [c]", [2, 3, 4]) == "20")
    #expect(try value("[a] - [b] - [c]", [10, 3, 2]) == "5")
    #expect(try value("[a] - ([b] - [c])", [10, 3, 2]) == "9")
    #expect(try value("[a] * 0.5 * [a]", [3]) == "4.5")
    #expect(try value("[Nb|Nombre] * 41", [2]) == "82")
    #expect(Formula("[Nb|Nombre (x)]")?.columns == [["Nb", "Nombre (x)"]])
  }

  @Test(arguments: [
    "", " ", "41", "[a", "a]", "[]", "[|]", "[a] [b]", "[a] +", "* [a]", "[a] / [b]", "-[a]",
    "([a]", "[a])", "[a] ** [b]", "1e3 * [a]", "1,5 * [a]", "[a] % 2", "0x10 * [a]", "٣ * [a]",
    "((((((((((((((((((((([a])))))))))))))))))))))",
  ])
  func `what is no formula is refused`(text: String) { #expect(Formula(text) == nil) }

  @Test func `a sum or a product beyond all numbers is none`() throws {
    let large = Number(mantissa: .max)
    for text in ["[a] + [a]", "[a] * [a]", "[a] * 2"] {
      #expect(try #require(Formula(text)).value([large]) == nil)
    }
    let small = Number(mantissa: .min)
    #expect(try #require(Formula("[a] - 1")).value([small]) == nil)
  }

  @Test func `a formula keeps the laws of numbers`() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<200 {
      var values: [String: Number] = [:]
      for name in ["a", "b", "c"] {
        values[name] = Number(Int.random(in: -9999...9999, using: &generator))
      }
      func come(_ text: String) throws -> Number? {
        let formula = try #require(Formula(text))
        return formula.value(formula.columns.map { values[$0[0]] ?? .zero })
      }
      #expect(try come("([a] + [b]) * [c]") == come("[a] * [c] + [b] * [c]"))
      #expect(try come("[a] - [b] - [c]") == come("[a] - ([c] + [b])"))
    }
  }

  // MARK: In a file

  private static let meters = """
    format: 1
    name: indexes
    label: indexes
    match: {header: [Mois, Début, Fin]}
    columns: {period: Mois, quantity: {compute: "([Fin] - [Début]) * 10"}}
    constants: {activity: natural-gas, unit: kWh PCS}
    decimal: comma
    """

  @Test func `a bill of two indexes is their difference`() throws {
    let profile = try ProfiledReading.profile(Self.meters)
    let reading = try ProfiledReading(
      "Mois;Début;Fin\n2023-01;1 200,5;1 300\n2023-02;1300;\n2023-03;1300;x\n2023-04;1300;1200\n",
      profile: profile, recipe: "site: nord\n")
    // 99.5 × 10; the second is not known, the third no number, the fourth negative, and said.
    #expect(reading.days == ["2023-01=995 kWh PCS", "2023-04=-1000 kWh PCS"])
    #expect(
      reading.found.map { $0.prefix { $0 != " " } }.sorted()
        == ["bad-number", "negative-quantity", "values-not-known"])
    #expect(reading.excluded.count == 1)
    #expect(reading.rejected.count == 1)
  }

  @Test func `a formula stands for a quantity only, and its columns must be there`() throws {
    for line in ["unit: {compute: \"[a]\"}", "quantity: {compute: \"[a\"}"] {
      var log = FindingLog()
      let text = Self.meters.replacing(
        "columns: {period: Mois, quantity: {compute: \"([Fin] - [Début]) * 10\"}}",
        with: "columns: {period: Mois, \(line)}")
      _ = ProfileReader.profile(Array(text.utf8), file: "p", log: &log)
      #expect(log.found.map { $0.prefix { $0 != " " } } == ["bad-campus-value"], "\(line)")
    }
    let profile = try ProfiledReading.profile(
      Self.meters.replacing("[Fin] -", with: "[Index final] -"))
    let reading = try ProfiledReading(
      "Mois;Début;Fin\n2023-01;1;2\n", profile: profile, recipe: "site: nord\n")
    #expect(reading.found.map { $0.prefix { $0 != " " } } == ["cell-without-source"])
  }

  // MARK: Commuting, as GES 1point5 exports it

  private static let modes = [
    "Marche", "Vélo", "Vélo électrique", "trottinette électrique", "2 roues motorisées",
    "Voiture", "Bus", "Tramway", "Train", "RER", "Métro",
  ]

  private static func survey(_ answers: [(days: Int, second: Int, km: [String: (Int, Int)])])
    -> String
  {
    let header =
      ["seqID", "Jours de déplacement", "Statut"] + modes.map { "\($0) JT1 (Km)" } + ["Jours JT2"]
      + modes.map { "\($0) JT2 (Km)" } + modes.map { "\($0) (kg eCO2)" } + ["Total (kg eCO2)"]
    let rows = answers.enumerated().map { place, answer in
      let first = modes.map { String(answer.km[$0]?.0 ?? 0) }
      let second = modes.map { String(answer.km[$0]?.1 ?? 0) }
      return ["\(52392 + place)", "\(answer.days)", "researcher"] + first + ["\(answer.second)"]
        + second + modes.map { _ in "0" } + ["0"]
    }
    return ([header] + rows).map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  @Test func `two typical days of every mode become kilometres a year`() throws {
    // Car: 138 × (3 − 1) × 41 + 40 × 1 × 41 = 12 956; bike: 12 × 5 × 41 = 2 460; train on the second
    // day only: 250 × 2 × 41 = 20 500.
    let text = Self.survey([
      (3, 1, ["Voiture": (138, 40)]), (5, 0, ["Vélo": (12, 0)]), (4, 2, ["Train": (0, 250)]),
      (0, 0, [:]),
    ])
    let reading = try ProfiledReading(
      text, shipped: "ges1point5-commuting", recipe: "site: nord\nperiod: 2022\n")
    #expect(
      reading.days == [
        "2022=12956 vehicle.km", "2022=2460 vehicle.km", "2022=20500 passenger.km",
      ])
    #expect(reading.found.map { $0.prefix { $0 != " " } } == ["persons-in-file", "rows-excluded"])
    // Eleven modes of four people: three travelled.
    #expect(reading.excluded.count == 41)
    let activities = reading.lines.map { Shipped.catalog.activities[Int($0.activity)].identifier }
    #expect(
      activities == ["commute-staff-car-average", "commute-staff-bike", "commute-staff-ter"])
  }
}
