import Counts
import FoundationEssentials
import ModuleKit
import Statistics
import TestSupport
import Testing

/// The quick count of the Mexican presidential election of 2018, as its sheets came in; skipped where the shared data
/// are not there.
@Suite(.enabled(if: SharedFolder.isPresent, "VEEDOR_SHARED has no data"))
struct QuickCountMexicoTests {
  private static let contest = Contest(
    "president", rule: .plurality,
    options: ["RAC", "JAMK", "AMLO", "JHRC"].map { .init($0.lowercased(), name: Text($0)) })
  private static let station: ColumnSource = ["ID_ESTRATO_F", "SECCION", "TIPO_CASILLA", "ID_CASILLA", "EXT_CONTIGUA"]
  private static let published = Instant(rfc3339: "2018-07-01T12:00:00-05:00")

  private static var sheets: DatasetDeclaration {
    var time: ColumnSource = ["ANIO", "MES", "DIA", "HORA", "MINUTOS", "SEGUNDOS"]
    time.zone = Zone("America/Mexico_City")
    var columns: [String: ColumnSource] = [
      "sheet": station, "stratum": "ID_ESTRATO_F", "registered": "LISTA_NOMINAL", "cast": "TOTAL", "null": "NULOS",
      "state": "iD_ESTADO", "published_to": time,
    ]
    for option in contest.options { columns["votes_\(option.id)"] = .init([option.id.uppercased()]) }
    return DatasetDeclaration(
      contest: contest, track: .observer, areas: ["state"], format: CSVFormat(delimiter: .bar, headerLine: 2),
      columns: columns)
  }

  private static var design: DatasetDeclaration {
    DatasetDeclaration(published: published, columns: ["station": station, "stratum": "ID_ESTRATO_F"])
  }

  private static func run(_ file: String, asOf: String? = nil, design: Bool = true) throws -> OperationRun {
    var run = OperationRun(
      counts, "quick_count", with: ["probability_sample": "stratified_random", "single_unit_strata": "certainty"],
      zone: try #require(Zone("America/Mexico_City")))
    if let asOf { run = try run.known(at: asOf) }
    run = try run.giving(path: MexicanData.folder + file, as: "sample", sheets)
      .giving(
        path: MexicanData.folder + "frame_strata_2018.csv", as: "strata", DatasetDeclaration(published: published))
    if design {
      run = try run.giving(
        path: MexicanData.folder + "sample_design_2018.csv.gz", as: "design", Self.design)
    }
    return run.with(["denominator": "all"])
  }

  /// What another implementation gives: shares, their standard errors and the ends of their intervals, in percent.
  private struct Reference {
    let share, error, low, high, uncorrected: Double
  }

  private func vectors(_ name: String) throws -> (estimates: [String: Reference], all: Value) {
    let all = try #require(try SharedFolder.vector("mexico_2018_quickcount")["result"]?[name])
    let estimates = try #require(all["estimates"]?.object).mapValues { it in
      Reference(
        share: try #require(it["share_pct"]?.double), error: try #require(it["se_fpc_pp"]?.double),
        low: try #require(it["lo95"]?.double), high: try #require(it["hi95"]?.double),
        uncorrected: try #require(it["se_nofpc_pp"]?.double))
    }
    return (estimates, all)
  }

  private func expect(_ outcome: Outcome, _ references: [String: Reference]) throws {
    #expect(outcome.all("estimate").count == references.count)
    for (name, reference) in references {
      let finding = try outcome.one("estimate", about: name.lowercased())
      let share = try finding.value("share")
      #expect(near(share.value, reference.share), "\(name)")
      let (value, error) = (try #require(share.value), try #require(finding.value("standard_error").value))
      #expect(near(error, reference.error), "\(name)")
      // The published ends are those of the normal quantile; ours those of Student's t.
      #expect(
        near(value - 1.959964 * error, reference.low) && near(value + 1.959964 * error, reference.high), "\(name)")
      let degrees = try #require(finding.value("degrees").value)
      let reach = StudentDistribution(degrees: degrees).upperQuantile(0.025) * error
      #expect(
        try abs(#require(share.low) - (value - reach)) < 1e-9 && abs(#require(share.high) - (value + reach)) < 1e-9)
      let row = try #require(
        try outcome.rows("estimates", .missing, .text(name.lowercased())).first { $0[2] == .missing })
      if case .number(let error) = row[8] {
        #expect(near(error, reference.uncorrected), "\(name)")
      } else {
        Issue.record("no error in \(row)")
      }
    }
  }

  /// Equal to the six decimals printed.
  private func near(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) <= 0.5e-6 + 1e-12 } ?? false
  }

  private func number(_ finding: Finding, _ name: String) throws -> Int? {
    try finding.value(name).value.flatMap { Int(exactly: $0) }
  }

  @Test(arguments: [
    ("full", nil as String?), ("upto22", "2018-07-01T22:00:00-05:00"),
  ])
  func theReferenceValues(_ name: String, _ asOf: String?) async throws {
    let (references, all) = try vectors(name)
    let outcome = try await Self.run("REMESAS0100020000.txt.gz", asOf: asOf).outcome()
    try expect(outcome, references)
    // The R package survey prints the same.
    let survey = try #require(all["survey_pkg"]?["SE_pp"]?.list).map(\.double)
    #expect(survey == ["AMLO", "RAC", "JAMK", "JHRC"].map { references[$0]?.error })
    let partial = try outcome.one("partial")
    #expect(try number(partial, "used") == all["stations"]?.integer)
    #expect(try number(partial, "drawn") == 7787)
    #expect(try number(outcome.one("singleton_strata"), "strata") == all["singleton_strata"]?.integer)
    let empty = outcome.all("empty_strata").first
    #expect(try empty.map { try number($0, "strata") ?? 0 } ?? 0 == all["strata_empty"]?.integer)
    #expect(try empty.map { try number($0, "stations") ?? 0 } ?? 0 == all["stations_in_empty_strata"]?.integer)
    #expect(outcome.all("left_out").isEmpty)
  }

  /// Every delivery of the evening: sheets, empty strata and stations in them, singletons, and the leading share with
  /// its standard error, by a second implementation of the same formulas.
  @Test(arguments: [
    ("12000", 799, 123, 50_675, 71, 50.507011, 0.353770), ("12100", 2723, 22, 8576, 20, 52.897667, 0.264576),
    ("12200", 4526, 1, 286, 6, 53.424825, 0.183216), ("12300", 5768, 0, 0, 1, 53.489994, 0.166724),
    ("20000", 6307, 0, 0, 1, 53.494836, 0.158334),
  ])
  func everyDelivery(
    _ file: String, _ sheets: Int, _ empty: Int, _ stations: Int, _ singletons: Int, _ share: Double, _ error: Double
  ) async throws {
    let outcome = try await Self.run("REMESAS01000\(file).txt.gz", design: false).outcome()
    #expect(try number(outcome.one("draw_unknown"), "used") == sheets)
    #expect(try outcome.all("empty_strata").map { try number($0, "strata") } == (empty > 0 ? [empty] : []))
    #expect(try outcome.all("empty_strata").map { try number($0, "stations") } == (empty > 0 ? [stations] : []))
    #expect(try number(outcome.one("singleton_strata"), "strata") == singletons)
    let leader = try outcome.one("estimate", about: "amlo")
    #expect(try near(leader.value("share").value, share) && near(leader.value("standard_error").value, error))
    #expect(outcome.tables["strata"]?.rowCount == 350)
    // What the caution on partial samples says of this evening.
    if file == "12000" {
      let collapsed = try await Self.run("REMESAS01000\(file).txt.gz", design: false)
        .with(["single_unit_strata": "collapse"]).outcome()
      for leader in [leader, try collapsed.one("estimate", about: "amlo")] {
        #expect(try #require(leader.value("share").high) < 53.494836)
      }
    }
  }

  @Test func theLeadAndTheStates() async throws {
    let outcome = try await Self.run("REMESAS0100012000.txt.gz", design: false).with(["per": "state"]).outcome()
    let margin = try outcome.one("margin", about: "amlo_over_rac").value("margin")
    #expect(abs(try #require(margin.value) - (50.507011 - 24.458051)) < 2e-6)
    let areas = try #require(try number(outcome.one("areas"), "areas"))
    #expect(try outcome.rows("estimates").count == (areas + 1) * 5)
    #expect(outcome.all("draw_unknown").count == 1)
  }
}

/// Where the data of the Mexican quick count are.
enum MexicanData {
  static let folder = SharedFolder.data("mexico2018_quickcount/")
}
