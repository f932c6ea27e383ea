import ModuleKit

extension Compare {
  /// Between what the margin would lie, had all that cannot be compared gone one way, and the least lead over any other
  /// option.
  struct WorstCase: Sendable {
    let uncompared: Int
    let votes: Int64
    let margin: Quantity
    /// The sheets that are compared although votes of one of the two options are withheld on them.
    let withheld: Int
    let shown: Int64
    /// The least lead of the option ahead on the first track over `rival`, of all others the one that could come nearest.
    let least: Int64
    let first, second, a, b, leader, rival: Text

    /// What is taken of numbers that are withheld, where there are any.
    private var withheldWords: Text {
      guard withheld > 0 else { return Text("") }
      let number = Quantity(withheld, .sheets)
      return Text(
        en: " and the votes withheld on \(number.text(.english)) anywhere within their bounds",
        es: " y los votos retenidos en \(number.text(.spanish)) estuvieran en cualquier punto entre sus cotas")
    }

    /// Another option could be ahead.
    static let changesOrder = FindingKind<Self>(
      .info, code: "worst_case",
      Sentence(
        en:
          "\(oneWayEnglish) That is enough to change who is ahead.",
        es:
          "\(oneWaySpanish) Eso bastaría para cambiar quién va en primer lugar."
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
          "\(oneWayEnglish) That cannot change who is ahead.",
        es:
          "\(oneWaySpanish) Eso no puede cambiar quién va en primer lugar."
      ),
      caution: boundOnly, method: bound, numbers: numbers, words: words,
      examples: [
        FindingExample("A lead of 20, and a sheet of 5 votes.", small, finds: "all"),
        FindingExample("A lead of 20, and a sheet of 50 votes.", Example.uncovered),
      ])

    private static let oneWayEnglish: Phrase<Self> =
      "\(\.uncompared) cannot be compared between \(\.first) and \(\.second) and can hold at most \(\.votes). Had all of these gone one way, with the others as in either of the two\(\.withheldWords), the margin of \(\.a) over \(\.b) would lie between \(\.margin, .low) and \(\.margin, .high); in \(\.first) it is \(\.shown, .number). Of all other options \(\.rival) could come nearest to \(\.leader): at the worst, the lead of \(\.leader) over \(\.rival) would be \(\.least)."
    private static let oneWaySpanish: Phrase<Self> =
      "\(\.uncompared) no pueden compararse entre \(\.first) y \(\.second) y pueden contener como máximo \(\.votes). Si todos hubieran ido a un mismo lado y las demás fueran como constan en una u otra\(\.withheldWords), el margen de \(\.a) sobre \(\.b) estaría entre \(\.margin, .low) y \(\.margin, .high); en \(\.first) es de \(\.shown, .number). De todas las demás opciones, \(\.rival) es la que más podría acercarse a \(\.leader): en el peor caso, la ventaja de \(\.leader) sobre \(\.rival) sería de \(\.least)."
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
        "withheld", \.withheld, .sheets,
        Text(en: "compared sheets with votes withheld", es: "actas comparadas con votos retenidos")),
      .init(
        "shown", \.shown, .votes,
        Text(
          en: "the margin that the first track shows", es: "el margen que muestra la primera fuente"
        )),
      .init(
        "least", \.least, .votes,
        Text(en: "least lead over the nearest option", es: "ventaja mínima sobre la opción más cercana")),
    ]
    private static let words: [FindingKind<Self>.Word] = [
      .init("first", \.first), .init("second", \.second), .init("a", \.a), .init("b", \.b),
      .init("leader", \.leader), .init("rival", \.rival), .init("withheld_words", \.withheldWords),
    ]
    private static let small = Example.tracks(["1,60,40", "2,3,2"], ["1,60,40"])
  }

  /// Between what the margin would lie, were the votes that are withheld anywhere within their bounds, where nothing else cannot be
  /// compared.
  struct WithheldBound: FindingShape {
    let withheld: Int
    let margin: Quantity
    let shown: Int64
    let first, second, a, b: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "Votes of \(\.a) or \(\.b) are withheld on \(\.withheld) of \(\.first) and \(\.second). Were these anywhere within their bounds, with the others as in either of the two, the margin of \(\.a) over \(\.b) would lie between \(\.margin, .low) and \(\.margin, .high); without them, in \(\.first) it is \(\.shown, .number).",
        es:
          "Se retienen votos de \(\.a) o \(\.b) en \(\.withheld), según \(\.first) y \(\.second). Si estuvieran en cualquier punto entre sus cotas y los demás fueran como constan en una u otra, el margen de \(\.a) sobre \(\.b) estaría entre \(\.margin, .low) y \(\.margin, .high); sin ellos, en \(\.first) es de \(\.shown, .number)."
      ),
      caution: Text(
        en: "A bound, not an estimate: it rests on what the workspace says of the texts that stand for such votes.",
        es:
          "Es una cota, no una estimación: se apoya en lo que el espacio de trabajo indica de los textos puestos en lugar de esos votos."
      ),
      method: bound,
      numbers: [
        .init(
          "withheld", \.withheld, .sheets, Text(en: "sheets with votes withheld", es: "actas con votos retenidos")),
        .init(
          "margin", \.margin, .votes, Text(en: "the margin, within its bounds", es: "el margen, dentro de sus cotas")),
        .init(
          "shown", \.shown, .votes,
          Text(en: "the margin that the first track shows", es: "el margen que muestra la primera fuente")),
      ],
      words: [.init("first", \.first), .init("second", \.second), .init("a", \.a), .init("b", \.b)], examples: [])
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
    let drawn, population, differing, unreadable, most: Int
    let level: Double
    let outside: Int
    let first, second: Text

    /// That they differ; with the number of those on which no votes can be read, where there are any.
    private var differ: Text {
      guard unreadable > 0 else {
        return Text(en: "differ from \(first.en)", es: "difieren de lo que consta en \(first.es)")
      }
      let number = Quantity(unreadable, .copies)
      return Text(
        en: "count as differing from \(first.en), \(number.number(.english)) of them for want of readable votes",
        es:
          "cuentan como distintas de lo que consta en \(first.es), \(number.number(.spanish)) de ellas por no tener votos legibles"
      )
    }

    /// That nothing is said of the sheets outside the copies, where there are any.
    private var rest: Text {
      guard outside > 0 else { return Text("") }
      let number = Quantity(outside, .sheets)
      return Text(
        en: "; of the \(number.text(.english)) outside them this says nothing",
        es:
          "; de \(outside == 1 ? "la" : "las") \(number.text(.spanish)) que \(outside == 1 ? "queda" : "quedan") fuera esto no dice nada"
      )
    }

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "Of \(\.drawn) drawn at random from \(\.population), \(\.differing, .number) \(\.differ). With \(\.level) confidence at most \(\.most) of the \(\.population) differ\(\.rest).",
        es:
          "De \(\.drawn) sorteadas entre \(\.population), \(\.differing, .number) \(\.differ). Con una confianza del \(\.level) difieren como máximo \(\.most) de las \(\.population)\(\.rest)."
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
          "unreadable", \.unreadable, .copies,
          Text(en: "of these, copies without readable votes", es: "de ellas, copias sin votos legibles")),
        .init(
          "most", \.most, .copies,
          Text(en: "most copies that differ", es: "máximo de copias que difieren")),
        .init("level", \.level, .percent, Text(en: "confidence", es: "confianza")),
        .init(
          "outside", \.outside, .sheets,
          Text(en: "sheets outside the copies", es: "actas fuera de las copias")),
      ],
      words: [
        .init("first", \.first), .init("second", \.second), .init("differ", \.differ), .init("rest", \.rest),
      ],
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
      "margin of the compared sheets on either track, plus and minus the most votes that the others can hold: Docs/methods/counts.md, “Two tracks”",
    es:
      "margen de las actas comparadas en una u otra fuente, más y menos el máximo de votos que pueden contener las demás: Docs/es/methods/counts.md, «Dos fuentes»"
  )
}
