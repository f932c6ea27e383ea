/// What makes a Spanish text of the program's own look English.
public enum SpanishWording {
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

  /// The English words in `text`. What is quoted, put between braces or written as code is not the program's own Spanish.
  public static func englishWords(in text: String) -> [String] {
    text.replacing(
      /«[^»]*»|in-toto|\{\{.*?\}\}|\\\(.*?\)+|\\.|`[^`]*`|[\w.\/]+:\S*|\([^)]*\)|--?\w+(-\w+)*|<\w+>|\w+([_.\/]\w+)+/,
      with: " "
    )
    .split { !$0.isLetter }.map { $0.lowercased() }.filter(english.contains)
  }
}
