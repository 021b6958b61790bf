/// How much a finding matters.
public enum Severity: String, CaseIterable, Comparable, Sendable {
  /// Something the reader should know; nothing to mend.
  case note
  /// Doubtful: the figure stands, but may be wrong.
  case warning
  /// Wrong: what it concerns is left out of every figure.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// Notes come before warnings, warnings before errors.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  /// The word printed after the position.
  public var label: Text {
    switch self {
    case .note: Text(fr: "note", en: "note")
    case .warning: Text(fr: "doute", en: "warning")
    case .error: Text(fr: "erreur", en: "error")
    }
  }
}
