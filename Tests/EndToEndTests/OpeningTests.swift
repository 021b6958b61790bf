import Foundation
import TestSupport
import Testing

/// `--open`, with a desktop that only notes what it is given.
struct OpeningTests {
  /// A folder with a program that writes what it was asked to open beside itself.
  private func desktop() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "#!/bin/sh\nprintf %s \"$1\" > \"${0%/*}/opened.new\"\n"
        + "mv \"${0%/*}/opened.new\" \"${0%/*}/opened\"\n", to: "xdg-open")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path(of: "xdg-open"))
    return folder
  }

  #if os(Linux)
    @Test(arguments: [["report", "2023", "-o", "a b.html"], ["report", "2023", "-o", "r.xlsx"]])
    func `the file that was written is handed to the desktop`(arguments: [String]) throws {
      let campus = try CampusFixture.sound()
      let desktop = try desktop()
      let run = try Program.run(
        arguments + ["--open"], in: campus.path,
        environment: ["PATH": "\(desktop.path):/usr/bin:/bin"])
      #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run)")
      // Nobody waits for it.
      for _ in 0..<200 where desktop.text(of: "opened") == nil { usleep(50_000) }
      let opened = try #require(desktop.text(of: "opened"))
      #expect(opened.hasSuffix("/" + arguments[3]))
      #expect(FileManager.default.fileExists(atPath: opened))
    }

    @Test func `without a desktop the file is there all the same`() throws {
      let campus = try CampusFixture.sound()
      let run = try Program.run(
        ["report", "2023", "-o", "r.html", "--open"], in: campus.path,
        environment: ["PATH": "/nowhere"])
      #expect(run.status == 0 && run.errors.contains("xdg-open"), "\(run)")
      #expect(campus.text(of: "r.html")?.hasSuffix("</html>\n") == true)
    }
  #endif

  @Test(arguments: [
    ["report", "--open"], ["report", "-o", "-", "--open"], ["compare", "2023", "2023", "--open"],
  ])
  func `only a file can be opened`(arguments: [String]) throws {
    let campus = try CampusFixture.sound()
    let run = try Program.run(arguments, in: campus.path)
    #expect(
      run.status == 64 && run.output.isEmpty && run.errors.contains("-o report.html"), "\(run)")
  }
}
