import Datasets
import Diagnostics
import Tables
import TestSupport
import Testing
import Times

/// Numbers that a file withholds: they are missing, with what is known of them.
@Suite struct WithheldTests {
  private static let declared = [WithheldText(["<10", "< 10"], 0...9), WithheldText(["*"], 1...4)]
  private static let text = "sheet,votes_oak,votes_elm\na,<10,20\nb,*,30\nc,40,\nd,5,< 10\n"

  private func mapped(_ change: @escaping (inout DatasetDeclaration) -> Void = { _ in }) -> MappedSheets {
    MappedSheets {
      $0.withheld = Self.declared
      change(&$0)
    }
  }

  private func cells(_ sheets: Sheets, _ column: String) -> [String] {
    sheets.source.withheld(in: column).map { "\($0.row) \($0.range)" }
  }

  @Test func theyAreMissingWithinBounds() throws {
    let sheets = try mapped().sheets(Self.text)
    #expect(sheets.votes.map(\.all) == [[nil, nil, 40, 5], [20, 30, nil, nil]])
    #expect(cells(sheets, "votes_oak") == ["0 0...9", "1 1...4"] && cells(sheets, "votes_elm") == ["3 0...9"])
    // What is empty is not withheld, and what is not declared is no number.
    #expect(MappedSheets().told(Self.text).contains("error[T041] row 1, column 'votes_oak': '<10' is not an integer"))
    #expect(
      mapped().told(Self.text + "e,<5,1\n").contains("error[T041] row 5, column 'votes_oak': '<5' is not an integer"))
  }

  /// No value stands for them, even where one stands for an empty field.
  @Test func nothingStandsForThem() throws {
    let sheets = try mapped {
      $0.columns["votes_oak"] = ColumnSource(["votes_oak"], empty: "0")
      $0.columns["votes_elm"] = ColumnSource(["votes_elm"], empty: "0")
    }.sheets(Self.text)
    #expect(sheets.votes.map(\.all) == [[nil, nil, 40, 5], [20, 30, 0, nil]])
  }

  @Test func sumsAndDifferencesOfThem() throws {
    let text = "sheet,a,b,c\n1,<10,5,*\n2,*,*,3\n3,<10,,1\n4,7,5,2\n5,*,0,<10\n"
    let sheets = try mapped {
      $0.columns = ["votes_oak": ["a", "b"], "votes_elm": "c", "blank": ColumnSource(["a", "b"], less: ["c"])]
    }.sheets(text)
    #expect(sheets.votes[0].all == [nil, nil, nil, 12, nil] && sheets.blank.all == [nil, nil, nil, 10, nil])
    // Where another part is missing nothing bounds the sum.
    #expect(cells(sheets, "votes_oak") == ["0 5...14", "1 2...8", "4 1...4"])
    #expect(cells(sheets, "blank") == ["0 1...13", "1 0...5", "4 0...4"])
  }

  /// They go where the rows go: filters, several files, editions.
  @Test func theyGoWithTheirRows() throws {
    let text = "sheet,race,votes_oak,votes_elm,published_to\n"
    let rows = "a,x,<10,1,2024-10-27T00:00:00Z\nb,y,*,1,2024-10-28T00:00:00Z\nc,y,<10,1,2024-10-27T00:00:00Z\n"
    let sheets = try mapped { $0.filters = [RowFilter("race", ["y"])] }.sheets(text + rows)
    #expect(cells(sheets, "votes_oak") == ["0 1...4", "1 0...9"])
    let instant = try #require(Instant(rfc3339: "2024-10-27T12:00:00Z"))
    let known = DatasetKind.sheets.known(sheets.source, at: instant)
    #expect(known.withheld(in: "votes_oak").map(\.row) == [0] && known.withheld(in: "votes_oak")[0].range == 0...9)
    var declaration = DatasetDeclaration(contest: sheets.contest, track: .official)
    declaration.withheld = Self.declared
    let two = try WrittenFiles([
      (name: "a.csv", text: Self.text), (name: "b.csv", text: "sheet,votes_elm,votes_oak\nx,*,1\n"),
    ]).read(declaration, DatasetKind.sheets)
    #expect(two.source.withheld(in: "votes_elm").map(\.row) == [3, 4])
  }

  @Test func checkTellsOfThem() throws {
    #expect(
      try mapped().doubts(Self.text) == [
        "sheets.csv warning[K236] column 'votes_oak': 2 numbers are withheld, and lie in all between 1 and 13\n  no sum has them",
        "sheets.csv warning[K236] column 'votes_elm': 1 number is withheld, and lies between 0 and 9\n  no sum has them",
      ])
  }

  /// A row for each option: they are withheld by row, also of a coalition, and beside columns of the sheet.
  @Test func aLongFile() throws {
    let text = """
      sheet,registered,o,v
      a,<10,oak,<10
      a,<10,pine,5
      a,<10,elm,20
      b,300,oak,*
      b,300,pine,*
      c,300,oak,7
      c,300,pine,
      c,300,elm,*

      """
    let long = LongVotes(option: "o", votes: "v", names: ["oak": ["oak", "pine"]])
    let sheets = try mapped { $0.long = long }.sheets(text)
    #expect(sheets.votes.map(\.all) == [[nil, nil, nil], [20, nil, nil]])
    // Where other votes are missing nothing bounds the sum.
    #expect(cells(sheets, "votes_oak") == ["0 5...14", "1 2...8"] && cells(sheets, "votes_elm") == ["2 1...4"])
    #expect(cells(sheets, "registered") == ["0 0...9"])
    let filled = try mapped { $0.long = LongVotes(option: "o", votes: "v", names: long.names, empty: 0) }.sheets(text)
    #expect(filled.votes.map(\.all) == [[nil, nil, 7], [20, 0, nil]])
    #expect(cells(filled, "votes_oak") == ["0 5...14", "1 2...8"])
  }

  /// Without `withheld` a long file has none, and its texts are no numbers.
  @Test func aLongFileThatWithholdsNothing() throws {
    let long = MappedSheets { $0.long = LongVotes(option: "o", votes: "v") }
    #expect(try cells(long.sheets("sheet,o,v\na,oak,1\na,elm,2\n"), "votes_oak").isEmpty)
    #expect(
      long.told("sheet,o,v\na,oak,<10\na,elm,2\n").contains("error[T041] row 1, column 'v': '<10' is not an integer"))
  }
}
