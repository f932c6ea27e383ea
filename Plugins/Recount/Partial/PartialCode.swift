import ModuleKit

/// What `recount.partial` can find.
enum PartialCode: String, FindingCode {
  case recountedMargin = "recounted_margin"
  case selectionNotRandom = "selection_not_random"
  case selectionUnknown = "selection_unknown"
  case selectionUndocumented = "selection_undocumented"
  case noOriginalCounts = "no_original_counts"
  case noComparison = "no_comparison"
  case recountedDifferences = "recounted_differences"
  case differingBounds = "differing_bounds"
  case freshSample = "fresh_sample"
  case hardBound = "hard_bound"
  case restMargin = "rest_margin"

  var kind: CodedFindingKind {
    switch self {
    case .recountedMargin:
      CodedFindingKind(
        .info,
        Text(
          en:
            "In the {recounted.number} of {total} that were recounted, {first} has {first_share} and {second} {second_share}: the difference, {first} less {second}, is {margin}.",
          es:
            "En las {recounted.number} urnas recontadas, de un total de {total.number}, {first} tiene el {first_share} y {second} el {second_share}: la diferencia, {first} menos {second}, es de {margin}."
        ),
        caution: Text(
          en:
            "This is what those boxes hold. It says nothing of the other boxes, nor of whether the first count of these was right.",
          es:
            "Esto es lo que contienen esas urnas. No dice nada de las demás, ni de si el primer conteo de estas era correcto."
        ),
        method: Text(
          en: "census of the recounted boxes; options in ballot order",
          es: "censo de las urnas recontadas; opciones en el orden de la papeleta"),
        numbers: Self.boxes + [
          .init(
            "first_share", .percent,
            Text(en: "share of the option named first", es: "parte de la opción nombrada primero")),
          .init(
            "second_share", .percent,
            Text(en: "share of the option named second", es: "parte de la opción nombrada después")),
          .init("margin", .points, Text(en: "first share less second", es: "primera parte menos segunda")),
        ], words: ["first", "second"])
    case .selectionNotRandom:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "The {recounted.number} boxes recounted were not drawn at random: the rule was “{rule}”, as “{document}” states. \(Self.refusal.en) \(Self.route.en)",
          es:
            "Las {recounted.number} urnas recontadas no se eligieron por sorteo: la regla fue «{rule}», según consta en «{document}». \(Self.refusal.es) \(Self.route.es)"
        ),
        caution: Self.selectionCaution, method: Self.sampling, numbers: Self.boxes, words: ["rule", "document"])
    case .selectionUnknown:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "How the {recounted.number} boxes recounted were chosen is not known. \(Self.refusal.en) \(Self.route.en)",
          es:
            "No se sabe cómo se eligieron las {recounted.number} urnas recontadas. \(Self.refusal.es) \(Self.route.es)"),
        caution: Self.selectionCaution, method: Self.sampling, numbers: Self.boxes)
    case .selectionUndocumented:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "The {recounted.number} boxes recounted are said to have been drawn at random, but there is {missing}, so the draw cannot be checked. \(Self.refusal.en) \(Self.route.en)",
          es:
            "Se afirma que las {recounted.number} urnas recontadas se eligieron por sorteo, pero no se aporta {missing}, por lo que el sorteo no puede comprobarse. \(Self.refusal.es) \(Self.route.es)"
        ),
        caution: Self.selectionCaution, method: Self.sampling, numbers: Self.boxes, words: ["missing"])
    case .noOriginalCounts:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "The first counts of the {recounted.number} boxes recounted are not held, so no difference between count and recount can be computed.",
          es:
            "No se dispone de los primeros conteos de las {recounted.number} urnas recontadas, por lo que no puede calcularse ninguna diferencia entre conteo y recuento."
        ),
        caution: Text(
          en: "That they are not held does not show that they differ, nor that they agree.",
          es: "Que no se disponga de ellos no muestra que difieran, ni que coincidan."),
        method: Self.comparison, numbers: Self.boxes)
    case .noComparison:
      CodedFindingKind(
        .info,
        Text(
          en:
            "The first counts of the {recounted.number} boxes recounted are held, but nobody states how many differ from the recount.",
          es:
            "Se dispone de los primeros conteos de las {recounted.number} urnas recontadas, pero nadie indica cuántos difieren del recuento."
        ),
        caution: Text(
          en: "Until they are compared, nothing follows about the first count.",
          es: "Mientras no se comparen, nada se sigue sobre el primer conteo."),
        method: Self.comparison, numbers: Self.boxes)
    case .recountedDifferences:
      CodedFindingKind(
        .notice,
        Text(
          en: "Of the {recounted.number} boxes recounted, {differing_words}.",
          es:
            "De las {recounted.number} urnas recontadas, {differing_words}."),
        caution: Text(
          en:
            "A difference may come from a slip of the hand, and its size is not told here. It says nothing of boxes nobody recounted.",
          es:
            "Una diferencia puede deberse a un error involuntario, y aquí no se indica su tamaño. No dice nada de las urnas que nadie recontó."
        ),
        method: Self.comparison, numbers: Self.boxes + [Self.differing], words: ["differing_words"])
    case .differingBounds:
      CodedFindingKind(
        .info,
        Text(
          en:
            "The boxes were drawn at random (seed “{seed}”, record “{record}”): of all {total.number}, {bounds} differ from their first count, each bound with {confidence} confidence.",
          es:
            "Las urnas se eligieron por sorteo (semilla «{seed}», constancia «{record}»): de las {total.number} en total, {bounds} difieren de su primer conteo, cada límite con una confianza del {confidence}."
        ),
        caution: Text(
          en:
            "Each bound holds by itself at its level; both together hold at a lower one. They count boxes that differ, not votes, and rest on the draw being as recorded.",
          es:
            "Cada límite vale por sí solo con su nivel; los dos juntos, con uno menor. Cuentan urnas que difieren, no votos, y suponen que el sorteo fue como consta."
        ),
        method: Self.inversion,
        numbers: Self.boxes + [
          Self.differing,
          .init("upper", .boxes, Text(en: "at most so many differ", es: "como máximo difieren tantas")),
          .init("lower", .boxes, Text(en: "at least so many differ", es: "como mínimo difieren tantas")),
          .init("confidence", .percent, Text(en: "level of each bound", es: "nivel de cada límite")),
        ], words: ["seed", "record", "bounds"])
    case .freshSample:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "Were all boxes equal in size, at least {boxes_needed} would have to be wrong to account for the declared lead of {lead}; a random draw of {sample} from the {rest.number} not recounted would include at least one of them with a probability of {probability} or more.",
          es:
            "Si todas las urnas tuvieran el mismo tamaño, al menos {boxes_needed} tendrían que contener errores para explicar la ventaja declarada de {lead}; un sorteo de {sample} entre las {rest.number} no recontadas incluiría al menos una de ellas con una probabilidad del {probability} o más."
        ),
        caution: Text(
          en:
            "Equal boxes are optimistic: fewer large boxes can account for as much, and then more must be drawn. Take the sizes as they are, ordered by the largest error each box can hold.",
          es:
            "Suponer urnas iguales es optimista: menos urnas grandes pueden explicar lo mismo, y entonces hay que sortear más. Deben tomarse los tamaños reales, ordenados según el mayor error que cabe en cada urna."
        ),
        method: Text(
          en:
            "B = ⌈lead/(2 v)⌉, v the votes of an equal box, all on the wrong side; smallest n with C(N−B, n)/C(N, n) ≤ risk (Aslam, Popa & Rivest 2007, EVT)",
          es:
            "B = ⌈ventaja/(2 v)⌉, v los votos de una urna del mismo tamaño, todos en el lado equivocado; el menor n con C(N−B, n)/C(N, n) ≤ riesgo (Aslam, Popa y Rivest 2007, EVT)"
        ),
        numbers: [
          Self.rest,
          .init(
            "boxes_needed", .boxes,
            Text(
              en: "fewest wrong boxes that could account for the lead",
              es: "mínimo de urnas con errores que explicaría la ventaja")),
          .init("sample", .boxes, Text(en: "boxes to draw", es: "urnas por sortear")),
          .init("lead", .votes, Text(en: "the declared lead", es: "la ventaja declarada")),
          .init(
            "probability", .percent,
            Text(en: "probability of drawing one of them, at least", es: "probabilidad mínima de sortear una de ellas")),
        ])
    case .hardBound:
      CodedFindingKind(
        .info, tier: .explanation, placement: .annex,
        Text(
          en:
            "Were all boxes equal in size, the difference, {first} less {second}, in the whole contest would be from {margin.low} to {margin.high}, whatever the {rest.number} boxes hold that nobody recounted.",
          es:
            "Si todas las urnas tuvieran el mismo tamaño, la diferencia, {first} menos {second}, en toda la elección sería de entre {margin.low} y {margin.high}, sea cual sea el contenido de las {rest.number} urnas que nadie recontó."
        ),
        caution: Text(
          en:
            "Equal boxes are an assumption. The range is wide because it takes nothing for granted about the other boxes; it does not say what is likely in them.",
          es:
            "La igualdad de tamaño es un supuesto. El rango es amplio porque no da nada por sentado sobre las demás urnas; no dice qué es probable en ellas."
        ),
        method: Text(
          en:
            "recounted margin ± the most margin that each other box can hold (Stark 2008, Annals of Applied Statistics 2)",
          es:
            "margen recontado ± el mayor margen que cabe en cada una de las demás urnas (Stark 2008, Annals of Applied Statistics 2)"
        ),
        numbers: [
          .init(
            "margin", .points,
            Text(en: "margin of the whole contest", es: "margen en toda la elección")), Self.rest,
        ], words: ["first", "second"])
    case .restMargin:
      CodedFindingKind(
        .info, tier: .explanation, placement: .annex,
        Text(
          en:
            "By arithmetic alone, the declared result and the recounted boxes leave the difference, {first} less {second}, at {margin} in the other {rest.number} boxes, if a recounted box holds on average {size.low} to {size.high} times the votes of another.",
          es:
            "Por simple aritmética, el resultado declarado y las urnas recontadas dejan la diferencia, {first} menos {second}, en {margin} en las otras {rest.number} urnas, si una urna recontada contiene en promedio de {size.low} a {size.high} veces los votos de otra."
        ),
        caution: Text(
          en:
            "This is an identity under an assumption about box sizes, not a finding about boxes nobody recounted. A negative number means that the option named second is ahead in them.",
          es:
            "Es una identidad bajo un supuesto sobre el tamaño de las urnas, no un hallazgo sobre urnas que nadie recontó. Un número negativo significa que en ellas va por delante la opción nombrada después."
        ),
        method: Text(
          en:
            "identity (M − w m)/(1 − w), w the recounted boxes' part of all votes: Docs/methods/recount.md, “Partial recount”",
          es:
            "identidad (M − w m)/(1 − w), con w la parte de los votos en las urnas recontadas: Docs/methods/recount.md, «Partial recount»"
        ),
        numbers: [
          .init("margin", .points, Text(en: "margin in the other boxes", es: "margen en las demás urnas")),
          .init(
            "size", .number,
            Text(
              en: "mean size of a recounted box, relative to another",
              es: "tamaño medio de una urna recontada, en relación con otra")),
          Self.rest,
        ], words: ["first", "second"])
    }
  }

  private static let refusal = Text(
    en:
      "They cannot be taken for a random sample of the {rest.number} boxes nobody recounted: for those, no p-value, no interval and no error rate is given.",
    es:
      "No pueden tomarse por una muestra aleatoria de las {rest.number} urnas que nadie recontó: para estas no se da ningún valor p, ningún intervalo ni ninguna tasa de error."
  )
  private static let route = Text(
    en:
      "A sound way would be a fresh random sample of those boxes, the recounted ones as a known stratum, the others ordered by the largest error each can hold.",
    es:
      "Una vía sólida sería una nueva muestra por sorteo de esas urnas, con las recontadas como estrato conocido y las demás ordenadas según el mayor error que cabe en cada una."
  )
  private static let selectionCaution = Text(
    en:
      "A rule, or a draw nobody can check, does not show bad faith. It shows that the recounted boxes cannot stand for the others.",
    es:
      "Una regla, o un sorteo que nadie puede comprobar, no muestra mala fe. Muestra que las urnas recontadas no pueden representar a las demás."
  )
  private static let sampling = Text(
    en:
      "inference to boxes not seen needs a random draw (Lindeman & Stark 2012, A Gentle Introduction to Risk-limiting Audits)",
    es:
      "inferir sobre urnas no vistas exige un sorteo (Lindeman y Stark 2012, A Gentle Introduction to Risk-limiting Audits)"
  )
  private static let comparison = Text(
    en: "comparison of each box's recount with its first count (Lindeman & Stark 2012)",
    es: "comparación del recuento de cada urna con su primer conteo (Lindeman y Stark 2012)")
  private static let inversion = Text(
    en: "inversion of the exact hypergeometric test (Buonaccorsi 1987, The American Statistician 41)",
    es: "inversión de la prueba hipergeométrica exacta (Buonaccorsi 1987, The American Statistician 41)")
  private static let rest = CodedFindingKind.Number(
    "rest", .boxes, Text(en: "boxes not recounted", es: "urnas no recontadas"))
  private static let differing = CodedFindingKind.Number(
    "differing", .boxes,
    Text(
      en: "recounted boxes that differ from their first count", es: "urnas recontadas que difieren de su primer conteo")
  )
  private static let boxes: [CodedFindingKind.Number] = [
    .init("total", .boxes, Text(en: "all boxes", es: "todas las urnas")),
    .init("recounted", .boxes, Text(en: "boxes recounted", es: "urnas recontadas")), rest,
  ]
}
