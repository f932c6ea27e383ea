import Hashing
public import Ledger
public import ModuleKit

/// A round of a draw as one author enters it: which ballots are still to be looked at, and the entries that answers make.
///
/// Nobody else's readings are shown by it, before the author has entered the whole round.
///
///     let entry = try RoundEntry(record, round: "1", of: contest, mission: "test", by: author, in: view)
///     for ballot in entry.open { try ledger.append(entry.bodies(of: ballot, answer), as: key, at: now) }
public struct RoundEntry: Sendable {
  /// A drawn ballot, which is looked at once in a round, however often it was drawn.
  public struct Ballot: Sendable, Equatable {
    /// Where it lies.
    public let container, batch: String
    /// Its number in the batch, from 1.
    public let number: Int
    /// The numbers of its draws in the round.
    public let draws: [Int]

    var name: String { "\(RowKey([container, batch]).text)#\(number)" }
  }

  /// What somebody reads on a ballot, in the words of files.
  public struct Answer: Sendable, Equatable {
    /// What the paper says, and its record where it is compared.
    public var paper: String, record: String?
    /// Why they differ, as far as is known.
    public var cause: String?

    /// What paper and record say.
    public init(paper: String, record: String? = nil, cause: String? = nil) {
      (self.paper, self.record, self.cause) = (paper, record, cause)
    }
  }

  /// An answer for one draw; `name`, where it is given, is that of the ballot that was looked at.
  public struct Row: Sendable {
    let draw: Int, name: String?, answer: Answer
  }

  /// The round and its draws.
  public let round: String, draws: ClosedRange<Int>
  /// The ballots of the round, in the order in which they are fetched.
  public let ballots: [Ballot]
  /// The other authors who have entered any of it.
  public let others: [String]
  /// For each draw of the round, the place of its ballot.
  private let places: [Int: Int]
  private let contest: Contest
  private let author: String
  private let readings: [Int: [BallotReading]]

  /// The round `round` of the draw in `record`, for `contest` and `author`: the draws behind those of earlier rounds in `view`.
  /// - Throws: `DiagnosticsError` where the draw is not one that is measured, or another than the round's; where the roster's
  ///   `person` has two of the authors.
  public init(
    _ record: DrawRecord, round: String, of contest: Contest, mission: String, by author: String, in view: LedgerView,
    person: (String) -> String? = { _ in nil }
  ) throws(DiagnosticsError) {
    let request = record.draw.request
    guard record.mission == mission else {
      throw DiagnosticsError(RecountMessage.drawOfOther(mission: record.mission, here: mission))
    }
    guard case .simple(let size) = request.size, request.unit == .ballot, request.replacing else {
      throw DiagnosticsError(RecountMessage.notMeasured)
    }
    let all = view.readings(of: contest.id)
    let standing = all.values.joined().filter { !$0.isRetracted }
    let others = standing.filter { $0.content.round != round }.map(\.content)
    if let other = others.first(where: { $0.lastDraw == size }) {
      throw DiagnosticsError(RecountMessage.drawOfRound(other.round, last: size))
    }
    if let same = standing.first(where: { $0.content.round == round && $0.content.lastDraw != size }) {
      throw DiagnosticsError(RecountMessage.roundOfOtherDraw(round, last: same.content.lastDraw, here: size))
    }
    draws = ((others.map(\.lastDraw).filter { $0 < size }.max() ?? 0) + 1)...size
    (self.round, self.contest, self.author) = (round, contest, author)
    readings = all.filter { [draws] in draws.contains($0.key) }
    ballots = Self.ballots(of: record.draw, draws)
    places = Dictionary(
      uniqueKeysWithValues: ballots.enumerated().flatMap { place, ballot in ballot.draws.map { ($0, place) } })
    self.others = Set(standing.filter { [draws] in draws.contains($0.draw) }.map(\.author)).subtracting([author])
      .sorted()
    if let me = person(author), let other = self.others.first(where: { person($0) == me }) {
      throw DiagnosticsError(RecountMessage.samePerson(author: other))
    }
  }

  private static func ballots(of draw: Draw, _ draws: ClosedRange<Int>) -> [Ballot] {
    let places = Dictionary(grouping: draws) { [draw.drawn[$0 - 1].batch, draw.drawn[$0 - 1].ballot ?? 0] }
    return places.sorted { ($0.key[0], $0.key[1]) < ($1.key[0], $1.key[1]) }.map { place, draws in
      let batch = draw.batches[place[0]]
      return Ballot(container: batch.container, batch: batch.batch, number: place[1], draws: draws)
    }
  }

  // MARK: Entering

  /// Whether anybody entered what records say: whoever is not asked for it would then differ on every ballot.
  public var comparesRecords: Bool {
    readings.values.joined().contains { !$0.isRetracted && $0.content.record != nil }
  }

  /// The ballots that the author has still to look at.
  public var open: [Ballot] { ballots.filter { $0.draws.contains { own($0) == nil } } }

  /// The bodies of the entries for `ballot`: one for each of its draws that the author has not entered.
  public func bodies(of ballot: Ballot, _ answer: Answer) throws -> [[String: Value]] {
    try bodies(of: ballot.draws.filter { own($0) == nil }.map { Row(draw: $0, name: nil, answer: answer) })
  }

  /// The bodies of the entries for `rows`; what the author has entered already in the same words is left out.
  /// - Throws: what is wrong with the first row that cannot be entered.
  public func bodies(of rows: [Row]) throws -> [[String: Value]] {
    var entered = Dictionary(uniqueKeysWithValues: draws.compactMap { draw in own(draw).map { (draw, $0.content) } })
    var bodies: [[String: Value]] = []
    for row in rows {
      let content = try content(of: row)
      if let before = entered[row.draw] {
        guard before == content else { throw DiagnosticsError(RecountMessage.enteredOtherwise(draw: row.draw)) }
      } else {
        entered[row.draw] = content
        bodies.append(try EntryKind.ballotReading.opening(fields(content, of: row)))
      }
    }
    return bodies
  }

  /// The body of the entry by which the author reads `row` in place of what the author read before.
  /// - Throws: `DiagnosticsError` where there is nothing to amend.
  public func amendment(_ row: Row, why: String) throws -> [String: Value] {
    let content = try content(of: row)
    guard let reading = own(row.draw) else { throw DiagnosticsError(RecountMessage.notEntered(draw: row.draw)) }
    var fields = fields(content, of: row)
    fields["why"] = .string(why)
    return try EntryKind.ballotReading.change(fields, of: reading.view)
  }

  private func own(_ draw: Int) -> BallotReading? { readings[draw]?.first { $0.author == author && !$0.isRetracted } }

  private func content(of row: Row) throws(DiagnosticsError) -> BallotReading.Content {
    guard let ballot = places[row.draw].map({ ballots[$0] }) else {
      throw DiagnosticsError(RecountMessage.notOfRound(draw: row.draw, round, draws))
    }
    if let name = row.name, name != ballot.name {
      throw DiagnosticsError(RecountMessage.otherBallot(draw: row.draw, entered: name, drawn: ballot.name))
    }
    for (word, field, absent) in [
      (row.answer.paper, "paper", BallotWord.notFound), (row.answer.record, "record", BallotWord.noRecord),
    ] {
      let words = BallotMark.words(contest, absent: absent)
      if let word, !words.contains(word) {
        throw DiagnosticsError(RecountMessage.noMark(word, field: field, draw: row.draw, words: words))
      }
    }
    return BallotReading.Content(
      lastDraw: draws.upperBound, ballot: ballot.number, round: round, container: ballot.container,
      batch: ballot.batch, paper: row.answer.paper, record: row.answer.record)
  }

  private func fields(_ content: BallotReading.Content, of row: Row) -> [String: Value] {
    var fields: [String: Value] = [
      "contest": .string(contest.id), "round": .string(round), "last_draw": .integer(content.lastDraw),
      "draw": .integer(row.draw), "container": .string(content.container), "batch": .string(content.batch),
      "ballot": .integer(content.ballot), "paper": .string(content.paper),
    ]
    fields["on_record"] = content.record.map(Value.string)
    fields["cause"] = row.answer.cause.map(Value.string)
    return fields
  }

  // MARK: What is entered

  /// The draws of the round that the author has entered.
  public var entered: Int { draws.count { own($0) != nil } }

  /// How the round's draws are entered by all authors, once this one has entered the last; nil before.
  public var standing: [BallotChecks.Entry: [Int]]? {
    guard open.isEmpty else { return nil }
    let entries = draws.compactMap { draw in BallotChecks.Entry(readings[draw] ?? []).map { (draw, $0) } }
    return Dictionary(grouping: entries, by: \.1).mapValues { $0.map(\.0) }
  }
}

extension RoundEntry.Row {
  /// The answer of `fields` for the draw that they name.
  /// - Throws: `LedgerMessage` for what cannot be one.
  public init(fields: [String: Value]) throws(LedgerMessage) {
    if let problem = Self.schema.problems(of: .object(fields)).first {
      throw .badField(kind: EntryKind.ballotReading.name, problem.message)
    }
    draw = fields["draw"]?.integer ?? 0
    let place = (fields["container"]?.string, fields["batch"]?.string, fields["ballot"]?.integer)
    if case (let container?, let batch?, let ballot?) = place {
      name = "\(RowKey([container, batch]).text)#\(ballot)"
    } else {
      name = nil
    }
    answer = RoundEntry.Answer(
      paper: fields["paper"]?.string ?? "", record: fields["record"]?.string, cause: fields["cause"]?.string)
  }

  private static let schema = Schema(
    .object([
      .init("draw", Schema(.integer(DrawRequest.sizes)), required: true),
      .init("container", Schema(.string(.filled))), .init("batch", Schema(.string(.filled))),
      .init("ballot", Schema(.integer(1...BallotManifest.most))),
      .init("paper", Schema(.string(.filled)), required: true),
      .init("record", Schema(.string(.filled))), .init("cause", Schema(.string(.filled))),
    ]))
}
