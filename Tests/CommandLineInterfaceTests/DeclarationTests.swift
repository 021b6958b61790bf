import Diagnostics
import Testing

@testable import CommandLineInterface

@Suite struct `declarations` {
  @Test func `no two commands have one path`() {
    let paths = CommandCatalog.everyCommand.map(\.path)
    #expect(Set(paths).count == paths.count)
  }

  @Test(arguments: CommandCatalog.everyCommand.map(\.path))
  func `no two options of a command share a name or a letter`(path: String) throws {
    let command = try #require(CommandCatalog.command(named: words(of: path)))
    let spellings = (command.options + GlobalOptions.all).flatMap(\.spellings)
    #expect(Set(spellings).count == spellings.count)
    // A digit would make `-5 degC` an option.
    let letters = (command.options + GlobalOptions.all).compactMap(\.short)
    #expect(letters.allSatisfy { $0.isASCII && $0.isLetter })
  }

  @Test func `a letter means the same option everywhere`() {
    var meaning: [Character: String] = [:]
    for option in CommandCatalog.everyCommand.flatMap(\.options) + GlobalOptions.all {
      guard let letter = option.short else { continue }
      #expect(meaning[letter, default: option.name] == option.name)
      meaning[letter] = option.name
    }
  }

  @Test func `an option takes a value everywhere or nowhere`() {
    var takesValue: [String: Bool] = [:]
    for option in CommandCatalog.everyCommand.flatMap(\.options) + GlobalOptions.all {
      #expect(takesValue[option.name, default: option.takesValue] == option.takesValue)
      takesValue[option.name] = option.takesValue
    }
  }

  @Test(arguments: CommandCatalog.everyCommand.map(\.path))
  func `every sentence of a command ends with a period in both languages`(path: String) throws {
    let command = try #require(CommandCatalog.command(named: words(of: path)))
    let sentences =
      [command.summary, command.discussion] + command.options.map(\.help)
      + command.operands.map(\.help) + command.examples.map(\.effect)
    for sentence in sentences {
      for language in Language.allCases {
        #expect(sentence[language].hasSuffix("."), "\(sentence[language])")
        #expect(!sentence[language].contains("  "), "\(sentence[language])")
      }
    }
  }

  @Test func `every sentence of the program ends with a period in both languages`() {
    let sentences =
      GlobalOptions.all.map(\.help) + CommandCatalog.examples.map(\.effect)
      + ExitStatus.allCases.map(\.meaning) + [CommandCatalog.summary, HelpWords.conventions]
    for sentence in sentences {
      #expect(sentence.fr.hasSuffix(".") && sentence.en.hasSuffix("."), "\(sentence.en)")
    }
  }

  @Test(arguments: CommandCatalog.everyCommand.map(\.path))
  func `a command has two examples at least, and they parse as themselves`(path: String) throws {
    let command = try #require(CommandCatalog.command(named: words(of: path)))
    #expect(command.examples.count >= 2)
    for example in command.examples {
      let words = words(of: example.commandLine)
      #expect(words.first == "empreinte")
      guard case .run(let called, _) = CommandCatalog.parse(Array(words.dropFirst())) else {
        Issue.record("\(example.commandLine) does not run")
        continue
      }
      #expect(command.family.map(\.path).contains(called.path), "\(example.commandLine)")
    }
  }

  @Test(arguments: CommandCatalog.examples.map(\.commandLine))
  func `the first examples run`(commandLine: String) {
    guard case .run = CommandCatalog.parse(Array(words(of: commandLine).dropFirst())) else {
      Issue.record("\(commandLine) does not run")
      return
    }
  }

  @Test(arguments: CommandCatalog.everyCommand.map(\.path))
  func `only the last operand may take all that follow`(path: String) throws {
    let operands = try #require(CommandCatalog.command(named: words(of: path))).operands
    #expect(Set(operands.map(\.key)).count == operands.count)
    for operand in operands.dropLast() { #expect([.one, .optional].contains(operand.arity)) }
    // After an operand that may be left out, none can be required.
    let firstOptional = operands.firstIndex { $0.arity != .one } ?? operands.count
    #expect(operands.dropFirst(firstOptional).allSatisfy { $0.arity != .one })
  }

  // 0 and 1, then the numbers of sysexits.h (EX_USAGE 64, EX_DATAERR 65,
  // EX_NOINPUT 66, EX_SOFTWARE 70, EX_CANTCREAT 73).
  @Test func `exit statuses are those of the documentation`() {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 64, 65, 66, 70, 73])
  }
}
