import Diagnostics

/// The heading a command stands under; the order is that of the help.
enum CommandGroup: CaseIterable, Sendable {
  case start
  case work
  case data
  case help

  /// The heading.
  var title: Text {
    switch self {
    case .start: Text(fr: "Commencer", en: "Start")
    case .work: Text(fr: "Travailler", en: "Work")
    case .data: Text(fr: "Données", en: "Data")
    case .help: Text(fr: "Aide", en: "Help")
    }
  }
}
