public import ModuleKit

/// Ballots drawn at random and looked at, one draw each.
public struct BallotChecks: Sendable {
  /// One drawn ballot.
  public struct Ballot: Sendable, Equatable {
    /// Its number in the draw, from 1.
    public var draw: Int
    /// The round in which it was looked at.
    public var round: String
    /// Where it lies.
    public var container, batch: String
    /// Its number in the batch, from 1.
    public var number: Int
    /// What the paper says.
    public var paper: BallotMark
    /// What its record says; nil where it is not compared.
    public var record: BallotMark?
    /// Why the two differ, as far as is known.
    public var cause: String?
    /// How it was entered; nil where nobody says, and what stands here counts.
    public var entry: Entry?
    /// The number of the last draw of its round; nil where nobody says.
    public var lastDraw: Int?

    /// The name by which it is drawn: the written key of its batch, `#` and its number.
    public var name: String { "\(RowKey([container, batch]).text)#\(number)" }
  }

  /// How a ballot was entered by those who looked at it, each without the other.
  public enum Entry: String, Sendable, CaseIterable, FieldValue, CellWord {
    /// Two authors entered the same.
    case agreed
    /// Two authors entered the same, once one of them had changed or taken back what was first entered.
    case amended
    /// One author alone entered it.
    case once
    /// Two entries for it differ.
    case disagreed
    /// An author changed what another had entered, or two entries of one contradict each other.
    case contested
    /// Two authors entered it, and all took that back.
    case withdrawn

    /// Whether the ballot counts.
    public var counts: Bool { self == .agreed || self == .amended }

    /// How it was entered, as readers read it.
    public var text: Text {
      switch self {
      case .agreed: Text(en: "entered alike by two authors", es: "ingresada por igual por dos autores")
      case .amended: Text(en: "entered alike after a change", es: "ingresada por igual tras un cambio")
      case .once: Text(en: "entered by one author alone", es: "ingresada por un solo autor")
      case .disagreed:
        Text(en: "entered differently by two authors", es: "ingresada de distinta manera por dos autores")
      case .contested:
        Text(en: "changed by another author, or in two ways", es: "cambiada por otro autor, o de dos maneras")
      case .withdrawn: Text(en: "entered and taken back by all", es: "ingresada y retirada por todos")
      }
    }
  }

  /// Where they come from.
  public let source: DatasetSource
  /// The contest.
  public let contest: Contest
  /// The ballots in the order of the draw.
  public let ballots: [Ballot]
  /// Those that two authors entered and all took back, which are in no round.
  public let withdrawn: [Ballot]

  /// Ballots of `contest`; those that were taken back apart.
  init(source: DatasetSource, contest: Contest, ballots: [Ballot], withdrawn: [Ballot] = []) {
    (self.source, self.contest, self.ballots, self.withdrawn) = (source, contest, ballots, withdrawn)
  }

  /// The whole dataset as evidence.
  public var evidence: Evidence {
    Evidence(dataset: source.dataset, rows: [], citations: [source.citation], basis: .reported)
  }
}

/// The words for ballots that name no option.
enum BallotWord {
  static let other = "other"
  static let noVote = "no_vote"
  static let notFound = "not_found"
  static let noRecord = "no_record"
}

extension BallotMark {
  /// The word of files for it; that of an absent one is `absent`.
  func word(_ contest: Contest, absent: String) -> String {
    switch self {
    case .option(let place): contest.options[place].id
    case .otherVote: BallotWord.other
    case .noVote: BallotWord.noVote
    case .absent: absent
    }
  }

  /// The words for what a ballot of `contest` can say, in ballot order; the last is that for an absent one.
  static func words(_ contest: Contest, absent: String) -> [String] {
    contest.options.map(\.id) + [BallotWord.other, BallotWord.noVote, absent]
  }

  /// What `word` says; nil where it is no option of the contest and none of the words.
  fileprivate init?(_ word: String, _ contest: Contest, absent: String) {
    if let place = contest.options.firstIndex(where: { $0.id == word }) {
      self = .option(place)
    } else {
      switch word {
      case BallotWord.other: self = .otherVote
      case BallotWord.noVote: self = .noVote
      case absent: self = .absent
      default: return nil
      }
    }
  }
}

extension BallotChecks {
  /// The words of files for what paper and record of a ballot say.
  func words(_ ballot: Ballot) -> (paper: String, record: String?) {
    (
      ballot.paper.word(contest, absent: BallotWord.notFound),
      ballot.record.map { $0.word(contest, absent: BallotWord.noRecord) }
    )
  }
}

/// The fields of drawn ballots; those up to `ticket` are those of `sample.csv` of a draw.
private struct BallotCheckFields: RowFields {
  let draw = Field<Int>("draw", least: 1, role: .key, "the number of the draw, as in `sample.csv`")
  let container = Field<String>("container", role: .required, "the container of the ballot's batch")
  let batch = Field<String>("batch", role: .required, "the batch")
  let number = Field<Int>("ballot", least: 1, role: .required, "the ballot's number in the batch")
  let ticket = Field<String>("ticket", "as in `sample.csv`; not read")
  let round = Field<String>("round", role: .required, "the round in which it was looked at")
  let paper = Field<String>(
    "paper", role: .required,
    "what the paper says: an option, `other` for a valid vote for none of them, `no_vote`, or `not_found`")
  let record = Field<String>(
    "record",
    "for comparison: what its record says: an option, `other`, `no_vote`, or `no_record` where none is held")
  let cause = Field<String>("cause", "why the two differ, as far as is known")
  let entry = Field<BallotChecks.Entry>(
    "entry",
    "how it was entered: `agreed` by two persons alike, `amended` alike once one had changed it, `once`, `disagreed`, or `contested`: "
      + "it counts where it is one of the first two, or empty; `withdrawn`: two entered it and all took it back, so that it is in no round"
  )
  let lastDraw = Field<Int>(
    "last_draw", least: 1, "the number of the last draw of its round, so that ballots that are not listed are told")
  let publication = PublicationFields()
}

extension DatasetKind where Content == BallotChecks {
  /// Ballots drawn at random, one draw a row.
  public static var ballotChecks: Self {
    DatasetKind(
      "ballot_checks",
      "ballots drawn at random and looked at, one draw a row: `sample.csv` with what was found; `from: ledger` reads what `veedor recount "
        + "enter` wrote",
      takes: [.contest]
    ) { _ in
      BallotCheckFields()
    } load: { source, fields throws(DiagnosticsError) in
      let ballots = try ballots(of: source, fields)
      return BallotChecks(
        source: source, contest: source.declaration.givenContest, ballots: ballots.filter { $0.entry != .withdrawn },
        withdrawn: ballots.filter { $0.entry == .withdrawn })
    }
  }

  private static func ballots(
    of source: DatasetSource, _ fields: BallotCheckFields
  ) throws(DiagnosticsError) -> [BallotChecks.Ballot] {
    let contest = source.declaration.givenContest
    var problems: [Diagnostic] = []
    func mark(_ field: Field<String>, _ row: Int, absent: String) -> BallotMark? {
      guard let word = field.filled(row) else { return nil }
      if let mark = BallotMark(word, contest, absent: absent) { return mark }
      let words = BallotMark.words(contest, absent: absent)
      problems.append(
        source.problem(.unknownOption(word, contest: contest.id, options: words), row: row, of: field))
      return nil
    }
    let order = (0..<source.table.rowCount).sorted { (fields.draw[$0] ?? 0) < (fields.draw[$1] ?? 0) }
    var (rounds, last) = (Set<String>(), String?.none)
    var out: [BallotChecks.Ballot] = []
    for row in order {
      let round = fields.round[row] ?? ""
      if fields.entry[row] != .withdrawn {
        if round != last, !rounds.insert(round).inserted {
          problems.append(
            source.diagnostic(RecountMessage.roundAgain(round), row: row, field: fields.round.name, value: round))
        }
        last = round
      }
      out.append(
        BallotChecks.Ballot(
          draw: fields.draw[row] ?? 0, round: round, container: fields.container[row] ?? "",
          batch: fields.batch[row] ?? "", number: fields.number[row] ?? 0,
          paper: mark(fields.paper, row, absent: BallotWord.notFound) ?? .absent,
          record: mark(fields.record, row, absent: BallotWord.noRecord), cause: fields.cause.filled(row),
          entry: fields.entry[row], lastDraw: fields.lastDraw[row]))
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return out
  }
}
