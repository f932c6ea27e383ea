import Datasets
import Tables
import Testing

/// Several things in one column, and one thing in several.
@Suite struct SplitTextsTests {
  private func mapped(
    _ separator: String = "/", part: Int = 2, empty: String? = nil, of columns: [String] = ["region"]
  ) -> MappedSheets {
    MappedSheets { declaration in
      declaration.areas = ["region"]
      for column in columns {
        var source = ColumnSource(["place"], empty: empty)
        source.part = TextPart(part, by: separator)
        declaration.columns[column] = source
      }
    }
  }

  private func regions(_ sheets: Sheets) -> [String?] {
    (0..<sheets.count).map { sheets.source.table["region"]?.text($0) }
  }

  private func text(_ places: [String]) -> String {
    "sheet,place,votes_oak,votes_elm\n"
      + places.enumerated().map { "\($0.offset + 1),\"\($0.element)\",1,2\n" }.joined()
  }

  @Test(arguments: [
    ("/", 1, ["South", "North"]), ("/", 2, ["Lakeview", "St. Blas"]), ("/", 3, ["School 4", "Hall"]),
    (" / ", 2, ["Lakeview", "St. Blas"]), ("e", 1, ["South / Lak", "North / St. Blas / Hall e"]),
  ])
  func aPart(_ separator: String, _ number: Int, _ parts: [String]) throws {
    let places = ["South / Lakeview / School 4", "North/St. Blas /\tHall"]
    guard separator == "/" else {
      let sheets = try mapped(separator, part: number).sheets(text([places[0]]))
      return #expect(regions(sheets) == [parts[0]])
    }
    #expect(try regions(mapped(separator, part: number).sheets(text(places))) == parts)
  }

  @Test func aKeyInAPart() throws {
    let sheets = try mapped(" - ", of: ["sheet", "region"]).sheets(
      "place,votes_oak,votes_elm\nA - 001,1,2\nB - 002,1,2\nA - 003,1,2\n")
    #expect(sheets.keys.all == ["001", "002", "003"])
    #expect(
      mapped(" - ", of: ["sheet", "region"]).told("place,votes_oak,votes_elm\nA - 1,1,2\nB - 1,1,2\n")
        == "sheets.csv error[K120] row 2, column 'sheet': row 1 has the same key")
  }

  /// A name that holds the sign would move what is behind it.
  @Test func rowsWithOtherNumbersOfParts() throws {
    let places = ["S/Lakeview", "N/St. Blas", "N/Blas 4/5", "Abroad"]
    #expect(
      mapped().told(text(places))
        == """
        sheets.csv error[K168] row 3, column 'region': 'N/Blas 4/5' has 3 parts at '/', and most rows have 2
          does a name hold the sign? 'split' may be longer, with the blanks around it
        sheets.csv error[K168] row 4, column 'region': 'Abroad' has 1 part at '/', and most rows have 2
          if the last parts are missing there, say 'empty: ""' beside 'split'
        """)
    let shorter = places.filter { $0 != "N/Blas 4/5" }
    #expect(try regions(mapped(empty: "none").sheets(text(shorter))) == ["Lakeview", "St. Blas", "none"])
    #expect(
      mapped(part: 3).told(text(Array(places.prefix(2))))
        == "sheets.csv error[K169] part 3 of 'place' is wanted, which has 2 parts at '/'")
  }

  @Test func partsWithoutAText() throws {
    #expect(
      mapped(of: ["sheet"]).told("region,place,votes_oak,votes_elm\nS,a/1,1,2\nS,a/ ,1,2\n")
        == "sheets.csv error[K175] row 2, column 'sheet': part 2 of 'a/ ' at '/' is empty")
    #expect(
      mapped(empty: "", of: ["sheet"]).told("region,place,votes_oak,votes_elm\nS,a/1,1,2\nS,,1,2\n")
        == "sheets.csv error[K175] row 2, column 'sheet': part 2 of '' at '/' is empty")
  }

  @Test func whatStandsBetweenColumns() throws {
    func keys(_ joiner: String) throws -> [String?] {
      var source = ColumnSource(["circuit", "box"])
      source.joiner = joiner
      return try MappedSheets { $0.columns["sheet"] = source }
        .sheets("circuit,box,votes_oak,votes_elm\n007,1,1,2\n012,1,3,4\n").keys.all
    }
    #expect(
      try keys("/") == ["007/1", "012/1"] && keys("") == ["0071", "0121"] && keys(" – ") == ["007 – 1", "012 – 1"])
  }

  @Test func numbersAreNeither() {
    var joined = ColumnSource(["a", "b"])
    joined.joiner = "/"
    #expect(
      MappedSheets { $0.columns = ["votes_oak": joined] }.told("sheet,a,b,votes_elm\n1,2,3,4\n")
        == "sheets.csv error[K167] 'join' and 'split' make names and keys, and 'votes_oak' is none")
  }
}
