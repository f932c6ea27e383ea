import ModuleKit

/// A statement about two numbers of votes that must be true for a reported outcome to be right, if the others are.
///
/// An outcome by a rule is right where all its assertions are; each can be audited as a race between two. (Stark 2020,
/// SHANGRLA, Financial Cryptography: assertions and assorters.)
struct Assertion: Equatable {
  /// What it compares.
  enum Statement: Equatable {
    /// The first option has more votes than the second.
    case more(Int, than: Int)
    /// The option has more than half of the valid votes, or less.
    case aboveHalf(Int), belowHalf(Int)

    /// Votes for it, and votes against it, where `valid` votes are `votes` by option and perhaps others.
    func sides(of votes: [Int], valid: Int) -> (winner: Int, loser: Int) {
      switch self {
      case .more(let one, let other): (votes[one], votes[other])
      case .aboveHalf(let option): (votes[option], valid - votes[option])
      case .belowHalf(let option): (valid - votes[option], votes[option])
      }
    }

    /// What a ballot is worth to it: 1 for it, −1 against it, 0 for neither.
    func worth(_ mark: BallotMark) -> Int {
      switch (self, mark) {
      case (_, .noVote): 0
      case (_, .absent): -1
      case (.more(let one, let other), .option(let option)): option == one ? 1 : option == other ? -1 : 0
      case (.more, .otherVote): 0
      case (.aboveHalf(let one), .option(let option)): option == one ? 1 : -1
      case (.aboveHalf, .otherVote): -1
      case (.belowHalf(let one), .option(let option)): option == one ? -1 : 1
      case (.belowHalf, .otherVote): 1
      }
    }
  }

  /// What it compares.
  let statement: Statement
  /// What tells it apart among those of a contest.
  let id: String
  /// What it says.
  let words: Text
  /// Votes for it, and votes against it; all others count for neither.
  let votesFor, votesAgainst: Int

  /// The votes by which it is true.
  var margin: Int { votesFor - votesAgainst }

  /// The share of the votes that count for either; where all are for it, half a vote is added on either side, so that a single
  /// other one does not end an audit. Whatever share above one half is taken, the risk limit holds.
  var share: Double {
    let both = Double(votesFor + votesAgainst)
    return votesAgainst == 0 ? (both + 0.5) / (both + 1) : Double(votesFor) / both
  }

  /// Ballots of `all` that hold `votes` votes for either side on average; nil where there are not so many.
  func ballots(holding votes: Int, among all: Int) -> Int? {
    let needed = (Double(votes) * Double(all) / Double(votesFor + votesAgainst)).rounded(.up)
    return needed <= Double(all) ? Int(needed) : nil
  }

  private init(_ statement: Statement, id: String, words: Text, votes: [Int], valid: Int) {
    (self.statement, self.id, self.words) = (statement, id, words)
    (votesFor, votesAgainst) = statement.sides(of: votes, valid: valid)
  }

  /// The assertions of the outcome that `votes` by option make under the rule of `contest`: each is true, or a tie.
  ///
  /// By `plurality` the option ahead has more votes than each other. By `majority` it has more than half of the `valid`
  /// votes; where none has, the option ahead has not, and each of the two that go on has more votes than each other option.
  static func all(of contest: Contest, votes: [Int], valid: Int) -> [Assertion] {
    let order = votes.indices.sorted { (-votes[$0], $0) < (-votes[$1], $1) }
    guard let first = order.first else { return [] }
    func more(_ one: Int, than others: some Sequence<Int>) -> [Assertion] {
      others.map { other in
        let (a, b) = (contest.options[one], contest.options[other])
        return Assertion(
          .more(one, than: other), id: "\(a.id)_over_\(b.id)",
          words: Text(
            en: "\(a.name.en) has more votes than \(b.name.en)", es: "\(a.name.es) tiene más votos que \(b.name.es)"),
          votes: votes, valid: valid)
      }
    }
    switch contest.rule {
    case .plurality: return more(first, than: order.dropFirst())
    case .majority:
      let (name, rest) = (contest.options[first].name, valid - votes[first])
      if votes[first] > rest {
        return [
          Assertion(
            .aboveHalf(first), id: "\(contest.options[first].id)_above_half",
            words: Text(
              en: "\(name.en) has more than half of the valid votes",
              es: "\(name.es) tiene más de la mitad de los votos válidos"), votes: votes, valid: valid)
        ]
      }
      return [
        Assertion(
          .belowHalf(first), id: "\(contest.options[first].id)_below_half",
          words: Text(
            en: "\(name.en) has less than half of the valid votes",
            es: "\(name.es) tiene menos de la mitad de los votos válidos"), votes: votes, valid: valid)
      ] + order.prefix(2).flatMap { more($0, than: order.dropFirst(2)) }
    }
  }
}
