import Counts
import ModuleKit
import TestSupport
import Testing

/// `counts.late` beside the sheets of a previous election.
struct LatePreviousTests {
  private static let final = """
    sheet,region,place,votes_oak,votes_elm
    1,North,School,60,40
    2,North,School,50,50
    3,North,Hall,70,30
    4,South,Barn,20,80
    5,South,Mill,30,70

    """
  /// Of another contest, in which Elm stood as Birch; without sheet 3, and with one that was closed since.
  private static let previous = """
    sheet,region,place,votes_oak,votes_birch,votes_fir
    1,North,School,50,40,10
    2,North,School,30,50,20
    4,South,Barn,10,90,0
    5,South,Mill,30,60,10
    6,South,Mill,5,5,0

    """
  private static let contest = Contest(
    "council_before", rule: .plurality,
    options: ["oak", "birch", "fir"].map { .init($0, name: Text($0.prefix(1).uppercased() + $0.dropFirst())) })
  private static let areas = ["region", "place"]

  private func run(_ final: String = Self.final, previous: String? = Self.previous) throws -> OperationRun {
    let run = try OperationRun(counts, "late", with: ["option": "oak", "against": "elm"])
      .giving(final, as: "sheets")
      .giving("sheet,region,place,votes_oak,votes_elm\n1,N,A,,\n3,N,B,,\n5,S,C,,\n", as: "early")
    guard let previous else { return run }
    return try run.giving(previous, as: "previous", DatasetDeclaration(contest: Self.contest, areas: Self.areas))
  }

  private func near(_ quantity: Quantity?, _ value: Double) -> Bool {
    quantity?.value.map { abs($0 - value) < 1e-9 } ?? false
  }

  /// In both are 1 and 5, early, by 10 and -30 points of the valid votes then, and 2 and 4, late, by -20 and -80.
  @Test func thePreviousElectionByHand() async throws {
    let outcome = try await run().outcome(["previous_against": "birch"])
    let stations = try outcome.one("previous_stations")
    #expect(
      stations.statement.en
        == "Stations counted early or late that stand in the previous election too: 4 of 5, with 100% of the late votes; stations of the previous election that are not in today's count: 1. What is said of the previous election is said of the stations in both."
    )
    #expect(stations.evidence.map(\.dataset) == ["sheets", "early", "previous"])
    let shift = try outcome.one("previous_shift")
    #expect(
      near(shift.values["today"], -20) && near(shift.values["before"], -40) && near(shift.values["difference"], 20))
    #expect(
      shift.statement.en
        == "At the stations in both elections, the margin of Oak over Elm shifts by \u{2212}20.00\u{A0}points from early to late. In the previous election, at the same stations in today's order, that of Oak over Birch shifts by \u{2212}40.00\u{A0}points, before anything of today's count happened; the difference, 20.00\u{A0}points, is the change since of late stations less that of early ones."
    )
    #expect(
      shift.statement.es
        == "En las mesas que están en ambas elecciones, el margen de Oak sobre Elm cambia \u{2212}20.00\u{A0}puntos de las tempranas a las tardías. En la elección anterior, en las mismas mesas y en el orden de hoy, el de Oak sobre Birch cambia \u{2212}40.00\u{A0}puntos, antes de que ocurriera nada del conteo de hoy; la diferencia, 20.00\u{A0}puntos, es la variación desde entonces de las mesas tardías menos la de las tempranas."
    )
    // School's early sheet gives 2 its margin of 20, or its change of 10 beside 2's own -20; Mill gives 4 -40 as all of
    // South, or its change of -10 beside 4's own -80.
    let projection = try outcome.one("previous_projection_alone")
    #expect(
      projection.statement.en
        == "At the stations in both elections, with the early margin of its nearest neighbours the late margin of Oak over Elm would have been \u{2212}10.00\u{A0}points; with each station's own margin in the previous election, and the change since of its nearest early neighbours, \u{2212}50.00\u{A0}points. It was \u{2212}30.00\u{A0}points. Too few early neighbours tell how far changes differ, so that there is no interval."
    )
    #expect(near(projection.values["difference"], 20))
    #expect(
      try outcome.rows("previous_order") == [
        ["early", .missing, 2, 200.0, -10.0, -10.0, 0.0], ["late", .missing, 2, 200.0, -30.0, -50.0, 20.0],
      ])
    #expect(try outcome.rows("previous_projection").map { $0[0] } == ["neighbours", "previous_election"])
    #expect(try outcome.rows("previous_projection").map { $0[3] } == [-10.0, -50.0])
  }

  /// Of the two late sheets with 100 votes each one stands in both.
  @Test func theShareOfLateVotesThatItKnowsIsTold() async throws {
    let stations = try await run(
      previous: "sheet,region,place,votes_oak,votes_birch,votes_fir\n1,N,A,50,40,10\n2,N,A,30,50,20\n5,S,C,30,60,10\n"
    ).outcome(["previous_against": "birch"]).one("previous_stations")
    #expect(
      stations.statement.en.hasPrefix(
        "Stations counted early or late that stand in the previous election too: 3 of 5, with 50% of the late votes;"))
  }

  /// Sheets in tenths need the time of every one.
  @Test func withoutATimeThereAreNoTenths() async throws {
    let rows = (1...20).map { "\($0),\($0 == 7 ? "" : "2020-01-01T00:\($0 + 10):00Z"),\(100 - $0),\($0)\n" }.joined()
    let outcome = try await OperationRun(counts, "late", with: ["option": "oak", "against": "elm"])
      .giving("sheet,published_to,votes_oak,votes_elm\n" + rows, as: "sheets")
      .giving("sheet,votes_oak,votes_elm\n" + (1...15).map { "\($0),,\n" }.joined(), as: "early")
      .giving(
        "sheet,votes_oak,votes_elm\n" + (1...20).map { "\($0),\(90 - $0),\(10 + $0)\n" }.joined(), as: "previous"
      ).outcome()
    #expect(try outcome.rows("previous_order").map { $0[0] } == ["early", "late"])
  }

  /// Two sheets of a station take what the station gave in all its sheets of the previous election.
  @Test func stationsAreMatchedByTheirOwnKeysWhereFilesHaveThem() async throws {
    let outcome = try await run(
      "sheet,station,region,place,votes_oak,votes_elm\n1,s,N,A,60,40\n2,s,N,A,50,50\n3,t,N,B,70,30\n",
      previous:
        "sheet,station,region,place,votes_oak,votes_birch,votes_fir\n91,s,N,A,60,40,0\n92,s,N,A,30,70,0\n93,,N,B,1,0,0\n"
    ).outcome(["previous_against": "birch"])
    let stations = try outcome.one("previous_stations")
    #expect(stations.values["matched"]?.value == 1 && stations.values["stations"]?.value == 2)
    #expect(stations.values["gone"]?.value == 0)
    #expect(near(try outcome.one("previous_shift").values["before"], 0))
    #expect(try outcome.rows("previous_order").map { $0[5] } == [-10.0, -10.0])
  }

  @Test func tenthsFollowTheTimesOfToday() async throws {
    let rows = (1...20).map { "\($0),2020-01-01T00:\($0 + 10):00Z,\(100 - $0),\($0)\n" }.joined()
    let run = try OperationRun(counts, "late", with: ["option": "oak", "against": "elm"])
      .giving("sheet,published_to,votes_oak,votes_elm\n" + rows, as: "sheets")
      .giving(
        "sheet,votes_oak,votes_elm\n" + (1...20).map { "\($0),\(90 - $0),\(10 + $0)\n" }.joined(), as: "previous")
    let outcome = try await run.outcome(["cut": "2020-01-01T00:25:00Z"])
    let tenths = try outcome.rows("previous_order").dropFirst(2)
    #expect(tenths.map { $0[1] } == (1...10).map { .integer($0) } && tenths.allSatisfy { $0[2] == 2 })
    #expect(tenths.first?.suffix(3) == [97.0, 77.0, 20.0] && tenths.last?.suffix(3) == [61.0, 41.0, 20.0])
    // Every station changed by 20 points: what late ones show is met, and the draw of voters stays open.
    let projection = try outcome.one("previous_projection")
    #expect(near(projection.values["difference"], 0))
    let (plain, adjusted) = (try projection.value("plain"), try projection.value("adjusted"))
    #expect((adjusted.high ?? 0) - (adjusted.low ?? 0) < (plain.high ?? 0) - (plain.low ?? 0))
    #expect((adjusted.high ?? 0) - (adjusted.low ?? 0) > 1)
  }

  /// Five early stations and a late one, all of which gave 50 to 50 or nearly so before.
  @Test(arguments: [
    (
      48, "previous_projection", "1.60 points (−28.80 to 32.00). It was −4.00 points, inside the second interval.",
      "de 1.60 puntos (−28.80 a 32.00). Fue de −4.00 puntos, dentro del segundo intervalo."
    ),
    (
      10, "previous_projection_outside",
      "It was −80.00 points, outside the second interval: beside its early neighbours, the margin of late stations changed since the previous election by −81.60 points.",
      "Fue de −80.00 puntos, fuera del segundo intervalo: frente a sus vecinas tempranas, el margen de las mesas tardías varió −81.60 puntos desde la elección anterior."
    ),
  ])
  func theLateStationIsHeldAgainstTheChangeOfItsNeighbours(
    _ late: Int, _ code: String, _ en: String, _ es: String
  ) async throws {
    let early = [51, 49, 52, 48, 50].enumerated().map { "\($0),N,A,\($1),\(100 - $1)\n" }.joined()
    let header = "sheet,region,place,votes_oak,votes_elm\n"
    let outcome = try await OperationRun(counts, "late", with: ["option": "oak", "against": "elm"])
      .giving(header + early + "9,N,A,\(late),\(100 - late)\n", as: "sheets").giving(header + early, as: "early")
      .giving(
        header + [52, 49, 50, 49, 51].enumerated().map { "\($0),N,A,\($1),\(100 - $1)\n" }.joined() + "9,N,A,51,49\n",
        as: "previous"
      ).outcome()
    let statement = try outcome.one(code).statement
    #expect(statement.en.replacing("\u{A0}", with: " ").hasSuffix(en))
    #expect(statement.es.replacing("\u{A0}", with: " ").hasSuffix(es))
  }

  @Test func whatDoesNotMatchIsTold() async throws {
    let outcome = try await run(
      previous: "sheet,region,place,votes_oak,votes_birch,votes_fir\n1,N,A,1,2,0\n3,N,B,,5,0\n7,N,A,0,0,0\n"
    )
    .outcome(["previous_against": "birch"])
    #expect(!outcome.codes.contains("previous_shift") && !outcome.codes.contains("previous_stations"))
    #expect(
      try outcome.one("previous_unmatched").statement.en
        == "The previous election tells nothing of the shift: of 5\u{A0}stations counted today it has 1 with early votes and 0 with late ones."
    )
    #expect(
      try outcome.one("previous_unmatched").statement.es
        == "La elección anterior no dice nada del cambio: de 5\u{A0}mesas contadas hoy tiene 1 con votos tempranos y 0 con votos tardíos."
    )
    #expect(outcome.tables["previous_order"] == nil)
    #expect(try await run(previous: nil).outcome().codes.allSatisfy { !$0.hasPrefix("previous") })
  }

  @Test func optionsOfThePreviousElectionAreNamed() async throws {
    let run = try run()
    #expect(
      await run.problems() == [
        "contest 'council_before' of the previous election has no option 'elm' | say under 'previous_against' which of its options stands for it: oak, birch and fir"
      ])
    #expect(
      await run.problems(["previous_against": "brich"]) == [
        "'previous_against' is 'brich', which is no option of contest 'council_before' | did you mean 'birch'?"
      ])
    #expect(
      await run.problems(["previous_against": "oak"]) == [
        "option 'oak' of the previous election stands for both options of today | name two options under 'previous_option' and 'previous_against'"
      ])
    #expect(
      try await self.run(previous: nil).problems(["previous_option": "oak"]) == [
        "an option of the previous election is named, but its sheets are not given | name a dataset of sheets under 'previous'"
      ])
  }
}
