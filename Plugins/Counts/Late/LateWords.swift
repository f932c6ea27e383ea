import ModuleKit

/// Sentences and numbers that several findings of `counts.late` share.
enum LateWords {
  static let options = ["first", "second"]

  static let all = CodedFindingKind.Number("all", .sheets, Text(en: "sheets of the final count", es: "actas del cómputo"))
  static let lateVotes = CodedFindingKind.Number(
    "late_votes", .votes, Text(en: "valid votes counted late", es: "votos válidos contados después"))
  static let uncovered = CodedFindingKind.Number(
    "uncovered", .percent,
    Text(en: "late votes in areas without early ones", es: "votos tardíos en áreas sin votos tempranos"))
  static let threshold = CodedFindingKind.Number(
    "threshold", .points, Text(en: "the margin that the rule asks for", es: "el margen que pide la regla"))
  static let tipping = CodedFindingKind.Number(
    "tipping", .points,
    Text(
      en: "mean difference between late sheets and their neighbours that would do it",
      es: "diferencia media entre las actas tardías y sus vecinas que bastaría"))
  static let ifAllVoted: [CodedFindingKind.Number] = [
    .init(
      "if_all_voted", .points,
      Text(
        en: "margin needed, had every voter registered on a late sheet cast a valid vote",
        es: "margen necesario si cada inscrito en un acta tardía hubiera emitido un voto válido")),
    .init("late_registered", .people, Text(en: "voters registered on late sheets", es: "inscritos en actas tardías")),
  ]
  static let neededNumbers: [CodedFindingKind.Number] =
    [
      .init("lead", .votes, Text(en: "the lead in the early count", es: "la ventaja en el conteo temprano")), lateVotes,
      .init("needed", .points, Text(en: "margin needed among the late votes", es: "margen necesario")),
      .init(
        "actual", .points,
        Text(
          en: "margin of the late votes for the side that was behind",
          es: "margen de los votos tardíos para quien iba por detrás")),
    ] + ifAllVoted
  static let jumpNumbers: [CodedFindingKind.Number] = [
    .init("jump", .points, Text(en: "margin after the cut less margin before it", es: "margen después menos antes")),
    .init("range", .points, Text(en: "the jump over all bandwidths", es: "el salto con todos los anchos de banda")),
    .init("bandwidth", .percent, Text(en: "sheets on either side of the cut", es: "actas a cada lado del corte")),
    .init("placebos", .number, Text(en: "placebo cuts", es: "cortes de placebo")),
    .init(
      "p", .share,
      Text(en: "share of cuts that jump as much, this one included", es: "proporción de cortes que saltan tanto")),
    .init("sheets", .sheets, Text(en: "sheets with a time", es: "actas con hora")),
    .init("instants", .number, Text(en: "instants of publication", es: "instantes de publicación")),
  ]

  static let leftOut = Text(
    en: "What is left out may differ from the rest; no result here speaks for it.",
    es: "Lo que queda fuera puede ser distinto del resto; ningún resultado de aquí habla por ello.")
  static let withinAreas = Text(
    en:
      "A change within areas may be legitimate: people vote at other hours, and the tables of one place are ordered by surname or date of registration. And a shift that the mix of areas explains in full does not clear alteration inside sheets.",
    es:
      "Un cambio dentro de áreas puede ser legítimo: se vota a otras horas, y las mesas de un recinto se ordenan por apellido o fecha de inscripción. Y un cambio que la mezcla de áreas explica del todo no descarta alteraciones dentro de las actas."
  )
  static let feasible = Text(
    en:
      "What was possible is not what was likely. The number of late votes is that of the final count, which nobody knew at the hour.",
    es:
      "Lo posible no es lo probable. El número de votos tardíos es el del cómputo final, que nadie conocía en ese momento."
  )
  static let notAtRandom = Text(
    en:
      "Late sheets are not missing at random, and nothing but their number bounds how far they can differ. It does not say whether they do for a legitimate reason.",
    es:
      "Las actas tardías no faltan al azar, y solo su número limita cuánto pueden diferir. No dice si lo hacen por una razón legítima."
  )
  static let jumpCaution = Text(
    en:
      "Fifty placebo cuts give no p below .02, and cuts that overlap are dependent: p is a rank among them. A jump may come from where the sheets behind a pause are from; on Bolivia 2019 published readings differ (Idrobo, Kronick and Rodríguez 2022 find none, Escobari and Hoover one of 2.51 %).",
    es:
      "Cincuenta cortes de placebo no dan p menor que .02, y los que se solapan son dependientes: p es un rango entre ellos. Un salto puede deberse a de dónde son las actas tras una pausa; sobre Bolivia 2019 las lecturas publicadas difieren (Idrobo, Kronick y Rodríguez 2022 no hallan ninguno, Escobari y Hoover uno del 2.51 %)."
  )

  static let parting = Text(
    en: "sheets parted by an earlier dataset, or by their time of publication: Docs/methods/counts.md, “Late votes”",
    es: "actas separadas por un conjunto anterior o por su hora de publicación: Docs/methods/counts.md, «Late votes»")
  static let decomposition = Text(
    en: "decomposition of a difference of rates on the areas of a level (Kitagawa 1955, JASA 50:1168)",
    es: "descomposición de una diferencia de tasas sobre las áreas de un nivel (Kitagawa 1955, JASA 50:1168)")
  static let remaining = Text(
    en: "remaining-vote arithmetic: Docs/methods/counts.md, “Late votes”",
    es: "aritmética del voto restante: Docs/methods/counts.md, «Late votes»")
  static let projectionMethod = Text(
    en:
      "early margin of the finest area with early votes; interval from leaving early neighbours out in turn: Docs/methods/counts.md, “Late votes”",
    es:
      "margen temprano del área más fina con votos tempranos; intervalo al omitir por turno vecinas tempranas: Docs/methods/counts.md, «Late votes»"
  )
  static let localLinear = Text(
    en:
      "local linear regression with a triangular kernel on both sides, errors clustered by polling place (Idrobo, Kronick and Rodríguez 2022, JOP 84:2202)",
    es:
      "regresión lineal local con núcleo triangular a ambos lados, errores agrupados por recinto (Idrobo, Kronick y Rodríguez 2022, JOP 84:2202)"
  )

  /// A projection whose sentence ends with `en` or `es`.
  static func projection(_ severity: Severity, en: String, es: String) -> CodedFindingKind {
    CodedFindingKind(
      severity, tier: .explanation,
      Text(
        en:
          "Had each late sheet had the early margin of its nearest neighbours, the final margin of {first} over {second} would have been {projected}; \(en)",
        es:
          "Si cada acta tardía hubiera tenido el margen temprano de sus vecinas más próximas, el margen final de {first} sobre {second} habría sido de {projected}; \(es)"
      ),
      caution: Text(
        en:
          "The interval takes late sheets and areas as drawn like the early ones around them. On clean simulated elections it fails in 4 to 5 % where late sheets are drawn at random, and in 6 to 8 %, not 5, where they come from the country, which votes otherwise; in a real count that may weigh more. A difference may be legitimate; agreement does not clear alteration inside sheets.",
        es:
          "El intervalo supone que las actas y áreas tardías se sortean como las tempranas de su entorno. En elecciones simuladas limpias falla en un 4 a 5 % si las actas tardías son al azar, y en un 6 a 8 %, no en un 5, si vienen del campo, que vota de otro modo; en un cómputo real puede pesar más. Una diferencia puede ser legítima; que coincidan no descarta alteraciones dentro de las actas."
      ),
      method: projectionMethod,
      numbers: [
        .init("projected", .points, Text(en: "final margin as projected", es: "margen final proyectado")),
        .init("actual", .points, Text(en: "final margin as it was", es: "margen final real")),
        .init("late_projected", .votes, Text(en: "late margin as projected", es: "margen tardío proyectado")),
        .init("late_actual", .votes, Text(en: "late margin as it was", es: "margen tardío real")),
        .init(
          "difference", .points,
          Text(en: "late margin less its projection", es: "margen tardío menos su proyección")),
      ], words: options)
  }
}
