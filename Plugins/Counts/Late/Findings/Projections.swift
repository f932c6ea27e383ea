import ModuleKit

extension Late {
  /// What the late sheets would have shown, had each had the early margin of its neighbours.
  struct Projection: Sendable {
    let projected: Quantity
    let actual: Double
    let lateProjected, lateActual: Double
    let difference: Double
    /// The degrees of freedom of the interval, where there is one, and the correlation that turns the finding, where one
    /// does.
    let degrees, turning: Double?
    /// At how many earlier cuts the interval was tried, and at how many it missed.
    let tried, missed: Int
    let first, second: Text
    /// How much of the late vote took its margin from how near, in words.
    let takenFrom: Text
    /// What ``turning`` says, which interval it is, and how it did at earlier cuts, as sentences.
    let turns, basis, earlierCuts: Text
    /// Inside or outside.
    let place: Text

    /// The margin as it was lies inside the interval.
    static let inside = kind(
      .info, "projection", en: "it was \(\.actual), inside the interval. \(\.basis) \(\.turns)",
      es: "fue de \(\.actual), dentro del intervalo. \(\.basis) \(\.turns)",
      examples: [
        FindingExample("The late sheet lies among five early ones.", late("50,50"), finds: "council"),
        FindingExample("The late sheet is far from them.", late("90,10")),
      ])

    /// The margin as it was lies outside the interval.
    static let outside = kind(
      .notice, "projection_outside",
      en:
        "it was \(\.actual), outside the interval: late sheets differ from their neighbours by \(\.difference) on average. \(\.basis) \(\.turns)",
      es:
        "fue de \(\.actual), fuera del intervalo: las actas tardías difieren de sus vecinas en \(\.difference) en promedio. \(\.basis) \(\.turns)",
      examples: [
        FindingExample("The late sheet is far from five early ones.", late("90,10"), finds: "council"),
        FindingExample("The late sheet lies among them.", late("50,50")),
      ])

    /// At earlier cuts the interval missed more often than it should.
    static let doubted = kind(
      .info, "projection_placebos_disagree",
      en:
        "it was \(\.actual), \(\.place) that range: late sheets differ from their neighbours by \(\.difference) on average. \(\.turns)",
      es:
        "fue de \(\.actual), \(\.place) ese rango; las actas tardías difieren de sus vecinas en \(\.difference) en promedio. \(\.turns)",
      words: [.init("place", \.place)], examples: [])

    /// There is no interval.
    static let alone = kind(
      .info, "projection_alone", opening: Sentence(en: "", es: ""),
      en: "it was \(\.actual). Too few early neighbours tell how far they differ, so that there is no interval.",
      es: "fue de \(\.actual). Muy pocas vecinas tempranas indican cuánto difieren, así que no hay intervalo.",
      examples: [
        FindingExample("One early sheet does not show how far sheets differ.", Sample.parted, finds: "council"),
        FindingExample("Five do.", late("50,50")),
      ])

    private static let tried = Sentence<Self>(en: "\(\.earlierCuts) ", es: "\(\.earlierCuts) ")

    /// A projection whose sentence ends with `en` or `es`.
    private static func kind(
      _ severity: Severity, _ code: String, opening: Sentence<Self> = tried, en: Phrase<Self>, es: Phrase<Self>,
      words: [FindingKind<Self>.Word] = [], examples: [FindingExample]
    ) -> FindingKind<Self> {
      FindingKind(
        severity, tier: .explanation, code: code,
        Sentence(
          en:
            "\(opening.en)Had each late sheet had the early margin of its nearest neighbours, the final margin of \(\.first) over \(\.second) would have been \(\.projected); \(en) Late votes that took their margin: \(\.takenFrom).",
          es:
            "\(opening.es)Si cada acta tardía hubiera tenido el margen temprano de sus vecinas más próximas, el margen final de \(\.first) sobre \(\.second) habría sido de \(\.projected); \(es) Votos tardíos que tomaron su margen: \(\.takenFrom)."
        ),
        caution: Text(
          en:
            "The interval takes lateness as unrelated to how a sheet or an area votes beside its neighbours; where it is related, the interval fails more often than in 5%. How often it failed on simulated elections: Docs/methods/calibration.md. A difference may be legitimate; agreement does not clear alteration inside sheets.",
          es:
            "El intervalo supone que la tardanza no guarda relación con cómo vota un acta o un área frente a sus vecinas; si la guarda, falla en más de un 5%. Con qué frecuencia falló en elecciones simuladas: Docs/methods/calibration.md. Una diferencia puede ser legítima; que coincidan no descarta alteraciones dentro de las actas."
        ),
        method: Method.projection,
        numbers: [
          .init(
            "projected", \.projected, .points, Text(en: "final margin as projected", es: "margen final proyectado")),
          .init("actual", \.actual, .points, Text(en: "final margin as it was", es: "margen final real")),
          .init(
            "late_projected", \.lateProjected, .votes,
            Text(en: "late margin as projected", es: "margen tardío proyectado")),
          .init("late_actual", \.lateActual, .votes, Text(en: "late margin as it was", es: "margen tardío real")),
          .init(
            "difference", \.difference, .points,
            Text(en: "late margin less its projection", es: "margen tardío menos su proyección")),
          .init(
            "degrees", \.degrees, .number,
            Text(en: "degrees of freedom of the interval", es: "grados de libertad del intervalo")),
          .init(
            "tried", \.tried, .number,
            Text(
              en: "earlier cuts at which the interval was tried", es: "cortes anteriores en que se probó el intervalo")),
          .init(
            "missed", \.missed, .number,
            Text(en: "earlier cuts at which it missed", es: "cortes anteriores en que falló")),
          .init(
            "turning", \.turning, .number,
            Text(
              en: "correlation of lateness with the margin at which the finding turns",
              es: "correlación de la tardanza con el margen con la que el hallazgo cambia")),
        ],
        words: [
          .init("first", \.first), .init("second", \.second), .init("taken_from", \.takenFrom), .init("turns", \.turns),
          .init("basis", \.basis), .init("earlier_cuts", \.earlierCuts),
        ] + words,
        examples: examples)
    }

    /// Five early sheets, about even, and a late one with those votes.
    static func late(_ votes: String) -> KeyValuePairs<String, FindingExample.Dataset> {
      [
        "sheets": FindingExample.Dataset(
          """
          sheet,votes_oak,votes_elm
          1,51,49
          2,49,51
          3,52,48
          4,48,52
          5,50,50
          6,\(votes)
          """),
        "early": """
        sheet,votes_oak,votes_elm
        1,51,49
        2,49,51
        3,52,48
        4,48,52
        5,50,50
        """,
      ]
    }
  }

  /// What the number of late votes left possible, and when the margin is a tie.
  struct Bound: Sendable {
    let bound: Quantity
    let tipping: Double
    let first, second: Text

    /// A tie was among it.
    static let tie = FindingKind<Self>(
      .info, tier: .explanation, code: "bound",
      Sentence(
        en:
          "The number of late votes alone left a final margin of \(\.first) over \(\.second) of \(\.bound) possible. The final margin is a tie where late sheets differ from their neighbours by \(\.tipping) on average.",
        es:
          "El número de votos tardíos por sí solo dejaba posible un margen final de \(\.first) sobre \(\.second) de \(\.bound). El margen final es un empate si las actas tardías difieren de sus vecinas en \(\.tipping) en promedio."
      ),
      caution: Caution.notAtRandom, method: Method.projection,
      numbers: [
        range, .init("tipping", \.tipping, .points, tippingPoint),
      ], words: words,
      examples: [
        FindingExample("One sheet was counted early, the other one late.", Sample.parted, finds: "council"),
        FindingExample("All sheets were counted early.", Sample.earlyAlone),
      ])

    /// No late votes could have made it a tie.
    static let withoutTie = FindingKind<Self>(
      .info, tier: .explanation, code: "bound_without_tie",
      Sentence(
        en:
          "The number of late votes alone left a final margin of \(\.first) over \(\.second) of \(\.bound) possible: not even all the late votes one way would have made it a tie.",
        es:
          "El número de votos tardíos por sí solo dejaba posible un margen final de \(\.first) sobre \(\.second) de \(\.bound): ni siquiera todos los votos tardíos en un mismo sentido lo habrían convertido en empate."
      ),
      caution: Caution.notAtRandom, method: Method.projection, numbers: [range], words: words,
      examples: [
        FindingExample("A lead of 20, and 10 votes counted late.", Sample.fewLate, finds: "council"),
        FindingExample("One sheet was counted early, the other one late.", Sample.parted),
      ])

    private static let range = FindingKind<Self>.Number(
      "bound", \.bound, .points,
      Text(
        en: "final margin with all late votes one way or the other",
        es: "margen final con todos los votos tardíos en un sentido u otro"))
    private static let words: [FindingKind<Self>.Word] = [.init("first", \.first), .init("second", \.second)]
  }

  /// When the margin is the one that a rule asks for.
  struct BoundThreshold: Sendable {
    let threshold, tipping: Double
    let first, second: Text

    /// Some late votes would have made it so.
    static let reachable = FindingKind<Self>(
      .info, tier: .explanation, code: "bound_threshold",
      Sentence(
        en:
          "The final margin of \(\.first) over \(\.second) is \(\.threshold) where late sheets differ from their neighbours by \(\.tipping) on average.",
        es:
          "El margen final de \(\.first) sobre \(\.second) es de \(\.threshold) si las actas tardías difieren de sus vecinas en \(\.tipping) en promedio."
      ),
      caution: Caution.notAtRandom, method: Method.projection,
      numbers: [
        asked, .init("tipping", \.tipping, .points, tippingPoint),
      ], words: words,
      examples: [
        FindingExample("A rule that asks for 10 points.", Sample.parted, with: ["threshold": 10], finds: "council"),
        FindingExample("No such rule.", Sample.parted),
      ])

    /// No late votes could have made it so.
    static let unreachable = FindingKind<Self>(
      .info, tier: .explanation, code: "threshold_beyond_bound",
      Sentence(
        en: "No late votes could have made the final margin of \(\.first) over \(\.second) \(\.threshold).",
        es: "Ningún voto tardío podía llevar el margen final de \(\.first) sobre \(\.second) a \(\.threshold)."),
      caution: Caution.notAtRandom, method: Method.projection, numbers: [asked], words: words,
      examples: [
        FindingExample(
          "A lead of 20 points, and 10 of 110 votes late.", Sample.fewLate, with: ["threshold": 5], finds: "council"),
        FindingExample("Half of the votes late.", Sample.parted, with: ["threshold": 10]),
      ])

    private static let asked = FindingKind<Self>.Number("threshold", \.threshold, .points, Summary.threshold)
    private static let words: [FindingKind<Self>.Word] = [.init("first", \.first), .init("second", \.second)]
  }

  private static let tippingPoint = Text(
    en: "mean difference between late sheets and their neighbours that would do it",
    es: "diferencia media entre las actas tardías y sus vecinas que bastaría")
}
