import Diagnostics
import Files
import Reporting

/// The program: arguments in, an exit status out, everything else through the console.
public enum CommandLineInterface {
  /// The version, as CHANGELOG.md heads it.
  public static let version = "0.1.0"

  /// Does what the arguments ask; they do not include the name of the program.
  public static func run(arguments: [String], console: Console) -> Int32 {
    let (console, progress) = Progress.watching(console)
    defer { progress?.stop() }
    let context = Context(console: console, progress: progress)
    let language = CommandCatalog.language(in: arguments) ?? .english
    switch CommandCatalog.parse(arguments) {
    case .version: return write("empreinte \(version)\n", language, console)
    case .help(let topic): return write(HelpPage.text(for: topic, in: language), language, console)
    case .problem(let problem, let command):
      console.say(problem.message(in: language, arguments: arguments, command: command))
      return ExitStatus.usage.rawValue
    case .run(let command, let invocation):
      progress?.start { Session.language(invocation, context) }
      do throws(UsageProblem) {
        return try command.run(invocation, context).rawValue
      } catch {
        console.say(error.message(in: language, arguments: arguments, command: command))
        return ExitStatus.usage.rawValue
      }
    }
  }

  private static func write(_ text: String, _ language: Language, _ console: Console) -> Int32 {
    do throws(FileProblem) {
      try console.writeOutput(Array(text.utf8))
      return ExitStatus.ok.rawValue
    } catch {
      let problem = CommandProblem.file(error)
      if error != .closedPipe { console.say(problem.message(in: language, style: .plain)) }
      return problem.status.rawValue
    }
  }
}
