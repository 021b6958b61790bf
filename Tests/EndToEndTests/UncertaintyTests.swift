import TestSupport
import Testing

/// Intervals of a year, as they are typed: what is split is not better known, and what is said is used.
struct UncertaintyTests {
  private static let header = "period,activity,quantity,unit,status,uncertainty\n"

  private func cells(
    _ rows: String, _ mode: String = "shared", factors: String? = nil, substitutions: String = ""
  ) throws -> ReportCells {
    var files = ["activity/a.csv": Self.header + rows]
    files["factors/own.csv"] = factors
    let yaml = "format: 1\nname: Test campus\nlanguage: en\nnumbers: {decimal: point}\n"
    let campus = try CampusFixture.campus(files, yaml: yaml + substitutions)
    return try ReportCells(["report", "2023", "--uncertainty", mode], in: campus)
  }

  @Test func `a bill cut in twelve is not better known`() throws {
    let whole = try cells(
      "2023,natural-gas,1200,kWh PCS,read,\n2023,electricity,500,kWh,estimated,\n")
    let cut = try cells(
      (1...12).map { "2023-\($0 < 10 ? "0" : "")\($0),natural-gas,100,kWh PCS,read,\n" }.joined()
        + "2023,electricity,500,kWh,estimated,\n")
    for table in ["uncertainty", "uncertainty-next", "uncertainty-defaults"] {
      let left = whole.numbers.filter { $0.key.hasPrefix(table + "/") }
      #expect(!left.isEmpty)
      #expect(left == cut.numbers.filter { $0.key.hasPrefix(table + "/") })
    }
  }

  @Test func `a factor in three stages is as well known as one in a piece`() throws {
    func factors(_ stages: [(String, String)]) -> String {
      "factor,family,stage,total,unit,uncertainty,release,source,licence\n"
        + stages.map { "own-gas,own-gas,\($0.0),\($0.1),kWh PCS,20,r,Test,MIT\n" }.joined()
    }
    let substitutions =
      "substitutions:\n  - {activity: natural-gas, year: 2023, factor: own-gas, reason: a test}\n"
    let row = "2023,natural-gas,1000,kWh PCS,measured,\n"
    let one = try cells(row, factors: factors([("whole", "0.2")]), substitutions: substitutions)
    let three = try cells(
      row, factors: factors([("combustion", "0.15"), ("upstream", "0.04"), ("transport", "0.01")]),
      substitutions: substitutions)
    for name in ["total", "energy"] {
      for column in ["emissions", "low", "high"] {
        let left = try #require(one["uncertainty/\(name)/\(column)"])
        #expect(abs(left - (three["uncertainty/\(name)/\(column)"] ?? 0)) < 1e-6)
      }
    }
  }

  @Test func `what a row says comes before any default`() throws {
    // 0.215 kgCO2e/kWh PCS, known to 5 % (Base Carbone 37133).
    let said = try cells("2023,natural-gas,1000,kWh PCS,estimated,40 %\n")
    let taken = try cells("2023,natural-gas,1000,kWh PCS,estimated,\n")
    #expect(
      said["uncertainty-next/activity-natural-gas/half-width"].map { abs($0 - 0.4) < 1e-6 } == true)
    #expect(
      taken["uncertainty-next/activity-natural-gas/half-width"].map { abs($0 - 0.3) < 1e-6 } == true
    )
    #expect(
      said["uncertainty-next/factor-bc-37133/half-width"].map { abs($0 - 0.05) < 1e-6 } == true)
    #expect(!said.has(table: "uncertainty-defaults"))
    #expect(
      taken["uncertainty-defaults/estimated/emissions"].map { abs($0 - 0.215) < 1e-9 } == true)
    // ln 1.3 and ln 1.05 over 1.96, squared and added: σ = 0.13615; e^(−σ²/2 ± 1.96 σ) · 215 kg.
    #expect(taken["uncertainty/total/low"].map { abs($0 - 0.163125) < 1e-4 } == true)
    #expect(taken["uncertainty/total/high"].map { abs($0 - 0.278_2) < 1e-3 } == true)
    #expect(
      said.notes.contains { $0.table == "uncertainty" && $0.text.contains("95 times in 100") })
  }

  /// A factor says it like a row: a percentage, a law, a GSD, five ratings.
  @Test(arguments: [
    (",20,,,,,", "20 %"), (",uniform 20 %,,,,,", "20 %"), (",GSD 1.2,,,,,", "42.95 %"),
    // Ratings of 4: ln GSD² is the root of the sum of ln² of 1.05, 1.10, 1.01, 1.03 and 1.02.
    (",,4,4,4,4,4", "11.74 %"),
  ])
  func `a factor says how well it is known`(cells given: String, width: String) throws {
    let factors =
      "factor,family,stage,total,unit,uncertainty,reliability,technical,geographic,temporal,"
      + "completeness,release,source,licence\n"
      + "own-gas,own-gas,whole,0.2,kWh PCS\(given),r,Test,MIT\n"
    let substitutions =
      "substitutions:\n  - {activity: natural-gas, year: 2023, factor: own-gas, reason: a test}\n"
    let told = try cells(
      "2023,natural-gas,1000,kWh PCS,measured,\n", factors: factors, substitutions: substitutions)
    let found = try #require(told["uncertainty-next/factor-own-gas/half-width"])
    let expected = try #require(Double(width.dropLast(2)))
    #expect(abs(found * 100 - expected) < 0.01)
    #expect(
      !told.has(table: "uncertainty-defaults")
        || told["uncertainty-defaults/factor/emissions"] == nil)
    let official = try cells(
      "2023,natural-gas,1000,kWh PCS,measured,\n", "gsd", factors: factors,
      substitutions: substitutions)
    #expect(official.has(table: "uncertainty-gsd"))
  }

  @Test func `a factor whose uncertainty cannot be read is refused`() throws {
    for wrong in ["big", "uniform 120 %", "GSD 0.5", "-5"] {
      let factors =
        "factor,family,stage,total,unit,uncertainty,release,source,licence\n"
        + "own-gas,own-gas,whole,0.2,kWh PCS,\(wrong),r,Test,MIT\n"
      let campus = try CampusFixture.campus(
        ["activity/a.csv": Self.header, "factors/own.csv": factors],
        yaml: "format: 1\nname: Test campus\nlanguage: en\n")
      let result = try Program.run(["check"], in: campus.path)
      #expect(result.status == 1)
      #expect(result.output.contains("factors/own.csv:2"), "\(wrong): \(result.output)")
    }
  }

  /// A bill of 100 000 known to 5 % and a credit of 97 000 known to 30 %: what may be wrong adds up.
  @Test func `a credit note takes nothing away, and the interval holds the total`() throws {
    for credit in [-97_000, -98_000, -90_000] {
      let told = try cells(
        "2023,natural-gas,100000,kWh PCS,read,\n2023,natural-gas,\(credit),kWh PCS,estimated,\n")
      let (total, low, high) = (
        try #require(told["uncertainty/total/emissions"]),
        try #require(told["uncertainty/total/low"]), try #require(told["uncertainty/total/high"])
      )
      #expect(low < total && total < high)
      // 30 % of the credit at 0.215 kg/kWh, as a standard deviation: at least that.
      let sigma = 0.1338 * Double(-credit) * 0.215e-3
      #expect(high - low > 2 * 1.96 * sigma, "\(credit): \(low) to \(high)")
      #expect((told["uncertainty-next/activity-natural-gas/half-width"] ?? 0) < 0.5)
    }
    let official = try cells(
      "2023,natural-gas,1000,kWh PCS,,5 %\n2023,natural-gas,-50,kWh PCS,,\n2023,water-supply,9,m3,,\n",
      "gsd")
    // Nothing disappears: what has no band has its emissions and a word.
    #expect(official["uncertainty-gsd/total/emissions"] != nil)
    #expect(official["uncertainty-gsd/total/gsd2"] == nil)
    #expect(official.notes.contains { $0.text.contains("negative amounts") })
  }

  @Test func `a geometric standard deviation can be said too`() throws {
    let said = try cells("2023,natural-gas,1000,kWh PCS,,GSD 1.2\n")
    // 97.5 % of a lognormal value lie below median · 1.2^1.96.
    let width = try #require(said["uncertainty-next/activity-natural-gas/half-width"])
    #expect(abs(width - 0.42952) < 1e-4)
    let official = try cells("2023,natural-gas,1000,kWh PCS,,gsd 1.2\n", "gsd")
    // ln² 1.44 and ln² of what 5 % of the factor is worth (rating 4: 1.1076).
    #expect(official["uncertainty-gsd/total/gsd2"].map { $0 > 1.44 && $0 < 1.48 } == true)
    for wrong in ["GSD 0.9", "GSD", "GSD x", "GSD 100", "gsd -2"] {
      let campus = try CampusFixture.campus(
        ["activity/a.csv": Self.header + "2023,natural-gas,1000,kWh PCS,,\(wrong)\n"],
        yaml: "format: 1\nname: c\nnumbers: {decimal: point}\n")
      let check = try Program.run(["check"], in: campus.path)
      #expect(check.status == 1 && check.output.contains("bad-quality"), "\(wrong)")
    }
  }

  @Test func `rows that say something and rows that do not share an activity`() throws {
    let cells = try cells(
      "2023,natural-gas,750,kWh PCS,measured,\n2023,natural-gas,250,kWh PCS,estimated,50 %\n")
    // Three quarters at 2 %, one at 50 %: the logarithms add up as the quantities do.
    let known = try #require(cells["uncertainty-next/activity-natural-gas/half-width"])
    // exp(0.75 ln 1.02 + 0.25 ln 1.5) − 1.
    #expect(abs(known - 0.12319) < 1e-4)
    #expect(
      cells["uncertainty-defaults/measured/emissions"].map { abs($0 - 0.16125) < 1e-9 } == true)
    #expect(cells["uncertainty-defaults/estimated/emissions"] == nil)
  }

  @Test func `the published arithmetic has its own table`() throws {
    let cells = try cells("2023,natural-gas,1000,kWh PCS,measured,10 %\n", "gsd")
    // GSD² 1.1 for the row; 5 % of the factor is rated 4, with reliability 5.
    #expect(cells["uncertainty-gsd/total/gsd2"].map { $0 > 1.14 && $0 < 1.17 } == true)
    let (low, square) = (
      try #require(cells["uncertainty-gsd/total/low"]),
      try #require(cells["uncertainty-gsd/total/gsd2"])
    )
    #expect(abs(low * square - 0.215) < 1e-5)
    #expect(cells.texts["uncertainty-gsd/total/band"] == "good")
    #expect(!cells.has(table: "uncertainty"))
  }

  @Test func `draws are the same whatever runs beside them, and agree with the formula`() throws {
    let folder = try CampusFixture.copy(of: "demo-campus")
    func run(_ more: String...) throws -> ReportCells {
      try ReportCells(["-C", "campus", "report", "2023", "--draws", "20000"] + more, in: folder)
    }
    let cells = try run()
    #expect(cells.numbers == (try run().numbers))
    let other = try run("--seed", "2")
    #expect(other["uncertainty-draws/total/mean"] != cells["uncertainty-draws/total/mean"])
    for row in ["total", "travel", "energy", "scope-3"] {
      let amount = try #require(cells["uncertainty/\(row)/emissions"])
      let error = try #require(cells["uncertainty-draws/\(row)/error"])
      #expect(abs(try #require(cells["uncertainty-draws/\(row)/mean"]) - amount) < 5 * error)
      for (drawn, computed) in [("p2.5", "low"), ("p97.5", "high")] {
        let left = try #require(cells["uncertainty-draws/\(row)/\(drawn)"])
        #expect(abs(left / (cells["uncertainty/\(row)/\(computed)"] ?? 0) - 1) < 0.02, "\(row)")
      }
    }
    let refused = try Program.run(
      ["-C", "campus", "report", "--draws", "1000", "--uncertainty", "gsd"], in: folder.path)
    #expect(refused.status == 64 && refused.output.isEmpty)
  }

  @Test func `a credit note takes no uncertainty away`() throws {
    let cells = try cells(
      "2023,natural-gas,2000,kWh PCS,measured,\n2023,natural-gas,-500,kWh PCS,estimated,\n")
    // Each is known as it is said to be, apart from the other.
    let known = try #require(cells["uncertainty-next/activity-natural-gas/half-width"])
    #expect(abs(known - 0.02) < 1e-6)
    let credit = try #require(cells["uncertainty-next/activity-natural-gas credit/half-width"])
    #expect(abs(credit - 0.3) < 1e-6)
    #expect(cells["uncertainty-defaults/estimated/emissions"] != nil)
    // Below zero the interval is told from its low end to its high one.
    let less = try self.cells("2023,natural-gas,-1000,kWh PCS,measured,\n")
    #expect(try #require(less["uncertainty/total/minus"]) < 0)
    #expect(try #require(less["uncertainty/total/plus"]) > 0)
    let official = try self.cells("2023,natural-gas,-1000,kWh PCS,measured,\n", "gsd")
    #expect(
      try #require(official["uncertainty-gsd/total/low"])
        < #require(official["uncertainty-gsd/total/high"]))
    let mixed = try self.cells(
      "2023,natural-gas,1000,kWh PCS,,\n2023,heating-oil,-60,L,,\n", "gsd")
    #expect(mixed["uncertainty-gsd/total/gsd2"] == nil)
  }

  @Test(arguments: [
    ["--by", "sdg"], ["--reconcile"], ["--factors", "installed"],
  ])
  func `intervals are asked of the year itself`(other: [String]) throws {
    let campus = try CampusFixture.sound()
    for option in [["--draws", "1000"], ["--uncertainty", "gsd"]] {
      let run = try Program.run(["report", "2023"] + option + other, in: campus.path)
      #expect(run.status == 64 && run.output.isEmpty && run.errors.contains(option[0]), "\(run)")
    }
  }

  @Test func `every breakdown and every reading has the interval of the total`() throws {
    let campus = try CampusFixture.campus(
      [
        "activity/a.csv":
          "period,site,activity,quantity,unit\n2023-01,a,natural-gas,9000,kWh PCS\n"
          + "2023-02,b,electricity,5000,kWh\n2023,b,commute-staff-bus,4000,passenger.km\n"
      ],
      yaml:
        "format: 1\nname: c\nnumbers: {decimal: point}\nsites: {a: {name: A}, b: {name: B}}\n"
    )
    for mode in ["shared", "gsd"] {
      let name = mode == "gsd" ? "uncertainty-gsd" : "uncertainty"
      let told = try ReportCells(
        [
          "report", "2023", "--uncertainty", mode, "--by", "site", "--by", "month", "--by", "gas",
          "--by", "activity",
        ], in: campus)
      for suffix in ["-by-site", "-by-month", "-by-gas", "-by-activity"] {
        for column in ["emissions", "low", "high"] {
          #expect(told["\(name)\(suffix)/total/\(column)"] == told["\(name)/total/\(column)"])
          #expect(told["\(name)/total/\(column)"] != nil)
        }
      }
      // The figures of the breakdown themselves have their bounds, in kg.
      for row in ["a", "b", "total"] {
        let (figure, bound) = (
          try #require(told["by-site/\(row)/emissions/high"]),
          try #require(told["\(name)-by-site/\(row)/high"])
        )
        #expect(abs(figure - 1000 * bound) < 1e-3)
      }
      // A site that has one activity is as well known as that activity.
      let (site, activity) = (
        try #require(told["\(name)-by-site/a/high"]),
        try #require(told["\(name)-by-activity/natural-gas/high"])
      )
      #expect(abs(site - activity) < 1e-9)
      let filed = try ReportCells(
        ["report", "2023", "--uncertainty", mode, "--reading", "bilan-carbone"], in: campus)
      #expect(
        filed["\(name)-bilan-carbone/total/high"].map {
          abs($0 - (told["\(name)/total/high"] ?? 0)) < 1e-9
        } == true)
    }
    let drawn = try ReportCells(
      ["report", "2023", "--draws", "2000", "--by", "site", "--by", "month"], in: campus)
    for suffix in ["-by-site", "-by-month"] {
      #expect(
        drawn["uncertainty-draws\(suffix)/total/p97.5"] == drawn["uncertainty-draws/total/p97.5"])
    }
    let beges = try ReportCells(
      ["report", "2023", "--draws", "2000", "--reading", "beges"], in: campus)
    #expect(beges["uncertainty-draws-beges/total/p50"] != nil)
  }

  @Test func `the draws of a difference agree with its interval`() throws {
    let campus = try CampusFixture.campus(
      [
        "activity/a.csv":
          "period,activity,quantity,unit,uncertainty\n2022,natural-gas,9000000,kWh PCS,5 %\n"
          + "2023,natural-gas,6000000,kWh PCS,5 %\n2023,electricity,5000000,kWh,10 %\n"
      ], yaml: "format: 1\nname: c\nnumbers: {decimal: point}\n")
    let told = try ReportCells(["compare", "2022", "2023", "--draws", "20000"], in: campus)
    let mean = try #require(told["uncertainty-draws/difference/mean"])
    let error = try #require(told["uncertainty-draws/difference/error"])
    #expect(abs(mean - (told["uncertainty/difference/emissions"] ?? 0)) < 4 * error)
    let (low, high) = (
      try #require(told["uncertainty/difference/low"]),
      try #require(told["uncertainty/difference/high"])
    )
    // The interval of a difference is that of a normal law: near, and no more.
    for (column, bound) in [("p2.5", low), ("p97.5", high)] {
      let drawn = try #require(told["uncertainty-draws/difference/\(column)"])
      #expect(abs(drawn - bound) < 0.05 * (high - low))
    }
    // Each post has its own difference, and they add up.
    #expect(
      told["uncertainty/difference-energy/emissions"].map {
        abs($0 - (told["uncertainty/difference/emissions"] ?? 0)) < 1e-9
      } == true)
  }

  @Test func `what lasts is not counted twice in a difference`() throws {
    let campus = try CampusFixture.campus(
      [
        "activity/a.csv": "period,activity,quantity,unit\n2022,natural-gas,1,kWh PCS\n"
          + "2023,natural-gas,1,kWh PCS\n",
        "activity/assets.csv":
          "purchased,activity,quantity,unit,lifetime\n2015,laptop,100,piece,20\n",
      ], yaml: "format: 1\nname: c\nlanguage: en\nnumbers: {decimal: point}\n")
    let cells = try ReportCells(["compare", "2022", "2023"], in: campus)
    let (low, high) = (
      try #require(cells["uncertainty/difference/low"]),
      try #require(cells["uncertainty/difference/high"])
    )
    // Only the gas, a gram or so, may differ.
    #expect(abs(low) < 0.001 && abs(high) < 0.001)
    #expect(try #require(cells["uncertainty/2023/high"]) > 0.5)
  }

  @Test func `a year without a footprint has no interval`() throws {
    let folder = try CampusFixture.copy(of: "mines-ales")
    let cells = try ReportCells(
      ["-C", "campus", "report", "2020", "--uncertainty", "shared"], in: folder)
    #expect(!cells.has(table: "uncertainty"))
    // What is declared as a whole has one all the same: it is an estimate too.
    let declared = try ReportCells(
      ["-C", "campus", "report", "2019", "--uncertainty", "shared"], in: folder)
    #expect(declared["uncertainty/total/emissions"] == 3294.519)
    #expect(try #require(declared["uncertainty/total/low"]) < 3294)
  }
}
