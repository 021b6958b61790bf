import Diagnostics

/// One walk along a command line: the command, its options and operands, and the first problem.
///
/// The walk goes on after a problem, so that `--help` and `--lang` are heard wherever they stand.
struct ArgumentReading {
  /// The command recognised so far.
  private(set) var command: Command?
  /// What was given for each option, by its long name.
  private(set) var options: [String: [Invocation.Argument]] = [:]
  /// The arguments that are neither options nor commands.
  private(set) var operands: [Invocation.Argument] = []
  /// The first thing that is wrong.
  private(set) var problem: UsageProblem?
  /// True once a word that should be a command is not one.
  private(set) var isLost = false

  private let arguments: [String]
  private let commands: [Command]
  private let globalOptions: [OptionDescription]
  private var index = 0

  /// A walk that has not begun.
  init(_ arguments: [String], commands: [Command], globalOptions: [OptionDescription]) {
    self.arguments = arguments
    self.commands = commands
    self.globalOptions = globalOptions
  }

  /// Walks to the end.
  mutating func readAll() {
    var optionsEnded = false
    while index < arguments.count {
      let argument = arguments[index]
      if optionsEnded || !Self.isOption(argument) {
        takeWord(argument)
      } else if argument == "--" {
        optionsEnded = true
      } else if argument.utf8.starts(with: [0x2D, 0x2D]) {
        takeLongOption(argument)
      } else {
        takeLetters(argument)
      }
      index += 1
    }
  }

  /// A hyphen with more behind it, unless that is a number: `-5 degC` is a quantity.
  private static func isOption(_ argument: String) -> Bool {
    let bytes = argument.utf8.prefix(2)
    guard bytes.count == 2, bytes.first == 0x2D, let second = bytes.last else { return false }
    return !(0x30...0x39).contains(second) && second != 0x2C && second != 0x2E
  }

  private var knownOptions: [OptionDescription] { (command?.options ?? []) + globalOptions }

  private mutating func note(_ fact: UsageProblem.Fact) {
    if problem == nil { problem = UsageProblem(fact, at: index) }
  }

  private mutating func takeWord(_ word: String) {
    if isLost { return }
    let known = command?.subcommands ?? commands
    if known.isEmpty {
      operands.append(Invocation.Argument(text: word, index: index))
    } else if let next = known.first(where: { $0.name == word }) {
      command = next
    } else {
      isLost = true
      let names = known.map(\.name)
      let nearest = NearestName.closest(to: word, among: names)
      if let command {
        note(.unknownSubcommand(word, of: command.path, known: names, nearest: nearest))
      } else {
        note(.unknownCommand(word, nearest: nearest))
      }
    }
  }

  private mutating func takeLongOption(_ argument: String) {
    let parts = argument.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = knownOptions.first(where: { $0.name == name }) else {
      return noteUnknownOption("--" + name, name: name)
    }
    let attached = parts.count == 2 ? String(parts[1]) : nil
    if option.takesValue {
      takeValue(of: option, spelled: option.longName, attached: attached)
    } else if attached != nil {
      note(.unexpectedValue(option: option.longName))
    } else {
      record(option, "")
    }
  }

  private mutating func takeLetters(_ argument: String) {
    let word = String(argument.dropFirst())
    if word.count > 1 {
      // `-output` would otherwise be `-o` with the value `utput`.
      let isKnown = knownOptions.contains { $0.name == word }
      let owners = isKnown ? [] : owners(of: "--" + word)
      if isKnown || !owners.isEmpty {
        return note(.unknownOption(argument, nearest: "--" + word, owners: owners))
      }
    }
    var letters = Substring(word)
    while let letter = letters.popFirst() {
      guard let option = knownOptions.first(where: { $0.short == letter }) else {
        return noteUnknownOption("-\(letter)", name: word)
      }
      guard option.takesValue else {
        record(option, "")
        continue
      }
      if letters.first == "=" {
        return note(.equalsAfterLetter(option: "-\(letter)", long: option.longName))
      }
      return takeValue(
        of: option, spelled: "-\(letter)", attached: letters.isEmpty ? nil : String(letters))
    }
  }

  private mutating func takeValue(
    of option: OptionDescription, spelled: String, attached: String?
  ) {
    if let attached { return record(option, attached) }
    guard index + 1 < arguments.count, !Self.isOption(arguments[index + 1]) else {
      return note(.missingValue(option: spelled, placeholder: option.placeholder))
    }
    index += 1
    record(option, arguments[index])
  }

  private mutating func record(_ option: OptionDescription, _ text: String) {
    if option.takesValue,
      let fault = option.expects.fault(in: text, of: Text(same: option.longName))
    {
      return note(fault)
    }
    if !option.isRepeatable, let first = options[option.name]?.first, first.text != text {
      note(.contradictoryOption(option: option.longName, first: first.text, second: text))
    }
    options[option.name, default: []].append(Invocation.Argument(text: text, index: index))
  }

  private mutating func noteUnknownOption(_ spelling: String, name: String) {
    let swapped = knownOptions.first {
      $0.shortName?.lowercased() == spelling.lowercased()
    }
    let nearest =
      swapped?.shortName
      ?? NearestName.closest(to: name, among: knownOptions.map(\.name)).map { "--" + $0 }
    note(.unknownOption(spelling, nearest: nearest, owners: owners(of: spelling)))
  }

  /// The commands that have an option, spelled like this.
  private func owners(of spelling: String) -> [String] {
    commands.flatMap(\.family)
      .filter { $0.options.contains { $0.spellings.contains(spelling) } }.map(\.path)
  }
}
