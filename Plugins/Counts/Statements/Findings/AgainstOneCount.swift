import ModuleKit

extension Statements {
  /// A statement and the one count that it is held against.
  struct AgainstOneCount: Sendable {
    let lead, leadPoints: Quantity?
    let counted: Double?
    let needed: Quantity?
    let source, says, published, countThen, neededWords: Text

    /// The count bears it out.
    static let consistent = FindingKind<Self>(
      .info, code: "consistent",
      Sentence(
        en: "\(startEnglish) The mission finds it consistent with the count of that hour: \(\.countThen).",
        es: "\(startSpanish) La misión lo encuentra concordante con el conteo de ese momento: \(\.countThen)."),
      caution: Caution.countOnly, method: Method.latestCount, numbers: numbers, words: words,
      examples: [
        FindingExample("Said to be ahead, and ahead.", Example.said("oak", "ahead"), finds: "c"),
        FindingExample("Said to be ahead, and behind.", Example.said("elm", "ahead")),
      ])

    /// The count had not decided it.
    static let aheadOfCount = FindingKind<Self>(
      .notice, code: "ahead_of_count",
      Sentence(
        en:
          "\(startEnglish) The mission finds it ahead of the count of that hour, which had not decided it: \(\.countThen).\(\.neededWords)",
        es:
          "\(startSpanish) La misión encuentra que se adelantaba al conteo de ese momento, que no lo había decidido: \(\.countThen).\(\.neededWords)"
      ),
      caution: Caution.countOnly, method: Method.latestCount, numbers: numbers, words: words,
      examples: [
        FindingExample(
          "Said to have most votes, and ahead so far.", Example.said("oak"), finds: "c"),
        FindingExample("Said to be ahead, and ahead.", Example.said("oak", "ahead")),
      ])

    /// The count showed otherwise.
    static let contradicts = FindingKind<Self>(
      .notice, code: "contradicts",
      Sentence(
        en:
          "\(startEnglish) The mission finds that it contradicts the count of that hour: \(\.countThen).\(\.neededWords)",
        es:
          "\(startSpanish) La misión encuentra que contradice el conteo de ese momento: \(\.countThen).\(\.neededWords)"
      ),
      caution: Caution.countOnly, method: Method.latestCount, numbers: numbers, words: words,
      examples: [
        FindingExample("Said to be ahead, and behind.", Example.said("elm", "ahead"), finds: "c"),
        FindingExample("Said to be ahead, and ahead.", Example.said("oak", "ahead")),
      ])

    private static let startEnglish: Phrase<Self> =
      "According to \(\.source), \(\.published): \(\.says)."
    private static let startSpanish: Phrase<Self> =
      "Según \(\.source), \(\.published): \(\.says)."
    private static let words: [FindingKind<Self>.Word] = [
      .init("source", \.source), .init("says", \.says), .init("published", \.published),
      .init("count_then", \.countThen), .init("needed_words", \.neededWords),
    ]
    private static let numbers: [FindingKind<Self>.Number] = [
      .init("lead", \.lead, .votes, Text(en: "the lead then", es: "la ventaja entonces")),
      .init(
        "lead_points", \.leadPoints, .points,
        Text(
          en: "the lead then, in printed shares", es: "la ventaja entonces, en porcentajes impresos"
        )),
      .init(
        "counted", \.counted, .percent,
        Text(en: "sheets counted then", es: "actas contadas entonces")),
      .init(
        "needed", \.needed, .points,
        Text(
          en: "margin that those behind needed of the rest",
          es: "margen que necesitaban del resto quienes iban por detrás")),
    ]
  }
}

extension OutcomeStatement.Verdict {
  /// The kind of the findings that say so.
  var kind: FindingKind<Statements.AgainstOneCount> {
    switch self {
    case .consistent: Statements.AgainstOneCount.consistent
    case .aheadOfCount: Statements.AgainstOneCount.aheadOfCount
    case .contradicts: Statements.AgainstOneCount.contradicts
    }
  }
}
