import ModuleKit

/// What `counts.screen` can find. A test of the battery is a case with its type in ``test``.
enum ScreenCode: String, FindingCode {
  case nothingStandsOut = "nothing_stands_out"
  case comparisonsStandOut = "comparisons_stand_out"
  case control
  case turnoutAndShare = "turnout_and_share"
  case shape
  case secondDigit = "second_digit"
  case lastDigit = "last_digit"
  case countEndings = "count_endings"
  case percentEndings = "percent_endings"
  case wholePercentages = "whole_percentages"
  case drawnPercentages = "drawn_percentages"
  case coarseShares = "coarse_shares"
  case dip
  case votesPerVoter = "votes_per_voter"

  /// The battery, in the order of its tables.
  static let battery = allCases.compactMap { code in code.test.map { (code: code, test: $0) } }

  /// The test that the code stands for; nil for what is said of all together.
  var test: (any ScreeningTest)? {
    switch self {
    case .nothingStandsOut, .comparisonsStandOut, .control: nil
    case .turnoutAndShare: AssociationScreen()
    case .shape: ShapeScreen()
    case .secondDigit: SecondDigitScreen()
    case .lastDigit: LastDigitScreen()
    case .countEndings: CountEndingsScreen()
    case .percentEndings: PercentEndingsScreen()
    case .wholePercentages: IntegerPercentageScreen()
    case .drawnPercentages: DrawnPercentageScreen()
    case .coarseShares: CoarseShareScreen()
    case .dip: DipScreen()
    case .votesPerVoter: SobyaninScreen()
    }
  }

  var kind: CodedFindingKind {
    guard let test else { return Self.summary(self) }
    switch self {
    case .turnoutAndShare: return Self.association(test)
    case .shape: return Self.description(test)
    case .drawnPercentages: return Self.drawn(test)
    default: return Self.comparison(test)
    }
  }

  /// A test of which something stands out.
  private static func comparison(_ test: any ScreeningTest) -> CodedFindingKind {
    CodedFindingKind(
      .notice, tier: .screening, placement: .annex,
      Text(
        en:
          "Screening, \(test.name.en): for {quantity} \(test.measure.en) over the whole count is {statistic}{expected_words}, which {verdict}{areas_words}.",
        es:
          "Cribado, \(test.name.es): para {quantity} \(test.measure.es) en todo el cómputo es {statistic}{expected_words}, lo que {verdict}{areas_words}."
      ),
      caution: test.caution, method: method(test),
      numbers: [
        statistic,
        .init(
          "expected", .number,
          Text(en: "what a count without peculiarities gives", es: "lo que da un cómputo sin peculiaridades")),
        .init(
          "deviation", .number,
          Text(
            en: "its standard deviation, where chance alone gives one",
            es: "su desviación típica, si el puro azar da una")),
        .init("p", .number, Text(en: "the chance of as much or more", es: "la probabilidad de tanto o más")),
        .init(
          "adjusted_p", .number,
          Text(
            en: "the same, adjusted for all comparisons (Benjamini–Yekutieli)",
            es: "la misma, ajustada por todas las comparaciones (Benjamini–Yekutieli)")),
        stations,
        .init("areas", .number, Text(en: "areas looked at", es: "áreas examinadas")),
        .init("areas_standing_out", .number, Text(en: "areas that stand out", es: "áreas que destacan")),
      ], words: ["quantity", "expected_words", "verdict", "areas_words"])
  }

  /// Numbers that describe turnout and share, one by one.
  private static func description(_ test: any ScreeningTest) -> CodedFindingKind {
    CodedFindingKind(
      .info, tier: .screening, placement: .annex,
      Text(
        en:
          "Screening, \(test.name.en): for {quantity} over {stations.number} stations the skewness is {skewness} and the kurtosis {kurtosis} (0 and 3 for a normal distribution).",
        es:
          "Cribado, \(test.name.es): para {quantity} en {stations.number} mesas la asimetría es {skewness} y la curtosis {kurtosis} (0 y 3 en una distribución normal)."
      ),
      caution: test.caution, method: method(test),
      numbers: [
        .init("skewness", .number, Text(en: "third standardized moment", es: "tercer momento estandarizado")),
        .init("kurtosis", .number, Text(en: "fourth standardized moment", es: "cuarto momento estandarizado")),
        stations,
      ], words: ["quantity"])
  }

  private static func drawn(_ test: any ScreeningTest) -> CodedFindingKind {
    CodedFindingKind(
      .info, tier: .screening, placement: .annex,
      Text(
        en:
          "Screening, \(test.name.en): for {quantity} there are {counted} of {stations.number} stations, where {repetitions.number} elections drawn by chance have {mean} on average, with a standard deviation of {deviation}.",
        es:
          "Cribado, \(test.name.es): para {quantity} hay {counted} de {stations.number} mesas, donde {repetitions.number} elecciones sorteadas tienen {mean} de media, con una desviación típica de {deviation}."
      ),
      caution: test.caution, method: method(test),
      numbers: [
        .init("counted", .number, Text(en: "stations at a whole percentage", es: "mesas en un porcentaje entero")),
        .init("mean", .number, Text(en: "their mean in drawn elections", es: "su media en elecciones sorteadas")),
        .init("deviation", .number, Text(en: "their standard deviation there", es: "su desviación típica en ellas")),
        .init("repetitions", .number, Text(en: "elections drawn", es: "elecciones sorteadas")),
        stations,
      ], words: ["quantity"])
  }

  private static func association(_ test: any ScreeningTest) -> CodedFindingKind {
    CodedFindingKind(
      .info, tier: .screening, placement: .annex,
      Text(
        en:
          "Screening, \(test.name.en): over {stations.number} stations turnout and the share of {option} have a correlation of {pearson}, of {spearman} by ranks, and of {weighted} with stations weighted by their voters; the share changes by {slope} for each point of turnout{within_words}.",
        es:
          "Cribado, \(test.name.es): en {stations.number} mesas la participación y el porcentaje de {option} tienen una correlación de {pearson}, de {spearman} por rangos y de {weighted} ponderando las mesas por sus electores; el porcentaje cambia {slope} por cada punto de participación{within_words}."
      ),
      caution: test.caution, method: method(test),
      numbers: [
        .init("pearson", .number, Text(en: "Pearson's correlation", es: "correlación de Pearson")),
        .init(
          "spearman", .number, Text(en: "Spearman's correlation of ranks", es: "correlación de rangos de Spearman")),
        .init(
          "weighted", .number,
          Text(en: "Pearson's, weighted by registered voters", es: "la de Pearson, ponderada por electores registrados")
        ),
        .init(
          "slope", .number,
          Text(en: "points of share a point of turnout", es: "puntos de porcentaje por punto de participación")),
        .init(
          "slope_within", .number,
          Text(en: "the same within the finest areas", es: "lo mismo dentro de las áreas más finas")),
        stations,
      ], words: ["option", "within_words"])
  }

  private static func method(_ test: any ScreeningTest) -> Text {
    Text(
      en: "\(test.citation.en); adjusted after Benjamini & Yekutieli 2001, Annals of Statistics 29:1165",
      es: "\(test.citation.es); ajustado según Benjamini y Yekutieli 2001, Annals of Statistics 29:1165")
  }

  private static let statistic = CodedFindingKind.Number(
    "statistic", .number, Text(en: "what the test gives", es: "lo que da la prueba"))
  private static let stations = CodedFindingKind.Number(
    "stations", .number, Text(en: "stations that the test uses", es: "mesas que usa la prueba"))
}

// MARK: - All together

extension ScreenCode {
  fileprivate static func summary(_ code: ScreenCode) -> CodedFindingKind {
    let numbers: [CodedFindingKind.Number] = [
      .init("comparisons", .number, Text(en: "tests made, over all areas", es: "pruebas hechas, en todas las áreas")),
      .init("standing_out", .number, Text(en: "of these stand out", es: "de ellas destacan")),
      .init("rate", .percent, Text(en: "false discovery rate", es: "tasa de falsos hallazgos")),
      .init("stations", .sheets, Text(en: "sheets looked at", es: "actas examinadas")),
      .init("left_out", .sheets, Text(en: "sheets left out", es: "actas no examinadas")),
      .init("areas", .number, Text(en: "areas looked at", es: "áreas examinadas")),
      .init("small_areas", .number, Text(en: "areas too small to look at", es: "áreas demasiado pequeñas")),
    ]
    switch code {
    case .control:
      return CodedFindingKind(
        .info, tier: .screening, placement: .annex,
        Text(
          en:
            "The control, {control}, was put through the same tests: {standing_out.number} of its {comparisons.number} comparisons stand out, against {here.number} of {here_comparisons.number} here.",
          es:
            "El control, {control}, pasó por las mismas pruebas: destacan {standing_out.number} de sus {comparisons.number} comparaciones, frente a {here.number} de {here_comparisons.number} aquí."
        ),
        caution: Text(
          en:
            "A control shows what the tests do where nothing is alleged. It differs in turnout, size and voters too, so that more or fewer comparisons that stand out prove nothing by themselves.",
          es:
            "Un control muestra qué hacen las pruebas donde nada se alega. También difiere en participación, tamaño y electorado, de modo que más o menos comparaciones que destacan no prueban nada por sí solas."
        ),
        method: adjusted,
        numbers: numbers + [
          .init("here", .number, Text(en: "comparisons that stand out here", es: "comparaciones que destacan aquí")),
          .init("here_comparisons", .number, Text(en: "comparisons made here", es: "comparaciones hechas aquí")),
        ], words: ["control"])
    case .comparisonsStandOut:
      return CodedFindingKind(
        .notice, tier: .screening, placement: .annex,
        Text(
          en:
            "Screening of {stations} for {option}: at a false discovery rate of {rate}, {standing_out.number} of {comparisons.number} comparisons {ask}{left_out_words}.",
          es:
            "Cribado de {stations} para {option}: con una tasa de falsos hallazgos del {rate}, {standing_out.number} de {comparisons.number} comparaciones {ask}{left_out_words}."
        ),
        caution: caution, method: adjusted, numbers: numbers, words: ["option", "ask", "left_out_words"])
    default:
      return CodedFindingKind(
        .info, tier: .screening, placement: .annex,
        Text(
          en:
            "Screening of {stations} for {option}: none of {comparisons.number} comparisons is unusual at a false discovery rate of {rate}{left_out_words}.",
          es:
            "Cribado de {stations} para {option}: ninguna de {comparisons.number} comparaciones es inusual con una tasa de falsos hallazgos del {rate}{left_out_words}."
        ),
        caution: caution, method: adjusted, numbers: numbers, words: ["option", "left_out_words"])
    }
  }

  private static let caution = Text(
    en:
      "Screening says where documents are worth a look, never what happened. Each test has innocent reasons to stand out, with very many stations the least of them does, and numbers made up with care pass them all. Of 3,000 simulated elections without any fault something stood out in every one. Nothing of this belongs in a headline.",
    es:
      "El cribado dice dónde vale la pena mirar documentos, nunca qué ocurrió. Cada prueba tiene motivos inocentes para destacar, con muchísimas mesas basta el menor de ellos, y unos números inventados con cuidado las pasan todas. De 3000 elecciones simuladas sin falla alguna, algo destacó en todas. Nada de esto debe ir en un titular."
  )

  private static let adjusted = Text(
    en: "p values of all tests and areas adjusted together: Benjamini & Yekutieli 2001, Annals of Statistics 29:1165",
    es:
      "valores p de todas las pruebas y áreas ajustados a la vez: Benjamini y Yekutieli 2001, Annals of Statistics 29:1165"
  )
}
