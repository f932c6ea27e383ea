import Diagnostics
import Language
import Schema
import Tables
import TestSupport
import Testing
import Times

@testable import Datasets

@Suite struct SheetsTests {
  static let contest = Contest(
    "council", rule: .plurality, options: [.init("oak", name: Text("Oak")), .init("elm", name: Text("Elm"))])
  static let plain = DatasetDeclaration(contest: contest, track: .official, areas: ["region", "place"])

  @Test func columnsBecomeSheetsWithAreasAndSums() throws {
    let sheets = try read(
      """
      sheet,region,place,registered,valid,blank,null,cast,votes_oak,votes_elm
      1,North,School,300,,2,1,,60,40
      2,North,Hall,300,110,,,120,60,40
      3,South,School,300,,,,,10,
      4,North,School,300,,,,,5,6

      """)
    #expect(sheets.count == 4 && sheets.contest.id == "council" && sheets.track == .official)
    #expect((0..<4).map { sheets.validVotes[$0] } == [100, 110, nil, 11])
    #expect((0..<4).map { sheets.castBallots[$0] } == [103, 120, nil, nil])
    #expect(sheets.areas.levels == ["region", "place"])
    #expect(
      sheets.areas.units[1].map(\.path) == [["North", "School"], ["North", "Hall"], ["South", "School"]])
    #expect(sheets.areas.units[1].map(\.parent) == [0, 0, 1] && sheets.areas.units[0].map(\.parent) == [-1, -1])
    #expect((0..<4).map { sheets.areas.unit(1, $0) } == [0, 1, 2, 0])
    #expect(sheets.areas.rowsByUnit(1) == [[0, 3], [1], [2]])
    #expect(sheets.areas.units[1][2].name == "South / School" && sheets.areas.level("place") == 1)
    #expect(sheets.evidence.rows == [] && sheets.evidence.sources == ["sheets"])
    #expect(sheets.evidence.citations[0].source.label == Track.official.name)
    #expect(sheets.evidence(rows: [1]).rows == ["2"])
  }

  @Test(arguments: [
    // The grand total behind all sheets, and before them.
    ["1,A,10,20", "2,A,11,21", "3,B,12,22", "total,X,33,63"],
    ["total,X,33,63", "1,A,10,20", "2,A,11,21", "3,B,12,22"],
    // A subtotal behind the sheets of an area.
    ["1,A,10,20", "2,A,11,21", "3,A,12,22", "total,A,33,63", "4,B,1,2", "5,B,5,6", "6,B,7,7"],
  ])
  func rowsOfTotalsAreNoSheets(_ rows: [String]) throws {
    let declaration = DatasetDeclaration(contest: Self.contest, track: .official, areas: ["region"])
    let row = try #require(rows.firstIndex { $0.hasPrefix("total") })
    #expect(
      problems("sheet,region,votes_oak,votes_elm\n" + rows.map { $0 + "\n" }.joined(), declaration) == [
        "row \(row + 1), column 'sheet': the row adds up other rows: it is a total, not a sheet"
      ])
  }

  @Test func equalSheetsAreNoTotals() {
    let rows = (1...9).map { "\($0),A,10,10\n" }.joined() + "10,A,0,0\n11,A,0,0\n"
    let declaration = DatasetDeclaration(contest: Self.contest, track: .official, areas: ["region"])
    #expect(problems("sheet,region,votes_oak,votes_elm\n" + rows, declaration).isEmpty)
  }

  // MARK: - Files that were not made for the kind

  /// Copies that one party kept, of which only its own votes were written down.
  @Test func aFileThatDoesNotGiveTheVotesOfSomeOptions() throws {
    var declaration = DatasetDeclaration(contest: Self.contest, track: .party)
    declaration.contest?.options.append(.init("ash", name: Text("Ash")))
    declaration.columns = ["votes_oak": "ROBLE", "votes_elm": .notGiven, "votes_ash": .notGiven]
    let sheets = try read("sheet,ROBLE\n1,60\n2,0\n", declaration)
    #expect((0..<2).map { sheets.votes[0][$0] } == [60, 0])
    #expect(sheets.votes[1].missing.count == 2 && sheets.votes[2].missing.count == 2)
    #expect(sheets.validVotes.missing.count == 2)
  }

  /// Districts by number, abroad by name; the capital, which has most sheets, by name and districts by number.
  @Test(arguments: [
    ["1", "1", "2", "2", "3", "abroad"], ["Capital", "Capital", "Capital", "Capital", "Capital", "1", "1", "2", "2"],
    ["1", "2", "3", "4"],
  ])
  func areasMayHaveNumbersForNames(_ names: [String]) throws {
    let declaration = DatasetDeclaration(contest: Self.contest, track: .official, areas: ["region"])
    let rows = names.enumerated().map { "\($0),\($1),\($0 + 5),\($0 * 2)\n" }.joined()
    let sheets = try read("sheet,region,votes_oak,votes_elm\n" + rows, declaration)
    #expect(sheets.areas.units[0].map(\.name).count == Set(names).count)
  }

  @Test func columnsAreRenamedAddedUpAndJoined() throws {
    var declaration = Self.plain
    declaration.format = CSVFormat(delimiter: .semicolon, headerLine: 3, missing: ["-1", "n/a"])
    declaration.columns = [
      "sheet": ["Dist", "Mesa"], "region": "Depto", "place": "Lugar", "registered": "Lista",
      "null": ["Nulos 1", "Nulos 2"], "votes_oak": "ROBLE", "votes_elm": "OLMO",
      "published_to": .init(["fecha"], time: .pattern("DD/MM/YYYY hh:mm")),
    ]
    let sheets = try read(
      """
      Tribunal;;;
      (página 1)
      Dist;Mesa;Depto;Lugar;Lista;Nulos 1;Nulos 2;ROBLE;OLMO;fecha;;otra
      7;1;Norte;Escuela;300;1;2;10;20;27/11/2017 18:05;x;y
      7;2;Norte;Escuela;-1;1;n/a;11;21;;;

      """, declaration)
    #expect((0..<2).map { sheets.keys[$0] } == ["7-1", "7-2"])
    #expect((0..<2).map { sheets.registered[$0] } == [300, nil])
    #expect((0..<2).map { sheets.null[$0] } == [3, nil])
    #expect((0..<2).map { sheets.publishedTo[$0]?.rfc3339 } == ["2017-11-28T00:05:00Z", nil])
    #expect(sheets.votes[1].values == [20, 21])
  }

  @Test func rowsAreFilteredAndKeysAreThoseThatAreLeft() throws {
    var declaration = Self.plain
    declaration.areas = []
    declaration.filters = [.init("race", ["mayor", "7"])]
    let text = "sheet,race,votes_oak,votes_elm\n1,mayor,1,2\n1,council,3,4\n2,7,5,6\n2,council,7,8\n"
    let sheets = try read(text, declaration)
    #expect(sheets.votes[0].values == [1, 5])
    #expect(
      problems(text + "1,mayor,9,9\n", declaration) == ["row 5, column 'sheet': row 1 has the same key"])
  }

  @Test func keysThatComeOutTheSameAreNoticed() {
    var declaration = Self.plain
    declaration.areas = []
    declaration.columns = ["sheet": ["zone", "station"]]
    #expect(
      problems("zone,station,votes_oak,votes_elm\n1-2,3,10,20\n1,2-3,11,21\n", declaration) == [
        "row 2, column 'sheet': row 1 has the same key"
      ])
  }

  /// A row is counted for the first filter that leaves it out; a file without filters leaves none out.
  @Test func rowsThatFiltersLeaveOutAreCounted() throws {
    var declaration = Self.plain
    declaration.areas = []
    declaration.filters = [.init("race", ["mayor", ""]), .init("round", ["2"])]
    let text =
      "sheet,race,round,votes_oak,votes_elm\n1,mayor,1,1,2\n1,council,1,3,4\n2,,2,5,6\n2,council,2,7,8\n3,mayor,,1,1\n"
      + "4,judge,2,1,1\n"
    let selection = try #require(try source(text, declaration).selection)
    #expect(selection.all == 6 && selection.read == 1)
    #expect(selection.leftOut.map(\.rows) == [3, 2])
    #expect(
      String(decoding: selection.document.canonicalJSON, as: UTF8.self)
        == #"{"left_out":[{"column":"race","rows":3},{"column":"round","rows":2}],"read":1,"rows":6}"#)
    declaration.filters = []
    declaration.columns = ["votes_oak": "votes_elm", "votes_elm": "votes_oak"]
    #expect(try source("sheet,votes_oak,votes_elm\n1,1,2\n", declaration).selection == nil)
  }

  @Test func longFilesBecomeOneRowASheet() throws {
    var declaration = Self.plain
    declaration.areas = ["region"]
    declaration.long = LongVotes(option: "party", votes: "n", names: ["oak": ["ROBLE", "ROBLE-PINO"]])
    let header = "sheet,region,party,n\n"
    let sheets = try read(header + "1,A,ROBLE,10\n2,A,elm,21\n1,A,elm,20\n2,A,ROBLE,\n", declaration)
    #expect(sheets.count == 2 && (0..<2).map { sheets.votes[0][$0] } == [10, nil])
    #expect((0..<2).map { sheets.votes[1][$0] } == [20, 21])
    let coalition = try read(
      header + "1,A,ROBLE,10\n1,A,ROBLE-PINO,5\n1,A,elm,1\n2,A,ROBLE-PINO,7\n3,A,ROBLE,1\n3,A,ROBLE-PINO,\n",
      declaration)
    #expect((0..<3).map { coalition.votes[0][$0] } == [15, 7, nil] && coalition.votes[1][1] == nil)
    #expect(
      problems(header + "1,A,ROBLE,10\n1,A,ROBLE,11\n1,B,elm,20\n1,A,roble,1\n", declaration) == [
        "row 2, column 'party': row 1 gives votes of the same option of the same sheet",
        "row 3, column 'region': row 1 of the same sheet has another value",
        "row 4, column 'party': 'roble' is no option of the contest",
      ])
  }

  @Test func timesComeInManyNotations() throws {
    var declaration = Self.plain
    declaration.areas = []
    let header = "sheet,votes_oak,votes_elm,a,b,c,d,e,f\n"
    func times(_ from: ColumnSource, _ row: String) throws -> String? {
      declaration.columns["published_to"] = from
      return try read(header + "1,1,2,\(row)\n", declaration).publishedTo[0]?.rfc3339
    }
    #expect(try times(.init(["a"], time: .unixSeconds), "1557283335,,,,,") == "2019-05-08T02:42:15Z")
    for number in [Int64.min, -62_167_219_201, 253_402_300_800, .max] {
      #expect(TimeNotation.unixSeconds.instant(number) == nil, "\(number)")
    }
    #expect(TimeNotation.unixMilliseconds.instant(-1)?.rfc3339 == "1969-12-31T23:59:59.999Z")
    #expect(TimeNotation.unixMilliseconds.instant(253_402_300_799_999)?.rfc3339 == "9999-12-31T23:59:59.999Z")
    #expect(TimeNotation.unixMilliseconds.instant(.min) == nil)
    #expect(try times(.init(["a"], time: .unixMilliseconds), "1557283335592,,,,,") == "2019-05-08T02:42:15.592Z")
    #expect(try times(["a", "b", "c", "d", "e", "f"], "2018,7,1,19,3,32") == "2018-07-02T01:03:32Z")
    #expect(
      try times(.init(["a"], time: .pattern("YYYY.MM.DD hh"), zone: Zone("Asia/Kathmandu")), "2018.07.01 19,,,,,")
        == "2018-07-01T13:15:00Z")
    declaration.columns["published_to"] = ["a", "b", "c"]
    #expect(
      problems(header + "1,1,2,2018,2,30,,,\n", declaration) == [
        "row 1, column 'published_to': '2018 2 30' is no time of the calendar"
      ])
    declaration.columns["published_to"] = .init(["a"], time: .pattern("DD/MM/YYYY hh:mm"))
    #expect(
      problems(header + "1,1,2,2018-07-01,,,,,\n", declaration) == [
        "row 1, column 'published_to': '2018-07-01' is no time written as DD/MM/YYYY hh:mm"
      ])
  }

  /// Spreadsheets write one digit where one will do, and half days in many ways.
  @Test func clocksOfTwelveHoursAndSingleDigits() throws {
    var declaration = Self.plain
    declaration.areas = []
    func time(_ text: String, _ pattern: String) throws -> String? {
      declaration.columns["published_to"] = .init(["t"], time: .pattern(pattern), zone: Zone("UTC"))
      return try read("sheet,votes_oak,votes_elm,t\n1,1,2,\(text)\n", declaration).publishedTo[0]?.rfc3339
    }
    for text in [
      "7/1/2018 9:05 PM", "07/1/2018 9:05 p.m.", "7/01/2018 09:05 pm", "7/1/2018\u{a0}9:05\u{202f}p.\u{a0}m.",
    ] {
      #expect(try time(text, "M/D/YYYY h:mm am") == "2018-07-01T21:05:00Z", "\(text)")
    }
    #expect(try time("1/7/2018 12:05:09 AM", "D/M/YYYY h:mm:ss am") == "2018-07-01T00:05:09Z")
    #expect(try time("1/7/2018 12:05AM", "D/M/YYYY h:mmam") == "2018-07-01T00:05:00Z")
    #expect(try time("31/12/2018 12 pm", "DD/MM/YYYY hh am") == "2018-12-31T12:00:00Z")
    #expect(try time("11/12/2018 23:59", "D/M/YYYY h:mm") == "2018-12-11T23:59:00Z")
    for (text, pattern) in [
      ("7/1/2018 13:05 PM", "M/D/YYYY h:mm am"), ("7/1/2018 0:05 AM", "M/D/YYYY h:mm am"),
      ("7/1/2018 9:05", "M/D/YYYY h:mm am"), ("7/1/2018 9:05 xm", "M/D/YYYY h:mm am"),
      ("7/1/2018 9:5", "M/D/YYYY h:mm"), ("123/1/2018 9:05", "M/D/YYYY h:mm"), ("7/1/2018 9:05 ", "M/D/YYYY h:mm"),
      ("7/1/18 9:05", "M/D/YYYY h:mm"), ("7/1/2018 9:05 p", "M/D/YYYY h:mm am"), ("30/2/2018 9", "D/M/YYYY h"),
    ] {
      declaration.columns["published_to"] = .init(["t"], time: .pattern(pattern))
      #expect(
        problems("sheet,votes_oak,votes_elm,t\n1,1,2,\(text)\n", declaration) == [
          "row 1, column 'published_to': '\(text)' is no time written as \(pattern)"
        ])
    }
    for pattern in ["D/M/YYYY", "DD/MM/YYYY hh D", "hh:mm", "DD/MM/YYYY hh:mm am am", "", "D/M/YYYY h — mm"] {
      #expect(TimeNotation(pattern) == nil, "\(pattern)")
    }
  }

  @Test func aDayAndAnHourInColumnsOfTheirOwn() throws {
    var declaration = Self.plain
    declaration.areas = []
    declaration.columns["published_to"] = .init(["day", "hour"], time: .pattern("D/M/YYYY h:mm am"), zone: Zone("UTC"))
    let text = "sheet,votes_oak,votes_elm,day,hour\n1,1,2,1/7/2018,9:05 PM\n2,1,2,,\n"
    let sheets = try read(text, declaration)
    #expect((0..<2).map { sheets.publishedTo[$0]?.rfc3339 } == ["2018-07-01T21:05:00Z", nil])
    declaration.columns["published_to"] = .init(["day", "hour"], time: .unixSeconds)
    #expect(problems(text, declaration) == ["'published_to' is made of one column, not of several"])
  }

  @Test func aFileWithoutAKeyHasTheNumbersOfItsRows() throws {
    var declaration = Self.plain
    declaration.columns["sheet"] = .rowNumber
    let text = "region,place,race,votes_oak,votes_elm\nA,P,x,1,2\nA,P,y,1,2\nA,P,x,1,2\n"
    let all = try read(text, declaration)
    #expect((0..<3).map { all.keys[$0] } == ["1", "2", "3"])
    // Rows keep their numbers where others are left out.
    declaration.filters = [.init("race", ["x"])]
    let some = try read(text, declaration)
    #expect((0..<2).map { some.keys[$0] } == ["1", "3"])
    declaration.columns = ["sheet": .rowNumber, "registered": .rowNumber]
    declaration.filters = []
    #expect(problems(text, declaration) == ["the row's number cannot stand for 'registered'"])
    declaration.columns = ["sheet": .rowNumber]
    declaration.long = LongVotes(option: "race", votes: "votes_oak")
    #expect(problems(text, declaration) == ["the row's number cannot stand for 'sheet'"])
  }

  @Test func partsOfAKeyMayBeMissingWhereTheWorkspaceSaysSo() throws {
    var declaration = Self.plain
    declaration.columns["sheet"] = .init(["place", "n"], empty: "0")
    let text = "region,place,n,votes_oak,votes_elm\nA,P,1,1,2\nA,P,,1,2\nA,Q,,1,2\n"
    let sheets = try read(text, declaration)
    #expect((0..<3).map { sheets.keys[$0] } == ["P-1", "P-0", "Q-0"])
    #expect(
      problems(text + "A,Q,,4,5\n", declaration) == ["row 4, column 'sheet': row 3 has the same key"])
    declaration.columns["sheet"] = ["place", "n"]
    #expect(
      problems(text, declaration) == [
        "row 2, column 'n': the value is missing", "row 3, column 'n': the value is missing",
      ])
  }

  @Test func aClockThatGoesBackShowsTheFirstOfTheTwoHours() throws {
    var declaration = Self.plain
    declaration.areas = []
    declaration.columns["published_to"] = .init(
      ["t"], time: .pattern("YYYY-MM-DD hh:mm"), zone: Zone("Europe/Madrid"))
    func time(_ text: String) throws -> String? {
      try read("sheet,votes_oak,votes_elm,t\n1,1,2,\(text)\n", declaration).publishedTo[0]?.rfc3339
    }
    #expect(try time("2017-10-29 01:30") == "2017-10-28T23:30:00Z")
    #expect(try time("2017-10-29 02:30") == "2017-10-29T00:30:00Z")
    #expect(try time("2017-10-29 03:30") == "2017-10-29T02:30:00Z")
    #expect(try time("2017-03-26 03:30") == "2017-03-26T01:30:00Z")
  }

  @Test func theWholeFileCanHaveATimeOfPublication() throws {
    var declaration = Self.plain
    declaration.areas = []
    declaration.published = Instant(rfc3339: "2019-10-20T19:40:57-04:00")
    let sheets = try read(
      "sheet,votes_oak,votes_elm,published_to\n1,1,2,\n2,1,2,2019-10-21T00:00:00Z\n", declaration)
    #expect((0..<2).map { sheets.publishedFrom[$0]?.rfc3339 } == ["2019-10-20T23:40:57Z", nil])
    #expect((0..<2).map { sheets.publishedTo[$0]?.rfc3339 } == ["2019-10-20T23:40:57Z", "2019-10-21T00:00:00Z"])
  }

  @Test func aFileThatHoldsSomethingElseIsNoticed() {
    var declaration = Self.plain
    declaration.areas = []
    declaration.expected = Expectation(rows: 3, totals: ["votes_oak": 10, "votes_elm": 6, "votes_ash": 1])
    #expect(
      problems("sheet,votes_oak,votes_elm\n1,4,2\n2,5,4\n", declaration) == [
        "the file holds 2 rows, not 3 as expected", "there is no column 'votes_ash' of whole numbers to add up",
        "'votes_oak' adds up to 9, not to 10 as expected",
      ])
  }

  @Test func mappingsThatCannotBeAreToldAtOnce() {
    var declaration = Self.plain
    declaration.columns = ["region": "A", "registered": "A", "published": ["B", "C"]]
    #expect(
      problems("A,B,C\n", declaration) == [
        "the file's column 'A' is to be read as values of different types: region, registered",
        "'published' is made of one column, not of several",
      ])
    declaration.columns = ["votes_oak": "Robles"]
    #expect(
      problems("sheet,region,place,Roble\n", declaration) == ["the column 'Robles' is missing"])
  }

  // MARK: - Reading

  func read(_ text: String, _ declaration: DatasetDeclaration = plain) throws -> Sheets {
    try #require(try DatasetKind.sheets.content(of: try source(text, declaration)) as? Sheets)
  }

  private func problems(_ text: String, _ declaration: DatasetDeclaration) -> [String] {
    do {
      _ = try read(text, declaration)
      return []
    } catch let error as DiagnosticsError {
      return error.all.map(\.message)
    } catch {
      return ["\(error)"]
    }
  }

  private func source(_ text: String, _ declaration: DatasetDeclaration) throws -> DatasetSource {
    try ScratchFile.with(text) { path in
      try DatasetKind.sheets.source(
        declaration, dataset: "sheets", path: path, name: "sheets.csv",
        zone: try #require(Zone("America/Tegucigalpa")))
    }
  }
}
