import BuiltIn
import Compression
import Diagnostics
import ModuleKit
import Tables
import TestSupport
import Testing
import Workspaces

/// Datasets that are sheets of spreadsheets.
@Suite struct SpreadsheetDatasetTests {
  private let scratch: ScratchWorkspace

  init() throws { scratch = try ScratchWorkspace() }

  private func workspace(_ datasets: String) throws -> Workspace {
    try scratch.write(ScratchWorkspace.mission + "datasets:\n" + datasets, to: "veedor.yaml")
    return try #require(Workspace.read(scratch.path, modules: builtInModules).workspace)
  }

  private static let mapping = "columns: {sheet: Mesa, votes_amapola: PN Votos, votes_bromelia: PL Votos}"

  @Test func aSheetIsMappedLikeAnyFile() async throws {
    var sample = WorkbookSample([["Notes"]], name: "Notes")
    sample.add(
      [
        ["Results"], [nil, "PN", nil, "PL", nil], ["Mesa", "Votos", "%", "Votos", "%"], ["M1", 250, 40, 300, 60],
        [nil], ["M2", 7, 70, 3, 30],
      ], name: "Actas")
    sample.sheets[1].behind = "<mergeCells><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"D2:E2\"/></mergeCells>"
    try scratch.write(sample.bytes, to: "data/results.xlsx")
    let settings = "kind: sheets, path: data/results.xlsx, contest: president, track: official, \(Self.mapping)"
    let workspace = try workspace(
      """
        named: {\(settings), sheet: Actas, format: {header: 3}}
        numbered: {\(settings), sheet: 2, format: {header: 3}}
        wrong: {\(settings), sheet: Notes, format: {header: 1}}
        none: {\(settings)}

      """)
    let declarations = workspace.datasets.map(\.declaration.document)
    // A result knows which sheet it was made of.
    #expect(declarations[0] != declarations[1] && declarations[0] != declarations[3])
    let loader = DatasetLoader(workspace)
    for id in ["named", "numbered"] {
      let sheets = try #require(try await loader.load(id).content as? Sheets)
      #expect([sheets.keys[0], sheets.keys[1]] == ["M1", "M2"])
      #expect(sheets.votes.flatMap(\.values) == [250, 7, 300, 3])
    }
    let problems = await workspace.dataProblems(loader, of: ["wrong", "none"])
    #expect(
      problems.map { $0.rendered() } == [
        "data/results.xlsx, sheet 'Notes', row 1 error[T014] the column 'Mesa' is missing",
        "data/results.xlsx, sheet 'Notes', row 1 error[T014] the column 'PN Votos' is missing",
        "data/results.xlsx, sheet 'Notes', row 1 error[T014] the column 'PL Votos' is missing",
        "data/results.xlsx error[S020] the file has 2 sheets: 'Notes', 'Actas'\n  say which one is meant, such as sheet: \"Notes\"",
      ])
  }

  @Test func whatRulesOfRowsFindNamesTheRowOfTheSheet() async throws {
    let sample = WorkbookSample([
      ["Mesa", "PN Votos", "PL Votos", "cast"], ["M1", 1, 2, 3], [nil], ["M2", 5, 5, 3],
    ])
    try scratch.write(sample.bytes, to: "data/results.xlsx")
    let workspace = try workspace(
      "  d: {kind: sheets, path: data/results.xlsx, contest: president, track: official, \(Self.mapping),"
        + " where: [{column: Mesa, is: [M2, M1]}]}\n")
    let loaded = try await DatasetLoader(workspace).load("d")
    let source = loaded.source
    let problem = source.diagnostic(SampleMessage(), row: 1, field: "sheet", value: nil)
    #expect(problem.rendered() == "data/results.xlsx, sheet 'Actas', row 4 error[K999] row 2, column 'sheet': said")
  }

  private struct SampleMessage: DiagnosticMessage {
    var text: MessageText { MessageText("K999", en: "said", es: "dicho") }
  }

  @Test func whatIsHiddenIsAWarningThatCanBeAcknowledged() async throws {
    var sample = WorkbookSample([["Mesa", "PN Votos", "PL Votos"], ["M1", 1, 2], ["M2", 3, 4]])
    sample.sheets[0].rows = sample.sheets[0].rows.replacing("<row r=\"3\"", with: "<row r=\"3\" hidden=\"1\"")
    try scratch.write(sample.bytes, to: "data/results.xlsx")
    let workspace = try workspace(
      "  d: {kind: sheets, path: data/results.xlsx, contest: president, track: official, \(Self.mapping)}\n")
    let loaded = try await DatasetLoader(workspace).load("d")
    let day = try #require(Day(iso: "2017-11-26"))
    #expect(
      loaded.doubts(electionDay: day).map { $0.diagnostic.rendered() } == [
        "data/results.xlsx warning[S041] 1 row of the sheet 'Actas' is hidden, row 3: hidden rows are read like the others\n"
          + "  a filter that was left on hides rows; see whether they belong"
      ])
  }

  /// A real count as a workbook, as an OpenDocument spreadsheet and as the CSV that was published: one table.
  @Test(.enabled(if: SharedFolder.isPresent, "needs the shared data: set VEEDOR_SHARED"))
  func georgia2024IsTheSameInAllFormats() async throws {
    let packed = try Array(SharedFolder.bytes("data/georgia2024/cec_scrape_proportional.csv.gz"))
    try scratch.write(packed, to: "data/protocols.csv.gz")
    let csv = String(decoding: try decompress(packed, .gzip, limit: 1 << 24).dropFirst(3), as: UTF8.self)
    let names = csv.prefix { !$0.isNewline }.split(separator: ",").map(String.init)
    let reader = CSVReader(
      columns: names.map { ColumnSpec($0, .text, .partial) }, format: CSVFormat(encoding: .utf8WithMark), dataset: "d")
    let table = try reader.read(packed, name: "protocols.csv.gz")
    func isNumber(_ text: String) -> Bool { text.utf8.allSatisfy { 48...57 ~= $0 || $0 == 46 } && text.first != "0" }
    var cells = [names.map { WorkbookSample.Cell.text($0) }]
    var rows = OpenDocumentSample.row(names.map { OpenDocumentSample.text($0) }.joined())
    for row in 0..<table.rowCount {
      let texts = table.columns.map { $0.text(row) }
      cells.append(texts.map { $0.isEmpty ? .empty : isNumber($0) ? .number($0) : .text($0) })
      rows += OpenDocumentSample.row(
        texts.map {
          $0.isEmpty
            ? "<table:table-cell/>" : isNumber($0) ? OpenDocumentSample.number($0) : OpenDocumentSample.text($0)
        }.joined())
    }
    try scratch.write(WorkbookSample(cells).bytes, to: "data/protocols.xlsx")
    try scratch.write(OpenDocumentSample(rows: rows).bytes, to: "data/protocols.ods")
    let mapping =
      "contest: president, track: official, areas: [district], columns: {sheet: division_id, district: district_alt_id,"
      + " registered: total_registered_voters, cast: participated_cec, votes_amapola: CAND41, votes_bromelia: CAND5}"
    let workspace = try workspace(
      """
        csv: {kind: sheets, path: data/protocols.csv.gz, \(mapping), format: {encoding: utf_8_bom}}
        xlsx: {kind: sheets, path: data/protocols.xlsx, \(mapping)}
        ods: {kind: sheets, path: data/protocols.ods, \(mapping)}

      """)
    let loader = DatasetLoader(workspace)
    let expected = try await loader.load("csv").source.table
    #expect(expected.rowCount == 3095)
    for id in ["xlsx", "ods"] { #expect(try await loader.load(id).source.table == expected) }
  }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
