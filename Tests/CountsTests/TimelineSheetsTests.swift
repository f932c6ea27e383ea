import ModuleKit
import TestSupport
import Testing

@testable import Counts

/// `counts.timeline` from sheets that say when they were published.
struct TimelineSheetsTests {
  /// What sheets alone can lead to.
  static let codes: Set = [
    "sheet_order", "time_steps", "sheet_silence", "sheet_silence_only", "sheet_reversals", "sheet_tenths",
    "still_needed", "still_out_of_reach", "decided", "not_decided", "register_exceeded",
  ]

  private static let header = "sheet,registered,votes_oak,votes_elm,published_from,published_to\n"

  /// A sheet known at a minute of the evening, or of the next day.
  private static func row(_ key: Int, _ oak: String, _ elm: String, _ from: String, _ to: String = "") -> String {
    func instant(_ clock: String) -> String { clock.isEmpty ? "" : "2017-11-26T\(clock):00-06:00" }
    return "\(key),100,\(oak),\(elm),\(instant(from)),\(instant(to.isEmpty ? from : to))\n"
  }

  /// Oak ahead, then behind; an hour without sheets; two of one time; one without a time, one without votes.
  private static let rows = [
    row(1, "60", "30", "18:00"), row(2, "40", "30", "18:05"), row(3, "20", "70", "18:10"),
    row(4, "10", "60", "19:25"), row(5, "30", "30", "19:25"), row(6, "5", "60", "19:30"), row(7, "50", "40", "", ""),
    row(8, "", "", "19:00"),
  ]
  private static let declaration = DatasetDeclaration(contest: Samples.contest, track: .official)
  private static func run(_ rows: [String] = rows) throws -> OperationRun {
    try OperationRun(counts, "timeline").giving(header + rows.joined(), as: "sheets", declaration)
  }

  private static func list(_ keys: ClosedRange<Int>, voters: Int = 100) -> String {
    "station,registered\n" + keys.map { "\($0),\(voters)\n" }.joined()
  }

  @Test func everySentence() async throws {
    let outcome = try await Self.run().outcome()
    #expect(
      outcome.findings.map { "\($0.code): \($0.statement.en)" } == [
        "sheet_order: According to the official count, 6\u{A0}sheets became known in 5\u{A0}batches, the first at 18:00 on 26 November 2017 and the last at 19:30 on 26 November 2017; 1 more has votes but no time.",
        "time_steps: By the sheets of the official count, the mission computes that the times at which sheets became known come in steps of 5\u{A0}minutes: nothing shorter can be seen in them.",
        "sheet_silence: By the sheets of the official count, the mission computes that after the sheets published at 18:10 on 26 November 2017 none was published for 1.2\u{A0}hours, until those published at 19:25 on 26 November 2017; 50% of these sheets were in before. The margin of Oak over Elm is \u{2212}4.00\u{A0}points up to then and \u{2212}38.46\u{A0}points within the first batch after, of 2\u{A0}sheets.",
        "sheet_reversals: By the sheets of the official count, the mission computes that as sheets came in, the lead between Oak and Elm changed sides, as often as: 1. The last time was at 18:10 on 26 November 2017, with 50% of these sheets in: Elm ahead by 10\u{A0}votes.",
        "sheet_tenths: By the sheets of the official count, the mission computes that in 5 parts of about as many sheets, in the order in which they became known, the margin of Oak over Elm within a part is 33.33\u{A0}points in the first and \u{2212}84.62\u{A0}points in the last; it lies between \u{2212}84.62\u{A0}points and 33.33\u{A0}points.",
        "still_needed: By the sheets of the official count, the mission computes that with the sheets published at 18:10 on 26 November 2017, 37.5% of all, Elm was ahead of Oak by 10\u{A0}votes. The 500 voters of the other sheets, at the turnout of those that were in, would cast between 350 and 450\u{A0}votes; Oak needed a margin of between 2.22 and 2.86\u{A0}points among them.",
        "still_needed: By the sheets of the official count, the mission computes that with the sheets published at 19:30 on 26 November 2017, 75% of all, Elm was ahead of Oak by 115\u{A0}votes. The 200 voters of the other sheets, at the turnout of those that were in, would cast between 120 and 180\u{A0}votes; Oak needed a margin of between 63.89 and 95.83\u{A0}points among them.",
      ])
    for finding in outcome.findings {
      #expect(!finding.caution.en.isEmpty && !finding.statement.es.contains("{"))
    }
    #expect(Set(outcome.tables.keys) == ["sheet_batches", "sheet_gaps", "sheet_tenths"])
    #expect(outcome.figures["sheets_lead"] != nil && outcome.figures["lead"] == nil)
    let batches = try #require(outcome.tables["sheet_batches"])
    #expect((0..<5).map { batches.cells($0)[4] } == [30, 40, -10, -60, -115])
  }

  @Test func theOrderOfTheFileDoesNotMatter() async throws {
    var random = Seeded(seed: 5)
    let straight = try await Self.run().outcome()
    for _ in 0..<5 {
      let mixed = try await Self.run(Self.rows.shuffled(using: &random)).outcome()
      #expect(mixed.findings == straight.findings && mixed.tables == straight.tables)
    }
  }

  @Test func snapshotsLeaveAGapARange() async throws {
    let rows = [
      Self.row(1, "60", "30", "18:00", "18:05"), Self.row(2, "40", "30", "18:05", "18:10"),
      Self.row(3, "40", "30", "20:00", "20:05"),
    ]
    let gap = try #require(try await Self.run(rows).with(["gap_factor": 1]).outcome().all("sheet_silence").first).value(
      "gap")
    #expect(abs((gap.low ?? 0) - 110 / 60.0) < 1e-9 && gap.high == 2)
  }

  /// Thirty-five minutes behind one sheet of 300, and as many before the last one, are no silence of the count.
  @Test func silencesOfSingleSheetsAreNotTold() async throws {
    func clock(_ minute: Int) -> String { "\(10 + minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)" }
    func silences(_ minutes: [Int]) async throws -> (told: Int, listed: Int) {
      let rows = minutes.enumerated().map { Self.row($0 + 1, "60", "30", clock($1)) }
      let outcome = try await Self.run(rows).outcome()
      return (outcome.all("sheet_silence").count, try outcome.rows("sheet_gaps").count)
    }
    let body = (35..<335).map { $0 }
    #expect(try await silences([0] + body) == (0, 1))
    #expect(try await silences(body + [369]) == (0, 1))
    // Three sheets of 303 are less than one in a hundred, four of 304 are more.
    #expect(try await silences([0, 0, 0] + body) == (0, 1))
    #expect(try await silences([0, 0, 0, 0] + body) == (1, 1))
  }

  @Test func onlyAListDecides() async throws {
    func outcome(_ list: String, asOf: String? = nil) async throws -> Outcome {
      var run = OperationRun(counts, "timeline")
      if let asOf { run = try run.known(at: asOf) }
      return try await run.giving(Self.header + Self.rows.joined(), as: "sheets", Self.declaration)
        .giving(
          list, as: "stations", DatasetDeclaration(published: Instant(rfc3339: "2017-11-01T00:00:00Z"))
        ).outcome()
    }
    let open = try await outcome(Self.list(1...8))
    #expect(
      try open.one("not_decided").statement.en
        == "By the sheets of the official count, the mission computes that with the last of these sheets, at 19:30 on 26 November 2017, 75% of all were in, and the lead of Elm, 115\u{A0}votes, was not more than the 200 voters registered for those not in, or not in full: arithmetic alone did not decide who would be ahead."
    )
    let closed = try await outcome(Self.list(1...7))
    #expect(
      try closed.one("decided").statement.en
        == "By the sheets of the official count, the mission computes that with the sheets published at 19:30 on 26 November 2017, 85.71% of all, the lead of Elm over every other option was 115\u{A0}votes, more than the 100 voters registered for the sheets not yet in, or not in full: no count of those could change who was ahead."
    )
    // A list without one of the sheets is not a list of all.
    #expect(try await outcome(Self.list(2...8)).codes.isDisjoint(with: ["decided", "not_decided", "still_needed"]))
    // Equal to what is outstanding is not more than that.
    #expect(try await outcome(Self.list(1...7, voters: 115)).codes.contains("not_decided"))
    // In an edition the later sheets are absent, but the list tells of them.
    let edition = try await outcome(Self.list(1...7), asOf: "2017-11-26T19:25:00-06:00")
    #expect(try edition.one("not_decided").value("voters").value == 200)
  }

  /// Of a sheet without Oak's votes nobody knows but that these are no more than its voters.
  @Test func aSheetThatIsNotInFullDecidesNothing() async throws {
    var rows = Self.rows
    rows[3] = Self.row(4, "", "60", "19:25")
    let outcome = try await Self.run(rows).giving(
      Self.list(1...7), as: "stations"
    ).outcome()
    #expect(
      try outcome.one("not_decided").statement.en
        == "By the sheets of the official count, the mission computes that with the last of these sheets, at 19:30 on 26 November 2017, 85.71% of all were in, and the lead of Elm, 125\u{A0}votes, was not more than the 200 voters registered for those not in, or not in full: arithmetic alone did not decide who would be ahead."
    )
    #expect(
      try outcome.one("not_decided").statement.es
        == "Con las actas del cómputo oficial, la misión calcula que con las últimas de estas actas, a las 19:30 del 26 de noviembre de 2017, se tenía el 85.71% de todas, y la ventaja de Elm, 125\u{A0}votos, no superaba los 200 electores inscritos en las pendientes o incompletas: la aritmética sola no decidía quién quedaría en primer lugar."
    )
  }

  /// Nine sheets of ten with 90 votes each for Oak: the last one's hundred voters cannot make up 810 votes.
  @Test func aLeadThatNoTurnoutCouldMakeUp() async throws {
    let rows = (1...10).map { Self.row($0, "90", "0", "18:\(10 + $0)") }
    let outcome = try await Self.run(rows).outcome()
    #expect(
      outcome.findings.filter { $0.code.hasPrefix("still") }.map { "\($0.code) \($0.subject)" } == [
        "still_needed sheets_4", "still_out_of_reach sheets_8",
      ])
    let finding = try outcome.one("still_out_of_reach")
    #expect(
      finding.statement.en
        == "By the sheets of the official count, the mission computes that with the sheets published at 18:19 on 26 November 2017, 90% of all, Oak was ahead of Elm by 810\u{A0}votes. The 100 voters of the other sheets, at the turnout of those that were in, would cast 90\u{A0}votes. For Elm the lead was out of reach: even all of these would not have sufficed."
    )
    #expect(
      finding.statement.es
        == "Con las actas del cómputo oficial, la misión calcula que con las actas publicadas a las 18:19 del 26 de noviembre de 2017, el 90% de todas, Oak aventajaba a Elm por 810\u{A0}votos. Los 100 electores de las demás actas, con la participación de las recibidas, emitirían 90\u{A0}votos. Para Elm la ventaja estaba fuera de alcance: ni siquiera todos ellos habrían bastado."
    )
    #expect(finding.caution.en.contains("it decides nothing"))
    #expect(!outcome.codes.contains("decided"))
  }

  @Test func anEditionWithoutAListSaysNothingOfWhatIsOut() async throws {
    let outcome = try await OperationRun(counts, "timeline").known(at: "2017-11-26T19:25:00-06:00")
      .giving(Self.header + Self.rows.joined(), as: "sheets", Self.declaration).outcome()
    #expect(outcome.codes.isDisjoint(with: ["still_needed", "decided", "not_decided"]))
    #expect(try #require(outcome.tables["sheet_batches"]).rowCount == 4)
  }

  @Test func aContestOfOneOptionHasSilencesButNoLead() async throws {
    var declaration = Self.declaration
    declaration.contest = Contest("oak", rule: .plurality, options: [.init("oak", name: Text("Oak"))])
    let text = Self.rows.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .map { [$0[0], $0[1], $0[2], $0[4], $0[5]].joined(separator: ",") }.joined()
    let outcome = try await OperationRun(counts, "timeline").giving(
      "sheet,registered,votes_oak,published_from,published_to\n" + text, as: "sheets", declaration
    ).outcome()
    #expect(outcome.codes == ["sheet_order", "time_steps", "sheet_silence_only"] && outcome.figures.isEmpty)
  }

  @Test func oneOfTheTwoInputsIsNeeded() async throws {
    #expect(
      await OperationRun(counts, "timeline").problems() == [
        "none of the inputs 'bulletins' and 'sheets' is given: at least one of them is needed"
      ])
    #expect(
      await (try Self.run([Self.row(1, "1", "2", "")])).problems() == [
        "no sheet of dataset 'sheets' that has votes says when it was published | map 'published_to' to the column of times under 'columns'"
      ])
    var other = Self.declaration
    other.contest = Samples.threeWay
    other.contest?.id = "mayor"
    #expect(
      await
        (try Self.run().giving(
          Samples.bulletins("id,votes_oak", "a,1"), as: "bulletins", DatasetDeclaration(contest: other.contest)))
        .problems() == [
          "dataset 'sheets' is of contest 'council', 'bulletins' of contest 'mayor'"
        ])
  }

  @Test func bulletinsAndSheetsStandSideBySide() async throws {
    let bulletins = Samples.bulletins("id,votes_oak,votes_elm,published_from,published_to", "a,3,2,,")
    let outcome = try await Self.run().giving(
      bulletins, as: "bulletins"
    ).outcome()
    let alone = try await OperationRun.timeline().outcome(bulletins)
    #expect(Array(outcome.findings.prefix(alone.findings.count)) == alone.findings)
    #expect(alone.tables.allSatisfy { outcome.tables[$0.key] == $0.value } && outcome.tables.count == 7)
  }
}

/// The real feeds of an evening and of a count in batches.
@Suite(.enabled(if: SharedFolder.isPresent, "VEEDOR_SHARED has no data")) struct TimelineFeedTests {
  @Test func captureTimesOfTheMexicanQuickCount() async throws {
    var time: ColumnSource = ["ANIO", "MES", "DIA", "HORA", "MINUTOS", "SEGUNDOS"]
    time.zone = Zone("America/Mexico_City")
    let options = ["rac", "jamk", "amlo", "jhrc"]
    var declaration = DatasetDeclaration(
      contest: Contest("president", rule: .plurality, options: options.map { .init($0, name: Text($0.uppercased())) }),
      track: .observer, format: CSVFormat(delimiter: .bar, headerLine: 2),
      columns: [
        "sheet": ["ID_ESTRATO_F", "SECCION", "TIPO_CASILLA", "ID_CASILLA", "EXT_CONTIGUA"],
        "registered": "LISTA_NOMINAL", "published_to": time,
      ], expected: Expectation(rows: 6307))
    for option in options { declaration.columns["votes_\(option)"] = .init([option.uppercased()]) }
    let outcome = try await OperationRun(counts, "timeline").with(["gap_least": "1min"])
      .giving(
        path: SharedFolder.data("mexico2018_quickcount/REMESAS0100020000.txt.gz"), as: "sheets", declaration
      ).outcome()
    let order = try outcome.one("sheet_order")
    #expect(try order.value("sheets").value == 6307 && order.value("batches").value == 5160)
    #expect(outcome.all("time_steps").isEmpty)
    let rows = try #require(outcome.tables["sheet_gaps"])
    let gaps = (0..<rows.rowCount).map { row in
      if case .number(let hours) = rows.cells(row)[2] { (hours * 3600).rounded() } else { Double.nan }
    }
    #expect(gaps.sorted() == [78, 118, 264, 358])
    // Before the count began in earnest, and after it had ended: no silence of the count.
    #expect(outcome.all("sheet_silence").isEmpty)
    #expect(try outcome.one("sheet_reversals").value("times").value == 1)
    let table = try #require(outcome.tables["sheet_batches"])
    #expect(table.cells(table.rowCount - 1)[4] == .integer(516_739 - 1_207_530))
    #expect(table.cells(table.rowCount - 1)[6] == 0 && outcome.findings.count { $0.code.hasPrefix("still_") } == 2)
  }

  /// The batches of the preliminary count of Bolivia 2019, whose files have percents in place of times.
  @Test func batchesOfTheBolivianFeed() async throws {
    let path = SharedFolder.data("bolivia2019/percentil_trep.csv.gz")
    var reader = CSVReader(columns: [ColumnSpec("Código Mesa", .text), ColumnSpec("p2", .text)])
    reader.isForeign = true
    let table = try reader.read(path: path)
    let (keys, percents) = (try table.texts("Código Mesa"), try table.texts("p2"))
    var text = "sheet,votes_oak,votes_elm,percent\n"
    for row in 0..<table.rowCount {
      let percent = try #require(Double(percents[row] ?? ""))
      text += "\(keys[row] ?? ""),1,0,\(Int((percent * 1e6).rounded()))\n"
    }
    let declaration = DatasetDeclaration(
      contest: Samples.contest, track: .preliminary,
      columns: ["published_to": .init(["percent"], time: .unixSeconds)])
    let outcome = try await OperationRun(counts, "timeline").giving(text, as: "sheets", declaration).outcome()
    let vector = try SharedFolder.vector("bolivia_2019_two_tracks_and_late_count")["result"]?["percentil"]
    let order = try outcome.one("sheet_order")
    #expect(try order.value("sheets").value == vector?["trep_rows"]?.double)
    #expect(try order.value("batches").value == vector?["trep_unique_p2"]?.double)
    let batches = try #require(outcome.tables["sheet_batches"])
    let largest = try #require((0..<batches.rowCount).compactMap { try? batches.integers("sheets")[$0] }.max())
    let step = try #require(vector?["trep_largest_step"]?.double)
    #expect(abs(100 * Double(largest) / 34_555 - step) < 1e-9)
  }
}
