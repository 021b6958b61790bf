import Foundation
import TestSupport
import Testing

/// Where the campus and the shipped data are found.
@Suite struct PlaceTests {
  @Test func `the campus is the nearest folder upwards`() throws {
    let campus = try CampusFixture.sound()
    let top = try Program.run(["report"], in: campus.path)
    #expect(try Program.run(["report"], in: campus.path(of: "activity/2023")).output == top.output)
    #expect(try Program.run(["-C", campus.path, "report"]).output == top.output)
    #expect(
      try Program.run(["-C", "../..", "report"], in: campus.path(of: "activity/2023")).output
        == top.output)
  }

  @Test func `a campus named with -C is not looked for upwards`() throws {
    let campus = try CampusFixture.sound()
    let result = try Program.run(["-C", "activity", "report"], in: campus.path)
    #expect(result.status == 66)
  }

  @Test func `--data goes before EMPREINTE_DATA`() throws {
    let campus = try CampusFixture.sound()
    let wrong = ["EMPREINTE_DATA": campus.path]
    #expect(try Program.run(["report"], in: campus.path, environment: wrong).status == 66)
    let right = try Program.run(
      ["--data", Program.root, "report"], in: campus.path, environment: wrong)
    #expect(right.status == 0)
    #expect(try Program.run(["--data", campus.path, "report"], in: campus.path).status == 66)
  }

  @Test func `the data are found beside the program and above it, through links too`() throws {
    let campus = try CampusFixture.sound()
    let expected = try Program.run(["report"], in: campus.path)
    let place = try TemporaryFolder()
    let manager = FileManager.default
    for folder in ["above/deep/bin", "beside/bin", "beside/share/empreinte", "links"] {
      try manager.createDirectory(atPath: place.path(of: folder), withIntermediateDirectories: true)
    }
    let data = Program.root + "/EmissionFactors"
    for folder in ["above", "beside/share/empreinte"] {
      try manager.createSymbolicLink(
        atPath: place.path(of: folder + "/EmissionFactors"), withDestinationPath: data)
    }
    for folder in ["above/deep/bin", "beside/bin"] {
      let program = place.path(of: folder + "/empreinte")
      try manager.copyItem(atPath: Program.path, toPath: program)
      let link = place.path(of: "links/" + folder.filter { $0 != "/" })
      try manager.createSymbolicLink(atPath: link, withDestinationPath: program)
      for path in [program, link] {
        let result = try Program.run(
          ["report"], in: campus.path, environment: ["EMPREINTE_DATA": ""], program: path)
        #expect(result.status == 0, "\(path): \(result.errors)")
        #expect(result.output == expected.output)
      }
    }
  }

  @Test func `NO_COLOR, a dumb terminal and a file get no colours; --color always does`() throws {
    let campus = try CampusFixture.sound()
    #expect(!(try Program.run(["report"], in: campus.path).output.contains("\u{1B}")))
    let always = try Program.run(["--color", "always", "report"], in: campus.path)
    #expect(always.output.contains("\u{1B}[1m"))
    let file = try Program.run(["--color", "always", "report", "-o", "out"], in: campus.path)
    #expect(file.status == 0 && campus.text(of: "out")?.contains("\u{1B}") == false)
  }

  /// `script` gives the program a terminal of its own.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")),
    arguments: [("", true), ("NO_COLOR=1", false), ("NO_COLOR=", true), ("TERM=dumb", false)])
  func `on a terminal the environment decides`(_ variables: String, _ expected: Bool) throws {
    let campus = try CampusFixture.sound()
    let result = try Program.shell(
      "TERM=xterm; export TERM; script -qec \"env \(variables) $B report\" /dev/null",
      in: campus.path)
    #expect(result.output.contains("Test campus"))
    #expect(result.output.contains("\u{1B}[1m") == expected, "\(variables)")
  }
}
