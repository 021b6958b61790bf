import TestSupport
import Testing

/// A lock that was changed is refused, at its line; nothing is computed from it.
struct DamageTests {
  /// The combustion stage of gas.
  private static let gas = "2023,factors,Base Carbone V23.6,bc-37133,0.181,"

  /// A locked campus.
  private func locked() throws -> LockCampus {
    let campus = try LockCampus()
    campus.run("factors", "lock", "2022", "2023")
    return campus
  }

  private func number(of line: String, in campus: LockCampus) -> Int {
    (campus.lock.split(separator: "\n").firstIndex { $0 == line } ?? -1) + 1
  }

  @Test func `a value changed in a row is found at its line`() throws {
    let campus = try locked()
    let row = try #require(campus.lines(with: Self.gas).first)
    let line = number(of: row, in: campus)
    try campus.changeLock {
      $0.replacing(row, with: row.replacing("combustion,0.181", with: "combustion,0.101"))
    }
    let report = campus.run("report", "2023")
    #expect(report.status == 65 && report.output == "")
    #expect(report.errors.contains("campus.lock:\(line)"), "\(report.errors)")
    #expect(report.errors.contains("SHA-256"))
    let check = campus.run("check")
    #expect(check.status == 1 && check.output.contains("campus.lock:\(line): error"))
    #expect(campus.run("report", "2022").status == 0, "another year")
    let again = campus.run("factors", "lock", "2022")
    #expect(again.status == 65 && again.errors.contains("campus.lock:\(line)"))
  }

  @Test func `a row taken out, put in or moved breaks the seal of its year`() throws {
    let changes: [([Substring]) -> [Substring]] = [
      { lines in lines.filter { !$0.hasPrefix("2023,activities,,water-supply") } },
      { Array($0.dropLast(3)) },
      { lines in lines + lines.suffix(1) },
      { lines in lines.dropLast(2) + lines.suffix(2).reversed() },
      { lines in lines.filter { !$0.hasPrefix("2023,file") } },
    ]
    for change in changes {
      let campus = try locked()
      try campus.changeLock { text in
        change(text.split(separator: "\n")).joined(separator: "\n") + "\n"
      }
      let report = campus.run("report", "2023")
      #expect(report.status == 65 && report.errors.contains("lock-damaged"), "\(report)")
      #expect(report.errors.contains("removed, added or moved"))
      #expect(campus.run("report", "2022").status == 0)
    }
  }

  @Test func `what stands beside a row is checked too`() throws {
    for (old, new) in [
      (Self.gas, "2023,factors,V99,bc-37133,0.181,"),
      (Self.gas, "2023,factors,Base Carbone V23.6,bc-37133,9,"),
      ("2023,total,,kgCO2e,221.6,", "2023,total,,kgCO2e,200,"),
      ("2023,total,,kgCO2e,221.6,", "2023,total,,kgCO2e,,"),
      ("2023,file,,activity/a.csv,", "2023,file,,activity/b.csv,"),
      ("2023,posts,,header,", "2023,posts,,heading,"),
      ("2023,posts,", "2023,postes,"), ("2023,posts,", "20x3,posts,"),
      (",format,,empreinte-lock,1,", ",format,,empreinte-lock,2,"),
      (",format,,", ",formats,,"),
    ] {
      let campus = try locked()
      #expect(campus.lock.contains(old))
      try campus.changeLock { $0.replacing(old, with: new, maxReplacements: 1) }
      let report = campus.run("report", "2023")
      #expect(report.status == 65, "\(new): \(report)")
      #expect(report.errors.contains("lock-damaged"), "\(new)")
    }
  }

  @Test func `a file cut anywhere is refused, or holds what it held`() throws {
    let campus = try locked()
    let before = campus.run("report", "2022")
    let bytes = Array(campus.lock.utf8)
    for count in stride(from: 0, to: bytes.count, by: bytes.count / 23) {
      try campus.folder.write(Array(bytes.prefix(count)), to: "campus.lock")
      let report = campus.run("report", "2022")
      if report.status == 0 {
        // Cut in 2023: 2022 is whole.
        #expect(report == before, "\(count)")
      } else {
        #expect(report.status == 65 && report.errors.contains("lock-damaged"), "\(count)")
      }
    }
  }

  @Test func `line ends of Windows and semicolons are no damage`() throws {
    let campus = try locked()
    let before = campus.run("report", "2023")
    try campus.changeLock { $0.replacing("\n", with: "\r\n") }
    #expect(campus.run("report", "2023") == before)
  }

  @Test func `what is no lock at all is refused`() throws {
    for text in ["", "\0\0", "year\n", "<html>", "year,table,release,id,value,sha256,row\n"] {
      let campus = try LockCampus()
      try campus.folder.write(text, to: "campus.lock")
      let report = campus.run("report", "2023")
      #expect(report.status == 65 && report.errors.contains("campus.lock"), "\(text): \(report)")
      #expect(campus.run("check").status == 1)
      #expect(campus.run("factors", "lock", "2023").status == 65)
      #expect(campus.lock == text)
    }
  }
}
