import ModuleKit

/// No vote was declared against an assertion: a landslide.
struct OneSided: FindingShape {
  let source, assertion: Text
  /// Drawn ballots against it, of all that were drawn.
  let against, ballots: Int

  static let kind = FindingKind<Self>(
    .notice,
    Sentence(
      en:
        "According to \(\.source), \(\.assertion), and not one vote is against that. Drawn ballots that count against it: \(\.against, .number) of \(\.ballots, .number).",
      es:
        "Según \(\.source), \(\.assertion), y no hay un solo voto en contra. Papeletas sorteadas que cuentan en contra: \(\.against, .number) de \(\.ballots, .number)."
    ),
    caution: Text(
      en:
        "Where ballots are counted, the p-value is computed as if half a vote more had been declared on either side, so that one ballot does not end the audit. One vote that was not declared does not change the outcome.",
      es:
        "Donde las papeletas se cuentan, el valor p se calcula como si se hubiera declarado medio voto más a cada lado, para que una sola papeleta no ponga fin a la auditoría. Un voto que no se declaró no cambia el resultado."
    ), method: Assertion.method,
    numbers: [
      .init("against", \.against, .number, Text(en: "drawn ballots against it", es: "papeletas sorteadas en contra")),
      .init("ballots", \.ballots, .number, Text(en: "ballots drawn", es: "papeletas sorteadas")),
    ], words: [.init("source", \.source), .init("assertion", \.assertion)],
    examples: [
      FindingExample(
        "All votes for the one.", MeasuredRisk.entered("20,19,1", declared: "6000,0"), finds: "oak_over_elm"),
      FindingExample("Votes for both.", MeasuredRisk.entered("20,19,1")),
    ])
}

/// Ballots that were compared with their records.
struct ComparedBallots: FindingShape {
  let ballots, differing: Int

  static let kind = FindingKind<Self>(
    .info,
    Sentence(
      en:
        "Drawn ballots that differ from their records, have none, or could not be found: \(\.differing, .number) of \(\.ballots, .number) that were compared.",
      es:
        "Papeletas sorteadas que difieren de su registro, que no lo tienen o que no se encontraron: \(\.differing, .number) de \(\.ballots, .number) comparadas."
    ),
    caution: Text(
      en:
        "A difference does not show who erred, nor that anybody meant to. What caused it is for those who look to say.",
      es: "Una diferencia no muestra quién erró, ni que alguien lo quisiera. La causa la dirán quienes la examinen."),
    method: MeasuredRisk.references,
    numbers: [
      .init("ballots", \.ballots, .number, Text(en: "ballots compared", es: "papeletas comparadas")),
      .init(
        "differing", \.differing, .number, Text(en: "ballots that differ", es: "papeletas que difieren")),
    ],
    examples: [
      FindingExample(
        "Each ballot beside its record.", compared("1,North,a,1,1,oak,oak"), with: ["method": "comparison"],
        finds: "ballots"),
      FindingExample("Ballots that are counted.", compared("1,North,a,1,1,oak,oak")),
    ])

  /// A declared lead and drawn ballots: draw, place, round, paper, record.
  static func compared(_ rows: String) -> KeyValuePairs<String, FindingExample.Dataset> {
    [
      "bulletins": .init("id,stage,votes_oak,votes_elm,source\nd,declared,6000,4000,court"),
      "checks": .init("draw,container,batch,ballot,round,paper,record\n\(rows)"),
    ]
  }
}

/// Ballots that could not be found, and ballots of which no record is held.
struct AbsentBallots: FindingShape {
  let ballots, notFound, noRecord: Int

  static let kind = FindingKind<Self>(
    .notice,
    Sentence(
      en:
        "Drawn ballots that could not be found: \(\.notFound, .number) of \(\.ballots, .number); of which no record is held: \(\.noRecord, .number). Where ballots are counted, one that cannot be found counts against every statement; where they are compared, it counts as two votes too many for it, one where no record is held either.",
      es:
        "Papeletas sorteadas que no se encontraron: \(\.notFound, .number) de \(\.ballots, .number); de las que no hay registro: \(\.noRecord, .number). Donde las papeletas se cuentan, la que no se encuentra cuenta en contra de cada afirmación; donde se comparan, cuenta como dos votos de más para ella, o uno si tampoco hay registro."
    ),
    caution: Text(
      en:
        "That is the worst they could be, so that what cannot be looked at does not help an outcome. It does not show what was on them, nor why they are not there.",
      es:
        "Es lo peor que podrían ser, para que lo que no puede verse no favorezca a un resultado. No muestra qué había en ellas, ni por qué no están."
    ), method: MeasuredRisk.references,
    numbers: [
      .init("ballots", \.ballots, .number, Text(en: "ballots drawn", es: "papeletas sorteadas")),
      .init(
        "not_found", \.notFound, .number, Text(en: "ballots that were not found", es: "papeletas no encontradas")),
      .init("no_record", \.noRecord, .number, Text(en: "ballots without a record", es: "papeletas sin registro")),
    ],
    examples: [
      FindingExample(
        "A ballot that cannot be found.", ComparedBallots.compared("1,North,a,1,1,not_found,oak"), finds: "ballots"),
      FindingExample("All ballots found.", ComparedBallots.compared("1,North,a,1,1,oak,oak")),
    ])
}
