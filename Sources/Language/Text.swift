/// A language that missions write in.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case spanish = "es"
}

/// A text in the mission's languages. The compiler asks for both.
public struct Text: Sendable, Hashable {
  /// The English and the Spanish text.
  public var en, es: String

  /// A text in both languages.
  public init(en: String, es: String) { (self.en, self.es) = (en, es) }

  /// A text that is the same in every language, such as a name.
  public init(_ name: String) { (en, es) = (name, name) }

  /// The text in `language`.
  public subscript(language: Language) -> String {
    get {
      switch language {
      case .english: en
      case .spanish: es
      }
    }
    set {
      switch language {
      case .english: en = newValue
      case .spanish: es = newValue
      }
    }
  }

  /// The text that `make` gives for each language.
  public init(_ make: (Language) throws -> String) rethrows { (en, es) = (try make(.english), try make(.spanish)) }
}
