import ModuleKit
import Statistics

/// What the rounds up to one say of an assertion.
struct MeasuredRound {
  /// What more ballots would do where the limit is not reached.
  struct Outlook {
    /// The p-value after one more ballot that agrees.
    let next: Double
    /// How many that agree, in a row, reach the limit.
    let more: Int
    /// The ballots of a next round that reaches it with the probability asked for if the declared votes are right: the first
    /// such size, and the size from which on all are; nil where that is more ballots than there are, or where votes have weights.
    let round: (first: Int, always: Int)?
  }

  let assertion: Assertion
  let round: Audit.Round
  /// The ballots of all rounds so far.
  let drawn: Int
  /// The p-value after the round.
  let pValue: Double
  /// Whether it is at most the risk limit.
  let reaches: Bool
  let outlook: Outlook

  /// How an audit is measured.
  struct Measuring {
    let method: Measure.Method
    let risk: Double
    /// The probability that a next round is to have.
    let probability: Double
    /// All ballots in the draw.
    let all: Int
  }

  /// The rounds of `audit`, measured for `assertion`, whose margin is above zero.
  static func all(
    of assertion: Assertion, in audit: Audit, _ measuring: Measuring
  ) throws(StatisticsError) -> [MeasuredRound] {
    var (rounds, drawn) = ([Audit.Round](), 0)
    var out: [MeasuredRound] = []
    for round in audit.rounds(of: assertion.statement) {
      rounds.append(round)
      drawn += round.ballots
      let p = try measuring.pValue(of: assertion, rounds)
      out.append(
        MeasuredRound(
          assertion: assertion, round: round, drawn: drawn, pValue: p, reaches: p <= measuring.risk,
          outlook: try measuring.outlook(of: assertion, rounds, isMet: p <= measuring.risk)))
    }
    return out
  }
}

/// The method by which an assertion is measured: the one that was chosen, or BRAVO with weights where votes have them.
enum AppliedMethod: String, CellWord {
  case providence, bravo, comparison
  case weightedBravo = "bravo_with_weights"

  var text: Text {
    switch self {
    case .providence: Measure.Method.providence.text
    case .bravo: Measure.Method.bravo.text
    case .comparison: Measure.Method.comparison.text
    case .weightedBravo: Text(en: "BRAVO with weights", es: "BRAVO con pesos")
    }
  }
}

extension MeasuredRound.Measuring {
  /// By what `assertion` is measured.
  func applied(to assertion: Assertion) -> AppliedMethod {
    switch method {
    case .comparison: .comparison
    case .providence: assertion.statement.isWeighted ? .weightedBravo : .providence
    case .bravo: assertion.statement.isWeighted ? .weightedBravo : .bravo
    }
  }

  /// The p-value of `assertion` after `rounds`.
  func pValue(of assertion: Assertion, _ rounds: [Audit.Round]) throws(StatisticsError) -> Double {
    if let weighted = try weighted(assertion) { return weighted.pValue(rounds.worths) }
    switch method {
    case .comparison: return try comparison(assertion).pValue(rounds.ballots, rounds.errors)
    case .bravo:
      let (winner, loser) = rounds.votes
      return try Bravo(share: assertion.share, risk: risk).pValue(winner: winner, loser: loser)
    case .providence:
      return try Providence(share: assertion.share, risk: risk).pValue(rounds.map { ($0.votesFor, $0.votesAgainst) })
    }
  }

  /// What more ballots would do after `rounds`.
  fileprivate func outlook(
    of assertion: Assertion, _ rounds: [Audit.Round], isMet: Bool
  ) throws(StatisticsError) -> MeasuredRound.Outlook {
    if let weighted = try weighted(assertion) {
      let next = rounds.worths.merging([assertion.statement.most: 1], uniquingKeysWith: +)
      return MeasuredRound.Outlook(
        next: weighted.pValue(next), more: weighted.votesToStop(after: rounds.worths), round: nil)
    }
    switch method {
    case .comparison:
      let audit = try comparison(assertion)
      let more = max(0, audit.sampleSize(risk: risk, rounds.errors) - rounds.ballots)
      return MeasuredRound.Outlook(
        next: audit.pValue(rounds.ballots + 1, rounds.errors), more: more, round: more <= all ? (more, more) : nil)
    case .bravo, .providence:
      let bravo = try Bravo(share: assertion.share, risk: risk)
      let (winner, loser) = rounds.votes
      return MeasuredRound.Outlook(
        next: bravo.pValue(winner: winner + 1, loser: loser),
        more: bravo.votesToStop(winner: winner, loser: loser),
        round: isMet ? nil : try nextRound(of: assertion, bravo, winner, loser))
    }
  }

  /// The test of ballots that are counted where votes have weights; nil by the other methods, and where they have none.
  private func weighted(_ assertion: Assertion) throws(StatisticsError) -> WeightedBravo? {
    guard applied(to: assertion) == .weightedBravo else { return nil }
    return try WeightedBravo(votes: assertion.worths, risk: risk)
  }

  private func comparison(_ assertion: Assertion) throws(StatisticsError) -> SuperSimple {
    guard risk > 0, risk < 1 else { throw .race(share: assertion.share, risk: risk) }
    return try SuperSimple(votes: assertion.margin, of: all, span: assertion.statement.span)
  }

  /// The ballots of a next round after so many votes for and against the assertion; nil where they are out of reach.
  private func nextRound(
    of assertion: Assertion, _ bravo: Bravo, _ winner: Int, _ loser: Int
  ) throws(StatisticsError) -> (first: Int, always: Int)? {
    // On average more ballots than there are, or than anybody looks at: no size of a round is of use.
    let expected = bravo.averageSampleNumber(winner: winner, loser: loser)
    guard expected <= Workload.mostVotes, assertion.ballots(holding: Int(expected.rounded(.up)), among: all) != nil
    else { return nil }
    let size =
      method == .bravo
      ? bravo.nextRound(winner: winner, loser: loser, stopping: probability)
      : try Providence(share: assertion.share, risk: risk)
        .nextRound(winner: winner, loser: loser, stopping: probability)
    guard let first = assertion.ballots(holding: size.first, among: all),
      let always = assertion.ballots(holding: size.stable, among: all)
    else { return nil }
    return (first, always)
  }
}

extension [Audit.Round] {
  /// The ballots of all rounds.
  fileprivate var ballots: Int { reduce(0) { $0 + $1.ballots } }
  /// Votes for the assertion and against it in all rounds.
  fileprivate var votes: (winner: Int, loser: Int) { reduce((0, 0)) { ($0.0 + $1.votesFor, $0.1 + $1.votesAgainst) } }
  /// What the ballots of all rounds are worth.
  fileprivate var worths: [Int: Int] { reduce(into: [:]) { $0.merge($1.worths, uniquingKeysWith: +) } }
  /// The errors of all rounds.
  fileprivate var errors: SuperSimple.Errors {
    reduce(into: SuperSimple.Errors()) { sum, round in
      for (error, ballots) in round.errors.all { sum[error] += ballots }
    }
  }
}
