import Datasets
import Diagnostics
import Language
import TestSupport
import Testing

/// Verbatim words: quotation marks stand around these and around nothing else.
@Suite struct QuoteTests {
  private func claim(_ columns: String, _ cells: String) throws -> Claim {
    try #require(try KindSample().read(.claims, "id,source,\(columns)\nc1,court,\(cells)\n").all.first)
  }

  @Test func aQuoteIsReadInItsOwnLanguageOrTranslated() throws {
    let quote = try claim("quote,quote_language,translation", "todo sigue,es,all goes on").quote
    #expect(
      quote?.text == Text(en: "“all goes on” (translated from Spanish)", es: "«todo sigue»"))
    #expect(quote?.original == Text(en: "“todo sigue”", es: "«todo sigue»"))
  }

  @Test func aQuoteInAThirdLanguageHasTwoTranslations() throws {
    let quote = try claim(
      "quote,quote_language,translation_en,translation_es", "tudo segue,pt,all goes on,todo sigue"
    ).quote
    #expect(
      quote?.text
        == Text(en: "“all goes on” (translated from Portuguese)", es: "«todo sigue» (traducción del portugués)"))
  }

  /// The translation for a language goes before the one for all.
  @Test func aReaderGetsTheTranslationIntoHerLanguage() throws {
    let quote = try claim(
      "quote,quote_language,translation,translation_es", "tudo segue,pt,all goes on,todo sigue"
    ).quote
    #expect(
      quote?.text
        == Text(en: "“all goes on” (translated from Portuguese)", es: "«todo sigue» (traducción del portugués)"))
  }

  @Test func withoutATranslationItsLanguageIsSaid() throws {
    #expect(
      try claim("quote,quote_language", "all goes on,en").quote?.text
        == Text(en: "“all goes on”", es: "«all goes on» (en inglés)"))
    #expect(
      try claim("quote,quote_language", "yamni,miq").quote?.text
        == Text(
          en: "“yamni” (in the language with the code ‘miq’)", es: "«yamni» (en la lengua de código ‘miq’)"))
  }

  @Test func marksInsideAQuoteBecomeThoseOfAQuoteWithinOne() throws {
    let quote = try claim("quote,quote_language,translation", "el «fallo» “técnico”,es,the “failure” «so called»").quote
    #expect(
      quote?.text
        == Text(en: "“the ‘failure’ «so called»” (translated from Spanish)", es: "«el “fallo” “técnico”»"))
  }

  @Test func aParaphraseHasNoMarks() throws {
    let says = try claim("says_en,says_es", "it was a “failure” «so called»,fue un fallo").says
    #expect(says?.withoutQuotationMarks == Text(en: "it was a failure so called", es: "fue un fallo"))
  }

  @Test func whatAQuoteNeeds() {
    func problems(_ columns: String, _ cells: String) -> [String] {
      KindSample().problems(.claims, "id,source,\(columns)\nc1,court,\(cells)\n").map { "\($0.code) \($0.message)" }
    }
    #expect(
      problems("quote", "todo sigue") == [
        "K113 row 1, column 'quote_language': 'quote_language' is missing, but 'quote' asks for it"
      ])
    #expect(
      problems("quote,quote_language", "todo sigue,Spanish") == [
        "K143 row 1, column 'quote_language': 'Spanish' is no code of a language"
      ])
    #expect(
      problems("translation", "all goes on") == [
        "K113 row 1, column 'quote': 'quote' is missing, but 'translation' asks for it"
      ])
    #expect(
      problems("translation_es", "todo sigue") == [
        "K113 row 1, column 'quote': 'quote' is missing, but 'translation_es' asks for it"
      ])
  }
}
