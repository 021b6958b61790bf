import Foundation
import TestSupport
import Testing

@testable import CommandLineInterface

/// The examples that help prints can be typed as they stand.
struct HelpExampleTests {
  static let commandLines = Array(
    Set(
      (CommandCatalog.examples + CommandCatalog.everyCommand.flatMap(\.examples))
        .map(\.commandLine))
  ).sorted()

  @Test func `every command has an example`() {
    #expect(CommandCatalog.everyCommand.filter(\.examples.isEmpty).map(\.path) == [])
  }

  @Test(arguments: commandLines)
  func `an example of help works on the campus of the examples`(commandLine: String) throws {
    let sandbox = try Sandbox()
    if commandLine.hasPrefix("empreinte init") {
      sandbox.go(to: "Examples")
    } else if !commandLine.contains("-C ") {
      sandbox.go(to: "Examples/demo-campus")
    }
    if commandLine.hasPrefix("empreinte factors import") { try sandbox.putBaseCarbone() }
    if commandLine.hasPrefix("empreinte import") { try sandbox.putReceivedFiles() }
    if commandLine.hasPrefix("empreinte factors diff") { try sandbox.importBaseCarbone() }
    if commandLine.contains("--hourly") { try sandbox.importHours() }
    if commandLine.contains("--remove") { _ = try sandbox.type("empreinte factors lock 2021") }
    let outcome = try sandbox.type(commandLine)
    guard case .ran(let status, let shown) = outcome else {
      Issue.record("not a command of the program")
      return
    }
    #expect([0, 1].contains(status), "\(shown)")
  }

  @Test(arguments: commandLines)
  func `an example of help stands in a help page`(commandLine: String) throws {
    let pages =
      [["--help"]]
      + CommandCatalog.everyCommand.map {
        ["help"] + $0.path.split(separator: " ").map(String.init)
      }
    let found = pages.contains {
      ProgramRun($0, in: Repository.path).output.contains(commandLine)
    }
    #expect(found)
  }
}
