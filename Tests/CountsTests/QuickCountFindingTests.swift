import Counts
import ModuleKit
import TestSupport
import Testing

/// The findings of `counts.quick_count` on small samples whose numbers can be followed by hand.
struct QuickCountFindingTests {
  static let sheets = DatasetDeclaration(
    contest: Samples.contest, track: .observer, areas: ["region", "place"])
  static let lists = DatasetDeclaration(areas: ["region", "place"])
  static let header = "sheet,region,place,station,stratum,cast,votes_oak,votes_elm\n"

  /// Two of the four stations of the north, one of the two of the south.
  static let sample = ["a,North,Hall,n1,north,,4,6", "b,North,School,n2,north,,6,14", "c,South,Mill,s1,south,,15,15"]
  static let strata = "stratum,stations,clusters\nnorth,4,3\nsouth,2,1\n"
  static let drawn = [
    "North,Hall,n1,north", "North,School,n2,north", "North,School,n3,north", "South,Mill,s1,south",
  ]

  static func run(_ rows: [String] = sample, strata: String? = strata) throws -> OperationRun {
    let run = try OperationRun.quickCount.giving(header + lines(rows), as: "sample", sheets)
    return try strata.map { try run.giving($0, as: "strata") } ?? run
  }

  /// Four of the ten stations of the north, three of the eight of the south, which hardly differ.
  static let steadyRows = ["n1,4,16", "n2,5,15", "n3,4,16", "n4,5,15", "s1,8,12", "s2,9,11", "s3,8,12"]
    .map { row in
      let parts = row.split(separator: ",")
      return "\(parts[0]),North,Hall,\(parts[0]),\(row.hasPrefix("n") ? "north" : "south"),,\(parts[1]),\(parts[2])"
    }

  static func steady(without stratum: String = "none") throws -> OperationRun {
    try run(steadyRows.filter { !$0.contains(",\(stratum),") }, strata: "stratum,stations\nnorth,10\nsouth,8\n")
  }

  static func lines(_ rows: [String]) -> String { rows.map { $0 + "\n" }.joined() }

  static func stations(_ run: OperationRun, _ slot: String, _ rows: [String]) throws -> OperationRun {
    try run.giving("region,place,station,stratum\n" + lines(rows), as: slot, lists)
  }

  static func official(_ run: OperationRun, _ rows: [String]) throws -> OperationRun {
    var declaration = sheets
    declaration.track = .official
    return try run.giving(header + lines(rows), as: "official", declaration)
  }

  /// Unbound spaces are hard to see in a test.
  func says(_ finding: Finding) -> [String] {
    Language.allCases.map { finding.statement[$0].replacing("\u{A0}", with: " ") }
  }

  func expect(_ outcome: Outcome, _ code: String, about subject: String? = nil, _ en: String, _ es: String)
    throws
  {
    let finding = try outcome.one(code, about: subject)
    #expect(says(finding) == [en, es])
    for language in Language.allCases { #expect(!finding.caution[language].isEmpty) }
  }

  // MARK: - Estimates

  /// 50 of 120 votes expand from the sheets; both strata are one group, with twice the residuals -1/6, -14/6 and 15/6.
  @Test func sharesLeadAndTheirIntervals() async throws {
    let outcome = try await Self.run().outcome()
    try expect(
      outcome, "estimate", about: "elm",
      "Estimated from the sample, Elm has 58.33% of the valid votes: between 28.26% and 88.4% at 95% confidence, if any sheets that are missing are like those of their stratum that came in.",
      "Según la estimación por la muestra, Elm obtiene el 58.33% de los votos válidos: entre el 28.26% y el 88.4%, con una confianza del 95%, si las actas que pudieran faltar son como las que llegaron de su estrato."
    )
    try expect(
      outcome, "margin_open", about: "elm_over_oak",
      "The sample does not tell whether Elm or Oak is ahead: the margin of the first is 16.67 points of the valid votes, between −43.47 points and 76.81 points at 95% confidence, if any sheets that are missing are like those of their stratum that came in.",
      "La muestra no permite decir cuál va en primer lugar, Elm u Oak: el margen de la primera opción es de 16.67 puntos de los votos válidos, entre −43.47 puntos y 76.81 puntos, con una confianza del 95%, si las actas que pudieran faltar son como las que llegaron de su estrato."
    )
    let share = try outcome.one("estimate", about: "oak").value("share")
    #expect(share.interval == .confidence(level: 0.95))
    let error = 100 * (1.5 * 4 * (1 + 14 * 14 + 15 * 15) / 36.0 / 14_400).squareRoot()
    #expect(abs(try #require(outcome.one("estimate", about: "oak").value("standard_error").value) - error) < 1e-9)
    #expect(
      try outcome.rows("estimates").map { $0.prefix(4) } == [
        [.missing, "elm", .missing, 3], [.missing, "oak", .missing, 3], [.missing, "elm", "oak", 3],
      ])
    #expect(
      try outcome.rows("strata") == [
        ["north", 4, .missing, 2, 2, .missing, 4, 2], ["south", 2, .missing, 1, 1, .missing, 2, 1],
      ])
    try expect(
      outcome, "draw_unknown",
      "Which stations were drawn is not given. Sheets used: 3; nobody can tell here how many are missing.",
      "No se indica qué mesas se sortearon. Actas utilizadas: 3; aquí no puede saberse cuántas faltan.")
    try expect(
      outcome, "singleton_strata",
      "Strata with one unit in the sample: 1 of 2. One unit does not show how units differ; each is taken together with the stratum after it on the list, the last with the one before, and what such neighbours differ makes the intervals wider.",
      "Estratos con una sola unidad en la muestra: 1 de 2. Una unidad no muestra cuánto difieren entre sí; cada uno se toma junto con el estrato siguiente de la lista, el último con el anterior, y lo que difieren esos vecinos ensancha los intervalos."
    )
    let figure = try #require(outcome.figures["estimates"]).en.replacing("\u{A0}", with: " ")
    #expect(figure.contains("Lead of Elm over Oak: 16.67 points (−43.47 to 76.81)."))
    #expect(figure.contains("Percent of the valid votes, with intervals of 95% confidence"))
    #expect(figure.contains("Whether the sample is complete is not known."))
    #expect(outcome.findings.allSatisfy { $0.severity <= .notice })
  }

  /// Of 360 votes 45 + 200/3 are Oak's.
  @Test func aLeadThatTheDrawDoesNotReach() async throws {
    let run = try Self.steady()
    try expect(
      try await run.outcome(), "margin", about: "elm_over_oak",
      "Estimated from the sample, Elm is ahead of Oak by 37.96 points of the valid votes: between 33.57 points and 42.35 points at 95% confidence, if any sheets that are missing are like those of their stratum that came in.",
      "Según la estimación por la muestra, Elm aventaja a Oak por 37.96 puntos de los votos válidos: entre 33.57 puntos y 42.35 puntos, con una confianza del 95%, si las actas que pudieran faltar son como las que llegaron de su estrato."
    )
    let wide = try await run.with(["confidence": .number(0.999)]).outcome()
    #expect(wide.codes.contains("margin"))
  }

  /// The conventions of R's survey by their names, at one sample: 4.3027 standard errors and 12.7062 of them.
  @Test func otherConventionsForSingleUnits() async throws {
    let certainty = try await Self.run().with(["single_unit_strata": "certainty"]).outcome()
    let error = 100 * (4 * (13.0 / 6) * (13.0 / 6) / 2 / 14_400).squareRoot()
    #expect(try near(certainty.one("estimate", about: "oak").value("standard_error").value, error))
    #expect(try certainty.one("estimate", about: "oak").value("degrees").value == 1)
    try expect(
      certainty, "singleton_strata",
      "Strata with one unit in the sample: 1 of 2. One unit does not show how units differ; these strata add nothing to the width of the intervals, which are too narrow by that.",
      "Estratos con una sola unidad en la muestra: 1 de 2. Una unidad no muestra cuánto difieren entre sí; estos estratos no añaden nada a la amplitud de los intervalos, que por ello son demasiado estrechos."
    )
    let adjusted = try await Self.run().with(["single_unit_strata": "adjust"]).outcome()
    // The south adds (1 - 1/2) (2 · 2.5)².
    let more = 100 * ((4 * (13.0 / 6) * (13.0 / 6) / 2 + 12.5) / 14_400).squareRoot()
    #expect(try near(adjusted.one("estimate", about: "oak").value("standard_error").value, more))
    try expect(
      adjusted, "singleton_strata",
      "Strata with one unit in the sample: 1 of 2. One unit does not show how units differ; how far it is from the estimate for all is taken for it.",
      "Estratos con una sola unidad en la muestra: 1 de 2. Una unidad no muestra cuánto difieren entre sí; en su lugar se toma su distancia a la estimación del conjunto."
    )
  }

  // MARK: - Little data

  @Test func oneStationIsNoSample() async throws {
    let outcome = try await Self.run(["a,North,Hall,n1,north,,52,48"]).outcome()
    try expect(
      outcome, "no_interval",
      "1 of 6 stations came in, from 1 of 2 strata. That does not show how stations differ, so no share, lead or interval is estimated.",
      "Llegaron actas de 1 de 6 mesas, de 1 de 2 estratos. Eso no muestra cuánto difieren las mesas, por lo que no se estima ninguna proporción, ventaja ni intervalo."
    )
    for code in ["estimate", "margin", "margin_open", "areas", "worst_case", "worst_case_of_strata"] {
      #expect(outcome.all(code).isEmpty)
    }
    #expect(outcome.tables["estimates"] == nil && outcome.figures.isEmpty)
    #expect(outcome.findings.allSatisfy { $0.values.values.allSatisfy { $0.interval == nil } })
  }

  /// Four strata of which one sheet each came in: two pairs of neighbours, and no verdict on the official count.
  @Test func strataOfOneSheetAreCollapsed() async throws {
    let rows = ["52,48", "55,45", "49,51", "50,49"].enumerated()
      .map { "s\($0 + 1),North,Hall,s\($0 + 1),h\($0 + 1),,\($1)" }
    let strata = "stratum,stations\n" + (1...4).map { "h\($0),50\n" }.joined()
    let run = try Self.run(rows, strata: strata)
    let outcome = try await Self.official(run, rows + ["t,North,Hall,t,h1,,49,51"]).outcome()
    let oak = try outcome.one("estimate", about: "oak")
    #expect(try oak.value("degrees").value == 2)
    #expect(try #require(oak.value("standard_error").value) > 0)
    #expect(outcome.all("margin").isEmpty && outcome.codes.contains("margin_open"))
    #expect(outcome.all("official_not_consistent").isEmpty && outcome.all("official_consistent").isEmpty)
    try expect(
      outcome, "official_untested",
      "The official count, of 5 usable sheets, is not tested against the estimates: which stations were drawn is not given, so the sample may be partial.",
      "El cómputo oficial, de 5 actas utilizables, no se pone a prueba frente a las estimaciones: no se indica qué mesas se sortearon, por lo que la muestra puede ser parcial."
    )
  }

  @Test func theSameShareEverywhereGivesNoInterval() async throws {
    let outcome = try await Self.run(["a,North,Hall,n1,north,,5,5", "b,North,School,n2,north,,8,8"]).outcome()
    try expect(
      outcome, "estimate_without_interval", about: "oak",
      "Estimated from the sample, Oak has 50% of the valid votes in the strata of which sheets came in, 66.66% of all stations. No interval can be given: the share is the same in all 2 units that came in.",
      "Según la estimación por la muestra, Oak obtiene el 50% de los votos válidos en los estratos de los que llegaron actas, el 66.66% de todas las mesas. No puede darse ningún intervalo: la proporción es la misma en las 2 unidades recibidas."
    )
    #expect(outcome.all("margin").isEmpty && outcome.all("margin_open").isEmpty)
  }

  /// Every sheet came in: what one vote differs is told as a difference between copies, and at no confidence.
  @Test func aCensusHasNoConfidence() async throws {
    var official = Self.all
    official[0] = "a,North,Hall,n1,north,,5,6"
    let outcome = try await Self.official(Self.run(Self.all), official).outcome()
    try expect(
      outcome, "counted_share", about: "oak",
      "On the sheets of all 6 stations, Oak has 35% of the valid votes.",
      "En las actas de las 6 mesas, todas las que hay, Oak obtiene el 35% de los votos válidos.")
    try expect(
      outcome, "counted_lead", about: "elm_over_oak",
      "On the sheets of all 6 stations, Elm less Oak is 30.00 points of the valid votes. Nothing was left to a draw, so there is no interval.",
      "En las actas de las 6 mesas, todas las que hay, Elm menos Oak son 30.00 puntos de los votos válidos. Nada quedó al azar de un sorteo, por lo que no hay intervalo."
    )
    try expect(
      outcome, "sheets_differ",
      "Of 6 sheets that the sample and the official count both have, the votes of 1 differ. On all 6, Elm less Oak is 36 votes in the sample and 35 votes in the official count.",
      "De 6 actas que tienen tanto la muestra como el cómputo oficial, difieren los votos de 1. En el total de las 6, Elm menos Oak son 36 votos en la muestra y 35 votos en el cómputo oficial."
    )
    #expect(outcome.findings.allSatisfy { $0.values.values.allSatisfy { $0.interval == nil } })
    #expect(Set(outcome.codes) == ["counted_share", "counted_lead", "sheets_differ"])
  }

  // MARK: - Whatever the missing sheets hold

  @Test func boundsForMissingSheets() async throws {
    let outcome = try await Self.stations(Self.run(), "design", Self.drawn).outcome()
    try expect(
      outcome, "worst_case", about: "elm_over_oak",
      "Whatever the missing sheets hold, the lead of Elm over Oak in the whole count is between −100.00 points and 100.00 points of the valid votes, if none holds more than 30 votes, the most on a sheet that came in. Stations drawn without a usable sheet: 1; stations in strata of which none was drawn: 0. The draw of the others is allowed for at 95% confidence.",
      "Contengan lo que contengan las actas que faltan, la ventaja de Elm sobre Oak en el cómputo completo está entre −100.00 puntos y 100.00 puntos de los votos válidos, si ninguna contiene más de 30 votos, lo máximo en un acta recibida. Mesas sorteadas sin acta utilizable: 1; mesas en estratos de los que no se sorteó ninguna: 0. El sorteo de las demás se tiene en cuenta con una confianza del 95%."
    )
  }

  @Test func boundsForEmptyStrata() async throws {
    let outcome = try await Self.steady(without: "south").outcome()
    try expect(
      outcome, "worst_case_of_strata", about: "elm_over_oak",
      "Whatever the 8 stations of the strata of which nothing came in hold, the lead of Elm over Oak in the whole count is between −17.85 points and 78.96 points of the valid votes, if none holds more than 20 votes, the most on a sheet that came in, and if no sheet is missing in the other strata. The draw there is allowed for at 95% confidence.",
      "Contengan lo que contengan las 8 mesas de los estratos de los que no llegó nada, la ventaja de Elm sobre Oak en el cómputo completo está entre −17.85 puntos y 78.96 puntos de los votos válidos, si ninguna contiene más de 20 votos, lo máximo en un acta recibida, y si en los demás estratos no falta ningún acta. El sorteo en ellos se tiene en cuenta con una confianza del 95%."
    )
    try expect(
      outcome, "estimate", about: "elm",
      "Estimated from the sample, Elm has 77.5% of the valid votes in the strata of which sheets came in, 55.55% of all stations: between 73.94% and 81.06% at 95% confidence, if any sheets that are missing are like those of their stratum that came in.",
      "Según la estimación por la muestra, Elm obtiene el 77.5% de los votos válidos en los estratos de los que llegaron actas, el 55.55% de todas las mesas: entre el 73.94% y el 81.06%, con una confianza del 95%, si las actas que pudieran faltar son como las que llegaron de su estrato."
    )
  }

  @Test func sharesOfAllBallotsNeedThem() async throws {
    let all = ["denominator": Value.string("all")]
    let without = try await Self.run().with(all).outcome()
    try expect(
      without, "left_out", about: "incomplete", "Sheets left out because votes or their total are missing: 3.",
      "Actas excluidas porque faltan votos o su total: 3.")
    try expect(
      without, "nothing_to_estimate",
      "Sheets in the sample that can be used: 0. They hold no votes, so nothing is estimated.",
      "Actas utilizables en la muestra: 0. No contienen votos, por lo que no se estima nada.")
    let rows = ["a,North,Hall,n1,north,20,4,6", "c,South,Mill,s1,south,40,15,15"]
    let outcome = try await Self.run(rows).with(all).outcome()
    // 4 · 4 + 2 · 15 of 4 · 20 + 2 · 40.
    #expect(try outcome.one("estimate", about: "oak").value("share").value == 28.75)
    #expect(
      try outcome.one("estimate", about: "oak").words["base"]
        == Text(en: "all ballots cast", es: "todos los votos emitidos"))
  }

  @Test func areasAreToldInTheTable() async throws {
    let outcome = try await Self.run().with(["per": "region"]).outcome()
    try expect(
      outcome, "areas",
      "By region, the interval of the lead leaves out zero in none of the 2 areas of which sheets came in.",
      "Por región, el intervalo de la ventaja excluye el cero en ninguna de las 2 áreas de las que llegaron actas.")
    // In the north 10 of 30 votes: the same two stations speak for it alone.
    let north = try outcome.rows("estimates", "North", "oak")
    #expect(north.first?[3] == 2)
    #expect(try near(north.first?[4], 100.0 / 3))
    #expect(try near(outcome.rows("estimates", "South", "oak").first?[4], 50))
  }

  func near(_ value: Double?, _ expected: Double) -> Bool { value.map { abs($0 - expected) < 1e-9 } ?? false }

  func near(_ cell: Cell?, _ expected: Double) throws -> Bool {
    guard case .number(let value) = cell else { return false }
    return abs(value - expected) < 1e-9
  }

  // MARK: - What came in

  @Test func aSampleThatIsNotRandomHasNoEstimate() async throws {
    let outcome = try await Self.run().with(["probability_sample": "not_random"]).outcome()
    try expect(
      outcome, "observed_only",
      "3 of 6 stations were observed. They were not drawn at random, so nothing is estimated for the others.",
      "Se observaron 3 de 6 mesas. No se eligieron por sorteo, por lo que no se estima nada para las demás.")
    #expect(outcome.codes == ["observed_only"])
    #expect(outcome.findings.allSatisfy { $0.values.values.allSatisfy { $0.interval == nil && $0.unit != .percent } })
    #expect(outcome.tables.keys.sorted() == ["strata"] && outcome.figures.isEmpty)
  }

  @Test func aPartialSampleIsTold() async throws {
    let outcome = try await Self.stations(Self.run(), "design", Self.drawn).outcome()
    try expect(
      outcome, "partial",
      "The sample is not complete: sheets of 3 of the 4 stations drawn can be used, 75%; in the stratum with the fewest, 66.67%. If sheets came in or not by how their stations voted, no interval can cover that; worst-case bounds do.",
      "La muestra no está completa: pueden utilizarse actas de 3 de las 4 mesas sorteadas, el 75%; en el estrato con menos, el 66.67%. Si las actas llegaron o no según lo votado en su mesa, ningún intervalo puede abarcarlo; los límites del peor caso, sí."
    )
    #expect(try outcome.rows("strata").first == ["north", 4, 3, 2, 2, .number(200.0 / 3), 4, 2])
    let complete = try await Self.stations(Self.run(), "design", [Self.drawn[0], Self.drawn[1], Self.drawn[3]])
      .outcome()
    try expect(
      complete, "complete", "The sample is complete: of the stations drawn, 3, all came in and can be used.",
      "La muestra está completa: de las mesas sorteadas, 3, todas llegaron y pueden utilizarse.")
  }

  @Test func aListOfTheDrawWithoutRowsSaysNothing() async throws {
    let outcome = try await Self.stations(Self.run(), "design", []).outcome()
    #expect(outcome.codes.contains("draw_unknown") && !outcome.codes.contains("left_out"))
  }

  @Test func emptyStrataLeaveTheEstimate() async throws {
    let outcome = try await Self.run(Array(Self.sample.prefix(2))).outcome()
    try expect(
      outcome, "empty_strata",
      "Strata of which nothing came in: 1 of 2. They hold 2 of 6 stations, 33.33%, and the estimates are about the others alone.",
      "Estratos de los que no llegó nada: 1 de 2. Contienen 2 de 6 mesas, el 33.33%, y las estimaciones se refieren solo a los demás."
    )
    let share = try #require(outcome.one("estimate", about: "oak").value("share").value)
    #expect(abs(share - 100.0 / 3) < 1e-9)
  }

  @Test func sheetsThatAreNoPartOfTheSampleAreLeftOut() async throws {
    let rows =
      Self.sample + [
        "d,North,Hall,n1,north,,90,0", "e,North,Hall,n9,north,,90,0", "f,North,Hall,n3,east,,90,0",
        "g,North,School,n3,north,,,5",
      ]
    let outcome = try await Self.stations(Self.run(rows), "design", Self.drawn).outcome()
    #expect(
      outcome.all("left_out").map { "\($0.subject) \(Int($0.values["sheets"]?.value ?? 0)) \($0.evidence[0].rows)" }
        == ["repeated 2 [d, g]", "not_drawn 1 [e]"])
    // The stratum of n3 is the one it was drawn in, whatever the sheet says.
    #expect(try outcome.rows("strata", "north").first?[4] == 3)
    let plain = try await Self.run(rows).outcome()
    #expect(plain.all("left_out").map(\.subject) == ["repeated", "unknown_stratum"])
    let expected: [(String, String, String)] = [
      ("repeated", "another sheet of their station stands before them", "otra acta de su mesa figura antes que ellas"),
      (
        "unknown_stratum", "their stratum is missing or not in the frame",
        "su estrato falta o no está en el marco muestral"
      ),
    ]
    for (reason, en, es) in expected {
      let sheets = reason == "repeated" ? 2 : 1
      try expect(
        plain, "left_out", about: reason, "Sheets left out because \(en): \(sheets).",
        "Actas excluidas porque \(es): \(sheets).")
    }
    try expect(
      outcome, "left_out", about: "not_drawn", "Sheets left out because their station was not drawn: 1.",
      "Actas excluidas porque su mesa no fue sorteada: 1.")
  }

  @Test func aListOfAllStationsIsAFrameToo() async throws {
    let list = Self.drawn + ["North,Hut,n4,north", "South,Mill,s2,south"]
    let rows = Self.sample.map { $0.replacing(",north,", with: ",,").replacing(",south,", with: ",,") }
    let run = try Self.stations(try Self.run(rows + ["d,North,Hall,x,,,1,1"], strata: nil), "frame", list)
    let outcome = try await run.outcome()
    try expect(
      outcome, "left_out", about: "not_on_list",
      "Sheets left out because their station is not on the list of stations: 1.",
      "Actas excluidas porque su mesa no figura en la lista de mesas: 1.")
    let plain = try await Self.run().outcome()
    #expect(try outcome.one("margin_open").values == plain.one("margin_open").values)
  }

  @Test func oneStratumNeedsNoName() async throws {
    let rows = Self.sample.map { $0.replacing(",north,", with: ",,").replacing(",south,", with: ",,") }
    let outcome = try await Self.run(rows, strata: "stratum,stations\nall,6\n").outcome()
    // 25 of 60 votes.
    #expect(abs(try #require(outcome.one("estimate", about: "oak").value("share").value) - 25.0 / 0.6) < 1e-9)
  }

  // MARK: - Clusters

  @Test func placesDrawnWholeAreUnits() async throws {
    let rows = Self.sample + ["d,North,School,n3,north,,1,9"]
    let clustered = ["probability_sample": Value.string("clustered"), "cluster": "place"]
    let outcome = try await Self.run(rows).with(clustered).outcome()
    // By place: (4, 10), (7, 30); (15, 30), weights 3/2 and 1: 31.5 of 90.
    let share = try outcome.one("estimate", about: "oak").value("share")
    #expect(abs(try #require(share.value) - 35) < 1e-9)
    // Residuals 0.5 and -3.5: s² = 8, times 3 (3 - 2) / 2.
    let error = try #require(outcome.one("estimate", about: "oak").value("standard_error").value)
    #expect(abs(error - 100 * 12.0.squareRoot() / 90) < 1e-9)
    #expect(try outcome.rows("strata").map { $0.suffix(2) } == [[3, 2], [1, 1]])
    #expect(outcome.all("singleton_strata").isEmpty)
    let list = [
      "North,Hall,n1,north", "North,School,n2,north", "North,School,n3,north", "North,Hut,n4,north",
      "South,Mill,s1,south", "South,Mill,s2,south",
    ]
    let listed = try await Self.stations(try Self.run(rows, strata: nil), "frame", list).with(clustered).outcome()
    #expect(try listed.one("margin_open").values == outcome.one("margin_open").values)
  }

  @Test func placesThatCameInWithStationsMissingAreTold() async throws {
    let clustered = ["probability_sample": Value.string("clustered"), "cluster": "place"]
    let outcome = try await Self.stations(Self.run(), "design", Self.drawn).with(clustered).outcome()
    try expect(
      outcome, "incomplete_clusters", "Places that came in with some of their stations missing: 1 of 3.",
      "Lugares recibidos a los que faltan algunas de sus mesas: 1 de 3.")
  }

  // MARK: - What cannot be

  @Test func whatStandsInTheWay() async throws {
    let run = try OperationRun(counts, "quick_count")
      .giving(Self.header + Self.lines(Self.sample), as: "sample", Self.sheets).giving(Self.strata, as: "strata")
    #expect(
      await run.problems() == [
        "'probability_sample' is missing: nothing says how the sample was drawn | say stratified_random, clustered or not_random"
      ])
    #expect(
      try await Self.run().with(["cluster": "place"]).problems() == [
        "'cluster' is given, but the sample is not said to be clustered | say probability_sample: clustered"
      ])
    let clustered: [String: Value] = ["probability_sample": "clustered"]
    #expect(
      try await Self.run().with(clustered).problems() == [
        "the sample is clustered, but 'cluster' does not say by which area level | name the area level whose units were drawn whole"
      ])
    #expect(
      try await Self.run().with(["probability_sample": "clustered", "cluster": "plaze"]).problems() == [
        "'cluster' is 'plaze', which is no area level of dataset 'sample' | did you mean 'place'?"
      ])
    #expect(
      try await Self.run().with(["per": "galaxy"]).problems() == [
        "'per' is 'galaxy', which is no area level of dataset 'sample' | its levels are region and place"
      ])
    #expect(
      try await Self.run(strata: "stratum,stations\nnorth,4\n").with([
        "probability_sample": "clustered", "cluster": "place",
      ])
      .problems() == ["dataset 'strata' does not say how many clusters stratum 'north' holds | fill 'clusters'"])
    #expect(
      try await Self.run(strata: nil).problems() == [
        "none of the inputs 'strata' and 'frame' is given: at least one of them is needed"
      ])
    #expect(
      try await Self.stations(Self.run(), "frame", Self.drawn).problems() == [
        "both 'strata' and 'frame' say what the sample was drawn from | give 'strata', stations by stratum, or 'frame', the list of all stations"
      ])
    #expect(
      try await Self.run(strata: "stratum,stations\n").problems() == [
        "dataset 'strata' holds no station | in an edition a list is known from its time of publication on; say it under 'published' of the dataset"
      ])
    #expect(
      try await Self.run(strata: "stratum,stations\nnorth,1\nsouth,0\n").problems() == [
        "stratum 'north' holds 1, but 2 of it came in | the strata of the sheets and of the frame may be numbered differently",
        "stratum 'south' holds 0, but 1 of it came in | the strata of the sheets and of the frame may be numbered differently",
      ])
  }

  @Test func anotherContestIsNotCompared() async throws {
    var declaration = Self.sheets
    declaration.contest = Samples.threeWay
    declaration.contest?.id = "mayor"
    let rows = "sheet,region,place,votes_oak,votes_elm,votes_ash\na,North,Hall,1,1,1\n"
    #expect(
      try await Self.run().giving(rows, as: "official", declaration).problems() == [
        "dataset 'official' is of contest 'mayor', 'sample' of contest 'council'"
      ])
  }

  @Test func moreClustersThanStationsAreNoStratum() {
    #expect(throws: DiagnosticsError.self) {
      try OperationRun.quickCount.giving("stratum,stations,clusters\nnorth,4,5\n", as: "strata")
    }
  }

  @Test func samplesWithoutVotes() async throws {
    let zero = ["a,North,Hall,n1,north,,0,0", "b,North,School,n2,north,,0,0"]
    #expect(try await Self.run(zero).outcome().codes.contains("nothing_to_estimate"))
    #expect(try await Self.run([]).outcome().codes.contains("nothing_to_estimate"))
    #expect(try await Self.run([]).with(["probability_sample": "not_random"]).outcome().codes == ["observed_only"])
    // An official count without votes is not compared.
    #expect(try await Self.official(Self.run(), zero).outcome().tables["comparison"] == nil)
    let some = try await Self.run(Self.sample + ["d,North,Hall,n3,north,,0,0"]).outcome()
    #expect(some.all("left_out").isEmpty)
  }

  @Test func theLargestNumbersOfAFile() async throws {
    let most = "10000000000"
    let rows = ["a,North,Hall,n1,north,,\(most),0", "b,North,School,n2,north,,0,\(most)"]
    let outcome = try await Self.run(rows, strata: "stratum,stations\nnorth,\(most)\n").outcome()
    #expect(try outcome.one("estimate", about: "oak").value("share").value == 50)
    #expect(try #require(outcome.one("estimate", about: "oak").value("share").high) == 100)
  }

  /// An edition knows only the sheets of its hour.
  @Test func editions() async throws {
    let run = try OperationRun.quickCount.known(at: "2018-07-01T20:00:00Z")
    let sheets =
      "sheet,region,place,stratum,votes_oak,votes_elm,published_to\na,North,Hall,north,4,6,2018-07-01T19:00:00Z\nb,North,Hall,north,6,14,2018-07-01T21:00:00Z\n"
    let strata = "stratum,stations,published\nnorth,4,2018-06-01\n"
    let outcome = try await run.giving(sheets, as: "sample", Self.sheets).giving(strata, as: "strata").outcome()
    #expect(try outcome.one("draw_unknown").value("used").value == 1)
  }

  // MARK: - Words

  @Test func everyCodeIsMadeBySomeSample() async throws {
    let places: [String: Value] = ["probability_sample": "clustered", "cluster": "place"]
    var changed = Self.all
    changed[0] = "a,North,Hall,n1,north,,2,8"
    let runs = [
      try Self.run().with(["probability_sample": "not_random"]), try Self.run().with(["per": "region"]),
      try Self.run(["a,North,Hall,n1,north,,,1"]), try Self.run(["a,North,Hall,n1,north,,1,1"]),
      try Self.run(["a,North,Hall,n1,north,,5,5", "b,North,School,n2,north,,8,8"]), try Self.run(Self.all),
      try Self.steady(without: "south"), try Self.official(Self.run(), Self.all),
      try Self.official(Self.run(), changed), try Self.official(Self.run(), ["q,North,Hall,q,north,,1,1"]),
      try Self.stations(Self.run(Array(Self.sample.prefix(1))), "design", Self.drawn).with(places),
      try Self.stations(Self.run(), "design", [Self.drawn[0], Self.drawn[1], Self.drawn[3]]).with(places),
    ]
    var codes: Set<String> = []
    for run in runs { codes.formUnion(try await run.outcome().codes) }
    let complete = try Self.stations(
      Self.steady(), "design",
      Self.steadyRows.map { $0.split(separator: ",", omittingEmptySubsequences: false)[1...4].joined(separator: ",") })
    for rest in ["2,18", "6,14", "200,0"] {
      let rows = ["n1,North,Hall,n1,north,,2,18"] + Self.steadyRows.dropFirst() + ["r,North,Hall,r,north,,\(rest)"]
      codes.formUnion(try await Self.official(complete, rows).outcome().codes)
    }
    codes.formUnion(
      try await Self.stations(Self.run(), "design", Self.drawn).with(places).outcome().codes)
    let declared = try #require(counts.manifest.operations.first { $0.id == "quick_count" }).findings
    #expect(codes == Set(declared.map(\.code)).subtracting(["numbers_withheld"]))
    for finding in declared {
      #expect(finding.tier != .screening && finding.severity <= .notice)
      for language in Language.allCases {
        #expect(!finding.caution[language].isEmpty)
        for text in [finding.statement, finding.caution, finding.method] {
          #expect(Wording.slips(in: text[language]).isEmpty, "\(text[language])")
        }
      }
    }
  }
}
