import ModuleKit

extension Timeline {
  /// What the outcome by the contest's rule rests on in a partial count, and what the outstanding votes would have to be for it not to
  /// stay so. By plurality see ``NeededMargin``.
  struct OutcomeByRule: Sendable {
    let needed, outstanding: Quantity
    let margin: Int
    let source, published, assertion, figure, way, condition, reach: Text

    /// As known then, by a bulletin.
    static let known = kind(
      .body, "outcome_by_rule", "\(thenEnglish) \(turnEnglish)", "\(thenSpanish) \(turnSpanish)", possible,
      finds: ["bulletins": half], not: ["bulletins": nearlyAll])
    /// The same, where not even all the outstanding votes would have changed it.
    static let knownOutOfReach = kind(
      .body, "outcome_by_rule_out_of_reach", "\(thenEnglish) \(outEnglish)", "\(thenSpanish) \(outSpanish)", estimated,
      isOut: true, finds: ["bulletins": nearlyAll], not: ["bulletins": half])

    /// By the total declared later.
    static let hindsight = kind(
      .annex, "outcome_by_rule_hindsight", "\(laterEnglish) \(turnEnglish)", "\(laterSpanish) \(turnSpanish)",
      Caution.hindsight, finds: ["bulletins": halfThenDeclared], not: ["bulletins": half])
    /// The same, where not even all the votes declared later would have changed it.
    static let hindsightOutOfReach = kind(
      .annex, "outcome_by_rule_out_of_reach_hindsight", "\(laterEnglish) \(outEnglish)",
      "\(laterSpanish) \(outSpanish)", Caution.hindsight, isOut: true, finds: ["bulletins": nearlyAllThenDeclared],
      not: ["bulletins": halfThenDeclared])

    /// By sheets that say when they were published.
    static let sheets = kind(
      .body, "sheets_outcome_by_rule", "\(sheetsEnglish) \(turnEnglish)", "\(sheetsSpanish) \(turnSpanish)", possible,
      finds: Timeline.listed("60,40"), "sheets_0", not: Timeline.listed("100,0"))
    /// The same, where not even all the votes of the other sheets would have changed it.
    static let sheetsOutOfReach = kind(
      .body, "sheets_outcome_by_rule_out_of_reach", "\(sheetsEnglish) \(outEnglish)", "\(sheetsSpanish) \(outSpanish)",
      Text(
        en: "It rests on the turnout of the sheets that were in, which the others need not share: it decides nothing.",
        es:
          "Se apoya en la participación de las actas recibidas, que las demás pueden no compartir: no decide nada."),
      isOut: true, finds: Timeline.listed("100,0"), "sheets_0", not: Timeline.listed("60,40"))

    private static func kind(
      _ placement: Placement, _ code: String, _ english: Phrase<Self>, _ spanish: Phrase<Self>, _ caution: Text,
      isOut: Bool = false, finds inputs: KeyValuePairs<String, FindingExample.Dataset>, _ subject: String = "a",
      not others: KeyValuePairs<String, FindingExample.Dataset>
    ) -> FindingKind<Self> {
      let (open, certain) = (
        "More than half, and votes to come that could change it.", "More than half, and too few votes to come."
      )
      return FindingKind(
        .info, tier: .explanation, placement: placement, code: code, Sentence(en: english, es: spanish),
        caution: caution, method: method,
        numbers: [
          .init(
            "needed", \.needed, .number,
            Text(
              en: "share or lead among the outstanding votes that would end in a tie",
              es: "porcentaje o ventaja entre los votos pendientes que terminaría en empate")),
          .init("outstanding", \.outstanding, .votes, stillToCome), .init("margin", \.margin, .votes, marginMeaning),
        ],
        words: [
          .init("source", \.source), .init("published", \.published), .init("assertion", \.assertion),
          .init("figure", \.figure), .init("way", \.way), .init("condition", \.condition), .init("reach", \.reach),
        ],
        examples: [
          FindingExample(isOut ? certain : open, inputs, by: .twoRound, finds: subject),
          FindingExample(isOut ? open : certain, others, by: .twoRound),
        ])
    }

    private static let thenEnglish: Phrase<Self> =
      "As known then, by the figures of \(\.source), the mission computes for the outcome by the contest's rule: \(\.assertion), by \(\.margin)."
    private static let thenSpanish: Phrase<Self> =
      "Con la información disponible entonces y las cifras de \(\.source), la misión calcula para el resultado según la regla de la contienda: \(\.assertion), por \(\.margin)."
    private static let laterEnglish: Phrase<Self> =
      "With hindsight, by the figures of \(\.source) and the total declared later, the mission computes for the outcome by the contest's rule: \(\.assertion), by \(\.margin)."
    private static let laterSpanish: Phrase<Self> =
      "En retrospectiva, con las cifras de \(\.source) y el total declarado después, la misión calcula para el resultado según la regla de la contienda: \(\.assertion), por \(\.margin)."
    private static let sheetsEnglish: Phrase<Self> =
      "By the sheets of \(\.source) published \(\.published), the mission computes for the outcome by the contest's rule: \(\.assertion), by \(\.margin)."
    private static let sheetsSpanish: Phrase<Self> =
      "Con las actas de \(\.source) publicadas \(\.published), la misión calcula para el resultado según la regla de la contienda: \(\.assertion), por \(\.margin)."
    private static let turnEnglish: Phrase<Self> =
      "For that not to hold in the end, \(\.figure) among the votes still to be counted would have had to \(\.way) \(\.needed)\(\.condition).\(\.reach)"
    private static let turnSpanish: Phrase<Self> =
      "Para que al final no fuera así, \(\.figure) entre los votos por contar tendría que haber \(\.way) \(\.needed)\(\.condition).\(\.reach)"
    private static let outEnglish: Phrase<Self> =
      "Not even all the votes still to be counted, \(\.outstanding), would have sufficed for it not to hold in the end\(\.condition)."
    private static let outSpanish: Phrase<Self> =
      "Ni siquiera todos los votos por contar, \(\.outstanding), habrían bastado para que al final no fuera así\(\.condition)."
    private static let possible = Text(
      en: "What was possible is not what was likely: that depends on where the outstanding sheets came from.",
      es: "Lo posible no es lo probable: eso depende de dónde procedían las actas pendientes.")
    private static let estimated = Text(
      en:
        "How many votes were still to be counted is an estimate from the share of sheets; it takes the counted ones as they stood.",
      es:
        "Cuántos votos quedaban por contar es una estimación según la proporción de actas; toma las contadas como estaban."
    )
    private static let stillToCome = Text(en: "votes still to be counted", es: "votos por contar")
    private static let method = Text(
      en:
        "the outcome as assertions about two numbers of votes each (Stark 2020, SHANGRLA), of which the nearest to turning is told; remaining-vote arithmetic: Docs/methods/counts.md, “Remaining vote”",
      es:
        "el resultado como afirmaciones sobre dos números de votos cada una (Stark 2020, SHANGRLA), de las cuales se indica la más próxima a cambiar; aritmética del voto restante: Docs/es/methods/counts.md, «Voto restante»"
    )

    private static let half: FindingExample.Dataset = """
      id,source,published,counted_sheets,total_sheets,votes_oak,votes_elm
      a,court,2020-01-01,30,40,500,400
      """
    private static let nearlyAll: FindingExample.Dataset = """
      id,source,published,counted_sheets,total_sheets,votes_oak,votes_elm
      a,court,2020-01-01,39,40,700,200
      """
    private static let halfThenDeclared: FindingExample.Dataset = """
      id,source,stage,published,votes_oak,votes_elm
      a,court,,2020-01-01,500,400
      z,court,declared,2020-01-02,650,550
      """
    private static let nearlyAllThenDeclared: FindingExample.Dataset = """
      id,source,stage,published,votes_oak,votes_elm
      a,court,,2020-01-01,700,200
      z,court,declared,2020-01-02,720,220
      """
  }

  /// An outcome by the contest's rule that no count of the sheets not in could change.
  struct OutcomeDecided: FindingShape {
    let margin, assertions: Int
    let voters: Int64
    let counted: Double
    let source, published, assertion: Text

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "By the sheets of \(\.source), the mission computes that with the sheets published \(\.published), \(\.counted) of all, no count of those not yet in, for which \(\.voters, .number) voters are registered, could change the outcome by the contest's rule. What they could have changed most easily: \(\.assertion), by \(\.margin).",
        es:
          "Con las actas de \(\.source), la misión calcula que con las actas publicadas \(\.published), el \(\.counted) de todas, ningún cómputo de las pendientes, en las que hay \(\.voters, .number) electores inscritos, podía cambiar el resultado según la regla de la contienda. Lo que habrían podido cambiar con más facilidad: \(\.assertion), por \(\.margin)."
      ),
      caution: Text(
        en: "It takes the sheets that were in as they stood, and no voters beyond the register.",
        es: "Toma las actas recibidas como estaban, y sin electores fuera del padrón."),
      method: Text(
        en:
          "each of the outcome's assertions against all registered voters of the outstanding stations: Docs/methods/counts.md, “Sheets in time”",
        es:
          "cada afirmación del resultado frente a todos los electores inscritos de las mesas pendientes: Docs/es/methods/counts.md, «Actas en el tiempo»"
      ),
      numbers: [
        .init("margin", \.margin, .votes, marginMeaning),
        .init(
          "assertions", \.assertions, .number,
          Text(en: "assertions that make the outcome", es: "afirmaciones que forman el resultado")),
        .init(
          "voters", \.voters, .people,
          Text(en: "registered voters of sheets not in", es: "electores de actas pendientes")),
        .init("counted", \.counted, .percent, Text(en: "sheets that were in", es: "actas recibidas")),
      ],
      words: [.init("source", \.source), .init("published", \.published), .init("assertion", \.assertion)],
      examples: [
        FindingExample(
          "More votes than all the rest by 120, and 100 voters to come.", Timeline.listed("160,40"), by: .twoRound,
          finds: "sheets"),
        FindingExample(
          "More votes than all the rest by 20, and 100 voters to come.", Timeline.listed("60,40"), by: .twoRound),
      ])
  }

  private static let marginMeaning = Text(
    en: "votes between the two sides, or beyond what the rule asks for",
    es: "votos entre los dos lados, o más allá de lo que exige la regla")
}
