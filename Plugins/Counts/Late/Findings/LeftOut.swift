import ModuleKit

extension Late {
  /// One of the periods has no votes.
  struct NothingToCompare: FindingShape {
    let early, late: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en: "There is nothing to compare: \(\.early) with votes counted early, \(\.late) counted late.",
        es: "No hay nada que comparar: \(\.early) con votos contadas antes, \(\.late) contadas después."),
      caution: Text(
        en: "It says nothing of the count, only of what was given to this analysis.",
        es: "No dice nada del conteo, solo de lo que se dio a este análisis."),
      method: Method.parting,
      numbers: [
        .init("early", \.early, .sheets, countedEarly),
        .init("late", \.late, .sheets, Text(en: "sheets counted late", es: "actas contadas después")),
      ],
      examples: [
        FindingExample("All sheets were counted early.", Sample.earlyAlone, finds: "council"),
        FindingExample("One sheet was counted early, the other one late.", Sample.parted),
      ])
  }

  /// Sheets of which nobody can say whether they were counted early or late.
  struct Untimed: FindingShape {
    let untimed, all: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Sheets of the final count without a time of publication: \(\.untimed, .number) of \(\.all, .number). They count neither as early nor as late.",
        es:
          "Actas del cómputo final sin hora de publicación: \(\.untimed, .number) de \(\.all, .number). No cuentan ni como tempranas ni como tardías."
      ),
      caution: Caution.leftOut, method: Method.parting,
      numbers: [
        .init("untimed", \.untimed, .sheets, Text(en: "sheets without a time", es: "actas sin hora")),
        .init("all", \.all, .sheets, allSheets),
      ],
      examples: [
        FindingExample(
          "One of two sheets has no time.",
          [
            "sheets": """
            sheet,published_to,votes_oak,votes_elm
            1,2020-01-01T18:00:00-06:00,60,40
            2,,40,60
            """
          ], with: ["cut": "2020-01-01T18:30:00-06:00"], finds: "council"),
        FindingExample("An earlier dataset says which sheets came early.", Sample.parted),
      ])
  }

  /// Sheets without the votes that the margin rests on.
  struct Incomplete: FindingShape {
    let incomplete, all: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Sheets of the final count without the votes of both options or without valid votes: \(\.incomplete, .number) of \(\.all, .number). They are left out.",
        es:
          "Actas del cómputo final sin los votos de ambas opciones o sin votos válidos: \(\.incomplete, .number) de \(\.all, .number). Quedan fuera."
      ),
      caution: Caution.leftOut, method: Method.parting,
      numbers: [
        .init("incomplete", \.incomplete, .sheets, Text(en: "sheets without votes", es: "actas sin votos")),
        .init("all", \.all, .sheets, allSheets),
      ],
      examples: [
        FindingExample(
          "One of three sheets lacks the votes of an option.",
          [
            "sheets": """
            sheet,votes_oak,votes_elm
            1,60,40
            2,40,60
            3,50,
            """, "early": Sample.first,
          ], finds: "council"),
        FindingExample("Both sheets have the votes of both options.", Sample.parted),
      ])
  }

  /// Sheets counted early that are gone.
  struct Dropped: FindingShape {
    let dropped, early: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en: "Sheets counted early that are not in the final count: \(\.dropped, .number) of \(\.early, .number).",
        es: "Actas contadas antes que no están en el cómputo final: \(\.dropped, .number) de \(\.early, .number)."),
      caution: Text(
        en: "A sheet may have been annulled, or its key written in another way; the documents of each would tell.",
        es: "Un acta puede haber sido anulada, o su clave escrita de otro modo; lo dirían los documentos de cada una."),
      method: Method.parting,
      numbers: [
        .init(
          "dropped", \.dropped, .sheets,
          Text(en: "early sheets that the final count lacks", es: "actas que faltan")),
        .init("early", \.early, .sheets, countedEarly),
      ],
      examples: [
        FindingExample(
          "The early count has a sheet 3, the final one has none.",
          [
            "sheets": Sample.pair,
            "early": """
            sheet,votes_oak,votes_elm
            1,60,40
            3,50,50
            """,
          ], finds: "council"),
        FindingExample("The final count has the early sheet.", Sample.parted),
      ])
  }

  /// An early count whose own votes are not those that the final count gives its sheets.
  struct EarlyRevised: FindingShape {
    let published, final: Int
    let revised, sheets: Int
    let change: Int
    let first, second, standings: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "\(\.standings) Sheets on which the final count gives another margin: \(\.revised, .number) of \(\.sheets, .number), by \(\.change) together. All that follows takes the early sheets as the final count gives them.",
        es:
          "\(\.standings) Actas a las que el cómputo final da otro margen: \(\.revised, .number) de \(\.sheets, .number), en conjunto por \(\.change). Todo lo que sigue toma las actas tempranas como las da el cómputo final."
      ),
      caution: Text(
        en: "Why a figure changed cannot be seen here; the sheets' originals tell which of the two is right.",
        es:
          "Por qué cambió una cifra no se ve aquí; los originales de las actas dicen cuál de las dos es correcta."
      ),
      method: Method.parting,
      numbers: [
        .init(
          "published", \.published, .votes,
          Text(en: "margin as the early count gave it", es: "margen según el conteo temprano")),
        .init(
          "final", \.final, .votes,
          Text(en: "margin of the same sheets in the final count", es: "margen de las mismas actas en el cómputo final")
        ),
        .init("revised", \.revised, .sheets, Text(en: "sheets with another margin", es: "actas con otro margen")),
        .init("sheets", \.sheets, .sheets, Text(en: "sheets compared", es: "actas comparadas")),
        .init(
          "change", \.change, .votes, Text(en: "change of the margin together", es: "cambio del margen en conjunto")),
      ],
      words: [.init("first", \.first), .init("second", \.second), .init("standings", \.standings)],
      examples: [
        FindingExample(
          "The early count gives the first sheet other votes.",
          [
            "sheets": Sample.pair,
            "early": """
            sheet,votes_oak,votes_elm
            1,55,45
            """,
          ], finds: "council"),
        FindingExample("Both give it the same.", Sample.parted),
      ])
  }

  private static let countedEarly = Text(en: "sheets counted early", es: "actas contadas antes")
  private static let allSheets = Text(en: "sheets of the final count", es: "actas del cómputo")
}
