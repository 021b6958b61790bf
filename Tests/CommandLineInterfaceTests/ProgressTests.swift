import Diagnostics
import Files
import Synchronization
import Tables
import Testing

@testable import CommandLineInterface

/// One line on a terminal, and never a trace of it elsewhere.
struct ProgressTests {
  /// What a console wrote.
  private final class Screen: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

    func write(_ more: [UInt8]) { bytes.withLock { $0 += more } }
  }

  private func console(_ screen: Screen, isTerminal: Bool, terminal: String = "xterm") -> Console {
    Console(
      writeOutput: { (bytes) throws(FileProblem) in screen.write(bytes) },
      writeErrors: { screen.write($0) }, errorsAreTerminal: isTerminal,
      environment: { $0 == "TERM" ? terminal : nil }, workingDirectory: "/")
  }

  @Test func `what the line says`() {
    #expect(Progress.text(read: 0, of: 0, .english) == "Computing…")
    #expect(Progress.text(read: 345, of: 1000, .english) == "Reading: 34% of 1\u{A0}MB")
    #expect(
      Progress.text(read: 400_000_000, of: 800_000_000, .french)
        == "Lecture : 50\u{A0}% de 800\u{A0}Mo")
    #expect(Progress.text(read: 1250, of: 1000, .english) == "Computing…")
  }

  @Test func `work that is soon over says nothing`() {
    let screen = Screen()
    let progress = Progress { screen.write($0) }
    for _ in 0..<4 { #expect(progress.tick { .english }) }
    progress.stop()
    #expect(screen.text.isEmpty)
    #expect(!progress.tick { .english } && screen.text.isEmpty)
  }

  @Test func `the line is put away before anything else is said, once`() throws {
    let screen = Screen()
    let (console, progress) = Progress.watching(console(screen, isTerminal: true))
    let known = try #require(progress)
    for _ in 0..<5 { _ = known.tick { .english } }
    try console.writeOutput(Array("result\n".utf8))
    console.writeErrors(Array("message\n".utf8))
    known.stop()
    #expect(
      screen.text == "\rComputing…\u{1B}[K\r\u{1B}[Kresult\nmessage\n")
  }

  @Test(arguments: [(false, "xterm"), (true, "dumb")])
  func `without a terminal there is no line`(isTerminal: Bool, terminal: String) {
    let console = console(Screen(), isTerminal: isTerminal, terminal: terminal)
    #expect(Progress.watching(console).progress == nil)
  }

  @Test func `bytes are counted as they are read`() {
    let screen = Screen()
    let progress = Progress { screen.write($0) }
    let source = progress.counted(
      ByteSource(name: "a", bytes: Array(repeating: 65, count: 2_000_000)), size: 2_000_000)
    #expect(source.name == "a" && source.isSeekable)
    #expect(source.bytes(at: 0, count: 500_000).count == 500_000)
    for _ in 0..<5 { _ = progress.tick { .english } }
    #expect(screen.text == "\rReading: 25% of 2\u{A0}MB\u{1B}[K")
  }
}
