/// A language that users read; code and identifiers are English.
public enum Language: String, CaseIterable, Sendable {
  case french = "fr"
  case english = "en"
}

/// The same words in every language the tool speaks.
public struct Text: Hashable, Sendable {
  /// The French words.
  public var fr: String
  /// The English words.
  public var en: String

  /// Words in both languages; neither may be left out.
  public init(fr: String, en: String) {
    self.fr = fr
    self.en = en
  }

  /// A name that is the same everywhere: a symbol, a proper noun.
  public init(same text: String) {
    self.init(fr: text, en: text)
  }

  /// The words in one language.
  public subscript(_ language: Language) -> String {
    switch language {
    case .french: fr
    case .english: en
    }
  }
}
