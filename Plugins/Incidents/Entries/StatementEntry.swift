public import Ledger
import ModuleKit

extension EntryKind {
  /// What somebody said in public, in their own words: a post that is gone later is a statement with two times.
  public static let statement = EntryKind(
    "incidents.statement", version: 1, en: "what somebody said in public, and when",
    es: "lo que alguien dijo en público, y cuándo",
    [
      .init(
        "speaker", .string(.filled), required: true, naming: .sharedWords,
        en: "who said it: an office, a party or an organisation",
        es: "quién lo dijo: una institución, un partido o una organización"),
      .init(
        "quote", .string(.filled), required: true, en: "the words, verbatim", es: "las palabras, tal como se dijeron"),
      .init(
        "language", .string(.identifier), required: true, en: "the language of the words, such as es",
        es: "el idioma de las palabras, como es"),
      .init("said_at", .string(.instant), en: "when it was said", es: "cuándo se dijo"),
      .init(
        "source", .string(.filled), naming: .sharedWords, en: "where it is known from: an outlet, a post, a recording",
        es: "de dónde se sabe: un medio, una publicación, una grabación"),
      .init("url", .string(.filled), en: "where the original stood", es: "dónde estaba el original"),
      .init(
        "captured_at", .string(.instant), en: "when the mission's copy was made",
        es: "cuándo se hizo la copia de la misión"),
      .init("capture", .string(.filled), en: "SHA-256 of that copy", es: "SHA-256 de esa copia"),
    ],
    later: [
      .init(
        "seen_at", .string(.instant), en: "when it was last seen where it stood",
        es: "cuándo se vio por última vez donde estaba"),
      .init(
        "gone_at", .string(.instant), en: "when it was first seen to be gone from there",
        es: "cuándo se vio por primera vez que ya no estaba"),
    ])
}
