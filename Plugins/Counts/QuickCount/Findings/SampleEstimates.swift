import ModuleKit

extension QuickCount {
  /// The share of an option.
  struct ShareEstimate: FindingShape {
    let share: Quantity
    let level, standardError: Double
    let option, base: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation, code: "estimate",
      Sentence(
        en:
          "Estimated from the sample, \(\.option) has \(\.share, .value) of \(\.base): between \(\.share, .low) and \(\.share, .high) at \(\.level) confidence.",
        es:
          "Según la estimación por la muestra, \(\.option) obtiene el \(\.share, .value) de \(\.base): entre el \(\.share, .low) y el \(\.share, .high), con una confianza del \(\.level)."
      ),
      caution: drawOnly, method: Method.ratio,
      numbers: [
        .init("share", \.share, .percent, Text(en: "estimated share", es: "proporción estimada")),
        .init("level", \.level, .percent, Summary.confidence),
        .init("standard_error", \.standardError, .points, error),
      ], words: [.init("option", \.option), .init("base", \.base)],
      examples: [
        FindingExample("A random sample of three stations.", Sample.alone, with: Sample.random, finds: "elm", "oak"),
        FindingExample("The same stations, not drawn at random.", Sample.alone, with: Sample.notRandom),
      ])
  }

  /// The lead of the option with the largest estimate over the next one.
  struct Margin: Sendable {
    let margin: Quantity
    let level, standardError: Double
    let first, second, base: Text

    /// Its interval leaves out zero.
    static let clear = FindingKind<Self>(
      .info, tier: .explanation, code: "margin",
      Sentence(
        en:
          "Estimated from the sample, \(\.first) is ahead of \(\.second) by \(\.margin, .value) of \(\.base): between \(\.margin, .low) and \(\.margin, .high) at \(\.level) confidence.",
        es:
          "Según la estimación por la muestra, \(\.first) va por delante de \(\.second) por \(\.margin, .value) de \(\.base): entre \(\.margin, .low) y \(\.margin, .high), con una confianza del \(\.level)."
      ),
      caution: drawOnly, method: Method.ratio, numbers: numbers, words: words,
      examples: [
        FindingExample("A random sample of three stations.", Sample.alone, with: Sample.random, finds: "elm_over_oak"),
        FindingExample("More confidence asked of the same sample.", Sample.alone, with: Sample.randomAndWide),
      ])

    /// Its interval holds zero.
    static let open = FindingKind<Self>(
      .info, tier: .explanation, code: "margin_open",
      Sentence(
        en:
          "The sample does not tell whether \(\.first) or \(\.second) is ahead: the margin of the first is \(\.margin, .value) of \(\.base), between \(\.margin, .low) and \(\.margin, .high) at \(\.level) confidence.",
        es:
          "La muestra no permite decir si va por delante \(\.first) o \(\.second): el margen de la primera opción es de \(\.margin, .value) de \(\.base), entre \(\.margin, .low) y \(\.margin, .high), con una confianza del \(\.level)."
      ),
      caution: drawOnly, method: Method.ratio, numbers: numbers, words: words,
      examples: [
        FindingExample(
          "Three stations, and much confidence asked.", Sample.alone, with: Sample.randomAndWide,
          finds: "elm_over_oak"),
        FindingExample("Less confidence asked of the same sample.", Sample.alone, with: Sample.random),
      ])

    private static let numbers: [FindingKind<Self>.Number] = [
      .init(
        "margin", \.margin, .points,
        Text(
          en: "share of the first option less that of the second",
          es: "proporción de la primera opción menos la de la segunda")),
      .init("level", \.level, .percent, Summary.confidence),
      .init("standard_error", \.standardError, .points, error),
    ]
    private static let words: [FindingKind<Self>.Word] = [
      .init("first", \.first), .init("second", \.second), .init("base", \.base),
    ]
  }

  /// In how many areas the lead is clear.
  struct AreaLeads: FindingShape {
    let clear, areas: Int
    let level: Double
    let areaLevel: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation, placement: .annex, code: "areas",
      Sentence(
        en:
          "By \(\.areaLevel), the interval of the lead leaves out zero in \(\.clear) of the \(\.areas) areas of which sheets came in.",
        es:
          "Por \(\.areaLevel), el intervalo de la ventaja excluye el cero en \(\.clear) de las \(\.areas) áreas de las que llegaron actas."
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
      ], words: [.init("area_level", \.areaLevel)],
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
      "The interval holds what the draw leaves open and nothing else: not what stations that did not come in, wrong copies or a wrong list of stations can add. It is an estimate, not a result.",
    es:
      "El intervalo recoge lo que deja abierto el sorteo y nada más: no lo que pueden añadir las mesas que no llegaron, las copias erróneas o una lista de mesas errónea. Es una estimación, no un resultado."
  )
}
