public import Language

/// A statement about two numbers of votes that must be true for a reported outcome to be right, if the others are.
///
/// An outcome by a rule is right where all its assertions are; each can be audited as a race between two. (Stark 2020,
/// SHANGRLA, Financial Cryptography: assertions and assorters.)
public struct Assertion: Sendable, Equatable {
  /// What it says of the votes: that a quantity of them is more than the rule asks for, or less.
  public struct Statement: Sendable, Equatable {
    /// A quantity that a rule compares.
    public enum Quantity: Sendable, Equatable {
      /// The lead of an option over another, against this many points of the valid votes.
      case lead(Int, over: Int, points: Int)
      /// The votes of an option, against this many percent of these votes.
      case share(Int, percent: Int, of: Contest.Rule.Whole)
    }

    /// What is compared, and with what.
    public let quantity: Quantity
    /// Whether it says that the quantity is more than the rule asks for.
    public let isMore: Bool

    /// What a ballot adds to what the statement says, in the smallest whole numbers: 1 for it, −1 against it and 0 for neither where it
    /// compares two numbers of votes. More than 40 % of the valid votes is 3 for a vote for the option, and −2 for another.
    public func worth(_ mark: BallotMark) -> Int {
      if mark == .absent { return least }
      let value =
        switch quantity {
        case .lead(let one, let other, let points):
          mark == .noVote ? 0 : (mark == .option(one) ? 100 : mark == .option(other) ? -100 : 0) - points
        case .share(let one, let percent, let whole):
          mark == .noVote && whole == .validVotes ? 0 : (mark == .option(one) ? 100 : 0) - percent
        }
      return (isMore ? value : -value) / divisor
    }

    /// The hundredths of a vote that one of worth is.
    public var divisor: Int {
      switch quantity {
      case .lead(_, _, let threshold), .share(_, let threshold, _): Self.commonDivisor(100, threshold)
      }
    }

    /// The least that a ballot can be worth, and the most.
    private var range: (least: Int, most: Int) {
      let (low, high) =
        switch quantity {
        case .lead(_, _, let points): (-100 - points, 100 - points)
        case .share(_, let percent, _): (-percent, 100 - percent)
        }
      return isMore ? (low / divisor, high / divisor) : (-high / divisor, -low / divisor)
    }
    /// The least that a ballot can be worth.
    public var least: Int { range.least }
    /// The most that a ballot can be worth.
    public var most: Int { range.most }
    /// The most by which two ballots can differ.
    public var span: Int { most - least }

    /// Whether ballots are worth other than 1, −1 or 0.
    public var isWeighted: Bool { span != 2 }

    /// How many of the votes of `tally` are worth how much, those that are worth nothing aside.
    public func worths(of tally: Tally) -> [Int: Int] {
      var out = [least: 0]
      func add(_ mark: BallotMark, _ votes: Int) {
        let worth = worth(mark)
        if worth != 0, votes != 0 { out[worth, default: 0] += votes }
      }
      for (option, votes) in tally.votes.enumerated() { add(.option(option), votes) }
      add(.otherVote, tally.valid - tally.votes.reduce(0, +))
      add(.noVote, tally.cast - tally.valid)
      return out
    }

    /// What the votes of `tally` are worth together.
    public func margin(of tally: Tally) -> Int { worths(of: tally).reduce(0) { $0 + $1.key * $1.value } }

    private static func commonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : commonDivisor(b, a % b) }
  }

  /// What it says.
  public let statement: Statement
  /// What tells it apart among those of a contest.
  public let id: String
  /// What it says, in words.
  public let words: Text
  /// How many reported votes are worth how much to it; the least worth among them also where no vote has it.
  public let worths: [Int: Int]

  /// By how much it is true.
  public var margin: Int { worths.reduce(0) { $0 + $1.key * $1.value } }

  /// By how many votes it is true: those between the two sides, or those beyond what the rule asks for, rounded down.
  public var votes: Int { statement.isWeighted ? margin * statement.divisor / 100 : margin }

  private init(_ statement: Statement, id: String, words: Text, _ tally: Tally) {
    (self.statement, self.id, self.words, worths) = (statement, id, words, statement.worths(of: tally))
  }
}

/// Votes of a contest: by option, in ballot order, all valid ones, and all that were cast.
public struct Tally: Sendable, Equatable {
  /// Votes by option, in ballot order.
  public let votes: [Int]
  /// All valid votes, and all that were cast.
  public let valid, cast: Int

  /// The votes of a contest.
  public init(votes: [Int], valid: Int, cast: Int) { (self.votes, self.valid, self.cast) = (votes, valid, cast) }
}

/// What a ballot says, on paper or in the record of it.
public enum BallotMark: Sendable, Equatable {
  /// A vote for the option at this place on the ballot.
  case option(Int)
  /// A valid vote for none of the options.
  case otherVote
  /// No valid vote.
  case noVote
  /// The paper cannot be found, or no record is held: a phantom.
  case absent
}

extension Assertion {
  /// The assertions of the outcome that `tally` makes under the rule of `contest`: each is true, or a tie. Wherever all are
  /// true the outcome is that one.
  ///
  /// By `plurality` the option ahead has more votes than each other, by `seats` each of the elected more than each other. By
  /// `majority` one option has more than half, or each has less. For two rounds and `threshold` see ``ThresholdRule``.
  public static func all(of contest: Contest, _ tally: Tally) -> [Assertion] {
    let maker = Maker(options: contest.options, tally: tally)
    guard let first = maker.order.first else { return [] }
    switch contest.rule {
    case .plurality: return maker.pairs(ahead: 1)
    case .seats(let count): return maker.pairs(ahead: count)
    case .majority(let whole):
      let above = maker.share(first, isMore: true, percent: 50, of: whole)
      return above.margin >= 0 ? [above] : maker.order.map { maker.share($0, isMore: false, percent: 50, of: whole) }
    case .twoRound: return ThresholdRule(share: 50, lead: 0, outright: 50, maker: maker).assertions
    case .threshold(let share, let lead, let outright):
      return ThresholdRule(share: share, lead: lead, outright: outright, maker: maker).assertions
    }
  }

  /// Makes assertions of a tally.
  struct Maker {
    let options: [Contest.Option]
    let tally: Tally
    /// The options by their votes, the first ahead; of two with as many the first on the ballot.
    let order: [Int]

    init(options: [Contest.Option], tally: Tally) {
      (self.options, self.tally) = (options, tally)
      order = tally.votes.indices.sorted { (-tally.votes[$0], $0) < (-tally.votes[$1], $1) }
    }

    /// Each of the `count` ahead has more votes than each of the others.
    func pairs(ahead count: Int) -> [Assertion] {
      order.prefix(count).flatMap { one in order.dropFirst(count).map { more(one, than: $0) } }
    }

    /// One option has more votes than another.
    func more(_ one: Int, than other: Int) -> Assertion {
      let (a, b) = (options[one], options[other])
      return Assertion(
        .init(quantity: .lead(one, over: other, points: 0), isMore: true), id: "\(a.id)_over_\(b.id)",
        words: Text(
          en: "\(a.name.en) has more votes than \(b.name.en)", es: "\(a.name.es) tiene más votos que \(b.name.es)"),
        tally)
    }

    /// The lead of one option over another is more than so many points of the valid votes, or less.
    func lead(_ one: Int, over other: Int, isMore: Bool, points: Int) -> Assertion {
      if points == 0 { return isMore ? more(one, than: other) : more(other, than: one) }
      let (a, b) = (options[one], options[other])
      return Assertion(
        .init(quantity: .lead(one, over: other, points: points), isMore: isMore),
        id: "\(a.id)_over_\(b.id)_\(isMore ? "above" : "below")_\(points)_points",
        words: Text(
          en:
            "the lead of \(a.name.en) over \(b.name.en) is \(isMore ? "more" : "less") than \(points) points of the valid votes",
          es:
            "la ventaja de \(a.name.es) sobre \(b.name.es) es de \(isMore ? "más" : "menos") de \(points) puntos de los votos válidos"
        ), tally)
    }

    /// An option has more than so many percent of these votes, or less.
    func share(_ one: Int, isMore: Bool, percent: Int, of whole: Contest.Rule.Whole = .validVotes) -> Assertion {
      let (option, votes) = (options[one], whole.words)
      let words =
        switch (percent, isMore) {
        case (50, true):
          Text(
            en: "\(option.name.en) has more than half of \(votes.en), more than all the rest together",
            es: "\(option.name.es) tiene más de la mitad de \(votes.es), más que todos los demás juntos")
        case (50, false):
          Text(
            en: "\(option.name.en) has less than half of \(votes.en), less than all the rest together",
            es: "\(option.name.es) tiene menos de la mitad de \(votes.es), menos que todos los demás juntos")
        case (_, _):
          Text(
            en: "\(option.name.en) has \(isMore ? "more" : "less") than \(percent)% of \(votes.en)",
            es: "\(option.name.es) tiene \(isMore ? "más" : "menos") del \(percent)% de \(votes.es)")
        }
      return Assertion(
        .init(quantity: .share(one, percent: percent, of: whole), isMore: isMore),
        id: "\(option.id)_\(isMore ? "above" : "below")_\(percent == 50 ? "half" : "\(percent)_percent")",
        words: words, tally)
    }
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
