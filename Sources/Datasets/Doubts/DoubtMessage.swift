public import Diagnostics

/// What a second reader would ask about: it breaks no rule, and is seldom meant.
public enum DoubtMessage: DiagnosticMessage, Equatable {
  /// A row adds up others.
  case addsUpOthers
  /// A row adds up others but for so much.
  case nearlyAddsUp(Int)
  /// Valid votes include others, as so many rows of those that have them say; `line` takes them off.
  case validIncludes([String], rows: Int, of: Int, line: String)
  /// A file of counts has no row.
  case noRows
  /// A row or an area is called a total.
  case calledTotal(String)
  /// A figure that only grows is less than in an earlier row.
  case lessThanBefore(String, row: String)
  /// The shares of a row add up to more than all.
  case sharesBeyondWhole(String, isMarkLost: Bool)
  /// Shares of at most one, where percent are asked.
  case fractions(String, percent: String)
  /// A part is more than its whole.
  case moreThanWhole(String, whole: String)
  /// The votes of all options are more than the valid votes.
  case votesBeyondValid(Int)
  /// No row gives votes of an option, though some give those of others.
  case optionWithoutVotes(String, column: String)
  /// A row was published so many days before election day.
  case publishedBefore(days: Int)
  /// A row was published so many days after election day.
  case publishedAfter(days: Int)
  /// A period ends on a day after the row was published.
  case periodBehindPublication
  /// A promise was due before it was published.
  case dueBeforePublication
  /// A unit is written otherwise than the program knows it.
  case unitWrittenOtherwise(String, known: String)
  /// A number has no unit, and others of its topic have one.
  case withoutUnit(others: String, of: String)
  /// A number of people is in another unit.
  case notInPeople(String, measure: String)
  /// A word differs from another row's only in how it is spelled.
  case spelledOtherwise(String, as: String)
  /// A claim on a topic has nothing that can be held against others.
  case nothingToCompare(topic: String)
  /// A claim states nothing at all.
  case statesNothing
  /// A number is about a hundredth of the others of its topic.
  case hundredthOfOthers(String, middle: String)
  /// A number of people below zero.
  case belowZero
  /// No row of one of several files has a value that rows of others have.
  case nothingInFile
  /// A figure of a sheet was another before the export in a file.
  case revised(before: Int?, after: Int?, file: String)

  /// Whether the work can go on: it can.
  public var severity: Diagnostic.Severity { .warning }

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .addsUpOthers:
      .init(
        "K201", rule: "no_totals_row", "the row adds up other rows: is it a total?",
        hint: "leave it out with 'where:', or name its key under 'not_totals:' if it is none")
    case .nearlyAddsUp(let difference):
      .init(
        "K221", rule: "no_totals_row",
        "the row adds up other rows, but for \(difference): is it a total that is wrong?",
        hint: "leave it out with 'where:', or name its key under 'not_totals:' if it is none")
    case .validIncludes(let parts, let rows, let all, let line):
      .init(
        "K222", rule: "valid_votes",
        "on \(rows) of \(all) rows it is the votes of the options and '\(parts.joined(separator: "', '"))' together",
        hint: "write '\(line)' under 'columns', so that it is the votes of the options alone")
    case .noRows:
      .init(
        "K223", rule: "has_rows", "the file has no rows, and perhaps a header alone",
        hint: "is it complete? if it is, say 'expect: {rows: 0}'")
    case .calledTotal(let name):
      .init(
        "K202", rule: "no_totals_row", "'\(name)' reads like the name of a total",
        hint: "leave it out with 'where:', or name its key under 'not_totals:' if it is none")
    case .lessThanBefore(let value, let row):
      .init("K203", rule: "count_grows", "it is less than \(value) in row '\(row)' before it, and a count only grows")
    case .sharesBeyondWhole(let sum, let isMarkLost):
      .init(
        "K204", rule: "shares_within_whole", "the shares of the row add up to \(sum) %",
        hint: isMarkLost ? "was the decimal mark lost?" : "are they shares of one whole, and of this row?")
    case .fractions(let value, let percent):
      .init(
        "K205", rule: "percent", "\(value) is read as \(value) %, as all shares here are 1 or less",
        hint: "are they fractions? write \(percent) for \(percent) %")
    case .moreThanWhole(let part, let whole):
      .init("K206", rule: "part_within_whole", "'\(part)' is more than '\(whole)', of which it is a part")
    case .votesBeyondValid(let sum):
      .init("K207", rule: "part_within_whole", "the votes of the options add up to \(sum), more than the valid votes")
    case .optionWithoutVotes(let option, let column):
      .init(
        "K208", rule: "every_option", "no row gives votes of '\(option)', though votes of others are given",
        hint: "is the column called otherwise? name it under 'columns', or say '\(column): {is: not_given}'")
    case .publishedBefore(let days):
      .init("K209", rule: "time_of_election", "it was published \(Self.days(days)) before election day")
    case .publishedAfter(let days):
      .init(
        "K210", rule: "time_of_election", "it was published \(Self.days(days)) after election day",
        hint: "is the year right?")
    case .periodBehindPublication:
      .init("K211", rule: "period_published", "the period ends after the claim was published")
    case .dueBeforePublication:
      .init("K212", rule: "period_published", "what is promised was due before the promise was published")
    case .unitWrittenOtherwise(let unit, let known):
      .init(
        "K213", rule: "unit", "'\(unit)' is not the unit '\(known)': numbers are compared in one unit alone",
        hint: "write \(known)")
    case .withoutUnit(let others, let topic):
      .init(
        "K214", rule: "unit",
        "the number has no unit, and others on '\(topic)' are in '\(others)': they are not compared")
    case .notInPeople(let unit, let measure):
      .init(
        "K215", rule: "unit", "a number of '\(measure)' is in '\(unit)', and is not compared with numbers of people",
        hint: "give the number of people, where the source states it")
    case .spelledOtherwise(let word, let other):
      .init(
        "K216", rule: "one_spelling",
        "'\(word)' and '\(other)' differ only in how they are written, and are two things",
        hint: "write one of them throughout")
    case .nothingToCompare(let topic):
      .init(
        "K217", rule: "states_something",
        "the claim has no number, answer or option, so that nothing on '\(topic)' is held against it")
    case .statesNothing:
      .init("K218", rule: "states_something", "the claim states nothing: no number, answer, option, promise or words")
    case .hundredthOfOthers(let value, let middle):
      .init(
        "K219", rule: "percent", "\(value) is about a hundredth of what others on the topic state, \(middle)",
        hint: "is it a fraction, where percent are meant?")
    case .belowZero: .init("K220", rule: "people", "a number of people is below zero")
    case .revised(let before, let after, let file):
      .init(
        "K231", rule: "figure_stays",
        "it was \(before.map(String.init) ?? "blank") until \(file), which has \(after.map(String.init) ?? "none")")
    case .nothingInFile:
      .init(
        "K230", rule: "every_file", "no row of this file has a value, though rows of the other files have",
        hint: "is the column called otherwise there? what the workspace names under 'columns' must be in every file")
    }
  }

  private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
}
