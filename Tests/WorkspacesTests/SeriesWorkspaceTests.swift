import BuiltIn
import Counts
import Files
import FoundationEssentials
import ModuleKit
import Tables
import TestSupport
import Testing
import Times
import Workspaces

/// Series of files of real counts, as a workspace declares them.
@Suite(.enabled(if: SharedFolder.isPresent, "needs the shared data"))
struct SeriesWorkspaceTests {
  private func workspace(_ scratch: ScratchWorkspace) throws -> Workspace {
    let reading = Workspace.read(scratch.path, modules: builtInModules)
    #expect(reading.diagnostics.map(\.message) == [])
    return try #require(reading.workspace)
  }

  /// The captures of the count of 2025 give what their figures give that were retyped for `Workspaces/honduras_2025`.
  @Test func capturesOfHonduras2025() async throws {
    let scratch = try ScratchWorkspace()
    let folder = SharedFolder.data("honduras2025/captures")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try scratch.write(try MappedFile(path: "\(folder)/\(name)").content, to: "captures/\(name)")
    }
    let original = try MappedFile(path: Repository.path + "/Workspaces/honduras_2025/data/bulletins.csv").content
    // A bulletin is named by its file in both.
    let lines = String(decoding: original, as: UTF8.self).split(separator: "\n").map(String.init)
    let retyped =
      [lines[0]]
      + lines.dropFirst().map { line -> String in
        let name = line.split(separator: ",").last.map(String.init) ?? ""
        return String(name.dropFirst("HN.PRESIDENTE.00-TODOS.000-TODOS ".count).dropLast(".json".count))
          + line.drop { $0 != "," }
      }
    try scratch.write(retyped.joined(separator: "\n") + "\n", to: "data/retyped.csv")
    try scratch.write(try Self.mapped(), to: "veedor.yaml")
    let workspace = try workspace(scratch)
    let loader = DatasetLoader(workspace)
    #expect(await workspace.dataProblems(loader).map(\.message) == [])
    let typed = try #require(try await loader.load("retyped").content as? Bulletins)
    let mapped = try #require(try await loader.load("bulletins").content as? Bulletins)
    #expect(mapped.all.count == 64 && mapped.all == typed.all)
    for asOf in [nil, Instant(rfc3339: "2025-12-05T00:00:00-06:00")] {
      var outcomes: [Outcome] = []
      for name in ["retyped", "bulletins"] {
        let contest = try #require(workspace.contests.first)
        var run = OperationRun(
          counts, "timeline", with: ["silence": "6h"], contest: contest, zone: workspace.mission.zone)
        if let asOf { run = run.known(at: asOf) }
        var dataset = try await loader.load(name, asOf: asOf)
        dataset.source.dataset = "bulletins"
        dataset = LoadedDataset(
          dataset.source, kind: dataset.kind, content: try dataset.kind.content(of: dataset.source))
        outcomes.append(try await run.giving(dataset, as: "bulletins").outcome())
      }
      #expect(!outcomes[0].findings.isEmpty && outcomes[0].findings == outcomes[1].findings)
      #expect(outcomes[0].artefacts == outcomes[1].artefacts)
    }
  }

  /// `Workspaces/honduras_2025` with its captures in the place of the retyped rows, which stand beside them.
  private static func mapped() throws -> String {
    let text = String(
      decoding: try MappedFile(path: Repository.path + "/Workspaces/honduras_2025/veedor.yaml").content, as: UTF8.self)
    let options = [
      ("rivera", "DEMOCRATA CRISTIANO DE HONDURAS"), ("moncada", "LIBERTAD Y REFUNDACION"),
      ("avila", "INNOVACION Y UNIDAD SOCIAL DEMOCRATA"), ("nasralla", "LIBERAL DE HONDURAS"),
      ("asfura", "NACIONAL DE HONDURAS"),
    ].map { option, party in
      """
            votes_\(option): "resultados[partido=PARTIDO \(party)].votos"
            percent_\(option): "resultados[partido=PARTIDO \(party)].porcentaje"
      """
    }
    let datasets = """
      datasets:
        retyped: {kind: bulletins, path: data/retyped.csv, contest: president}
        bulletins:
          kind: bulletins
          path: captures/*.json
          contest: president
          series: {pattern: "*TODOS {}.json", time: YYYY-MM-DD hh_mm_ss, zone: [UTC, America/Tegucigalpa]}
          format: {thousands: comma, missing: ["0"]}
          columns:
            id: {from: file_name, pattern: "*TODOS {}.json"}
            counted_sheets: estadisticas.totalizacion_actas.actas_divulgadas
            total_sheets: estadisticas.totalizacion_actas.actas_totales
            inconsistent_sheets: estadisticas.estado_actas_divulgadas.actas_inconsistentes
            valid_votes: estadisticas.distribucion_votos.validos
            blank_votes: estadisticas.distribucion_votos.blancos
            null_votes: estadisticas.distribucion_votos.nulos
      \(options.joined(separator: "\n"))
            source: {value: cne_page}
            source_en: {value: the captured results page of the electoral council (CNE)}
            source_es: {value: la página de resultados capturada del Consejo Nacional Electoral (CNE)}
            note: {from: file_name}
          expect: {rows: 64}

      """
    return Self.replacing(text, datasets)
  }

  private static func replacing(_ text: String, _ datasets: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let mission = lines.prefix { !$0.hasPrefix("datasets:") }.joined(separator: "\n")
    return mission + "\n" + datasets
  }

  /// A series made of a real count: sheets come in by and by, and some are changed later.
  @Test func exportsOfBolivia2019() async throws {
    let scratch = try ScratchWorkspace()
    let file = try MappedFile(path: SharedFolder.data("bolivia2019/trep_2019-10-20_19-40-57.csv.gz"))
    let columns = ["Número Mesa", "CC", "MAS - IPSP"].map { ColumnSpec($0, .text) }
    var reader = CSVReader(columns: columns, format: CSVFormat(encoding: .utf8WithMark))
    reader.isForeign = true
    let table = try reader.read(file, name: file.path)
    let (exports, sheets) = (86, min(table.rowCount, 2_000))
    var random = Seeded(seed: 86)
    let first = (0..<sheets).map { _ in random.number(below: exports) }
    let changed = Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: sheets, by: 97).map { ($0, min(first[$0] + 3, exports)) })
    func time(_ export: Int, _ separator: String) -> String {
      let minutes = 19 * 60 + 40 + export * 3
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "2019-10-2\(minutes / 1440)\(separator)\(two(minutes / 60 % 24))-\(two(minutes % 60))-00"
    }
    for export in 0..<exports {
      var text = "\u{feff}Número Mesa,Nota,CC,MAS - IPSP\n"
      for row in 0..<sheets where first[row] <= export {
        let cells = table.cells(row).map { if case .text(let it) = $0 { it } else { "" } }
        let votes = changed[row].map { $0 <= export } ?? false ? "\(1 + (Int(cells[1]) ?? 0))" : cells[1]
        text += "\(cells[0]),\"a, b\",\(votes),\(cells[2])\n"
      }
      try scratch.write(text, to: "data/trep_\(time(export, "_")).csv")
    }
    let mission = ScratchWorkspace.mission.replacing("America/Tegucigalpa", with: "America/La_Paz")
      .replacing("2017-11-26", with: "2019-10-20")
    try scratch.write(
      mission + """
        datasets:
          trep:
            kind: sheets
            path: data/trep_*.csv
            contest: president
            track: preliminary
            series: {pattern: "trep_{}.csv", time: YYYY-MM-DD_hh-mm-ss, zone: America/La_Paz}
            format: {encoding: utf_8_bom}
            columns: {sheet: Número Mesa, votes_amapola: CC, votes_bromelia: MAS - IPSP}
            expect: {rows: \(sheets)}

        """, to: "veedor.yaml")
    let workspace = try workspace(scratch)
    let loader = DatasetLoader(workspace)
    #expect(await workspace.dataProblems(loader).map(\.message) == [])
    let content = try #require(try await loader.load("trep").content as? Sheets)
    let rows = Dictionary(uniqueKeysWithValues: (0..<content.count).map { (content.keys[$0] ?? "", $0) })
    for row in 0..<sheets {
      guard case .text(let key) = table.cells(row)[0], let place = rows[key] else {
        Issue.record("a sheet is lost")
        return
      }
      func instant(_ export: Int) -> Instant? {
        let text = time(export, "T")
        return Instant(
          rfc3339: String(text.prefix(11)) + String(text.dropFirst(11)).replacing("-", with: ":") + "-04:00")
      }
      #expect(content.publishedTo[place] == instant(first[row]))
      #expect(content.publishedFrom[place] == (first[row] == 0 ? nil : instant(first[row] - 1)))
    }
    #expect(content.source.revisions.count == changed.values.count(where: { $0 < exports }))
    let doubts = try await workspace.doubts(loader, builtInModules)
    #expect(doubts.open.allSatisfy { ["K231", "K114"].contains($0.code) } && !doubts.open.isEmpty)
  }
}
