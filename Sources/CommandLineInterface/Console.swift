public import Files

/// The terminal, the streams and the environment, handed to commands as a value.
///
/// Tests pass one that remembers; nothing below this module knows that a terminal exists.
public struct Console: Sendable {
  /// Writes results.
  public var writeOutput: @Sendable ([UInt8]) throws(FileProblem) -> Void
  /// Writes messages.
  public var writeErrors: @Sendable ([UInt8]) -> Void
  /// True when results go to a person.
  public var outputIsTerminal: Bool
  /// True when messages go to a person.
  public var errorsAreTerminal: Bool
  /// The width of the terminal.
  public var width: Int
  /// A variable of the environment.
  public var environment: @Sendable (String) -> String?
  /// Hands a file to the desktop; false when nothing there opens files.
  public var open: @Sendable (String) -> Bool
  /// The folder the command was typed in.
  public var workingDirectory: String
  /// The program, with links resolved.
  public var executable: String?

  /// A console made of its parts.
  public init(
    writeOutput: @escaping @Sendable ([UInt8]) throws(FileProblem) -> Void,
    writeErrors: @escaping @Sendable ([UInt8]) -> Void, outputIsTerminal: Bool = false,
    errorsAreTerminal: Bool = false, width: Int = 80,
    environment: @escaping @Sendable (String) -> String? = { _ in nil },
    open: @escaping @Sendable (String) -> Bool = { _ in false },
    workingDirectory: String, executable: String? = nil
  ) {
    self.writeOutput = writeOutput
    self.writeErrors = writeErrors
    self.outputIsTerminal = outputIsTerminal
    self.errorsAreTerminal = errorsAreTerminal
    self.width = width
    self.environment = environment
    self.open = open
    self.workingDirectory = workingDirectory
    self.executable = executable
  }

  /// The console of the process.
  public static func system(program: String) -> Console {
    Console(
      writeOutput: { (bytes) throws(FileProblem) in try StandardStreams.writeOutput(bytes) },
      writeErrors: { StandardStreams.writeErrors($0) },
      outputIsTerminal: StandardStreams.outputIsTerminal,
      errorsAreTerminal: StandardStreams.errorsAreTerminal,
      width: StandardStreams.outputIsTerminal ? StandardStreams.outputWidth : 80,
      environment: { StandardStreams.environment($0) }, open: { Opener.open($0) },
      workingDirectory: Directory.current,
      executable: StandardStreams.executablePath(argument: program))
  }

  func say(_ message: String) { writeErrors(Array(message.utf8)) }
}
