import ModuleKit

extension Screen {
  /// What came of all comparisons of a count together.
  struct AllComparisons: Sendable {
    let comparisons, standingOut, stations, leftOut, areas, smallAreas: Int
    /// Percent.
    let rate: Double
    let option, ask, leftOutWords: Text

    /// None of them stands out.
    static let nothingStandsOut = FindingKind<Self>(
      .info, tier: .screening, placement: .annex, code: "nothing_stands_out",
      Sentence(
        en:
          "Screening of \(\.stations) for \(\.option): none of \(\.comparisons, .number) comparisons is unusual at a false discovery rate of \(\.rate)\(\.leftOutWords).",
        es:
          "Cribado de \(\.stations) para \(\.option): ninguna de \(\.comparisons, .number) comparaciones es inusual con una tasa de falsos hallazgos del \(\.rate)\(\.leftOutWords)."
      ),
      caution: caution, method: adjusted, numbers: numbers,
      words: [.init("option", \.option), .init("left_out_words", \.leftOutWords)],
      examples: [
        FindingExample("Three stations say nothing of digits.", ["sheets": Example.few], finds: "council"),
        FindingExample("Every count ends in two zeros.", ["sheets": Example.round]),
      ])

    /// Some of them do.
    static let standOut = FindingKind<Self>(
      .notice, tier: .screening, placement: .annex, code: "comparisons_stand_out",
      Sentence(
        en:
          "Screening of \(\.stations) for \(\.option): at a false discovery rate of \(\.rate), \(\.standingOut, .number) of \(\.comparisons, .number) comparisons \(\.ask)\(\.leftOutWords).",
        es:
          "Cribado de \(\.stations) para \(\.option): con una tasa de falsos hallazgos del \(\.rate), \(\.standingOut, .number) de \(\.comparisons, .number) comparaciones \(\.ask)\(\.leftOutWords)."
      ),
      caution: caution, method: adjusted, numbers: numbers,
      words: [.init("option", \.option), .init("ask", \.ask), .init("left_out_words", \.leftOutWords)],
      examples: [
        FindingExample("Every count ends in two zeros.", ["sheets": Example.round], finds: "council"),
        FindingExample("Three stations say nothing of digits.", ["sheets": Example.few]),
      ])

    private static let numbers: [FindingKind<Self>.Number] = [
      .init("comparisons", \.comparisons, .number, Summary.comparisons),
      .init("standing_out", \.standingOut, .number, Summary.standingOut),
      .init("rate", \.rate, .percent, Summary.rate), .init("stations", \.stations, .sheets, Summary.stations),
      .init("left_out", \.leftOut, .sheets, Summary.leftOut), .init("areas", \.areas, .number, Summary.areas),
      .init("small_areas", \.smallAreas, .number, Summary.smallAreas),
    ]
    private static let caution = Text(
      en:
        "Screening says where documents are worth a look, never what happened. Each test has innocent reasons to stand out, with very many stations the least of them does, and numbers made up with care pass them all. Nothing of this belongs in a headline.",
      es:
        "El cribado dice dónde vale la pena mirar documentos, nunca qué ocurrió. Cada prueba tiene motivos inocentes para destacar, con muchísimas mesas basta el menor de ellos, y unos números inventados con cuidado las pasan todas. Nada de esto debe ir en un titular."
    )
  }

  /// What came of a control put through the same tests.
  struct Control: FindingShape {
    let theirs: AllComparisons
    let here, hereComparisons: Int
    let control: Text

    /// Of how many comparisons how many stand out, with what stands between the two numbers.
    private static func share(_ some: Int, _ of: Text, _ all: Int) -> Text {
      let none = Text(en: "none", es: "ninguna")
      return Text { language in
        "\(some == 0 ? none[language] : language.number(some)) \(of[language]) \(language.number(all))"
      }
    }
    private var theirShare: Text {
      Self.share(theirs.standingOut, Text(en: "of its", es: "de sus"), theirs.comparisons)
    }
    private var ourShare: Text { Self.share(here, Text(en: "of", es: "de"), hereComparisons) }
    private var verb: Text {
      switch theirs.standingOut {
      case 0: Text(en: "stands out", es: "no destaca")
      case 1: Text(en: "stands out", es: "destaca")
      case _: Text(en: "stand out", es: "destacan")
      }
    }

    static let kind = FindingKind<Self>(
      .info, tier: .screening, placement: .annex,
      Sentence(
        en:
          "The control, \(\.control), was put through the same tests: \(\.theirShare) comparisons \(\.verb), against \(\.ourShare) here.",
        es:
          "El control, \(\.control), pasó por las mismas pruebas: \(\.verb) \(\.theirShare) comparaciones, frente a \(\.ourShare) aquí."
      ),
      caution: Text(
        en:
          "A control shows what the tests do where nothing is alleged. It differs in turnout, size and voters too, so that more or fewer comparisons that stand out prove nothing by themselves.",
        es:
          "Un control muestra qué hacen las pruebas donde nada se alega. También difiere en participación, tamaño y electorado, de modo que más o menos comparaciones que destacan no prueban nada por sí solas."
      ),
      method: adjusted,
      numbers: [
        .init("comparisons", \.theirs.comparisons, .number, Summary.comparisons),
        .init("standing_out", \.theirs.standingOut, .number, Summary.standingOut),
        .init("rate", \.theirs.rate, .percent, Summary.rate),
        .init("stations", \.theirs.stations, .sheets, Summary.stations),
        .init("left_out", \.theirs.leftOut, .sheets, Summary.leftOut),
        .init("areas", \.theirs.areas, .number, Summary.areas),
        .init("small_areas", \.theirs.smallAreas, .number, Summary.smallAreas),
        .init(
          "here", \.here, .number,
          Text(en: "comparisons that stand out here", es: "comparaciones que destacan aquí")),
        .init(
          "here_comparisons", \.hereComparisons, .number,
          Text(en: "comparisons made here", es: "comparaciones hechas aquí")),
      ],
      words: [
        .init("control", \.control), .init("their_share", \.theirShare), .init("our_share", \.ourShare),
        .init("verb", \.verb),
      ],
      examples: [
        FindingExample(
          "Another count beside it.", ["sheets": Example.few, "control": Example.round], finds: "control"),
        FindingExample("No control is given.", ["sheets": Example.few]),
      ])
  }

  /// What the numbers of a count's comparisons are.
  private enum Summary {
    static let comparisons = Text(en: "tests made, over all areas", es: "pruebas hechas, en todas las áreas")
    static let standingOut = Text(en: "of these stand out", es: "de ellas destacan")
    static let rate = Text(en: "false discovery rate", es: "tasa de falsos hallazgos")
    static let stations = Text(en: "sheets looked at", es: "actas examinadas")
    static let leftOut = Text(en: "sheets left out", es: "actas no examinadas")
    static let areas = Text(en: "areas looked at", es: "áreas examinadas")
    static let smallAreas = Text(en: "areas too small to look at", es: "áreas demasiado pequeñas")
  }

  private static let adjusted = Text(
    en: "p values of all tests and areas adjusted together: Benjamini & Yekutieli 2001, Annals of Statistics 29:1165",
    es:
      "valores p de todas las pruebas y áreas ajustados a la vez: Benjamini y Yekutieli 2001, Annals of Statistics 29:1165"
  )
}
