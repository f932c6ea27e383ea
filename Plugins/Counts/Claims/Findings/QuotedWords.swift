import ModuleKit

extension Claims {
  /// What a source said, in its own words.
  struct QuotedWords: FindingShape {
    let source, published, quote, original: Text

    static let kind = FindingKind<Self>(
      .info, code: "quote",
      Sentence(
        en: "According to \(\.source), \(\.published): \(\.quote).",
        es: "Según \(\.source), \(\.published): \(\.quote)."),
      caution: Text(
        en: "These are the words of the source; the mission does not make them its own.",
        es: "Son palabras de la fuente; la misión no las hace suyas."),
      method: Text(
        en: "the words as the claim holds them; a translation is said to be one",
        es: "las palabras tal como las recoge la afirmación; de una traducción se dice que lo es"),
      words: [
        .init("source", \.source), .init("published", \.published), .init("quote", \.quote),
        .init("original", \.original),
      ],
      examples: [
        FindingExample(
          "The words of a source, whether or not anybody contradicts them.",
          ["claims": "id,source,quote,quote_language,published\na,court,todo sigue,es,2020-01-01"], finds: "a"),
        FindingExample(
          "A paraphrase is no quote.", ["claims": "id,source,says_en,published\na,court,all goes on,2020-01-01"]),
      ])
  }
}
