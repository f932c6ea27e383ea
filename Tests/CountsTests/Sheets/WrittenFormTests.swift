import ModuleKit
import Statistics
import TestSupport
import Testing

@testable import Counts

/// Keys and areas that are written in two ways, and sheets filled with zeros, as `counts.sheets` tells of them.
struct WrittenFormTests {
  @Test(arguments: [
    ("2", "2 "), ("2", "\u{A0}2"), ("2", "002"), ("caf\u{E9}", "cafe\u{301}"), ("a 1", "a\u{2009}\u{202F}01"),
    ("0", "00"),
    ("2", "\u{FEFF}2"),
  ]) func oneFormOfTwoKeys(_ key: String, _ other: String) { #expect(KeyForm(key) == KeyForm(other)) }

  @Test(arguments: [("2", "20"), ("0", ""), ("a1", "a01"), ("12", "1 2"), ("a", "A"), ("e", "\u{E9}")])
  func keysOfTwoForms(_ key: String, _ other: String) { #expect(KeyForm(key) != KeyForm(other)) }

  /// What can be told at a glance has the form that it would have otherwise: a blank before it is no part of a key.
  @Test func aGlanceGivesTheSameForm() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<2_000 {
      let key = String((0..<Int.random(in: 0...6, using: &random)).map { _ in "01a  é".randomElement(using: &random)! })
      #expect(KeyForm(key) == KeyForm("\u{2009}" + key), "\(key)")
    }
  }

  /// Areas of three levels against the same count by whole paths.
  @Test(arguments: 1...20) func areasOfSeveralLevelsAreThoseOfTheirPaths(_ seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    let names = ["A", "A ", "1", "01", "B", "B  C", "B C"]
    let rows = (0..<40).map { _ in (0..<3).map { _ in names.randomElement(using: &random)! } }
    let declaration = DatasetDeclaration(
      contest: Samples.contest, track: .official, areas: ["region", "town", "place"])
    let text = rows.enumerated().map { "\($0),\($1.joined(separator: ",")),60,40\n" }.joined()
    let outcome = try await OperationRun(counts, "sheets")
      .giving("sheet,region,town,place,votes_oak,votes_elm\n" + text, as: "sheets", declaration).outcome()
    let paths = Set(rows.flatMap { row in (1...3).map { Array(row.prefix($0)) } })
    let forms = Set(paths.map { $0.map(KeyForm.init) })
    let alike = try outcome.one("areas_alike")
    #expect(try alike.value("as_written").value == Double(paths.count))
    #expect(try alike.value("folded").value == Double(forms.count))
  }

  private func run(_ sheets: String, _ stations: String? = nil) throws -> OperationRun {
    let declaration = DatasetDeclaration(contest: Samples.contest, track: .official, areas: ["region"])
    let run = try OperationRun(counts, "sheets").giving(sheets, as: "sheets", declaration)
    return try stations.map { try run.giving($0, as: "stations", DatasetDeclaration()) } ?? run
  }

  /// 120 stations, of which a spreadsheet changed the keys 1 to 99.
  @Test func leadingZerosAreToldBeforeStationsAreMissing() async throws {
    let sheets = (1...120).map { "\($0),R,60,40\n" }.joined()
    let list = (1...120).map { "\(String(1_000 + $0).dropFirst())\n" }.joined()
    let outcome = try await run("sheet,region,votes_oak,votes_elm\n" + sheets, "station\n" + list).outcome()
    #expect(outcome.findings.first?.code == "keys_alike")
    let alike = try outcome.one("keys_alike")
    #expect(
      alike.statement.en
        == "Keys are written in two ways: of 120\u{A0}stations on the list 99 have no sheet by their keys as they stand, and 0 once blanks, leading zeros and Unicode forms are set aside, as in “001” on the list and “1” on a sheet."
    )
    #expect(
      alike.statement.es
        == "Las claves se escriben de dos formas: de 120\u{A0}mesas de la lista, 99 no tienen acta según sus claves tal como están, y 0 si se prescinde de espacios, ceros a la izquierda y formas Unicode, como «001» en la lista y «1» en un acta."
    )
    // Nothing is joined by it.
    #expect(try outcome.one("stations_without_sheet").value("failed").value == 99)
  }

  @Test func blanksAndCompositionOfAreasAreSeen() async throws {
    let outcome = try await run(
      "sheet,region,votes_oak,votes_elm\n1,Caf\u{E9},60,40\n2,Cafe\u{301},50,50\n3,Caf\u{E9} Sur,1,2\n4,Caf\u{E9}\u{A0}Sur,1,2\n"
    ).outcome()
    let alike = try outcome.one("areas_alike")
    #expect(try alike.value("as_written").value == 4 && alike.value("folded").value == 2)
    #expect(
      alike.statement.en
        == "Areas are written in more than one way: 4\u{A0}areas as they stand are 2 once blanks, leading zeros and Unicode forms are set aside, as in “Cafe‹U+301›” and “Caf\u{E9}”."
    )
  }

  @Test func sheetsFilledWithZerosAreNoHospitals() async throws {
    let outcome = try await run(
      "sheet,region,registered,cast,votes_oak,votes_elm\n1,R,300,200,120,80\n2,R,250,0,0,0\n3,R,0,0,0,0\n4,R,200,,0,0\n5,R,200,9,0,0\n"
    ).outcome()
    let zeros = try outcome.one("zero_filled")
    #expect(
      zeros.statement.en
        == "Filled with zeros: 2\u{A0}sheets of 5. They have 450 registered voters and no vote for anybody; sheets that were not counted, or not typed in, look like this."
    )
    #expect(
      zeros.statement.es
        == "Llenas de ceros: 2\u{A0}actas de 5. Tienen 450 inscritos y ningún voto para nadie; así se ven las actas que no se contaron o no se digitaron."
    )
    #expect(
      try outcome.one("extremes").caution.en.hasSuffix("sheets with voters and zeros alone are told of apart."))
  }

  /// What no sheet has is not told, unless no sheet has any of it.
  @Test func extremesThatNoSheetHasAreNotTold() async throws {
    func extremes(_ rows: String) async throws -> Text {
      try await run("sheet,region,registered,cast,valid,votes_oak,votes_elm\n" + rows).outcome().one("extremes")
        .statement
    }
    #expect(
      try await extremes("1,R,300,200,200,120,80\n2,R,250,0,0,0,0\n3,R,90,90,90,90,0\n4,R,80,60,60,60,0\n")
        == Text(
          en:
            "Of 4\u{A0}sheets, 1 gives zero ballots, 1 gives zero valid votes, 1 has as many ballots issued or cast as registered voters and 2 have every ballot for Oak.",
          es:
            "De 4\u{A0}actas, 1 indica cero votos emitidos, 1 indica cero votos válidos, 1 tiene tantas papeletas entregadas o votos emitidos como inscritos y 2 tienen todos los votos para Oak."
        ))
    #expect(
      try await extremes("1,R,300,200,200,120,80\n")
        == Text(
          en:
            "Of 1\u{A0}sheet, none gives zero registered voters, ballots or valid votes, has as many ballots as registered voters, or has every ballot for Oak.",
          es:
            "De 1\u{A0}acta, ninguna indica cero inscritos, votos emitidos o votos válidos, ni tiene tantos votos como inscritos, ni todos los votos para Oak."
        ))
  }

  /// A file with votes and ballots cast, without valid or null votes.
  @Test func votesBeyondTheBallotsAreAFailure() async throws {
    let outcome = try await run("sheet,region,cast,votes_oak,votes_elm\n1,R,400,300,200\n2,R,600,300,200\n").outcome()
    #expect(
      try outcome.one("votes_within_cast").statement.en.hasPrefix(
        "On 1\u{A0}sheet of 2 checked, the votes of the options, or the valid votes, are more than the ballots cast."))
    #expect(
      try outcome.rows("failures", "votes_within_cast") == [
        ["votes_within_cast", "1", "R", "cast", 400, 500, .missing, 100]
      ])
  }
}
