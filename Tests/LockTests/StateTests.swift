import TestSupport
import Testing

/// `check`, `report` and `factors lock` say where a lock and its campus have parted.
struct StateTests {
  private func locked() throws -> LockCampus {
    let campus = try LockCampus()
    campus.run("factors", "lock", "2023")
    return campus
  }

  @Test func `a quantity that changed is a doubt, with both totals`() throws {
    let campus = try locked()
    try campus.folder.write(
      LockCampus.rows.replacing("2023-01,natural-gas,1000", with: "2023-01,natural-gas,2000"),
      to: "activity/a.csv")
    let check = campus.run("check")
    #expect(check.status == 0)
    #expect(check.output.contains("activity/a.csv: warning: 2023 is locked"))
    #expect(check.output.contains("[lock-file-changed]"))
    // 221.6 + 1000 × 0.215 = 436.6.
    #expect(check.output.contains("locked at 221.600 kgCO2e; its rows give 436.600 kgCO2e"))
    let report = campus.run("report", "2023")
    #expect(report.status == 0 && report.output.contains("lock-total-differs"))
    #expect(campus.run("report", "2023", "--strict").status == 1)
    let state = campus.run("factors", "lock").output
    #expect(state.contains("2023  locked; files changed: activity/a.csv; the total differs"))
    campus.run("factors", "lock", "2023")
    #expect(campus.run("check", "--strict").status == 0)
  }

  @Test func `a row of a new activity is not computed with what is not locked`() throws {
    let campus = try locked()
    try campus.folder.write(LockCampus.rows + "2023,paper,10,kg\n", to: "activity/a.csv")
    let report = campus.run("report", "2023")
    #expect(report.status == 1 && report.output.contains("INCOMPLETE: 1 rejected row(s)"))
    #expect(report.output.contains("lock-stale"))
    let check = campus.run("check", "--year", "2023")
    #expect(check.status == 1)
    #expect(check.output.contains("its rows need what the lock does not hold: paper"))
    #expect(campus.run("factors", "lock").output.contains("stale"))
    #expect(campus.run("check", "--year", "2022").status == 0)
    // Without tables nobody knows what paper is.
    try campus.emptyInstalled()
    let alone = campus.run("report", "2023")
    #expect(alone.status == 1 && alone.output.contains("lock-stale"))
    #expect(alone.output.contains("unknown-activity"))
  }

  @Test func `a unit that leads to no locked factor is stale too`() throws {
    let campus = try LockCampus([
      "activity/a.csv": "period,activity,quantity,unit\n2023,natural-gas,1,kWh PCS\n"
    ])
    campus.run("factors", "lock", "2023")
    // Gas by volume has a factor of its own.
    try campus.folder.write(
      "period,activity,quantity,unit\n2023,natural-gas,1,kWh PCS\n2023,natural-gas,5,m3\n",
      to: "activity/a.csv")
    #expect(campus.run("check").output.contains("does not hold: natural-gas"))
    campus.run("factors", "lock", "2023")
    #expect(!campus.run("check").output.contains("lock-"))
  }

  @Test func `tables that came later are a note and reject nothing`() throws {
    let campus = try locked()
    // The factor of gas is gone: unlocked, its rows would be rejected.
    try campus.changeInstalled("factors/energy.csv", "bc-37133,natural-gas,", "bc-37133,other,")
    let check = campus.run("check", "--strict")
    // Two stages of gas.
    #expect(
      check.output.contains("with 2 row(s) that the installed tables give otherwise"))
    let year = campus.run("check", "--strict", "--year", "2023")
    #expect(year.status == 0, "\(year.output)")
    #expect(campus.run("factors", "lock").output.contains("2 row(s) other"))
  }

  @Test func `a better factor for a locked year is a note`() throws {
    let campus = try locked()
    // The locked one ends before 2023 now, and another one begins.
    let table = campus.installed.text(of: "EmissionFactors/factors/energy.csv") ?? ""
    let gas = table.split(separator: "\n").filter { $0.hasPrefix("bc-37133,") }
    #expect(gas.allSatisfy { $0.contains(",kWh PCS,2022,,") })
    var text = table.replacing(",kWh PCS,2022,,", with: ",kWh PCS,2022,2022,")
    for line in gas {
      text +=
        line.replacing("bc-37133,", with: "bc-99999,")
        .replacing(",kWh PCS,2022,,", with: ",kWh PCS,2023,,") + "\n"
    }
    try campus.installed.write(text, to: "EmissionFactors/factors/energy.csv")
    let before = campus.run("report", "2023")
    #expect(before.output.contains("Locked year"))
    #expect(campus.run("check").output.contains("[lock-behind]"))
  }

  @Test func `an activity file that is gone is said`() throws {
    let campus = try LockCampus([
      "activity/a.csv": LockCampus.rows,
      "activity/b.csv": "period,activity,quantity,unit\n2023,water-supply,1,m3\n",
    ])
    campus.run("factors", "lock", "2023")
    try campus.folder.write("period,activity,quantity,unit\n", to: "activity/b.csv")
    #expect(campus.run("check").output.contains("activity/b.csv: warning: 2023 is locked"))
  }

  @Test func `what the campus accepts stays accepted`() throws {
    let yaml =
      LockCampus.yaml
        + """
        accepted:
          - {finding: lock-file-changed, where: activity/a.csv, reason: "2024 is added as it comes"}
          - {finding: zero-quantity, reason: "a meter that stood still"}

        """
    let campus = try LockCampus(
      ["activity/a.csv": LockCampus.rows + "2023,natural-gas,0,kWh PCS\n"], yaml: yaml)
    campus.run("factors", "lock", "2023")
    try campus.folder.write(
      LockCampus.rows + "2023,natural-gas,0,kWh PCS\n2024,paper,1,kg\n", to: "activity/a.csv")
    let check = campus.run("check", "--strict")
    #expect(check.status == 0, "\(check.output)")
    #expect(check.output.contains("accepted × 1 [lock-file-changed]"))
    let live = campus.run("report", "2022")
    #expect(!live.output.contains("unused-acceptance"), "check alone can tell")
    let report = campus.run("report", "2023")
    #expect(report.output.contains("a meter that stood still"))
    #expect(!report.output.contains("unused-acceptance"))
  }

  @Test func `an acceptance of what no longer occurs is said by check`() throws {
    let yaml =
      LockCampus.yaml + "accepted:\n  - {finding: lock-file-changed, reason: it grows}\n"
    let campus = try LockCampus(yaml: yaml)
    campus.run("factors", "lock", "2023")
    #expect(campus.run("check").output.contains("[unused-acceptance]"))
    #expect(!campus.run("report", "2023").output.contains("unused-acceptance"))
  }

  @Test func `a row that is wrong in itself does not make a lock stale`() throws {
    let campus = try locked()
    try campus.folder.write(LockCampus.rows + "2023,natural-gas,10,kWh\n", to: "activity/a.csv")
    let check = campus.run("check")
    #expect(check.output.contains("[heating-value-missing]"))
    #expect(!check.output.contains("[lock-stale]"))
  }

  @Test func `a locked year whose rows are gone has another total`() throws {
    let campus = try locked()
    try campus.folder.write(
      "period,activity,quantity,unit\n2022,natural-gas,10,kWh PCS\n", to: "activity/a.csv")
    let check = campus.run("check")
    #expect(check.output.contains("its rows give 0.000 kgCO2e"))
    #expect(campus.run("report", "2023").status == 66)
    #expect(campus.run("factors", "lock").output.contains("2023  locked; files changed"))
  }
}
