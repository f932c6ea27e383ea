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
    let average, comparison: Int

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "According to \(\.source), \(\.assertion), by \(\.margin) on \(\.ballots, .number) ballots. To check that with a risk limit of \(\.risk), the mission computes that it takes, if it is right: \(\.average, .number) ballots on average, one by one (BRAVO with weights), or \(\.comparison, .number) that are each compared with a record of their own and do not differ.",
        es:
          "Según \(\.source), \(\.assertion), por \(\.margin) en \(\.ballots, .number) papeletas. Para comprobarlo con un límite de riesgo del \(\.risk), la misión calcula que hacen falta, si es correcto: \(\.average, .number) papeletas en promedio, una por una (BRAVO con pesos), o \(\.comparison, .number) que se comparen cada una con su propio registro y no difieran."
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
        .init("comparison", \.comparison, .number, Summary.comparison),
      ],
      words: [.init("source", \.source), .init("assertion", \.assertion)],
      examples: [
        FindingExample(
          "45 % of the votes and 15 points ahead, where the law asks for 40 % and 10 points.",
          ["bulletins": declared("4500,3000", valid: "10000")], by: .threshold(share: 40, lead: 10, outright: 50),
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
      "BRAVO with weights by bets (Waudby-Smith & Ramdas 2024), its average by Wald's equation; super-simple comparison with γ = 1.03905 (Stark 2010)",
    es:
      "BRAVO con pesos mediante apuestas (Waudby-Smith y Ramdas 2024), su promedio por la ecuación de Wald; comparación súper simple con γ = 1.03905 (Stark 2010)"
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
