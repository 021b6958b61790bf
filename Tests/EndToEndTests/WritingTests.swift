import Foundation
import TestSupport
import Testing

/// Rule 9: writes are all or nothing, and an input is never overwritten.
@Suite struct WritingTests {
  static let commands = [
    ["report"], ["report", "-O", "json"], ["check"], ["explain", "--all", "-O", "csv"], ["units"],
    ["help"], ["--help"], ["--version"], ["factors", "list"], ["completions", "bash"],
  ]

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")), arguments: commands)
  func `a full disk is said and ends in 73`(_ arguments: [String]) throws {
    let campus = try CampusFixture.sound()
    let result = try Program.run(arguments, in: campus.path, output: "/dev/full")
    #expect(result.status == 73 && !result.isCrash)
    #expect(result.errors.contains("no space left"), "\(result.errors)")
  }

  @Test(arguments: commands)
  func `a reader that goes away is no crash and no stack dump`(_ arguments: [String]) throws {
    let words = arguments.joined(separator: " ")
    let result = try Program.shell(
      "{ $B -C Examples/demo-campus \(words); echo $? >&3; } 3>&2 | head -c 1 > /dev/null")
    let status = Int32(result.errors.trimmingCharacters(in: .whitespacesAndNewlines))
    // Short results fit in the pipe before anybody notices.
    #expect(status == 0 || status == 73, "\(words): \(result.errors)")
  }

  @Test func `an input is refused as an output, by any of its names`() throws {
    let campus = try CampusFixture.campus([
      "activity/2023/a.csv": CampusFixture.rows, "factors/own.csv": Self.ownFactors,
    ])
    try FileManager.default.createSymbolicLink(
      atPath: campus.path(of: "link.csv"), withDestinationPath: "activity/2023/a.csv")
    for name in [
      "campus.yaml", "activity/2023/a.csv", "./activity/../activity/2023/a.csv", "link.csv",
      "factors/own.csv",
    ] {
      let before = campus.text(of: name)
      for arguments in [["report"], ["explain", "--all", "-O", "csv"]] {
        let result = try Program.run(arguments + ["-o", name], in: campus.path)
        #expect(result.status == 73, "\(name)")
        #expect(result.errors.contains("is an input file"), "\(result.errors)")
        #expect(campus.text(of: name) == before, "\(name)")
      }
    }
  }

  @Test func `a folder that is missing, or that is no folder, is said`() throws {
    let campus = try CampusFixture.sound()
    var names = ["missing/report.txt", "campus.yaml/report.txt", "activity"]
    // Nobody may make a file there, root included.
    if FileManager.default.fileExists(atPath: "/proc/self") { names.append("/proc/report.txt") }
    for name in names {
      for arguments in [["report"], ["explain", "--all", "-O", "csv"]] {
        let result = try Program.run(arguments + ["-o", name], in: campus.path)
        #expect(result.status == 73, "\(name)")
        #expect(result.errors.contains("cannot be written"), "\(result.errors)")
      }
    }
    #expect(try campus.names() == ["activity", "campus.yaml"])
  }

  /// Root may write anywhere: there is nothing to refuse then.
  @Test(.enabled(if: geteuid() != 0))
  func `a folder without the right to write keeps what it holds`() throws {
    let campus = try CampusFixture.sound()
    try campus.write("old", to: "results/report.txt")
    let folder = campus.path(of: "results")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    }
    let result = try Program.run(["report", "-o", "results/report.txt"], in: campus.path)
    #expect(result.status == 73)
    #expect(campus.text(of: "results/report.txt") == "old")
  }

  /// A limit on the size of files stands for a disk that fills up on the way.
  @Test func `the old file stays when the new one cannot be finished`() throws {
    let campus = try CampusFixture.sound()
    try campus.write("old", to: "results/out")
    for arguments in ["report", "explain --all -O csv"] {
      let result = try Program.shell(
        "trap '' XFSZ; ulimit -f 0; exec $B \(arguments) -o results/out 2>/dev/null",
        in: campus.path)
      #expect(result.status == 73 && !result.isCrash, "\(arguments)")
      #expect(campus.text(of: "results/out") == "old", "\(arguments)")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: campus.path(of: "results")) == ["out"])
    }
  }

  @Test func `a file gets what the terminal would get`() throws {
    let campus = try CampusFixture.sound()
    for arguments in [["report"], ["report", "-O", "csv"], ["explain", "--all", "-O", "csv"]] {
      let shown = try Program.run(arguments, in: campus.path)
      let written = try Program.run(arguments + ["-o", "out"], in: campus.path)
      #expect(written.status == 0 && written.output.isEmpty)
      #expect(campus.text(of: "out") == shown.output)
      let dash = try Program.run(arguments + ["-o", "-"], in: campus.path)
      #expect(dash.output == shown.output)
    }
  }

  @Test func `a pipe is written to, and is still a pipe afterwards`() throws {
    let campus = try CampusFixture.sound()
    for arguments in ["report", "explain --all -O csv"] {
      let result = try Program.shell(
        "rm -f p; mkfifo p && { cat p > copy & } ; $B \(arguments) -o p; wait; test -p p && cat "
          + "copy",
        in: campus.path)
      #expect(result.status == 0, "\(arguments): \(result.errors)")
      #expect(!result.output.isEmpty)
    }
  }

  /// A factor of the campus itself, of an activity that nothing here uses.
  static let ownFactors = """
    factor,family,stage,total,unit,release,source,licence
    own-1,petrol,combustion,1,L,own,own,own

    """
}
