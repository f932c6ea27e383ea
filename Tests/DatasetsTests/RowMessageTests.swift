import Datasets
import Diagnostics
import Language
import Tables
import TestSupport
import Testing
import Times

/// Each rule across the columns or rows of a kind: its sentence, and a file that breaks it.
@Suite struct RowMessageTests {
  /// A rule, a file that breaks it once, and what users read.
  struct Broken: Sendable, CustomTestStringConvertible {
    enum Kind: Sendable { case bulletins, claims, sources }
    var kind: Kind
    var csv: String
    var code: String
    var rule: String
    var row: Int
    var field: String
    var message: String
    var hint: String?
    var testDescription: String { "\(code) \(rule)" }

    init(
      _ kind: Kind, _ csv: String, _ code: String, _ rule: String, row: Int, _ field: String, _ message: String,
      hint: String? = nil
    ) {
      (self.kind, self.csv, self.code, self.rule, self.row) = (kind, csv, code, rule, row)
      (self.field, self.message, self.hint) = (field, message, hint)
    }
  }

  static let all: [Broken] = [
    Broken(
      .sources, "key,type\npress,media\n", "K142", "source_has_label", row: 1, "label_en",
      "readers have no name for the source; fill 'label_en' or 'label_es'"),
    Broken(
      .sources, "key,label_en,type,language\npress,the press,media,Spanish\n", "K143", "language_code", row: 1,
      "language", "'Spanish' is no code of a language", hint: "write es, en, pt and so on"),
    Broken(
      .sources, "key,label_en,type,withdrawn_on\npost,a post,person,2017-12-01\n", "K113", "complete", row: 1,
      "withdrawn", "'withdrawn' is missing, but 'withdrawn_on' asks for it"),
    Broken(
      .claims, "id,source,published,published_to\nc1,eu,2017-11-27,2017-11-27T12:00:00Z\n", "K101", "published_once",
      row: 1, "published", "the row gives both a day of publication and times; give one or the other"),
    Broken(
      .claims, "id,source,published\nc1,eu,9999-12-31\n", "K133", "published_years", row: 1, "published",
      "in UTC the day reaches out of the years 0 to 9999", hint: "leave the field empty where the time is not known"),
    Broken(
      .claims, "id,source,published_from,published_to\nc1,eu,2017-11-27T12:00:01Z,2017-11-27T12:00:00Z\n", "K102",
      "published_order", row: 1, "published_to", "the publication ends before it begins"),
    Broken(
      .bulletins, "id,source,lead,leader\nb1,tse,5,amapla\n", "K103", "option_of_contest", row: 1, "leader",
      "contest 'president' has no option 'amapla'", hint: "did you mean 'amapola'?"),
    Broken(
      .bulletins, "id,source,lead\nb1,tse,5\n", "K104", "lead_has_leader", row: 1, "lead",
      "the row states a lead but not whose; fill 'leader'"),
    Broken(
      .bulletins,
      "id,source,votes_amapola,follows_previous,published\nb1,tse,5,,2017-11-28\nb2,tse,6,true,2017-11-27\n", "K105",
      "follows_previous", row: 2, "follows_previous",
      "the row is said to follow 'b1', but it was published before that can have been"),
    Broken(
      .bulletins, "id,source,votes_amapola,follows_previous\nb1,tse,5,true\n", "K106", "follows_previous", row: 1,
      "follows_previous", "the first row cannot follow a previous one"),
    Broken(
      .bulletins, "id,source,counted_sheets\nb1,tse,5\n", "K107", "states_something", row: 1, "id",
      "the row states neither votes nor percentages nor a lead"),
    Broken(
      .bulletins, "id,source,capture_state,votes_amapola\nb1,tse,empty,5\n", "K134", "capture_state", row: 1,
      "capture_state", "the capture is said to be without figures, but the row states some",
      hint: "say 'complete', or leave the figures blank"),
    Broken(
      .bulletins,
      "id,source,votes_amapola,published,captured_from,captured_to\n"
        + "b1,tse,5,2017-11-27,2017-11-27T12:00:01Z,2017-11-27T12:00:00Z\n", "K135", "capture_order", row: 1,
      "captured_to", "the capture ends before it begins"),
    Broken(
      .claims, "id,source,period_from,period_to\nc1,eu,2017-11-27,2017-11-26\n", "K108", "period_order", row: 1,
      "period_to", "the period ends before it begins"),
    Broken(
      .claims, "id,source,due_from,due_to\nc1,eu,2017-11-27T12:00:01Z,2017-11-27T12:00:00Z\n", "K108", "period_order",
      row: 1, "due_to", "the period ends before it begins"),
    Broken(
      .claims, "id,source,value,value_low\nc1,eu,5,3\n", "K109", "value_once", row: 1, "value",
      "the row gives both a value and a range; give one or the other"),
    Broken(
      .claims, "id,source,value_low,value_high\nc1,eu,5,3.9\n", "K110", "range_order", row: 1, "value_high",
      "the range ends below where it begins"),
    Broken(
      .claims, "id,source,due_to,fulfilled_by\nc1,eu,2017-11-27T12:00:00Z,c2\n", "K111", "row_exists", row: 1,
      "fulfilled_by", "there is no row 'c2'"),
    Broken(
      .bulletins, "id,source,votes_amapola,counted_sheets_percent\nb1,tse,5,100.01\n", "K112", "part_within_whole",
      row: 1, "counted_sheets_percent", "'counted_sheets_percent' is more than '100', of which it is a part"),
    Broken(
      .bulletins, "id,source,votes_amapola,counted_sheets,total_sheets\nb1,tse,5,7,6\n", "K112", "part_within_whole",
      row: 1, "counted_sheets", "'counted_sheets' is more than 'total_sheets', of which it is a part"),
    Broken(
      .claims, "id,source,due_from\nc1,eu,2017-11-27T12:00:00Z\n", "K113", "complete", row: 1, "due_to",
      "'due_to' is missing, but 'due_from' asks for it"),
  ]

  @Test(arguments: all) func tells(_ broken: Broken) throws {
    let sample = KindSample()
    let problems: [Diagnostic]
    let kind: String
    switch broken.kind {
    case .bulletins: (problems, kind) = (sample.problems(.bulletins, broken.csv), "bulletins")
    case .claims: (problems, kind) = (sample.problems(.claims, broken.csv), "claims")
    case .sources: (problems, kind) = (sample.problems(.sources, broken.csv), "sources")
    }
    #expect(problems.count == 1)
    let problem = try #require(problems.first)
    #expect(problem.code == broken.code)
    #expect(problem.message == "row \(broken.row), column '\(broken.field)': \(broken.message)")
    #expect(problem.hint == broken.hint)
    #expect(problem.severity == .error)
    #expect(problem.location?.file == "data/\(kind).csv")
    #expect(problem.datum?.dataset == kind)
    #expect(problem.datum?.row == broken.row)
    #expect(problem.datum?.field == broken.field)
    #expect(problem.datum?.rule == broken.rule)
  }

  /// The messages about a file's columns and about its rows together; what leads to each is tested with its kind.
  static let ofFiles: [(RowMessage, String, String)] = [
    (
      .columnUsedTwice("A", by: ["ballots", "station"]), "K116",
      "the file's column 'A' is to be read as values of different types: ballots, station"
    ),
    (.severalColumns("station"), "K117", "'station' is made of one column, not of several"),
    (.notTime(.unixSeconds, "x"), "K118", "'x' is no time written as unix_seconds"),
    (.noSuchTime("2024 10 0"), "K119", "'2024 10 0' is no time of the calendar"),
    (.unknownRowOption("95", names: ["13"]), "K150", "'95' is no option of the contest"),
    (
      .missingDiffers("roll", by: ["cast", "registered"]), "K151",
      "'missing' says different things of the file's column 'roll': cast, registered"
    ),
    (.noValue("x", for: "cast"), "K152", "'x' cannot stand where 'cast' is missing: it is no value of it"),
    (.nothingTakenOff("sheet"), "K153", "'less' takes numbers off whole numbers, and 'sheet' is none"),
    (.belowZero(5, less: 6), "K154", "5 less 6 is below 0"),
    (.percentOfNoNumber("sheet"), "K178", "'percent' works out whole numbers, and 'sheet' is none"),
    (.percentOfNothing(5, percent: "99.9"), "K179", "5 is 99.9 % of no whole number"),
    (.duplicateKey(first: 3), "K120", "row 3 has the same key"),
    (.optionTwice(first: 3), "K121", "row 3 gives votes of the same option of the same sheet"),
    (.sheetDiffers(first: 3), "K122", "row 3 of the same sheet has another value"),
    (.expectedUnknown("vots", known: ["votes"]), "K125", "there is no column 'vots' of whole numbers to add up"),
    (.rowNumber("ballots"), "K131", "the row's number cannot stand for 'ballots'"),
  ]

  @Test(arguments: ofFiles) func sentences(message: RowMessage, code: String, text: String) {
    #expect(message.code == code)
    #expect(message.message == text)
    #expect(message.rule != nil)
  }

  @Test func everyRuleIsTriggered() {
    let codes = Set(Self.all.map(\.code))
    #expect(codes == Set((Array(101...113) + Array(133...135) + [142, 143]).map { "K\($0)" }))
  }

  @Test func whatIsWrongInManyRowsIsCountedBehindTheFirstTwenty() throws {
    func problems(_ rows: Int) throws -> [Diagnostic] {
      let file = (1...rows).map { "b\($0),tse,5\n" }.joined()
      return KindSample().problems(.bulletins, "id,source,lead\n" + file)
    }
    #expect(try problems(20).count == 20)
    #expect(try problems(21).last?.message == "and 1 more of this kind (lead_has_leader), in row 21")
    let all = try problems(1000)
    #expect(all.count == 21)
    #expect(all.last?.code == "K114")
    #expect(all.last?.message == "and 980 more of this kind (lead_has_leader), from row 21 on")
    #expect(
      all.last?.datum == .init(dataset: "bulletins", row: 21, field: "lead", value: nil, rule: "lead_has_leader"))
  }

  @Test func everythingWrongIsToldAtOnce() throws {
    let problems = KindSample().problems(
      .bulletins,
      """
      id,source,lead,leader,votes_amapola,follows_previous,counted_sheets,total_sheets
      b1,tse,5,,,true,7,6
      b2,tse,,camelia,4,,,
      b3,tse,,,,,1,2

      """)
    #expect(problems.map(\.code) == ["K104", "K112", "K106", "K103", "K107"])
    #expect(problems.map { $0.datum?.row } == [1, 1, 1, 2, 3])
  }
}
