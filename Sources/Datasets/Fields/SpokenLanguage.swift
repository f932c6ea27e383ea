import Diagnostics
public import Language
public import Tables

/// A language that a source or a quote is in: any, of which the pages are written in two.
public struct SpokenLanguage: FieldValue, Hashable {
  /// The code of ISO 639: two or three small letters.
  public let code: String

  /// The language of `code`; nil for what is no code of two or three small letters.
  public init?(_ code: String) {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    guard 2...3 ~= code.utf8.count, code.utf8.allSatisfy(letters.contains) else { return nil }
    self.code = code
  }

  /// The name in the middle of a sentence: `Portuguese`, `portugués`.
  public var name: Text {
    Self.names[code] ?? Text(en: "the language with the code ‘\(code)’", es: "la lengua de código ‘\(code)’")
  }

  private static let names: [String: Text] = [
    "ar": Text(en: "Arabic", es: "árabe"), "ay": Text(en: "Aymara", es: "aimara"),
    "de": Text(en: "German", es: "alemán"), "en": Text(en: "English", es: "inglés"),
    "es": Text(en: "Spanish", es: "español"), "fr": Text(en: "French", es: "francés"),
    "gn": Text(en: "Guarani", es: "guaraní"), "ht": Text(en: "Haitian Creole", es: "criollo haitiano"),
    "it": Text(en: "Italian", es: "italiano"), "pt": Text(en: "Portuguese", es: "portugués"),
    "qu": Text(en: "Quechua", es: "quechua"), "ru": Text(en: "Russian", es: "ruso"),
    "zh": Text(en: "Chinese", es: "chino"),
  ]

  /// Codes of languages.
  public static var written: KindColumn.Values { .text }
  /// The codes of `column`.
  public static func values(of column: AnyColumn) -> TextColumn? { String.values(of: column) }
  /// The language in `row`; nil where it is missing.
  public static func value(_ row: Int, of values: TextColumn) -> SpokenLanguage? { values[row].flatMap { Self($0) } }
}

extension DatasetSource {
  /// What is wrong with the code of a language in `row`; nil where nothing is, or none is given.
  func problem(ofLanguage field: Field<SpokenLanguage>, row: Int) -> Diagnostic? {
    guard field[row] == nil, let code = field.text(row), !code.isEmpty else { return nil }
    return problem(.notLanguage(code), row: row, of: field)
  }
}
