import ModuleKit
import TestSupport
import Testing

/// What `counts.quick_count` says of the official count beside a sample.
extension QuickCountFindingTests {
  /// All stations: the sheets of the sample, and three more.
  static let all =
    sample + ["x,North,School,n3,north,,3,17", "y,North,Hut,n4,north,,5,5", "z,South,Mill,s2,south,,9,21"]

  @Test func anOfficialCountThatAgrees() async throws {
    let outcome = try await Self.official(Self.run(), Self.all).outcome()
    try expect(
      outcome, "sheets_agree",
      "Sheets that the sample and the official count both have: 3. All have the same votes.",
      "Actas que tienen tanto la muestra como el cómputo oficial: 3. Todas tienen los mismos votos.")
    #expect(
      try outcome.rows("comparison").map { $0.prefix(2) } == [["elm", .missing], ["oak", .missing], ["elm", "oak"]])
  }

  /// All seven stations drawn came in: both options are tested together, each at 97.5%.
  @Test func theOfficialCountIsTestedAgainstACompleteSample() async throws {
    let drawn = Self.steadyRows.map {
      $0.split(separator: ",", omittingEmptySubsequences: false)[1...4].joined(separator: ",")
    }
    let run = try Self.stations(Self.steady(), "design", drawn)
    let rest = (1...4).map { "r\($0),North,Hall,r\($0),north,," }
    let far = try await Self.official(run, Self.steadyRows + rest.map { $0 + "20,0" }).outcome()
    try expect(
      far, "official_not_consistent", about: "oak",
      "For Oak the official count, 55.91% of the valid votes, is not consistent with the sample, 31.02%: the difference is −24.89 points (−27.55 to −22.10), more than the draw explains at 95% confidence for all options tested together (Bonferroni): 2.",
      "Para Oak el cómputo oficial, el 55.91% de los votos válidos, no es compatible con la muestra, el 31.02%: la diferencia es de −24.89 puntos (−27.55 a −22.10), más de lo que explica el sorteo con una confianza del 95% para todas las opciones puestas a prueba en conjunto (Bonferroni): 2."
    )
    let near = try await Self.official(run, Self.steadyRows + rest.map { $0 + "6,14" }).outcome()
    try expect(
      near, "official_consistent", about: "oak",
      "For Oak the official count, 30.45% of the valid votes, is consistent with the sample, 31.02%: the difference is 0.56 points (−2.09 to 3.35), the range at 95% confidence for all options tested together (Bonferroni): 2.",
      "Para Oak el cómputo oficial, el 30.45% de los votos válidos, es compatible con la muestra, el 31.02%: la diferencia es de 0.56 puntos (−2.09 a 3.35), el rango con una confianza del 95% para todas las opciones puestas a prueba en conjunto (Bonferroni): 2."
    )
    #expect(near.all("official_not_consistent").isEmpty && near.all("official_untested").isEmpty)
    #expect(try near.rows("comparison").allSatisfy { $0.suffix(3) == [.number(0), .missing, .missing] })
    // One sheet fewer, and nothing is said.
    let partial = try await Self.official(
      Self.stations(Self.steady(), "design", drawn + ["North,Hall,n5,north"]),
      Self.steadyRows + rest.map { $0 + "20,0" }
    )
    .outcome()
    try expect(
      partial, "official_untested",
      "The official count, of 11 usable sheets, is not tested against the estimates: the sample is not complete, and a partial sample is not a random sample.",
      "El cómputo oficial, de 11 actas utilizables, no se pone a prueba frente a las estimaciones: la muestra no está completa, y una muestra parcial no es una muestra aleatoria."
    )
    var changed = Self.steadyRows
    changed[0] = "n1,North,Hall,n1,north,,2,18"
    try expect(
      try await Self.official(run, changed).outcome(), "official_change",
      "If all official sheets read as the sample's do, the official lead of Elm over Oak changes by −7.14 points (−21.37 to 7.08), the range at 95% confidence.",
      "Si todas las actas oficiales fueran como las de la muestra, la ventaja oficial de Elm sobre Oak cambia en −7.14 puntos (−21.37 a 7.08), el rango con una confianza del 95%."
    )
  }

  /// The official count covers three stations: the sample speaks of these alone.
  @Test func onlyTheStationsThatBothCoverAreCompared() async throws {
    let outcome = try await Self.official(Self.run(), [Self.all[1], Self.all[2], "x,North,School,n3,north,,3,17"])
      .outcome()
    // 24 of 70 votes; from the sample 2 · 6 + 2 · 15 of 2 · 20 + 2 · 30.
    let oak = try #require(outcome.rows("comparison", "oak").first)
    #expect(try near(oak[2], 2400.0 / 70) && near(oak[3], 42))
    let none = try await Self.official(Self.run(), ["q,North,Hall,q,north,,1,1"]).outcome()
    try expect(
      none, "nothing_shared",
      "No sheet of the sample is in the official count under the same key, so nothing is compared. Sheets there: 1.",
      "Ninguna acta de la muestra figura en el cómputo oficial con la misma clave, por lo que no se compara nada. Actas en él: 1."
    )
  }
}
