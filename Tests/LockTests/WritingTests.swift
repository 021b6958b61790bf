import Foundation
import TestSupport
import Testing

/// `factors lock` writes the same bytes for the same data, or nothing.
struct WritingTests {
  @Test func `what is locked again with nothing changed keeps its bytes`() throws {
    let campus = try LockCampus()
    campus.run("factors", "lock", "2022", "2023")
    let lock = campus.lock
    #expect(campus.run("factors", "lock", "2023").output.contains("nothing was changed"))
    #expect(campus.lock == lock)
    #expect(campus.run("factors", "lock", "--remove", "2022").status == 0)
    #expect(campus.lock != lock)
    campus.run("factors", "lock", "2022")
    #expect(campus.lock == lock)
  }

  @Test func `years that are not named stay as they are`() throws {
    let campus = try LockCampus()
    campus.run("factors", "lock", "2022", "2023")
    let kept = campus.lines(with: "2022,")
    try campus.changeInstalled("posts.csv", "Water", "Other water")
    campus.run("factors", "lock", "2023")
    #expect(campus.lines(with: "2022,") == kept)
    #expect(campus.lines(with: "Other water").allSatisfy { $0.hasPrefix("2023,posts,") })
  }

  @Test func `a factor is told by its release and name, with its value and digest`() throws {
    let campus = try LockCampus()
    campus.run("factors", "lock", "2023")
    // The two stages of bc-37133, 0.181 and 0.0344 kgCO2e/kWh PCS.
    let gas = campus.lines(with: "2023,factors,Base Carbone V23.6,bc-37133,")
    #expect(gas.count == 2)
    #expect(gas.contains { $0.contains(",0.181,") } && gas.contains { $0.contains(",0.0344,") })
    // 1000 × 0.215 + 50 × 0.132 = 221.6 kgCO2e.
    #expect(campus.lines(with: "2023,total,,kgCO2e,221.6,").count == 1)
    #expect(campus.lines(with: "2023,file,,activity/a.csv,").count == 1)
    #expect(campus.lines(with: "2023,activities,,paper").isEmpty, "only what is used")
    #expect(campus.lock.hasPrefix("year,table,release,id,value,sha256,row\n,format,,"))
  }

  @Test func `the order of factor files does not show`() throws {
    let campus = try LockCampus(example: "demo-campus")
    campus.run("factors", "lock", "2022")
    let lock = campus.lock
    let folder = campus.installed.path(of: "EmissionFactors/factors/")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      // Reversed letters: another order.
      let other = String(name.dropLast(4).reversed()) + ".csv"
      try FileManager.default.moveItem(atPath: folder + name, toPath: folder + "x-" + other)
    }
    campus.run("factors", "lock", "2022")
    #expect(campus.lock == lock)
  }

  @Test func `a column that stands elsewhere, or not at all, does not show`() throws {
    // The same factor twice, with other columns in another order.
    let tables = [
      """
      factor,family,stage,total,unit,release,source,licence
      own-1,own,whole,0.1,kWh,2024,Invented,none

      """,
      """
      licence;note;source;release;unit;total;stage;family;factor
      none;;Invented;2024;kWh;0.1;whole;own;own-1

      """,
    ]
    let yaml =
      LockCampus.yaml
        + """
        substitutions:
          - {activity: electricity, year: 2023, factor: own-1, reason: a test}

        """
    let locks = try tables.map { table in
      let campus = try LockCampus(
        [
          "activity/a.csv": "period,activity,quantity,unit\n2023,electricity,7,kWh\n",
          "factors/own.csv": table,
        ], yaml: yaml)
      #expect(campus.run("factors", "lock", "2023").status == 0)
      // 7 × 0.1 = 0.7.
      #expect(campus.lines(with: "2023,total,,kgCO2e,0.7,").count == 1)
      try FileManager.default.removeItem(atPath: campus.folder.path(of: "factors"))
      #expect(campus.run("report", "2023").status == 0)
      return campus.lock
    }
    #expect(locks[0] == locks[1])
  }

  @Test func `cells that look like formulas or hold quotes and lines come back as they were`()
    throws
  {
    let factors = """
      factor,family,stage,total,unit,release,source,licence,note
      =1+1,own,whole,0.1,kWh,@2024,"a ""b"", c",none,"two
      lines "

      """
    let yaml =
      LockCampus.yaml
        + """
        substitutions:
          - {activity: electricity, year: 2023, factor: "=1+1", reason: a test}

        """
    let campus = try LockCampus(
      [
        "activity/a.csv": "period,activity,quantity,unit\n2023,electricity,7,kWh\n",
        "factors/own.csv": factors,
      ], yaml: yaml)
    let before = campus.run("report", "2023", "-O", "csv")
    #expect(campus.run("factors", "lock", "2023").status == 0)
    for line in campus.lock.split(separator: "\n") {
      for cell in line.split(separator: ",") {
        #expect(!"=+@".contains(cell.first ?? " "), "\(line)")
      }
    }
    try FileManager.default.removeItem(atPath: campus.folder.path(of: "factors"))
    let after = campus.run("report", "2023", "-O", "csv")
    let lines = after.output.split(separator: "\n").filter { !$0.contains("Locked year") }
    #expect(lines == before.output.split(separator: "\n"))
  }

  @Test func `a year with rejected rows is not locked, nor any other with it`() throws {
    let campus = try LockCampus([
      "activity/a.csv": LockCampus.rows + "2022,natural-gaz,1,kWh PCS\n"
    ])
    let result = campus.run("factors", "lock", "2023", "2022")
    #expect(result.status == 1 && result.errors.contains("2022 is INCOMPLETE: 1 rejected row(s)"))
    #expect(campus.lock == "")
    #expect(campus.run("factors", "lock", "2023").status == 0)
    #expect(campus.run("factors", "lock", "1999").status == 66)
  }

  @Test func `a year that is not locked cannot be unlocked`() throws {
    let campus = try LockCampus()
    campus.run("factors", "lock", "2023")
    let lock = campus.lock
    #expect(campus.run("factors", "lock", "--remove", "2023", "2022").status == 66)
    #expect(campus.run("factors", "lock", "--remove").status == 64)
    #expect(campus.lock == lock)
  }

  @Test func `without a year nothing is written`() throws {
    let campus = try LockCampus()
    let result = campus.run("factors", "lock")
    #expect(result.output == "2022  not locked\n2023  not locked\n")
    #expect(campus.folder.text(of: "campus.lock") == nil)
  }

  @Test func `a report does not replace the lock`() throws {
    let campus = try LockCampus()
    campus.run("factors", "lock", "2023")
    let lock = campus.lock
    #expect(campus.run("report", "-o", "campus.lock").status == 73)
    #expect(campus.lock == lock)
  }
}
