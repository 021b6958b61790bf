import Foundation
import TestSupport
import Testing

/// Whatever stands in a file, the program says what is wrong; it never crashes.
@Suite struct HostileInputTests {
  @Test(arguments: 0..<10 as Range<UInt64>)
  func `files of random bytes end in findings`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let campus = try CampusFixture.campus([:])
    for number in 0..<10 {
      try campus.write(Self.bytes(&random), to: "activity/file\(number).csv")
    }
    for arguments in [
      ["check"], ["report"], ["check", "-O", "json"], ["explain", "--all", "-O", "csv"],
    ] {
      let result = try Program.run(arguments, in: campus.path)
      #expect(!result.isCrash, "seed \(seed): \(arguments)")
      #expect([0, 1, 65, 66].contains(result.status), "seed \(seed): \(result.status)")
      #expect(result.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
      if arguments.contains("json") {
        #expect(throws: Never.self) {
          try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        }
      }
    }
  }

  @Test(arguments: 100..<105 as Range<UInt64>)
  func `a campus.yaml of random bytes is refused`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<5 {
      let campus = try CampusFixture.campus(["activity/a.csv": CampusFixture.rows])
      try campus.write(Self.bytes(&random), to: "campus.yaml")
      let result = try Program.run(["check"], in: campus.path)
      #expect(!result.isCrash && result.status == 65, "seed \(seed)")
      #expect(result.errors.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
    }
  }

  @Test func `names that mean harm are shown harmless`() throws {
    let name = "\u{1B}]0;title\u{7}\u{202E}<script>=2+2"
    let campus = try CampusFixture.campus([
      "activity/a.csv": CampusFixture.rows
        + "2023,main,\"\(name)\",1,kg\n2023,\"\(name)\",natural-gas,1,kWh PCS\n",
      "activity/\u{1B}[31m.csv": CampusFixture.rows,
    ])
    for arguments in [["check"], ["report"], ["explain"]] {
      let result = try Program.run(arguments, in: campus.path)
      let text = result.output + result.errors
      #expect(
        text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x202E) })
    }
  }

  @Test func `meters, groups and labels that mean harm are shown harmless`() throws {
    let name = "\u{1B}]0;title\u{7}\u{202E}<script>=2+2"
    let campus = try CampusFixture.campus([
      "activity/a.csv":
        "period,activity,quantity,unit,meter,error-group,post,label\n"
        + "2023,natural-gas,9000,kWh PCS,\"\(name)\",,,\n2023,electricity,9000,kWh,,\"\(name)\",,\n"
        + "2023,declared-emissions,9,tCO2e,,,energy,\"\(name)\"\n"
    ])
    for format in ["text", "md", "json", "csv"] {
      let result = try Program.run(
        [
          "report", "2023", "--uncertainty", "shared", "--by", "activity", "--draws", "100", "-O",
          format,
        ], in: campus.path)
      #expect(!result.isCrash && result.output.contains("title"), "\(result)")
      // CSV and JSON give names as they are to programs; JSON escapes what it must.
      if format == "csv" { continue }
      #expect(
        result.output.unicodeScalars.allSatisfy {
          $0 == "\n" || ($0.value >= 0x20 && (format == "json" || $0.value != 0x202E))
        }, "\(format)")
    }
  }

  /// A line of null bytes, then one of letters, far over the limit of 1 MB a field.
  ///
  /// A program that kept a line to look at it would need 200 MB; 64 are allowed.
  @Test(arguments: ["zeros", "letters"])
  func `a line of 200 MB ends in a finding with bounded memory`(_ content: String) throws {
    let campus = try CampusFixture.campus(["activity/a.csv": "period,site,activity,quantity,unit\n"]
    )
    let fill =
      content == "zeros"
      ? "truncate -s 200M activity/a.csv"
      : "head -c 200000000 /dev/zero | tr '\\0' x >> activity/a.csv"
    let (status, peak) = try Self.measured(fill, in: campus)
    #expect(status == "1")
    #expect(peak < 64 * 1024, "\(peak) KiB")
    #expect(campus.text(of: "out")?.contains("activity/a.csv:2") == true)
  }

  /// Three gigabytes in three megabytes, and 200 MB of rows cut in their middle.
  @Test(arguments: ["bomb", "cut"])
  func `a compressed file ends in a finding with bounded memory`(_ content: String) throws {
    let campus = try CampusFixture.campus(["rows.csv": CampusFixture.rows])
    try FileManager.default.createDirectory(
      atPath: campus.path + "/activity", withIntermediateDirectories: true)
    let fill =
      content == "bomb"
      ? "head -c 30000000 /dev/zero | gzip -9 > p; for i in $(seq 100); do cat p; done "
        + "> activity/a.csv.gz"
      : "(cat rows.csv; yes 2023-03,main,natural-gas,3000,kWh PCS | head -n 500000) | gzip -1 "
        + "| head -c 50000 > activity/a.csv.gz"
    let (status, peak) = try Self.measured(fill, in: campus)
    #expect(status == "1")
    #expect(peak < 64 * 1024, "\(peak) KiB")
    let kind = content == "bomb" ? "[compressed-too-large]" : "[unreadable-file]"
    #expect(campus.text(of: "out")?.contains(kind) == true)
  }

  /// What `check` ends with after a script, and the most memory either took, in KiB.
  private static func measured(
    _ fill: String, in campus: TemporaryFolder
  ) throws -> (status: String?, peak: Int) {
    let script = """
      \(fill)
      $B check > out; echo $?
      """
    let measured = try Program.shell(
      "python3 -c 'import resource, subprocess, sys\n"
        + "code = subprocess.run([\"/bin/sh\", \"-c\", sys.argv[1]]).returncode\n"
        + "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "
        + "'\(script.replacingOccurrences(of: "'", with: "'\\''"))'",
      in: campus.path)
    let lines = measured.output.split(separator: "\n").map(String.init)
    // ru_maxrss counts KiB on Linux and bytes on macOS.
    return (lines.first, (Int(lines.last ?? "") ?? .max) / (isMac ? 1024 : 1))
  }

  private static var isMac: Bool {
    #if os(macOS)
      true
    #else
      false
    #endif
  }

  /// Bytes at random, or rows that were right before some bytes of them were changed.
  private static func bytes(_ random: inout SplitMix64) -> [UInt8] {
    if Bool.random(using: &random) {
      let count = Int.random(in: 0...2000, using: &random)
      return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    var bytes = Array(CampusFixture.rows.utf8)
    let marks = Array("\"\"\"\r\n;,\t|\0\u{FEFF}-+.,1e9é".utf8)
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let byte = random.pick(marks) ?? 0
      if Bool.random(using: &random) { bytes[place] = byte } else { bytes.insert(byte, at: place) }
    }
    return bytes
  }
}
