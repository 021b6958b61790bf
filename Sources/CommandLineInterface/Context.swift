import Diagnostics
import Files
import Reporting

/// What a command may use beside its own arguments.
struct Context: Sendable {
  let console: Console
  /// Told on the terminal while files are read; nil where there is none.
  var progress: Progress?

  /// A path as it was typed, made independent of the working folder.
  func path(_ typed: String) -> String { Directory.join(console.workingDirectory, typed) }

  /// How a result is dressed that goes to a file, or to the standard output where none is named.
  func style(_ invocation: Invocation, for file: String?) -> TextStyle {
    file == nil ? style(invocation, isTerminal: console.outputIsTerminal) : .plain
  }

  /// How text is dressed on the way to a person, and left plain on the way to a file.
  func style(_ invocation: Invocation, isTerminal: Bool) -> TextStyle {
    switch invocation(GlobalOptions.color) {
    case .always: return .terminal
    case .never: return .plain
    case .auto:
      let refuses = console.environment("NO_COLOR").map { !$0.isEmpty } ?? false
      let isDumb = console.environment("TERM") == "dumb"
      return isTerminal && !refuses && !isDumb ? .terminal : .plain
    }
  }

  /// Runs the body of a command; a problem becomes its message and its exit status.
  func attempt(
    _ invocation: Invocation, _ body: () throws(CommandProblem) -> ExitStatus
  ) -> ExitStatus {
    do {
      return try body()
    } catch {
      if case .file(.closedPipe) = error { return .cannotWrite }
      let style = style(invocation, isTerminal: console.errorsAreTerminal)
      console.say(error.message(in: Session.language(invocation, self), style: style))
      return error.status
    }
  }

  /// Writes a result where it was asked for, and opens it when that was asked for too.
  func deliver(_ bytes: [UInt8], _ invocation: Invocation) throws(CommandProblem) {
    let file = invocation(SharedOptions.output)
    let path = file == "-" ? nil : file.map(path)
    let isOpened = invocation(SharedOptions.open)
    if isOpened, path == nil { throw .nothingToOpen }
    try write(bytes, to: file)
    if isOpened, let path, !console.open(path) { throw .cannotOpen(path) }
  }

  /// Writes a result to a file or to the standard output.
  func write(_ text: String, to path: String?) throws(CommandProblem) {
    try write(Array(text.utf8), to: path)
  }

  /// The same for what is not text.
  func write(_ bytes: [UInt8], to path: String?) throws(CommandProblem) {
    let isArchive = bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    if isArchive, path == nil, console.outputIsTerminal { throw .workbookNeedsFile }
    do throws(FileProblem) {
      if let path, path != "-" {
        try AtomicFile.write(bytes, to: self.path(path))
      } else {
        try console.writeOutput(bytes)
      }
    } catch {
      throw .file(error)
    }
  }
}
