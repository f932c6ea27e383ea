import ModuleKit
import Statistics
import TestSupport
import Testing

@testable import Recount

/// What drawn ballots say of a declared result.
struct MeasureTests {
  private static let contest = Contest(
    "council", rule: .plurality,
    options: [
      .init("oak", name: Text("Oak")), .init("elm", name: Text("Elm")), .init("ash", name: Text("Ash")),
    ])

  private func run(declared: String, rule: Contest.Rule = .plurality) throws -> OperationRun {
    var contest = Self.contest
    contest.rule = rule
    return try OperationRun(recount, "measure", contest: contest)
      .giving(
        "id,stage,votes_oak,votes_elm,votes_ash,source,source_en,source_es\nd,declared,\(declared),court,the court,el tribunal",
        as: "bulletins")
  }

  /// Rounds of tallies.
  private func outcome(
    _ rounds: [String], declared: String = "6000,3000,1000", rule: Contest.Rule = .plurality,
    columns: String = "ballots,votes_oak,votes_elm,votes_ash", _ parameters: [String: Value] = [:]
  ) async throws -> Outcome {
    let run = try run(declared: declared, rule: rule)
    return try await run.giving(
      (["round,\(columns)"] + rounds).joined(separator: "\n"), as: "tallies"
    ).outcome(parameters)
  }

  /// Ballots one by one: `paper/record`, a line a round.
  private func compared(
    _ rounds: [[String]], declared: String = "6000,3000,1000", _ parameters: [String: Value] = ["method": "comparison"]
  ) async throws -> Outcome {
    var (rows, draw) = (["draw,container,batch,ballot,round,paper,record"], 0)
    for (round, ballots) in rounds.enumerated() {
      for ballot in ballots {
        draw += 1
        let marks = ballot.split(separator: "/", omittingEmptySubsequences: false)
        rows.append("\(draw),North,a,\(draw),\(round + 1),\(marks[0]),\(marks[1])")
      }
    }
    let run = try run(declared: declared)
    return try await run.giving(
      rows.joined(separator: "\n"), as: "checks"
    ).outcome(parameters)
  }

  private func ratio(_ share: Double, _ yes: Int, _ no: Int) -> Double {
    (0..<yes).reduce(1.0) { it, _ in it / (2 * share) } * (0..<no).reduce(1.0) { it, _ in it / (2 - 2 * share) }
  }

  /// Two rounds by two methods: the likelihood ratios by hand, the tails by the binomial law.
  @Test func pValuesAfterEachRound() async throws {
    let rounds = ["1,30,16,10,4", "2,60,36,15,9"]
    let bravo = try #require(try await outcome(rounds, ["method": "bravo"]).tables["p_values"])
    #expect(
      try (0..<4).map { try bravo.texts("assertion")[$0] } == [
        "oak_over_elm", "oak_over_elm", "oak_over_ash", "oak_over_ash",
      ])
    let (share, other) = (2.0 / 3, 6.0 / 7)
    let expected = [ratio(share, 16, 10), ratio(share, 52, 25), ratio(other, 16, 4), ratio(other, 52, 13)]
    for (found, value) in zip(try bravo.numbers("p_value").values, expected) {
      #expect(abs(found / min(1, value) - 1) < 1e-9)
    }
    let providence = try #require(try await outcome(rounds).tables["p_values"])
    let (reported, tied) = (
      BinomialDistribution(trials: 51, probability: share), BinomialDistribution(trials: 51, probability: 0.5)
    )
    let p = tied.probability(atLeast: 36) / reported.probability(atLeast: 36) * ratio(share, 16, 10)
    #expect(abs((try providence.numbers("p_value")[1] ?? 0) / p - 1) < 1e-9)
  }

  @Test func sentences() async throws {
    let open = try await outcome(["1,100,50,42,8"], ["method": "bravo", "risk": "0.1"])
    // (4/3)^50 (2/3)^42 is 0.071, and 18 more factors of 4/3 make it more than 10.
    #expect(
      try open.one("risk_limit_open", about: "oak_over_elm").statement
        == Text(
          en:
            "According to the court, Oak has more votes than Elm, by 3,000\u{A0}votes. After 100 ballots drawn at random, up to round 1, the mission computes by BRAVO a p-value of at most 1: the risk limit of 10% is not met for this statement. One more ballot that agrees with it would make that 1 at most; 18 in a row would meet the limit. If the declared votes are right, a next round of about 216 ballots or more, which hold enough votes for the two sides on average, meets it with a probability of about 90%; about 207 is the smallest size that does.",
          es:
            "Según el tribunal, Oak tiene más votos que Elm, por 3,000\u{A0}votos. Tras 100 papeletas sorteadas, hasta la ronda 1, la misión calcula mediante BRAVO un valor p de 1 como máximo: el límite de riesgo del 10% no se alcanza para esta afirmación. Una papeleta más que concuerde con ella lo dejaría en 1 como máximo; 18 seguidas alcanzarían el límite. Si los votos declarados son correctos, una próxima ronda de unas 216 papeletas o más, que en promedio contienen suficientes votos de los dos lados, lo alcanza con una probabilidad de alrededor del 90%; unas 207 es el menor tamaño que lo hace."
        ))
    #expect(
      try open.one("audit_goes_on").statement
        == Text(
          en:
            "After 100 drawn ballots, up to round 1, the risk limit of 10% is not met by BRAVO for every statement on which the outcome declared by the court rests (open: 1 of 2): the audit asks for more ballots, or for a full count.",
          es:
            "Tras 100 papeletas sorteadas, hasta la ronda 1, el límite de riesgo del 10% no se alcanza mediante BRAVO para todas las afirmaciones en que descansa el resultado declarado por el tribunal (pendientes: 1 de 2): la auditoría pide más papeletas, o un conteo completo."
        ))
    let reached = try await outcome(["1,100,60,30,10"], ["risk": "0.1"])
    #expect(reached.findings.map(\.code) == ["unchecked_draw", "audit_can_stop", "risk_limit_met", "risk_limit_met"])
    #expect(
      try reached.one("audit_can_stop").statement.en
        == "After 100 drawn ballots, up to round 1, the risk limit of 10% is met by Providence for every statement on which the outcome declared by the court rests (2): the audit can stop."
    )
    #expect(
      try reached.one("risk_limit_met", about: "oak_over_elm").statement.en.hasSuffix(
        "the mission computes by Providence a p-value of at most 0.0019: the risk limit of 10% is met for this statement."
      ))
  }

  /// Tallies and single ballots that say the same are measured to the same numbers.
  @Test func talliesAndBallotsAgree() async throws {
    let papers = [
      Array(repeating: "oak/", count: 16) + Array(repeating: "elm/", count: 10) + ["no_vote/", "other/", "not_found/"],
      Array(repeating: "oak/", count: 30) + Array(repeating: "elm/", count: 11) + Array(repeating: "ash/", count: 4),
    ]
    for method in ["bravo", "providence"] {
      let single = try await compared(papers, ["method": .string(method)])
      let added = try await outcome(
        ["1,29,1,27,16,10,0", "2,45,,,30,11,4"],
        columns: "ballots,not_found,valid_votes,votes_oak,votes_elm,votes_ash", ["method": .string(method)])
      #expect(single.tables["p_values"] == added.tables["p_values"])
      #expect(try single.tables["p_values"]?.integers("found_against").values == [11, 11, 1, 4])
      #expect(try single.one("absent_ballots").number("not_found") == 1)
    }
  }

  /// As many votes for the one as are said to be missing reach the limit, and one fewer do not.
  @Test(arguments: [(50, 42), (20, 30), (0, 0), (7, 1), (700, 1)]) func theVotesThatAreMissing(yes: Int, no: Int) throws
  {
    let bravo = try Bravo(share: 2.0 / 3, risk: 0.1)
    let more = bravo.votesToStop(winner: yes, loser: no)
    #expect(bravo.pValue(winner: yes + more, loser: no) <= 0.1)
    if more > 0 { #expect(bravo.pValue(winner: yes + more - 1, loser: no) > 0.1) }
  }

  /// A next round has the probability from its stable size on, and its first size is the first that has it.
  @Test func nextRounds() async throws {
    let found = try await outcome(["1,100,50,42,0"], declared: "6000,3000,0", ["method": "bravo", "risk": "0.1"])
      .one("risk_limit_open", about: "oak_over_elm")
    let (first, always) = (Int(try found.number("next_enough")), Int(try found.number("next_always")))
    let bravo = try Bravo(share: 2.0 / 3, risk: 0.1)
    func stopping(_ votes: Int) -> Double {
      let law = BinomialDistribution(trials: votes, probability: 2.0 / 3)
      return (0...votes).reduce(0.0) {
        bravo.pValue(winner: 50 + $1, loser: 42 + votes - $1) <= 0.1 ? $0 + law.probability(of: $1) : $0
      }
    }
    #expect((1..<first).allSatisfy { stopping($0) < 0.9 } && stopping(first) >= 0.9)
    #expect(stopping(always - 1) < 0.9 && (always..<always + 200).allSatisfy { stopping($0) >= 0.9 })
  }

  /// Each pair of a record and a paper, by the votes that a record says too many of oak over elm.
  @Test func discrepancies() async throws {
    let agreeing = Array(repeating: "oak/oak", count: 20)
    let audit = try SuperSimple(votes: 3000, of: 10_000)
    let cases: [(String, SuperSimple.Errors)] = [
      ("oak/oak", .init()), ("elm/elm", .init()), ("ash/no_vote", .init()), ("elm/oak", .init(twoOver: 1)),
      ("no_vote/oak", .init(oneOver: 1)), ("ash/oak", .init(oneOver: 1)), ("elm/other", .init(oneOver: 1)),
      ("oak/elm", .init(twoUnder: 1)), ("oak/ash", .init(oneUnder: 1)), ("not_found/oak", .init(twoOver: 1)),
      ("not_found/elm", .init(twoOver: 1)), ("not_found/no_vote", .init(twoOver: 1)),
      ("not_found/no_record", .init(oneOver: 1)), ("elm/no_record", .init(oneOver: 1)),
      ("oak/no_record", .init(oneUnder: 1)), ("no_vote/no_record", .init()),
    ]
    for (ballot, errors) in cases {
      let found = try await compared([agreeing, [ballot]])
      let row = try found.rows("p_values", .text("oak_over_elm"))[1]
      #expect(
        row[9...12]
          == [errors[1], errors[2], errors[-1], errors[-2]].map { .integer(Int64($0)) }[...],
        "\(ballot)")
      #expect(try found.tables["p_values"]?.numbers("p_value")[1] == audit.pValue(21, errors))
      let marks = ballot.split(separator: "/")
      #expect(try found.one("compared_ballots").number("differing") == (marks[0] == marks[1] ? 0 : 1))
    }
  }

  /// Votes that have weights, by ballots that are counted: 45 % where 40 % are asked for.
  @Test func thresholds() async throws {
    let contest = WrongOutcome.contest(.threshold(share: 40, lead: 10, outright: 50))
    func measured(_ round: String) async throws -> Outcome {
      try await OperationRun(recount, "measure", contest: contest)
        .giving("id,stage,votes_a,votes_b,votes_c,source\nd,declared,4500,3000,2500,court", as: "bulletins")
        .giving("round,ballots,votes_a,votes_b,votes_c\n1,\(round)", as: "tallies").outcome()
    }
    let open = try await measured("100,50,30,20").one("risk_limit_open", about: "a_above_40_percent")
    #expect(
      open.statement
        == Text(
          en:
            "According to court, a has more than 40% of the valid votes, by 500\u{A0}votes. After 100 ballots drawn at random, up to round 1, the mission computes by BRAVO with weights a p-value of at most 0.2238: the risk limit of 5% is not met for this statement. One more ballot that agrees with it would make that 0.1998 at most; 14 in a row would meet the limit. How large a next round has to be is not computed for votes that have weights.",
          es:
            "Según court, a tiene más del 40% de los votos válidos, por 500\u{A0}votos. Tras 100 papeletas sorteadas, hasta la ronda 1, la misión calcula mediante BRAVO con pesos un valor p de 0.2238 como máximo: el límite de riesgo del 5% no se alcanza para esta afirmación. Una papeleta más que concuerde con ella lo dejaría en 0.1998 como máximo; 14 seguidas alcanzarían el límite. No se calcula qué tamaño debe tener una próxima ronda cuando los votos tienen pesos."
        ))
    // A mean of 0.25 over a mean square of 6.25: λ = 0.04.
    let p = (0..<50).reduce(1.0) { p, _ in p / (1.12 * 0.92) }
    #expect(try abs(open.number("p_value") / p - 1) < 1e-9)
    let met = try await measured("300,210,60,30")
    #expect(met.all("risk_limit_met").count == 3 && met.all("audit_can_stop").count == 1)
  }

  /// A risk of nothing, and one that admits all, are no questions; by comparison too.
  @Test(arguments: ["0", "1"]) func risksWithoutAnAnswer(risk: String) async throws {
    let said = try await problems {
      try await compared([["oak/oak"]], ["method": "comparison", "risk": .string(risk)])
    }
    #expect(said.map(\.code) == ["C010"])
  }

  /// A round that meets the limit ends an assertion; what comes later does not take it back.
  @Test func theFirstRoundThatMeetsTheLimitIsStated() async throws {
    let found = try await outcome(["1,100,70,25,5", "2,100,20,75,5"])
    #expect(try found.one("risk_limit_met", about: "oak_over_elm").number("ballots") == 100)
    #expect(try found.one("audit_can_stop").number("ballots") == 100)
  }

  @Test func outcomesOfTheirOwn() async throws {
    func codes(_ outcome: Outcome) -> [String] { outcome.findings.map(\.code) }
    // Beside a tie nothing is said of the outcome as a whole.
    #expect(
      codes(try await outcome(["1,10,4,5,0"], declared: "40,40,3"))
        == ["unchecked_draw", "tied_assertion", "risk_limit_open"])
    #expect(codes(try await outcome(["1,10,5,5,0"], declared: "0,0,0")) == ["unchecked_draw", "no_rival"])
    #expect(codes(try await outcome([])) == [])
    // All votes declared for one, and a ballot that says otherwise: the draw goes on.
    let landslide = try await outcome(["1,4,3,1,0"], declared: "100,0,0", ["method": "bravo"])
    #expect(try landslide.one("risk_limit_open", about: "oak_over_elm").number("p_value") == 1)
    #expect(
      try landslide.one("one_sided", about: "oak_over_elm").statement
        == Text(
          en:
            "According to the court, Oak has more votes than Elm, and not one vote is against that. Drawn ballots that count against it: 1 of 4.",
          es:
            "Según el tribunal, Oak tiene más votos que Elm, y no hay un solo voto en contra. Papeletas sorteadas que cuentan en contra: 1 de 4."
        ))
    let runoff = try await outcome(["1,40,18,12,10"], declared: "450,300,250", rule: .twoRound)
    #expect(
      runoff.findings.map(\.subject) == [
        "draw", "d", "oak_below_half", "elm_below_half", "oak_over_ash", "elm_over_ash",
      ])
  }

  /// Ballots that are those of the draw, in its order; one other is told.
  @Test(arguments: DrawRequest.Sampler.allCases) func entriesAreHeldAgainstTheDraw(sampler: DrawRequest.Sampler)
    async throws
  {
    let seed = "31415926535897932384"
    let rows = (0..<9).map { "North,\($0),\(1 + $0 % 4)" }
    let manifest = (["container,batch,ballots"] + rows).joined(separator: "\n")
    let batches = (0..<9).map { BallotManifest.Batch(container: "North", batch: "\($0)", ballots: 1 + $0 % 4) }
    let draw = try Draw(
      DrawRequest(seed: seed, sampler: sampler, unit: .ballot, size: .simple(60), replacing: true), from: batches)
    func said(_ change: (Int, String)?, entered: Int = 40, seed: String = seed) async throws -> [String] {
      let lines = draw.drawn.prefix(entered).enumerated().map { place, unit in
        let batch = change.flatMap { $0.0 == place ? $0.1 : nil } ?? batches[unit.batch].batch
        return "\(place + 1),North,\(batch),\(unit.ballot ?? 0),\(1 + place / 20),oak"
      }
      let run = try run(declared: "10,5,3")
        .giving(manifest, as: "manifest")
        .giving(
          (["draw,container,batch,ballot,round,paper"] + lines).joined(separator: "\n"), as: "checks"
        )
        .with(["seed": .string(seed), "sampler": .string(sampler.rawValue)])
      return try await problems { try await run.outcome() }.map { "\($0.code) \($0.message)" }
    }
    #expect(try await said(nil) == [])
    #expect(try await said(nil, entered: 20) == [])
    let drawn = "North/\(batches[draw.drawn[7].batch].batch)#\(draw.drawn[7].ballot ?? 0)"
    #expect(
      try await said((7, "elsewhere")) == [
        "C040 draw 8 was entered as 'North/elsewhere#\(draw.drawn[7].ballot ?? 0)', but drawn was '\(drawn)'"
      ])
    #expect(try await said(nil, seed: seed + "1").count == 1)
    let short = await (try said(nil, seed: "12"))
    #expect(short.count == 1 && short[0].hasPrefix("C028 the seed '12' is not"))
  }

  @Test func everyMessage() async throws {
    func said(
      _ rounds: [String], columns: String = "ballots,votes_oak,votes_elm,votes_ash", _ parameters: [String: Value] = [:]
    ) async throws -> [String] {
      try await problems { try await outcome(rounds, columns: columns, parameters) }.map { "\($0.code) \($0.message)" }
    }
    #expect(
      try await said(["1,10,5,6,0"]) == [
        "K112 row 1, column 'votes_elm': 'votes_elm' is more than 'ballots', of which it is a part"
      ])
    #expect(try await !said(["1,10,9223372036854775807,9223372036854775807,0"]).isEmpty)
    #expect(
      try await said(["1,2000000000,5,6,0", "2,1,1,0,0"]) == [
        "C037 row 2, column 'ballots': the rounds up to this one hold more than 2000000000 ballots"
      ])
    #expect(
      try await said(["1,10,9,,1,0,0"], columns: "ballots,not_found,valid_votes,votes_oak,votes_elm,votes_ash") == [])
    #expect(
      try await said(["1,10,9,2,1,0,0"], columns: "ballots,not_found,valid_votes,votes_oak,votes_elm,votes_ash").count
        == 1)
    #expect(
      try await said(["1,10,5,5,0"], ["method": "comparison"]) == ["C043 comparison needs ballots one by one"])
    #expect(
      try await said(["1,10,5,5,0"], ["seed": "31415926535897932384"])
        == ["C042 the seed is given without what was drawn from"])
    func checked(_ rows: String, _ parameters: [String: Value] = [:]) async throws -> [String] {
      try await problems {
        let run = try run(declared: "6000,3000,1000")
        return try await run.giving(
          "draw,container,batch,ballot,round,paper,record\n" + rows, as: "checks"
        ).outcome(parameters)
      }.map { "\($0.code) \($0.message)" }
    }
    #expect(
      try await checked("1,N,a,1,1,oak,\n2,N,a,1,2,oak,\n3,N,a,1,1,oak,")
        == ["C038 row 3, column 'round': round '1' has begun before, and another came between"])
    #expect(
      try await checked("1,N,a,1,1,oak,\n3,N,a,1,1,oak,") == ["C039 draw 2 is not entered, draw 3 is"])
    #expect(
      try await checked("1,N,a,1,1,oak,", ["method": "comparison"])
        == ["C041 draw 1 has no record to compare the paper with"])
    #expect(
      try await checked("1,N,a,1,1,birch,")
        == ["K103 row 1, column 'paper': contest 'council' has no option 'birch'"])
    // A word for paper is none for records.
    #expect(try await checked("1,N,a,1,1,no_record,not_found").count == 2)
    let both = try run(declared: "6,3,1").giving("round,ballots,votes_oak,votes_elm,votes_ash", as: "tallies")
      .giving("draw,container,batch,ballot,round,paper", as: "checks")
    #expect(
      try await problems { try await both.outcome() }.map { "\($0.code) \($0.message)" } == [
        "C044 both round_tallies and ballot_checks are given"
      ])
    // The margin is one of all ballots that were drawn from.
    let other = try run(declared: "6,3,1").giving(
      "round,ballots,votes_oak,votes_elm,votes_ash\n1,2,1,1,0", as: "tallies"
    )
    .giving("container,batch,ballots\nN,a,12", as: "manifest").with(["ballots": 11])
    #expect(
      try await problems { try await other.outcome() }.map { "\($0.code) \($0.message)" } == [
        "C046 'ballots' says 11, and the manifest that was drawn from holds 12"
      ])
  }
}
