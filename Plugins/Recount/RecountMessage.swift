public import ModuleKit
public import Statistics

/// Why an analysis of recounts cannot answer.
public enum RecountMessage: DiagnosticMessage, Equatable {
  /// A question that has no answer; `subject` names the row or the parameters it is about.
  case unanswerable(StatisticsError, subject: String)
  /// Some of the parameters that belong together are missing.
  case together([String], missing: [String])
  /// Neither a dataset nor parameters to work on.
  case nothingToWorkOn
  /// The declared result does not say how many valid votes there were.
  case noValidVotes(row: String)
  /// Nothing says how many boxes there are.
  case noBoxes(row: String)
  /// The declared result and the recounts are of different contests.
  case otherContest(String, recounts: String)
  /// Sheets whose boxes' sizes are asked lack votes.
  case boxesWithoutVotes(Int, dataset: String, first: String)
  /// The declared result does not give the votes of every option.
  case votesMissing(row: String)
  /// The declared result does not give blank and null votes, of which the rule speaks.
  case otherVotesMissing(row: String)
  /// The declared result has more votes than valid ones, or than ballots.
  case moreVotes(row: String)
  /// A manifest holds more ballots than a draw can go through.
  case tooManyBallots
  /// Rounds hold more ballots than an audit can go through.
  case tooManyDrawn
  /// A round is entered twice, with another between.
  case roundAgain(String)
  /// A draw is not entered, and a later one is.
  case drawMissing(Int, last: Int)
  /// A draw was entered for another ballot than the one that was drawn.
  case otherBallot(draw: Int, entered: String, drawn: String)
  /// A ballot that is to be compared has no record.
  case notCompared(draw: Int)
  /// A seed without the manifest that was drawn from.
  case seedWithoutManifest
  /// Ballots are to be compared, and none are given one by one.
  case nothingToCompare
  /// Both ways in which an audit can be entered.
  case enteredTwice
  /// A batch holds as many ballots as all the others of its manifest: a total.
  case totalsBatch
  /// A seed that dice cannot have made, or of too few of them.
  case seed(String)
  /// A stratum that the manifest does not have.
  case unknownStratum(String, known: [String])
  /// A file that is no record of a draw.
  case noDrawRecord(String)
  /// A record whose draw, made again, gives another list than `name` says.
  case otherDraw(String)
  /// A list beside a record that is not the one that was drawn.
  case otherList(String)
  /// A dataset that is not there, or no manifest.
  case noManifest(String, known: [String])
  /// A size that cannot be drawn.
  case size(String)

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .unanswerable(let error, let subject): error.text.behind(subject)
    case .together(let names, let missing):
      .init(
        "C020",
        "the parameters \(Self.list(names)) belong together: \(Self.list(missing)) "
          + (missing.count == 1 ? "is missing" : "are missing"))
    case .nothingToWorkOn:
      .init(
        "C021", "there is nothing to work on",
        hint:
          "name bulletins, recounts, copy_checks or sheets under 'on', or give boxes and defective, or population, sampled and "
          + "differing, under 'with'")
    case .noValidVotes(let row):
      .init(
        "C022", "the declared result '\(row)' does not say how many valid votes there were",
        hint: "fill 'valid_votes', or the votes and the percentage of the leading option")
    case .noBoxes(let row):
      .init(
        "C023", "nothing says how many boxes the declared result '\(row)' is from",
        hint: "fill 'total_sheets', or name a dataset of recounts under 'on'")
    case .otherContest(let bulletins, let recounts):
      .init("C024", "the bulletins are of contest '\(bulletins)', the recounts of contest '\(recounts)'")
    case .boxesWithoutVotes(let count, let dataset, let first):
      .init(
        "C025",
        "\(count) \(count == 1 ? "sheet" : "sheets") of '\(dataset)' without valid votes or votes of an option, the first '\(first)': "
          + "what each box can hide is not known",
        hint: "leave 'sheets' out, or name a file with the votes of every box")
    case .votesMissing(let row):
      .init("C035", "the declared result '\(row)' does not give the votes of every option")
    case .otherVotesMissing(let row):
      .init(
        "C045", "the declared result '\(row)' does not give blank and null votes: of all votes no share is known",
        hint: "fill 'blank_votes' and 'null_votes', or let the rule speak of the valid votes")
    case .moreVotes(let row):
      .init("C036", "the declared result '\(row)' has more votes than there are ballots")
    case .tooManyBallots:
      .init(
        "C026", rule: "ballots", "the batches up to this one hold more than \(BallotManifest.most) ballots")
    case .tooManyDrawn:
      .init("C037", rule: "ballots", "the rounds up to this one hold more than \(BallotManifest.most) ballots")
    case .roundAgain(let round):
      .init(
        "C038", rule: "rounds_in_order", "round '\(round)' has begun before, and another came between",
        hint: "number rounds in the order of the draw")
    case .drawMissing(let draw, let last):
      .init(
        "C039", "draw \(draw) is not entered, draw \(last) is",
        hint: "enter every drawn ballot, also one that was drawn before, and 'not_found' for one that cannot be found")
    case .otherBallot(let draw, let entered, let drawn):
      .init(
        "C040", "draw \(draw) was entered as '\(entered)', but drawn was '\(drawn)'",
        hint: "hold the entries against sample.csv of a draw with replacement, from this seed, sampler and manifest")
    case .notCompared(let draw):
      .init(
        "C041", "draw \(draw) has no record to compare the paper with",
        hint: "fill 'record': an option, other, no_vote, or no_record for a ballot of which none is held")
    case .seedWithoutManifest:
      .init("C042", "the seed is given without what was drawn from", hint: "name the ballot manifest under 'on'")
    case .nothingToCompare:
      .init("C043", "comparison needs ballots one by one", hint: "name a dataset of kind ballot_checks under 'on'")
    case .enteredTwice:
      .init("C044", "both round_tallies and ballot_checks are given", hint: "name one of them under 'on'")
    case .totalsBatch:
      .init(
        "C027", rule: "no_totals_row", "the row adds up the other rows: it is a total, not a batch",
        hint: "take it out of the file, or leave it out with 'where:'")
    case .seed(let seed):
      .init(
        "C028", "the seed '\(seed)' is not from 20 to 200 decimal digits",
        hint: "throw a ten-sided die twenty times before witnesses, and write the digits down in their order")
    case .unknownStratum(let stratum, let known):
      .init(
        "C029", "the manifest has no stratum '\(stratum)'",
        hint: didYouMean(stratum, among: known) ?? (known.isEmpty ? "fill its column 'stratum'" : nil))
    case .noDrawRecord(let why): .init("C030", "this is no record of a draw: \(why)")
    case .otherDraw(let name):
      .init("C031", "the draw that the record describes gives another list than '\(name)' of the record says")
    case .otherList(let name): .init("C032", "'\(name)' is not the list that was drawn")
    case .noManifest(let name, let known):
      .init(
        "C033", "the workspace has no ballot manifest '\(name)'",
        hint: didYouMean(name, among: known) ?? "declare a dataset of kind ballot_manifest")
    case .size(let size):
      .init(
        "C034", "'\(size)' is not how many to draw",
        hint: "give a number from 1 to \(DrawRequest.sizes.upperBound), for a stratum behind its name: north=120")
    }
  }

  /// How a command ends that the message stops.
  public var status: ExitStatus {
    switch self {
    case .seed, .unknownStratum, .noManifest, .size: .usage
    case .noDrawRecord, .otherDraw, .otherList: .unverified
    case .unanswerable, .together, .nothingToWorkOn, .noValidVotes, .noBoxes, .otherContest, .boxesWithoutVotes,
      .votesMissing, .otherVotesMissing, .moreVotes, .tooManyBallots, .tooManyDrawn, .roundAgain, .drawMissing,
      .otherBallot, .notCompared,
      .seedWithoutManifest, .nothingToCompare, .enteredTwice, .totalsBatch:
      .failed
    }
  }

  private static func list(_ names: [String]) -> String { Language.english.list(names.map { "'\($0)'" }) }
}

/// What `work` gives; a question that has no answer is told with the `subject` it is about.
/// - Throws: ``DiagnosticsError``.
func answer<T>(_ subject: String, _ work: () throws(StatisticsError) -> T) throws(DiagnosticsError) -> T {
  do { return try work() } catch { throw DiagnosticsError(RecountMessage.unanswerable(error, subject: subject)) }
}
