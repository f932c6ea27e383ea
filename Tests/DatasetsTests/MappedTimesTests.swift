import Datasets
import Tables
import Testing
import Times

/// Days and times as files write them.
@Suite struct MappedTimesTests {
  private func sheets(_ name: String, _ source: ColumnSource) -> MappedSheets {
    MappedSheets { $0.columns[name] = source }
  }

  private func instant(_ text: String, _ source: ColumnSource) throws -> String? {
    try sheets("published_to", source).sheets("sheet,votes_oak,votes_elm,t\n1,1,2,\(text)\n").publishedTo[0]?.rfc3339
  }

  private func told(_ text: String, _ source: ColumnSource, _ name: String = "published_to") -> String {
    sheets(name, source).told("sheet,votes_oak,votes_elm,t\n1,1,2,\(text)\n")
  }

  /// A day is a day, whatever stands between its numbers, in one column or in three.
  @Test(arguments: [
    ("03/03/2030,,", ColumnSource(["a"], time: .pattern("DD/MM/YYYY"))),
    ("3.3.2030,,", ColumnSource(["a"], time: .pattern("D.M.YYYY"))), ("2030,3,3", ColumnSource(["a", "b", "c"])),
    ("03/03/2030 23:30,,", ColumnSource(["a"], time: .pattern("DD/MM/YYYY hh:mm"))),
    ("3,3,2030", ColumnSource(["a", "b", "c"], time: .pattern("D M YYYY"))),
    ("1898713800,,", ColumnSource(["a"], time: .unixSeconds)),
  ])
  func days(_ cells: String, _ source: ColumnSource) throws {
    let sheets = try sheets("published", source).sheets("sheet,votes_oak,votes_elm,a,b,c\n1,1,2,\(cells)\n2,1,2,,,\n")
    #expect(sheets.publishedFrom[0]?.rfc3339 == "2030-03-02T20:00:00Z" && sheets.publishedTo[1] == nil)
  }

  @Test func aDayIsNoInstant() {
    #expect(
      told("03/03/2030", .init(["t"], time: .pattern("DD/MM/YYYY")))
        == """
        sheets.csv error[K158] 'published_to' is an instant, and 'DD/MM/YYYY' names a day
          add the hour, or read the day as 'published'
        """)
    #expect(
      told("31/02/2030", .init(["t"], time: .pattern("DD/MM/YYYY")), "published")
        == """
        sheets.csv error[K118] row 1, column 'published': '31/02/2030' is no time written as DD/MM/YYYY
          where that says that it is not known, add 'missing: ["31/02/2030"]' to the column in veedor.yaml
        """)
  }

  /// A Z says UTC, whatever the zone; the end of a day is its hour 24.
  @Test func clocksOfUTCAndTheEndOfADay() throws {
    let pattern = TimeNotation.pattern("YYYY-MM-DD hh:mm:ssZ")
    #expect(try instant("2024-10-26 20:00:00Z", .init(["t"], time: pattern)) == "2024-10-26T20:00:00Z")
    let local = ColumnSource(["t"], time: .pattern("DD/MM/YYYY hh:mm"))
    #expect(try instant("26/10/2024 24:00", local) == "2024-10-26T20:00:00Z")
    #expect(told("26/10/2024 24:01", local).hasPrefix("sheets.csv error[K118]"))
  }

  /// Times that clocks never showed, and the hours around them.
  @Test func clocksThatGoForward() throws {
    let madrid = ColumnSource(["t"], time: .pattern("DD/MM/YYYY hh:mm"), zone: Zone("Europe/Madrid"))
    #expect(
      told("26/03/2017 02:30", madrid)
        == """
        sheets.csv error[K155] row 1, column 'published_to': clocks of Europe/Madrid never showed '26/03/2017 02:30': they went forward over it
          is 'zone' right? where that says that it is not known, add 'missing: ["26/03/2017 02:30"]' to the column in veedor.yaml
        """)
    #expect(try instant("26/03/2017 01:59", madrid) == "2017-03-26T00:59:00Z")
    #expect(try instant("26/03/2017 03:00", madrid) == "2017-03-26T01:00:00Z")
    let capital = ColumnSource(["t"], time: .pattern("DD/MM/YYYY hh:mm"), zone: Zone("America/Sao_Paulo"))
    #expect(told("04/11/2018 00:30", capital).hasPrefix("sheets.csv error[K155]"))
    #expect(try instant("04/11/2018 01:00", capital) == "2018-11-04T03:00:00Z")
  }

  @Test func secondsForMilliseconds() throws {
    #expect(
      told("1557283335592", .init(["t"], time: .unixSeconds))
        == """
        sheets.csv error[K156] row 1, column 'published_to': '1557283335592' is no time written as unix_seconds, but one as unix_milliseconds
          say 'time: unix_milliseconds'
        """)
    #expect(told("1557283335", .init(["t"], time: .unixMilliseconds)).contains("say 'time: unix_seconds'"))
    #expect(told("9223372036854775807", .init(["t"], time: .unixSeconds)).hasPrefix("sheets.csv error[K118]"))
    // Seconds since the first sheet, say.
    #expect(try instant("12", .init(["t"], time: .unixSeconds)) == "1970-01-01T00:00:12Z")
    #expect(try instant("1557283335", .init(["t"], time: .unixSeconds)) == "2019-05-08T02:42:15Z")
  }

  /// The customary end that never comes.
  @Test func yearsOfNoElection() throws {
    let told = MappedSheets().told(
      "sheet,votes_oak,votes_elm,published,published_to\n1,1,2,9999-12-31,\n2,1,2,,9999-12-31T23:59:59Z\n3,1,2,1900-01-01,\n"
    )
    let hint =
      "  if it stands for one that is not known, leave the field empty, or say so under 'missing' of the column"
    #expect(
      told
        == [1, 2].map { row in
          "sheets.csv error[K157] row \(row), column '\(row == 1 ? "published" : "published_to")': "
            + "the time is not in the years 1900 to 2200\n\(hint)"
        }.joined(separator: "\n"))
    let known = ColumnSource(["t"], missing: ["9999-12-31T00:00:00Z"])
    #expect(try instant("9999-12-31T00:00:00Z", known) == nil)
  }
}
