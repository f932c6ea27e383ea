import ModuleKit
import Tables
import TestSupport
import Testing

@testable import Counts

/// Numbers that a file withholds, as the operations tell of them that are made without these.
@Suite struct NumbersWithheldTests {
  private static let told = Text(
    en:
      "Sheets with numbers that the file withholds, in the official count: 2 of 4; such numbers in all: 3. This analysis is made without these.",
    es:
      "Actas con números que el archivo retiene, en el cómputo oficial: 2 de 4; números así, en total: 3. Este análisis se hace sin ellos."
  )
  private static let rows = """
    sheet,stratum,registered,votes_oak,votes_elm,published_to
    1,north,300,100,40,2020-01-01T18:00:00-06:00
    2,north,300,<10,50,2020-01-01T18:10:00-06:00
    3,north,<10,*,60,2020-01-01T18:20:00-06:00
    4,north,300,80,70,2020-01-01T18:30:00-06:00

    """

  /// An operation that reads sheets, the inputs that are these, and what else it is given.
  struct Case: Sendable, CustomTestStringConvertible {
    let operation: String, inputs: [String]
    var others: [String: String] = [:]
    var parameters: [String: Value] = [:]
    var testDescription: String { operation }
  }

  static let cases = [
    Case(operation: "sheets", inputs: ["sheets", "second_entry", "earlier"]),
    Case(operation: "timeline", inputs: ["sheets"]),
    Case(operation: "compare", inputs: ["first", "second"]),
    Case(operation: "late", inputs: ["sheets", "early", "previous"]),
    Case(operation: "screen", inputs: ["sheets", "control"]),
    Case(operation: "klimek", inputs: ["sheets"]),
    Case(
      operation: "quick_count", inputs: ["sample", "official"], others: ["strata": "stratum,stations\nnorth,40\n"],
      parameters: ["probability_sample": "stratified_random"]),
    Case(
      operation: "statements", inputs: ["sheets"],
      others: ["claims": "id,says_en,source,published_to,option\nc,it is ahead,radio,2020-01-01T18:40:00-06:00,oak\n"]),
  ]

  private func run(_ it: Case, _ text: String = rows) throws -> OperationRun {
    var declaration = DatasetDeclaration(contest: Samples.contest, track: .official)
    declaration.withheld = [WithheldText(["<10"], 0...9), WithheldText(["*"], 1...4)]
    let run = OperationRun(counts, it.operation, with: it.parameters)
    let given = try it.others.sorted { $0.key < $1.key }.reduce(run) { try $0.giving($1.value, as: $1.key) }
    return try it.inputs.reduce(given) { try $0.giving(text, as: $1, declaration) }
  }

  @Test(arguments: cases) func eachOperationSaysWhatItGoesWithout(_ it: Case) async throws {
    let outcome = try await run(it).outcome()
    let findings = outcome.findings.filter { $0.code == "numbers_withheld" }
    #expect(findings.map(\.statement) == it.inputs.map { _ in Self.told })
    #expect(findings.map(\.subject).sorted() == it.inputs.sorted())
    #expect(findings.allSatisfy { $0.evidence.flatMap(\.rows).map(\.text) == ["2", "3"] })
    // An empty field is not withheld.
    let empty = Self.rows.replacing("<10", with: "").replacing("*", with: "")
    #expect(try await !run(it, empty).outcome().codes.contains("numbers_withheld"))
  }

  /// Two tracks: the votes withheld are any that they can be.
  @Test func twoTracksWithinBounds() async throws {
    let first = "sheet,votes_oak,votes_elm\n1,100,40\n2,<10,50\n"
    func compare(_ first: String, _ second: String) async throws -> Outcome {
      try await run(Case(operation: "compare", inputs: ["first"]), first).giving(
        second, as: "second", DatasetDeclaration(contest: Samples.contest, track: .party)
      ).outcome()
    }
    let finding = try await compare(first, "sheet,votes_oak,votes_elm\n1,100,40\n2,5,50\n").one("withheld_bound")
    #expect(
      finding.statement
        == Text(
          en:
            "Votes of Oak or Elm are withheld on 1\u{A0}sheet of the official count and the party copies. Were these anywhere within their bounds, with the others as in either of the two, the margin of Oak over Elm would lie between 10\u{A0}votes and 19\u{A0}votes; without them, in the official count it is 10.",
          es:
            "Se retienen votos de Oak o Elm en 1\u{A0}acta, según el cómputo oficial y las copias de los partidos. Si estuvieran en cualquier punto entre sus cotas y los demás fueran como constan en una u otra, el margen de Oak sobre Elm estaría entre 10\u{A0}votos y 19\u{A0}votos; sin ellos, en el cómputo oficial es de 10."
        ))
    #expect(finding.values["margin"]?.interval == .hardBound)
    let both = try await compare(first + "3,20,10\n", "sheet,votes_oak,votes_elm\n1,100,40\n2,5,50\n").one("worst_case")
    #expect(
      both.statement.en.contains(
        "with the others as in either of the two and the votes withheld on 1\u{A0}sheet anywhere within their bounds, the margin of Oak over Elm would lie between \u{2212}20\u{A0}votes and 49\u{A0}votes"
      ))
    #expect(
      both.statement.es.contains(
        "fueran como constan en una u otra y los votos retenidos en 1\u{A0}acta estuvieran en cualquier punto entre sus cotas, el margen"
      ))
    // Where both tracks give the votes, nothing is open.
    let sound = try await compare(first.replacing("<10", with: "5"), "sheet,votes_oak,votes_elm\n1,100,40\n2,5,50\n")
    #expect(!sound.codes.contains("withheld_bound"))
  }

  /// Every number that a withheld one can be, held against the bounds: none passes them, and both ends are reached.
  @Test func noNumberPassesTheBounds() async throws {
    let rows = ["1,30,25", "2,<10,12", "3,14,<10"]
    let outcome = try await run(
      Case(operation: "compare", inputs: ["first", "second"]),
      "sheet,votes_oak,votes_elm\n" + rows.joined(separator: "\n")
    ).outcome()
    let bound = try outcome.one("withheld_bound").value("margin")
    // The margin without those two is 30 - 25 - 12 + 14.
    let margins = (0...9).flatMap { oak in (0...9).map { elm in 7 + oak - elm } }
    let (low, high) = (margins.min().map(Double.init), margins.max().map(Double.init))
    #expect(bound.low == low && bound.high == high)
  }
}
