import ModuleKit

/// What `counts.timeline` can find.
enum TimelineCode: String, FindingCode {
  case lead
  case leadInShares = "lead_in_shares"
  case level
  case declaredLead = "declared_lead"
  case leadDisagrees = "lead_disagrees"
  case leadStep = "lead_step"
  case leadChangeTotal = "lead_change_total"
  case leadReversal = "lead_reversal"
  case orderReversal = "order_reversal"
  case silence
  case possibleSilence = "possible_silence"
  case neededMargin = "needed_margin"
  case outOfReach = "out_of_reach"
  case openOutcome = "open_outcome"
  case neededMarginHindsight = "needed_margin_hindsight"
  case outOfReachHindsight = "out_of_reach_hindsight"
  case batchMargin = "batch_margin"
  case batchMarginHindsight = "batch_margin_hindsight"
  case sheetOrder = "sheet_order"
  case timeSteps = "time_steps"
  case sheetSilence = "sheet_silence"
  case sheetSilenceOnly = "sheet_silence_only"
  case sheetReversals = "sheet_reversals"
  case sheetTenths = "sheet_tenths"
  case stillNeeded = "still_needed"
  case stillOutOfReach = "still_out_of_reach"
  case decided
  case notDecided = "not_decided"

  var kind: FindingKind {
    switch self {
    case .lead:
      FindingKind(
        .info,
        Text(
          en: "The count published {published} showed {leader} ahead of {other} by {lead}, {counted_words}.",
          es: "El conteo publicado {published} mostraba a {leader} por delante de {other} por {lead}, {counted_words}."),
        caution: Self.publishedOnly, method: Self.differences,
        numbers: [
          .init(
            "lead", .votes,
            Text(
              en: "votes of the first option less those of the second",
              es: "votos de la primera opción menos los de la segunda")),
          Self.counted,
        ], words: ["leader", "other", "published", "counted_words"])
    case .declaredLead:
      FindingKind(
        .info,
        Text(
          en: "The result declared {published} shows {leader} ahead of {other} by {lead}.",
          es: "El resultado declarado {published} muestra a {leader} por delante de {other} por {lead}."),
        caution: Text(
          en: "This is what the authority declared. Whether the sheets bear it out is another question.",
          es: "Esto es lo que declaró la autoridad. Si las actas lo respaldan es otra cuestión."),
        method: Self.differences,
        numbers: [
          .init(
            "lead", .votes,
            Text(
              en: "votes of the first option less those of the second",
              es: "votos de la primera opción menos los de la segunda")),
          Self.counted,
        ], words: ["leader", "other", "published", "counted_words"])
    case .leadInShares:
      FindingKind(
        .info,
        Text(
          en:
            "The count published {published} showed {leader} ahead of {other} by {lead} in the printed shares of the valid votes, {counted_words}.",
          es:
            "El conteo publicado {published} mostraba a {leader} por delante de {other} por {lead} en los porcentajes impresos de los votos válidos, {counted_words}."
        ),
        caution: Self.publishedOnly, method: Self.differences,
        numbers: [
          .init(
            "lead", .points,
            Text(
              en: "printed share of the first option less that of the second, within their decimals",
              es: "porcentaje impreso de la primera opción menos el de la segunda, dentro de sus decimales")),
          Self.counted,
        ], words: ["leader", "other", "published", "counted_words"])
    case .level:
      FindingKind(
        .info,
        Text(
          en: "The count published {published} showed no option ahead in the figures that it printed, {counted_words}.",
          es:
            "El conteo publicado {published} no mostraba a ninguna opción por delante en las cifras impresas, {counted_words}."
        ),
        caution: Self.publishedOnly, method: Self.differences, numbers: [Self.counted],
        words: ["published", "counted_words"])
    case .leadDisagrees:
      FindingKind(
        .notice,
        Text(
          en:
            "The lead that {source} states, {stated} for {stated_leader}, is not the one that the votes it gives show, {computed} for {computed_leader}.",
          es:
            "La ventaja que indica {source}, {stated} para {stated_leader}, no es la que muestran los votos que da, {computed} para {computed_leader}."
        ),
        caution: Text(
          en:
            "It may come from a slip in a report or from two versions of the count; which of them is not decided here.",
          es:
            "Puede deberse a un error de copia en un informe o a dos versiones del conteo; aquí no se decide a cuál de los dos."
        ),
        method: Self.differences,
        numbers: [
          .init("stated", .votes, Text(en: "the lead as stated", es: "la ventaja tal como se indica")),
          .init(
            "computed", .votes,
            Text(en: "the lead as the stated votes give it", es: "la ventaja que dan los votos indicados")),
        ], words: ["source", "stated_leader", "computed_leader"])
    case .leadStep:
      FindingKind(
        .info,
        Text(
          en:
            "From one bulletin to the next the lead of {reference} went from {before.number} to {after.number} votes: a change of {step}.",
          es:
            "De un boletín al siguiente la ventaja de {reference} pasó de {before.number} a {after.number} votos: un cambio de {step}."
        ),
        caution: Self.lateCount, method: Self.differences,
        numbers: [
          .init(
            "step", .votes,
            Text(
              en: "change of the lead; negative where it shrank", es: "cambio de la ventaja; negativo donde disminuyó")),
          .init("before", .votes, Text(en: "lead before", es: "ventaja antes")),
          .init(
            "after", .votes,
            Text(en: "lead after; negative for being behind", es: "ventaja después; negativa si va por detrás")),
        ], words: ["reference"])
    case .leadChangeTotal:
      FindingKind(
        .notice,
        Text(
          en:
            "From the first to the last bulletin the lead of {reference} went from {before.number} to {after.number} votes: a change of {total}.",
          es:
            "Del primer al último boletín la ventaja de {reference} pasó de {before.number} a {after.number} votos: un cambio de {total}."
        ),
        caution: Self.lateCount, method: Self.differences,
        numbers: [
          .init(
            "total", .votes,
            Text(en: "change of the lead over all bulletins", es: "cambio de la ventaja en todos los boletines")),
          .init("before", .votes, Text(en: "lead in the first", es: "ventaja en el primero")),
          .init(
            "after", .votes,
            Text(
              en: "lead in the last; negative for being behind", es: "ventaja en el último; negativa si va por detrás")),
        ], words: ["reference"])
    case .leadReversal:
      FindingKind(
        .notice,
        Text(
          en:
            "The option ahead changed between two bulletins: {first} was ahead by {before}, then {then} by {after}.",
          es:
            "La opción por delante cambió entre dos boletines: {first} iba por delante por {before}; después, {then} por {after}."
        ),
        caution: Self.lateCount, method: Self.differences,
        numbers: [
          .init("before", .votes, Text(en: "lead before the turn", es: "ventaja antes de la inversión")),
          .init("after", .votes, Text(en: "lead after the turn", es: "ventaja después de la inversión")),
        ], words: ["first", "then"])
    case .orderReversal:
      FindingKind(
        .notice,
        Text(
          en: "The option ahead changed between two bulletins: {first} was ahead, then {then}.",
          es: "La opción por delante cambió entre dos boletines: iba por delante {first}; después, {then}."),
        caution: Self.lateCount, method: Self.differences, words: ["first", "then"])
    case .silence:
      FindingKind(
        .concern,
        Text(
          en:
            "No bulletin is known for {gap.low} at least: after the one published {before} the next came {after}. Given those times the silence lasted {gap}.",
          es:
            "No se conoce ningún boletín durante al menos {gap.low}: después del publicado {before}, el siguiente llegó {after}. Según esos horarios, duración del silencio: {gap}."
        ),
        caution: Self.silenceCaution, method: Self.intervals, numbers: Self.gapNumbers, words: ["before", "after"])
    case .possibleSilence:
      FindingKind(
        .info, placement: .annex,
        Text(
          en:
            "Between the bulletin published {before} and the one published {after} there may have been a silence of {threshold} or more; the known times leave open {gap}.",
          es:
            "Entre el boletín publicado {before} y el publicado {after} pudo haber un silencio de {threshold} o más; según los horarios conocidos, {gap}."
        ),
        caution: Text(
          en: "The times are too coarse to say that there was one. \(Self.silenceCaution.en)",
          es: "Los horarios son demasiado imprecisos para afirmarlo. \(Self.silenceCaution.es)"),
        method: Self.intervals, numbers: Self.gapNumbers, words: ["before", "after"])
    case .neededMargin:
      FindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "As known then, {trailing} needed a margin of {needed} among the votes still to be counted to make up {lead}.{reach}",
          es:
            "Según lo conocido entonces, {trailing} necesitaba un margen de {needed} entre los votos por contar para recuperar {lead}.{reach}"
        ),
        caution: Text(
          en: "What was possible is not what was likely: that depends on where the outstanding sheets came from.",
          es: "Lo posible no es lo probable: eso depende de dónde procedían las actas pendientes."),
        method: Self.remaining, numbers: Self.neededNumbers, words: ["leader", "trailing", "published", "reach"])
    case .outOfReach:
      FindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "As known then, to make up {lead} was out of reach for {trailing}: even all the votes still to be counted, {outstanding}, would not have sufficed.",
          es:
            "Según lo conocido entonces, recuperar {lead} estaba fuera de alcance para {trailing}: ni siquiera todos los votos por contar, {outstanding}, habrían bastado."
        ),
        caution: Text(
          en:
            "How many votes were still to be counted is an estimate from the share of sheets; it takes the counted ones as they stood.",
          es:
            "Cuántos votos quedaban por contar es una estimación según la proporción de actas; toma las contadas como estaban."
        ),
        method: Self.remaining, numbers: Self.neededNumbers + [Self.outstanding],
        words: ["leader", "trailing", "published"])
    case .openOutcome:
      FindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "The count published {published} could not establish the order of {leader} and {trailing}: about {outstanding} were still to be counted, more than the lead of {lead}.",
          es:
            "El conteo publicado {published} no permitía establecer el orden entre {leader} y {trailing}: quedaban por contar unos {outstanding}, más que la ventaja de {lead}."
        ),
        caution: Text(
          en: "It says nothing of who was likelier to be ahead in the end.",
          es: "No dice quién era más probable que quedara por delante al final."),
        method: Self.remaining,
        numbers: [
          Self.outstanding, .init("lead", .votes, Text(en: "the published lead", es: "la ventaja publicada")),
        ], words: ["leader", "trailing", "published"])
    case .neededMarginHindsight:
      FindingKind(
        .info, tier: .explanation, placement: .annex,
        Text(
          en:
            "With hindsight, by the total declared later, {trailing} needed a margin of {needed} among the votes then still to be counted to make up {lead}.",
          es:
            "En retrospectiva, según el total declarado después, {trailing} necesitaba un margen de {needed} entre los votos entonces por contar para recuperar {lead}."
        ),
        caution: Text(
          en: "Nobody could know this at the hour: the total was declared later.",
          es: "Nadie podía saberlo en ese momento: el total se declaró después."),
        method: Self.remaining, numbers: Self.neededNumbers, words: ["leader", "trailing", "published"])
    case .outOfReachHindsight:
      FindingKind(
        .info, tier: .explanation, placement: .annex,
        Text(
          en:
            "With hindsight, by the total declared later, to make up {lead} was out of reach for {trailing}: even all the votes then still to be counted, {outstanding}, would not have sufficed.",
          es:
            "En retrospectiva, según el total declarado después, recuperar {lead} estaba fuera de alcance para {trailing}: ni siquiera todos los votos entonces por contar, {outstanding}, habrían bastado."
        ),
        caution: Text(
          en: "Nobody could know this at the hour: the total was declared later.",
          es: "Nadie podía saberlo en ese momento: el total se declaró después."),
        method: Self.remaining, numbers: Self.neededNumbers + [Self.outstanding],
        words: ["leader", "trailing", "published"])
    case .batchMargin:
      FindingKind(
        .notice, tier: .explanation,
        Text(
          en:
            "As known then, the votes counted between the bulletin published {before} and the one published {after} must have favoured {gaining} over {losing} by {margin}.",
          es:
            "Según lo conocido entonces, los votos contados entre el boletín publicado {before} y el publicado {after} tuvieron que favorecer a {gaining} sobre {losing} por {margin}."
        ),
        caution: Self.lateCount, method: Self.remaining, numbers: Self.marginNumbers,
        words: ["gaining", "losing", "before", "after"])
    case .batchMarginHindsight:
      FindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "With hindsight, by the total declared later, the votes counted between the bulletin published {before} and the one published {after} favoured {gaining} over {losing} by {margin}.",
          es:
            "En retrospectiva, según el total declarado después, los votos contados entre el boletín publicado {before} y el publicado {after} favorecieron a {gaining} sobre {losing} por {margin}."
        ),
        caution: Text(
          en: "Nobody could know this at the hour: the total was declared later. \(Self.lateCount.en)",
          es: "Nadie podía saberlo en ese momento: el total se declaró después. \(Self.lateCount.es)"),
        method: Self.remaining, numbers: Self.marginNumbers, words: ["gaining", "losing", "before", "after"])
    case .sheetOrder, .timeSteps, .sheetSilence, .sheetSilenceOnly, .sheetReversals, .sheetTenths, .stillNeeded,
      .stillOutOfReach, .decided, .notDecided:
      sheetKind
    }
  }

  private static let publishedOnly = Text(
    en: "A partial count shows what had been counted, not how the rest would fall.",
    es: "Un conteo parcial muestra lo ya contado, no cómo se repartiría el resto.")
  static let lateCount = Text(
    en: "A late shift may come from which places report late. Sheets by place would decide; the lead alone cannot.",
    es:
      "Un cambio tardío puede deberse a qué lugares informan tarde. Lo decidirían las actas por lugar; la ventaja sola no puede."
  )
  static let silenceCaution = Text(
    en:
      "A silence is a failure of transparency, not evidence of alteration; undisputed elections have had silences too.",
    es:
      "Un silencio es una falta de transparencia, no una prueba de alteración; también los ha habido en elecciones no disputadas."
  )
  static let differences = Text(
    en: "differences of published figures (ACE Encyclopaedia, results management)",
    es: "diferencias entre cifras publicadas (Enciclopedia ACE, gestión de resultados)")
  private static let intervals = Text(
    en: "difference of publication intervals [from₂ − to₁, to₂ − from₁] against a fixed threshold",
    es: "diferencia de intervalos de publicación [desde₂ − hasta₁, hasta₂ − desde₁] frente a un umbral fijo")
  static let remaining = Text(
    en: "remaining-vote arithmetic: Docs/methods/counts.md, “Remaining vote”",
    es: "aritmética del voto restante: Docs/methods/counts.md, «Remaining vote»")
  private static let counted = FindingKind.Number(
    "counted", .percent, Text(en: "sheets counted", es: "actas contadas"))
  private static let gapNumbers: [FindingKind.Number] = [
    .init("gap", .hours, Text(en: "time without a bulletin", es: "tiempo sin boletín")),
    .init("threshold", .hours, Text(en: "the shortest silence", es: "el silencio más corto")),
  ]
  private static let neededNumbers: [FindingKind.Number] = [
    .init(
      "needed", .points,
      Text(en: "margin needed among the outstanding votes", es: "margen necesario entre los votos pendientes")),
    .init("lead", .votes, Text(en: "the published lead", es: "la ventaja publicada")),
  ]
  private static let outstanding = FindingKind.Number(
    "outstanding", .votes, Text(en: "valid votes still to be counted", es: "votos válidos por contar"))
  private static let marginNumbers: [FindingKind.Number] = [
    .init("margin", .points, Text(en: "margin within the batch", es: "margen dentro del lote"))
  ]
}
