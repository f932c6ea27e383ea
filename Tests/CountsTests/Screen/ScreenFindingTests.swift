import Foundation
import ModuleKit
import Statistics
import TestSupport
import Testing

@testable import Counts

/// `counts.screen` on made-up counts.
struct ScreenFindingTests {
  private static let declaration = DatasetDeclaration(
    contest: Samples.contest, track: .official, areas: ["region", "place"])
  private static let header = "sheet,region,place,registered,issued,cast,votes_oak,votes_elm\n"

  /// Stations of three regions and many places whose voters decide on their own; `change` may do what it likes to the
  /// ballots of one, given its region.
  private static func count(
    _ stations: Int, seed: UInt64, change: (Int, Int) -> Int = { $1 }
  ) -> String {
    var generator = SplitMix64(seed: seed)
    func binomial(_ trials: Int, _ perThousand: Int) -> Int {
      (0..<trials).count { _ in generator.number(below: 1000) < perThousand }
    }
    var text = header
    for station in 0..<stations {
      let region = station % 3
      let registered = 300 + generator.number(below: 900)
      let ballots = change(region, binomial(registered, 450 + generator.number(below: 300)))
      let oak = binomial(ballots, 350 + generator.number(below: 300))
      text += "\(station),R\(region),P\(station / 30),\(registered),\(ballots),\(ballots),\(oak),\(ballots - oak)\n"
    }
    return text
  }

  private func run(_ csv: String, control: String? = nil) throws -> OperationRun {
    var run = OperationRun(counts, "screen")
    run = try run.giving(csv, as: "sheets", Self.declaration)
    if let control { run = try run.giving(control, as: "control", Self.declaration) }
    return run
  }

  @Test func aCountWithoutPeculiaritiesShowsNone() async throws {
    let outcome = try await run(Self.count(600, seed: 1)).outcome(["option": "oak"])
    #expect(
      outcome.findings.map(\.code) == ["nothing_stands_out", "not_tested", "shape", "shape", "turnout_and_share"])
    #expect(outcome.findings.allSatisfy { $0.severity == .info && $0.tier == .screening && $0.placement == .annex })
    #expect(
      try outcome.one("nothing_stands_out").statement.en
        == "Screening of 600\u{A0}sheets for Oak: none of 14 comparisons is unusual at a false discovery rate of 5%.")
    #expect(
      try outcome.one("nothing_stands_out").statement.es
        == "Cribado de 600\u{A0}actas para Oak: ninguna de 14 comparaciones es inusual con una tasa de falsos hallazgos del 5%."
    )
  }

  /// Counts of stations of one size: their second digits follow no law.
  @Test func testsThatTheCountsDoNotAllowAreLeftOut() async throws {
    let untested = try await run(Self.count(600, seed: 1)).outcome(["option": "oak"]).one("not_tested")
    #expect(
      untested.statement.en
        == "Screening leaves out, over the whole count: second digits (turnout and the share of the option), whose counts do not spread over two orders of magnitude above 30."
    )
    #expect(
      untested.statement.es
        == "El cribado deja fuera, en todo el cómputo: las segundas cifras (la participación y el porcentaje de la opción), cuyos recuentos no abarcan dos órdenes de magnitud por encima de 30."
    )
  }

  /// Counts over all sizes follow the law of second digits; with a smallest size among them they do not.
  @Test func secondDigitsKeepTheirLevelWhereTheyAreTested() {
    var random = SplitMix64(seed: 3)
    func counts(about middle: Double, atLeast least: Double) -> [Int] {
      (0..<400).map { _ in
        // Twelve uniform numbers are near enough to a normal one: decimal logarithms of a deviation of three quarters.
        let bell = (0..<12).reduce(-6.0) { sum, _ in sum + Double(random.next() >> 11) * 0x1p-53 }
        return Int(max(least, middle * pow(10, 0.75 * bell)))
      }
    }
    func outcome(_ counts: [Int]) -> ScreeningOutcome? {
      let stations = counts.map {
        StationCounts(registered: 100 * $0 + 1, given: $0, received: 100 * $0 + 1, leader: $0)
      }
      return SecondDigitScreen().outcomes(of: ScreeningSample(stations)).first { $0.measure == "chi_square" }
    }
    var (alarms, tested) = (0, 0)
    for _ in 0..<400 {
      guard let p = outcome(counts(about: 1500, atLeast: 1))?.p else { continue }
      tested += 1
      if p <= 0.05 { alarms += 1 }
    }
    #expect(tested > 380 && (8...34).contains(alarms), "\(alarms) of \(tested)")
    #expect(outcome(counts(about: 400, atLeast: 20))?.p == nil)
    #expect(outcome(counts(about: 100, atLeast: 1))?.p == nil)
  }

  /// Votes without registers: all that is about votes and shares is looked at.
  @Test func votesAreLookedAtWithoutARegister() async throws {
    let rows = Self.count(300, seed: 5).split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return ([fields[0], fields[1], fields[2]] + fields.suffix(2)).joined(separator: ",") + "\n"
    }
    let outcome = try await run("sheet,region,place,votes_oak,votes_elm\n" + rows.joined())
      .outcome(["option": "oak", "per": "region", "repetitions": 10])
    #expect(outcome.findings.map(\.code) == ["nothing_stands_out", "not_tested", "shape"])
    #expect(
      try outcome.one("not_tested").statement.en
        == "Screening leaves out, over the whole count: turnout and how the share goes with it, as no sheet has both registered voters and ballots; second digits (the share of the option), whose counts do not spread over two orders of magnitude above 30."
    )
    #expect(
      try outcome.one("not_tested").statement.es
        == "El cribado deja fuera, en todo el cómputo: la participación y su relación con el porcentaje, pues ningún acta tiene a la vez inscritos y papeletas; las segundas cifras (el porcentaje de la opción), cuyos recuentos no abarcan dos órdenes de magnitud por encima de 30."
    )
    let tests = try outcome.rows("tests", "sheets", .missing).filter { $0[8] != .missing }
    #expect(
      tests.map { $0[2] } == [
        "last_digit", "count_endings", "percent_endings", "whole_percentages", "coarse_shares", "dip",
      ])
    #expect(tests.allSatisfy { $0[3] == "share" } && outcome.figures["fingerprint"] == nil)
    #expect(try outcome.rows("areas", "sheets").count == 4)
  }

  /// In one region every count of ballots is rounded to a multiple of five.
  @Test func roundedCountsStandOutWhereTheyAre() async throws {
    let csv = Self.count(600, seed: 1) { region, ballots in region == 1 ? ballots / 5 * 5 : ballots }
    let outcome = try await run(csv + "600,R9,P1,,1,1,1,0\n601,R9,P1,200,0,0,0,0\n602,R9,P1,200,80,80,50,30\n")
      .outcome(["option": "oak", "per": "region"])
    let summary = try outcome.one("comparisons_stand_out")
    #expect(summary.severity == .notice)
    #expect(try summary.value("left_out").value == 2 && summary.value("small_areas").value == 1)
    #expect(try summary.value("areas").value == 3 && summary.value("comparisons").value == 56)
    #expect(summary.statement.en.hasSuffix("ask for documents; 2\u{A0}sheets without the numbers needed left out."))
    #expect(
      summary.statement.es.hasSuffix(
        "exigen revisar documentos; sin contar 2\u{A0}actas a las que faltan los números necesarios."))
    let endings = try outcome.one("count_endings", about: "turnout_share")
    #expect(try endings.value("areas_standing_out").value == 1)
    let share = try endings.value("statistic").text(.english)
    #expect(
      endings.statement.en
        == "Screening, counts that end in 0 or 5: for turnout their share over the whole count is \(share) where 0.2 is expected, which is unusual and asks for documents; of 3 areas 1 stands out."
    )
    #expect(
      endings.statement.es
        == "Cribado, recuentos que terminan en 0 o 5: para la participación su proporción en todo el cómputo es \(share) donde se espera 0.2, lo que es inusual y exige revisar documentos; de 3 áreas destaca 1."
    )
    let rows = try outcome.rows("tests", "sheets", "R1", "count_endings", "turnout")
    #expect(rows.count == 1 && rows[0].last == true && rows[0][5] == .number(1))
    #expect(try outcome.rows("tests", "sheets", "R0", "count_endings", "turnout")[0].last == false)
    // Areas stand in the order of the file; one with too few stations is not there.
    let areas = try #require(outcome.tables["areas"])
    #expect((0..<areas.rowCount).map { areas.cells($0)[1] } == [.missing, "R0", "R1", "R2"])
  }

  @Test func noTableNamesASheet() async throws {
    let outcome = try await run(Self.count(300, seed: 2)).outcome(["per": "place"])
    for table in outcome.tables.values { #expect(!table.columnNames.contains("sheet") && table.rowCount < 100) }
    #expect(outcome.findings.allSatisfy { $0.evidence.allSatisfy(\.rows.isEmpty) })
  }

  @Test func theOptionWithMostVotesIsLookedAt() async throws {
    let csv = Self.count(120, seed: 3)
    let own = try await run(csv).outcome()
    let same = [try await run(csv).outcome(["option": "oak"]), try await run(csv).outcome(["option": "elm"])]
    #expect(same.filter { $0.tables["tests"] == own.tables["tests"] }.count == 1)
    #expect(own.tables["tests"] == (try await run(csv).outcome()).tables["tests"])
  }

  @Test func aControlIsPutThroughTheSameTests() async throws {
    let rounded = Self.count(300, seed: 4) { $1 / 5 * 5 }
    let outcome = try await run(rounded, control: Self.count(300, seed: 5)).outcome(["per": "region"])
    let control = try outcome.one("control", about: "control")
    #expect(
      control.statement.en.hasPrefix(
        "The control, control, was put through the same tests: none of its 56 comparisons stands out, against "))
    #expect(
      control.statement.es.hasPrefix(
        "El control, control, pasó por las mismas pruebas: no destaca ninguna de sus 56 comparaciones, frente a "))
    #expect(try control.value("here").value == outcome.one("comparisons_stand_out").value("standing_out").value)
    #expect(try outcome.rows("areas", "control").count == 4)
    #expect(try outcome.rows("tests", "control").count == outcome.rows("tests", "sheets").count)
  }

  @Test func theRateDecidesWhatStandsOut() async throws {
    let csv = Self.count(300, seed: 6) { region, ballots in region == 0 ? ballots / 5 * 5 : ballots }
    func standing(_ rate: Double) async throws -> Int {
      try (try await run(csv).outcome(["rate": .number(rate)])).rows("tests", "sheets").count { $0.last == true }
    }
    let (strict, loose) = (try await standing(0.001), try await standing(0.2))
    #expect(strict <= loose && loose > 0)
  }

  @Test func wrongParametersAreNamed() async throws {
    let run = try run(Self.count(60, seed: 7))
    #expect(
      await run.problems(["per": "regoin"]) == [
        "'per' is 'regoin', which is no area level of dataset 'sheets' | did you mean 'region'?"
      ])
    #expect(
      await run.problems(["option": "ash"]) == [
        "'option' is 'ash', which is no option of contest 'council' | its options are oak and elm"
      ])
    let empty = try self.run(Self.header + "1,R,P,100,,,3,\n")
    #expect(
      await empty.problems() == [
        "no sheet of dataset 'sheets' has votes for the option, and valid votes or ballots that these are a share of"
      ])
  }

  /// Blank votes lower the share of ballots cast, not that of valid votes.
  @Test func sharesAreOfValidVotesOrOfAllBallots() async throws {
    var rows = "sheet,region,place,registered,cast,valid,blank,null,votes_oak,votes_elm\n"
    for sheet in 0..<60 { rows += "\(sheet),R,P,\(400 + sheet),200,\(150 + sheet % 3),40,10,\(90 + sheet % 5),60\n" }
    func saysValid(_ parameters: [String: Value]) async throws -> Bool {
      try #require(try await run(rows).outcome(parameters).figures["fingerprint"]).en.contains("valid")
    }
    #expect(try await saysValid([:]))
    #expect(try await !saysValid(["denominator": "all"]))
    let tables = [try await run(rows).outcome(), try await run(rows).outcome(["denominator": "all"])]
    #expect(tables[0].tables["tests"] != tables[1].tables["tests"])
  }

  /// A single sheet, and sheets that are all the same, have few numbers and no fault.
  @Test(arguments: [1, 2, 80]) func fewAndEqualSheetsAreNoFault(count: Int) async throws {
    let rows = (0..<count).map { "\($0),R,P,500,400,400,250,150\n" }.joined()
    let outcome = try await run(Self.header + rows).outcome(["per": "region"])
    #expect(outcome.tables["tests"] != nil && outcome.figures["fingerprint"] != nil)
    #expect(outcome.all("turnout_and_share").isEmpty)
  }

  @Test func electionsAreDrawnWhereAskedFor() async throws {
    let csv = Self.count(300, seed: 9)
    let (none, drawn) = (try await run(csv).outcome(), try await run(csv).outcome(["repetitions": 400]))
    #expect(none.all("drawn_percentages").isEmpty && drawn.all("drawn_percentages").count == 3)
    for finding in drawn.all("drawn_percentages") {
      let row = try #require(drawn.rows("tests", "sheets", .missing, "whole_percentages", .text(finding.subject)).first)
      guard case .number(let counted) = row[5], case .number(let expected) = row[6] else {
        Issue.record("no numbers")
        continue
      }
      let deviation = try #require(finding.value("deviation").value)
      #expect(try finding.value("counted").value == counted)
      #expect(abs(try #require(finding.value("mean").value) - expected) < deviation / 4)
    }
    // What is drawn has no p value, so that nothing else changes.
    #expect(drawn.findings.filter { $0.code != "drawn_percentages" } == none.findings)
  }

  /// The whole count's digits and whole percentages stand in tables of their own.
  @Test func digitsAndPercentagesAreToldInFull() async throws {
    let csv = Self.count(300, seed: 9)
    let outcome = try await run(csv).outcome(["option": "oak", "repetitions": 50])
    let digits = try #require(outcome.tables["digits"])
    #expect(digits.rowCount == 60)
    for (place, least) in [("last", 0), ("last", 100), ("second", 10)] {
      let rows = try outcome.rows("digits", "sheets", "share", .text(place), .integer(Int64(least)))
      let votes = csv.split(separator: "\n").dropFirst().compactMap { Int($0.split(separator: ",")[6]) }
      let texts = votes.filter { $0 >= least }.map { Array(String($0)) }
      let counted = (0...9).map { digit in
        texts.count { (place == "last" ? $0[$0.count - 1] : $0[1]) == Character("\(digit)") }
      }
      #expect(rows.map { $0[5] } == counted.map { .integer(Int64($0)) })
    }
    let tests = try outcome.rows("tests", "sheets", .missing, "whole_percentages")
    let drawn = try outcome.rows("tests", "sheets", .missing, "drawn_percentages")
    #expect(tests.count == 12 && drawn.count == 24)
    #expect(
      tests.map { $0[8] != .missing } == [
        true, false, false, false, true, false, false, false, true, false, false, false,
      ])
    let percentages = try outcome.rows("percentages", "sheets")
    #expect(percentages.map { $0[2] }.prefix(4) == ["stations", "registered", "given", "votes"])
    for (row, test) in zip(percentages, tests) {
      guard case .integer(let observed) = row[3], case .number(let expected) = row[4],
        case .number(let excess) = row[5], case .number(let deviation) = row[6], case .number(let z) = row[7],
        case .number(let drawn) = row[8], case .number(let high) = row[10]
      else {
        Issue.record("no numbers in \(row)")
        continue
      }
      #expect(test[5] == .number(Double(observed)) && test[6] == .number(expected) && test[7] == .number(deviation))
      #expect(excess == Double(observed) - expected && z == excess / deviation)
      #expect(abs(drawn - excess) < deviation && high > 0)
    }
  }

  @Test func turnoutIsOfBallotsCastWhereNoneAreStatedAsIssued() async throws {
    let csv = Self.count(90, seed: 8)
    let without = csv.split(separator: "\n").map { line in
      var fields = line.split(separator: ",", omittingEmptySubsequences: false)
      fields.remove(at: 4)
      return fields.joined(separator: ",") + "\n"
    }
    #expect(try await run(csv).outcome().tables == (try await run(without.joined()).outcome()).tables)
  }
}
