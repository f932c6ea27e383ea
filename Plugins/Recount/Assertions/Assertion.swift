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
    /// The option has more than half of these votes, or less.
    case aboveHalf(Int, of: Contest.Rule.Whole)
    case belowHalf(Int, of: Contest.Rule.Whole)

    /// Votes for it, and votes against it.
    func sides(of tally: Tally) -> (winner: Int, loser: Int) {
      switch self {
      case .more(let one, let other): return (tally.votes[one], tally.votes[other])
      case .aboveHalf(let option, let whole):
        return (tally.votes[option], tally[whole] - tally.votes[option])
      case .belowHalf(let option, let whole):
        return (tally[whole] - tally.votes[option], tally.votes[option])
      }
    }

    /// What a ballot is worth to it: 1 for it, −1 against it, 0 for neither.
    func worth(_ mark: BallotMark) -> Int {
      switch (self, mark) {
      case (_, .absent): -1
      case (.more(let one, let other), .option(let option)): option == one ? 1 : option == other ? -1 : 0
      case (.more, .otherVote), (.more, .noVote): 0
      case (.aboveHalf(let one, _), .option(let option)): option == one ? 1 : -1
      case (.belowHalf(let one, _), .option(let option)): option == one ? -1 : 1
      case (.aboveHalf, .otherVote): -1
      case (.belowHalf, .otherVote): 1
      case (.aboveHalf(_, let whole), .noVote): whole == .allVotes ? -1 : 0
      case (.belowHalf(_, let whole), .noVote): whole == .allVotes ? 1 : 0
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

  private init(_ statement: Statement, id: String, words: Text, _ tally: Tally) {
    (self.statement, self.id, self.words) = (statement, id, words)
    (votesFor, votesAgainst) = statement.sides(of: tally)
  }
}

/// Votes of a contest: by option, in ballot order, all valid ones, and all that were cast.
struct Tally: Equatable {
  let votes: [Int]
  let valid, cast: Int

  /// The votes of which a majority is more than half.
  subscript(whole: Contest.Rule.Whole) -> Int {
    switch whole {
    case .validVotes: valid
    case .allVotes: cast
    }
  }
}

extension Assertion {
  /// The assertions of the outcome that `tally` makes under the rule of `contest`: each is true, or a tie. Wherever all are
  /// true the outcome is that one.
  ///
  /// By `plurality` the option ahead has more votes than each other, by `seats` each of the elected more than each other. By
  /// `majority` one option has more than half, or each has less. In two rounds one has more than half of the valid votes; or
  /// the two ahead have less each, and more votes than each other option.
  static func all(of contest: Contest, _ tally: Tally) -> [Assertion] {
    let order = tally.votes.indices.sorted { (-tally.votes[$0], $0) < (-tally.votes[$1], $1) }
    guard let first = order.first else { return [] }
    func pairs(_ winners: some Sequence<Int>, than others: some Collection<Int>) -> [Assertion] {
      winners.flatMap { one in others.map { more(contest.options, one, than: $0, tally) } }
    }
    func half(_ whole: Contest.Rule.Whole, _ below: some Sequence<Int>) -> [Assertion] {
      tally.votes[first] > tally[whole] - tally.votes[first]
        ? [aboveHalf(contest.options, first, of: whole, tally)]
        : below.map { belowHalf(contest.options, $0, of: whole, tally) }
    }
    switch contest.rule {
    case .plurality: return pairs([first], than: order.dropFirst())
    case .seats(let count): return pairs(order.prefix(count), than: order.dropFirst(count))
    case .majority(let whole): return half(whole, order)
    case .twoRound:
      let halves = half(.validVotes, order.prefix(2))
      if case .aboveHalf? = halves.first?.statement { return halves }
      return halves + pairs(order.prefix(2), than: order.dropFirst(2))
    }
  }

  private static func more(_ options: [Contest.Option], _ one: Int, than other: Int, _ tally: Tally) -> Assertion {
    let (a, b) = (options[one], options[other])
    return Assertion(
      .more(one, than: other), id: "\(a.id)_over_\(b.id)",
      words: Text(
        en: "\(a.name.en) has more votes than \(b.name.en)", es: "\(a.name.es) tiene más votos que \(b.name.es)"),
      tally)
  }

  private static func aboveHalf(
    _ options: [Contest.Option], _ one: Int, of whole: Contest.Rule.Whole, _ tally: Tally
  ) -> Assertion {
    let (option, votes) = (options[one], whole.words)
    return Assertion(
      .aboveHalf(one, of: whole), id: "\(option.id)_above_half",
      words: Text(
        en: "\(option.name.en) has more than half of \(votes.en), more than all the rest together",
        es: "\(option.name.es) tiene más de la mitad de \(votes.es), más que todos los demás juntos"), tally)
  }

  private static func belowHalf(
    _ options: [Contest.Option], _ one: Int, of whole: Contest.Rule.Whole, _ tally: Tally
  ) -> Assertion {
    let (option, votes) = (options[one], whole.words)
    return Assertion(
      .belowHalf(one, of: whole), id: "\(option.id)_below_half",
      words: Text(
        en: "\(option.name.en) has less than half of \(votes.en), less than all the rest together",
        es: "\(option.name.es) tiene menos de la mitad de \(votes.es), menos que todos los demás juntos"), tally)
  }
}

extension Contest.Rule.Whole {
  fileprivate var words: Text {
    switch self {
    case .validVotes: Text(en: "the valid votes", es: "los votos válidos")
    case .allVotes: Text(en: "all votes cast", es: "todos los votos emitidos")
    }
  }
}
