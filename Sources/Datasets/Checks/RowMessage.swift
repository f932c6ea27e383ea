public import Diagnostics

/// What can be wrong with a row, seen across its columns.
public enum RowMessage: DiagnosticMessage, Equatable {
  /// A row gives a day and times of publication.
  case publishedTwice
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
  /// A period ends before it begins.
  case periodBackwards
  /// A row gives one value and a range of values.
  case valueTwice
  /// A range of values ends below where it begins.
  case rangeBackwards
  /// A row refers to a row that is not there.
  case unknownRow(String)
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
  case noSuchTime
  /// The row at `first`, from 1, has the same key.
  case duplicateKey(first: Int)
  /// A sheet names an option that the row at `first`, from 1, has named.
  case optionTwice(first: Int)
  /// A row of a sheet says something else of the sheet than the row at `first`, from 1.
  case sheetDiffers(first: Int)
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
  /// So many more rows break a rule in one column, of which `row` is the first.
  case more(Int, rule: String, row: Int)

  /// The stable code.
  public var code: String {
    switch self {
    case .publishedTwice: "K101"
    case .publishedBackwards: "K102"
    case .unknownOption: "K103"
    case .leadWithoutLeader: "K104"
    case .followsBackwards: "K105"
    case .followsNothing: "K106"
    case .statesNothing: "K107"
    case .periodBackwards: "K108"
    case .valueTwice: "K109"
    case .rangeBackwards: "K110"
    case .unknownRow: "K111"
    case .partExceedsWhole: "K112"
    case .lacks: "K113"
    case .more: "K114"
    case .totalsRow: "K115"
    case .columnUsedTwice: "K116"
    case .severalColumns: "K117"
    case .notTime: "K118"
    case .noSuchTime: "K119"
    case .duplicateKey: "K120"
    case .optionTwice: "K121"
    case .sheetDiffers: "K122"
    case .expectedRows: "K123"
    case .expectedTotal: "K124"
    case .expectedUnknown: "K125"
    case .optionsShareColumn: "K126"
    case .optionWithoutColumn: "K127"
    case .filterMissesAll: "K128"
    case .exceedsThroughout: "K129"
    case .numberForName: "K130"
    case .rowNumber: "K131"
    case .needed: "K132"
    }
  }

  /// The rule's name, for programs.
  public var rule: String {
    switch self {
    case .publishedTwice: "published_once"
    case .publishedBackwards: "published_order"
    case .unknownOption: "option_of_contest"
    case .leadWithoutLeader: "lead_has_leader"
    case .followsBackwards, .followsNothing: "follows_previous"
    case .statesNothing: "states_something"
    case .periodBackwards: "period_order"
    case .valueTwice: "value_once"
    case .rangeBackwards: "range_order"
    case .unknownRow: "row_exists"
    case .partExceedsWhole, .exceedsThroughout: "part_within_whole"
    case .lacks: "complete"
    case .totalsRow: "no_totals_row"
    case .columnUsedTwice, .severalColumns, .optionsShareColumn, .optionWithoutColumn, .rowNumber, .needed:
      "column_mapping"
    case .filterMissesAll: "filter"
    case .numberForName: "name_of_area"
    case .notTime, .noSuchTime: "time"
    case .duplicateKey: "unique_key"
    case .optionTwice: "option_once"
    case .sheetDiffers: "sheet_agrees"
    case .expectedRows: "expected_rows"
    case .expectedTotal, .expectedUnknown: "expected_total"
    case .more(_, let rule, _): rule
    }
  }

  /// The sentence that says what is wrong.
  public var message: String {
    switch self {
    case .publishedTwice: "the row gives both a day of publication and times; give one or the other"
    case .publishedBackwards: "the publication ends before it begins"
    case .unknownOption(let name, let contest, _): "contest '\(contest)' has no option '\(name)'"
    case .leadWithoutLeader: "the row states a lead but not whose; fill 'leader'"
    case .followsBackwards(let previous):
      "the row is said to follow '\(previous)', but it was published before that can have been"
    case .followsNothing: "the first row cannot follow a previous one"
    case .statesNothing: "the row states neither votes nor percentages nor a lead"
    case .periodBackwards: "the period ends before it begins"
    case .valueTwice: "the row gives both a value and a range; give one or the other"
    case .rangeBackwards: "the range ends below where it begins"
    case .unknownRow(let key): "there is no row '\(key)'"
    case .partExceedsWhole(let part, let whole): "'\(part)' is more than '\(whole)', of which it is a part"
    case .lacks(let column, let because): "'\(column)' is missing, but '\(because)' asks for it"
    case .totalsRow: "the row adds up other rows: it is a total, not a sheet"
    case .columnUsedTwice(let column, let names):
      "the file's column '\(column)' is to be read as values of different types: \(names.joined(separator: ", "))"
    case .severalColumns(let name): "'\(name)' is made of one column, not of several"
    case .notTime(let notation, let value): "'\(value)' is no time written as \(notation.name)"
    case .noSuchTime: "the columns hold no time of the calendar"
    case .duplicateKey(let first): "row \(first) has the same key"
    case .optionTwice(let first): "row \(first) gives votes of the same option of the same sheet"
    case .sheetDiffers(let first): "row \(first) of the same sheet has another value"
    case .expectedRows(let rows, let found): "the file holds \(found) rows, not \(rows) as expected"
    case .expectedTotal(let name, let total, let found): "'\(name)' adds up to \(found), not to \(total) as expected"
    case .expectedUnknown(let name, _): "there is no column '\(name)' of whole numbers to add up"
    case .optionsShareColumn(let first, let second, let column):
      "'\(first)' and '\(second)' are both read from the file's column '\(column)'"
    case .optionWithoutColumn(let option, let column):
      "the file gives votes of other options, but none of '\(option)': there is no column '\(column)'"
    case .filterMissesAll(let value, let column, _): "no row has '\(value)' in column '\(column)', as 'where' asks"
    case .exceedsThroughout(let part, let whole, let rows, let all):
      "'\(part)' is more than '\(whole)' on \(rows) of \(all) rows"
    case .numberForName: "the name is a number, but other names there are not"
    case .needed(let name): "'\(name)' is said not to be given, but every row needs it"
    case .rowNumber(let name): "the row's number cannot stand for '\(name)'"
    case .more(let count, let rule, let row):
      "and \(count) more of this kind (\(rule)), \(count == 1 ? "in row \(row)" : "from row \(row) on")"
    }
  }

  /// The option that was most likely meant.
  public var hint: String? {
    switch self {
    case .unknownOption(let name, _, let options): didYouMean(name, among: options)
    case .expectedUnknown(let name, let known): didYouMean(name, among: known)
    case .totalsRow: "take it out of the file, or leave it out with 'where:'"
    case .optionWithoutColumn(_, let column):
      "name the file's column under 'columns', or say '\(column): {is: not_given}' if the file does not give these votes"
    case .filterMissesAll(let value, _, let present): didYouMean(value, among: present)
    case .exceedsThroughout: "are columns exchanged?"
    case .numberForName: "are the values of this row shifted?"
    case .rowNumber: "it can stand for a text, such as the key, of a file with one row a sheet"
    case .expectedRows, .expectedTotal: "is it the right file, and complete?"
    default: nil
    }
  }
}
