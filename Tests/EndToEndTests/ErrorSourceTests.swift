import TestSupport
import Testing

/// What errs as one: meters, groups, sites and what cancels, as they are typed.
struct ErrorSourceTests {
  @Test func `what cancels in a quantity is still uncertain`() throws {
    let header = "period,activity,quantity,unit,status,meter\n"
    let campus = try CampusFixture.campus(
      [
        "activity/a.csv": header
          + "2023,natural-gas,10000,kWh PCS,read,M\n2023,natural-gas,50000,kWh PCS,read,\n"
          + "2023,natural-gas,-50000,kWh PCS,estimated,\n"
      ], yaml: "format: 1\nname: c\nnumbers: {decimal: point}\n")
    let told = try ReportCells(["report", "2023", "--uncertainty", "shared"], in: campus)
    #expect(told["uncertainty-defaults/estimated/emissions"] != nil)
    // ±30 % of 50 000 kWh is more than all that remains.
    #expect((told["uncertainty/total/low"] ?? 0) < 0)
  }

  @Test func `a site is known as well as its own meters`() throws {
    let campus = try CampusFixture.campus(
      [
        "activity/a.csv":
          "period,site,activity,quantity,unit,meter,uncertainty\n"
          + "2023,a,natural-gas,1000000,kWh PCS,GA,1 %\n2023,b,natural-gas,1000000,kWh PCS,GB,80 %\n"
      ],
      yaml: "format: 1\nname: c\nnumbers: {decimal: point}\nsites: {a: {name: A}, b: {name: B}}\n")
    for mode in ["shared", "gsd"] {
      let name = mode == "gsd" ? "uncertainty-gsd" : "uncertainty"
      let told = try ReportCells(
        ["report", "2023", "--uncertainty", mode, "--by", "site"], in: campus)
      func width(_ row: String) throws -> Double {
        try #require(told["\(name)-by-site/\(row)/high"])
          - #require(told["\(name)-by-site/\(row)/low"])
      }
      #expect(try width("b") > 3 * width("a"), "\(mode)")
    }
  }

  @Test func `a group with a fixed asset in it is one source`() throws {
    let campus = try CampusFixture.campus(
      [
        "activity/a.csv":
          "period,activity,quantity,unit,uncertainty,error-group,lifetime,purchased\n"
          + "2023,laptop,100,piece,50 %,invoice,4,2023\n2023,natural-gas,20000,kWh PCS,50 %,invoice,,\n"
      ], yaml: "format: 1\nname: c\nnumbers: {decimal: point}\n")
    let told = try ReportCells(["report", "2023", "--uncertainty", "shared"], in: campus)
    #expect(
      told.numbers.keys.count {
        $0.hasPrefix("uncertainty-next/group-") && $0.hasSuffix("/variance")
      } == 1)
  }

  @Test func `meters err apart, a group errs together, whatever the activity`() throws {
    func width(_ rows: String) throws -> Double {
      let header = "period,activity,quantity,unit,status,meter,error-group\n"
      let campus = try CampusFixture.campus(
        ["activity/a.csv": header + rows],
        yaml: "format: 1\nname: Test campus\nlanguage: en\nnumbers: {decimal: point}\n")
      let told = try ReportCells(["report", "2023", "--uncertainty", "shared"], in: campus)
      let (low, high) = (
        try #require(told["uncertainty/total/low"]), try #require(told["uncertainty/total/high"])
      )
      return high - low
    }
    func rows(_ one: String, _ other: String) -> String {
      "2023,natural-gas,1000,kWh PCS,estimated,\(one)\n"
        + "2023,natural-gas,1000,kWh PCS,estimated,\(other)\n"
    }
    let plain = try width(rows(",", ","))
    #expect(try width(rows("A,", "A,")) == plain, "one meter is one source")
    #expect(try width(rows("A,", "B,")) < plain * 0.8, "two meters err apart")
    #expect(try width(rows("A,bills", "B,bills")) == plain, "a group comes first")
    // 30 % of each: together, the gas and the district heat err by the sum of both.
    func both(_ group: String) -> String {
      "2023,natural-gas,1000,kWh PCS,estimated,,\(group)\n"
        + "2023,electricity,1000,kWh,estimated,,\(group)\n"
    }
    #expect(try width(both("")) < width(both("guess")))
  }
}
