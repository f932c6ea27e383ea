import ModuleKit

/// What `recount.detect` can find.
enum DetectCode: String, FindingCode {
  case detection
  case outOfReach = "out_of_reach"
  case noLead = "no_lead"
  case plannedSample = "planned_sample"
  case sampleBounds = "sample_bounds"
  case copiesBound = "copies_bound"
  case copiesNotCovered = "copies_not_covered"
  case copiesNotRandom = "copies_not_random"
  case copiesSelectionUnknown = "copies_selection_unknown"

  var kind: CodedFindingKind {
    switch self {
    case .detection:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "Were all boxes equal in size, at least {boxes_needed.number} among {which} would have to be wrong to account for the declared lead of {lead}, {error}. A random draw of {sample} would include at least one of them with a probability of {probability} or more.",
          es:
            "Si todas las urnas tuvieran el mismo tamaño, al menos {boxes_needed.number} entre {which} tendrían que contener errores para explicar la ventaja declarada de {lead}, {error}. Un sorteo de {sample} incluiría al menos una de ellas con una probabilidad del {probability} o más."
        ),
        caution: Self.equalBoxes, method: Self.detectionMethod,
        numbers: Self.detectionNumbers + [
          .init("sample", .boxes, Text(en: "boxes to draw", es: "urnas por sortear")), Self.probability,
        ], words: ["which", "error"])
    case .outOfReach:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "Were all boxes equal in size, {boxes_needed} would have to be wrong to account for the declared lead of {lead}, {error}: more than {which}.",
          es:
            "Si todas las urnas tuvieran el mismo tamaño, {boxes_needed} tendrían que contener errores para explicar la ventaja declarada de {lead}, {error}: más que {which}."
        ),
        caution: Self.equalBoxes, method: Self.detectionMethod, numbers: Self.detectionNumbers,
        words: ["which", "error"])
    case .noLead:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "The declared result shows no lead: an error in a single box could decide, so no draw smaller than all of {which} would do.",
          es:
            "El resultado declarado no muestra ventaja alguna: un error en una sola urna podría decidir, por lo que no bastaría ningún sorteo menor que el total de {which}."
        ),
        caution: Text(
          en: "A tie does not show that any box is wrong.", es: "Un empate no muestra que alguna urna contenga errores."
        ),
        method: Self.detectionMethod, numbers: Self.detectionNumbers, words: ["which", "error"])
    case .plannedSample:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "If {boxes_needed.number} of {population} are wrong, a random draw of {sample} includes at least one of them with a probability of {probability} or more.",
          es:
            "Si {boxes_needed.number} de {population} contienen errores, un sorteo de {sample} incluye al menos una de ellas con una probabilidad del {probability} o más."
        ),
        caution: Text(
          en: "The numbers are assumed for planning. A draw that meets none does not show that none is wrong.",
          es:
            "Los números se suponen para planificar. Un sorteo que no da con ninguna no muestra que ninguna contenga errores."
        ),
        method: Self.detectionMethod,
        numbers: [
          Self.population, Self.needed,
          .init("sample", .boxes, Text(en: "boxes to draw", es: "urnas por sortear")), Self.probability,
        ])
    case .sampleBounds:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "If {sampled} are drawn at random from {population} and {differing} of them differ, then {bounds} of the {population} differ, each bound with {confidence} confidence.",
          es:
            "Si se sortean {sampled} de un total de {population} y difieren {differing}, entonces difieren {bounds} del total, cada límite con una confianza del {confidence}."
        ),
        caution: Text(
          en: "The numbers are given by hand, and the bounds hold for a random draw only. \(Self.twoBounds.en)",
          es: "Los números se dan a mano y los límites solo valen para un sorteo. \(Self.twoBounds.es)"),
        method: Self.inversion,
        numbers: [
          .init("population", .number, Text(en: "the things drawn from", es: "el total del que se sortea")),
          .init("sampled", .number, Text(en: "the things drawn", es: "lo sorteado")),
          .init("differing", .number, Text(en: "drawn things that differ", es: "lo sorteado que difiere")),
        ] + Self.bounds(.number), words: ["bounds"])
    case .copiesBound:
      CodedFindingKind(
        .info,
        Text(
          en:
            "According to {compared_by}, {sampled.number} of the {covered.number} {copies} handed over were drawn at random and compared: {differing_words}. Then {bounds} of the {covered.number} handed over differ, each bound with {confidence} confidence.",
          es:
            "Según {compared_by}, de las {covered.number} {copies} entregadas se sortearon y compararon {sampled.number}: {differing_words}. Entonces difieren {bounds} de las {covered.number} entregadas, cada límite con una confianza del {confidence}."
        ),
        caution: Text(
          en:
            "The bound is for the copies that were handed over; it says nothing of sheets without a copy, nor of what happened before a sheet was written. It rests on the draw being random, as stated. \(Self.twoBounds.en)",
          es:
            "El límite vale para las copias entregadas; no dice nada de las actas sin copia, ni de lo ocurrido antes de llenarse el acta. Supone que el sorteo fue aleatorio, como se afirma. \(Self.twoBounds.es)"
        ),
        method: Self.inversion, numbers: Self.copyNumbers + Self.bounds(.copies),
        words: ["compared_by", "copies", "differing_words", "bounds"])
    case .copiesNotCovered:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "Of {total}, no copy of {uncovered.number} was handed over: the comparison ({compared_by}) says nothing of those.",
          es:
            "De {total}, no se entregó copia de {uncovered.number}: la comparación ({compared_by}) no dice nada de esas."
        ),
        caution: Text(
          en: "A copy that was not handed over does not show that its sheet is wrong.",
          es: "Que no se entregara una copia no muestra que su acta contenga errores."),
        method: Self.inversion,
        numbers: [Self.uncovered, Self.total], words: ["compared_by"])
    case .copiesNotRandom:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "According to {compared_by}, {sampled.number} of the {covered.number} {copies} handed over were compared: {differing_words}. They were not drawn at random, so no bound and no error rate follows for the others.",
          es:
            "Según {compared_by}, de las {covered.number} {copies} entregadas se compararon {sampled.number}: {differing_words}. No se eligieron por sorteo, por lo que no se sigue ningún límite ni tasa de error para las demás."
        ),
        caution: Self.choiceCaution, method: Self.inversion, numbers: Self.copyNumbers,
        words: ["compared_by", "copies", "differing_words"])
    case .copiesSelectionUnknown:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "According to {compared_by}, {sampled.number} of the {covered.number} {copies} handed over were compared: {differing_words}. How they were chosen is not known, so no bound and no error rate follows for the others.",
          es:
            "Según {compared_by}, de las {covered.number} {copies} entregadas se compararon {sampled.number}: {differing_words}. No se sabe cómo se eligieron, por lo que no se sigue ningún límite ni tasa de error para las demás."
        ),
        caution: Self.choiceCaution, method: Self.inversion, numbers: Self.copyNumbers,
        words: ["compared_by", "copies", "differing_words"])
    }
  }

  private static let equalBoxes = Text(
    en:
      "Equal boxes are optimistic: fewer large boxes can account for as much, and then more must be drawn. Order boxes by the largest error each can hold. A draw that meets no wrong box does not show that none is wrong.",
    es:
      "Suponer urnas iguales es optimista: menos urnas grandes pueden explicar lo mismo, y entonces hay que sortear más. Conviene ordenarlas según el mayor error que cabe en cada una. Un sorteo que no da con errores no muestra que no los haya."
  )
  private static let twoBounds = Text(
    en: "Where two bounds are given, both together hold at a lower level.",
    es: "Donde se dan dos límites, los dos juntos valen con un nivel menor.")
  private static let choiceCaution = Text(
    en: "The comparison holds for the copies compared. How they were chosen does not show bad faith.",
    es: "La comparación vale para las copias comparadas. La forma de elegirlas no muestra mala fe.")
  private static let detectionMethod = Text(
    en:
      "B = ⌈lead/e⌉, e = 2 s v, v the votes of an equal box, s the share of them on the wrong side (at most all, s = 1); smallest n with C(N−B, n)/C(N, n) ≤ risk (Aslam, Popa & Rivest 2007, EVT)",
    es:
      "B = ⌈ventaja/e⌉, e = 2 s v, v los votos de una urna del mismo tamaño, s la parte de ellos en el lado equivocado (como máximo todos, s = 1); el menor n con C(N−B, n)/C(N, n) ≤ riesgo (Aslam, Popa y Rivest 2007, EVT)"
  )
  private static let inversion = Text(
    en: "inversion of the exact hypergeometric test, at one side each (Buonaccorsi 1987, The American Statistician 41)",
    es:
      "inversión de la prueba hipergeométrica exacta, unilateral para cada límite (Buonaccorsi 1987, The American Statistician 41)"
  )
  private static let population = CodedFindingKind.Number(
    "population", .boxes, Text(en: "boxes drawn from", es: "urnas entre las que se sortea"))
  private static let needed = CodedFindingKind.Number(
    "boxes_needed", .boxes, Text(en: "wrong boxes", es: "urnas con errores"))
  private static let probability = CodedFindingKind.Number(
    "probability", .percent,
    Text(en: "probability of drawing one of them, at least", es: "probabilidad mínima de sortear una de ellas"))
  private static let detectionNumbers: [CodedFindingKind.Number] = [
    population, needed, .init("lead", .votes, Text(en: "the declared lead", es: "la ventaja declarada")),
    .init(
      "shift", .percent,
      Text(en: "share of a box's votes on the wrong side", es: "parte de los votos de una urna en el lado equivocado")),
  ]
  private static let uncovered = CodedFindingKind.Number(
    "uncovered", .sheets, Text(en: "sheets without a copy handed over", es: "actas sin copia entregada"))
  private static let total = CodedFindingKind.Number("total", .sheets, Text(en: "all sheets", es: "todas las actas"))
  private static let copyNumbers: [CodedFindingKind.Number] = [
    total, .init("covered", .copies, Text(en: "copies handed over", es: "copias entregadas")),
    .init("sampled", .copies, Text(en: "copies compared", es: "copias comparadas")),
    .init("differing", .copies, Text(en: "compared copies that differ", es: "copias comparadas que difieren")),
    uncovered,
  ]
  private static func bounds(_ unit: Unit) -> [CodedFindingKind.Number] {
    [
      .init("upper", unit, Text(en: "at most so many differ", es: "como máximo difieren tantas")),
      .init("lower", unit, Text(en: "at least so many differ", es: "como mínimo difieren tantas")),
      .init("confidence", .percent, Text(en: "level of each bound", es: "nivel de cada límite")),
    ]
  }
}
