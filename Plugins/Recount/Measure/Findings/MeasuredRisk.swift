import ModuleKit

/// What was measured of an assertion, at the first round that met the risk limit, else at the last.
struct MeasuredRisk: Sendable {
  let source: Text
  let measured: MeasuredRound
  let risk: Quantity
  let measuring: MeasuredRound.Measuring

  var assertion: Text { measured.assertion.words }
  var margin: Int { measured.assertion.votes }
  var ballots: Int { measured.drawn }
  var round: Text { Text(measured.round.name) }
  /// Whether votes have weights, and ballots are counted.
  private var isWeightedPolling: Bool { measuring.applied(to: measured.assertion) == .weightedBravo }
  var method: Text { measuring.applied(to: measured.assertion).text }
  var pValue: Double { measured.pValue }
  var pWords: Text { Self.words(pValue) }
  var next: Double { measured.outlook.next }
  var nextWords: Text { Self.words(next) }
  var more: Int { measured.outlook.more }
  var enough: Int? { measured.reaches ? nil : measured.outlook.round?.first }
  var always: Int? { measured.reaches ? nil : measured.outlook.round?.always }

  /// What a next round would do.
  var outlook: Text {
    if isWeightedPolling {
      return Text(
        en: "How large a next round has to be is not computed for votes that have weights.",
        es: "No se calcula qué tamaño debe tener una próxima ronda cuando los votos tienen pesos.")
    }
    guard let enough, let always else {
      return Text(
        en: "A next round that is likely to meet it would take about as many ballots as there are, or millions.",
        es: "Una próxima ronda que probablemente lo alcance exigiría casi todas las papeletas, o millones.")
    }
    if measuring.method == .comparison {
      return Text(
        en: "So would a next round of that many in which nothing differs.",
        es: "Lo mismo haría una próxima ronda de ese tamaño en la que nada difiera.")
    }
    let probability = Quantity(100 * measuring.probability, .percent)
    return Text { language in
      let (first, size, chance) = (
        Quantity(enough, .number).number(language), Quantity(always, .number).number(language),
        probability.text(language)
      )
      return switch language {
      case .english:
        "If the declared votes are right, a next round of about \(size) ballots or more, which hold enough votes for the two sides on average, meets it with a probability of about \(chance); about \(first) is the smallest size that does."
      case .spanish:
        "Si los votos declarados son correctos, una próxima ronda de unas \(size) papeletas o más, que en promedio contienen suficientes votos de los dos lados, lo alcanza con una probabilidad de alrededor del \(chance); unas \(first) es el menor tamaño que lo hace."
      }
    }
  }

  /// A p-value as it is read: rounded up, so that it is never said to be smaller than it is.
  static func words(_ p: Double) -> Text {
    let up = min(1, (p * 10_000).rounded(.up) / 10_000)
    return Text { Quantity(up, .number).number($0) }
  }
}

extension MeasuredRisk {
  /// The limit was met.
  static let met = FindingKind<Self>(
    .info, tier: .explanation, code: "risk_limit_met",
    Sentence(
      en:
        "According to \(\.source), \(\.assertion), by \(\.margin). After \(\.ballots, .number) ballots drawn at random, up to round \(\.round), the mission computes by \(\.method) a p-value of at most \(\.pWords): the risk limit of \(\.risk) is met for this statement.",
      es:
        "Según \(\.source), \(\.assertion), por \(\.margin). Tras \(\.ballots, .number) papeletas sorteadas, hasta la ronda \(\.round), la misión calcula mediante \(\.method) un valor p de \(\.pWords) como máximo: el límite de riesgo del \(\.risk) se alcanza para esta afirmación."
    ),
    caution: caution, method: references, numbers: numbers, words: words,
    examples: [
      FindingExample("130 of 200 drawn votes.", entered("200,130,70"), finds: "oak_over_elm"),
      FindingExample("105 of 200 drawn votes.", entered("200,105,95")),
    ])

  /// The limit is not met.
  static let open = FindingKind<Self>(
    .notice, tier: .explanation, code: "risk_limit_open",
    Sentence(
      en:
        "According to \(\.source), \(\.assertion), by \(\.margin). After \(\.ballots, .number) ballots drawn at random, up to round \(\.round), the mission computes by \(\.method) a p-value of at most \(\.pWords): the risk limit of \(\.risk) is not met for this statement. One more ballot that agrees with it would make that \(\.nextWords) at most; \(\.more, .number) in a row would meet the limit. \(\.outlook)",
      es:
        "Según \(\.source), \(\.assertion), por \(\.margin). Tras \(\.ballots, .number) papeletas sorteadas, hasta la ronda \(\.round), la misión calcula mediante \(\.method) un valor p de \(\.pWords) como máximo: el límite de riesgo del \(\.risk) no se alcanza para esta afirmación. Una papeleta más que concuerde con ella lo dejaría en \(\.nextWords) como máximo; \(\.more, .number) seguidas alcanzarían el límite. \(\.outlook)"
    ),
    caution: caution, method: references,
    numbers: numbers + [
      .init(
        "next", \.next, .number,
        Text(en: "p-value after one more ballot that agrees", es: "valor p tras una papeleta más que concuerde")),
      .init(
        "more", \.more, .number,
        Text(
          en: "ballots in a row that agree and would meet the limit",
          es: "papeletas seguidas que concuerden y alcanzarían el límite")),
      .init(
        "next_enough", \.enough, .number,
        Text(
          en: "ballots of the smallest next round that is enough", es: "papeletas de la menor próxima ronda que basta")
      ),
      .init(
        "next_always", \.always, .number,
        Text(
          en: "ballots of a next round, from which size on it is always enough",
          es: "papeletas de una próxima ronda, tamaño desde el cual siempre basta")),
    ],
    words: words + [.init("next_words", \.nextWords), .init("outlook", \.outlook)],
    examples: [
      FindingExample("105 of 200 drawn votes.", entered("200,105,95"), finds: "oak_over_elm"),
      FindingExample("130 of 200 drawn votes.", entered("200,130,70")),
    ])

  private static let numbers: [FindingKind<Self>.Number] = [
    .init("p_value", \.pValue, .number, Text(en: "p-value", es: "valor p")),
    .init("ballots", \.ballots, .number, Text(en: "ballots drawn", es: "papeletas sorteadas")),
    .init("margin", \.margin, .votes, Assertion.votesMeaning),
    .init("risk", \.risk, .percent, Text(en: "risk limit", es: "límite de riesgo")),
  ]
  private static let words: [FindingKind<Self>.Word] = [
    .init("source", \.source), .init("assertion", \.assertion), .init("round", \.round), .init("method", \.method),
    .init("p", \.pWords),
  ]
  private static let caution = Text(
    en:
      "A limit that is met does not show that the statement is true: if it were not, a draw would meet the limit with at most that probability. One that is not met does not show that it is false. Both hold if the ballots were drawn at random, with replacement, from a complete manifest, by the method chosen before, and read as they are; where they are compared, also if the records were fixed before the draw and add up to the declared votes. Nothing is said of who could vote.",
    es:
      "Que se alcance el límite no muestra que la afirmación sea cierta: si no lo fuera, un sorteo lo alcanzaría como máximo con esa probabilidad. Que no se alcance no muestra que sea falsa. Ambas cosas valen si las papeletas se sortearon al azar, con reposición, de un inventario completo, con el método elegido antes, y se leyeron tal como son; donde se comparan, también si los registros quedaron fijos antes del sorteo y suman los votos declarados. No se dice nada de quién pudo votar."
  )
  static let references = Text(
    en:
      "Providence (Broadrick et al. 2022, arXiv:2210.08717), BRAVO (Lindeman, Stark & Yates 2012), with weights by bets (Waudby-Smith & Ramdas 2024); super-simple comparison with γ = 1.03905 (Stark 2010), ballots that are not there by Bañuelos & Stark (2012, arXiv:1207.3413)",
    es:
      "Providence (Broadrick et al. 2022, arXiv:2210.08717), BRAVO (Lindeman, Stark y Yates 2012), con pesos mediante apuestas (Waudby-Smith y Ramdas 2024); comparación súper simple con γ = 1.03905 (Stark 2010), papeletas que faltan según Bañuelos y Stark (2012, arXiv:1207.3413)"
  )

  /// A declared lead of 6,000 to 4,000, and one round: its ballots and the votes found for oak and elm.
  static func entered(_ round: String, declared: String = "6000,4000") -> KeyValuePairs<String, FindingExample.Dataset>
  {
    [
      "bulletins": .init("id,stage,votes_oak,votes_elm,source\nd,declared,\(declared),court"),
      "tallies": .init("round,ballots,votes_oak,votes_elm\n1,\(round)"),
    ]
  }
}
