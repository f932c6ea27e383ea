public import Diagnostics

/// What can be wrong with a row, seen across its columns.
public enum RowMessage: Error, DiagnosticMessage, Equatable {
  /// A row gives a day and times of publication.
  case publishedTwice
  /// A day of publication that reaches out of the years that can be written.
  case publishedOutOfReach
  /// A row's publication ends before it begins.
  case publishedBackwards
  /// A row names an option that the contest does not have.
  case unknownOption(String, contest: String, options: [String])
  /// A row states a lead without saying whose.
  case leadWithoutLeader
  /// A row follows the previous one, but all its times are earlier.
  case followsBackwards(previous: String)
  /// The first row follows a previous one.
  case followsNothing
  /// A row states nothing that can be read as a count.
  case statesNothing
  /// A capture said to be empty or failed states figures of the options.
  case captureHoldsFigures
  /// A capture ends before it begins.
  case capturedBackwards
  /// A period ends before it begins.
  case periodBackwards
  /// A row gives one value and a range of values.
  case valueTwice
  /// A range of values ends below where it begins.
  case rangeBackwards
  /// A row refers to a row that is not there.
  case unknownRow(String)
  /// A row names a source that the register does not have.
  case unknownSource(String, known: [String])
  /// A source that readers have no name for.
  case withoutLabel
  /// What stands for a language is no code of one.
  case notLanguage(String)
  /// A number is larger than the number it is a part of.
  case partExceedsWhole(part: String, whole: String)
  /// A row lacks a value that another of its values asks for.
  case lacks(String, because: String)
  /// A row adds up others: a row of totals among sheets.
  case totalsRow
  /// A column is read as two things that have different types.
  case columnUsedTwice(String, by: [String])
  /// Several columns are given for a value that is made of one.
  case severalColumns(String)
  /// A value is no time of the declared form.
  case notTime(TimeNotation, String)
  /// The parts of a time make none.
  case noSuchTime(String)
  /// Clocks of the zone never showed the time: they went forward over it.
  case neverShown(String, String)
  /// A number is a time in the other unit, and none in the declared one.
  case otherUnit(String, TimeNotation, TimeNotation)
  /// A time lies outside of the years in which it can be meant.
  case yearOutOfReach(ClosedRange<Int>)
  /// A pattern without an hour stands where an instant is wanted.
  case dayForInstant(String, String)
  /// The workspace says of a row that it is no total, and no row has its key.
  case noSuchKey(String)
  /// A row of a long file names what is neither an option nor another number of the sheet.
  case unknownRowOption(String, names: [String])
  /// A file's column has different texts for a missing value, by what is read from it.
  case missingDiffers(String, by: [String])
  /// What is to stand for a missing value is no value of the column.
  case noValue(String, for: String)
  /// Numbers are to be taken off what is no whole number.
  case nothingTakenOff(String)
  /// A number is smaller than what is taken off it.
  case belowZero(Int, less: Int)
  /// The row at `first`, from 1, has the same key; `file` is its file, where that is another.
  case duplicateKey(first: Int, file: String? = nil)
  /// A sheet names an option that the row at `first`, from 1, has named; `file` as above.
  case optionTwice(first: Int, file: String? = nil)
  /// A row of a sheet says something else of the sheet than the row at `first`, from 1; `file` as above.
  case sheetDiffers(first: Int, file: String? = nil)
  /// The file has another number of rows than the workspace expects.
  case expectedRows(Int, found: Int)
  /// A column has another total than the workspace expects.
  case expectedTotal(String, Int, found: Int)
  /// The workspace expects a total of a column that the kind does not have.
  case expectedUnknown(String, known: [String])
  /// The votes of two options are read from one column.
  case optionsShareColumn(String, String, column: String)
  /// The file gives votes of other options, but none of this one.
  case optionWithoutColumn(String, column: String)
  /// The workspace says that the file does not give what every row needs.
  case needed(String)
  /// A filter asks for a value that no row has.
  case filterMissesAll(String, column: String, present: [String])
  /// A part is larger than its whole on most rows.
  case exceedsThroughout(String, whole: String, rows: Int, of: Int)
  /// The name of a coarsest area is a number, as no more than half of the others are.
  case numberForName
  /// The row's number is to stand where it cannot.
  case rowNumber(String)
  /// The file's name is to stand where it cannot.
  case fileName(String)
  /// A file's name is not as the pattern has it.
  case fileNameDiffers(pattern: String)
  /// A file of a series was made at the moment of another.
  case sameMoment(String)
  /// A file that is to be a capture has other than one row.
  case notOneRow(Int)
  /// The rows say when they became known, and the series does as well.
  case seriesSaysWhen(String)
  /// What is to stand on every row is no value of the column.
  case noConstant(String, for: String)
  /// What is made by `join` or `split` is no free text.
  case noFreeText(String)
  /// A text holds `count` things and not `usual`, as most rows of the column do.
  case partsDiffer(String, separator: String, count: Int, usual: Int)
  /// The texts of a column hold fewer things than the number of the one that is taken.
  case noSuchPart(TextPart, column: String, usual: Int)
  /// Nothing stands in a part of a text that every row needs.
  case emptyPart(String, TextPart)
  /// So many more files of a dataset cannot be read either.
  case moreFiles(Int, of: Int)
  /// So many more rows break a rule in one column, of which `row` is the first.
  case more(Int, rule: String, row: Int)

  /// What to write where a value, such as an impossible time, says that it is not known.
  private static func unknown(_ value: String) -> String {
    "where that says that it is not known, add 'missing: [\"\(value)\"]' to the column in veedor.yaml"
  }

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .publishedTwice:
      .init("K101", rule: "published_once", "the row gives both a day of publication and times; give one or the other")
    case .publishedOutOfReach:
      .init(
        "K133", rule: "published_years", "in UTC the day reaches out of the years 0 to 9999",
        hint: "leave the field empty where the time is not known")
    case .publishedBackwards: .init("K102", rule: "published_order", "the publication ends before it begins")
    case .unknownOption(let name, let contest, let options):
      .init(
        "K103", rule: "option_of_contest", "contest '\(contest)' has no option '\(name)'",
        hint: didYouMean(name, among: options))
    case .leadWithoutLeader:
      .init("K104", rule: "lead_has_leader", "the row states a lead but not whose; fill 'leader'")
    case .followsBackwards(let previous):
      .init(
        "K105", rule: "follows_previous",
        "the row is said to follow '\(previous)', but it was published before that can have been")
    case .followsNothing: .init("K106", rule: "follows_previous", "the first row cannot follow a previous one")
    case .statesNothing:
      .init("K107", rule: "states_something", "the row states neither votes nor percentages nor a lead")
    case .captureHoldsFigures:
      .init(
        "K134", rule: "capture_state", "the capture is said to be without figures, but the row states some",
        hint: "say 'complete', or leave the figures blank")
    case .capturedBackwards: .init("K135", rule: "capture_order", "the capture ends before it begins")
    case .periodBackwards: .init("K108", rule: "period_order", "the period ends before it begins")
    case .valueTwice: .init("K109", rule: "value_once", "the row gives both a value and a range; give one or the other")
    case .rangeBackwards: .init("K110", rule: "range_order", "the range ends below where it begins")
    case .unknownRow(let key): .init("K111", rule: "row_exists", "there is no row '\(key)'")
    case .unknownSource(let key, let known):
      .init(
        "K141", rule: "source_of_register", "the register of sources has no '\(key)'",
        hint: didYouMean(key, among: known))
    case .withoutLabel:
      .init("K142", rule: "source_has_label", "readers have no name for the source; fill 'label_en' or 'label_es'")
    case .notLanguage(let code):
      .init("K143", rule: "language_code", "'\(code)' is no code of a language", hint: "write es, en, pt and so on")
    case .partExceedsWhole(let part, let whole):
      .init("K112", rule: "part_within_whole", "'\(part)' is more than '\(whole)', of which it is a part")
    case .lacks(let column, let because):
      .init("K113", rule: "complete", "'\(column)' is missing, but '\(because)' asks for it")
    case .totalsRow:
      .init(
        "K115", rule: "no_totals_row", "the row adds up other rows: it is a total, not a sheet",
        hint: "leave it out with 'where:', or name its key under 'not_totals:' if it is a sheet")
    case .columnUsedTwice(let column, let names):
      .init(
        "K116", rule: "column_mapping",
        "the file's column '\(column)' is to be read as values of different types: \(names.joined(separator: ", "))")
    case .severalColumns(let name):
      .init("K117", rule: "column_mapping", "'\(name)' is made of one column, not of several")
    case .notTime(let notation, let value):
      .init("K118", rule: "time", "'\(value)' is no time written as \(notation.name)", hint: Self.unknown(value))
    case .noSuchTime(let value):
      .init("K119", rule: "time", "'\(value)' is no time of the calendar", hint: Self.unknown(value))
    case .neverShown(let value, let zone):
      .init(
        "K155", rule: "time", "clocks of \(zone) never showed '\(value)': they went forward over it",
        hint: "is 'zone' right? \(Self.unknown(value))")
    case .otherUnit(let value, let notation, let other):
      .init(
        "K156", rule: "time", "'\(value)' is no time written as \(notation.name), but one as \(other.name)",
        hint: "say 'time: \(other.name)'")
    case .yearOutOfReach(let years):
      .init(
        "K157", rule: "years", "the time is not in the years \(years.lowerBound) to \(years.upperBound)",
        hint: "if it stands for one that is not known, leave the field empty, or say so under 'missing' of the column")
    case .dayForInstant(let pattern, let name):
      .init(
        "K158", rule: "column_mapping", "'\(name)' is an instant, and '\(pattern)' names a day",
        hint: "add the hour, or read the day as 'published'")
    case .noSuchKey(let key):
      .init("K159", rule: "no_totals_row", "no row has the key '\(key)', which 'not_totals' names")
    case .unknownRowOption(let name, let names):
      .init(
        "K150", rule: "option_of_contest", "'\(name)' is no option of the contest",
        hint: didYouMean(name, among: names)
          ?? "name it in 'long.names' under its option, under blank or null, or leave its rows out with 'where'")
    case .missingDiffers(let column, let names):
      .init(
        "K151", rule: "column_mapping",
        "'missing' says different things of the file's column '\(column)': \(names.joined(separator: ", "))")
    case .noValue(let value, let name):
      .init("K152", rule: "column_mapping", "'\(value)' cannot stand where '\(name)' is missing: it is no value of it")
    case .nothingTakenOff(let name):
      .init("K153", rule: "column_mapping", "'less' takes numbers off whole numbers, and '\(name)' is none")
    case .belowZero(let whole, let less):
      .init("K154", rule: "at_least 0", "\(whole) less \(less) is below 0", hint: "is it the right column?")
    case .duplicateKey(let first, let file):
      .init("K120", rule: "unique_key", "\(Self.row(first, of: file)) has the same key")
    case .optionTwice(let first, let file):
      .init(
        "K121", rule: "option_once", "\(Self.row(first, of: file)) gives votes of the same option of the same sheet")
    case .sheetDiffers(let first, let file):
      .init("K122", rule: "sheet_agrees", "\(Self.row(first, of: file)) of the same sheet has another value")
    case .expectedRows(let rows, let found):
      .init(
        "K123", rule: "expected_rows", "the file holds \(found) rows, not \(rows) as expected",
        hint: "is it the right file, and complete?")
    case .expectedTotal(let name, let total, let found):
      .init(
        "K124", rule: "expected_total", "'\(name)' adds up to \(found), not to \(total) as expected",
        hint: "is it the right file, and complete?")
    case .expectedUnknown(let name, let known):
      .init(
        "K125", rule: "expected_total", "there is no column '\(name)' of whole numbers to add up",
        hint: didYouMean(name, among: known))
    case .optionsShareColumn(let first, let second, let column):
      .init(
        "K126", rule: "column_mapping", "'\(first)' and '\(second)' are both read from the file's column '\(column)'")
    case .optionWithoutColumn(let option, let column):
      .init(
        "K127", rule: "column_mapping",
        "the file gives votes of other options, but none of '\(option)': there is no column '\(column)'",
        hint:
          "name the file's column under 'columns', or say '\(column): {is: not_given}' if the file does not give these votes"
      )
    case .needed(let name):
      .init("K132", rule: "column_mapping", "'\(name)' is said not to be given, but every row needs it")
    case .filterMissesAll(let value, let column, let present):
      .init(
        "K128", rule: "filter", "no row has '\(value)' in column '\(column)', as 'where' asks",
        hint: didYouMean(value, among: present))
    case .exceedsThroughout(let part, let whole, let rows, let all):
      .init(
        "K129", rule: "part_within_whole", "'\(part)' is more than '\(whole)' on \(rows) of \(all) rows",
        hint: "are columns exchanged?")
    case .numberForName:
      .init(
        "K130", rule: "name_of_area", "the name is a number, but other names there are not",
        hint: "are the values of this row shifted?")
    case .rowNumber(let name):
      .init(
        "K131", rule: "column_mapping", "the row's number cannot stand for '\(name)'",
        hint: "it can stand for a text, such as the key, of a file with one row a sheet")
    case .fileName(let name):
      .init(
        "K160", rule: "column_mapping", "the file's name cannot stand for '\(name)'",
        hint: "it can stand for a text, or for an instant where 'time' says how it is written")
    case .fileNameDiffers(let pattern):
      .init(
        "K161", rule: "file_name", "the file's name is not as '\(pattern)' has it",
        hint: "{} stands for the part that is taken, * for any characters; a pattern with / is one of the whole path")
    case .sameMoment(let file):
      .init("K163", rule: "series", "the moment in the file's name is that of \(file)")
    case .notOneRow(let rows):
      .init(
        "K164", rule: "series", "the file has \(rows) rows, and a capture of a count is one",
        hint: "leave the others out with 'where'")
    case .seriesSaysWhen(let name):
      .init(
        "K165", rule: "series", "'\(name)' is given, but 'series' says when rows became known",
        hint: "take one of the two out")
    case .noConstant(let value, let name):
      .init("K166", rule: "column_mapping", "'\(value)', which is to stand on every row, is no value of '\(name)'")
    case .noFreeText(let name):
      .init("K167", rule: "column_mapping", "'join' and 'split' make names and keys, and '\(name)' is none")
    case .partsDiffer(let value, let separator, let count, let usual):
      .init(
        "K168", rule: "parts",
        "'\(value)' has \(count == 1 ? "1 part" : "\(count) parts") at '\(separator)', and most rows have \(usual)",
        hint: count < usual
          ? "if the last parts are missing there, say 'empty: \"\"' beside 'split'"
          : "does a name hold the sign? 'split' may be longer, with the blanks around it")
    case .noSuchPart(let part, let column, let usual):
      .init(
        "K169", rule: "parts",
        "part \(part.number) of '\(column)' is wanted, which has \(usual == 1 ? "1 part" : "\(usual) parts") at '\(part.separator)'"
      )
    case .emptyPart(let value, let part):
      .init("K175", rule: "parts", "part \(part.number) of '\(value)' at '\(part.separator)' is empty")
    case .moreFiles(let count, let all):
      .init("K162", "and \(count) more of the \(all) files cannot be read")
    case .more(let count, let rule, let row):
      .init(
        "K114", rule: rule,
        "and \(count) more of this kind (\(rule)), \(count == 1 ? "in row \(row)" : "from row \(row) on")")
    }
  }

  /// A row as another file names it.
  private static func row(_ row: Int, of file: String?) -> String { "row \(row)\(file.map { " of \($0)" } ?? "")" }
}
