import Diagnostics
import Language

/// The words of a source, verbatim, with what they are in the languages of the pages.
struct QuoteFields: FieldGroup {
  let quote = Field<String>(
    "quote", "the words of the source, verbatim: pages put these between quotation marks, and nothing else")
  let language = Field<SpokenLanguage>("quote_language", "the language of the quote, such as `es`, `en`, `pt`")
  let translation = Field<String>(
    "translation", "the quote for readers who do not read its language, where the next two are empty")
  let translations = BilingualField(
    "translation", en: "the quote for English readers", es: "the quote for Spanish readers")

  /// The quote in `row`, from 0; nil where there is none.
  subscript(row: Int) -> Quote? {
    guard let words = quote.filled(row), let language = language[row] else { return nil }
    let own = [Language.english: translations.english.filled(row), .spanish: translations.spanish.filled(row)]
    var texts: [Language: String] = [:]
    for reader in Language.allCases { texts[reader] = own[reader].flatMap(\.self) ?? translation.filled(row) }
    return Quote(words, in: language, translations: texts)
  }

  /// What is wrong with the quote in `row`, from 0, of `source`: one without a language, a translation of nothing.
  func problems(_ row: Int, in source: DatasetSource) -> [Diagnostic] {
    var problems = [source.problem(ofLanguage: language, row: row)].compactMap(\.self)
    if quote.filled(row) != nil, language.text(row)?.isEmpty ?? true {
      problems.append(source.problem(.lacks(language.name, because: quote.name), row: row, of: language))
    }
    for field in [translation, translations.english, translations.spanish]
    where field.filled(row) != nil && quote.filled(row) == nil {
      problems.append(source.problem(.lacks(quote.name, because: field.name), row: row, of: quote))
    }
    return problems
  }
}
