import ModuleKit

/// What drawn batches say of the outcome, up to the first draw that met the risk limit, else to the last.
struct BatchRisk: Sendable {
  let source: Text
  let assertions, draws, batches: Int
  let pValue: Double
  let risk: Quantity
  let more: Int

  var pWords: Text { MeasuredRisk.words(pValue) }

  /// The limit was met.
  static let met = FindingKind<Self>(
    .info, tier: .explanation, code: "batch_limit_met",
    Sentence(
      en:
        "Draws of batches: \(\.draws, .number); different batches among them: \(\.batches, .number). From them the mission computes a p-value of at most \(\.pWords) for the outcome declared by \(\.source), by comparing batches (MACRO): the risk limit of \(\.risk) is met, and the audit can stop.",
      es:
        "Sorteos de lotes: \(\.draws, .number); lotes distintos entre ellos: \(\.batches, .number). Con ellos la misión calcula un valor p de \(\.pWords) como máximo para el resultado declarado por \(\.source), mediante la comparación de lotes (MACRO): el límite de riesgo del \(\.risk) se alcanza y la auditoría puede terminar."
    ),
    caution: caution, method: method, numbers: numbers, words: words,
    examples: [
      FindingExample("Six draws of one batch, with its votes as reported.", counted("1;2;3;4;5;6,90,10"), finds: "d"),
      FindingExample("One draw.", counted("1,90,10")),
    ])

  /// The limit is not met.
  static let open = FindingKind<Self>(
    .notice, tier: .explanation, code: "batch_limit_open",
    Sentence(
      en:
        "Draws of batches: \(\.draws, .number); different batches among them: \(\.batches, .number). From them the mission computes a p-value of at most \(\.pWords) for the outcome declared by \(\.source), by comparing batches (MACRO): the risk limit of \(\.risk) is not met. Further draws without an error that would meet it: \(\.more, .number).",
      es:
        "Sorteos de lotes: \(\.draws, .number); lotes distintos entre ellos: \(\.batches, .number). Con ellos la misión calcula un valor p de \(\.pWords) como máximo para el resultado declarado por \(\.source), mediante la comparación de lotes (MACRO): el límite de riesgo del \(\.risk) no se alcanza. Sorteos más sin error que lo alcanzarían: \(\.more, .number)."
    ),
    caution: caution, method: method,
    numbers: numbers + [
      .init(
        "more", \.more, .number,
        Text(en: "draws without an error that would meet the limit", es: "sorteos sin error que alcanzarían el límite"))
    ], words: words,
    examples: [
      FindingExample("One draw.", counted("1,90,10"), finds: "d"),
      FindingExample("Six draws of one batch, with its votes as reported.", counted("1;2;3;4;5;6,90,10")),
    ])

  private static let caution = Text(
    en:
      "A limit that is met does not show that the outcome is right: if it were not, the draws would meet the limit with at most that probability. One that is not met does not show that it is wrong. Both hold if the batches were drawn at random by the bounds on their errors, with replacement, their totals fixed before, and no batch holds more ballots than is given.",
    es:
      "Que se alcance el límite no muestra que el resultado sea correcto: si no lo fuera, los sorteos lo alcanzarían como máximo con esa probabilidad. Que no se alcance no muestra que sea erróneo. Ambas cosas valen si los lotes se sortearon al azar según las cotas de sus errores, con reposición, con sus totales fijos desde antes, y ningún lote contiene más papeletas de las indicadas."
  )
  static let method = Text(
    en:
      "maximum across-contest relative overstatement of batches, Kaplan–Markov (Stark 2009), drawn by the bounds on their errors (Aslam, Popa & Rivest 2008); bounds by assertion (Stark 2020, SHANGRLA)",
    es:
      "máxima sobreestimación relativa de los lotes (MACRO), Kaplan–Markov (Stark 2009), sorteados según las cotas de sus errores (Aslam, Popa y Rivest 2008); cotas por afirmación (Stark 2020, SHANGRLA)"
  )
  private static let numbers: [FindingKind<Self>.Number] = [
    .init("p_value", \.pValue, .number, Text(en: "p-value", es: "valor p")),
    .init("draws", \.draws, .number, Text(en: "draws", es: "sorteos")),
    .init("batches", \.batches, .number, Text(en: "different batches drawn", es: "lotes distintos sorteados")),
    .init("assertions", \.assertions, .number, Text(en: "statements of the outcome", es: "afirmaciones del resultado")),
    .init("risk", \.risk, .percent, Text(en: "risk limit", es: "límite de riesgo")),
  ]
  private static let words: [FindingKind<Self>.Word] = [.init("source", \.source), .init("p", \.pWords)]

  /// One batch of 100 votes, reported as 90 to 10 unless said otherwise: its draws, and the votes found for oak and elm.
  static func counted(
    _ row: String, reported: String = "90,10"
  ) -> KeyValuePairs<String, FindingExample.Dataset> {
    [
      "bulletins": .init("id,stage,votes_oak,votes_elm,source\nd,declared,\(reported),court"),
      "totals": .init("container,batch,ballots,votes_oak,votes_elm\nNorth,a,100,\(reported)"),
      "counts": .init("container,batch,draws,votes_oak,votes_elm\nNorth,a,\(row)"),
    ]
  }
}

/// How counted batches agree with what was reported of them.
struct CountedBatches: FindingShape {
  let counted, differing, extra, together: Int

  static let kind = FindingKind<Self>(
    .info,
    Sentence(
      en:
        "Counted batches whose count differs from what was reported, or in which ballots could not be found: \(\.differing, .number) of \(\.counted, .number). Counted without having been drawn, which enters no p-value: \(\.extra, .number). Counted as one, since their ballots were mixed: \(\.together, .number).",
      es:
        "Lotes contados cuyo conteo difiere de lo reportado, o en los que no se encontraron papeletas: \(\.differing, .number) de \(\.counted, .number). Contados sin haber salido en el sorteo, lo que no entra en ningún valor p: \(\.extra, .number). Contados como uno, por estar mezcladas sus papeletas: \(\.together, .number)."
    ),
    caution: Text(
      en:
        "A difference does not show who erred, nor that anybody meant to. Batches that nobody drew are no sample of the others.",
      es:
        "Una diferencia no muestra quién erró, ni que alguien lo quisiera. Los lotes que nadie sorteó no son una muestra de los demás."
    ),
    method: BatchRisk.method,
    numbers: [
      .init("counted", \.counted, .number, Text(en: "batches counted", es: "lotes contados")),
      .init("differing", \.differing, .number, Text(en: "batches that differ", es: "lotes que difieren")),
      .init("extra", \.extra, .number, Text(en: "batches counted and not drawn", es: "lotes contados y no sorteados")),
      .init(
        "together", \.together, .number,
        Text(en: "counts of several batches together", es: "conteos de varios lotes juntos")),
    ],
    examples: [
      FindingExample("A batch in which a vote differs.", BatchRisk.counted("1,89,11"), finds: "batches"),
      FindingExample("A tie, of which nothing is measured.", BatchRisk.counted("1,50,50", reported: "50,50")),
    ])
}

/// Whether the counted batches are those of a draw.
struct BatchDraw: Sendable {
  let draws, all: Int
  let seed: Text

  static let checked = FindingKind<Self>(
    .info, code: "checked_batch_draw",
    Sentence(
      en:
        "The \(\.draws, .number) draws of batches entered are the first that are drawn from the \(\.all, .number) reported, by the bounds on their errors and with replacement, with the seed \(\.seed): the mission made the draw again.",
      es:
        "Sorteos de lotes registrados: \(\.draws, .number). Son, en su orden, los primeros que se sortean de los \(\.all, .number) reportados, según las cotas de sus errores y con reposición, con la semilla \(\.seed): la misión repitió el sorteo."
    ),
    caution: Text(
      en:
        "That the seed came from dice, that nobody knew it before the totals were closed, and that these name every batch, only witnesses can say.",
      es:
        "Que la semilla saliera de dados, que nadie la conociera antes de cerrarse los totales y que estos tengan todos los lotes, solo pueden decirlo testigos."
    ),
    method: method, numbers: numbers, words: [.init("seed", \.seed)],
    examples: [
      FindingExample(
        "The draw of a seed from one batch.", BatchRisk.counted("1,90,10"), with: ["seed": CheckedDraw.digits],
        finds: "draw"),
      FindingExample("No seed.", BatchRisk.counted("1,90,10")),
    ])

  static let unchecked = FindingKind<Self>(
    .notice, code: "unchecked_batch_draw",
    Sentence(
      en:
        "The mission has not held the \(\.draws, .number) draws of batches entered, from \(\.all, .number) reported, against a draw: that these are the batches that were drawn is taken from those who entered them.",
      es:
        "La misión no ha cotejado con un sorteo los \(\.draws, .number) sorteos de lotes registrados, de \(\.all, .number) reportados: que sean los sorteados lo dicen quienes los registraron."
    ),
    caution: Text(
      en: "That does not show that other batches were taken. With the seed it can be checked.",
      es: "Eso no muestra que se tomaran otros. Con la semilla puede comprobarse."), method: method,
    numbers: numbers, words: [.init("seed", \.seed)],
    examples: [
      FindingExample("No seed.", BatchRisk.counted("1,90,10"), finds: "draw"),
      FindingExample("A seed.", BatchRisk.counted("1,90,10"), with: ["seed": CheckedDraw.digits]),
    ])

  private static let method = Text(
    en: "the draw of ‘veedor recount draw’ from reported totals of batches",
    es: "el sorteo de «veedor recount draw» a partir de los totales reportados de los lotes")
  private static let numbers: [FindingKind<Self>.Number] = [
    .init("draws", \.draws, .number, Text(en: "draws entered", es: "sorteos registrados")),
    .init("all", \.all, .number, Text(en: "batches reported", es: "lotes reportados")),
  ]
}
