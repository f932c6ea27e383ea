import Testing

@testable import ModuleKit

/// Sentences with names in braces.
@Suite struct StatementTemplateTests {
  let gap = Quantity(nil, .hours, low: 30, high: 42, interval: .reportedRange)
  let lead = Quantity(18_128, .votes)

  private func fill(
    _ template: String, _ values: [String: Quantity] = [:], _ words: [String: Text] = [:],
    _ language: Language = .english
  ) -> String? {
    StatementTemplate(template).filled(values, words, language)
  }

  @Test func namesEveryPart() {
    let template = StatementTemplate("{a} led by {gap.low} of {gap}.")
    #expect(
      template.pieces == [
        .name("a", part: nil), .text(" led by "), .name("gap", part: "low"), .text(" of "), .name("gap", part: nil),
        .text("."),
      ])
    #expect(template.names.map(\.name) == ["a", "gap", "gap"])
  }

  @Test func fillsNumbersAndTheirParts() {
    #expect(fill("{gap}", ["gap": gap]) == "between 30 and 42\u{00A0}hours")
    #expect(fill("{gap.low}–{gap.high}", ["gap": gap]) == "30\u{00A0}hours–42\u{00A0}hours")
    #expect(fill("{lead.value}", ["lead": lead], [:], .spanish) == "18,128\u{00A0}votos")
    #expect(fill("{lead.number} of them", ["lead": lead]) == "18,128 of them")
    #expect(fill("{gap.number}", ["gap": gap]) == "between 30 and 42")
  }

  @Test func fillsWordsByLanguage() {
    let words = ["leader": Text(en: "the first", es: "la primera")]
    #expect(fill("{leader}", [:], words) == "the first")
    #expect(fill("{leader}", [:], words, .spanish) == "la primera")
  }

  @Test func contractsTheSpanishArticle() {
    let words = ["front": Text(en: "the Front", es: "el Frente"), "paper": Text("El Diario")]
    func spanish(_ template: String) -> String? { fill(template, [:], words, .spanish) }
    #expect(spanish("la ventaja de {front} frente a {front}") == "la ventaja del Frente frente al Frente")
    #expect(spanish("A {front}, según {front}") == "Al Frente, según el Frente")
    #expect(spanish("de {paper}; sede {front}; de «{front}»") == "de El Diario; sede el Frente; de «el Frente»")
    #expect(fill("de {front}", [:], words) == "de the Front")
  }

  @Test func fitsSpanishConjunctions() {
    let words = [
      "a": Text("Iglesias"), "b": Text("Oak"), "c": Text("Hierro"), "d": Text("Elm"), "e": Text("Hidalgo"),
      "f": Text("Ortega"),
    ]
    func spanish(_ template: String) -> String? { fill(template, [:], words, .spanish) }
    #expect(spanish("{d} y {a}, {d} y {c}, {d} y {e}") == "Elm e Iglesias, Elm y Hierro, Elm e Hidalgo")
    #expect(spanish("{d} o {b}, {b} o {d}, ley o {f}") == "Elm u Oak, Oak o Elm, ley u Ortega")
    #expect(fill("{d} y {a}", [:], words) == "Elm y Iglesias")
  }

  @Test func isNothingWhereSomethingIsMissing() {
    #expect(fill("{lead}") == nil)
    #expect(fill("{lead.middle}", ["lead": lead]) == nil)
    #expect(fill("{leader.low}", [:], ["leader": Text("x")]) == nil)
    #expect(fill("{}", ["lead": lead]) == nil)
  }

  @Test func leavesOtherTextAlone() {
    #expect(fill("") == "")
    #expect(fill("no names") == "no names")
    #expect(fill("an open { brace") == "an open { brace")
    #expect(fill("a closed } brace") == "a closed } brace")
  }

  @Test func aQuotedWordCannotEndItsQuotation() {
    let words = ["says": Text(en: "it was” rigged “there", es: "hubo» fraude «ahí")]
    #expect(fill("They said “{says}”.", [:], words) == "They said “it was’ rigged ‘there”.")
    #expect(fill("Dijeron «{says}».", [:], words, .spanish) == "Dijeron «hubo› fraude ‹ahí».")
    #expect(Wording.slips(in: fill("They said “{says}”.", [:], words) ?? "").isEmpty)
  }

  /// A quote brings its own marks, and keeps them where it stands in no others.
  @Test func aQuoteKeepsItsMarks() {
    let words = ["quote": Text(en: "“all ‘goes’ on”", es: "«todo “sigue”»")]
    #expect(fill("They said {quote}.", [:], words) == "They said “all ‘goes’ on”.")
    #expect(fill("Dijeron {quote}.", [:], words, .spanish) == "Dijeron «todo “sigue”».")
  }

  /// What is filled in is never read as a template again.
  @Test func wordsAreNotTemplates() {
    #expect(fill("{a}", ["b": lead], ["a": Text("{b}")]) == "{b}")
  }
}
