public import Language

/// The words of a source, verbatim, in the language in which they were said.
public struct Quote: Sendable, Equatable {
  /// The words.
  public let words: String
  /// Their language.
  public let language: SpokenLanguage
  /// What they are in the languages of the pages, as far as the rows say so.
  private let translations: [Language: String]

  /// The quote of `words` in `language`, and its translations for readers of other languages.
  public init(_ words: String, in language: SpokenLanguage, translations: [Language: String] = [:]) {
    (self.words, self.language, self.translations) = (words, language, translations)
  }

  /// The quote between quotation marks, for readers of each language: as it was said where it is theirs, else its
  /// translation, which is called one; without a translation its own words, with the language that they are in.
  public var text: Text {
    Text { reader in
      if reader.rawValue == language.code { return reader.quoted(words) }
      let name = language.name[reader]
      guard let translation = translations[reader] else {
        return reader.quoted(words) + (reader == .english ? " (in \(name))" : " (en \(name))")
      }
      let from =
        switch reader {
        case .english: "translated from \(name)"
        case .spanish: "traducción " + (name.hasPrefix("la ") ? "de \(name)" : "del \(name)")
        }
      return "\(reader.quoted(translation)) (\(from))"
    }
  }

  /// The words as they were said, between the quotation marks of the readers' language.
  public var original: Text { Text { $0.quoted(words) } }
}

extension Language {
  /// `words` between quotation marks; those inside become the ones for a quotation within another.
  fileprivate func quoted(_ words: String) -> String {
    let (open, close, inner): (String, String, [Character: Character]) =
      switch self {
      case .english: ("“", "”", ["“": "‘", "”": "’", "\"": "'"])
      case .spanish: ("«", "»", ["«": "“", "»": "”"])
      }
    return open + String(words.map { inner[$0] ?? $0 }) + close
  }
}

extension Text {
  /// The text without double quotation marks: it is nobody's own words.
  public var withoutQuotationMarks: Text {
    let marks: Set<Character> = ["“", "”", "„", "«", "»", "\""]
    return Text { language in String(self[language].filter { !marks.contains($0) }) }
  }
}
