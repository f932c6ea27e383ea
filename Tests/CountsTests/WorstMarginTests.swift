import ModuleKit
import Statistics
import TestSupport
import Testing

@testable import Counts

/// How far what cannot be compared could change the margins.
struct WorstMarginTests {
  private static let header = "sheet,registered,valid,votes_oak,votes_elm,votes_ash\n"

  private static func run(
    _ first: String, _ second: String, _ parameters: [String: Value] = [:], header: String = header
  ) async throws -> Outcome {
    var declaration = DatasetDeclaration(contest: Samples.threeWay, track: .official)
    let run = try OperationRun(counts, "compare").with(parameters).giving(header + first, as: "first", declaration)
    declaration.track = .party
    return try await run.giving(header + second, as: "second", declaration).outcome()
  }

  @Test func theOtherCopyStatesMore() async throws {
    let bound = try await Self.run("1,400,100,60,40,0\n2,400,10,,10,\n", "1,400,100,60,40,0\n2,400,300,10,290,0\n")
      .one("worst_case")
    #expect(try bound.value("votes").value == 400 && bound.value("shown").value == 10)
    #expect(try bound.value("margin").low == -380 && bound.value("margin").high == 420)
    let more = try await Self.run("1,,100,60,40,0\n2,5,10,,10,\n", "1,,100,60,40,0\n2,,,10,290,0\n").one("worst_case")
    #expect(try more.value("votes").value == 300)
  }

  @Test func aThirdOptionComesNearest() async throws {
    let outcome = try await Self.run("1,300,280,150,10,120\n2,115,115,0,115,0\n", "1,300,280,150,10,120\n")
    #expect(
      try outcome.one("worst_case").statement
        == Text(
          en:
            "1\u{A0}sheet cannot be compared between the official count and the party copies and can hold at most 115\u{A0}votes. Had all of these gone one way, with the others as in either of the two, the margin of Oak over Elm would lie between 25\u{A0}votes and 255\u{A0}votes; in the official count it is 25. Of all other options Ash could come nearest to Oak: at the worst, the lead of Oak over Ash would be \u{2212}85\u{A0}votes. That is enough to change who is ahead.",
          es:
            "1\u{A0}acta no pueden compararse entre el cómputo oficial y las copias de los partidos y pueden contener como máximo 115\u{A0}votos. Si todos hubieran ido a un mismo lado y las demás fueran como constan en una u otra, el margen de Oak sobre Elm estaría entre 25\u{A0}votos y 255\u{A0}votos; en el cómputo oficial es de 25. De todas las demás opciones, Ash es la que más podría acercarse a Oak: en el peor caso, la ventaja de Oak sobre Ash sería de \u{2212}85\u{A0}votos. Eso bastaría para cambiar quién va en primer lugar."
        ))
    let kept = try await Self.run("1,300,280,150,10,120\n2,29,29,0,29,0\n", "1,300,280,150,10,120\n")
    #expect(try kept.one("worst_case_keeps_order").value("least").value == 1)
    #expect(
      try kept.one("worst_case_keeps_order").statement.en.hasSuffix(
        "the lead of Oak over Ash would be 1\u{A0}vote. That cannot change who is ahead."))
  }

  /// A rival whose votes nothing bounds leaves the order open, whatever is known of the pair.
  @Test func aRivalWithoutABound() async throws {
    let outcome = try await Self.run("1,,,150,10,\n2,5,5,3,2,0\n", "1,,,150,10,\n")
    let unbounded = try outcome.one("without_bound")
    #expect(unbounded.statement.en.hasSuffix("so that the margin of Oak over Ash has no bound."))
    #expect(!outcome.codes.contains("worst_case") && !outcome.codes.contains("worst_case_keeps_order"))
  }

  @Test func theLargestNumbers() async throws {
    let most = 10_000_000_000
    let outcome = try await Self.run(
      "1,\(most),\(most),\(most),0,0\n2,\(most),,,,\n", "1,\(most),\(most),0,\(most),\(most)\n2,\(most),,,,\n")
    let margin = try outcome.one("worst_case").value("margin")
    #expect(margin.low == -20_000_000_000 && margin.high == 20_000_000_000)
  }

  @Test func drawnCopiesWithoutReadableVotesCountAsDiffering() async throws {
    let rows = (0..<50).map { "\($0),60,40,0\n" }
    let drawn = (0..<10).map { $0 < 3 ? "\($0),,,\n" : "\($0),60,40,0\n" }
    let bound = try await Self.run(
      rows.joined(), drawn.joined(), ["sampled": "random"], header: "sheet,votes_oak,votes_elm,votes_ash\n"
    ).one("sample_bound")
    #expect(
      bound.statement
        == Text(
          en:
            "Of 10\u{A0}copies drawn at random from 50\u{A0}copies, 3 count as differing from the official count, 3 of them for want of readable votes. With 95% confidence at most 29\u{A0}copies of the 50\u{A0}copies differ.",
          es:
            "De 10\u{A0}copias sorteadas entre 50\u{A0}copias, 3 cuentan como distintas de lo que consta en el cómputo oficial, 3 de ellas por no tener votos legibles. Con una confianza del 95% difieren como máximo 29\u{A0}copias de las 50\u{A0}copias."
        ))
  }

  /// Every assignment of votes to small sheets, held against the bounds: none passes them, and some attain them.
  @Test func noAssignmentPassesTheBounds() async throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<30 {
      let one = (0..<2).map { _ in (0..<3).map { _ in random.number(below: 5) } }
      let two = (0..<2).map { _ in (0..<3).map { _ in random.number(below: 5) } }
      let sizes = (0..<2).map { _ in 1 + random.number(below: 3) }
      func rows(_ votes: [[Int]]) -> String {
        votes.enumerated().map { "\($0),20,,\($1[0]),\($1[1]),\($1[2])\n" }.joined()
          + sizes.enumerated().map { "x\($0),\($1),,,,\n" }.joined()
      }
      let outcome = try await Self.run(rows(one), rows(two))
      let finding = try #require(
        outcome.findings.first { ["worst_case", "worst_case_keeps_order"].contains($0.code) })
      let totals = (0..<3).map { one[0][$0] + one[1][$0] }
      let order = (0..<3).sorted { totals[$0] > totals[$1] || totals[$0] == totals[$1] && $0 < $1 }
      let (leader, pair) = (order[0], order.prefix(2).sorted())
      var (margins, leads): (Set<Int>, Set<Int>) = ([], [])
      for choice in 0..<4 {
        let sheets = [choice & 1 == 0 ? one[0] : two[0], choice & 2 == 0 ? one[1] : two[1]]
        for first in Self.contents(sizes[0]) {
          for second in Self.contents(sizes[1]) {
            let votes = (sheets + [first, second]).reduce([0, 0, 0]) { zip($0, $1).map(+) }
            let rivals = order.dropFirst().map { votes[$0] }
            margins.insert(votes[pair[0]] - votes[pair[1]])
            leads.insert(votes[leader] - max(rivals[0], rivals[1]))
          }
        }
      }
      let margin = try finding.value("margin")
      #expect(margin.low == margins.min().map(Double.init) && margin.high == margins.max().map(Double.init))
      #expect(try finding.value("least").value == leads.min().map(Double.init))
      #expect((finding.code == "worst_case_keeps_order") == leads.allSatisfy { $0 > 0 })
      for votes in [one, two] {
        let shown = votes.reduce(0) { $0 + $1[pair[0]] - $1[pair[1]] }
        #expect(margins.contains(shown))
      }
    }
  }

  /// All that a sheet of at most `votes` votes can hold.
  private static func contents(_ votes: Int) -> [[Int]] {
    (0...votes).flatMap { oak in
      (0...votes - oak).flatMap { elm in (0...votes - oak - elm).map { [oak, elm, $0] } }
    }
  }
}
