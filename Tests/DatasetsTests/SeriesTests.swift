import Diagnostics
import Language
import Tables
import TestSupport
import Testing
import Times

@testable import Datasets

/// Exports of a running count become sheets with the interval of their first appearance, and what changed since.
@Suite struct SeriesTests {
  private static let series = DatasetSeries(pattern: "count_{}.csv", time: .pattern("YYYY-MM-DD_hh-mm"), zones: [])

  private static func declaration(_ series: DatasetSeries? = series) -> DatasetDeclaration {
    var declaration = DatasetDeclaration(
      contest: KindSample().contest, track: .preliminary,
      columns: ["sheet": "Box", "station": "Place", "votes_amapola": "A", "votes_bromelia": "B"])
    declaration.series = series
    return declaration
  }

  private static func text(_ rows: [String]) -> String { (["Box,Place,A,B"] + rows).joined(separator: "\n") + "\n" }

  /// Three exports by the clock of Tegucigalpa, named so that their bytes are in another order.
  private static let exports = [
    (name: "data/count_2017-11-27_10-00.csv", text: text(["3,z,5,6", "1,x,10,20", "2,y,30,41"])),
    (name: "data/count_2017-11-26_20-00.csv", text: text(["1,x,10,20"])),
    (name: "data/count_2017-11-26_23-30.csv", text: text(["1,x,10,20", "2,y,30,40"])),
  ]

  private func read(
    _ files: [(name: String, text: String)], _ declaration: DatasetDeclaration = declaration(),
    kind: any AnyDatasetKind = DatasetKind.sheets
  ) throws(DiagnosticsError) -> LoadedDataset { try WrittenFiles(files).read(declaration, kind) }

  private func problems(
    _ files: [(name: String, text: String)], _ declaration: DatasetDeclaration = declaration(),
    kind: any AnyDatasetKind = DatasetKind.sheets
  ) -> [String] { WrittenFiles(files).problems(declaration, kind) }

  @Test func sheetsAreFirstSeenBetweenTwoExports() throws {
    let sheets = try #require(try read(Self.exports).content as? Sheets)
    #expect((0..<3).map { sheets.keys[$0] } == ["1", "2", "3"])
    #expect(
      (0..<3).map { sheets.publishedFrom[$0]?.rfc3339 } == [nil, "2017-11-27T02:00:00Z", "2017-11-27T05:30:00Z"])
    #expect(
      (0..<3).map { sheets.publishedTo[$0]?.rfc3339 } == [
        "2017-11-27T02:00:00Z", "2017-11-27T05:30:00Z", "2017-11-27T16:00:00Z",
      ])
    // Figures are those of the last export; what they were is a revision.
    #expect(sheets.votes.map(\.values) == [[10, 30, 5], [20, 41, 6]])
    #expect((0..<3).map { sheets.stations[$0] } == ["x", "y", "z"])
    let revision = try #require(sheets.source.revisions.first)
    #expect(sheets.source.revisions.count == 1 && revision.row == 1 && revision.column == "votes_bromelia")
    #expect(revision.before == 40 && revision.after == 41 && revision.file == Self.exports[0].name)
  }

  @Test func revisedSheetsAreAskedAbout() throws {
    let day = try #require(Day(iso: "2017-11-26"))
    let doubts = try read(Self.exports).doubts(electionDay: day).map {
      "\($0.diagnostic.location?.file ?? "") \($0.diagnostic.code) \($0.diagnostic.message)"
    }
    #expect(
      doubts == [
        "data/count_2017-11-27_10-00.csv K231 row 3 ('2'), column 'votes_bromelia': it was 40 until data/count_2017-11-27_10-00.csv, which has 41"
      ])
  }

  /// An edition has the figures of its hour.
  @Test(
    arguments: [
      ("2017-11-27T01:00:00Z", [[], []]), ("2017-11-27T02:00:00Z", [[10], [20]]),
      ("2017-11-27T06:00:00Z", [[10, 30], [20, 40]]), ("2017-11-28T00:00:00Z", [[10, 30, 5], [20, 41, 6]]),
    ] as [(String, [[Int64]])])
  func editions(at: String, votes: [[Int64]]) throws {
    let all = try read(Self.exports).source
    let known = DatasetKind.sheets.known(all, at: try #require(Instant(rfc3339: at)))
    let sheets = try #require(try DatasetKind.sheets.content(of: known) as? Sheets)
    #expect(sheets.votes.map(\.values) == votes)
    #expect(known.revisions.count == (votes[0].count == 3 ? 1 : 0))
  }

  /// A blank is filled later, and a figure goes back and forth.
  @Test func everyChangeIsKept() throws {
    func export(_ hour: Int, _ votes: String) -> (name: String, text: String) {
      (name: "count_2017-11-27_1\(hour)-00.csv", text: Self.text(["1,x,\(votes),2"]))
    }
    let all = try read([export(0, ""), export(1, "5"), export(2, "7"), export(3, "5"), export(4, "5")]).source
    #expect(all.revisions.map(\.before) == [nil, 5, 7] && all.revisions.map(\.after) == [5, 7, 5])
    for (hour, votes) in [(0, nil), (1, 5), (2, 7), (3, 5), (4, 5)] as [(Int, Int64?)] {
      let instant = try #require(Instant(rfc3339: "2017-11-27T1\(hour):30:00-06:00"))
      let known = DatasetKind.sheets.known(all, at: instant)
      guard case .integer(let column)? = known.table["votes_amapola"] else { throw TableMessage.columnNames([]) }
      #expect(column[0] == votes)
    }
  }

  /// Many counts list all sheets from the first export on, blank until they are counted.
  @Test func aSheetThatIsBlankIsNotCountedYet() throws {
    func export(_ hour: Int, _ rows: [String]) -> (name: String, text: String) {
      (name: "count_2017-11-27_1\(hour)-00.csv", text: Self.text(rows))
    }
    let all = try read([
      export(0, ["1,x,10,20", "2,y,,", "3,z,,"]), export(1, ["1,x,10,20", "2,y,,", "3,z,,"]),
      export(2, ["1,x,10,20", "2,y,5,", "3,z,,", "4,w,,"]), export(3, ["1,x,10,20", "2,y,5,6", "3,z,,", "4,w,0,1"]),
    ]).source
    let sheets = try #require(try DatasetKind.sheets.content(of: all) as? Sheets)
    #expect(sheets.keys.all == ["1", "2", "3", "4"])
    #expect(
      sheets.publishedFrom.all.map { $0?.rfc3339 } == [nil, "2017-11-27T17:00:00Z", nil, "2017-11-27T18:00:00Z"])
    #expect(
      sheets.publishedTo.all.map { $0?.rfc3339 } == [
        "2017-11-27T16:00:00Z", "2017-11-27T18:00:00Z", "2017-11-27T16:00:00Z", "2017-11-27T19:00:00Z",
      ])
    // Only what was there and is another is a revision.
    #expect(all.revisions.map(\.row) == [1] && all.revisions.map(\.after) == [6])
    let early = DatasetKind.sheets.known(all, at: try #require(Instant(rfc3339: "2017-11-27T17:30:00Z")))
    #expect((try DatasetKind.sheets.content(of: early) as? Sheets)?.keys.all == ["1", "3"])
  }

  /// A text is that of the last export too, whether or not a figure of its sheet changed.
  @Test func textsAreOfTheLastExport() throws {
    let later = (name: "count_2017-11-28_10-00.csv", text: Self.text(["2,y,30,41", "1,renamed,10,20", "3,,5,6"]))
    let sheets = try #require(try read(Self.exports + [later]).content as? Sheets)
    #expect((0..<3).map { sheets.stations[$0] } == ["renamed", "y", nil])
    #expect((0..<3).map { sheets.keys[$0] } == ["1", "2", "3"] && sheets.source.revisions.count == 1)
    #expect((0..<3).map { sheets.source.location($0).file } == [later.name, Self.exports[0].name, later.name])
    #expect(sheets.publishedTo[0]?.rfc3339 == "2017-11-27T02:00:00Z")
  }

  @Test func hoursThatCanBeOfTwoZones() throws {
    var series = Self.series
    series.zones = [try #require(Zone("UTC")), KindSample().zone]
    let sheets = try #require(try read(Self.exports, Self.declaration(series)).content as? Sheets)
    #expect(sheets.publishedFrom[1]?.rfc3339 == "2017-11-26T20:00:00Z")
    #expect(sheets.publishedTo[1]?.rfc3339 == "2017-11-27T05:30:00Z")
  }

  @Test func whatIsWrongWithASeries() {
    let same = (name: "more/count_2017-11-26_20-00.csv", text: Self.text(["9,x,1,2"]))
    #expect(
      problems(Self.exports + [same]) == [
        "more/count_2017-11-26_20-00.csv K163 the moment in the file's name is that of data/count_2017-11-26_20-00.csv"
      ])
    #expect(
      problems([(name: "count_2017-11-31_20-00.csv", text: ""), (name: "a.csv", text: "")]) == [
        "a.csv K161 the file's name is not as 'count_{}.csv' has it",
        "count_2017-11-31_20-00.csv K176 '2017-11-31_20-00' in the file's name is no time written as YYYY-MM-DD_hh-mm",
      ])
    var twice = Self.declaration()
    twice.columns["published_to"] = "Time"
    #expect(
      problems(
        [(name: "count_2017-11-27_20-00.csv", text: "Box,Place,A,B,Time\n1,x,1,2,2017-11-27T00:00:00Z\n")], twice)
        == ["count_2017-11-27_20-00.csv K165 'published_to' is given, but 'series' says when rows became known"])
    twice = Self.declaration()
    twice.published = Instant(rfc3339: "2017-11-27T00:00:00Z")
    #expect(
      problems(Self.exports, twice) == ["data/* K165 'published' is given, but 'series' says when rows became known"])
    #expect(
      problems([Self.exports[1], (name: "count_2017-11-27_21-00.csv", text: Self.text(["1,x,1,2", "1,x,1,2"]))]) == [
        "count_2017-11-27_21-00.csv T023 rows 1 and 2 have the same key: Box '1'"
      ])
  }

  /// Against what looking through all exports for each sheet finds.
  @Test func asLookingThroughAllOfThemFinds() throws {
    var random = Seeded(seed: 11)
    for _ in 0..<30 {
      var counted: [Int: (Int, Int)] = [:]
      var files: [(name: String, text: String)] = []
      for hour in 10..<20 {
        for sheet in 0..<12 where random.once(in: 5) {
          counted[sheet] = (random.number(below: 3), random.number(below: 3))
        }
        let rows = counted.keys.shuffled(using: &random).map {
          "s\($0),p,\(counted[$0]?.0 ?? 0),\(counted[$0]?.1 ?? 0)"
        }
        files.append(("count_2017-11-27_\(hour)-00.csv", Self.text(rows)))
      }
      let source = try read(files).source
      for (place, file) in files.enumerated() {
        let instant = try #require(Instant(rfc3339: "2017-11-27T\(10 + place):00:00-06:00"))
        let known = DatasetKind.sheets.known(source, at: instant)
        let lines = (0..<known.table.rowCount).map { row in
          ["sheet", "station", "votes_amapola", "votes_bromelia"].map { known.table[$0]?.text(row) ?? "" }
            .joined(separator: ",")
        }
        #expect(lines.sorted() == file.text.split(separator: "\n").dropFirst().map(String.init).sorted())
      }
    }
  }

  // MARK: - Captures

  private static func captures(_ change: (inout DatasetDeclaration) -> Void = { _ in }) -> DatasetDeclaration {
    var declaration = DatasetDeclaration(
      contest: KindSample().contest,
      columns: [
        "id": .fileName("page {}.json"), "source": .constant("page"), "counted_sheets": "sheets.counted",
        "votes_amapola": "results[party=Flor, la].votes", "votes_bromelia": "results[party=Hoja].votes",
      ])
    declaration.series = DatasetSeries(
      pattern: "page {}.json", time: .pattern("YYYY-MM-DD hh_mm"),
      zones: [Zone("UTC"), KindSample().zone].compactMap(\.self))
    declaration.format.thousands = .comma
    change(&declaration)
    return declaration
  }

  private static func page(_ hour: Int, _ sheets: String, _ results: String) -> (name: String, text: String) {
    (
      name: "page 2017-11-27 1\(hour)_00.json",
      text: "{\"sheets\": {\"counted\": \(sheets)}, \"results\": [\(results)]}"
    )
  }

  private static let pages = [
    page(0, "\"1,200\"", "{\"party\": \"Hoja\", \"votes\": 20}, {\"party\": \"Flor, la\", \"votes\": \"1,010\"}"),
    page(1, "1300", ""), page(2, "null", "{\"party\": \"Flor, la\", \"votes\": \"1,011\"}"),
  ]

  @Test func capturesAreBulletins() throws {
    let bulletins = try #require(
      try read(Self.pages, Self.captures(), kind: DatasetKind.bulletins).content as? Bulletins
    ).all
    #expect(bulletins.map(\.provenance.key) == ["2017-11-27 10_00", "2017-11-27 11_00", "2017-11-27 12_00"])
    #expect(bulletins.map(\.votes) == [[1010, 20], [nil, nil], [1011, nil]])
    #expect(bulletins.map(\.countedSheets) == [1200, 1300, nil])
    #expect(bulletins.map(\.followsPrevious) == [false, true, true])
    #expect(bulletins.map { $0.capture?.state } == [.complete, .empty, .complete])
    #expect(bulletins[0].capture?.from?.rfc3339 == "2017-11-27T10:00:00Z")
    #expect(bulletins[0].capture?.to?.rfc3339 == "2017-11-27T16:00:00Z")
    #expect(bulletins[0].provenance.publication.to?.rfc3339 == "2017-11-27T16:00:00Z")
    #expect(bulletins[0].provenance.publication.basis == .inferred && bulletins[0].provenance.source == "page")
  }

  @Test func whatIsWrongWithACapture() {
    func said(_ text: String, _ change: (inout DatasetDeclaration) -> Void = { _ in }) -> [String] {
      problems([(name: "page 2017-11-27 10_00.json", text: text)], Self.captures(change), kind: DatasetKind.bulletins)
    }
    let file = "page 2017-11-27 10_00.json"
    let good =
      "{\"sheets\": {\"counted\": 1}, \"results\": [{\"party\": \"Hoja\", \"votes\": 2}, {\"party\": \"Flor, la\", \"votes\": 1}]}"
    #expect(said(good) == [])
    #expect(said("\u{feff}" + good) == [])
    #expect(
      said("[\(good), \(good)]").first == "\(file) K120 row 2, column 'id': row 1 has the same key")
    #expect(
      said("[\(good), \(good)]") { $0.columns["id"] = .rowNumber } == [
        "\(file) K164 the file has 2 rows, and a capture of a count is one"
      ])
    #expect(
      said("{\"sheets\": ") == [
        "\(file) K170 the file cannot be read: it is not valid JSON at byte 11: the text ends too early"
      ]
    )
    #expect(
      said(good.replacing("Hoja", with: "Flor, la")) == [
        "\(file) K172 2 of a list are [party=Flor, la], of which 'results[party=Flor, la].votes' wants one"
      ])
    #expect(
      said(good) { $0.columns["counted_sheets"] = "sheets" } == [
        "\(file) K173 an object or a list stands at 'sheets', and no value"
      ])
    #expect(
      said(good) { $0.columns["votes_bromelia"] = "results[party=hoja].votes" } == [
        "\(file) K174 no file has anything at 'results[party=hoja].votes'"
      ])
    for path in ["results[", "results[x].votes", "a..b", ".a", "a.", "results[=x].votes"] {
      #expect(
        said(good) { $0.columns["counted_sheets"] = ColumnSource([path]) } == [
          "\(file) K171 '\(path)' is no path of a value in JSON"
        ])
    }
    #expect(
      said(good.replacing("\"counted\": 1", with: "\"counted\": \"1,20\"")) == [
        "\(file) T041 row 1, column 'sheets.counted': '1,20' is not an integer"
      ])
    #expect(
      said(good) { $0.columns["stage"] = .constant("final") } == [
        "\(file) K166 'final', which is to stand on every row, is no value of 'stage'"
      ])
  }

  /// Texts are read as the format says, and numbers of JSON as what they are.
  @Test(
    arguments: [
      (.comma, .point, "\"1,027,090\"", 1_027_090), (.point, .comma, "\"1.027.090\"", 1_027_090),
      (.blank, .comma, "\"1 027\"", 1027), (.apostrophe, .point, "\"1'027\"", 1027), (.comma, .point, "1027", 1027),
      (.point, .comma, "1027", 1027), (.point, .comma, "1.027", nil), (.comma, .point, "1.027", nil),
      (.comma, .point, "\"1,0270\"", nil), (nil, .point, "\"1,027\"", nil),
    ] as [(CSVFormat.Thousands?, CSVFormat.DecimalMark, String, Int?)])
  func thousandsInJSON(mark: CSVFormat.Thousands?, decimals: CSVFormat.DecimalMark, value: String, number: Int?) throws
  {
    var reader = CSVReader(columns: [ColumnSpec("votes", .integer)])
    (reader.format.thousands, reader.format.decimalMark) = (mark, decimals)
    let read = { () throws(DiagnosticsError) in
      try reader.read(json: Array("{\"votes\": \(value)}".utf8), name: "a.json")
    }
    if let number {
      #expect(try read()["votes"]?.text(0) == String(number))
    } else {
      #expect(throws: DiagnosticsError.self) { try read() }
    }
  }
}
