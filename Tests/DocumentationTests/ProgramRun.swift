import CommandLineInterface
import Files
import Synchronization

/// One run of the program inside the test, with all it wrote.
struct ProgramRun {
  /// What a run wrote, in the order it was written.
  private final class Writings: Sendable {
    let output = Mutex<[UInt8]>([])
    let everything = Mutex<[UInt8]>([])
  }

  /// What the process would have ended with.
  let status: Int32
  /// What went to the standard output.
  let output: String
  /// Results and messages together, as a terminal shows them.
  let everything: String

  /// Runs the program in a folder; the arguments do not include its name.
  init(_ arguments: [String], in folder: String) {
    let writings = Writings()
    let console = Console(
      writeOutput: { (bytes) throws(FileProblem) in
        writings.output.withLock { $0 += bytes }
        writings.everything.withLock { $0 += bytes }
      },
      writeErrors: { bytes in writings.everything.withLock { $0 += bytes } },
      environment: { $0 == "EMPREINTE_DATA" ? Repository.path : nil },
      workingDirectory: folder)
    status = CommandLineInterface.run(arguments: arguments, console: console)
    output = writings.output.withLock { String(decoding: $0, as: UTF8.self) }
    everything = writings.everything.withLock { String(decoding: $0, as: UTF8.self) }
  }
}
