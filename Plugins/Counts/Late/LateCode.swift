import ModuleKit

/// What `counts.late` can find.
enum LateCode: String, FindingCode {
  case nothingToCompare = "nothing_to_compare"
  case untimed
  case incomplete
  case dropped
  case shift
  case ladder
  case ladderLevel = "ladder_level"
  case uncovered
  case needed
  case outOfReach = "out_of_reach"
  case neededThreshold = "needed_threshold"
  case projection
  case projectionOutside = "projection_outside"
  case projectionAlone = "projection_alone"
  case bound
  case boundThreshold = "bound_threshold"
  case jump
  case jumpWithoutPlacebos = "jump_without_placebos"
  case noJump = "no_jump"

  var kind: CodedFindingKind {
    switch self {
    case .nothingToCompare:
      CodedFindingKind(
        .notice,
        Text(
          en: "There is nothing to compare: {early} with votes counted early, {late} counted late.",
          es: "No hay nada que comparar: {early} con votos contadas antes, {late} contadas después."),
        caution: Text(
          en: "It says nothing of the count, only of what was given to this analysis.",
          es: "No dice nada del conteo, solo de lo que se dio a este análisis."),
        method: LateWords.parting,
        numbers: [
          .init("early", .sheets, Text(en: "sheets counted early", es: "actas contadas antes")),
          .init("late", .sheets, Text(en: "sheets counted late", es: "actas contadas después")),
        ])
    case .untimed:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "Sheets of the final count without a time of publication: {untimed.number} of {all.number}. They count neither as early nor as late.",
          es:
            "Actas del cómputo final sin hora de publicación: {untimed.number} de {all.number}. No cuentan ni como tempranas ni como tardías."
        ),
        caution: LateWords.leftOut, method: LateWords.parting,
        numbers: [
          .init("untimed", .sheets, Text(en: "sheets without a time", es: "actas sin hora")), LateWords.all,
        ])
    case .incomplete:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "Sheets of the final count without the votes of both options or without valid votes: {incomplete.number} of {all.number}. They are left out.",
          es:
            "Actas del cómputo final sin los votos de ambas opciones o sin votos válidos: {incomplete.number} de {all.number}. Quedan fuera."
        ),
        caution: LateWords.leftOut, method: LateWords.parting,
        numbers: [
          .init("incomplete", .sheets, Text(en: "sheets without votes", es: "actas sin votos")), LateWords.all,
        ])
    case .dropped:
      CodedFindingKind(
        .notice,
        Text(
          en: "Sheets counted early that are not in the final count: {dropped.number} of {early.number}.",
          es: "Actas contadas antes que no están en el cómputo final: {dropped.number} de {early.number}."),
        caution: Text(
          en: "A sheet may have been annulled, or its key written in another way; the documents of each would tell.",
          es:
            "Un acta puede haber sido anulada, o su clave escrita de otro modo; lo dirían los documentos de cada una."),
        method: LateWords.parting,
        numbers: [
          .init("dropped", .sheets, Text(en: "early sheets that the final count lacks", es: "actas que faltan")),
          .init("early", .sheets, Text(en: "sheets counted early", es: "actas contadas antes")),
        ])
    case .shift:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "The margin of {first} over {second} was {early} in the votes counted early and {late} in those counted late: a shift of {shift}.",
          es:
            "El margen de {first} sobre {second} fue de {early} en los votos contados antes y de {late} en los contados después: un cambio de {shift}."
        ),
        caution: Text(
          en:
            "Sheets are not counted in a random order, so that late ones differ as a rule. Which places they are from comes first.",
          es:
            "Las actas no se cuentan en un orden aleatorio, así que las tardías suelen diferir. Primero hay que ver de qué lugares son."
        ),
        method: LateWords.decomposition,
        numbers: [
          .init("early", .points, Text(en: "margin of the early votes", es: "margen de los votos tempranos")),
          .init("late", .points, Text(en: "margin of the late votes", es: "margen de los votos tardíos")),
          .init("shift", .points, Text(en: "late margin less early margin", es: "margen tardío menos temprano")),
          .init("early_votes", .votes, Text(en: "valid votes counted early", es: "votos válidos contados antes")),
          LateWords.lateVotes,
        ], words: LateWords.options)
    case .ladder:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "From the level {coarsest} down to {finest}, the part of the shift that lies within areas goes from {within_coarsest} to {within_finest}, while the late votes in areas without early ones go from {uncovered_coarsest} to {uncovered_finest}.",
          es:
            "Del nivel {coarsest} al nivel {finest}, la parte del cambio dentro de las áreas pasa de {within_coarsest} a {within_finest}, mientras que los votos tardíos en áreas sin votos tempranos pasan de {uncovered_coarsest} a {uncovered_finest}."
        ),
        caution: LateWords.withinAreas, method: LateWords.decomposition,
        numbers: [
          .init(
            "within_coarsest", .points,
            Text(en: "part within areas of the coarsest level", es: "parte dentro de las áreas del nivel más amplio")),
          .init(
            "within_finest", .points,
            Text(en: "part within areas of the finest level", es: "parte dentro de las áreas del nivel más fino")),
          .init(
            "uncovered_coarsest", .percent,
            Text(
              en: "late votes that the coarsest level does not cover", es: "votos tardíos sin cubrir, nivel más amplio")
          ),
          .init(
            "uncovered_finest", .percent,
            Text(en: "late votes that the finest level does not cover", es: "votos tardíos sin cubrir, nivel más fino")
          ),
        ], words: LateWords.options + ["coarsest", "finest"])
    case .ladderLevel:
      CodedFindingKind(
        .info, tier: .explanation, placement: .annex,
        Text(
          en:
            "At the level {level}, {composition} of the shift come from which areas were counted late and {within} from changes within areas; {uncovered} of the late votes lie in areas without early ones and cannot be decomposed.",
          es:
            "En el nivel {level}, {composition} del cambio se deben a qué áreas se contaron tarde y {within} a cambios dentro de las áreas; el {uncovered} de los votos tardíos está en áreas sin votos tempranos y no se puede descomponer."
        ),
        caution: LateWords.withinAreas, method: LateWords.decomposition,
        numbers: [
          .init("composition", .points, Text(en: "from the mix of areas", es: "por la mezcla de áreas")),
          .init("within", .points, Text(en: "within areas", es: "dentro de las áreas")),
          .init(
            "left_over", .points,
            Text(
              en: "from areas with votes of one period alone", es: "por áreas con votos de un solo período")),
          LateWords.uncovered,
        ], words: LateWords.options + ["level"])
    case .uncovered:
      CodedFindingKind(
        .info,
        Text(
          en:
            "Areas of the level {level} with early and late votes: {both}; with late ones alone: {only_late}; with early ones alone: {only_early}. Of the late votes, {uncovered} have no early ones beside them.",
          es:
            "Áreas del nivel {level} con votos tempranos y tardíos: {both}; solo con tardíos: {only_late}; solo con tempranos: {only_early}. El {uncovered} de los votos tardíos no tiene votos tempranos al lado."
        ),
        caution: Text(
          en:
            "For these votes no comparison within areas exists; only coarser neighbours or their own sheets can tell.",
          es:
            "Para esos votos no hay comparación dentro de las áreas; solo pueden hablar vecinos más lejanos o sus propias actas."
        ),
        method: LateWords.decomposition,
        numbers: [
          LateWords.uncovered,
          .init("only_late", .number, Text(en: "areas with late votes alone", es: "áreas solo con votos tardíos")),
          .init("only_early", .number, Text(en: "areas with early votes alone", es: "áreas solo con votos tempranos")),
          .init("both", .number, Text(en: "areas with both", es: "áreas con ambos")),
        ], words: ["level"])
    case .needed:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "With hindsight, {trailing} was {lead} behind {leading} in the early count and needed a margin of {needed} among {late_votes} counted late to draw level; the late votes gave {actual}.",
          es:
            "En retrospectiva, {trailing} estaba {lead} por detrás de {leading} en el conteo temprano y necesitaba un margen de {needed} entre {late_votes} contados después para igualar; los votos tardíos dieron {actual}."
        ),
        caution: LateWords.feasible, method: LateWords.remaining, numbers: LateWords.neededNumbers,
        words: ["trailing", "leading"])
    case .outOfReach:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "With hindsight, {trailing} was {lead} behind {leading} in the early count, more than the {late_votes} counted late could make up.",
          es:
            "En retrospectiva, {trailing} estaba {lead} por detrás de {leading} en el conteo temprano, más de lo que podían compensar {late_votes} contados después."
        ),
        caution: Text(
          en:
            "At the hour the number of late votes was not known. It says nothing of whether the early votes are right.",
          es:
            "En ese momento no se conocía el número de votos tardíos. No dice si los votos tempranos son correctos."),
        method: LateWords.remaining, numbers: LateWords.neededNumbers, words: ["trailing", "leading"])
    case .neededThreshold:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "With hindsight, for a margin of {threshold} over {second} in all votes, {first} needed one of {needed} among the late votes; they gave {actual}, and all votes {final}.{reach}",
          es:
            "En retrospectiva, para un margen de {threshold} sobre {second} en todos los votos, {first} necesitaba uno de {needed} entre los votos tardíos; estos dieron {actual}, y todos los votos {final}.{reach}"
        ),
        caution: LateWords.feasible, method: LateWords.remaining,
        numbers: [
          LateWords.threshold,
          .init("needed", .points, Text(en: "margin needed among the late votes", es: "margen necesario")),
          .init("actual", .points, Text(en: "margin of the late votes", es: "margen de los votos tardíos")),
          .init("final", .points, Text(en: "margin of all votes", es: "margen de todos los votos")),
        ] + LateWords.ifAllVoted, words: LateWords.options + ["reach"])
    case .projection:
      LateWords.projection(
        .info,
        en: "it was {actual}, inside the interval.", es: "fue de {actual}, dentro del intervalo.")
    case .projectionOutside:
      LateWords.projection(
        .notice,
        en:
          "it was {actual}, outside the interval: late sheets differ from their neighbours by {difference} on average.",
        es:
          "fue de {actual}, fuera del intervalo: las actas tardías difieren de sus vecinas en {difference} en promedio."
      )
    case .projectionAlone:
      LateWords.projection(
        .info,
        en: "it was {actual}. Nothing tells how far neighbours differ, so that there is no interval.",
        es: "fue de {actual}. Nada indica cuánto difieren las vecinas, así que no hay intervalo.")
    case .bound:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "The number of late votes alone left a final margin of {bound} possible. The final margin is a tie where late sheets differ from their neighbours by {tipping} on average.",
          es:
            "El número de votos tardíos por sí solo dejaba posible un margen final de {bound}. El margen final es un empate si las actas tardías difieren de sus vecinas en {tipping} en promedio."
        ),
        caution: LateWords.notAtRandom, method: LateWords.projectionMethod,
        numbers: [
          .init(
            "bound", .points,
            Text(
              en: "final margin with all late votes one way or the other",
              es: "margen final con todos los votos tardíos en un sentido u otro")), LateWords.tipping,
        ], words: LateWords.options)
    case .boundThreshold:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "The final margin of {first} over {second} is {threshold} where late sheets differ from their neighbours by {tipping} on average.",
          es:
            "El margen final de {first} sobre {second} es de {threshold} si las actas tardías difieren de sus vecinas en {tipping} en promedio."
        ),
        caution: LateWords.notAtRandom, method: LateWords.projectionMethod,
        numbers: [LateWords.threshold, LateWords.tipping], words: LateWords.options)
    case .jump:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "At the cut, {cut}, the margin of {first} over {second} jumps by {jump}, taking {bandwidth} of the sheets on either side; over all bandwidths tried, by {range}. Held against {placebos} placebo cuts, p = {p}.",
          es:
            "En el corte, {cut}, el margen de {first} sobre {second} salta {jump}, tomando el {bandwidth} de las actas a cada lado; con todos los anchos de banda probados, {range}. Frente a {placebos} cortes de placebo, p = {p}."
        ),
        caution: LateWords.jumpCaution, method: LateWords.localLinear, numbers: LateWords.jumpNumbers,
        words: LateWords.options + ["cut"])
    case .jumpWithoutPlacebos:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "At the cut, {cut}, the margin of {first} over {second} jumps by {jump}, taking {bandwidth} of the sheets on either side; over all bandwidths tried, by {range}. There is no room for placebo cuts.",
          es:
            "En el corte, {cut}, el margen de {first} sobre {second} salta {jump}, tomando el {bandwidth} de las actas a cada lado; con todos los anchos de banda probados, {range}. No hay espacio para cortes de placebo."
        ),
        caution: LateWords.jumpCaution, method: LateWords.localLinear, numbers: LateWords.jumpNumbers,
        words: LateWords.options + ["cut"])
    case .noJump:
      CodedFindingKind(
        .info,
        Text(
          en:
            "The sheets do not have times of publication close enough to the cut, {cut}, on both sides of it to look for a jump there.",
          es:
            "Las actas no tienen horas de publicación lo bastante próximas al corte, {cut}, a ambos lados de él para buscar ahí un salto."
        ),
        caution: Text(
          en: "Times of snapshots are too coarse for it. It is no finding about the count.",
          es: "Las horas de los cortes publicados son demasiado imprecisas. No es un hallazgo sobre el conteo."),
        method: LateWords.localLinear, words: ["cut"])
    }
  }
}
