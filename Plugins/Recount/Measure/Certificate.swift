import ModuleKit

/// What a result holds so that others can compute it again without Veedor: `Docs/check_recount.py` needs these tables alone.
enum Certificate {
  /// What was measured and how: one row.
  struct Terms {
    let contest: Contest
    let result: ReportedVotes
    let method: Measure.Method
    let risk: Proportion
    /// The draw that the entries were held against; nil where they were not.
    let draw: DrawnBallots?
  }

  /// A vote of a tallied round.
  struct RoundVotes {
    let round: RoundTallies.Round
    let option: Contest.Option
    let votes: Int
  }

  static let tables: [any AnyTableKind] = [terms, declared, manifest, ballots, tallies]

  /// Adds the tables.
  static func add(_ terms: Terms, _ audit: Audit, _ batches: [BallotManifest.Batch], to findings: inout Findings) throws
  {
    try findings.add(Self.terms, [terms])
    try findings.add(declared, Array(zip(terms.contest.options, terms.result.votes)))
    if terms.draw != nil { try findings.add(manifest, batches) }
    switch audit {
    case .ballots(let checks):
      try findings.add(ballots, checks.ballots.map { MarkedBallot(ballot: $0, words: checks.words($0)) })
    case .tallies(let it):
      try findings.add(
        tallies,
        it.rounds.flatMap { round in
          zip(it.contest.options, round.votes).map { RoundVotes(round: round, option: $0, votes: $1) }
        })
    }
  }

  private static let terms = TableKind<Terms>(
    "terms", Text(en: "What was measured", es: "Qué se midió"),
    columns: [
      .init("contest", Text(en: "Contest", es: "Contienda")) { $0.contest.id },
      .init("rule", Text(en: "Rule", es: "Regla")) { $0.contest.rule.words },
      .init("valid_votes", .votes, Text(en: "Valid votes", es: "Votos válidos")) { $0.result.valid },
      .init("votes_cast", .votes, Text(en: "Votes cast", es: "Votos emitidos")) { $0.result.cast },
      .init("all_ballots", Text(en: "All ballots", es: "Todas las papeletas")) { $0.result.ballots },
      .init("method", Text(en: "Method", es: "Método")) { $0.method },
      .init("risk", Text(en: "Risk limit", es: "Límite de riesgo")) { $0.risk.text },
      .init("seed", Text(en: "Seed", es: "Semilla")) { $0.draw?.seed },
      .init("sampler", Text(en: "Sampler", es: "Método de sorteo")) { $0.draw?.sampler.rawValue },
    ])

  private static let declared = TableKind<(Contest.Option, Int)>(
    "declared", Text(en: "Declared votes", es: "Votos declarados"),
    columns: [
      .init("option", Text(en: "Option", es: "Opción")) { $0.0 },
      .init("votes", .votes, Text(en: "Votes", es: "Votos")) { $0.1 },
    ])

  private static let manifest = TableKind<BallotManifest.Batch>(
    "manifest", Text(en: "What was drawn from", es: "De qué se sorteó"),
    columns: [
      .init("container", Text(en: "Container", es: "Contenedor")) { $0.container },
      .init("batch", Text(en: "Batch", es: "Lote")) { $0.batch },
      .init("ballots", Text(en: "Ballots", es: "Papeletas")) { $0.ballots },
    ])

  private static let ballots = MarkedBallot.table(
    "ballots", Text(en: "Ballots in the order of the draw", es: "Papeletas en el orden del sorteo"))

  private static let tallies = TableKind<RoundVotes>(
    "tallies", Text(en: "Tallies by round", es: "Recuentos por ronda"),
    columns: [
      .init("round", Text(en: "Round", es: "Ronda")) { $0.round.name },
      .init("ballots", Text(en: "Ballots", es: "Papeletas")) { $0.round.ballots },
      .init("not_found", Text(en: "Not found", es: "No encontradas")) { $0.round.notFound },
      .init("valid_votes", .votes, Text(en: "Valid votes", es: "Votos válidos")) { $0.round.valid },
      .init("option", Text(en: "Option", es: "Opción")) { $0.option },
      .init("votes", .votes, Text(en: "Votes", es: "Votos")) { $0.votes },
    ])
}

/// A drawn ballot and the words of files for what paper and record say.
struct MarkedBallot {
  let ballot: BallotChecks.Ballot
  let words: (paper: String, record: String?)

  /// A table of such ballots.
  static func table(_ name: String, _ title: Text) -> TableKind<MarkedBallot> {
    TableKind(
      name, title,
      columns: [
        .init("draw", Text(en: "Draw", es: "Sorteo")) { $0.ballot.draw },
        .init("container", Text(en: "Container", es: "Contenedor")) { $0.ballot.container },
        .init("batch", Text(en: "Batch", es: "Lote")) { $0.ballot.batch },
        .init("ballot", Text(en: "Ballot", es: "Papeleta")) { $0.ballot.number },
        .init("round", Text(en: "Round", es: "Ronda")) { $0.ballot.round },
        .init("paper", Text(en: "Paper", es: "Papel")) { $0.words.paper },
        .init("record", Text(en: "Record", es: "Registro")) { $0.words.record },
        .init("cause", Text(en: "Cause", es: "Causa")) { $0.ballot.cause },
      ])
  }
}

extension Contest.Rule {
  /// The rule in a cell: `two_round`, `seats 3`.
  fileprivate var words: String {
    switch self {
    case .plurality: "plurality"
    case .majority(let whole): "majority \(whole.rawValue)"
    case .twoRound: "two_round"
    case .threshold(let share, let lead, let outright): "threshold \(share) \(lead) \(outright)"
    case .seats(let count): "seats \(count)"
    }
  }
}
