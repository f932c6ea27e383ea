import Foundation
import ModuleKit
import TestSupport
import Testing

@testable import Recount

/// A result of `recount.measure` is computed again by the program in `Docs`, which shares nothing with Veedor.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "there is no Python"))
struct CertificateTests {
  private static let seed = "31415926535897932384"
  /// Names of places with all that is written otherwise in keys, CSV and spreadsheets.
  private static let batches = [
    ("North/1", "a", 5), ("North", "1/a~0", 3), ("=South", "-b", 9), ("\"West\", old", "'+c; =d", 4), ("Éa", "-7", 6),
  ].map { BallotManifest.Batch(container: $0.0, batch: $0.1, ballots: $0.2) }
  private static let contest = Contest(
    "council", rule: .plurality, options: ["oak", "elm", "ash"].map { Contest.Option($0, name: Text($0)) })

  private static let threshold = Contest.Rule.threshold(share: 40, lead: 10, outright: 50)

  private func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

  private func run(_ rule: Contest.Rule, declared: String, others: String = "12,9") throws -> OperationRun {
    var contest = Self.contest
    contest.rule = rule
    return try OperationRun(recount, "measure", contest: contest).giving(
      "id,stage,votes_oak,votes_elm,votes_ash,blank_votes,null_votes,source\nd,declared,\(declared),\(others),court",
      as: "bulletins")
  }

  /// Three rounds of ballots with every pair of marks, drawn by `sampler`.
  private func drawn(
    _ method: String, _ sampler: DrawRequest.Sampler, _ rule: Contest.Rule = .plurality
  ) async throws -> Outcome {
    let draw = try Draw(
      DrawRequest(seed: Self.seed, sampler: sampler, unit: .ballot, size: .simple(150), replacing: true),
      from: Self.batches)
    let (papers, records) = (
      ["oak", "elm", "oak", "ash", "oak", "no_vote", "oak", "other", "oak", "oak", "not_found"],
      ["oak", "oak", "oak", "elm", "oak", "oak", "oak", "no_record"]
    )
    let rows = draw.drawn.enumerated().map { place, unit in
      let batch = Self.batches[unit.batch]
      let (paper, record) = (papers[place % papers.count], records[place / 7 % records.count])
      return [
        "\(place + 1)", quoted(batch.container), quoted(batch.batch), "\(unit.ballot ?? 0)", "r\(place / 60)", paper,
        place % 4 == 0 ? record : paper == "not_found" ? "no_record" : paper,
      ].joined(separator: ",")
    }
    let manifest = Self.batches.map { "\(quoted($0.container)),\(quoted($0.batch)),\($0.ballots)" }
    return try await run(rule, declared: "14,6,3", others: "3,1")
      .giving((["container,batch,ballots"] + manifest).joined(separator: "\n"), as: "manifest")
      .giving(
        (["draw,container,batch,ballot,round,paper,record"] + rows).joined(separator: "\n"), as: "checks"
      )
      .outcome(["method": .string(method), "seed": .string(Self.seed), "sampler": .string(sampler.rawValue)])
  }

  /// What the program says of the tables of `outcome`, in which the texts of `forged` were exchanged.
  private func checked(
    _ outcome: Outcome, forged: (table: String, from: String, to: String)? = nil
  ) throws -> (status: Int32, text: String) {
    let folder = try ScratchFolder()
    for (name, table) in outcome.tables {
      var text = String(decoding: table.spreadsheetCSV, as: UTF8.self)
      if let forged, forged.table == name {
        let range = try #require(text.range(of: forged.from))
        text.replaceSubrange(range, with: forged.to)
      }
      try Data(text.utf8).write(to: URL(filePath: "\(folder.path)/\(name).csv"))
    }
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [Repository.path + "/Docs/check_recount.py", folder.path]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  @Test(arguments: ["comparison", "bravo", "providence"], DrawRequest.Sampler.allCases)
  func drawsAssertionsAndPValues(method: String, sampler: DrawRequest.Sampler) async throws {
    let outcome = try await drawn(method, sampler)
    let found = try checked(outcome)
    #expect(found.status == 0, "\(found.text)")
    #expect(found.text.hasSuffix("as stated: the draw, the assertions and every p-value\n"))
    #expect(try outcome.tables["p_values"]?.rowCount == 6)
  }

  /// Votes that have weights.
  @Test(arguments: ["comparison", "bravo", "providence"]) func weights(method: String) async throws {
    let outcome = try await drawn(method, .counter, .threshold(share: 20, lead: 15, outright: 70))
    #expect(try outcome.tables["p_values"]?.rowCount == 9)
    let found = try checked(outcome)
    #expect(found.status == 0, "\(found.text)")
    let forged = try checked(outcome, forged: ("declared", "oak,14", "oak,13"))
    #expect(forged.status == 1 && forged.text.contains("NOT as stated"), "\(forged.text)")
  }

  @Test(arguments: [
    (Contest.Rule.plurality, "6000,3000,1000"), (.plurality, "40,40,0"), (.plurality, "100,0,0"), (.plurality, "0,0,0"),
    (.majority(of: .validVotes), "6000,3000,900"), (.majority(of: .validVotes), "45,30,25"),
    (.majority(of: .allVotes), "6000,3000,900"), (.majority(of: .allVotes), "60,30,20"), (.twoRound, "600,300,90"),
    (.twoRound, "45,30,25"), (.seats(2), "600,300,90"), (.seats(1), "600,300,90"),
    (threshold, "450,300,250"), (threshold, "530,460,10"), (threshold, "350,330,320"), (threshold, "440,430,130"),
    (threshold, "400,100,100"), (threshold, "500,300,450"),
    (.threshold(share: 40, lead: 10, outright: 45), "470,460,70"),
    (.threshold(share: 55, lead: 0, outright: 55), "600,300,90"),
    (.threshold(share: 35, lead: 0, outright: 50), "450,300,250"),
    (.threshold(share: 35, lead: 0, outright: 50), "340,330,320"), (threshold, "900,10,0"),
  ]) func tallies(rule: Contest.Rule, declared: String) async throws {
    let outcome = try await run(rule, declared: declared)
      .giving(
        "round,ballots,not_found,valid_votes,votes_oak,votes_elm,votes_ash\n1,300,2,250,140,80,20\n2,400,0,,250,100,30",
        as: "tallies"
      ).outcome()
    // Where there is no rival nothing is measured, and nothing stated.
    guard outcome.tables["terms"] != nil else {
      #expect(declared == "0,0,0")
      return
    }
    let found = try checked(outcome)
    #expect(found.status == 0, "\(found.text)")
    #expect(found.text.hasSuffix("as stated: the assertions and every p-value\n"))
  }

  /// Short enough to be read by whoever relies on it.
  @Test func theProgramIsShort() throws {
    let program = try String(contentsOfFile: Repository.path + "/Docs/check_recount.py", encoding: .utf8)
    #expect(program.split(separator: "\n", omittingEmptySubsequences: false).count <= 101)
    #expect(program.split(separator: "\n").allSatisfy { $0.count <= 125 })
  }

  /// Whatever is changed in a certificate, the program says so.
  @Test func forgeries() async throws {
    let outcome = try await drawn("comparison", .consistent)
    let forgeries = [
      ("ballots", "r0,oak,", "r0,elm,"), ("ballots", ",oak,oak,", ",oak,elm,"), ("ballots", "\n1,", "\n1,x"),
      ("ballots", "r1,not_found", "r1,oak"), ("declared", "oak,14", "oak,15"), ("declared", "elm,6", "elm,5"),
      ("terms", Self.seed, "31415926535897932385"), ("terms", "consistent", "counter"), ("terms", "0.05", "0.0005"),
      ("terms", "comparison", "bravo"), ("manifest", ",9\n", ",8\n"), ("p_values", "oak_over_elm", "elm_over_oak"),
      ("p_values", ",14,", ",15,"), ("p_values", ",true,", ",false,"),
      // A word that is no option, and a ballot without a record.
      ("ballots", ",oak,oak,", ",\"oak \",oak,"), ("ballots", ",oak,oak,", ",oak,,"),
    ]
    for forged in forgeries {
      let found = try checked(outcome, forged: forged)
      #expect(found.status == 1 && found.text.contains("WRONG: "), "\(forged): \(found.text)")
    }
    // A p-value a hundred-millionth beside the true one.
    let polled = try await drawn("providence", .consistent)
    let table = try #require(polled.tables["p_values"])
    let value = try #require(try table.numbers("p_value").values.min())
    let cells = String(decoding: table.spreadsheetCSV, as: UTF8.self).split(separator: ",")
    let written = try #require(cells.first { Double($0).map { abs($0 / value - 1) < 1e-11 } ?? false })
    let found = try checked(polled, forged: ("p_values", String(written), "\(value * (1 + 1e-8))"))
    #expect(value < 1 && found.status == 1 && found.text.contains("NOT as stated"), "\(value) \(found.text)")
  }
}
