import Diagnostics

extension CompletionsCommand {
  @Sendable
  static func run(_ invocation: Invocation, _ context: Context) throws(UsageProblem) -> ExitStatus {
    let language = invocation(GlobalOptions.language) ?? .english
    let script =
      switch invocation(shell) {
      case .zsh: ZshCompletion.script(in: language)
      case .fish: FishCompletion.script(in: language)
      default: BashCompletion.script
      }
    return context.attempt(invocation) { () throws(CommandProblem) in
      try context.write(script, to: nil)
      return .ok
    }
  }
}
