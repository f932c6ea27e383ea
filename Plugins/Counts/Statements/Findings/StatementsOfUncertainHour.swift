import ModuleKit

extension Statements {
  /// A statement whose hour, or that of a count, leaves open which of several counts was the latest, where these do not
  /// say the same of it.
  struct AgainstSeveralCounts: Sendable {
    let source, says, published, countThen: Text

    /// None of them bears it out.
    static let unsupported = FindingKind<Self>(
      .notice, code: "unsupported",
      Sentence(
        en:
          "\(startEnglish) The mission finds that at none of the hours at which it can have been said did the count support it: \(\.countThen).",
        es:
          "\(startSpanish) La misión encuentra que en ninguno de los momentos en que pudo decirse lo respaldaba el conteo: \(\.countThen)."
      ),
      caution: Caution.countOnly, method: Method.latestCount, words: words,
      examples: [
        FindingExample(
          "Said to be ahead, and behind as soon as there was a count.",
          Example.said("elm", "ahead", on: "2020-01-01"), finds: "c"),
        FindingExample(
          "Said to be ahead, and ahead as soon as there was a count.",
          Example.said("oak", "ahead", on: "2020-01-01")),
      ])

    /// Some of them bear it out.
    static let dependsOnHour = FindingKind<Self>(
      .info, code: "depends_on_hour",
      Sentence(
        en:
          "\(startEnglish) The mission finds that whether the count supported it depends on hours that are not known well enough: \(\.countThen).",
        es:
          "\(startSpanish) La misión encuentra que el respaldo del conteo depende de horas que no se conocen lo bastante: \(\.countThen)."
      ),
      caution: Caution.countOnly, method: Method.latestCount, words: words,
      examples: [
        FindingExample(
          "Said to be ahead, and ahead as soon as there was a count.",
          Example.said("oak", "ahead", on: "2020-01-01"), finds: "c"),
        FindingExample("Said two days later.", Example.said("oak", "ahead")),
      ])

    private static let startEnglish: Phrase<Self> =
      "According to \(\.source), \(\.published): \(\.says)."
    private static let startSpanish: Phrase<Self> =
      "Según \(\.source), \(\.published): \(\.says)."
    private static let words: [FindingKind<Self>.Word] = [
      .init("source", \.source), .init("says", \.says), .init("published", \.published),
      .init("count_then", \.countThen),
    ]
  }

  /// A statement that no count can be held against.
  struct WithoutCount: Sendable {
    let source, says, published: Text

    /// There was none then.
    static let beforeCount = FindingKind<Self>(
      .notice, code: "before_count",
      Sentence(
        en:
          "According to \(\.source), \(\.published): \(\.says). The mission knows of no count that had been published then.",
        es:
          "Según \(\.source), \(\.published): \(\.says). La misión no conoce ningún conteo publicado hasta entonces."
      ),
      caution: Caution.countOnly, method: Method.latestCount, words: words,
      examples: [
        FindingExample(
          "Said two days before the count.", Example.said("oak", on: "2019-12-30"), finds: "c"),
        FindingExample("Said two days after it.", Example.said("oak")),
      ])

    /// When it was said is not known.
    static let hourUnknown = FindingKind<Self>(
      .info, placement: .annex, code: "hour_unknown",
      Sentence(
        en:
          "According to \(\.source): \(\.says). When it was said is not known, so that no count can be held against it.",
        es:
          "Según \(\.source): \(\.says). No se sabe cuándo se dijo, de modo que no puede contrastarse con ningún conteo."
      ),
      caution: Caution.countOnly, method: Method.latestCount, words: words,
      examples: [
        FindingExample("Said on some day.", Example.said("oak", on: ""), finds: "c"),
        FindingExample("Said on a day that is known.", Example.said("oak")),
      ])

    private static let words: [FindingKind<Self>.Word] = [
      .init("source", \.source), .init("says", \.says), .init("published", \.published),
    ]
  }
}
