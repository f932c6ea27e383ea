import Datasets
import Diagnostics
import Language
import Tables
import Testing
import Times

/// Files as they are published, each read as the workspace says, without a change to the file.
@Suite struct MappedRowsTests {
  // MARK: - Rows that are read

  /// Of rows that are left out nothing is looked at: neither what is missing, nor what is no number, nor bytes of another
  /// encoding, nor keys that stand twice.
  @Test func rowsThatAreLeftOutAreNotLookedAt() throws {
    let mapped = MappedSheets {
      $0.areas = ["region"]
      $0.filters = [RowFilter("race", ["mayor"])]
    }
    let text =
      "sheet,race,region,votes_oak,votes_elm\n1,mayor,n,3,4\n,council,,N/A,\n1,council,n,-7,1e5\n2,mayor,n,5,6\n"
    let bytes = Array(text.utf8) + Array("3,council,".utf8) + [0xF1, 0x2C, 0, 0x2C, 0x0A]
    let sheets = try mapped.sheets(bytes)
    #expect(sheets.keys.all == ["1", "2"] && sheets.votes[0].all == [3, 5])
    #expect(sheets.source.selection?.leftOut.map(\.rows) == [3])
    // What is read is checked as ever, under its own number.
    #expect(
      mapped.told(text + "3,mayor,n,x,6\n")
        == "sheets.csv:6:11 error[T041] row 5, column 'votes_oak': 'x' is not an integer")
    // A value that is itself at fault leaves no row out.
    #expect(
      mapped.told(text + "3,may\"or,n,x,6\n")
        == """
        sheets.csv:6:3 error[T030] row 5, column 'race': a quote stands inside a field that does not begin with one
          put quotes around the field, and double those inside
        sheets.csv:6:12 error[T041] row 5, column 'votes_oak': 'x' is not an integer
        """)
  }

  @Test(arguments: [
    (RowFilter("race", ["mayor", ""]), ["1", "4", "6"]), (RowFilter("race", not: ["mayor", ""]), ["2", "3", "5"]),
    (RowFilter("race", isMissing: true), ["4"]), (RowFilter("race", isMissing: false), ["1", "2", "3", "5", "6"]),
    (RowFilter("votes_oak", least: 3), ["3", "4", "5"]), (RowFilter("votes_oak", most: 2), ["1", "2"]),
    (RowFilter("votes_oak", least: 2, most: 4), ["2", "3", "4"]),
    (RowFilter("race", not: ["council"], isMissing: false), ["1", "5", "6"]),
    (RowFilter("sheet", least: ExactDecimal(mantissa: 25, scale: 1), most: 5), ["3", "4", "5"]),
  ])
  func filters(_ filter: RowFilter, _ keys: [String]) throws {
    let text =
      "sheet,race,votes_oak,votes_elm\n1,mayor,1,1\n2,council,2,2\n3,council,3,5\n4,,4,4\n5,judge,5,3\n6,mayor,,6\n"
    #expect(try MappedSheets { $0.filters = [filter] }.sheets(text).keys.all == keys)
  }

  /// Several filters, of one column too, are met by each row.
  @Test func severalFilters() throws {
    let mapped = MappedSheets {
      $0.filters = [RowFilter("n", least: 2), RowFilter("n", most: 3), RowFilter("n", not: ["3"])]
    }
    let sheets = try mapped.sheets("sheet,n,votes_oak,votes_elm\na,1,x,1\nb,2,1,1\nc,3,x,1\nd,4,x,1\n")
    #expect(sheets.keys.all == ["b"])
    #expect(sheets.source.selection?.leftOut.map(\.rows) == [1, 1, 1])
  }

  /// A decimal comma stands in the numbers of a range too.
  @Test func rangesHaveTheMarkOfTheFile() throws {
    let mapped = MappedSheets {
      $0.format = CSVFormat(delimiter: .semicolon, decimalMark: .comma)
      $0.filters = [RowFilter("share", least: ExactDecimal(mantissa: 15, scale: 1))]
    }
    let sheets = try mapped.sheets("sheet;share;votes_oak;votes_elm\n1;1,4;1;1\n2;1,6;1;1\n3;1.6;1;1\n4;;1;1\n")
    #expect(sheets.keys.all == ["2"])
  }

  @Test func slipsInWhatIsLeftOut() {
    let mapped = MappedSheets { $0.filters = [RowFilter("race", not: ["TOTALS", "annulled"])] }
    #expect(
      mapped.told("sheet,race,votes_oak,votes_elm\n1,mayor,1,1\n9,TOTAL,1,1\n")
        == """
        sheets.csv error[K128] no row has 'TOTALS' in column 'race', as 'where' asks
          did you mean 'TOTAL'?
        """)
  }

  // MARK: - Values

  /// Peru writes no votes as an empty field, and a delimiter behind every row (ONPE, second round of 2021).
  @Test func emptyFieldsAreNoVotes() throws {
    let mapped = MappedSheets {
      $0.format = CSVFormat(delimiter: .semicolon, hasTrailingDelimiter: true)
      $0.columns = [
        "sheet": "MESA", "votes_oak": .init(["P1"], empty: "0"), "votes_elm": .init(["P2", "P3"], empty: "0"),
        "blank": "VB",
      ]
    }
    let sheets = try mapped.sheets("MESA;P1;P2;P3;VB\n\"1\";\"115\";87;1;;\n\"2\";;\"\";;4;\n")
    #expect(sheets.votes[0].all == [115, 0] && sheets.votes[1].all == [88, 0] && sheets.blank.all == [nil, 4])
    #expect(sheets.validVotes.all == [203, 0])
  }

  @Test func whatStandsForAMissingValueIsAValue() {
    let text = "sheet,A,B,votes_elm,when\n1,1,2,3,\n"
    func told(_ columns: [String: ColumnSource]) -> String { MappedSheets { $0.columns = columns }.told(text) }
    #expect(
      told(["votes_oak": .init(["A"], empty: "none"), "registered": .init(["B"], empty: "-1")])
        == """
        sheets.csv error[K152] 'none' cannot stand where 'votes_oak' is missing: it is no value of it
        sheets.csv error[K152] '-1' cannot stand where 'registered' is missing: it is no value of it
        """.split(separator: "\n").reversed().joined(separator: "\n"))
    #expect(told(["votes_oak": .init(["A"], empty: "0")]) == "")
    #expect(
      told(["sheet": .init(["sheet"], less: ["B"]), "votes_oak": "A"])
        == "sheets.csv error[K153] 'less' takes numbers off whole numbers, and 'sheet' is none")
  }

  /// Georgia's protocols of 2024 have days and hours that never were, beside votes that are in order.
  @Test func aTimeThatIsNotKnownLeavesTheRestOfTheSheet() throws {
    let parts = ["year", "month", "day", "hour", "minute"]
    let text = """
      sheet,votes_oak,votes_elm,year,month,day,hour,minute
      1,56,31,2024,10,26,23,56
      2,5,6,2024,10,0,0,0
      3,7,8,2024,10,26,56,56

      """
    #expect(
      MappedSheets { $0.columns = ["published_to": .init(parts)] }.told(text)
        == """
        sheets.csv error[K119] row 2, column 'published_to': '2024 10 0 0 0' is no time of the calendar
          where that says that it is not known, add 'missing: ["2024 10 0 0 0"]' to the column in veedor.yaml
        sheets.csv error[K119] row 3, column 'published_to': '2024 10 26 56 56' is no time of the calendar
          where that says that it is not known, add 'missing: ["2024 10 26 56 56"]' to the column in veedor.yaml
        """)
    let known = ["2024 10 0 0 0", "2024 10 26 56 56"]
    let sheets = try MappedSheets { $0.columns = ["published_to": .init(parts, missing: known)] }.sheets(text)
    #expect(
      (0..<3).map { sheets.publishedTo[$0]?.rfc3339 } == ["2024-10-26T19:56:00Z", nil, nil]
        && sheets.votes.map(\.all) == [[56, 5, 7], [31, 6, 8]])
  }

  /// 99 says of one column that nothing is known, and is a number of votes in the others.
  @Test func missingValuesOfOneColumn() throws {
    let columns: [String: ColumnSource] = [
      "registered": .init(["roll"], missing: ["99", "n/d"]),
      "published_to": .init(["seen"], missing: ["00/00/0000 00:00"], time: .pattern("DD/MM/YYYY hh:mm")),
    ]
    let text =
      "sheet,roll,votes_oak,votes_elm,seen\n1,99,99,1,01/02/2024 00:00\n2,n/d,2,2,00/00/0000 00:00\n3,300,3,4,\n"
    let sheets = try MappedSheets { $0.columns = columns }.sheets(text)
    #expect(sheets.registered.all == [nil, nil, 300] && sheets.votes[0].all == [99, 2, 3])
    #expect((0..<3).map { sheets.publishedTo[$0]?.rfc3339 } == ["2024-01-31T20:00:00Z", nil, nil])
    #expect(
      MappedSheets {
        $0.columns = ["registered": .init(["roll"], missing: ["99"]), "cast": "roll", "votes_oak": "votes_oak"]
      }.told(text).hasPrefix(
        "sheets.csv error[K151] 'missing' says different things of the file's column 'roll': "))
  }

  /// Valid votes that include the blank ones, as in Córdoba and Colombia.
  @Test func blankVotesAreTakenOffTheValidOnes() throws {
    let mapped = MappedSheets { $0.columns = ["valid": .init(["VALIDOS"], less: ["BLANCOS"]), "blank": "BLANCOS"] }
    let text = "sheet,VALIDOS,BLANCOS,votes_oak,votes_elm\n1,110,10,60,40\n2,50,,30,20\n"
    let sheets = try mapped.sheets(text)
    #expect(sheets.valid.all == [100, nil] && sheets.validVotes.all == [100, 50])
    #expect(
      mapped.told(text + "3,5,6,3,2\n")
        == "sheets.csv error[K154] row 3, column 'valid': 5 less 6 is below 0\n  is it the right column?")
  }

  // MARK: - A row an option

  /// Brazil's and Argentina's files: blank and null votes stand as rows beside the options; options without votes have none.
  @Test func blankAndNullVotesAreRows() throws {
    let mapped = MappedSheets {
      $0.columns = ["sheet": ["ZONA", "SECAO"], "cast": "COMPARECIMENTO"]
      $0.long = LongVotes(
        option: "NR", votes: "QT", names: ["oak": ["13"], "elm": ["22"], "blank": ["95"], "null": ["96", "97"]],
        empty: 0)
    }
    let text = """
      ZONA,SECAO,COMPARECIMENTO,NR,QT
      1,10,255,13,100
      1,10,255,22,140
      1,10,255,95,5
      1,10,255,96,8
      1,10,255,97,2
      1,11,90,22,90

      """
    let sheets = try mapped.sheets(text)
    #expect(sheets.keys.all == ["1-10", "1-11"] && sheets.votes.map(\.all) == [[100, 0], [140, 90]])
    #expect(sheets.blank.all == [5, 0] && sheets.null.all == [10, 0] && sheets.cast.all == [255, 90])
    #expect(
      mapped.told(text + "1,11,90,94,1\n")
        == """
        sheets.csv error[K150] row 7, column 'NR': '94' is no option of the contest
          did you mean '95'?
        """)
    #expect(
      mapped.told(text + "1,11,90,IMPUGNADO,1\n")
        == """
        sheets.csv error[K150] row 7, column 'NR': 'IMPUGNADO' is no option of the contest
          name it in 'long.names' under its option, under blank or null, or leave its rows out with 'where'
        """)
    // Without a word on it nothing stands for a row that is not there.
    var silent = mapped
    silent.declaration.long?.empty = nil
    #expect(try silent.sheets(text).votes[0].all == [100, nil] && silent.sheets(text).blank.all == [5, nil])
  }
}
