import Diagnostics

/// `empreinte completions`: scripts that let a shell complete command lines.
enum CompletionsCommand {
  /// The shells that are served.
  enum Shell: String, CaseIterable, Sendable {
    case bash
    case zsh
    case fish
  }

  /// The shell to write for.
  static let shell = Operand<Shell>.choice(
    Text(same: "SHELL"),
    help: Text(fr: "bash, zsh ou fish.", en: "bash, zsh or fish."))

  /// The declaration.
  static let command = Command(
    "completions", group: .help,
    summary: Text(
      fr: "Écrire le script de complétion d'un shell.",
      en: "Write the completion script of a shell."),
    discussion: Text(
      fr: "Le script va sur la sortie standard ; l'endroit où le ranger dépend du shell.",
      en: "The script goes to standard output; where to put it depends on the shell."),
    operands: [shell.description],
    examples: [
      Example(
        "empreinte completions bash >> ~/.bash_completion",
        Text(fr: "L'installer pour bash.", en: "Install it for bash.")),
      Example(
        "empreinte completions fish > ~/.config/fish/completions/empreinte.fish",
        Text(fr: "L'installer pour fish.", en: "Install it for fish.")),
      Example(
        "empreinte completions zsh > ~/.zfunc/_empreinte",
        Text(fr: "L'installer pour zsh.", en: "Install it for zsh.")),
    ],
    run: run)
}
