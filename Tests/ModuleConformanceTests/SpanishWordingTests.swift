import Testing

/// What every Spanish text of the program's own keeps to, wherever it stands in the source.
@Suite struct SpanishWordingTests {
  /// English words that no Spanish text has. Words of both languages, such as «no» or «error», are none of them.
  private static let english: Set<String> = [
    "about", "and", "any", "are", "before", "behind", "bundle", "by", "cannot", "check", "column", "does", "draft",
    "each",
    "empty", "entry", "every", "expected", "field", "file", "files", "finding", "folder", "for", "from", "has", "have",
    "header", "holds", "in", "is", "it", "its", "key", "ledger", "line", "missing", "more", "must", "name", "named",
    "not",
    "nothing", "of", "on", "one", "only", "option", "or", "other", "row", "rows", "run", "say", "sheet", "several",
    "stands",
    "than", "that", "the", "them", "there", "they", "this", "to", "unknown", "was", "what",
    "where", "which", "with", "within", "without", "write", "you",
  ]

  /// The texts behind `es:` in the source. What describes a column for Spanish readers, and the title of a publication, is
  /// none of the program's own Spanish.
  private static func texts() throws -> [(path: String, text: String)] {
    try RepositoryFile.all(in: ["Sources", "Plugins"], [".swift"]).flatMap { file in
      file.text.matches(of: /\bes:\s*"((?:[^"\\\n]|\\.)*)"/).map { (file.path, String($0.1)) }
    }.filter { !$0.text.contains("Spanish readers") && $0.text.firstMatch(of: /[12][0-9]{3}, [A-Z]/) == nil }
  }

  /// What is quoted, put between braces or written as code is not the program's own Spanish.
  private static func ownWords(of text: String) -> [String] {
    text.replacing(
      /«[^»]*»|in-toto|\{\{.*?\}\}|\\\(.*?\)+|\\.|`[^`]*`|[\w.\/]+:\S*|\([^)]*\)|--?\w+(-\w+)*|\w+[_.\/]\w+/, with: " "
    )
    .split { !$0.isLetter }.map { $0.lowercased() }
  }

  @Test func noEnglishWordIsInThem() throws {
    let texts = try Self.texts()
    #expect(texts.count > 1000)
    for (path, text) in texts {
      let found = Self.ownWords(of: text).filter(Self.english.contains)
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
