import Diagnostics
import Testing

private let wrong = FindingKind(
  "wrong", .error, summary: Text(same: "wrong"), remedy: Text(same: "mend"))
private let odd = FindingKind(
  "odd", .warning, summary: Text(same: "odd"), remedy: Text(same: "look"))

private func finding(_ kind: FindingKind, _ file: String, _ line: Int, _ column: Int = 1) -> Finding
{
  Finding(kind, at: Location(file: file, line: line, column: column))
}

@Suite struct FindingLogTests {
  @Test func `all are counted, the first twenty are kept, and no more are made`() {
    var log = FindingLog()
    var made = 0
    for line in 1...1000 {
      log.add(wrong, file: "a.csv", line: line) {
        made += 1
        return finding(wrong, "a.csv", line)
      }
    }
    let groups = log.sortedGroups
    #expect(groups.count == 1)
    #expect(groups.first?.count == 1000)
    #expect(groups.first?.first.map(\.location.line) == Array(1...20))
    #expect(made == FindingLog.keptPositions)
    #expect(log.count(of: .error) == 1000)
  }

  @Test func `each subject, file and year keeps its own first twenty`() {
    var log = FindingLog()
    for line in 1...30 {
      for subject in ["gaz", "fioul"] {
        for file in ["a.csv", "b.csv"] {
          for year in [nil, 2022] as [Int?] {
            log.add(finding(odd, file, line), subject: subject, year: year)
          }
        }
      }
    }
    // Two subjects, two files, two years: eight groups of thirty.
    #expect(log.sortedGroups.count == 8)
    #expect(log.sortedGroups.allSatisfy { $0.count == 30 && $0.first.count == 20 })
    #expect(log.count(of: .warning) == 240)
    #expect(Set(log.sortedGroups.map(\.year)) == [nil, 2022])
  }

  @Test func `an accepted finding stands apart and says why`() {
    let acceptance = FindingLog.Acceptance(
      identifier: "wrong", file: "a.csv", line: 2, reason: "seen with the supplier")
    var log = FindingLog(accepting: [acceptance])
    let stands = [
      log.add(finding(wrong, "a.csv", 1)), log.add(finding(wrong, "a.csv", 2)),
      log.add(finding(wrong, "b.csv", 2)), log.add(finding(odd, "a.csv", 2)),
    ]
    #expect(stands == [true, false, true, true])
    #expect(log.count(of: .error) == 2)
    #expect(log.acceptedCount == 1)
    #expect(log.sortedGroups.compactMap(\.acceptance) == [acceptance])
    #expect(log.unusedAcceptances.isEmpty)
  }

  @Test(
    arguments: [
      (FindingLog.Acceptance(identifier: "wrong", reason: "r"), [true, true, true]),
      (
        FindingLog.Acceptance(identifier: "wrong", file: "a.csv", reason: "r"), [true, true, false]
      ),
      (
        FindingLog.Acceptance(identifier: "wrong", file: "a.csv", line: 1, reason: "r"),
        [true, false, false]
      ),
      (FindingLog.Acceptance(identifier: "odd", reason: "r"), [false, false, false]),
    ])
  func `an acceptance covers a kind, a file of it, or a line of that file`(
    _ acceptance: FindingLog.Acceptance, _ covered: [Bool]
  ) {
    var log = FindingLog(accepting: [acceptance])
    let stands = [("a.csv", 1), ("a.csv", 2), ("b.csv", 1)].map {
      log.add(finding(wrong, $0.0, $0.1))
    }
    #expect(stands == covered.map { !$0 })
    #expect(log.unusedAcceptances.isEmpty == covered.contains(true))
  }

  @Test func `the worst come first, then files and lines in order`() {
    var log = FindingLog()
    log.add(finding(odd, "a.csv", 1))
    log.add(finding(wrong, "b.csv", 1), subject: "x")
    log.add(finding(wrong, "a.csv", 10), subject: "y")
    log.add(finding(wrong, "a.csv", 9), subject: "z")
    let order = log.sortedGroups.flatMap(\.first).map {
      "\($0.kind.identifier) \($0.location.text)"
    }
    #expect(order == ["wrong a.csv:9:1", "wrong a.csv:10:1", "wrong b.csv:1:1", "odd a.csv:1:1"])
  }

  @Test func `two findings at one place come in one order, whatever came first`() {
    // Same line and column, other lengths and excerpts: once an order that came from hashing.
    let findings = (1...12).map { length in
      let text = "\(length)"
      return Finding(
        wrong, at: Location(file: "a.csv", line: 3, column: 1, length: length, excerpt: text))
    }
    func order(_ findings: [Finding]) -> [String] {
      var log = FindingLog()
      for finding in findings { log.add(finding, subject: "\(finding.location.length)") }
      return log.sortedGroups.map(\.subject)
    }
    #expect(order(findings) == order(findings.reversed()))
    #expect(order(findings) == (1...12).map(String.init))
  }

  @Test func `an empty log is empty`() {
    let log = FindingLog()
    #expect(log.isEmpty)
    #expect(log.sortedGroups.isEmpty)
    #expect(log.count(of: .note) == 0)
  }
}
