import ModuleKit

/// What `counts.quick_count` can find.
enum QuickCountCode: String, FindingCode {
  case estimate
  case margin
  case marginOpen = "margin_open"
  case areas
  case observedOnly = "observed_only"
  case nothingToEstimate = "nothing_to_estimate"
  case complete
  case partial
  case drawUnknown = "draw_unknown"
  case incompleteClusters = "incomplete_clusters"
  case emptyStrata = "empty_strata"
  case singletonStrata = "singleton_strata"
  case leftOut = "left_out"
  case officialConsistent = "official_consistent"
  case officialNotConsistent = "official_not_consistent"
  case sheetsAgree = "sheets_agree"
  case sheetsDiffer = "sheets_differ"
  case nothingShared = "nothing_shared"

  var kind: CodedFindingKind {
    switch self {
    case .estimate, .margin, .marginOpen, .areas: estimates
    case .observedOnly, .nothingToEstimate, .complete, .partial, .drawUnknown, .incompleteClusters, .emptyStrata,
      .singletonStrata, .leftOut:
      response
    case .officialConsistent, .officialNotConsistent, .sheetsAgree, .sheetsDiffer, .nothingShared: comparison
    }
  }
}

// MARK: - Estimates

extension QuickCountCode {
  private var estimates: CodedFindingKind {
    switch self {
    case .margin:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "Estimated from the sample, {first} is ahead of {second} by {margin.value} of {base}: between {margin.low} and {margin.high} at {level} confidence.",
          es:
            "Según la estimación por la muestra, {first} va por delante de {second} por {margin.value} de {base}: entre {margin.low} y {margin.high}, con una confianza del {level}."
        ),
        caution: Self.drawOnly, method: Self.ratio, numbers: [Self.lead, Self.level, Self.error],
        words: ["first", "second", "base"])
    case .marginOpen:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "The sample does not tell whether {first} or {second} is ahead: the margin of the first is {margin.value} of {base}, between {margin.low} and {margin.high} at {level} confidence.",
          es:
            "La muestra no permite decir si va por delante {first} o {second}: el margen de la primera opción es de {margin.value} de {base}, entre {margin.low} y {margin.high}, con una confianza del {level}."
        ),
        caution: Self.drawOnly, method: Self.ratio, numbers: [Self.lead, Self.level, Self.error],
        words: ["first", "second", "base"])
    case .areas:
      CodedFindingKind(
        .info, tier: .explanation, placement: .annex,
        Text(
          en:
            "By {area_level}, the interval of the lead leaves out zero in {clear} of the {areas} areas of which sheets came in.",
          es:
            "Por {area_level}, el intervalo de la ventaja excluye el cero en {clear} de las {areas} áreas de las que llegaron actas."
        ),
        caution: Text(
          en:
            "A sample drawn for the whole says little of its parts: where an area has few units the interval is rough, and areas of which nothing came in are not seen.",
          es:
            "Una muestra sorteada para el conjunto dice poco de sus partes: donde un área tiene pocas unidades el intervalo es impreciso, y las áreas sin actas no se ven."
        ),
        method: Self.ratio,
        numbers: [
          .init("clear", .number, Text(en: "areas whose lead is clear", es: "áreas con ventaja clara")),
          .init("areas", .number, Text(en: "areas with sheets in the sample", es: "áreas con actas en la muestra")),
          Self.level,
        ], words: ["area_level"])
    default:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "Estimated from the sample, {option} has {share.value} of {base}: between {share.low} and {share.high} at {level} confidence.",
          es:
            "Según la estimación por la muestra, {option} obtiene el {share.value} de {base}: entre el {share.low} y el {share.high}, con una confianza del {level}."
        ),
        caution: Self.drawOnly, method: Self.ratio,
        numbers: [
          .init("share", .percent, Text(en: "estimated share", es: "proporción estimada")), Self.level, Self.error,
        ], words: ["option", "base"])
    }
  }

  private static let level = CodedFindingKind.Number(
    "level", .percent, Text(en: "confidence of the interval", es: "confianza del intervalo"))
  private static let error = CodedFindingKind.Number(
    "standard_error", .points, Text(en: "standard error", es: "error estándar"))
  private static let lead = CodedFindingKind.Number(
    "margin", .points,
    Text(
      en: "share of the first option less that of the second",
      es: "proporción de la primera opción menos la de la segunda"))

  private static let drawOnly = Text(
    en:
      "The interval holds what the draw leaves open and nothing else: not what stations that did not come in, wrong copies or a wrong list of stations can add. It is an estimate, not a result.",
    es:
      "El intervalo recoge lo que deja abierto el sorteo y nada más: no lo que pueden añadir las mesas que no llegaron, las copias erróneas o una lista de mesas errónea. Es una estimación, no un resultado."
  )
  private static let ratio = Text(
    en:
      "combined ratio over strata with correction for finite strata, units drawn whole taken as one, normal interval (Cochran 1977, Sampling Techniques, third edition, section 6.11)",
    es:
      "razón combinada por estratos con corrección por estratos finitos, unidades sorteadas enteras tomadas como una, intervalo normal (Cochran 1977, Sampling Techniques, tercera edición, sección 6.11)"
  )
}

// MARK: - What came in

extension QuickCountCode {
  private var response: CodedFindingKind {
    switch self {
    case .observedOnly:
      kind(
        .notice,
        Text(
          en:
            "{used} of {total} stations were observed. They were not drawn at random, so nothing is estimated for the others.",
          es:
            "Se observaron {used} de {total} mesas. No se eligieron por sorteo, por lo que no se estima nada para las demás."
        ),
        caution: Text(
          en:
            "Shares among the stations observed say nothing of all stations, however many were observed, and no interval can make them do so.",
          es:
            "Las proporciones en las mesas observadas no dicen nada del conjunto, por muchas que sean, y ningún intervalo puede remediarlo."
        ), [Self.used, Self.total])
    case .nothingToEstimate:
      kind(
        .notice,
        Text(
          en: "Sheets in the sample that can be used: {used}. They hold no votes, so nothing is estimated.",
          es: "Actas utilizables en la muestra: {used}. No contienen votos, por lo que no se estima nada."),
        caution: Self.countsOnly, [Self.used])
    case .complete:
      kind(
        .info,
        Text(
          en: "The sample is complete: of the stations drawn, {drawn}, all came in and can be used.",
          es: "La muestra está completa: de las mesas sorteadas, {drawn}, todas llegaron y pueden utilizarse."),
        caution: Text(
          en: "That all came in does not show that the copies are right, nor that the draw was random.",
          es: "Que llegaran todas no demuestra que las copias sean correctas ni que el sorteo fuera aleatorio."),
        [Self.drawn])
    case .partial:
      kind(
        .notice,
        Text(
          en:
            "The sample is not complete: sheets of {used} of the {drawn} stations drawn can be used, {response}; in the stratum with the fewest, {least}.",
          es:
            "La muestra no está completa: pueden utilizarse actas de {used} de las {drawn} mesas sorteadas, el {response}; en el estrato con menos, el {least}."
        ),
        caution: Text(
          en:
            "A partial sample is not a random sample: stations that come in first can differ from those that come in late, and no interval shows it. In Mexico in 2018 the interval at eight in the evening left out the estimate from the whole sample.",
          es:
            "Una muestra parcial no es una muestra aleatoria: las mesas que llegan primero pueden diferir de las que llegan tarde, y ningún intervalo lo muestra. En México, en 2018, el intervalo de las ocho de la noche excluía la estimación de la muestra completa."
        ),
        [
          Self.used, Self.drawn,
          .init("response", .percent, Text(en: "used of those drawn", es: "utilizadas de las sorteadas")),
          .init("least", .percent, Text(en: "the least of it by stratum", es: "el mínimo por estrato")),
        ])
    case .drawUnknown:
      kind(
        .notice,
        Text(
          en:
            "Which stations were drawn is not given. Sheets used: {used}; nobody can tell here how many are missing.",
          es: "No se indica qué mesas se sortearon. Actas utilizadas: {used}; aquí no puede saberse cuántas faltan."),
        caution: Text(
          en:
            "If some are missing, the sample is partial, and a partial sample is not a random sample: no interval shows by how much it is off.",
          es:
            "Si faltan algunas, la muestra es parcial, y una muestra parcial no es una muestra aleatoria: ningún intervalo muestra cuánto se desvía."
        ), [Self.used])
    case .incompleteClusters:
      kind(
        .notice,
        Text(
          en: "Places that came in with some of their stations missing: {places} of {all}.",
          es: "Lugares recibidos a los que faltan algunas de sus mesas: {places} de {all}."),
        caution: Text(
          en: "Such a place stands for less than it holds; if the missing stations differ, the estimate is off.",
          es:
            "Un lugar así representa menos de lo que contiene; si las mesas que faltan difieren, la estimación se desvía."
        ),
        [
          .init("places", .number, Text(en: "places with stations missing", es: "lugares con mesas pendientes")),
          .init("all", .number, Text(en: "places that came in", es: "lugares recibidos")),
        ])
    case .emptyStrata:
      kind(
        .notice,
        Text(
          en:
            "Strata of which nothing came in: {strata} of {all}. They hold {stations} of {total} stations, {share}, and the estimates are about the others alone.",
          es:
            "Estratos de los que no llegó nada: {strata} de {all}. Contienen {stations} de {total} mesas, el {share}, y las estimaciones se refieren solo a los demás."
        ),
        caution: Text(
          en: "If these strata vote otherwise than the rest, the estimates are off, and no interval shows it.",
          es:
            "Si estos estratos votan de otro modo que el resto, las estimaciones se desvían y ningún intervalo lo muestra."
        ),
        Self.strata + [
          .init("stations", .number, Text(en: "stations that they hold", es: "mesas que contienen")), Self.total,
          .init("share", .percent, Text(en: "their share of the stations", es: "su proporción de las mesas")),
        ])
    case .singletonStrata:
      kind(
        .info, placement: .annex,
        Text(
          en:
            "Strata with one unit in the sample: {strata} of {all}. One unit does not show how units differ, so these strata add nothing to the width of the intervals.",
          es:
            "Estratos con una sola unidad en la muestra: {strata} de {all}. Una unidad no muestra cuánto difieren entre sí, por lo que estos estratos no añaden nada a la amplitud de los intervalos."
        ),
        caution: Text(
          en: "The intervals are too narrow by what these strata would add.",
          es: "A los intervalos les falta la amplitud que añadirían estos estratos."), Self.strata)
    default:
      CodedFindingKind(
        .notice,
        Text(en: "Sheets left out because {reason}: {sheets}.", es: "Actas excluidas porque {reason}: {sheets}."),
        caution: Text(
          en: "It may come from the way sheets and lists were entered; it shows nothing about the stations.",
          es: "Puede deberse a cómo se registraron las actas y las listas; no muestra nada sobre las mesas."),
        method: Self.counting,
        numbers: [.init("sheets", .number, Text(en: "sheets left out", es: "actas excluidas"))], words: ["reason"])
    }
  }

  private func kind(
    _ severity: Severity, placement: Placement = .body, _ statement: Text, caution: Text,
    _ numbers: [CodedFindingKind.Number]
  ) -> CodedFindingKind {
    CodedFindingKind(
      severity, placement: placement, statement, caution: caution, method: Self.counting, numbers: numbers)
  }

  private static let counting = Text(
    en: "sheets that came in against the stations drawn and the frame",
    es: "actas recibidas frente a las mesas sorteadas y el marco muestral")
  private static let countsOnly = Text(
    en: "It shows what came in, not why nothing else did.", es: "Muestra lo que llegó, no por qué no llegó lo demás.")
  private static let used = CodedFindingKind.Number(
    "used", .number, Text(en: "stations whose sheet is used", es: "mesas cuya acta se utiliza"))
  private static let drawn = CodedFindingKind.Number(
    "drawn", .number, Text(en: "stations drawn", es: "mesas sorteadas"))
  private static let total = CodedFindingKind.Number(
    "total", .number, Text(en: "stations in the frame", es: "mesas del marco muestral"))
  private static let strata: [CodedFindingKind.Number] = [
    .init("strata", .number, Text(en: "such strata", es: "estratos así")),
    .init("all", .number, Text(en: "all strata", es: "todos los estratos")),
  ]
}

// MARK: - The official count

extension QuickCountCode {
  private var comparison: CodedFindingKind {
    switch self {
    case .officialConsistent:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "For {option} the official count, {official} of {base}, is consistent with the sample, {sample}: the difference is {difference}.",
          es:
            "Para {option} el cómputo oficial, el {official} de {base}, es compatible con la muestra, el {sample}: la diferencia es de {difference}."
        ),
        caution: Text(
          en: "That the draw can explain a difference does not show that nothing else did.",
          es: "Que el sorteo pueda explicar una diferencia no demuestra que no haya otra causa."),
        method: Self.difference,
        numbers: Self.shares, words: ["option", "base"])
    case .officialNotConsistent:
      CodedFindingKind(
        .notice, tier: .explanation,
        Text(
          en:
            "For {option} the official count, {official} of {base}, is not consistent with the sample, {sample}: the difference is {difference}, more than the draw explains at {level} confidence.",
          es:
            "Para {option} el cómputo oficial, el {official} de {base}, no es compatible con la muestra, el {sample}: la diferencia es de {difference}, más de lo que explica el sorteo con una confianza del {level}."
        ),
        caution: Text(
          en:
            "It does not say which of the two is off. A partial sample, wrong copies or a wrong frame do the same; and of many options tested some differ by chance.",
          es:
            "No dice cuál de los dos se desvía. Una muestra parcial, copias erróneas o un marco erróneo producen lo mismo; y entre muchas opciones alguna difiere por azar."
        ), method: Self.difference, numbers: Self.shares, words: ["option", "base"])
    case .sheetsAgree:
      CodedFindingKind(
        .info,
        Text(
          en: "Sheets that the sample and the official count both have: {shared}. All have the same votes.",
          es: "Actas que tienen tanto la muestra como el cómputo oficial: {shared}. Todas tienen los mismos votos."),
        caution: Text(
          en: "It says nothing for certain of sheets outside the sample; counts.compare bounds how many can differ.",
          es: "No dice nada seguro de las actas fuera de la muestra; counts.compare acota cuántas pueden diferir."),
        method: Self.matching, numbers: [Self.shared])
    case .nothingShared:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "No sheet of the sample is in the official count under the same key, so nothing is compared. Sheets there: {stations}.",
          es:
            "Ninguna acta de la muestra figura en el cómputo oficial con la misma clave, por lo que no se compara nada. Actas en él: {stations}."
        ),
        caution: Text(
          en: "The two may write the keys of stations differently, or the count may not have come so far.",
          es: "Puede que escriban de otro modo las claves de las mesas o que el cómputo no haya llegado aún a ellas."),
        method: Self.matching, numbers: [Self.stations])
    default:
      CodedFindingKind(
        .notice, tier: .explanation,
        Text(
          en:
            "Of {shared} sheets that the sample and the official count both have, the votes of {differing} differ. If all official sheets read as the sample's do, the official lead of {first} over {second} changes by {change}.",
          es:
            "De {shared} actas que tienen tanto la muestra como el cómputo oficial, difieren los votos de {differing}. Si todas las actas oficiales fueran como las de la muestra, la ventaja oficial de {first} sobre {second} cambia en {change}."
        ),
        caution: Text(
          en:
            "Either copy may be the wrong one, and most differences are clerical. Where few sheets differ the interval is rough: read the sheets.",
          es:
            "Cualquiera de las dos copias puede ser la errónea, y la mayoría de las diferencias son de transcripción. Donde difieren pocas actas el intervalo es impreciso: deben leerse las actas."
        ), method: Self.difference,
        numbers: [
          Self.shared,
          .init("differing", .number, Text(en: "of them with other votes", es: "de ellas con otros votos")),
          .init("change", .points, Text(en: "estimated change of the lead", es: "cambio estimado de la ventaja")),
          Self.level,
        ], words: ["first", "second"])
    }
  }

  private static let shared = CodedFindingKind.Number(
    "shared", .number, Text(en: "sheets that both have", es: "actas que tienen ambos"))
  private static let stations = CodedFindingKind.Number(
    "stations", .number, Text(en: "official sheets that can be used", es: "actas oficiales utilizables"))
  private static let shares: [CodedFindingKind.Number] = [
    .init("official", .percent, Text(en: "official share", es: "proporción oficial")),
    .init(
      "sample", .percent,
      Text(en: "estimated share over the stations it covers", es: "proporción estimada en las mesas que abarca")),
    .init("difference", .points, Text(en: "sample less official", es: "muestra menos oficial")), level, stations,
  ]
  private static let matching = Text(
    en: "sheets matched by their station and compared number by number",
    es: "actas emparejadas por su mesa y comparadas cifra a cifra")
  private static let difference = Text(
    en:
      "combined ratio for the stations that both cover, and difference estimator on the sheets that both have, with correction for finite strata (Cochran 1977, Sampling Techniques, third edition, sections 6.11 and 7.2)",
    es:
      "razón combinada para las mesas que ambos abarcan y estimador de diferencia en las actas que ambos tienen, con corrección por estratos finitos (Cochran 1977, Sampling Techniques, tercera edición, secciones 6.11 y 7.2)"
  )
}
