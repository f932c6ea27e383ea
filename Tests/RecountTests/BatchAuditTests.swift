import ModuleKit
import Statistics
import TestSupport
import Testing

@testable import Recount

/// What whole batches, drawn by the bounds on their errors, say of a declared result.
struct BatchAuditTests {
  private static let seed = "31415926535897932384"
  /// Four batches of 100 ballots: 60 to 30 in all but the last, which is 35 to 65. The margin is 60.
  private static let totals = [
    "North,a,100,60,30", "North,b,100,60,30", "South,a,100,60,30", "South,b,100,35,65",
  ]

  /// Code and sentence.
  private static func told(_ problem: Diagnostic) -> String { "\(problem.code) \(problem.message)" }

  private func run(
    _ counts: [String], declared: String = "215,155", totals: [String] = Self.totals,
    rule: Contest.Rule = .plurality, columns: String = "draws,votes_oak,votes_elm"
  ) throws -> OperationRun {
    var contest = OperationRun.contest
    contest.rule = rule
    return try OperationRun(recount, "measure_batches", contest: contest)
      .giving(
        "id,stage,votes_oak,votes_elm,source,source_en,source_es\nd,declared,\(declared),court,the court,el tribunal",
        as: "bulletins"
      )
      .giving((["container,batch,ballots,votes_oak,votes_elm"] + totals).joined(separator: "\n"), as: "totals")
      .giving((["container,batch,\(columns)"] + counts).joined(separator: "\n"), as: "counts")
  }

  /// What an analysis is refused for: code and sentence.
  private func refusal(
    _ counts: [String], declared: String = "215,155", totals: [String] = Self.totals,
    columns: String = "draws,votes_oak,votes_elm", with parameters: [String: Value] = [:]
  ) async throws -> [String] {
    do {
      let outcome = try await run(counts, declared: declared, totals: totals, columns: columns).outcome(parameters)
      return outcome.findings.map(\.code)
    } catch let error as DiagnosticsError {
      return error.all.map(Self.told)
    }
  }

  /// U is (130 + 130 + 130 + 70) / 60, which is 23/3; a draw without an error is worth 20/23.
  @Test func pValuesByHand() async throws {
    let outcome = try await run(["North,a,1;3,60,30", "South,b,2,30,70"]).outcome()
    let values = try #require(outcome.tables["batch_p_values"])
    // Ten votes of the margin were too many: an error of 10 over a bound of 70.
    let (clean, tainted) = (20.0 / 23, 20.0 / 23 / (1 - 1.0 / 7))
    let found = try values.numbers("p_value").values
    for (value, expected) in zip(found, [clean, min(1, clean * tainted), min(1, clean * clean * tainted)]) {
      #expect(abs(value / expected - 1) < 1e-12)
    }
    #expect(
      outcome.findings.map(\.code) == ["unchecked_batch_draw", "batch_limit_open", "counted_batches"])
    #expect(
      try outcome.one("batch_limit_open").statement
        == Text(
          en:
            "Draws of batches: 3; different batches among them: 2. From them the mission computes a p-value of at most 0.7672 for the outcome declared by the court, by comparing batches (MACRO): the risk limit of 5% is not met. Further draws without an error that would meet it: 20.",
          es:
            "Sorteos de lotes: 3; lotes distintos entre ellos: 2. Con ellos la misión calcula un valor p de 0.7672 como máximo para el resultado declarado por el tribunal, mediante la comparación de lotes (MACRO): el límite de riesgo del 5% no se alcanza. Sorteos más sin error que lo alcanzarían: 20."
        ))
    #expect(
      try outcome.one("counted_batches").statement.en
        == "Counted batches whose count differs from what was reported, or in which ballots could not be found: 1 of 2. Counted without having been drawn, which enters no p-value: 0. Counted as one, since their ballots were mixed: 0."
    )
  }

  /// As many draws of batches without an error as are said to be missing meet the limit, and not one fewer; the plan says as many.
  @Test func theDrawsThatAreMissing() async throws {
    let draws = (1...22).map(String.init)
    func outcome(_ count: Int) async throws -> Outcome {
      try await run(["North,a,\(draws.prefix(count).joined(separator: ";")),60,30"]).outcome()
    }
    #expect(try await outcome(21).codes.contains("batch_limit_open"))
    #expect(try await outcome(22).one("batch_limit_met").number("draws") == 22)
    let plan = try await OperationRun(recount, "plan").giving(
      "id,stage,votes_oak,votes_elm,source,source_en,source_es\nd,declared,215,155,court,the court,el tribunal",
      as: "bulletins"
    ).giving((["container,batch,ballots,votes_oak,votes_elm"] + Self.totals).joined(separator: "\n"), as: "batches")
      .outcome()
    #expect(
      try plan.one("batch_workload").statement.en
        == "To check the outcome declared by the court with a risk limit of 5% by counting whole batches, drawn by the bounds on their errors and put back, the mission computes that it takes 22 draws if no batch errs (MACRO): on average 4 different batches of 4, with 398 ballots."
    )
  }

  /// Batches that were mixed are one, with the sum of their bounds; what nobody drew changes no p-value.
  @Test func togetherAndExtra() async throws {
    let columns = "draws,together,votes_oak,votes_elm"
    let mixed = try await run(
      ["North,a,1,store,,", "North,b,2;3,store,110,70", "South,a,,,10,80"], columns: columns
    ).outcome()
    let error = (60.0 - 40) / 60
    let taint = error / (130.0 / 60 + 130.0 / 60)
    let values = try #require(mixed.tables["batch_p_values"])
    for value in try values.numbers("taint").values { #expect(abs(value - taint) < 1e-12) }
    #expect(try mixed.one("counted_batches").number("extra") == 1)
    #expect(try mixed.one("counted_batches").number("together") == 1)
    #expect(try mixed.one("counted_batches").number("differing") == 2)
    let alone = try await run(["North,a,1,store,,", "North,b,2;3,store,110,70"], columns: columns).outcome()
    #expect(alone.tables["batch_p_values"] == mixed.tables["batch_p_values"])
  }

  /// A ballot that cannot be found counts as one against, where it was reported as one for.
  @Test func ballotsThatAreMissing() async throws {
    let columns = "draws,not_found,votes_oak,votes_elm"
    let lost = try await run(["North,a,1,1,59,30"], columns: columns).outcome()
    let against = try await run(["North,a,1,,59,31"], columns: columns).outcome()
    #expect(lost.tables["batch_p_values"] == against.tables["batch_p_values"])
    #expect(try lost.one("counted_batches").number("differing") == 1)
  }

  /// The draw of the seed, made again, is the one of its record; another batch is told.
  @Test func theDrawByBounds() async throws {
    let totals = try #require(try run(["North,a,1,60,30"]).datasets["totals"]?.content as? BatchTotals)
    let bounds = try totals.bounds
    #expect(bounds.map(\.description) == ["13/6", "13/6", "13/6", "7/6"])
    let draw = try Draw(
      DrawRequest(seed: Self.seed, size: .simple(5), bounds: bounds), from: totals.batches.map(\.place))
    #expect(
      draw.drawn.map(\.batch) == (try ProportionalSampler(seed: Self.seed, bounds: bounds).draw(5)))
    #expect(draw.drawn.map(\.ticket) == ["1", "2", "3", "4", "5"])
    let record = try DrawRecord(draw, mission: "council", dataset: "totals")
    let again = try DrawRecord.redraw(record.document.prettyJSON)
    #expect(again.draw.request == draw.request)
    #expect(again.files.map(\.bytes) == record.files.map(\.bytes))
    #expect(
      draw.summary
        == Text(
          en: "5 batches of 4 drawn with replacement by the bounds on their errors from the seed \(Self.seed)",
          es:
            "sorteo de 5 lotes entre 4, con reposición, según las cotas de sus errores y con la semilla \(Self.seed)"))
    let rows = totals.batches.enumerated().compactMap { place, batch -> String? in
      let draws = draw.drawn.indices.filter { draw.drawn[$0].batch == place }.map { "\($0 + 1)" }
      let (votes, key) = (batch.tally.votes, batch.place)
      return draws.isEmpty
        ? nil : "\(key.container),\(key.batch),\(draws.joined(separator: "; ")),\(votes[0]),\(votes[1])"
    }
    let checked = try await run(rows).outcome(["seed": .string(Self.seed)])
    #expect(
      try checked.one("checked_batch_draw").statement.en
        == "The 5 draws of batches entered are the first that are drawn from the 4 reported, by the bounds on their errors and with replacement, with the seed \(Self.seed): the mission made the draw again."
    )
    let first = try #require(totals.batches.indices.first { $0 != draw.drawn[0].batch })
    let other = totals.batches[first].place
    do {
      _ = try await run(["\(other.container),\(other.batch),1,60,30"]).outcome(["seed": .string(Self.seed)])
      Issue.record("another batch was taken")
    } catch let error as DiagnosticsError {
      #expect(error.all.map(\.code) == ["C040"])
    }
  }

  /// Bounds that no draw has are no crash and no endless work.
  @Test func recordsOfDrawsByBounds() throws {
    let batches = (0..<600).map { BallotManifest.Batch(container: "Store", batch: "\($0)", ballots: 1) }
    let draw = try Draw(
      DrawRequest(seed: Self.seed, size: .simple(1), bounds: batches.map { _ in 1 }), from: batches)
    let document = try DrawRecord(draw, mission: "council", dataset: "totals").document
    func refusal(_ change: (inout [String: Value], Int) -> Void, _ name: String? = nil, _ value: Value = .null)
      -> [String]
    {
      var record = document.object ?? [:]
      record["manifest"] = .list(
        (document["manifest"]?.list ?? []).enumerated().map { place, row in
          var row = row.object ?? [:]
          change(&row, place)
          return .object(row)
        })
      if let name { record[name] = value }
      do {
        _ = try DrawRecord.redraw(Value.object(record).prettyJSON)
        return []
      } catch let error as DiagnosticsError {
        return error.all.map(Self.told)
      } catch {
        return ["\(error)"]
      }
    }
    let noFraction = ["C030 this is no record of a draw: 'bound' of a batch is not a fraction such as 3/10"]
    #expect(refusal { row, _ in row["bound"] = "x" } == noFraction)
    #expect(refusal { row, place in if place == 3 { row["bound"] = nil } } == noFraction)
    #expect(refusal { row, place in row["bound"] = .string("1/\(1_000_003 + 2 * place)") } == noFraction)
    let notByBounds = [
      "C068 by the bounds on their errors batches are drawn from all together, and put back"
    ]
    #expect(refusal({ _, _ in }, "replacement", false) == notByBounds)
    #expect(refusal({ _, _ in }, "sampler", "shuffle") == notByBounds)
    #expect(throws: DiagnosticsError.self) {
      try DrawRequest(seed: Self.seed, size: .stratified(["north": 1]), bounds: [1])
    }
    #expect(
      refusal { row, _ in row["bound"] = "0" } == ["C006 the manifest: a box that hides 0 votes hides none"])
  }

  /// What is wrong with a file is told by its row or its batch.
  @Test func whatIsRefused() async throws {
    #expect(
      try await refusal(["North,c,1,60,30"]) == ["C064 batch 'North/c' was counted, and is none of the reported ones"])
    #expect(
      try await refusal(["North,a,1,80,30"])
        == [
          "C065 'North/a': 110 ballots were counted, and at most 100 are given: the bound on the error does not hold"
        ])
    #expect(try await refusal(["North,a,1;3,60,30"]) == ["C066 draw 2 stands at no batch"])
    #expect(try await refusal(["North,a,1,60,30", "North,b,1,60,30"]) == ["C066 draw 1 stands at two batches"])
    #expect(
      try await refusal(["North,a,1,60,30"], declared: "216,155")
        == ["C067 the batches add up to 215 of 'oak', and 216 are declared"])
    #expect(
      try await refusal(["North,a,1,store,,"], columns: "draws,together,votes_oak,votes_elm")
        == ["C063 no batch of those counted together as 'store' has votes that were found"])
    for risk in ["0", "1"] {
      #expect(
        try await refusal(["North,a,1,60,30"], with: ["risk": .string(risk)])
          == ["C001 the batches: the risk \(risk) is not between 0 and 1"])
    }
    #expect(throws: (any Error).self) { try run(["North,a,one,60,30"]) }
    #expect(throws: (any Error).self) { try run(["North,a,1,60,"]) }
    #expect(throws: (any Error).self) { try run(["North,a,1,60,30"], totals: ["North,a,80,60,30"]) }
    var sample = KindSample()
    sample.contest = OperationRun.contest
    #expect(
      sample.problems(DatasetKind.batchCounts, "container,batch,draws,votes_oak,votes_elm\nN,a,0;x,1,\n").map(
        Self.told)
        == [
          "C061 row 1, column 'draws': '0;x' are no numbers of draws",
          "C062 row 1, column 'votes_elm': the batch lacks votes of an option that were found in it",
        ])
  }

  @Test func aTieAndNoRival() async throws {
    let tied = ["North,a,100,50,50"]
    #expect(
      try await run(["North,a,1,50,50"], declared: "50,50", totals: tied).outcome().findings.map(\.code)
        == ["tied_assertion"])
    let rule = Contest.Rule.threshold(share: 40, lead: 10, outright: 50)
    let weighted = try await run(["North,a,1,60,30"], rule: rule).outcome()
    #expect(weighted.codes.contains("batch_limit_open"))
  }
}
