import BuiltIn
import Disclosure
import Files
import Ledger
import ModuleKit
import Tables
import TestSupport
import Testing
import Times
import Workbench

/// What an export of the log has for everybody, for those who may know more, and what it says of the rest.
@Suite struct LogExportTests {
  private let scratch: ScratchFolder
  private let ledger: Ledger
  private let key: AuthorKey

  init() throws {
    scratch = try ScratchFolder()
    let keys = KeyFolder(path: "\(scratch.path)/keys")
    ledger = Ledger(in: try Folder(path: scratch.path).makeFolder("mission"), mission: "harbour", keys: keys)
    key = try keys.makeKey(mission: "harbour")
  }

  private static let kinds = builtInModules.flatMap(\.entryKinds)
  private func kind(_ name: String) throws -> EntryKind { try #require(Self.kinds.first { $0.name == name }) }

  private func add(_ name: String, _ records: [[String: Value]]) throws {
    let kind = try kind(name)
    let time = try #require(Instant(rfc3339: "2031-05-04T10:30:00Z"))
    _ = try ledger.append(records.map { try kind.opening($0) }, as: key, at: time)
  }

  private func export(_ name: String, _ audience: LogExport.Audience, names: [String] = []) throws -> LogExport {
    let view = LedgerView(try ledger.entries(), kinds: Self.kinds)
    return LogExport(view, of: try kind(name), for: audience, names: names) { _ in "new" }
  }

  private func text(_ export: LogExport, _ format: LogExport.Format) throws -> String {
    String(decoding: try export.bytes(as: format), as: UTF8.self)
  }

  private static let planted: [[String: Value]] = [
    ["title": "Call 9988-7766", "category": "sealing", "area": "Norte", "place": "School behind the church"],
    [
      "title": "Late opening", "category": "opening", "description": "ana@example.org saw it",
      "from": "2031-05-04T07:12:00Z",
    ],
    ["title": "A box", "category": "sealing", "coordinates": "14.0723,-87.1921", "description": "DNI 0801-1990-12345"],
    ["title": "Told by Ana Paz", "category": "other", "actors": ["the board", "Ana Paz"]],
    [
      "title": "=HYPERLINK(\"x\")", "category": "other", "description": "at 14.0723, -87.1921",
      "coordinates": "by the river",
    ],
  ]

  /// Further columns stand behind those of fields, for everybody too.
  @Test func furtherColumnsStandBehindTheOthers() throws {
    try add("incident", Array(Self.planted.prefix(2)))
    let export = LogExport(
      LedgerView(try ledger.entries(), kinds: Self.kinds), of: try kind("incident"), for: .everyone,
      adding: [("near", { $0.value("category") == "sealing" ? "Seals" : nil })])
    let lines = try text(export, .csv).split(separator: "\n")
    #expect(lines[0].hasSuffix(",duplicate_of,near") && lines.count == 3)
    #expect(lines.count { $0.hasSuffix(",Seals") } == 1)
  }

  @Test func aPublicOneHasNothingOfPersons() throws {
    try add("incident", Self.planted)
    let export = try export("incident", .everyone, names: ["ana_paz"])
    let scan = LeakScan(names: ["ana_paz"])
    for format in LogExport.Format.allCases {
      let bytes = try export.bytes(as: format)
      let report = bytes.withUnsafeBytes {
        scan.report(on: $0, as: TextForm(of: "log.\(format.rawValue)", beginning: $0))
      }
      #expect(report.total == 0, "\(format): \(report.leaks)")
      let text = String(decoding: bytes, as: UTF8.self)
      for word in ["9988", "ana@", "0801", "Ana", "church", "14.0723", "10:30", "07:12", key.author.name] {
        #expect(!text.contains(word), "\(format) has \(word)")
      }
    }
    #expect(export.count == 5)
    #expect(
      export.redactions.lines.map(\.en) == [
        "5 records: without author and time of recording",
        "actors of 1 record: left out, for what looks like a name of the roster",
        "coordinates of 1 record: with two decimals of a degree",
        "description of 1 record: left out, for what looks like exact coordinates",
        "description of 1 record: left out, for what looks like an e-mail address",
        "description of 1 record: left out, for what looks like an identity number",
        "from of 1 record: to the day", "place of 1 record: without the place within its area",
        "title of 1 record: left out, for what looks like a name of the roster",
        "title of 1 record: left out, for what looks like a phone number",
      ])
    let csv = try text(export, .csv)
    #expect(csv.contains("'=HYPERLINK") && csv.contains("2031-05-04") && csv.contains("\"14.07,-87.19\""))
    #expect(try text(export, .geojson).contains("\"coordinates\": [\n"))
  }

  @Test func aRestrictedOneHasAllButTheConfidential() throws {
    try add("incident", Self.planted)
    try add(
      "report",
      [
        ["text": "one", "sensitivity": "public"], ["text": "two", "sensitivity": "restricted"],
        ["text": "three", "sensitivity": "confidential"], ["text": "four"],
      ])
    let incidents = try export("incident", .restricted)
    let csv = try text(incidents, .csv)
    for word in ["9988-7766", "church", "14.0723,-87.1921", "2031-05-04T10:30:00Z", "'=HYPERLINK", key.author.name] {
      #expect(csv.contains(word), "\(word)")
    }
    #expect(incidents.redactions.lines.isEmpty)
    let reports = try export("report", .restricted)
    #expect(try text(reports, .jsonl).split(separator: "\n").count == 3 && !(text(reports, .jsonl).contains("three")))
    #expect(reports.redactions.lines.map(\.es) == ["1 ficha: fuera por completo: confidenciales"])
    let everybody = try export("report", .everyone)
    #expect(everybody.count == 1)
    #expect(
      everybody.redactions.document == [
        ["reason": "authors_and_times", "field": .null, "records": 1],
        ["reason": "not_for_everybody", "field": .null, "records": 3],
      ])
  }

  /// What stands apart of entries is in neither, and said.
  @Test func noneHasPrivateFields() throws {
    try add("report", [["text": "one", "sensitivity": "public", "contact": "a neighbour"]])
    for audience in LogExport.Audience.allCases {
      let export = try export("report", audience)
      for format in LogExport.Format.allCases {
        let text = try text(export, format)
        #expect(export.count == 1 && !text.contains("neighbour") && !text.contains("contact"))
      }
      #expect(export.redactions.lines.contains { $0.en == "contact of 1 record: left out: private" })
      #expect(export.redactions.lines.contains { $0.es == "contact de 1 ficha: fuera: es privado" })
    }
  }

  /// What is written as a table is read again as one, whatever stands in the texts.
  @Test func cellsAreReadAgain() throws {
    let texts = ["a\nb", "x;y", "\"q\"", "-1", "+x", "'", "ñ, é", "@a", "\t=1"]
    try add("incident", texts.map { ["title": .string($0), "category": "other"] })
    let bytes = try export("incident", .restricted).bytes(as: .csv)
    var reader = CSVReader(columns: [ColumnSpec("title", .text)])
    reader.isForeign = true
    let table = try reader.read(bytes, name: "log.csv").unguarded
    #expect(Set((0..<table.rowCount).map { table["title"]?.text($0) ?? "" }) == Set(texts))
  }

  /// Reports of an earthquake whose texts were taken out and whose coordinates were cut: as incidents of a log, none tells of a person.
  @Test(.enabled(if: SharedFolder.isPresent)) func thePublicFileOfUshahidiHasNone() throws {
    var reader = CSVReader(
      columns: ["INCIDENT TITLE", "LOCATION", "DESCRIPTION", "CATEGORY", "LATITUDE", "LONGITUDE"].map {
        ColumnSpec($0, .text, .optional)
      })
    reader.isForeign = true
    let table = try reader.read(path: SharedFolder.data("incidents/haiti_ushahidi_2010_scrubbed.csv"))
    func cell(_ name: String, _ row: Int) -> String { table[name]?.text(row) ?? "" }
    try add(
      "incident",
      (0..<table.rowCount).map { row in
        [
          "title": .string(cell("INCIDENT TITLE", row)), "category": "other", "place": .string(cell("LOCATION", row)),
          "description": .string(cell("CATEGORY", row) + " " + cell("DESCRIPTION", row)),
          "coordinates": .string(cell("LATITUDE", row) + "," + cell("LONGITUDE", row)),
        ]
      })
    let export = try export("incident", .everyone)
    #expect(export.count == 3593)
    for format in LogExport.Format.allCases {
      let report = try export.bytes(as: format).withUnsafeBytes {
        LeakScan().report(on: $0, as: TextForm(of: "log.\(format.rawValue)", beginning: $0))
      }
      #expect(report.total == 0, "\(format): \(report.leaks)")
    }
    #expect(
      export.redactions.lines.map(\.en) == [
        "3593 records: without author and time of recording",
        "coordinates of 3593 records: with two decimals of a degree",
        "place of 3593 records: without the place within its area",
      ])
  }
}
