import ModuleKit

extension QuickCount {
  /// The official share of an option beside the one estimated for the stations that the official count covers.
  struct OfficialShare: Sendable {
    let official, sample: Double
    let difference: Quantity
    let level: Double
    let stations, tested: Int
    let option, base: Text

    /// The draw can explain the difference.
    static let consistent = FindingKind<Self>(
      .info, tier: .explanation, code: "official_consistent",
      Sentence(
        en:
          "For \(\.option) the official count, \(\.official) of \(\.base), is consistent with the sample, \(\.sample): the difference is \(\.difference), the range at \(\.level) confidence for all options tested together (Bonferroni): \(\.tested).",
        es:
          "Para \(\.option) el cómputo oficial, el \(\.official) de \(\.base), es compatible con la muestra, el \(\.sample): la diferencia es de \(\.difference), el rango con una confianza del \(\.level) para todas las opciones puestas a prueba en conjunto (Bonferroni): \(\.tested)."
      ),
      caution: Text(
        en: "That the draw can explain a difference does not show that nothing else did.",
        es: "Que el sorteo pueda explicar una diferencia no demuestra que no haya otra causa."),
      method: differences, numbers: numbers, words: words,
      examples: [
        FindingExample(
          "The sample is complete, and another split of the votes in reach of the draw.", complete(near),
          with: Sample.random, finds: "elm", "oak"),
        FindingExample("Nobody says which stations were drawn.", against(sameSheets), with: Sample.random),
      ])

    /// The draw does not explain the difference.
    static let notConsistent = FindingKind<Self>(
      .notice, tier: .explanation, code: "official_not_consistent",
      Sentence(
        en:
          "For \(\.option) the official count, \(\.official) of \(\.base), is not consistent with the sample, \(\.sample): the difference is \(\.difference), more than the draw explains at \(\.level) confidence for all options tested together (Bonferroni): \(\.tested).",
        es:
          "Para \(\.option) el cómputo oficial, el \(\.official) de \(\.base), no es compatible con la muestra, el \(\.sample): la diferencia es de \(\.difference), más de lo que explica el sorteo con una confianza del \(\.level) para todas las opciones puestas a prueba en conjunto (Bonferroni): \(\.tested)."
      ),
      caution: Text(
        en:
          "It does not say which of the two is off. Wrong copies, a wrong frame or a draw that was not random do the same. At 95% confidence some option was told so in 2 to 4% of simulated sound counts of four options, and in 3 to 12% of those of eight with heavy tails: a difference in a small option alone is weak.",
        es:
          "No dice cuál de los dos se desvía. Copias erróneas, un marco erróneo o un sorteo que no fue al azar producen lo mismo. Con una confianza del 95%, esto se dijo de alguna opción en el 2 a 4% de los conteos simulados correctos de cuatro opciones, y en el 3 a 12% de los de ocho con colas pesadas: una diferencia solo en una opción pequeña es débil."
      ), method: differences, numbers: numbers, words: words,
      examples: [
        FindingExample(
          "Other votes by far outside the sample.", complete(far), with: Sample.random, finds: "oak", "elm"),
        FindingExample("A split of the votes in reach of the draw.", complete(near), with: Sample.random),
      ])

    private static let numbers: [FindingKind<Self>.Number] = [
      .init("official", \.official, .percent, Text(en: "official share", es: "proporción oficial")),
      .init(
        "sample", \.sample, .percent,
        Text(en: "estimated share over the stations it covers", es: "proporción estimada en las mesas que abarca")),
      .init("difference", \.difference, .points, Text(en: "sample less official", es: "muestra menos oficial")),
      .init("level", \.level, .percent, Summary.confidence), .init("stations", \.stations, .number, usableSheets),
      .init(
        "tested", \.tested, .number, Text(en: "options tested together", es: "opciones puestas a prueba en conjunto")),
    ]
    private static let words: [FindingKind<Self>.Word] = [.init("option", \.option), .init("base", \.base)]
  }

  /// Nothing is said of the official count by the draw.
  struct OfficialUntested: FindingShape {
    let reason: Text
    let stations: Int

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "The official count, of \(\.stations) usable sheets, is not tested against the estimates: \(\.reason).",
        es:
          "El cómputo oficial, de \(\.stations) actas utilizables, no se pone a prueba frente a las estimaciones: \(\.reason)."
      ),
      caution: Text(
        en: "That it is not tested speaks neither for the official count nor against it.",
        es: "Que no se ponga a prueba no habla ni a favor ni en contra del cómputo oficial."),
      method: differences, numbers: [.init("stations", \.stations, .number, usableSheets)],
      words: [.init("reason", \.reason)],
      examples: [
        FindingExample(
          "Nobody says which stations were drawn.", against(sameSheets), with: Sample.random, finds: "council"),
        FindingExample("The sample is complete.", complete(near), with: Sample.random),
      ])
  }

  /// The sheets that both have are the same.
  struct SheetsAgree: FindingShape {
    let shared: Int

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en: "Sheets that the sample and the official count both have: \(\.shared). All have the same votes.",
        es: "Actas que tienen tanto la muestra como el cómputo oficial: \(\.shared). Todas tienen los mismos votos."),
      caution: Text(
        en: "It says nothing for certain of sheets outside the sample; counts.compare bounds how many can differ.",
        es: "No dice nada seguro de las actas fuera de la muestra; counts.compare acota cuántas pueden diferir."),
      method: matching, numbers: [.init("shared", \.shared, .number, sharedSheets)],
      examples: [
        FindingExample("The same votes on all three.", against(sameSheets), with: Sample.random, finds: "council"),
        FindingExample("Other votes on one of them.", against(otherVotes), with: Sample.random),
      ])
  }

  /// Some of the sheets that both have differ.
  struct SheetsDiffer: FindingShape {
    let shared, differing: Int
    /// The lead in votes over the sheets that both have.
    let inSample, inOfficial: Int
    let first, second: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Of \(\.shared) sheets that the sample and the official count both have, the votes of \(\.differing) differ. On all \(\.shared), \(\.first) less \(\.second) is \(\.inSample) in the sample and \(\.inOfficial) in the official count.",
        es:
          "De \(\.shared) actas que tienen tanto la muestra como el cómputo oficial, difieren los votos de \(\.differing). En el total de las \(\.shared), \(\.first) menos \(\.second) son \(\.inSample) en la muestra y \(\.inOfficial) en el cómputo oficial."
      ),
      caution: Text(
        en: "Either copy may be the wrong one, and most differences are clerical: read the sheets.",
        es:
          "Cualquiera de las dos copias puede ser la errónea, y la mayoría de las diferencias son de transcripción: deben leerse las actas."
      ), method: matching,
      numbers: [
        .init("shared", \.shared, .number, sharedSheets),
        .init("differing", \.differing, .number, Text(en: "of them with other votes", es: "de ellas con otros votos")),
        .init(
          "in_sample", \.inSample, .votes,
          Text(en: "lead on them in the sample", es: "ventaja en ellas según la muestra")),
        .init(
          "in_official", \.inOfficial, .votes,
          Text(en: "lead on them in the official count", es: "ventaja en ellas según el cómputo oficial")),
      ], words: [.init("first", \.first), .init("second", \.second)],
      examples: [
        FindingExample("Other votes on one of three.", against(otherVotes), with: Sample.random, finds: "council"),
        FindingExample("The same votes on all of them.", against(sameSheets), with: Sample.random),
      ])
  }

  /// What follows from sheets that differ for the official lead.
  struct LeadChange: FindingShape {
    let change: Quantity
    let level: Double
    let first, second: Text

    static let kind = FindingKind<Self>(
      .notice, tier: .explanation, code: "official_change",
      Sentence(
        en:
          "If all official sheets read as the sample's do, the official lead of \(\.first) over \(\.second) changes by \(\.change), the range at \(\.level) confidence.",
        es:
          "Si todas las actas oficiales fueran como las de la muestra, la ventaja oficial de \(\.first) sobre \(\.second) cambia en \(\.change), el rango con una confianza del \(\.level)."
      ),
      caution: Text(
        en:
          "Where few sheets differ the range is rough, and the true change is out of it more often than that: read the sheets.",
        es:
          "Donde difieren pocas actas el rango es impreciso, y el cambio verdadero queda fuera con más frecuencia: deben leerse las actas."
      ), method: differences,
      numbers: [
        .init(
          "change", \.change, .points, Text(en: "estimated change of the lead", es: "cambio estimado de la ventaja")),
        .init("level", \.level, .percent, Summary.confidence),
      ], words: [.init("first", \.first), .init("second", \.second)],
      examples: [
        FindingExample(
          "Other votes on one of three, all drawn.", complete(near, first: "n1,2,18"), with: Sample.random,
          finds: "council"),
        FindingExample("Nobody says which stations were drawn.", against(otherVotes), with: Sample.random),
      ])
  }

  /// No sheet is in both.
  struct NothingShared: FindingShape {
    let stations: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "No sheet of the sample is in the official count under the same key, so nothing is compared. Sheets there: \(\.stations).",
        es:
          "Ninguna acta de la muestra figura en el cómputo oficial con la misma clave, por lo que no se compara nada. Actas en él: \(\.stations)."
      ),
      caution: Text(
        en: "The two may write the keys of stations differently, or the count may not have come so far.",
        es: "Puede que escriban de otro modo las claves de las mesas o que el cómputo no haya llegado aún a ellas."),
      method: matching, numbers: [.init("stations", \.stations, .number, usableSheets)],
      examples: [
        FindingExample("A sheet of another key.", against("q,1,1"), with: Sample.random, finds: "council"),
        FindingExample("The sheets of the sample, and others.", against(sameSheets), with: Sample.random),
      ])
  }

  private static let sharedSheets = Text(en: "sheets that both have", es: "actas que tienen ambos")
  private static let usableSheets = Text(en: "official sheets that can be used", es: "actas oficiales utilizables")
  private static let matching = Text(
    en: "sheets matched by their station and compared number by number",
    es: "actas emparejadas por su mesa y comparadas cifra a cifra")
  private static let differences = Text(
    en:
      "combined ratio for the stations that both cover, and difference estimator on the sheets that both have, with correction for finite strata; shares on the scale of log odds, Student's t with effective degrees of freedom (Korn and Graubard 1998; Satterthwaite 1946); confidence shared among the options tested (Cochran 1977, Sampling Techniques, third edition, sections 6.11 and 7.2; Bonferroni)",
    es:
      "razón combinada para las mesas que ambos abarcan y estimador de diferencia en las actas que ambos tienen, con corrección por estratos finitos; proporciones en la escala del logit, t de Student con grados de libertad efectivos (Korn y Graubard 1998; Satterthwaite 1946); confianza repartida entre las opciones puestas a prueba (Cochran 1977, Sampling Techniques, tercera edición, secciones 6.11 y 7.2; Bonferroni)"
  )

  /// The sample against an official count of those `lines`.
  private static func against(_ lines: String) -> KeyValuePairs<String, FindingExample.Dataset> {
    [
      "sample": Sample.sheets, "strata": Sample.strata,
      "official": FindingExample.Dataset("sheet,votes_oak,votes_elm\n" + lines),
    ]
  }

  /// Seven stations, all that were drawn, against an official count of their sheets as `first` and others as `rest`.
  private static func complete(
    _ rest: String, first: String = "n1,4,16"
  ) -> KeyValuePairs<String, FindingExample.Dataset> {
    [
      "sample": Sample.steady, "strata": Sample.steadyStrata, "design": Sample.steadyDrawn,
      "official": FindingExample.Dataset(
        """
        sheet,votes_oak,votes_elm
        \(first)
        n2,5,15
        n3,4,16
        n4,5,15
        s1,8,12
        s2,9,11
        s3,8,12
        \(rest)
        """),
    ]
  }
  private static let near = "n5,5,15\nn6,4,16\ns4,9,11\ns5,8,12"
  private static let far = "n5,20,0\nn6,20,0\ns4,20,0\ns5,20,0"

  /// Those of the sample as they are there, and three others.
  private static let sameSheets = "n1,4,6\n" + otherSheets
  private static let otherVotes = "n1,2,8\n" + otherSheets
  private static let otherSheets = """
    n2,6,14
    s1,15,15
    n3,3,17
    n4,5,5
    s2,9,21
    """
}
