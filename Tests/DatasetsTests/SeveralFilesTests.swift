import Datasets
import Diagnostics
import Language
import Tables
import TestSupport
import Testing
import Times

/// A dataset of several files is what one file of all their rows would be, and says of which file a row is.
@Suite struct SeveralFilesTests {
  private static let contest = KindSample().contest

  private static func declaration(_ columns: [String: ColumnSource] = ["sheet": "Box"]) -> DatasetDeclaration {
    DatasetDeclaration(
      contest: contest, track: .official,
      columns: columns.merging(["votes_amapola": "A", "votes_bromelia": "B"]) { $1 })
  }

  private func read(
    _ files: [(name: String, text: String)], _ declaration: DatasetDeclaration = declaration(),
    kind: any AnyDatasetKind = DatasetKind.sheets
  ) throws(DiagnosticsError) -> LoadedDataset { try WrittenFiles(files).read(declaration, kind) }

  private func problems(
    _ files: [(name: String, text: String)], _ declaration: DatasetDeclaration = declaration(),
    kind: any AnyDatasetKind = DatasetKind.sheets
  ) -> [String] { WrittenFiles(files).problems(declaration, kind) }

  private static let north = (name: "data/north.csv", text: "Box,A,B\n1,10,20\n2,30,40\n")
  private static let south = (name: "data/south.csv", text: "B,seen,A,Box\n60,x,50,3\n")

  @Test func columnsAreFoundByTheirNamesInEveryFile() throws {
    let sheets = try #require(try read([Self.north, Self.south]).content as? Sheets)
    #expect((0..<3).map { sheets.keys[$0] } == ["1", "2", "3"])
    #expect(sheets.votes.map(\.values) == [[10, 30, 50], [20, 40, 60]])
    // The order is that of the files.
    let turned = try #require(try read([Self.south, Self.north]).content as? Sheets)
    #expect((0..<3).map { turned.keys[$0] } == ["3", "1", "2"])
  }

  @Test func theFilesNameIsAColumn() throws {
    var declaration = Self.declaration([
      "sheet": "Box", "region": .fileName("{}.csv"), "station": .fileName(),
    ])
    declaration.areas = ["region"]
    let sheets = try #require(try read([Self.north, Self.south], declaration).content as? Sheets)
    #expect((0..<3).map { sheets.stations[$0] } == ["north.csv", "north.csv", "south.csv"])
    #expect(sheets.areas.units[0].map(\.path) == [["north"], ["south"]])
    // A part of a key, where boxes are numbered anew in every file.
    var key = ColumnSource(["file_name", "Box"])
    key.fileName = FileNamePart(pattern: "{}.csv")
    let again = (name: "data/west.csv", text: Self.north.text)
    let keyed = try #require(
      try read([Self.north, again], Self.declaration(["sheet": key])).content as? Sheets)
    #expect((0..<4).map { keyed.keys[$0] } == ["north-1", "north-2", "west-1", "west-2"])
    // The row's number stands beside the file, so that it names one row.
    let numbered = try #require(
      try read([Self.north, again], Self.declaration(["sheet": .rowNumber])).content as? Sheets)
    #expect(
      (0..<4).map { numbered.keys[$0] } == [
        "data/north.csv:1", "data/north.csv:2", "data/west.csv:1", "data/west.csv:2",
      ])
  }

  /// A column of that name in the file is one like any other.
  @Test func aColumnCalledFileName() throws {
    let file = (name: "data/a.csv", text: "Box,A,B,file_name\n1,10,20,x\n")
    let declaration = Self.declaration(["sheet": "Box", "station": "file_name"])
    #expect((try read([file], declaration).content as? Sheets)?.stations[0] == "x")
  }

  @Test func anInstantFromTheFilesName() throws {
    var time = ColumnSource.fileName("count_{}.csv")
    (time.time, time.zone) = (.pattern("YYYY-MM-DD_hh-mm-ss"), Zone("UTC"))
    let declaration = Self.declaration(["sheet": "Box", "published_to": time])
    let file = (name: "data/count_2017-11-27_03-04-05.csv", text: Self.north.text)
    let sheets = try #require(try read([file], declaration).content as? Sheets)
    #expect(sheets.publishedTo[1]?.rfc3339 == "2017-11-27T03:04:05Z")
    #expect(
      problems([(name: "data/count_2017-11-27.csv", text: Self.north.text)], declaration) == [
        "data/count_2017-11-27.csv K118 row 1, column 'published_to': '2017-11-27' is no time written as YYYY-MM-DD_hh-mm-ss",
        "data/count_2017-11-27.csv K118 row 2, column 'published_to': '2017-11-27' is no time written as YYYY-MM-DD_hh-mm-ss",
      ])
  }

  @Test func whatIsWrongNamesTheFile() {
    let faulty = (name: "data/west.csv", text: "Box,A,B\n4,x,5\n5,6\n")
    #expect(
      problems([Self.north, faulty]) == [
        "data/west.csv T041 row 1, column 'A': 'x' is not an integer",
        "data/west.csv T020 row 2: 2 fields instead of 3",
      ])
    #expect(
      problems([Self.north, (name: "data/west.csv", text: "Box,A\n4,5\n")]) == [
        "data/west.csv T014 the column 'B' is missing"
      ])
    // A key of another file, and a rule across the columns of a row.
    let again = (name: "data/west.csv", text: "Box,A,B\n9,1,1\n2,30,40\n")
    #expect(
      problems([Self.north, again]) == [
        "data/west.csv K120 row 2, column 'sheet': row 2 of data/north.csv has the same key"
      ])
  }

  @Test func aFileThatWasMadeForTheKind() {
    let (first, second) = (
      (name: "a.csv", text: "station,registered\n1,5\n2,6\n"), (name: "b.csv", text: "registered,station\n7,3\n8,1\n")
    )
    #expect(
      problems([first, second], DatasetDeclaration(), kind: DatasetKind.stations) == [
        "b.csv K120 row 2, column 'station': row 1 of a.csv has the same key"
      ])
    #expect(
      problems([first, (name: "b.csv", text: "station,x\n1,2\n")], DatasetDeclaration(), kind: DatasetKind.stations)
        == [
          "b.csv T013 unknown column 'x'"
        ])
  }

  @Test func manyFilesWithOneFaultAreTold() {
    let files = (1...9).map { (name: "data/\($0).csv", text: "Box,A\n\($0),5\n") }
    #expect(
      problems(files) == [
        "data/1.csv T014 the column 'B' is missing", "data/2.csv T014 the column 'B' is missing",
        "data/3.csv T014 the column 'B' is missing", "data/* K162 and 6 more of the 9 files cannot be read",
      ])
  }

  @Test func aLongFileOfEachRegion() throws {
    var declaration = DatasetDeclaration(contest: Self.contest, track: .official, columns: ["sheet": "Box"])
    declaration.long = LongVotes(option: "List", votes: "Votes", names: ["amapola": ["A"], "bromelia": ["B"]])
    let north = (name: "north.csv", text: "Box,List,Votes\n1,A,3\n1,B,4\n")
    let south = (name: "south.csv", text: "Box,List,Votes\n2,B,6\n2,A,5\n")
    let sheets = try #require(try read([north, south], declaration).content as? Sheets)
    #expect(sheets.votes.map(\.values) == [[3, 5], [4, 6]])
    #expect(
      problems([north, (name: "south.csv", text: "Box,List,Votes\n1,B,6\n")], declaration) == [
        "south.csv K121 row 1, column 'List': row 2 of north.csv gives votes of the same option of the same sheet"
      ])
  }

  @Test func namesThatAreNotAsThePatternHasThem() {
    let declaration = Self.declaration(["sheet": "Box", "station": .fileName("count_{}.csv")])
    #expect(
      problems([Self.north, Self.south], declaration) == [
        "data/north.csv K161 the file's name is not as 'count_{}.csv' has it",
        "data/south.csv K161 the file's name is not as 'count_{}.csv' has it",
      ])
    #expect(
      problems([Self.north], Self.declaration(["sheet": "Box", "registered": .fileName()])) == [
        "data/north.csv K160 the file's name cannot stand for 'registered'"
      ])
  }

  /// A region without a number that the others have is asked about.
  @Test func aColumnThatOneFileDoesNotFill() throws {
    let (first, second) = (
      (name: "a.csv", text: "Box,A,B,registered\n1,5,6,20\n"), (name: "b.csv", text: "Box,A,B,Registered\n2,5,6,30\n")
    )
    let day = try #require(Day(iso: "2017-11-26"))
    let doubts = try read([first, second]).doubts(electionDay: day).map {
      "\($0.diagnostic.location?.file ?? "") \($0.diagnostic.code) \($0.diagnostic.message)"
    }
    #expect(
      doubts == [
        "b.csv K230 column 'registered': no row of this file has a value, though rows of the other files have"
      ])
    let third = (name: "c.csv", text: "Box,A,B,registered\n3,5,6,30\n")
    #expect(try read([first, third]).doubts(electionDay: day).isEmpty)
  }

  /// Rows cut into files at any places are what they are in one file.
  @Test func cutIntoFilesAnywhere() throws {
    let rows = (1...40).map { "\($0),\($0 * 7 % 11),\($0 * 5 % 13)" }
    let whole = try read([(name: "all.csv", text: "Box,A,B\n" + rows.joined(separator: "\n") + "\n")])
    var random = Seeded(seed: 3)
    for _ in 0..<20 {
      var cuts = [0, rows.count]
      for _ in 0..<4 { cuts.append(random.number(below: rows.count + 1)) }
      cuts.sort()
      var files: [(name: String, text: String)] = []
      for (start, end) in zip(cuts, cuts.dropFirst()) {
        files.append(("\(files.count).csv", (["Box,A,B"] + rows[start..<end]).joined(separator: "\n") + "\n"))
      }
      #expect(try read(files).source.table == whole.source.table)
    }
  }
}
