import ModuleKit

extension Late {
  /// What the late sheets would have shown, had each had the early margin of its neighbours.
  struct Projection: Sendable {
    let projected: Quantity
    let actual: Double
    let lateProjected, lateActual: Double
    let difference: Double
    let first, second: Text
    /// How much of the late vote took its margin from how near, in words.
    let takenFrom: Text

    /// The margin as it was lies inside the interval.
    static let inside = kind(
      .info, "projection", en: "it was \(\.actual), inside the interval.",
      es: "fue de \(\.actual), dentro del intervalo.",
      examples: [
        FindingExample("The late sheet lies between two early ones.", late("50,50"), finds: "council"),
        FindingExample("The late sheet is far from both.", late("90,10")),
      ])

    /// The margin as it was lies outside the interval.
    static let outside = kind(
      .notice, "projection_outside",
      en:
        "it was \(\.actual), outside the interval: late sheets differ from their neighbours by \(\.difference) on average.",
      es:
        "fue de \(\.actual), fuera del intervalo: las actas tardías difieren de sus vecinas en \(\.difference) en promedio.",
      examples: [
        FindingExample("The late sheet is far from two early ones.", late("90,10"), finds: "council"),
        FindingExample("The late sheet lies between them.", late("50,50")),
      ])

    /// There is no interval.
    static let alone = kind(
      .info, "projection_alone",
      en: "it was \(\.actual). Nothing tells how far neighbours differ, so that there is no interval.",
      es: "fue de \(\.actual). Nada indica cuánto difieren las vecinas, así que no hay intervalo.",
      examples: [
        FindingExample("One early sheet does not show how far sheets differ.", Sample.parted, finds: "council"),
        FindingExample("Two do.", late("50,50")),
      ])

    /// A projection whose sentence ends with `en` or `es`.
    private static func kind(
      _ severity: Severity, _ code: String, en: Phrase<Self>, es: Phrase<Self>, examples: [FindingExample]
    ) -> FindingKind<Self> {
      FindingKind(
        severity, tier: .explanation, code: code,
        Sentence(
          en:
            "Had each late sheet had the early margin of its nearest neighbours, the final margin of \(\.first) over \(\.second) would have been \(\.projected); \(en) Late votes that took their margin: \(\.takenFrom).",
          es:
            "Si cada acta tardía hubiera tenido el margen temprano de sus vecinas más próximas, el margen final de \(\.first) sobre \(\.second) habría sido de \(\.projected); \(es) Votos tardíos que tomaron su margen: \(\.takenFrom)."
        ),
        caution: Text(
          en:
            "The interval takes late sheets and areas as drawn like the early ones around them. On clean simulated elections it fails in 4 to 5 % where late sheets are drawn at random, and in 6 to 8 %, not 5, where they come from the country, which votes otherwise; in a real count that may weigh more. A difference may be legitimate; agreement does not clear alteration inside sheets.",
          es:
            "El intervalo supone que las actas y áreas tardías se sortean como las tempranas de su entorno. En elecciones simuladas limpias falla en un 4 a 5 % si las actas tardías son al azar, y en un 6 a 8 %, no en un 5, si vienen del campo, que vota de otro modo; en un cómputo real puede pesar más. Una diferencia puede ser legítima; que coincidan no descarta alteraciones dentro de las actas."
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
        ], words: [.init("first", \.first), .init("second", \.second), .init("taken_from", \.takenFrom)],
        examples: examples)
    }

    /// Two early sheets, about even, and a late one with those votes.
    private static func late(_ votes: String) -> KeyValuePairs<String, FindingExample.Dataset> {
      [
        "sheets": FindingExample.Dataset(
          """
          sheet,votes_oak,votes_elm
          1,51,49
          2,49,51
          3,\(votes)
          """),
        "early": """
        sheet,votes_oak,votes_elm
        1,51,49
        2,49,51
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
