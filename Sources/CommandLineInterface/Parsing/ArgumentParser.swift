import Diagnostics

/// Reads command lines against declared commands.
///
/// Names are never abbreviated: a script must not change its meaning when an option is added.
/// Options may stand anywhere after the command that has them, `--` ends them, and `-` is an
/// operand.
struct ArgumentParser: Sendable {
  /// The commands that may be called.
  let commands: [Command]
  /// The options that every command takes.
  let globalOptions: [OptionDescription]

  /// What a command line asks for.
  ///
  /// Asking for help wins over every problem but an unknown command: whoever asks is lost already.
  func parse(_ arguments: [String]) -> Parsed {
    let reading = read(arguments)
    let help = reading.options[GlobalOptions.help.description.name]
    if help != nil, !reading.isLost {
      return .help(reading.command.map { .command($0) } ?? .overview)
    }
    if let problem = reading.problem { return .problem(problem, reading.command) }
    if reading.options[GlobalOptions.version.description.name] != nil { return .version }
    guard let command = reading.command else { return .help(.brief) }
    if case .subcommands(let known) = command.body {
      let fact = UsageProblem.Fact.missingSubcommand(of: command.path, known: known.map(\.name))
      return .problem(UsageProblem(fact), command)
    }
    do {
      let operands = try assign(reading.operands, to: command.operands)
      let invocation = Invocation(
        arguments: arguments, options: reading.options, operands: operands)
      return .run(command, invocation)
    } catch {
      return .problem(error, command)
    }
  }

  /// The language a command line asks for, even if the rest of it is wrong.
  func language(in arguments: [String]) -> Language? {
    let given = read(arguments).options[GlobalOptions.language.description.name]
    return given?.last.flatMap { Language(rawValue: $0.text) }
  }

  private func read(_ arguments: [String]) -> ArgumentReading {
    var reading = ArgumentReading(arguments, commands: commands, globalOptions: globalOptions)
    reading.readAll()
    return reading
  }

  /// Gives each operand its arguments, in order.
  private func assign(
    _ given: [Invocation.Argument], to descriptions: [OperandDescription]
  ) throws(UsageProblem) -> [String: [Invocation.Argument]] {
    var rest = given[...]
    var assigned: [String: [Invocation.Argument]] = [:]
    for description in descriptions {
      let count =
        switch description.arity {
        case .one, .optional: min(1, rest.count)
        case .many, .any: rest.count
        }
      if count == 0, description.arity == .one || description.arity == .many {
        throw UsageProblem(.missingOperand(description.name))
      }
      for argument in rest.prefix(count) {
        if let fault = description.expects.fault(in: argument.text, of: description.name) {
          throw UsageProblem(fault, at: argument.index)
        }
      }
      if count > 0 { assigned[description.key] = Array(rest.prefix(count)) }
      rest = rest.dropFirst(count)
    }
    if let extra = rest.first {
      throw UsageProblem(.unexpectedOperand(extra.text), at: extra.index)
    }
    return assigned
  }
}
