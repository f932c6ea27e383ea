import ModuleKit

extension Compare {
  /// Between what the margin would lie, had all that cannot be compared gone one way.
  struct WorstCase: Sendable {
    let uncompared: Int
    let votes: Int64
    let margin: Quantity
    let shown: Int64
    let first, second, a, b: Text

    /// Another option could be ahead.
    static let changesOrder = FindingKind<Self>(
      .info, code: "worst_case",
      Sentence(
        en:
          "\(oneWayEnglish) in \(\.first) it is \(\.shown, .number). What cannot be compared is enough to change who is ahead, if all of it were otherwise.",
        es:
          "\(oneWaySpanish) en \(\.first) es de \(\.shown, .number). Lo que no puede compararse bastaría para cambiar quién va por delante, si todo ello fuera de otro modo."
      ),
      caution: boundOnly, method: bound, numbers: numbers, words: words,
      examples: [
        FindingExample("A lead of 20, and a sheet of 50 votes.", Example.uncovered, finds: "all"),
        FindingExample("A lead of 20, and a sheet of 5 votes.", small),
      ])

    /// The same option would be ahead.
    static let keepsOrder = FindingKind<Self>(
      .info, code: "worst_case_keeps_order",
      Sentence(
        en:
          "\(oneWayEnglish) in \(\.first) it is \(\.shown, .number). Where the sheets that can be compared stand as in \(\.first), the others cannot change who is ahead.",
        es:
          "\(oneWaySpanish) en \(\.first) es de \(\.shown, .number). Si las actas que pueden compararse son como constan en \(\.first), las demás no pueden cambiar quién va por delante."
      ),
      caution: boundOnly, method: bound, numbers: numbers, words: words,
      examples: [
        FindingExample("A lead of 20, and a sheet of 5 votes.", small, finds: "all"),
        FindingExample("A lead of 20, and a sheet of 50 votes.", Example.uncovered),
      ])

    private static let oneWayEnglish: Phrase<Self> =
      "\(\.uncompared) cannot be compared between \(\.first) and \(\.second) and can hold at most \(\.votes). Had all of these gone one way, the margin of \(\.a) over \(\.b) would lie between \(\.margin, .low) and \(\.margin, .high);"
    private static let oneWaySpanish: Phrase<Self> =
      "\(\.uncompared) no pueden compararse entre \(\.first) y \(\.second) y pueden contener como máximo \(\.votes). Si todos hubieran ido a un mismo lado, el margen de \(\.a) sobre \(\.b) estaría entre \(\.margin, .low) y \(\.margin, .high);"
    private static let boundOnly = Text(
      en:
        "A bound, not an estimate: nothing suggests that sheets without a counterpart went one way.",
      es:
        "Es una cota, no una estimación: nada indica que las actas sin contraparte fueran a un mismo lado."
    )
    private static let numbers: [FindingKind<Self>.Number] = [
      .init("uncompared", \.uncompared, .sheets, notCompared),
      .init(
        "votes", \.votes, .votes, Text(en: "most votes on them", es: "máximo de votos en ellas")),
      .init(
        "margin", \.margin, .votes,
        Text(en: "the margin, within its bounds", es: "el margen, dentro de sus cotas")),
      .init(
        "shown", \.shown, .votes,
        Text(
          en: "the margin that the first track shows", es: "el margen que muestra la primera fuente"
        )),
    ]
    private static let words: [FindingKind<Self>.Word] = [
      .init("first", \.first), .init("second", \.second), .init("a", \.a), .init("b", \.b),
    ]
    private static let small = Example.tracks(["1,60,40", "2,3,2"], ["1,60,40"])
  }

  /// Sheets of which nothing tells how many votes they can hold.
  struct WithoutBound: FindingShape {
    let uncompared, unbounded: Int
    let first, second, a, b: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "\(\.uncompared) cannot be compared between \(\.first) and \(\.second); for \(\.unbounded) of them nothing tells how many votes they can hold, so that the margin of \(\.a) over \(\.b) has no bound.",
        es:
          "\(\.uncompared) no pueden compararse entre \(\.first) y \(\.second); de \(\.unbounded) de ellas nada dice cuántos votos pueden contener, de modo que el margen de \(\.a) sobre \(\.b) no tiene cota."
      ),
      caution: Text(
        en: "Registered voters by sheet or station would give one.",
        es: "La darían los electores inscritos por acta o mesa."),
      method: bound,
      numbers: [
        .init("uncompared", \.uncompared, .sheets, notCompared),
        .init(
          "unbounded", \.unbounded, .sheets,
          Text(en: "sheets without a bound", es: "actas sin cota")),
      ],
      words: [
        .init("first", \.first), .init("second", \.second), .init("a", \.a), .init("b", \.b),
      ],
      examples: [
        FindingExample(
          "A sheet has no votes on either track.", Example.tracks(["1,60,40", "2,,"], ["1,60,40"]),
          finds: "all"),
        FindingExample("The sheet that is on one track alone has 50 votes.", Example.uncovered),
      ])
  }

  /// How many of all copies can differ, by a random draw of them.
  struct SampleBound: FindingShape {
    let drawn, population, differing, most: Int
    let level: Double
    let outside: Int
    let first, second: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "Of \(\.drawn) drawn at random from \(\.population), \(\.differing, .number) differ from \(\.first). With \(\.level) confidence at most \(\.most) of the \(\.population) differ; of the \(\.outside) outside them this says nothing.",
        es:
          "De \(\.drawn) sorteadas entre \(\.population), \(\.differing, .number) difieren de lo que consta en \(\.first). Con una confianza del \(\.level) difieren como máximo \(\.most) de las \(\.population); de las \(\.outside) que quedan fuera esto no dice nada."
      ),
      caution: Text(
        en: "It holds for a random draw alone. Who hands over copies chooses which.",
        es: "Solo vale para un sorteo. Quien entrega copias elige cuáles."),
      method: Text(
        en: "one-sided exact hypergeometric bound (Buonaccorsi 1987)",
        es: "cota hipergeométrica exacta unilateral (Buonaccorsi 1987)"),
      numbers: [
        .init("drawn", \.drawn, .copies, Text(en: "copies drawn", es: "copias sorteadas")),
        .init(
          "population", \.population, .copies,
          Text(en: "copies they were drawn from", es: "copias de las que se sortearon")),
        .init(
          "differing", \.differing, .copies,
          Text(en: "drawn copies that differ", es: "copias sorteadas que difieren")),
        .init(
          "most", \.most, .copies,
          Text(en: "most copies that differ", es: "máximo de copias que difieren")),
        .init("level", \.level, .percent, Text(en: "confidence", es: "confianza")),
        .init(
          "outside", \.outside, .sheets,
          Text(en: "sheets outside the copies", es: "actas fuera de las copias")),
      ], words: [.init("first", \.first), .init("second", \.second)],
      examples: [
        FindingExample(
          "The second track is a random draw.", Example.uncovered, with: ["sampled": "random"],
          finds: "all"),
        FindingExample("The second track was handed over.", Example.uncovered),
      ])
  }

  private static let notCompared = Text(en: "sheets not compared", es: "actas no comparadas")
  private static let bound = Text(
    en:
      "margin of the compared sheets, plus and minus the valid votes of the others, else their registered voters: Docs/methods/counts.md, “Two tracks”",
    es:
      "margen de las actas comparadas, más y menos los votos válidos de las demás o, en su defecto, sus electores inscritos: Docs/methods/counts.md, «Two tracks»"
  )
}
