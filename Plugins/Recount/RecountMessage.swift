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

  /// The stable code.
  public var code: String {
    switch self {
    case .unanswerable(let error, _): error.code
    case .together: "C020"
    case .nothingToWorkOn: "C021"
    case .noValidVotes: "C022"
    case .noBoxes: "C023"
    case .otherContest: "C024"
    }
  }

  /// The sentence that says what is wrong.
  public var message: String {
    switch self {
    case .unanswerable(let error, let subject): "\(subject): \(error)"
    case .together(let names, let missing):
      "the parameters \(Self.list(names)) belong together: \(Self.list(missing)) "
        + (missing.count == 1 ? "is missing" : "are missing")
    case .nothingToWorkOn: "there is nothing to work on"
    case .noValidVotes(let row): "the declared result '\(row)' does not say how many valid votes there were"
    case .noBoxes(let row): "nothing says how many boxes the declared result '\(row)' is from"
    case .otherContest(let bulletins, let recounts):
      "the bulletins are of contest '\(bulletins)', the recounts of contest '\(recounts)'"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .nothingToWorkOn:
      "name bulletins, recounts or copy_checks under 'on', or give boxes and defective, or population, sampled and "
        + "differing, under 'with'"
    case .noValidVotes: "fill 'valid_votes', or the votes and the percentage of the leading option"
    case .noBoxes: "fill 'total_sheets', or name a dataset of recounts under 'on'"
    case .unanswerable, .together, .otherContest: nil
    }
  }

  private static func list(_ names: [String]) -> String { Language.english.list(names.map { "'\($0)'" }) }
}

extension StatisticsError {
  fileprivate var code: String {
    switch self {
    case .risk: "C001"
    case .population: "C002"
    case .drawn: "C003"
    case .found: "C004"
    case .nothingToDetect: "C005"
    case .hidden: "C006"
    case .boxes: "C007"
    case .votes: "C008"
    case .outOfReach: "C009"
    }
  }
}

/// What `work` gives; a question that has no answer is told with the `subject` it is about.
/// - Throws: ``ModuleError``.
func answer<T>(_ subject: String, _ work: () throws(StatisticsError) -> T) throws(ModuleError) -> T {
  do { return try work() } catch { throw ModuleError(RecountMessage.unanswerable(error, subject: subject)) }
}
