import ModuleKit

extension Plan {
  /// What it takes to check one assertion.
  struct PollingWorkload: FindingShape {
    let source, assertion: Text
    let margin, ballots: Int
    let risk, probability: Quantity
    let round, first, single, comparison: Int

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "According to \(\.source), \(\.assertion), by \(\.margin) on \(\.ballots, .number) ballots. To check that with a risk limit of \(\.risk), the mission computes that it takes, with a probability of \(\.probability) or more if it is right: \(\.round, .number) ballots in a first round (Minerva), \(\.single, .number) one by one (BRAVO), or \(\.comparison, .number) that are each compared with a record of their own and do not differ.",
        es:
          "Según \(\.source), \(\.assertion), por \(\.margin) en \(\.ballots, .number) papeletas. Para comprobarlo con un límite de riesgo del \(\.risk), la misión calcula que hacen falta, con una probabilidad del \(\.probability) o más si es correcto: \(\.round, .number) papeletas en una primera ronda (Minerva), \(\.single, .number) una por una (BRAVO) o \(\.comparison, .number) que se comparen cada una con su propio registro y no difieran."
      ),
      caution: planned, method: methods,
      numbers: [
        .init("margin", \.margin, .votes, Summary.margin), .init("ballots", \.ballots, .number, Summary.ballots),
        .init("risk", \.risk, .percent, Summary.risk),
        .init(
          "probability", \.probability, .percent,
          Text(en: "probability that so many are enough", es: "probabilidad de que basten")),
        .init(
          "round", \.round, .number,
          Text(
            en: "ballots of a first round, from which size on it is always enough",
            es: "papeletas de una primera ronda, tamaño desde el cual siempre basta")),
        .init(
          "first", \.first, .number,
          Text(
            en: "ballots of the smallest first round that is enough",
            es: "papeletas de la menor primera ronda que basta")),
        .init("single", \.single, .number, Text(en: "ballots one by one", es: "papeletas una por una")),
        .init("comparison", \.comparison, .number, Summary.comparison),
      ],
      words: [.init("source", \.source), .init("assertion", \.assertion)],
      examples: [
        FindingExample("A lead of 10 points.", ["bulletins": declared("5500,4500")], finds: "oak_over_elm"),
        FindingExample("A lead of 2 of 10,000 votes.", ["bulletins": declared("5001,4999")]),
      ])
  }

  /// What it takes to check an assertion in which votes have weights.
  struct WeightedWorkload: FindingShape {
    let source, assertion: Text
    let margin, ballots: Int
    let risk: Quantity
    let average: Int
    /// Ballots one by one that are enough with ``probability``; nil where their law is not followed.
    let single: Int?
    let probability: Quantity
    let comparison: Int

    /// How many ballots it takes one by one.
    fileprivate var polling: Text {
      Text { language in
        let average = Quantity(average, .number).number(language)
        guard let single = single.map({ Quantity($0, .number).number(language) }) else {
          return switch language {
          case .english: "\(average) ballots on average"
          case .spanish: "\(average) papeletas en promedio"
          }
        }
        let chance = probability.text(language)
        return switch language {
        case .english: "\(single) ballots with a probability of \(chance) or more, \(average) on average"
        case .spanish: "\(single) papeletas con una probabilidad del \(chance) o más, \(average) en promedio"
        }
      }
    }

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "According to \(\.source), \(\.assertion), by \(\.margin) on \(\.ballots, .number) ballots. To check that with a risk limit of \(\.risk), the mission computes that it takes, if it is right: \(\.polling), one by one (BRAVO with weights), or \(\.comparison, .number) that are each compared with a record of their own and do not differ.",
        es:
          "Según \(\.source), \(\.assertion), por \(\.margin) en \(\.ballots, .number) papeletas. Para comprobarlo con un límite de riesgo del \(\.risk), la misión calcula que hacen falta, si es correcto: \(\.polling), una por una (BRAVO con pesos), o \(\.comparison, .number) que se comparen cada una con su propio registro y no difieran."
      ),
      caution: Text(
        en: "An average is not enough about half of the time. \(planned.en)",
        es: "Un promedio no basta aproximadamente la mitad de las veces. \(planned.es)"), method: weighted,
      numbers: [
        .init("margin", \.margin, .votes, Summary.margin), .init("ballots", \.ballots, .number, Summary.ballots),
        .init("risk", \.risk, .percent, Summary.risk),
        .init(
          "average", \.average, .number,
          Text(en: "ballots one by one, on average", es: "papeletas una por una, en promedio")),
        .init("single", \.single, .number, Text(en: "ballots one by one", es: "papeletas una por una")),
        .init(
          "probability", \.probability, .percent,
          Text(en: "probability that so many are enough", es: "probabilidad de que basten")),
        .init("comparison", \.comparison, .number, Summary.comparison),
      ],
      words: [.init("source", \.source), .init("assertion", \.assertion), .init("polling", \.polling)],
      examples: [
        FindingExample(
          "49 % of the votes and 24 points ahead, where the law asks for 40 % and 10 points.",
          ["bulletins": declared("4900,2500", valid: "10000")], by: .threshold(share: 40, lead: 10, outright: 50),
          finds: "oak_above_40_percent", "oak_over_elm_above_10_points"),
        FindingExample(
          "More than half of the votes, which weighs none.", ["bulletins": declared("6500,3500")],
          by: .threshold(share: 40, lead: 10, outright: 50)),
      ])
  }

  /// More ballots would have to be drawn than there are.
  struct AllBallots: FindingShape {
    let source, assertion: Text
    let margin, ballots: Int
    let risk: Quantity
    let comparison: Int?

    static let kind = FindingKind<Self>(
      .notice, tier: .explanation,
      Sentence(
        en:
          "According to \(\.source), \(\.assertion), by \(\.margin) on \(\.ballots, .number) ballots. To check that with a risk limit of \(\.risk) by ballots that are drawn and not compared with records, the mission computes that it would take about as many as there are, or millions.",
        es:
          "Según \(\.source), \(\.assertion), por \(\.margin) en \(\.ballots, .number) papeletas. Para comprobarlo con un límite de riesgo del \(\.risk) mediante papeletas sorteadas y no comparadas con registros, la misión calcula que harían falta casi todas, o millones."
      ),
      caution: planned, method: methods,
      numbers: [
        .init("margin", \.margin, .votes, Summary.margin), .init("ballots", \.ballots, .number, Summary.ballots),
        .init("risk", \.risk, .percent, Summary.risk), .init("comparison", \.comparison, .number, Summary.comparison),
      ],
      words: [.init("source", \.source), .init("assertion", \.assertion)],
      examples: [
        FindingExample("A lead of 2 of 10,000 votes.", ["bulletins": declared("5001,4999")], finds: "oak_over_elm"),
        FindingExample("A lead of 10 points.", ["bulletins": declared("5500,4500")]),
      ])
  }

  /// What it takes to check the outcome by counting whole batches.
  struct BatchWorkload: FindingShape {
    let source: Text
    let risk: Quantity
    let draws: Int
    let different, held: Double
    let batches: Int

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "To check the outcome declared by \(\.source) with a risk limit of \(\.risk) by counting whole batches, drawn by the bounds on their errors and put back, the mission computes that it takes \(\.draws, .number) draws if no batch errs (MACRO): on average \(\.different, .number) different batches of \(\.batches, .number), with \(\.held, .number) ballots.",
        es:
          "Para comprobar el resultado declarado por \(\.source) con un límite de riesgo del \(\.risk) contando lotes enteros, sorteados con reposición según las cotas de sus errores, la misión calcula que hacen falta \(\.draws, .number) sorteos si ningún lote yerra (MACRO): en promedio \(\.different, .number) lotes distintos de \(\.batches, .number), con \(\.held, .number) papeletas."
      ),
      caution: Text(
        en:
          "A plan says nothing about the count. It holds for batches whose totals are fixed before the draw and which hold no more ballots than is given; discrepancies ask for more.",
        es:
          "Un plan no dice nada sobre el conteo. Vale para lotes cuyos totales quedan fijos antes del sorteo y que no contienen más papeletas de las indicadas; las discrepancias exigen más."
      ), method: BatchRisk.method,
      numbers: [
        .init("draws", \.draws, .number, Text(en: "draws, with replacement", es: "sorteos, con reposición")),
        .init(
          "different", \.different, .number,
          Text(en: "different batches, on average", es: "lotes distintos, en promedio")),
        .init(
          "held", \.held, .number, Text(en: "ballots in them, on average", es: "papeletas en ellos, en promedio")),
        .init("batches", \.batches, .number, Text(en: "all batches", es: "todos los lotes")),
        .init("risk", \.risk, .percent, Summary.risk),
      ], words: [.init("source", \.source)],
      examples: [
        FindingExample("A batch of 60 to 40.", batched("60,40"), finds: "d"),
        FindingExample("A tie.", batched("50,50")),
      ])

    private static func batched(_ votes: String) -> KeyValuePairs<String, FindingExample.Dataset> {
      [
        "bulletins": declared(votes),
        "batches": .init("container,batch,ballots,votes_oak,votes_elm\nNorth,a,100,\(votes)"),
      ]
    }
  }

  private static let planned = Text(
    en:
      "A plan says nothing about the count. It holds for ballots drawn at random, with replacement, from a complete manifest, and for the declared shares; discrepancies ask for more.",
    es:
      "Un plan no dice nada sobre el conteo. Vale para papeletas sorteadas, con reposición, de un inventario completo, y para los porcentajes declarados; las discrepancias exigen más."
  )
  private static let methods = Text(
    en:
      "BRAVO (Lindeman, Stark & Yates 2012), Minerva (Zagórski et al. 2021, arXiv:2008.02315) by the exact laws of their walks; super-simple comparison with γ = 1.03905 (Stark 2010)",
    es:
      "BRAVO (Lindeman, Stark y Yates 2012), Minerva (Zagórski et al. 2021, arXiv:2008.02315) por las leyes exactas de sus paseos; comparación súper simple con γ = 1.03905 (Stark 2010)"
  )

  private static let weighted = Text(
    en:
      "BRAVO with weights by bets (Waudby-Smith & Ramdas 2024), by the exact law of its walk, its average by Wald's equation; super-simple comparison with γ = 1.03905 (Stark 2010)",
    es:
      "BRAVO con pesos mediante apuestas (Waudby-Smith y Ramdas 2024), por la ley exacta de su paseo, su promedio por la ecuación de Wald; comparación súper simple con γ = 1.03905 (Stark 2010)"
  )

  private enum Summary {
    static let margin = Assertion.votesMeaning
    static let ballots = Text(en: "all ballots", es: "todas las papeletas")
    static let risk = Text(en: "risk limit", es: "límite de riesgo")
    static let comparison = Text(
      en: "ballots compared with their records, none of which differs",
      es: "papeletas comparadas con sus registros, sin que ninguna difiera")
  }

  private static func declared(_ votes: String, valid: String = "") -> FindingExample.Dataset {
    .init(
      "id,stage,votes_oak,votes_elm,valid_votes,source,source_en,source_es\nd,declared,\(votes),\(valid),court,the court,el tribunal"
    )
  }
}
