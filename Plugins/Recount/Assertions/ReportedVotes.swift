import ModuleKit

/// The declared votes of a contest, complete enough to be audited.
struct ReportedVotes {
  let bulletin: Bulletin
  /// Votes by option, in ballot order; the valid votes; the ballots in the draw.
  let votes: [Int]
  let valid, ballots: Int
  /// All votes cast: valid, blank and null ones.
  let cast: Int

  /// The last declared result; `ballots` where it is not nil, else its valid, blank and null votes. nil where none is
  /// declared.
  /// - Throws: `DiagnosticsError` where it lacks the votes of an option, or blank and null ones where the rule asks for them, or
  ///   has more votes than ballots.
  init?(_ bulletins: Bulletins, ballots: Int?) throws(DiagnosticsError) {
    guard let bulletin = bulletins.all.last(where: { $0.stage == .declared }) else { return nil }
    self.bulletin = bulletin
    let key = bulletin.provenance.key
    votes = bulletin.votes.compactMap(\.self)
    guard votes.count == bulletin.votes.count else { throw DiagnosticsError(RecountMessage.votesMissing(row: key)) }
    if bulletins.contest.rule == .majority(of: .allVotes), bulletin.blankVotes == nil || bulletin.nullVotes == nil {
      throw DiagnosticsError(RecountMessage.otherVotesMissing(row: key))
    }
    var (sum, fits) = (0, true)
    for count in votes {
      let (next, isTooLarge) = sum.addingReportingOverflow(count)
      (sum, fits) = (next, fits && !isTooLarge)
    }
    let most = 2_000_000_000
    valid = bulletin.validVotes ?? sum
    let others = [bulletin.blankVotes ?? 0, bulletin.nullVotes ?? 0]
    guard fits, sum <= valid, valid <= most, others.allSatisfy({ $0 <= most }) else {
      throw DiagnosticsError(RecountMessage.moreVotes(row: key))
    }
    cast = valid + others[0] + others[1]
    self.ballots = ballots ?? cast
    guard cast <= self.ballots else { throw DiagnosticsError(RecountMessage.moreVotes(row: key)) }
  }

  /// The row's key.
  var key: String { bulletin.provenance.key }
  /// Who declares it.
  var source: Text { bulletin.provenance.sourceName }

  /// The assertions of the outcome; none where there is no second option, or no valid vote.
  func assertions(of contest: Contest) -> [Assertion] {
    valid == 0 ? [] : Assertion.all(of: contest, Tally(votes: votes, valid: valid, cast: cast))
  }
}

extension BatchTotals {
  /// - Throws: `DiagnosticsError` unless the batches add up to the declared votes.
  func mustAddUp(to result: ReportedVotes) throws(DiagnosticsError) {
    let tally = tally
    for (option, (sum, declared)) in zip(contest.options, zip(tally.votes, result.votes)) where sum != declared {
      throw DiagnosticsError(RecountMessage.batchesDiffer(option.id, sum: sum, declared: declared))
    }
    guard tally.valid == result.valid else {
      throw DiagnosticsError(RecountMessage.batchesDiffer("valid_votes", sum: tally.valid, declared: result.valid))
    }
    guard contest.rule != .majority(of: .allVotes) || tally.cast == result.cast else {
      throw DiagnosticsError(RecountMessage.batchesDiffer("cast", sum: tally.cast, declared: result.cast))
    }
  }
}
