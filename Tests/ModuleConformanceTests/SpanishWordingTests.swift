import TestSupport
import Testing

/// What every Spanish text of the program's own keeps to, wherever it stands in the source.
@Suite struct SpanishWordingTests {
  /// The texts behind `es:` in the source. What describes a column for Spanish readers, and the title of a publication, is
  /// none of the program's own Spanish.
  private static func texts() throws -> [(path: String, text: String)] {
    try RepositoryFile.all(in: ["Sources", "Plugins"], [".swift"]).flatMap { file in
      file.text.matches(of: /\bes:\s*"((?:[^"\\\n]|\\.)*)"/).map { (file.path, String($0.1)) }
    }.filter { !$0.text.contains("Spanish readers") && $0.text.firstMatch(of: /[12][0-9]{3}, [A-Z]/) == nil }
  }

  @Test func noEnglishWordIsInThem() throws {
    let texts = try Self.texts()
    #expect(texts.count > 1000)
    for (path, text) in texts {
      let found = SpanishWording.englishWords(in: text)
      #expect(found.isEmpty, "\(path) says \(found.joined(separator: ", ")) in \(text)")
    }
  }

  /// A word between straight quotes is one between «».
  @Test func quotesAreSpanish() throws {
    for (path, text) in try Self.texts() {
      let isQuoted = text.firstMatch(of: /(^|[ (])'[^ ]/) != nil
      #expect(!isQuoted, "\(path): \(text)")
    }
  }
}
