import Diagnostics

/// Why a workbook, or the rest of a sheet, cannot be read.
enum WorkbookProblem: Error, Equatable {
  /// Another sort of file.
  case otherFormat(Text)
  /// A table in text, whatever its name says.
  case text
  case encrypted
  /// Cut short, or bytes changed.
  case damaged(part: String)
  /// What no spreadsheet program writes, and a forger does.
  case unsafe(part: String, Reason)
  case tooLarge(part: String)
  /// A row or cell that is where it cannot be.
  case badReference(String, row: Int)

  enum Reason: Equatable {
    case documentType
    case entryName
    case overlap
    case sameName
    case compression
    case nesting

    /// What it is, in a few words.
    var words: Text {
      switch self {
      case .documentType: Text(fr: "une déclaration DOCTYPE", en: "a DOCTYPE declaration")
      case .entryName:
        Text(fr: "un nom qui sort de l'archive", en: "a name that leads out of the archive")
      case .overlap:
        Text(fr: "des données communes à deux éléments", en: "data that two parts share")
      case .sameName: Text(fr: "deux éléments du même nom", en: "two parts of the same name")
      case .compression: Text(fr: "une compression inconnue", en: "an unknown compression")
      case .nesting:
        Text(fr: "des balises trop imbriquées", en: "elements nested too deep")
      }
    }
  }

  /// The finding, somewhere in a file.
  func finding(at location: Location) -> Finding {
    switch self {
    case .otherFormat(let name):
      Finding(
        WorkbookFindings.notAWorkbook, at: location,
        [.init("format-fr", name.fr), .init("format-en", name.en)])
    case .text: Finding(WorkbookFindings.textNamedWorkbook, at: location)
    case .encrypted: Finding(WorkbookFindings.encryptedWorkbook, at: location)
    case .damaged(let part):
      Finding(WorkbookFindings.damagedWorkbook, at: location, [.init("part", part)])
    case .unsafe(let part, let reason):
      Finding(
        WorkbookFindings.unsafeWorkbook, at: location,
        [
          .init("part", part), .init("reason-fr", reason.words.fr),
          .init("reason-en", reason.words.en),
        ])
    case .tooLarge(let part):
      Finding(WorkbookFindings.workbookTooLarge, at: location, [.init("part", part)])
    case .badReference(let reference, _):
      Finding(WorkbookFindings.badCellReference, at: location, [.init("reference", reference)])
    }
  }
}
