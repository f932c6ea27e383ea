import Counts
import ModuleKit
import TestSupport
import Testing

/// The findings of `counts.quick_count` on small samples whose numbers can be followed by hand.
struct QuickCountFindingTests {
  private static let sheets = DatasetDeclaration(
    contest: Samples.contest, track: .observer, areas: ["region", "place"])
  private static let lists = DatasetDeclaration(areas: ["region", "place"])
  private static let header = "sheet,region,place,station,stratum,cast,votes_oak,votes_elm\n"

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

  private static func lines(_ rows: [String]) -> String { rows.map { $0 + "\n" }.joined() }

  private static func stations(_ run: OperationRun, _ slot: String, _ rows: [String]) throws -> OperationRun {
    try run.giving("region,place,station,stratum\n" + lines(rows), as: slot, lists)
  }

  private static func official(_ run: OperationRun, _ rows: [String]) throws -> OperationRun {
    var declaration = sheets
    declaration.track = .official
    return try run.giving(header + lines(rows), as: "official", declaration)
  }

  /// Unbound spaces are hard to see in a test.
  private func says(_ finding: Finding) -> [String] {
    Language.allCases.map { finding.statement[$0].replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") }
  }

  private func expect(_ outcome: Outcome, _ code: String, about subject: String? = nil, _ en: String, _ es: String)
    throws
  {
    let finding = try outcome.one(code, about: subject)
    #expect(says(finding) == [en, es])
    for language in Language.allCases { #expect(!finding.caution[language].isEmpty) }
  }

  // MARK: - Estimates

  /// 50 of 120 votes expand from the sheets; the north alone has residuals, -1/6 and -14/6.
  @Test func sharesLeadAndTheirIntervals() async throws {
    let outcome = try await Self.run().outcome()
    try expect(
      outcome, "estimate", about: "elm",
      "Estimated from the sample, Elm has 58.33% of the valid votes: between 53.33% and 63.34% at 95% confidence.",
      "Según la estimación por la muestra, Elm obtiene el 58.33 % de los votos válidos: entre el 53.33 % y el 63.34 %, con una confianza del 95 %."
    )
    try expect(
      outcome, "margin", about: "elm_over_oak",
      "Estimated from the sample, Elm is ahead of Oak by 16.67 points of the valid votes: between 6.66 points and 26.68 points at 95% confidence.",
      "Según la estimación por la muestra, Elm va por delante de Oak por 16.67 puntos de los votos válidos: entre 6.66 puntos y 26.68 puntos, con una confianza del 95 %."
    )
    let share = try outcome.one("estimate", about: "oak").value("share")
    #expect(share.interval == .confidence(level: 0.95))
    let error = 100 * (4 * (13.0 / 6) * (13.0 / 6) / 2 / 14_400).squareRoot()
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
      "Strata with one unit in the sample: 1 of 2. One unit does not show how units differ, so these strata add nothing to the width of the intervals.",
      "Estratos con una sola unidad en la muestra: 1 de 2. Una unidad no muestra cuánto difieren entre sí, por lo que estos estratos no añaden nada a la amplitud de los intervalos."
    )
    let figure = try #require(outcome.figures["estimates"]).en.replacing("\u{A0}", with: " ")
    #expect(figure.contains("Lead of Elm over Oak: 16.67 points (6.66 to 26.68)."))
    #expect(figure.contains("Percent of the valid votes, with intervals of 95% confidence"))
    #expect(figure.contains("Whether the sample is complete is not known."))
    #expect(outcome.findings.allSatisfy { $0.severity <= .notice })
  }

  @Test func aWiderConfidenceMayLeaveTheLeadOpen() async throws {
    let outcome = try await Self.run().with(["confidence": .number(0.999)]).outcome()
    try expect(
      outcome, "margin_open",
      "The sample does not tell whether Elm or Oak is ahead: the margin of the first is 16.67 points of the valid votes, between −0.14 points and 33.47 points at 99.9% confidence.",
      "La muestra no permite decir si va por delante Elm o Oak: el margen de la primera opción es de 16.67 puntos de los votos válidos, entre −0.14 puntos y 33.47 puntos, con una confianza del 99.9 %."
    )
    #expect(outcome.all("margin").isEmpty)
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
      "By region, the interval of the lead leaves out zero in 1 of the 2 areas of which sheets came in.",
      "Por region, el intervalo de la ventaja excluye el cero en 1 de las 2 áreas de las que llegaron actas.")
    // In the north 10 of 30 votes: the same two stations speak for it alone.
    let north = try outcome.rows("estimates", "North", "oak")
    #expect(north.first?[3] == 2)
    #expect(try near(north.first?[4], 100.0 / 3))
    #expect(try near(outcome.rows("estimates", "South", "oak").first?[4], 50))
  }

  private func near(_ cell: Cell?, _ expected: Double) throws -> Bool {
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
      "The sample is not complete: sheets of 3 of the 4 stations drawn can be used, 75%; in the stratum with the fewest, 66.67%.",
      "La muestra no está completa: pueden utilizarse actas de 3 de las 4 mesas sorteadas, el 75 %; en el estrato con menos, el 66.67 %."
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
      "Estratos de los que no llegó nada: 1 de 2. Contienen 2 de 6 mesas, el 33.33 %, y las estimaciones se refieren solo a los demás."
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
    #expect(try outcome.one("margin").values == plain.one("margin").values)
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
    #expect(try listed.one("margin").values == outcome.one("margin").values)
  }

  @Test func placesThatCameInWithStationsMissingAreTold() async throws {
    let clustered = ["probability_sample": Value.string("clustered"), "cluster": "place"]
    let outcome = try await Self.stations(Self.run(), "design", Self.drawn).with(clustered).outcome()
    try expect(
      outcome, "incomplete_clusters", "Places that came in with some of their stations missing: 1 of 3.",
      "Lugares recibidos a los que faltan algunas de sus mesas: 1 de 3.")
  }

  // MARK: - The official count

  /// All stations: the sheets of the sample, and three more.
  private static let all =
    sample + ["x,North,School,n3,north,,3,17", "y,North,Hut,n4,north,,5,5", "z,South,Mill,s2,south,,9,21"]

  @Test func anOfficialCountThatAgrees() async throws {
    let outcome = try await Self.official(Self.run(), Self.all).outcome()
    try expect(
      outcome, "sheets_agree",
      "Sheets that the sample and the official count both have: 3. All have the same votes.",
      "Actas que tienen tanto la muestra como el cómputo oficial: 3. Todas tienen los mismos votos.")
    // 42 of 120 votes are Oak's.
    try expect(
      outcome, "official_not_consistent", about: "oak",
      "For Oak the official count, 35% of the valid votes, is not consistent with the sample, 41.67%: the difference is 6.67 points (1.66 to 11.67), more than the draw explains at 95% confidence.",
      "Para Oak el cómputo oficial, el 35 % de los votos válidos, no es compatible con la muestra, el 41.67 %: la diferencia es de 6.67 puntos (1.66 a 11.67), más de lo que explica el sorteo con una confianza del 95 %."
    )
    let comparison = try outcome.rows("comparison")
    #expect(comparison.map { $0.prefix(2) } == [["elm", .missing], ["oak", .missing], ["elm", "oak"]])
    #expect(comparison.allSatisfy { $0.suffix(3) == [.number(0), .number(0), .number(0)] })
    let wide = try await Self.official(Self.run(), Self.all).with(["confidence": .number(0.999)]).outcome()
    try expect(
      wide, "official_consistent", about: "oak",
      "For Oak the official count, 35% of the valid votes, is consistent with the sample, 41.67%: the difference is 6.67 points (−1.74 to 15.07).",
      "Para Oak el cómputo oficial, el 35 % de los votos válidos, es compatible con la muestra, el 41.67 %: la diferencia es de 6.67 puntos (−1.74 a 15.07)."
    )
  }

  /// Every station is in the sample, and one official sheet has two votes of Oak with Elm: the change is exact.
  @Test func differencesOnSharedSheetsMoveTheOfficialLead() async throws {
    var official = Self.all
    official[0] = "a,North,Hall,n1,north,,2,8"
    let outcome = try await Self.official(Self.run(Self.all), official).outcome()
    try expect(
      outcome, "sheets_differ",
      "Of 6 sheets that the sample and the official count both have, the votes of 1 differ. If all official sheets read as the sample's do, the official lead of Elm over Oak changes by −3.33 points.",
      "De 6 actas que tienen tanto la muestra como el cómputo oficial, difieren los votos de 1. Si todas las actas oficiales fueran como las de la muestra, la ventaja oficial de Elm sobre Oak cambia en −3.33 puntos."
    )
    #expect(try near(outcome.rows("comparison", "oak").first?[7], 100 * 2.0 / 120))
    #expect(try near(outcome.rows("comparison", "oak").first?[4], 100 * 2.0 / 120))
  }

  /// The official count covers three stations: the sample speaks of these alone.
  @Test func onlyTheStationsThatBothCoverAreCompared() async throws {
    let outcome = try await Self.official(Self.run(), [Self.all[1], Self.all[2], "x,North,School,n3,north,,3,17"])
      .outcome()
    let oak = try outcome.one("official_not_consistent", about: "oak")
    // 24 of 70 votes; from the sample 2 · 6 + 2 · 15 of 2 · 20 + 2 · 30.
    #expect(abs(try #require(oak.value("official").value) - 2400.0 / 70) < 1e-9)
    #expect(abs(try #require(oak.value("sample").value) - 42) < 1e-9)
    let none = try await Self.official(Self.run(), ["q,North,Hall,q,north,,1,1"]).outcome()
    try expect(
      none, "nothing_shared",
      "No sheet of the sample is in the official count under the same key, so nothing is compared. Sheets there: 1.",
      "Ninguna acta de la muestra figura en el cómputo oficial con la misma clave, por lo que no se compara nada. Actas en él: 1."
    )
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
    #expect(try outcome.one("estimate", about: "oak").value("share").high == 100)
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
    let wide: [String: Value] = ["confidence": .number(0.999)]
    let places: [String: Value] = ["probability_sample": "clustered", "cluster": "place"]
    var changed = Self.all
    changed[0] = "a,North,Hall,n1,north,,2,8"
    let runs = [
      try Self.run().with(["probability_sample": "not_random"]), try Self.run().with(["per": "region"]),
      try Self.run(["a,North,Hall,n1,north,,,1"]), try Self.official(Self.run().with(wide), Self.all),
      try Self.official(Self.run(), changed), try Self.official(Self.run(), ["q,North,Hall,q,north,,1,1"]),
      try Self.stations(Self.run(Array(Self.sample.prefix(1))), "design", Self.drawn).with(places),
      try Self.stations(Self.run(), "design", [Self.drawn[0], Self.drawn[1], Self.drawn[3]]).with(places),
    ]
    var codes: Set<String> = []
    for run in runs { codes.formUnion(try await run.outcome().codes) }
    codes.formUnion(
      try await Self.stations(Self.run(), "design", Self.drawn).with(places).outcome().codes)
    let declared = try #require(counts.manifest.operations.first { $0.id == "quick_count" }).findings
    #expect(codes == Set(declared.map(\.code)))
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
