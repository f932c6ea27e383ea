import Counts
import ModuleKit
import TestSupport
import Testing

/// `counts.late` on small counts whose numbers can be checked by hand.
struct LateFindingTests {
  private static let declaration = DatasetDeclaration(
    contest: Samples.contest, track: .official, areas: ["region", "place"])
  private static let final = """
    sheet,region,place,registered,votes_oak,votes_elm
    1,North,School,150,60,40
    2,North,School,150,50,50
    3,North,Hall,150,70,30
    4,South,Barn,150,20,80
    5,South,Mill,150,30,70

    """

  /// Sheets 1, 3 and 5 come early.
  private func run(
    early: String? = "1,North,School,,,\n3,North,Hall,,,\n5,South,Mill,,,\n", final: String = Self.final,
    _ declaration: DatasetDeclaration = Self.declaration
  ) throws -> OperationRun {
    var run = OperationRun(counts, "late")
    run = try run.giving(final, as: "sheets", declaration)
    if let early {
      run = try run.giving("sheet,region,place,registered,votes_oak,votes_elm\n" + early, as: "early", declaration)
    }
    return run
  }

  private func near(_ quantity: Quantity?, _ value: Double) -> Bool {
    quantity?.value.map { abs($0 - value) < 1e-9 } ?? false
  }

  @Test func aCountByHand() async throws {
    let outcome = try await run().outcome(["threshold": 5, "per": "region"])
    #expect(
      outcome.findings.map(\.code) == [
        "shift", "ladder_level", "ladder_level", "ladder", "uncovered", "needed", "needed_threshold",
        "projection_alone",
        "bound", "bound_threshold",
      ])
    #expect(
      try outcome.one("shift").statement.en
        == "The margin of Elm over Oak was \u{2212}6.67\u{A0}points in the votes counted early and 30.00\u{A0}points in those counted late: a shift of 36.67\u{A0}points."
    )
    let region = try outcome.one("ladder_level", about: "region")
    #expect(near(region.values["composition"], 32.5 / 3) && near(region.values["within"], 77.5 / 3))
    #expect(near(region.values["uncovered"], 0) && near(region.values["left_over"], 0))
    let place = try outcome.one("ladder_level", about: "place")
    #expect(near(place.values["composition"], 0) && near(place.values["within"], 20))
    #expect(
      place.statement.es
        == "En el nivel centro de votación, 0.00\u{A0}puntos del cambio se deben a qué áreas se contaron tarde y 20.00\u{A0}puntos a cambios dentro de las áreas; 16.67\u{A0}puntos son un resto, por áreas con votos de un solo período, en las que está el 50% de los votos tardíos."
    )
    #expect(
      try outcome.one("ladder").statement.en
        == "From the level region down to polling place, the part of the shift that lies within areas goes from 25.83\u{A0}points to 20.00\u{A0}points, and what areas with votes of one period alone leave over from 0.00\u{A0}points to 16.67\u{A0}points; the late votes in areas without early ones go from 0% to 50%."
    )
    #expect(
      try outcome.one("uncovered").statement.en
        == "Areas of the level polling place with early and late votes: 1; with late ones alone: 1; with early ones alone: 2. Of the late votes, 50% have no early ones beside them."
    )
    let needed = try outcome.one("needed")
    #expect(
      needed.statement.en
        == "With hindsight, Elm was 20\u{A0}votes behind Oak on the sheets counted early, as the final count gives them, and needed a margin of 10.00\u{A0}points among 200\u{A0}votes counted late to draw level; the late votes gave 30.00\u{A0}points."
    )
    #expect(near(needed.values["if_all_voted"], 20.0 / 3) && near(needed.values["late_registered"], 300))
    #expect(near(try outcome.one("needed_threshold").values["needed"], 22.5))
    #expect(
      try await run().outcome(["threshold": 50]).one("threshold_out_of_reach").statement.en
        == "With hindsight, for a margin of 50.00\u{A0}points over Oak in all votes, not even all the late votes would have sufficed for Elm. All votes gave 8.00\u{A0}points."
    )
    // School gives −20 votes to sheet 2, Mill as all of South 40 to sheet 4. North's two places leave one degree of
    // freedom, too few for an interval.
    let projection = try outcome.one("projection_alone").value("projected")
    #expect(near(projection, 0) && projection.interval == nil && projection.low == nil)
    let projected = try outcome.one("projection_alone").statement.en
    #expect(
      projected
        == "Had each late sheet had the early margin of its nearest neighbours, the final margin of Elm over Oak would have been 0.00\u{A0}points; it was 8.00\u{A0}points. Too few early neighbours tell how far they differ, so that there is no interval. Late votes that took their margin: 50% from their polling place, 50% from their region."
    )
    let bound = try outcome.one("bound").statement.es
    #expect(
      bound
        == "El número de votos tardíos por sí solo dejaba posible un margen final de Elm sobre Oak de al menos \u{2212}44.00 y como máximo 36.00\u{A0}puntos. El margen final es un empate si las actas tardías difieren de sus vecinas en 0.00\u{A0}puntos en promedio."
    )
    #expect(try outcome.one("bound").value("bound").interval == .hardBound)
    #expect(near(try outcome.one("bound_threshold").values["tipping"], 12.5))

    #expect(try outcome.rows("ladder", "region")[0].prefix(4) == ["region", 2, 0, 0])
    #expect(try outcome.rows("ladder", "place")[0].prefix(4) == ["place", 1, 2, 1])
    #expect(try outcome.rows("projection").map { $0[1] } == [0, 1, 1])
    let areas = try outcome.rows("areas")
    #expect(areas.map { $0[0] } == ["North", "South"] && areas.map { $0[2] } == [1, 1])
    #expect(outcome.figures["ladder"] != nil && outcome.figures["jump"] == nil)
  }

  @Test func aSideMayBeNamed() async throws {
    let run = try run()
    let outcome = try await run.outcome(["option": "oak"])
    #expect(
      try outcome.one("shift").statement.en
        == "The margin of Oak over Elm was 6.67\u{A0}points in the votes counted early and \u{2212}30.00\u{A0}points in those counted late: a shift of \u{2212}36.67\u{A0}points."
    )
    let other = try await run.outcome(["against": "elm"])
    #expect(try other.one("shift") == outcome.one("shift"))
  }

  @Test func whatIsLeftOutIsCounted() async throws {
    let final = """
      sheet,region,place,registered,votes_oak,votes_elm,published_to
      1,North,School,,60,40,2020-01-01T01:00:00Z
      2,North,School,,50,,2020-01-01T02:00:00Z
      3,North,Hall,,70,30,
      4,South,Barn,,20,80,2020-01-01T03:00:00Z
      5,South,Mill,,30,70,2020-01-01T02:00:00Z

      """
    let outcome = try await run(early: nil, final: final).outcome(["cut": "2020-01-01T02:00:00Z"])
    #expect(
      try outcome.one("untimed").statement.en
        == "Sheets of the final count without a time of publication: 1 of 5. They count neither as early nor as late.")
    #expect(
      try outcome.one("incomplete").statement.es
        == "Actas del cómputo final sin los votos de ambas opciones o sin votos válidos: 1 de 5. Quedan fuera."
    )
    #expect(try outcome.one("shift").value("early_votes").value == 200)
    #expect(try outcome.one("shift").value("late_votes").value == 100)
    #expect(
      try outcome.one("no_jump").statement.en
        == "The sheets do not have times of publication close enough to the cut, at 20:00 on 31 December 2019, on both sides of it to look for a jump there."
    )
    // No registered voters, so that nothing is said of all of them voting.
    #expect(try outcome.one("needed").values["if_all_voted"] == nil)
  }

  @Test func earlySheetsThatAreGoneAreNamed() async throws {
    let outcome = try await run(early: "1,North,School,,9,9\n9,North,Annex,,9,9\n").outcome()
    let dropped = try outcome.one("dropped")
    #expect(
      dropped.statement.en == "Sheets counted early that are not in the final count: 1 of 2.")
    #expect(dropped.evidence.map(\.rows) == [["9"]])
  }

  @Test func withoutLateSheetsThereIsNothingToCompare() async throws {
    let early = (1...5).map { "\($0),North,School,,,\n" }.joined()
    let outcome = try await run(early: early).outcome()
    #expect(outcome.codes == ["nothing_to_compare"])
    #expect(
      try outcome.one("nothing_to_compare").statement.en
        == "There is nothing to compare: 5\u{A0}sheets with votes counted early, 0\u{A0}sheets counted late.")
    #expect(outcome.figures.isEmpty)
  }

  @Test func withoutAreasTheNationIsTheNeighbour() async throws {
    var declaration = Self.declaration
    declaration.areas = []
    var run = OperationRun(counts, "late")
    run = try run.giving(
      "sheet,votes_oak,votes_elm\n1,60,40\n2,50,50\n3,70,30\n4,20,80\n5,30,70\n", as: "sheets", declaration)
    run = try run.giving("sheet,votes_oak\n1,\n3,\n5,\n", as: "early", declaration)
    let outcome = try await run.outcome()
    #expect(outcome.findings.map(\.code) == ["shift", "needed", "projection_alone", "bound"])
    #expect(near(try outcome.one("projection_alone").values["late_projected"], -40.0 / 3))
    #expect(try outcome.rows("projection").map { $0[1] } == [2])
    #expect(outcome.figures.isEmpty)
  }

  @Test func aLeadThatNothingLeftCouldMakeUp() async throws {
    let outcome = try await run(
      early: "1,N,A,,,\n3,N,B,,,\n",
      final: "sheet,region,place,registered,votes_oak,votes_elm\n1,N,A,,90,0\n3,N,B,,80,0\n4,N,C,,0,30\n"
    ).outcome()
    #expect(
      try outcome.one("out_of_reach").statement.en
        == "With hindsight, Elm was 170\u{A0}votes behind Oak on the sheets counted early, as the final count gives them, more than the 30\u{A0}votes counted late could make up."
    )
  }

  @Test func nothingIsNeededAfterATie() async throws {
    let outcome = try await run(
      early: "1,N,A,,,\n",
      final: "sheet,region,place,registered,votes_oak,votes_elm\n1,N,A,,50,50\n2,N,A,,40,60\n"
    ).outcome()
    #expect(!outcome.codes.contains("needed") && !outcome.codes.contains("out_of_reach"))
    // One early sheet says nothing of how far sheets differ.
    #expect(
      try outcome.one("projection_alone").statement.en
        == "Had each late sheet had the early margin of its nearest neighbours, the final margin of Elm over Oak would have been 0.00\u{A0}points; it was 10.00\u{A0}points. Too few early neighbours tell how far they differ, so that there is no interval. Late votes that took their margin: 100% from their polling place."
    )
  }

  /// Five early sheets of one size and a late one; equal sheets vary as a draw of voters does.
  private func place(late: String, early margins: [Int]) async throws -> Finding {
    let early = margins.enumerated().map { "\($0),N,A,,\(50 + $1 / 2),\(50 - $1 / 2)\n" }.joined()
    let header = "sheet,region,place,registered,votes_oak,votes_elm\n"
    let outcome = try await run(early: early, final: header + early + "late,N,A,,\(late)\n").outcome(["option": "oak"])
    return try #require(outcome.findings.first { $0.code.hasPrefix("projection") })
  }

  @Test func aProjectionSaysAtWhichCorrelationItWouldTurn() async throws {
    let outside = try await place(late: "90,10", early: [-4, -2, 0, 2, 4])
    #expect(outside.code == "projection_outside" && outside.values["degrees"]?.value == 4)
    // Draws of 100 votes have a standard deviation of 10 votes less a little, sqrt(1.2) times that with five neighbours.
    #expect(
      outside.statement.en
        == "There is no earlier cut at which to try the projection first. Had each late sheet had the early margin of its nearest neighbours, the final margin of Oak over Elm would have been 0.00\u{A0}points (\u{2212}5.07 to 5.07); it was 13.33\u{A0}points, outside the interval: late sheets differ from their neighbours by 80.00\u{A0}points on average. The 95% interval is the widest that can be had, by how far early sheets and areas differ among themselves (4.0 degrees of freedom); the areas are too few for one by region and polling place. No correlation between lateness and the margin among neighbours would turn that. Late votes that took their margin: 100% from their polling place."
    )
    let inside = try await place(late: "62,38", early: [-4, -2, 0, 2, 4])
    #expect(
      inside.statement.en
        == "There is no earlier cut at which to try the projection first. Had each late sheet had the early margin of its nearest neighbours, the final margin of Oak over Elm would have been 0.00\u{A0}points (\u{2212}5.07 to 5.07); it was 4.00\u{A0}points, inside the interval. The 95% interval is the widest that can be had, by how far early sheets and areas differ among themselves (4.0 degrees of freedom); the areas are too few for one by region and polling place. It would turn at a correlation of \u{2212}0.36 between lateness and the margin among neighbours. Late votes that took their margin: 100% from their polling place."
    )
    #expect(
      inside.statement.es
        == "No hay un corte anterior en el que probar antes la proyección. Si cada acta tardía hubiera tenido el margen temprano de sus vecinas más próximas, el margen final de Oak sobre Elm habría sido de 0.00\u{A0}puntos (\u{2212}5.07 a 5.07); fue de 4.00\u{A0}puntos, dentro del intervalo. El intervalo del 95% es el más amplio que puede darse, según cuánto difieren entre sí las actas y áreas tempranas (4.0 grados de libertad); las áreas son muy pocas para uno por región y centro de votación. Cambiaría con una correlación de \u{2212}0.36 entre la tardanza y el margen entre vecinas. Votos tardíos que tomaron su margen: el 100% de su centro de votación."
    )
    #expect(inside.caution.en.contains("Docs/methods/calibration.md") && !inside.caution.en.contains("6 to 8"))
    // Equal sheets: never an interval of no width, and from two of them none.
    let equal = try await place(late: "59,41", early: [20, 20, 20, 20, 20])
    let projected = try equal.value("projected")
    #expect(equal.code == "projection" && (projected.high ?? 0) - (projected.low ?? 0) > 5)
    #expect(try await place(late: "59,41", early: [20, 20]).code == "projection_alone")
  }

  /// Oak was ahead by 40 when it was published, and is behind on the same sheets now.
  @Test func whatTheEarlyCountShowedIsToldWithItsOwnVotes() async throws {
    let outcome = try await run(
      early: "1,N,A,,60,40\n2,N,A,,60,40\n",
      final: "sheet,region,place,registered,votes_oak,votes_elm\n1,N,A,,40,60\n2,N,A,,40,60\n3,N,A,,40,60\n"
    ).outcome()
    let statement = try outcome.one("early_revised").statement
    #expect(
      statement.en
        == "The early count as published showed Oak ahead of Elm by 40\u{A0}votes; the final count shows Elm ahead of Oak by 40\u{A0}votes on the same sheets. Sheets on which the final count gives another margin: 2 of 2, by 80\u{A0}votes together. All that follows takes the early sheets as the final count gives them."
    )
    #expect(
      statement.es
        == "Según el conteo temprano, tal como se publicó, Oak aventajaba a Elm por 40\u{A0}votos; según el cómputo final, Elm aventajaba a Oak por 40\u{A0}votos en las mismas actas. Actas a las que el cómputo final da otro margen: 2 de 2, en conjunto por 80\u{A0}votos. Todo lo que sigue toma las actas tempranas como las da el cómputo final."
    )
    #expect(
      try outcome.one("needed").statement.en.hasPrefix(
        "With hindsight, Oak was 40\u{A0}votes behind Elm on the sheets counted early, as the final count gives them, and needed"
      ))
  }

  /// 600 votes ahead with 100 to come: neither a tie nor a margin of 10 points was in question any more.
  @Test func whatWasSafeIsSaidToBeSafe() async throws {
    let rows = (1...7).map { "\($0),N,A,,\($0 < 7 ? "100,0" : "50,50")\n" }.joined()
    let early = (1...6).map { "\($0),N,A,,,\n" }.joined()
    let outcome = try await run(
      early: early, final: "sheet,region,place,registered,votes_oak,votes_elm\n" + rows
    ).outcome(["threshold": 10])
    #expect(
      try outcome.one("threshold_safe").statement.en
        == "With hindsight, for a margin of 10.00\u{A0}points over Elm in all votes, the early votes already sufficed: even all the late votes the other way would have left Oak above it. All votes gave 85.71\u{A0}points."
    )
    let bound = try outcome.one("bound_without_tie").statement.en
    #expect(
      bound
        == "The number of late votes alone left a final margin of Oak over Elm of at least 71.43 and at most 100.00\u{A0}points possible: not even all the late votes one way would have made it a tie."
    )
    #expect(
      try outcome.one("threshold_beyond_bound").statement.es
        == "Ningún voto tardío podía llevar el margen final de Oak sobre Elm a 10.00\u{A0}puntos.")
  }

  @Test func wrongParametersAreToldWithTheirCure() async throws {
    let run = try run()
    #expect(
      await run.problems(["option": "oka"]) == [
        "'option' is 'oka', which is no option of contest 'council' | did you mean 'oak'?"
      ])
    #expect(
      await run.problems(["against": "birch"]) == [
        "'against' is 'birch', which is no option of contest 'council' | its options are oak and elm"
      ])
    #expect(
      await run.problems(["option": "oak", "against": "oak"]) == [
        "option 'oak' has no other to be compared with | name two options under 'option' and 'against'"
      ])
    #expect(
      await run.problems(["per": "placee"]) == [
        "'per' is 'placee', which is no area level of dataset 'sheets' | did you mean 'place'?"
      ])
    #expect(
      await run.problems(["per": "county"]) == [
        "'per' is 'county', which is no area level of dataset 'sheets' | its levels are region and place"
      ])
    #expect(
      try await self.run(early: nil).problems() == [
        "nothing says which sheets were counted early | name an earlier dataset of sheets under 'early', or an instant as 'cut' where the sheets say when they were published"
      ])
    var other = run
    var declaration = Self.declaration
    declaration.contest = Samples.threeWay
    other = try other.giving(
      "sheet,region,place,votes_oak,votes_elm,votes_ash\n1,N,A,1,2,3\n", as: "early", declaration)
    #expect(await other.problems() == ["dataset 'early' is of contest 'council', 'sheets' of contest 'council'"])
  }
}

/// The jump on counts whose sheets carry times.
struct LateJumpTests {
  private static let cut: Value = "2020-01-01T08:00:00Z"

  /// A sheet a minute, four to a place; from `cut` on Oak has `step` points more.
  private static func count(step: Int, minutes: Int = 600, seed: UInt64) -> String {
    var random = Seeded(seed: seed)
    var rows = ["sheet,place,votes_oak,votes_elm,published_to"]
    for minute in 0..<minutes {
      let oak = 480 + minute / 20 + Int.random(in: -30...30, using: &random) + (minute > 480 ? 5 * step : 0)
      rows.append(
        "\(minute),p\(minute / 4),\(oak),\(1000 - oak),2020-01-01T\(clock(minute)):00Z")
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private func outcome(_ csv: String, _ parameters: [String: Value] = [:]) async throws -> Outcome {
    let run = try OperationRun(counts, "late").giving(
      csv, as: "sheets", DatasetDeclaration(contest: Samples.contest, track: .official, areas: ["place"]))
    return try await run.outcome(parameters.merging(["cut": Self.cut, "option": "oak"]) { $1 })
  }

  @Test func aStepIsFoundWithEveryBandwidth() async throws {
    let outcome = try await outcome(Self.count(step: 20, seed: 3))
    let jump = try outcome.one("jump")
    let size = try jump.value("jump")
    #expect(abs((size.value ?? 0) - 20) < 4 && (size.low ?? 0) > 14 && (size.high ?? 99) < 26)
    #expect(try jump.value("p").value == roundedTo12(1.0 / 51) && jump.value("placebos").value == 50)
    #expect(
      jump.statement.en.replacing("\u{A0}", with: " ")
        == "Held against 50 placebo cuts, where nothing is said to have happened, the jump has p = 0.0196; intervals made as for it leave out 0 at 2 of 50, where 5% should. At the cut, at 02:00 on 1 January 2020, the margin of Oak over Elm jumps by 20.74 points (18.22 to 23.27), taking 10% of the sheets on either side; over all bandwidths tried, by between 20.49 and 22.56 points. The 95% interval is the widest that can be had, in which errors go together within each polling place (6.1 degrees of freedom)."
    )
    #expect(
      jump.statement.es.replacing("\u{A0}", with: " ")
        == "Frente a 50 cortes de placebo, donde no se dice que pasara nada, el salto tiene p = 0.0196; los intervalos hechos como el suyo dejan fuera el 0 en 2 de 50, donde debería el 5%. En el corte, a las 02:00 del 1 de enero de 2020, el margen de Oak sobre Elm salta 20.74 puntos (18.22 a 23.27), tomando el 10% de las actas a cada lado; con todos los anchos de banda probados, entre 20.49 y 22.56 puntos. El intervalo del 95% es el más amplio que puede darse, en el que los errores van juntos dentro de cada centro de votación (6.1 grados de libertad)."
    )
    #expect(jump.caution.en.contains("Fifty placebo cuts give no p below .02"))
    #expect(try outcome.rows("jump").map { $0[0] } == [2, 5, 10, 15, 20])
    #expect(try outcome.rows("intervals").map { $0[0] } == ["local_linear", "bias_corrected", "honest"])
    let agreement = try outcome.one("jump_intervals_leave_out_zero")
    #expect(
      agreement.statement.en.replacing("\u{A0}", with: " ")
        == "All three intervals of the jump lie on the same side of 0: 20.74 points (18.22 to 23.27) by the lines alone, 23.43 points (20.27 to 26.60) corrected for their bias, 22.32 points (18.94 to 25.71) allowing for the worst bias."
    )
    #expect(
      agreement.statement.es.replacing("\u{A0}", with: " ")
        == "Los tres intervalos del salto están al mismo lado del 0: 20.74 puntos (18.22 a 23.27) con las rectas solas, 23.43 puntos (20.27 a 26.60) corregido por su sesgo, 22.32 puntos (18.94 a 25.71) admitiendo el peor sesgo."
    )
    for row in try outcome.rows("jump") {
      guard case .number(let size) = row[1] else { throw Wrong() }
      #expect(abs(size - 20) < 8)
    }
    #expect(try outcome.rows("placebos", 10).count == 50)
    #expect(outcome.figures["jump"] != nil)
  }

  /// An error clustered by two places, or by four, has too little to rest on for an interval.
  @Test(arguments: [2, 4, 10]) func fewPlacesGiveNoInterval(places: Int) async throws {
    var random = Seeded(seed: 5)
    var rows = ["sheet,place,votes_oak,votes_elm,published_to"]
    for sheet in 0..<400 {
      let (oak, minute) = (50 + Int.random(in: -9...9, using: &random), sheet + 280)
      rows.append("\(sheet),p\(sheet % places),\(oak),\(100 - oak),2020-01-01T\(clock(minute)):00Z")
    }
    let outcome = try await outcome(rows.joined(separator: "\n") + "\n")
    let jump = try outcome.one(places < 5 ? "jump_without_interval" : "jump")
    let size = try jump.value("jump")
    #expect(size.value != nil && (size.interval == nil) == (places < 5) && (size.low == nil) == (places < 5))
    let errors = try outcome.rows("errors", "jump")
    #expect(errors.count == 1 && errors[0][1] == "place" && errors[0][2] == .integer(Int64(places)))
    guard places == 2 else { return }
    #expect(jump.statement.en.hasSuffix("Too few areas tell how far that may be off, so that there is no interval."))
    #expect(
      jump.statement.es.hasSuffix("Muy pocas áreas indican cuánto puede desviarse, así que no hay intervalo."))
  }

  @Test func aSlopeIsNoStep() async throws {
    let outcome = try await outcome(Self.count(step: 0, seed: 4), ["placebos": 100])
    let jump = try outcome.one("jump")
    #expect(try (jump.value("p").value ?? 0) > 0.05 && jump.value("placebos").value == 100)
    #expect(try abs(jump.value("jump").value ?? 99) < 4)
    let agreement = try outcome.one("jump_intervals_hold_zero")
    #expect(
      agreement.statement.en.replacing("\u{A0}", with: " ")
        == "All three intervals of the jump hold 0: 0.92 points (−3.35 to 5.19) by the lines alone, 4.26 points (−0.33 to 8.85) corrected for their bias, 3.30 points (−1.25 to 7.86) allowing for the worst bias."
    )
    #expect(
      agreement.statement.es.replacing("\u{A0}", with: " ")
        == "Los tres intervalos del salto contienen el 0: 0.92 puntos (−3.35 a 5.19) con las rectas solas, 4.26 puntos (−0.33 a 8.85) corregido por su sesgo, 3.30 puntos (−1.25 a 7.86) admitiendo el peor sesgo."
    )
  }

  /// A wave is no line: where lines are fitted to it they jump everywhere, and the interval claims nothing.
  @Test func placebosThatMissTakeTheConfidenceAway() async throws {
    var random = Seeded(seed: 6)
    var rows = ["sheet,region,place,votes_oak,votes_elm,published_to"]
    for minute in 0..<600 {
      // Up and down by 100 votes every 50 minutes.
      let oak = 450 + abs(minute % 100 - 50) * 2 + Int.random(in: -9...9, using: &random)
      rows.append(
        "\(minute),r\(minute % 3),p\(minute % 30),\(oak),\(1000 - oak),2020-01-01T\(clock(minute)):00Z"
      )
    }
    let run = try OperationRun(counts, "late").giving(
      rows.joined(separator: "\n") + "\n", as: "sheets",
      DatasetDeclaration(contest: Samples.contest, track: .official, areas: ["region", "place"]))
    let outcome = try await run.outcome(["cut": Self.cut, "option": "oak"])
    let jump = try outcome.one("jump_placebos_disagree")
    guard case .assumptionRange(let assumptions) = try jump.value("jump").interval else { throw Wrong() }
    #expect(assumptions.map(\.name) == ["straight_lines"])
    #expect(
      jump.statement.en.replacing("\u{A0}", with: " ")
        == "Held against 50 placebo cuts, where nothing is said to have happened, the jump has p = 0.1765; intervals made as for it leave out 0 at 46 of 50, where 5% should: more than chance would, so that no confidence can be put in the range that follows. At the cut, at 02:00 on 1 January 2020, the margin of Oak over Elm jumps by between 5.86 and 9.60 points, taking 10% of the sheets on either side; over all bandwidths tried, by between 1.16 and 14.10 points."
    )
    #expect(
      jump.statement.es.replacing("\u{A0}", with: " ")
        == "Frente a 50 cortes de placebo, donde no se dice que pasara nada, el salto tiene p = 0.1765; los intervalos hechos como el suyo dejan fuera el 0 en 46 de 50, donde debería el 5%: más que por azar, de modo que el rango que sigue no merece confianza. En el corte, a las 02:00 del 1 de enero de 2020, el margen de Oak sobre Elm salta entre 5.86 y 9.60 puntos, tomando el 10% de las actas a cada lado; con todos los anchos de banda probados, entre 1.16 y 14.10 puntos."
    )
    // Three regions are too few; the intervals beside it are no confidence intervals either where they are made alike.
    let errors = try outcome.rows("errors", "jump")
    #expect(
      errors.map { $0[1] } == ["region", "place"] && errors.map { $0[2] } == [3, 30] && errors[0][5] == .missing)
    for finding in outcome.findings where finding.code.hasPrefix("jump_intervals") {
      guard case .assumptionRange = try finding.value("plain").interval else { throw Wrong() }
      #expect(try finding.value("corrected").interval == .confidence(level: 0.95))
    }
  }

  /// Most sheets come in two lots, so that lines can be fitted at the cut and nowhere else.
  @Test func withoutRoomThereAreNoPlacebos() async throws {
    let minutes = Array(repeating: 0, count: 60) + (470..<490) + Array(repeating: 599, count: 20)
    var rows = ["sheet,place,votes_oak,votes_elm,published_to"]
    for (sheet, minute) in minutes.enumerated() {
      rows.append("\(sheet),p\(sheet / 2),\(50 + sheet % 7),50,2020-01-01T\(clock(minute)):00Z")
    }
    let outcome = try await outcome(rows.joined(separator: "\n") + "\n")
    let jump = try outcome.one("jump_without_placebos")
    #expect(jump.statement.en.hasPrefix("There is no room for placebo cuts. At the cut, "))
    #expect(jump.statement.es.hasPrefix("No hay espacio para cortes de placebo. En el corte, "))
    #expect(try jump.value("instants").value == 22 && jump.value("sheets").value == 100)
  }
}

/// The projection tried first at earlier cuts.
struct LateEarlierCutTests {
  /// A sheet a minute in 24 places of 6 regions, the last fifth late; Oak has `drift` votes more every minute.
  /// `late` more in every sheet behind the cut.
  private func outcome(drift: Int, late: Int = 0) async throws -> Outcome {
    var random = Seeded(seed: 8)
    var rows = ["sheet,region,place,votes_oak,votes_elm,published_to"]
    for minute in 0..<480 {
      let oak = 400 + drift * minute + (minute > 383 ? late : 0) + Int.random(in: -90...90, using: &random)
      let place = minute * 7 % 24
      rows.append(
        "\(minute),r\(place / 4),p\(place),\(oak),\(1000 - oak),2020-01-01T\(clock(minute)):00Z")
    }
    return try await OperationRun(counts, "late").giving(
      rows.joined(separator: "\n") + "\n", as: "sheets",
      DatasetDeclaration(contest: Samples.contest, track: .official, areas: ["region", "place"])
    ).outcome(["cut": "2020-01-01T06:23:00Z", "option": "oak"])
  }

  @Test func whereTheyHoldTheIntervalIsOneOfConfidence() async throws {
    let outcome = try await outcome(drift: 0)
    let projection = try outcome.one("projection")
    #expect(try projection.value("projected").interval == .confidence(level: 0.95))
    #expect(
      projection.statement.en.replacing("\u{A0}", with: " ")
        == "Tried first at earlier cuts of the same count, the interval left out what was counted next at 0 of 20, where 5% should. Had each late sheet had the early margin of its nearest neighbours, the final margin of Oak over Elm would have been −19.41 points (−20.01 to −18.81); it was −19.52 points, inside the interval. The 95% interval is the widest that can be had, in which errors go together within each polling place (23.0 degrees of freedom). It would turn at a correlation of 0.13 between lateness and the margin among neighbours. Late votes that took their margin: 100% from their polling place."
    )
    #expect(
      projection.statement.es.replacing("\u{A0}", with: " ")
        == "Probado antes en cortes anteriores del mismo conteo, el intervalo dejó fuera lo que se contó a continuación en 0 de 20, donde debería el 5%. Si cada acta tardía hubiera tenido el margen temprano de sus vecinas más próximas, el margen final de Oak sobre Elm habría sido de −19.41 puntos (−20.01 a −18.81); fue de −19.52 puntos, dentro del intervalo. El intervalo del 95% es el más amplio que puede darse, en el que los errores van juntos dentro de cada centro de votación (23.0 grados de libertad). Cambiaría con una correlación de 0.13 entre la tardanza y el margen entre vecinas. Votos tardíos que tomaron su margen: el 100% de su centro de votación."
    )
    let errors = try outcome.rows("errors", "projection")
    #expect(errors.map { $0[1] } == [.missing, "region", "place"] && errors.map { $0[2] } == [.missing, 6, 24])
  }

  /// What happens behind the cut is not tried before it.
  @Test func nothingOfTheLateSheetsEntersThem() async throws {
    let projection = try await outcome(drift: 0, late: 300).one("projection_outside")
    #expect(
      projection.statement.en.hasPrefix(
        "Tried first at earlier cuts of the same count, the interval left out what was counted next at 0 of 20,"))
  }

  @Test func whereTheyMissItIsNone() async throws {
    let projection = try await outcome(drift: 1).one("projection_placebos_disagree")
    guard case .assumptionRange(let assumptions) = try projection.value("projected").interval else { throw Wrong() }
    #expect(assumptions.map(\.name) == ["late_like_early"] && projection.severity == .info)
    #expect(
      projection.statement.en.replacing("\u{A0}", with: " ")
        == "Tried first at earlier cuts of the same count, the interval left out what was counted next at 20 of 20, more than chance would, so that no confidence can be put in the range that follows. Had each late sheet had the early margin of its nearest neighbours, the final margin of Oak over Elm would have been between 17.75 and 20.03 points; it was 28.38 points, outside that range: late sheets differ from their neighbours by 47.45 points on average. It would turn at a correlation of 0.94 between lateness and the margin among neighbours. Late votes that took their margin: 100% from their polling place."
    )
    #expect(
      projection.statement.es.replacing("\u{A0}", with: " ")
        == "Probado antes en cortes anteriores del mismo conteo, el intervalo dejó fuera lo que se contó a continuación en 20 de 20, más que por azar, de modo que el rango que sigue no merece confianza. Si cada acta tardía hubiera tenido el margen temprano de sus vecinas más próximas, el margen final de Oak sobre Elm habría sido de entre 17.75 y 20.03 puntos; fue de 28.38 puntos, fuera de ese rango; las actas tardías difieren de sus vecinas en 47.45 puntos en promedio. Cambiaría con una correlación de 0.94 entre la tardanza y el margen entre vecinas. Votos tardíos que tomaron su margen: el 100% de su centro de votación."
    )
  }
}

/// Hours and minutes of the minute of a day.
private func clock(_ minute: Int) -> String {
  [minute / 60, minute % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
}

private struct Wrong: Error {}

private func roundedTo12(_ value: Double) -> Double { (value * 1e13).rounded() / 1e13 }
