import ModuleKit

extension QuickCount {
  /// The share of an option.
  struct ShareEstimate: FindingShape {
    let share: Quantity
    let level, standardError: Double
    let degrees: Int
    let option, base, terms: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation, code: "estimate",
      Sentence(
        en:
          "Estimated from the sample, \(\.option) has \(\.share, .value) of \(\.base): between \(\.share, .low) and \(\.share, .high) at \(\.level) confidence\(\.terms).",
        es:
          "Según la estimación por la muestra, \(\.option) obtiene el \(\.share, .value) de \(\.base): entre el \(\.share, .low) y el \(\.share, .high), con una confianza del \(\.level)\(\.terms)."
      ),
      caution: drawOnly, method: Method.ratio,
      numbers: [
        .init("share", \.share, .percent, Text(en: "estimated share", es: "proporción estimada")),
        .init("level", \.level, .percent, Summary.confidence),
        .init("standard_error", \.standardError, .points, error),
        .init("degrees", \.degrees, .number, Summary.degrees),
      ], words: [.init("option", \.option), .init("base", \.base), .init("terms", \.terms)],
      examples: [
        FindingExample("A random sample of three stations.", Sample.alone, with: Sample.random, finds: "elm", "oak"),
        FindingExample("The same stations, not drawn at random.", Sample.alone, with: Sample.notRandom),
      ])
  }

  /// The share of an option of which all units have the same.
  struct UniformShare: FindingShape {
    let share: Double
    let units: Int
    let option, base: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation, code: "estimate_without_interval",
      Sentence(
        en:
          "Estimated from the sample, \(\.option) has \(\.share) of \(\.base). No interval can be given: the share is the same in all \(\.units) units that came in.",
        es:
          "Según la estimación por la muestra, \(\.option) obtiene el \(\.share) de \(\.base). No puede darse ningún intervalo: la proporción es la misma en las \(\.units) unidades recibidas."
      ),
      caution: Text(
        en: "That no unit in the sample differs does not show that none does elsewhere.",
        es: "Que ninguna unidad de la muestra difiera no demuestra que no difiera ninguna otra."),
      method: Method.ratio,
      numbers: [
        .init("share", \.share, .percent, Text(en: "estimated share", es: "proporción estimada")),
        .init("units", \.units, .number, Text(en: "units in the sample", es: "unidades de la muestra")),
      ], words: [.init("option", \.option), .init("base", \.base)],
      examples: [
        FindingExample(
          "Half of the votes on every sheet.",
          [
            "sample": """
            sheet,stratum,votes_oak,votes_elm
            n1,north,5,5
            n2,north,8,8
            """, "strata": Sample.strata,
          ], with: Sample.random, finds: "oak", "elm"),
        FindingExample("Sheets that differ.", Sample.alone, with: Sample.random),
      ])
  }

  /// Units that do not show how units differ.
  struct NoInterval: FindingShape {
    let used, total, strata, all: Int

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "\(\.used) of \(\.total) stations came in, from \(\.strata) of \(\.all) strata. That does not show how stations differ, so no share, lead or interval is estimated.",
        es:
          "Llegaron actas de \(\.used) de \(\.total) mesas, de \(\.strata) de \(\.all) estratos. Eso no muestra cuánto difieren las mesas, por lo que no se estima ninguna proporción, ventaja ni intervalo."
      ),
      caution: Text(
        en: "Shares among so few stations say nothing of the others.",
        es: "Las proporciones en tan pocas mesas no dicen nada de las demás."),
      method: Method.counting,
      numbers: [
        .init("used", \.used, .number, Summary.used), .init("total", \.total, .number, Summary.inFrame),
        .init(
          "strata", \.strata, .number, Text(en: "strata of which sheets came in", es: "estratos con actas recibidas")),
        .init("all", \.all, .number, Summary.allStrata),
      ],
      examples: [
        FindingExample(
          "One sheet.",
          [
            "sample": """
            sheet,stratum,votes_oak,votes_elm
            n1,north,4,6
            """, "strata": Sample.strata,
          ], with: Sample.random, finds: "council"),
        FindingExample("Three sheets of two strata.", Sample.alone, with: Sample.random),
      ])
  }

  /// The lead of the option with the largest estimate over the next one.
  struct Margin: Sendable {
    let margin: Quantity
    let level, standardError: Double
    let degrees: Int
    let first, second, base, terms: Text

    /// Its interval leaves out zero.
    static let clear = FindingKind<Self>(
      .info, tier: .explanation, code: "margin",
      Sentence(
        en:
          "Estimated from the sample, \(\.first) is ahead of \(\.second) by \(\.margin, .value) of \(\.base): between \(\.margin, .low) and \(\.margin, .high) at \(\.level) confidence\(\.terms).",
        es:
          "Según la estimación por la muestra, \(\.first) aventaja a \(\.second) por \(\.margin, .value) de \(\.base): entre \(\.margin, .low) y \(\.margin, .high), con una confianza del \(\.level)\(\.terms)."
      ),
      caution: drawOnly, method: Method.ratio, numbers: numbers, words: words,
      examples: [
        FindingExample(
          "A random sample of seven stations that hardly differ.", Sample.steadyAlone, with: Sample.random,
          finds: "elm_over_oak"),
        FindingExample("Three stations that differ much.", Sample.alone, with: Sample.random),
      ])

    /// Its interval holds zero.
    static let open = FindingKind<Self>(
      .info, tier: .explanation, code: "margin_open",
      Sentence(
        en:
          "The sample does not tell whether \(\.first) or \(\.second) is ahead: the margin of the first is \(\.margin, .value) of \(\.base), between \(\.margin, .low) and \(\.margin, .high) at \(\.level) confidence\(\.terms).",
        es:
          "La muestra no permite decir cuál va en primer lugar, \(\.first) o \(\.second): el margen de la primera opción es de \(\.margin, .value) de \(\.base), entre \(\.margin, .low) y \(\.margin, .high), con una confianza del \(\.level)\(\.terms)."
      ),
      caution: drawOnly, method: Method.ratio, numbers: numbers, words: words,
      examples: [
        FindingExample(
          "Three stations that differ much.", Sample.alone, with: Sample.random, finds: "elm_over_oak"),
        FindingExample("Seven stations that hardly differ.", Sample.steadyAlone, with: Sample.random),
      ])

    private static let numbers: [FindingKind<Self>.Number] = [
      .init(
        "margin", \.margin, .points,
        Text(
          en: "share of the first option less that of the second",
          es: "proporción de la primera opción menos la de la segunda")),
      .init("level", \.level, .percent, Summary.confidence),
      .init("standard_error", \.standardError, .points, error),
      .init("degrees", \.degrees, .number, Summary.degrees),
    ]
    private static let words: [FindingKind<Self>.Word] = [
      .init("first", \.first), .init("second", \.second), .init("base", \.base), .init("terms", \.terms),
    ]
  }

  /// In how many areas the lead is clear.
  struct AreaLeads: FindingShape {
    let clear, areas: Int
    let level: Double
    let areaLevel: Text

    private var clearWords: Text {
      clear == 0 ? Text(en: "none", es: "ninguna") : Text { $0.number(clear) }
    }

    static let kind = FindingKind<Self>(
      .info, tier: .explanation, placement: .annex, code: "areas",
      Sentence(
        en:
          "By \(\.areaLevel), the interval of the lead leaves out zero in \(\.clearWords) of the \(\.areas) areas of which sheets came in.",
        es:
          "Por \(\.areaLevel), el intervalo de la ventaja excluye el cero en \(\.clearWords) de las \(\.areas) áreas de las que llegaron actas."
      ),
      caution: Text(
        en:
          "A sample drawn for the whole says little of its parts: where an area has few units the interval is rough, and areas of which nothing came in are not seen.",
        es:
          "Una muestra sorteada para el conjunto dice poco de sus partes: donde un área tiene pocas unidades el intervalo es impreciso, y las áreas sin actas no se ven."
      ),
      method: Method.ratio,
      numbers: [
        .init("clear", \.clear, .number, Text(en: "areas whose lead is clear", es: "áreas con ventaja clara")),
        .init(
          "areas", \.areas, .number,
          Text(en: "areas with sheets in the sample", es: "áreas con actas en la muestra")),
        .init("level", \.level, .percent, Summary.confidence),
      ], words: [.init("area_level", \.areaLevel), .init("clear_words", \.clearWords)],
      examples: [
        FindingExample(
          "The estimates of the regions are asked for.",
          [
            "sample": """
            sheet,region,stratum,votes_oak,votes_elm
            n1,North,north,4,6
            n2,North,north,6,14
            s1,South,south,15,15
            """, "strata": Sample.strata,
          ], with: ["probability_sample": "stratified_random", "per": "region"], finds: "region"),
        FindingExample("No areas are asked for.", Sample.alone, with: Sample.random),
      ])
  }

  private static let error = Text(en: "standard error", es: "error estándar")
  private static let drawOnly = Text(
    en:
      "The interval holds what the draw leaves open and nothing else: not what wrong copies or a wrong list of stations can add, and where sheets come in or not by how their stations voted, no interval can hold it. It is an estimate, not a result.",
    es:
      "El intervalo recoge lo que deja abierto el sorteo y nada más: no lo que pueden añadir copias erróneas o una lista de mesas errónea; y si las actas llegan o no según lo votado en su mesa, ningún intervalo puede abarcarlo. Es una estimación, no un resultado."
  )
}
