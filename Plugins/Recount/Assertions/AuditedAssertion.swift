import ModuleKit

extension Assertion {
  /// Votes for it, and votes against it, each as much as it is worth; all others count for neither.
  var votesFor: Int { worths.reduce(0) { $0 + max(0, $1.key * $1.value) } }
  var votesAgainst: Int { worths.reduce(0) { $0 - min(0, $1.key * $1.value) } }

  /// The share of the votes that count for either; where all are for it, half a vote is added on either side, so that a single
  /// other one does not end an audit. Whatever share above one half is taken, the risk limit holds.
  var share: Double {
    let both = Double(votesFor + votesAgainst)
    return votesAgainst == 0 ? (both + 0.5) / (both + 1) : Double(votesFor) / both
  }

  /// Ballots of `all` that hold `votes` votes that count on average; nil where there are not so many.
  func ballots(holding votes: Int, among all: Int) -> Int? {
    let counted = worths.reduce(0) { $0 + $1.value }
    let needed = (Double(votes) * Double(all) / Double(counted)).rounded(.up)
    return needed <= Double(all) ? Int(needed) : nil
  }
}
