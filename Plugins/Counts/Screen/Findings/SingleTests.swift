import ModuleKit

extension Screen {
  /// A test of which the whole count or an area stands out.
  struct StandingOut: Sendable {
    let statistic: Double
    let expected, deviation, p, adjusted: Double?
    let stations, areas, areasStandingOut: Int
    let quantity, expectedWords, verdict, areasWords: Text

    /// The kind for findings of `test`.
    static func kind(of test: BatteryTest) -> FindingKind<Self> {
      guard let kind = kinds[test] else { preconditionFailure("every test has a kind") }
      return kind
    }

    private static let kinds = Dictionary(uniqueKeysWithValues: BatteryTest.allCases.map { ($0, made(for: $0)) })

    private static func made(for test: BatteryTest) -> FindingKind<Self> {
      let it = test.test
      return FindingKind(
        .notice, tier: .screening, placement: .annex, code: test.rawValue,
        Sentence(
          en:
            "Screening, \(it.name.en): for \(\.quantity) \(it.measure.en) over the whole count is \(\.statistic)\(\.expectedWords), which \(\.verdict)\(\.areasWords).",
          es:
            "Cribado, \(it.name.es): para \(\.quantity) \(it.measure.es) en todo el cómputo es \(\.statistic)\(\.expectedWords), lo que \(\.verdict)\(\.areasWords)."
        ),
        caution: it.caution, method: test.method, numbers: numbers,
        words: [
          .init("quantity", \.quantity), .init("expected_words", \.expectedWords), .init("verdict", \.verdict),
          .init("areas_words", \.areasWords),
        ],
        examples: examples[test].map {
          [$0, FindingExample("Three stations are too few for it.", ["sheets": Example.few])]
        } ?? [])
    }

    /// A count in which a test stands out.
    private static let examples: [BatteryTest: FindingExample] = [
      .secondDigit: FindingExample(
        "Counts from a hundred to ninety thousand, with 0 for their second digits.", ["sheets": Example.spread],
        finds: "turnout_chi_square", "share_chi_square"),
      .lastDigit: FindingExample(
        zeros, ["sheets": Example.round], finds: "turnout_chi_square", "share_chi_square"),
      .countEndings: FindingExample(zeros, ["sheets": Example.round], finds: "turnout_share", "share_share"),
      .percentEndings: FindingExample(zeros, ["sheets": Example.round], finds: "turnout_share", "share_share"),
      .wholePercentages: FindingExample(
        zeros, ["sheets": Example.round], finds: "turnout_stations", "share_stations", "turnout_share_stations"),
      .coarseShares: FindingExample(zeros, ["sheets": Example.round], finds: "turnout_stations", "share_stations"),
      .dip: FindingExample(zeros, ["sheets": Example.round], finds: "turnout_dip", "share_dip"),
      .votesPerVoter: FindingExample(
        "Where one ballot more is cast, Oak has more than one vote more.", ["sheets": Example.steep],
        finds: "turnout_share_slope"),
    ]
    private static let zeros = "Every count ends in two zeros."

    private static let numbers: [FindingKind<Self>.Number] = [
      .init("statistic", \.statistic, .number, Text(en: "what the test gives", es: "lo que da la prueba")),
      .init(
        "expected", \.expected, .number,
        Text(en: "what a count without peculiarities gives", es: "lo que da un cómputo sin peculiaridades")),
      .init(
        "deviation", \.deviation, .number,
        Text(
          en: "its standard deviation, where chance alone gives one",
          es: "su desviación estándar, si el puro azar da una")),
      .init(
        "p", \.p, .number, Text(en: "the chance of as much or more", es: "la probabilidad de tanto o más")),
      .init(
        "adjusted_p", \.adjusted, .number,
        Text(
          en: "the same, adjusted for all comparisons (Benjamini–Yekutieli)",
          es: "la misma, ajustada por todas las comparaciones (Benjamini–Yekutieli)")),
      .init("stations", \.stations, .number, stationsUsed),
      .init("areas", \.areas, .number, Text(en: "areas looked at", es: "áreas examinadas")),
      .init(
        "areas_standing_out", \.areasStandingOut, .number,
        Text(en: "areas that stand out", es: "áreas que destacan")),
    ]
  }

  /// How turnout or share is spread, in two numbers.
  struct Shape: FindingShape {
    let skewness, kurtosis: Double
    let stations: Int
    let quantity: Text

    static let kind = FindingKind<Self>(
      .info, tier: .screening, placement: .annex,
      Sentence(
        en:
          "Screening, \(it.test.name.en): for \(\.quantity) over \(\.stations, .number) stations the skewness is \(\.skewness) and the kurtosis \(\.kurtosis) (0 and 3 for a normal distribution).",
        es:
          "Cribado, \(it.test.name.es): para \(\.quantity) en \(\.stations, .number) mesas la asimetría es \(\.skewness) y la curtosis \(\.kurtosis) (0 y 3 en una distribución normal)."
      ),
      caution: it.test.caution, method: it.method,
      numbers: [
        .init(
          "skewness", \.skewness, .number,
          Text(en: "third standardized moment", es: "tercer momento estandarizado")),
        .init(
          "kurtosis", \.kurtosis, .number,
          Text(en: "fourth standardized moment", es: "cuarto momento estandarizado")),
        .init("stations", \.stations, .number, stationsUsed),
      ], words: [.init("quantity", \.quantity)],
      examples: [
        FindingExample("Three stations.", ["sheets": Example.few], finds: "turnout", "share"),
        FindingExample("One station has no spread.", ["sheets": Example.one]),
      ])

    private static let it = BatteryTest.shape
  }

  /// Stations at a whole percentage, beside those of elections drawn by chance.
  struct DrawnPercentages: FindingShape {
    let counted, mean, deviation: Double
    let repetitions, stations: Int
    let quantity: Text

    static let kind = FindingKind<Self>(
      .info, tier: .screening, placement: .annex,
      Sentence(
        en:
          "Screening, \(it.test.name.en): for \(\.quantity) there are \(\.counted) of \(\.stations, .number) stations, where \(\.repetitions, .number) elections drawn by chance have \(\.mean) on average, with a standard deviation of \(\.deviation).",
        es:
          "Cribado, \(it.test.name.es): para \(\.quantity) hay \(\.counted) de \(\.stations, .number) mesas, donde \(\.repetitions, .number) elecciones sorteadas tienen \(\.mean) de media, con una desviación estándar de \(\.deviation)."
      ),
      caution: it.test.caution, method: it.method,
      numbers: [
        .init(
          "counted", \.counted, .number,
          Text(en: "stations at a whole percentage", es: "mesas en un porcentaje entero")),
        .init(
          "mean", \.mean, .number, Text(en: "their mean in drawn elections", es: "su media en elecciones sorteadas")),
        .init(
          "deviation", \.deviation, .number,
          Text(en: "their standard deviation there", es: "su desviación estándar en ellas")),
        .init("repetitions", \.repetitions, .number, Text(en: "elections drawn", es: "elecciones sorteadas")),
        .init("stations", \.stations, .number, stationsUsed),
      ], words: [.init("quantity", \.quantity)],
      examples: [
        FindingExample(
          "Elections are drawn.", ["sheets": Example.few], with: ["repetitions": 10],
          finds: "turnout", "share", "turnout_share"),
        FindingExample("None is drawn.", ["sheets": Example.few]),
      ])

    private static let it = BatteryTest.drawnPercentages
  }

  /// How the option's share goes with turnout.
  struct TurnoutAndShare: FindingShape {
    let pearson, spearman, weighted, slope: Double
    let slopeWithin: Double?
    let stations: Int
    let option, withinWords: Text

    static let kind = FindingKind<Self>(
      .info, tier: .screening, placement: .annex,
      Sentence(
        en:
          "Screening, \(it.test.name.en): over \(\.stations, .number) stations turnout and the share of \(\.option) have a correlation of \(\.pearson), of \(\.spearman) by ranks, and of \(\.weighted) with stations weighted by their voters; the share changes by \(\.slope) for each point of turnout\(\.withinWords).",
        es:
          "Cribado, \(it.test.name.es): en \(\.stations, .number) mesas la participación y el porcentaje de \(\.option) tienen una correlación de \(\.pearson), de \(\.spearman) por rangos y de \(\.weighted) ponderando las mesas por sus electores; el porcentaje cambia \(\.slope) por cada punto de participación\(\.withinWords)."
      ),
      caution: it.test.caution, method: it.method,
      numbers: [
        .init("pearson", \.pearson, .number, Text(en: "Pearson's correlation", es: "correlación de Pearson")),
        .init(
          "spearman", \.spearman, .number,
          Text(en: "Spearman's correlation of ranks", es: "correlación de rangos de Spearman")),
        .init(
          "weighted", \.weighted, .number,
          Text(en: "Pearson's, weighted by registered voters", es: "la de Pearson, ponderada por electores inscritos")
        ),
        .init(
          "slope", \.slope, .number,
          Text(en: "points of share a point of turnout", es: "puntos de porcentaje por punto de participación")),
        .init(
          "slope_within", \.slopeWithin, .number,
          Text(en: "the same within the finest areas", es: "lo mismo dentro de las áreas más finas")),
        .init("stations", \.stations, .number, stationsUsed),
      ], words: [.init("option", \.option), .init("within_words", \.withinWords)],
      examples: [
        FindingExample("Three stations.", ["sheets": Example.few], finds: "council"),
        FindingExample("One station: nothing goes with anything.", ["sheets": Example.one]),
      ])

    private static let it = BatteryTest.turnoutAndShare
  }

  private static let stationsUsed = Text(en: "stations that the test uses", es: "mesas que usa la prueba")
}
