import Incidents
import Ledger
import ModuleKit
import TestSupport
import Testing

/// The rows of the training desk's log say what the reference mission's data say, with the same sources, from the same times on.
@Suite struct TrainingDeskRowsTests {
  /// A row, by its columns; what is missing is left out.
  private typealias Row = [String: String]

  private static let folder = Repository.path + "/Workspaces/honduras_2017/"

  private func rows(_ path: String, _ columns: [String]) throws -> [Row] {
    let table = try CSVReader(columns: columns.map { ColumnSpec($0, .text, .optional) }, dataset: "rows")
      .read(path: Self.folder + path)
    let texts = try columns.map { try table.texts($0) }
    return (0..<table.rowCount).map { row in
      Row(uniqueKeysWithValues: zip(columns, texts).compactMap { name, column in column[row].map { (name, $0) } })
    }
  }

  /// The rows that `kind` has in the log.
  private func log(_ kind: EntryKind) throws -> [Row] {
    try rows("log/\(kind.name)s.csv", ["id", "known_at"] + kind.fields.map(\.name))
  }

  /// The rows of `data/<file>.csv`, by their keys.
  private func data(_ file: String) throws -> [String: Row] {
    let columns = DatasetKind.claims.columns(for: nil).map(\.name)
    return Dictionary(uniqueKeysWithValues: try rows("data/\(file).csv", columns).map { ($0["id"] ?? "", $0) })
  }

  /// When a row of `data` was public: the end of its day, or of the time within which it came; nil where that is not known.
  private func published(_ row: Row) -> String? {
    row["published_to"] ?? row["published"].map { $0 + "T23:59:59-06:00" }
  }

  @Test(arguments: [EntryKind.report, .statement, .commitment])
  func rowsHaveTheSourceAndTimeThatTheyHaveInTheData(kind: EntryKind) throws {
    let data = try data("claims").merging(try data("casualty_claims")) { $1 }
    let log = try log(kind)
    #expect(log.count == ["report": 28, "statement": 9, "commitment": 3][kind.name])
    for row in log {
      let key = try #require(row["id"]).replacing("_words", with: "")
      // One statement is of a source that the data have for what they say of it in other words.
      let same = try #require(data[key], "\(key)")
      #expect(row["source"] == same["source"] && row["known_at"] == published(same), "\(key)")
      if kind.name == "statement", let quote = same["quote"] { #expect(row["quote"] == quote) }
      if kind.name == "commitment" {
        #expect(row["due_from"] == same["due_from"] && row["due_to"] == same["due_to"])
      }
    }
  }

  /// The words stand in the stories, to the comma.
  @Test(.enabled(if: SharedFolder.isPresent, "VEEDOR_SHARED has no data"))
  func quotesStandInTheStories() throws {
    let names = ["000_adaec65cce08c52e", "002_c5899ced141a66c2", "003_986350b125236fb4"]
    let stories = try names.map { String(decoding: try SharedFolder.bytes("seeds/\($0).txt"), as: UTF8.self) }
    for row in try log(.statement) {
      let (quote, source) = (try #require(row["quote"]), try #require(row["source"]))
      #expect(stories.contains { $0.contains(quote) }, "\(quote)")
      #expect(zip(names, stories).contains { $0.0.prefix(3) == source.prefix(3) && $0.1.contains(quote) }, "\(source)")
    }
  }

  @Test func claimsAreThoseOfTheData() throws {
    let (log, data) = (try log(.claim), try data("casualty_claims"))
    #expect(log.count == 27 && Set(log.compactMap { $0["id"] }) == Set(data.keys))
    let same = [
      "source", "measure", "population", "qualifier", "value", "period_from", "period_to", "definition", "url",
    ]
    for row in log {
      let claim = try #require(row["id"].flatMap { data[$0] })
      for name in same { #expect(row[name] == claim[name], "\(name) of \(claim["id"] ?? "")") }
      // A day that is inferred is none on which the source published: it is known by then.
      #expect(row["known_at"] == published(claim))
      #expect(row["published"] == (claim["published_basis"] == "stated" ? claim["published"] : nil))
    }
  }

  /// Incidents rest on reports and are known when the first of them was; rules stand with the complaint; sources are registered.
  @Test func rowsNameRowsThatAreThere() throws {
    let system = "honduras_2017#"
    let reports = Dictionary(uniqueKeysWithValues: try log(.report).map { (system + ($0["id"] ?? ""), $0) })
    let incidents = try log(.incident)
    #expect(incidents.count == 15)
    for incident in incidents {
      let names = try #require(incident["reports"]).split(separator: ";").map { $0.drop { $0 == " " } }.map(String.init)
      let known = try names.compactMap { try #require(reports[$0], "\($0)")["known_at"] }.min()
      #expect(incident["known_at"] == known, "\(incident["id"] ?? "")")
      #expect(incident["severity"] == nil, "no source gives one")
    }
    let complaints = try log(.complaint)
    #expect(complaints.compactMap { $0["id"] } == ["parties_complaint"])
    let deadlines = try log(.deadline)
    #expect(deadlines.map { $0["complaint"] } == [system + "parties_complaint", system + "parties_complaint"])
    let sources = try rows("data/sources.csv", DatasetKind.sources.columns(for: nil).map(\.name)).compactMap {
      $0["key"]
    }
    for row in complaints + deadlines { #expect(row["source"].map(sources.contains) == true) }
  }
}
