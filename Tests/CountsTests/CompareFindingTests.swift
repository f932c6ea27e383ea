import ModuleKit
import TestSupport
import Testing

@testable import Counts

/// What `counts.compare` finds in two small tracks, and what it says.
struct CompareFindingTests {
  static let declaration = DatasetDeclaration(contest: Samples.contest, track: .official, areas: ["region", "place"])

  static func declared(_ track: Track, areas: [String] = ["region", "place"]) -> DatasetDeclaration {
    DatasetDeclaration(contest: Samples.contest, track: track, areas: areas)
  }

  private static let header = "sheet,region,place,registered,votes_oak,votes_elm,blank\n"
  /// Six sheets: 1 and 2 agree, 3 to 5 differ, 6 stands on the first track alone, 7 has no votes anywhere.
  private static let first =
    header + "1,North,School,200,60,40,1\n2,North,School,200,50,50,2\n3,North,Hall,200,70,30,3\n"
    + "4,South,Barn,200,30,60,4\n5,South,Barn,200,20,80,5\n6,South,Mill,200,10,90,6\n7,South,Mill,200,,,\n"
  private static let second =
    header + "1,North,School,200,60,40,1\n2,North,School,200,50,50,9\n3,North,Hall,200,58,30,3\n"
    + "4,South,Barn,200,60,30,4\n5,South,Barn,199,20,81,5\n8,South,Mill,200,7,3,0\n"

  static func run(_ track: Track = .party, _ parameters: [String: Value] = [:]) throws -> OperationRun {
    try OperationRun(counts, "compare").with(parameters).giving(first, as: "first", declared(.official))
      .giving(second, as: "second", declared(track))
  }

  @Test func everySentenceOfTwoSmallTracks() async throws {
    let outcome = try await Self.run().outcome()
    let sentences = outcome.findings.map { "\($0.code): \($0.statement.en)" }
    #expect(
      sentences == [
        "agreement: Of 5\u{A0}sheets that stand both in the official count and in the party copies, 2 agree in the votes of every option; on 3 those of some option differ. With valid, blank, null and cast ballots, 4 differ in something.",
        "other_register: For 1\u{A0}sheet, the official count and the party copies have another number of registered voters.",
        "option_net: The votes of Oak differ on 2\u{A0}sheets: in the official count there are 12\u{A0}votes more and 30\u{A0}votes fewer than in the party copies, \u{2212}18 net.",
        "option_net: The votes of Elm differ on 2\u{A0}sheets: in the official count there are 30\u{A0}votes more and 1\u{A0}vote fewer than in the party copies, 29 net.",
        "net_change: Held against the party copies, the margin in the official count is better for Oak on 2\u{A0}sheets, by 13\u{A0}votes in all, and better for Elm on 1\u{A0}sheet, by 60\u{A0}votes. Net, that is 47\u{A0}votes for Elm: 42.73% of the margin of 110\u{A0}votes by which Elm is ahead in the official count.",
        "large_differences: Between the official count and the party copies the margin of Oak over Elm differs by at least 10 votes on 2\u{A0}sheets; the largest difference is 60\u{A0}votes, on sheet 4.",
        "swapped: On 1\u{A0}sheet the votes of Oak and of Elm stand in each other's place in the official count and in the party copies.",
        "direction_by_sheet: Of the sheets whose margin is not the same in the official count and in the party copies, 2 are better for Oak in the first of the two and 1 for Elm. A fair coin would split them at least as unevenly with probability 1.",
        "direction_by_area: Taken by region, one sign each, the differences favour Oak in 1\u{A0}area and Elm in 1\u{A0}area. A fair coin would split them at least as unevenly with probability 1.",
        "direction_by_area: Taken by place, one sign each, the differences favour Oak in 1\u{A0}area and Elm in 1\u{A0}area. A fair coin would split them at least as unevenly with probability 1.",
        "coverage: Of 8\u{A0}sheets that are known, 5 have votes in the official count and in the party copies, 1 in the official count alone, 1 in the party copies alone and 1 in neither.",
        "coverage_bias: In the official count the margin of Oak over Elm is \u{2212}6.12\u{A0}points on the 5\u{A0}sheets that also stand in the party copies, and \u{2212}80.00\u{A0}points on the 1\u{A0}sheet that do not.",
        "coverage_bias: In the party copies the margin of Oak over Elm is 3.55\u{A0}points on the 5\u{A0}sheets that also stand in the official count, and 40.00\u{A0}points on the 1\u{A0}sheet that do not.",
        "worst_case: 3\u{A0}sheets cannot be compared between the official count and the party copies and can hold at most 600\u{A0}votes. Had all of these gone one way, with the others as in either of the two, the margin of Oak over Elm would lie between \u{2212}643\u{A0}votes and 630\u{A0}votes; in the official count it is \u{2212}110. Of all other options Oak could come nearest to Elm: at the worst, the lead of Elm over Oak would be \u{2212}630\u{A0}votes. That is enough to change who is ahead.",
      ])
    for finding in outcome.findings {
      #expect(!finding.caution.en.isEmpty && !finding.caution.es.isEmpty && !finding.statement.es.contains("{"))
      #expect([.fact, .explanation].contains(finding.tier))
    }
    #expect(outcome.figures["differences"]?.es.contains("a favor de Elm") == true)
  }

  @Test func tablesHoldEverySheetThatDiffers() async throws {
    let outcome = try await Self.run(.party, ["per": "region"]).outcome()
    let table = try #require(outcome.tables["differences"])
    #expect((0..<table.rowCount).map { table.cells($0)[0] } == ["4", "3", "5", "2"])
    #expect(
      table.cells(0) == [
        "4", "South / Barn", -60, 30, 60, 60, 30, "swapped options",
      ])
    #expect(table.cells(2).last == "options registered" && table.cells(3).last == "other_ballots")
    let areas = try #require(outcome.tables["areas"])
    #expect(try areas.texts("area")[0] == "" && areas.texts("area")[1] == "North" && areas.rowCount == 3)
    for name in areas.columnNames.dropFirst().dropLast() {
      let column = try areas.integers(name)
      #expect(column[0] == (column[1] ?? 0) + (column[2] ?? 0), "\(name)")
    }
    #expect(
      try outcome.rows("signs") == [[.missing, 2, 1, 1.0], ["region", 1, 1, 1.0], ["place", 1, 1, 1.0]])
    let coverage = try outcome.rows("coverage", "only_first")
    #expect(coverage == [["only_first", "first", 1, 200, 100, 10, 90, -80.0]])
  }

  @Test func theOrderOfTheTwoTracksTurnsEverySign() async throws {
    let turned = try await OperationRun(counts, "compare").giving(Self.second, as: "first", Self.declared(.party))
      .giving(Self.first, as: "second", Self.declared(.official)).outcome()
    let straight = try await Self.run().outcome()
    for (name, turnedName) in [("favour_a_votes", "favour_b_votes"), ("only_first", "only_second")] {
      #expect(
        try #require(straight.tables["areas"]).integers(name)[0]
          == #require(turned.tables["areas"]).integers(turnedName)[0])
    }
  }

  @Test func aStationListTellsOfSheetsThatNobodyHas() async throws {
    let list = "station,region,place,registered\n1,North,School,200\n9,South,Mill,150\n10,South,Mill,\n"
    let outcome = try await Self.run(.party, ["per": "region"])
      .giving(list, as: "stations", DatasetDeclaration(areas: ["region", "place"])).outcome()
    let coverage = try outcome.one("coverage")
    #expect(try coverage.value("neither").value == 3 && coverage.value("known").value == 10)
    let unbounded = try outcome.one("without_bound")
    #expect(try unbounded.value("unbounded").value == 1 && unbounded.value("uncompared").value == 5)
  }

  @Test func aSampleOfCopiesBoundsTheOthers() async throws {
    let rows = (1...18_128).map { "\($0),10,9\n" }
    let header = "sheet,votes_oak,votes_elm\n"
    let outcome = try await OperationRun(counts, "compare").with(["sampled": "random", "copies": 14_364])
      .giving(header + rows.joined(), as: "first", Self.declared(.official, areas: []))
      .giving(header + rows.prefix(300).joined(), as: "second", Self.declared(.party, areas: [])).outcome()
    let bound = try outcome.one("sample_bound")
    #expect(try bound.value("most").value == 141 && bound.value("outside").value == 3764)
    #expect(
      bound.statement.en
        == "Of 300\u{A0}copies drawn at random from 14,364\u{A0}copies, 0 differ from the official count. With 95% confidence at most 141\u{A0}copies of the 14,364\u{A0}copies differ; of the 3,764\u{A0}sheets outside them this says nothing."
    )
    #expect(!outcome.codes.contains("net_change") && outcome.figures.isEmpty)
  }

  /// Numbers of nothing are left out of the sentences.
  @Test func nothingIsSaidOfNone() async throws {
    let header = "sheet,registered,votes_oak,votes_elm\n"
    func outcome(_ second: String, _ parameters: [String: Value] = [:]) async throws -> Outcome {
      try await OperationRun(counts, "compare").with(parameters)
        .giving(header + "1,200,60,40\n2,200,30,20\n", as: "first", Self.declared(.official, areas: []))
        .giving(header + second, as: "second", Self.declared(.party, areas: [])).outcome()
    }
    let same = try await outcome("1,200,60,40\n2,200,30,20\n", ["sampled": "random"])
    #expect(
      try same.one("agreement").statement
        == Text(
          en:
            "Of 2\u{A0}sheets that stand both in the official count and in the party copies, 2 agree in the votes of every option. With valid, blank, null and cast ballots, none differs in anything.",
          es:
            "De 2\u{A0}actas que constan tanto en el cómputo oficial como en las copias de los partidos, 2 coinciden en los votos de todas las opciones. Con votos válidos, blancos, nulos y emitidos, ninguna difiere en nada."
        ))
    #expect(
      try same.one("coverage").statement
        == Text(
          en: "Of 2\u{A0}sheets that are known, 2 have votes in the official count and in the party copies.",
          es: "De 2\u{A0}actas conocidas, 2 tienen votos en el cómputo oficial y en las copias de los partidos."))
    #expect(
      try same.one("sample_bound").statement
        == Text(
          en:
            "Of 2\u{A0}copies drawn at random from 2\u{A0}copies, 0 differ from the official count. With 95% confidence at most 0\u{A0}copies of the 2\u{A0}copies differ.",
          es:
            "De 2\u{A0}copias sorteadas entre 2\u{A0}copias, 0 difieren de lo que consta en el cómputo oficial. Con una confianza del 95% difieren como máximo 0\u{A0}copias de las 2\u{A0}copias."
        ))
    let other = try await outcome("1,200,58,40\n")
    #expect(
      try other.one("coverage").statement
        == Text(
          en:
            "Of 2\u{A0}sheets that are known, 1 has votes in the official count and in the party copies and 1 in the official count alone.",
          es:
            "De 2\u{A0}actas conocidas, 1 tiene votos en el cómputo oficial y en las copias de los partidos y 1 solo en el cómputo oficial."
        ))
    #expect(
      try other.one("large_differences").statement
        == Text(
          en:
            "Between the official count and the party copies the margin of Oak over Elm differs by less than 10 votes on every sheet; the largest difference is 2\u{A0}votes, on sheet 1.",
          es:
            "Entre el cómputo oficial y las copias de los partidos el margen de Oak sobre Elm difiere en menos de 10 votos en todas las actas; la mayor diferencia es de 2\u{A0}votos, en el acta 1."
        ))
    #expect(
      try other.one("net_change").statement
        == Text(
          en:
            "Held against the party copies, the margin in the official count is better for Oak on 1\u{A0}sheet, by 2\u{A0}votes in all. Net, that is 2\u{A0}votes for Oak: 6.67% of the margin of 30\u{A0}votes by which Oak is ahead in the official count.",
          es:
            "Frente a las copias de los partidos, el margen en el cómputo oficial es más favorable a Oak en 1\u{A0}acta, por 2\u{A0}votos en total. En neto son 2\u{A0}votos para Oak: el 6.67% de la ventaja de 30\u{A0}votos que Oak tiene en el cómputo oficial."
        ))
  }

  /// Four sheets whose keys the other track writes with zeros, blanks or another Unicode form, and one that it lacks.
  @Test func keysWrittenInTwoWaysAreTold() async throws {
    func outcome(_ keys: [String]) async throws -> Outcome {
      func csv(_ keys: [String]) -> String {
        "sheet,votes_oak,votes_elm\n" + keys.map { "\"\($0)\",60,40\n" }.joined()
      }
      return try await OperationRun(counts, "compare")
        .giving(csv(["1", "2", "caf\u{E9}", "a b", "9"]), as: "first", Self.declared(.official, areas: []))
        .giving(csv(keys), as: "second", Self.declared(.party, areas: [])).outcome()
    }
    let alike = try await outcome(["001", "2", "cafe\u{301}", "a\u{A0}b"])
    #expect(alike.findings.first?.code == "keys_alike")
    #expect(
      try alike.one("keys_alike").statement
        == Text(
          en:
            "Keys are written in two ways: of 5\u{A0}sheets in the official count 4 have no counterpart in the party copies by their keys as they stand, and 1 once blanks, leading zeros and Unicode forms are set aside, as in “1” in the official count and “001” in the party copies.",
          es:
            "Las claves se escriben de dos formas: de 5\u{A0}actas en el cómputo oficial, 4 no tienen contraparte en las copias de los partidos según sus claves tal como están, y 1 si se prescinde de espacios, ceros a la izquierda y formas Unicode, como «1» en el cómputo oficial y «001» en las copias de los partidos."
        ))
    // Nothing is joined by it, and blanks and marks are written out.
    #expect(try alike.one("agreement").value("matched").value == 1)
    let blank = try await outcome(["1", "2", "caf\u{E9}", "a\u{A0}b", "9"]).one("keys_alike")
    #expect(blank.statement.en.hasSuffix("as in “a b” in the official count and “a‹U+A0›b” in the party copies."))
    let composed = try await outcome(["1", "2", "cafe\u{301}", "a b", "9"]).one("keys_alike")
    #expect(composed.statement.es.contains("y 0 si se prescinde"))
    #expect(composed.statement.en.hasSuffix("“cafe‹U+301›” in the party copies."))
    for keys in [["1", "2", "caf\u{E9}", "a b", "9"], ["11", "2", "cafe", "ab"]] {
      #expect(!(try await outcome(keys)).codes.contains("keys_alike"))
    }
  }

  @Test func whatCannotBeAskedIsTold() async throws {
    #expect(
      await (try Self.run(.party, ["per": "departamento"])).problems() == [
        "'per' is 'departamento', which is no area level of dataset 'first' | its levels are region and place"
      ])
    #expect(
      await (try Self.run(.party, ["copies": 10])).problems() == [
        "'copies' is given, but nothing says that the second track was drawn at random from them | say sampled: random, if it was"
      ])
    #expect(
      await (try Self.run(.party, ["copies": 5, "sampled": "random"])).problems() == [
        "the second track holds 6 sheets, which cannot be drawn from 5 copies | say under 'copies' how many they were drawn from; unless it is given, these are the sheets of the first track"
      ])
    #expect(
      await (try Self.run(.party, ["copies": 100_000_000, "sampled": "random"])).problems() == [
        "a sample from 100000000 copies is more than can be computed exactly"
      ])
    var other = Self.declared(.party)
    other.contest = Samples.threeWay
    other.contest?.id = "mayor"
    #expect(
      await (try Self.run().giving("sheet,region,place,votes_oak\n1,a,b,1\n", as: "second", other)).problems() == [
        "dataset 'second' is of contest 'mayor', 'first' of contest 'council'"
      ])
  }

  @Test func tracksWithoutACommonSheet() async throws {
    let outcome = try await OperationRun(counts, "compare").giving(Self.first, as: "first", Self.declared(.official))
      .giving(Self.header + "x,North,School,1,1,0,0\n", as: "second", Self.declared(.official)).outcome()
    #expect(
      try outcome.one("nothing_in_common").statement.en
        == "No sheet has votes both in the official count (first) and in the official count (second).")
    #expect(!outcome.codes.contains("agreement"))
  }
}
