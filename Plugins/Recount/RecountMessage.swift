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
    }
  }

  private static func list(_ names: [String]) -> String { Language.english.list(names.map { "'\($0)'" }) }
}

/// What `work` gives; a question that has no answer is told with the `subject` it is about.
/// - Throws: ``DiagnosticsError``.
func answer<T>(_ subject: String, _ work: () throws(StatisticsError) -> T) throws(DiagnosticsError) -> T {
  do { return try work() } catch { throw DiagnosticsError(RecountMessage.unanswerable(error, subject: subject)) }
}
