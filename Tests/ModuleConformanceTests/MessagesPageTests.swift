import Diagnostics
import Files
import Glibc
import Language
import Testing

/// `Docs/messages.md` and `Docs/es/messages.md` say of every message, by its code, what it says and what to do about it, and show one as
/// a transcript has it. `veedor explain` prints a section of theirs. `VEEDOR_UPDATE_DOCS=1 swift test --filter MessagesPageTests`
/// writes them.
@Suite struct MessagesPageTests {
  @Test(arguments: [(Language.english, "messages.md"), (.spanish, "es/messages.md")])
  func thePageIsUpToDate(language: Language, name: String) throws {
    let examples = try Self.examples()
    let messages = try DeclaredMessage.all().sorted { $0.code < $1.code }
    let text =
      Self.head[language]
      + messages.map { "\n" + Self.section($0, language, examples[$0.code] ?? []) }.joined()
    let page = Page.docs(name)
    if getenv("VEEDOR_UPDATE_DOCS") != nil { return try AtomicFile.write(Array(text.utf8), to: page.path) }
    #expect(try page.text == text, "run it with VEEDOR_UPDATE_DOCS=1")
  }

  /// A sentence of particulars alone would explain nothing. Two messages pass on what a module says in its own words.
  @Test func everyMessageHasASentenceInEachLanguage() throws {
    for message in try DeclaredMessage.all() where !["E024", "K019"].contains(message.code) {
      for language in Language.allCases {
        let sentences = message.saying.sentences[language] ?? []
        let areWords = sentences.allSatisfy { $0.count { $0.isLetter } > 3 }
        if sentences.isEmpty || !areWords { Issue.record("\(message.code) in \(language) says \(sentences)") }
      }
      let cures = message.saying.cures
      if cures[.english]?.count != cures[.spanish]?.count { Issue.record("\(message.code) advises \(cures)") }
    }
  }

  @Test func whatIsReadOfAMessage() {
    let wording = MessageWording(
      """
       rule: "a_rule", en: isOne ? "the \\(kind(of: "x")) is" : "\\(count) \\(count == 1 ? "row" : "rows") "
          + "of \\"\\(name)\\" are",
        es: "hay \\(count)" + tail.es, hint: near.map { Text(en: "is it '\\($0)'?", es: "¿es «\\($0)»?") }
          ?? Self.other(name)), "behind")
      """,
      in: """
          private static func other(_ name: String) -> Text? {
            didYouMean(name, among: []) ?? Text("veedor")
          }
        """)
    #expect(wording.sentences[.english] == ["the … is", "… rows of \"…\" are"])
    #expect(wording.sentences[.spanish] == ["hay ……"])
    #expect(wording.cures[.english] == ["is it '…'?", "did you mean '…'?", "veedor"])
    #expect(wording.cures[.spanish] == ["¿es «…»?", "¿quiso decir «…»?", "veedor"])
  }

  @Test func whichMessagesAreWarnings() throws {
    let warnings = Set(try DeclaredMessage.all().filter(\.isWarning).map(\.code))
    // One of each way in which an enumeration says so, and errors beside them.
    #expect(warnings.isSuperset(of: ["K201", "R033", "W073"]))
    #expect(warnings.isDisjoint(with: ["W012", "Y003", "T041", "K101"]))
  }

  // MARK: The page

  private static let head = Text(
    en: """
      # Messages

      What each message of the program says, by its code, and what to do about it; `…` stands for what differs from case to case. `veedor
      explain CODE` prints one of these sections. This page is written from the program's own declarations and its transcripts; a test
      compares them.

      """,
    es: """
      # Mensajes

      Qué dice cada mensaje del programa, por su código, y qué hacer; `…` está en lugar de lo que cambia de un caso a otro. `veedor explain
      CÓDIGO` imprime una de estas secciones. Esta página se escribe a partir de las declaraciones del programa y de sus transcripciones;
      una prueba las compara.

      """)

  private static func section(_ message: DeclaredMessage, _ language: Language, _ examples: [Example]) -> String {
    let severity: Diagnostic.Severity = message.isWarning ? .warning : .error
    let sentences = (message.saying.sentences[language] ?? []).map { "- \(severity.word[language]): \($0)" }
    let cures = (message.saying.cures[language] ?? []).uniqued.map { "- \(cure[language]): \($0)" }
    let example = examples.first { $0.isOf(message, language) }.map { "\n```\n\($0.text)\n```\n" } ?? ""
    return "## \(message.code)\n\n" + (sentences.uniqued + cures).map { "\($0)\n" }.joined() + example
  }

  private static let cure = Text(en: "what to do", es: "qué hacer")

  // MARK: Examples

  /// A message as a transcript shows it, with the line at fault and the hint.
  private struct Example {
    var text: String

    /// Whether the message stands in `language` here: some stretch of what it says there does.
    func isOf(_ message: DeclaredMessage, _ language: Language) -> Bool {
      (message.saying.sentences[language] ?? []).contains { sentence in
        guard let longest = sentence.split(separator: "…").max(by: { $0.count < $1.count }) else { return false }
        return text.contains(longest)
      }
    }
  }

  /// The messages in the transcripts, by code.
  private static func examples() throws -> [String: [Example]] {
    var examples: [String: [Example]] = [:]
    for file in try RepositoryFile.all(in: ["Tests"], [".txt"]).sorted(by: { $0.path < $1.path }) {
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (place, line) in lines.enumerated() where line.hasPrefix("! ") {
        guard let code = line.firstMatch(of: /(?:error|warning|aviso)\[([A-Z][0-9]{3})\]/)?.1 else { continue }
        let behind = lines[(place + 1)...].prefix { $0.hasPrefix("!  ") }
        let text = ([line] + behind).map { $0.dropFirst(2) }.joined(separator: "\n")
        examples[String(code), default: []].append(Example(text: text))
      }
    }
    return examples
  }
}

extension [String] {
  /// Each once, in their order.
  fileprivate var uniqued: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
