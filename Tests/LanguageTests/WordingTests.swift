import Foundation
import Language
import Testing

/// The guard against labelled sentences, and the page that tells how often it is right.
@Suite struct WordingTests {
  struct Score: Equatable {
    var (caught, missed, wrong, passed) = (0, 0, 0, 0)
    var errors: [String] = []

    init(_ sentences: String) {
      for line in sentences.split(separator: "\n") {
        let text = String(line.dropFirst(2))
        switch (line.hasPrefix("+ "), !Wording.slips(in: text).isEmpty) {
        case (true, true): caught += 1
        case (true, false): (missed, errors) = (missed + 1, errors + ["missed: \(text)"])
        case (false, true): (wrong, errors) = (wrong + 1, errors + ["stopped: \(text)"])
        case (false, false): passed += 1
        }
      }
    }

    private func percent(_ part: Int, _ whole: Int) -> String {
      Language.english.percent(100 * Double(part) / Double(whole), places: 1)
    }

    func row(_ language: String) -> String {
      "| \(language) | \(caught + missed) | \(wrong + passed) | \(caught) | \(missed) | \(wrong) | "
        + "\(percent(caught, caught + wrong)) | \(percent(caught, caught + missed)) |"
    }
  }

  @Test(arguments: [englishSentences, spanishSentences])
  func thereAreEnoughSentencesAndHalfAreHard(sentences: String) {
    let score = Score(sentences)
    let lines = sentences.split(separator: "\n")
    #expect(lines.count >= 200 && Set(lines).count == lines.count)
    #expect(lines.allSatisfy { $0.hasPrefix("+ ") || $0.hasPrefix("- ") })
    #expect(score.wrong + score.passed >= 100 && score.caught + score.missed >= 100)
  }

  /// The page's table and its list of errors are what the guard does today.
  @Test func thePageHoldsTheNumbers() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "Docs/methods/wording.md"), encoding: .utf8)
    let (english, spanish) = (Score(englishSentences), Score(spanishSentences))
    #expect(page.contains(english.row("English")), "\(english.row("English"))")
    #expect(page.contains(spanish.row("Spanish")), "\(spanish.row("Spanish"))")
    let told = page.split(separator: "\n").filter { $0.hasPrefix("- missed: ") || $0.hasPrefix("- stopped: ") }
    #expect(told.map { String($0.dropFirst(2)) } == english.errors + spanish.errors)
  }

  @Test(arguments: ["Robaron la elección por Unidad Victoria.", "Victoria por ti gana la elección."])
  func aListedNameIsNobodysJudgement(text: String) {
    let names = ["Victoria por ti", "Unidad Victoria"]
    #expect(Wording.slips(in: text, names: names).count == 1)
    #expect(!Wording.slips(in: text, names: names).contains { $0.word == "Victoria" })
  }

  @Test func aNameEndsWhereAWordEnds() {
    #expect(Wording.slips(in: "la victoriana victoria", names: ["victoria"]).isEmpty)
    #expect(Wording.slips(in: "las victorias", names: ["victoria"]).map(\.word) == ["victorias"])
    #expect(Wording.concerns(name: "Movimiento Victoria Ciudadana") && !Wording.concerns(name: "Partido Azul"))
  }

  @Test(arguments: [
    "", "\u{FFFC}", "“", "”", "«»", "«“»”", "no", "not", "según", "whether", "according", "\u{303}", "n\u{303}", "¿?",
  ])
  func nothingIsTooShort(text: String) {
    #expect(Wording.slips(in: text).isEmpty)
    _ = Wording.slips(in: text + " fraude " + text, names: [text, ""])
  }
}
