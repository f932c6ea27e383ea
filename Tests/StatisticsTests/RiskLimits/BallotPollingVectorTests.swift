import Foundation
import Statistics
import TestSupport
import Testing

/// Published and independently computed numbers of ballot polling.
@Suite(.enabled(if: SharedFolder.isPresent, "the reference results are not beside the repository"))
struct BallotPollingVectorTests {
  private struct Quantiles: Decodable {
    struct Row: Decodable { let p_w, alpha: Double, quantiles: [String: Int], asn_formula: Double }
    let rows: [Row]
  }

  @Test func quantilesOfBravo() throws {
    let rows = try SharedFolder.decode(Quantiles.self, from: "vectors/recount/bravo_exact_quantiles.json").rows
    #expect(rows.count == 7)
    for row in rows {
      let bravo = try Bravo(share: row.p_w, risk: row.alpha)
      for (probability, size) in row.quantiles {
        #expect(bravo.quantiles([try #require(Double(probability))]) == [size], "\(row.p_w) \(probability)")
      }
      #expect(abs(bravo.averageSampleNumber / row.asn_formula - 1) < 1e-9)
    }
  }

  private struct Sizes: Decodable {
    struct Case: Decodable { let ballots, winner_ballots: Int, alpha: Double, asn: Int }
    let data: [String: Case]
  }

  @Test func averageSampleNumbers() throws {
    let cases = try SharedFolder.decode(Sizes.self, from: "vectors/recount/r2b2_asn_tests.json").data
    #expect(cases.count == 10)
    for it in cases.values {
      let bravo = try Bravo(share: Double(it.winner_ballots) / Double(it.ballots), risk: it.alpha)
      #expect(Int(bravo.averageSampleNumber.rounded(.up)) == it.asn)
    }
  }

  private struct Arlo: Decodable {
    struct Size: Decodable { let alpha, p_w, p_r, p_completion: Double, sample_w, sample_r, size: Int }
    let bravo_sample_sizes: [Size]
  }

  /// The peer's size lies between the first one with the probability and the one from which on all have it.
  @Test func sizesOfBravoInOneRound() throws {
    let sizes = try SharedFolder.decode(Arlo.self, from: "vectors/recount/arlo_bravo.json").bravo_sample_sizes
    #expect(sizes.count == 3)
    for it in sizes {
      let both = it.p_w + it.p_r
      let found = try Bravo(share: it.p_w / both, risk: it.alpha).firstRound(stopping: it.p_completion)
      let votes = Int((Double(it.size) * both).rounded(.down))
      #expect((found.first...found.stable).contains(votes), "\(found) \(it.size)")
    }
  }

  private struct Rounds: Decodable {
    struct First: Decodable { let tally: [Int], undervotes: Int?, sizes: [String: Int] }
    struct Pair: Decodable { let A, B, n: Int }
    struct Risk: Decodable { let tally: [Int], rounds: [[Int]], risk: Double }
    struct Kmins: Decodable {
      let audit: String
      let winner, ballots, A, B: Int?
      let rounds, kmins: [Int]
      let risk_expended: [Double]?
    }
    struct Next: Decodable { let audit: String, next_cumulative, next_cumulative_min, slack: Int? }
    struct Least: Decodable { let A, B: Int, alpha: Double, n: Int }
    let first_round: [First]
    let first_round_90: [Pair]
    let risk: [Risk]
    let kmins: [Kmins]
    let next_round: [Next]
    let min_sample_size: [Least]

    enum CodingKeys: String, CodingKey {
      case first_round, risk, kmins, next_round, min_sample_size
      case first_round_90 = "r2b2_first_round_sprob_0.9"
    }
  }

  private let rounds = Result { try SharedFolder.decode(Rounds.self, from: "vectors/recount/minerva_providence.json") }

  @Test func firstRoundsOfMinerva() throws {
    let vectors = try rounds.get()
    #expect(vectors.first_round.count == 4)
    for it in vectors.first_round {
      let ballots = it.tally.reduce(0, +) + (it.undervotes ?? 0)
      let both = it.tally[0] + it.tally[1]
      for (probability, size) in it.sizes {
        let found = try Minerva(share: Double(it.tally[0]) / Double(both), risk: 0.1)
          .firstRound(stopping: try #require(Double(probability)))
        let votes = Int((Double(size * both) / Double(ballots)).rounded(.down))
        #expect((found.first...found.stable).contains(votes), "\(found) \(it.tally) \(probability)")
      }
    }
    for it in vectors.first_round_90 {
      let found = try Minerva(share: Double(it.A) / Double(it.A + it.B), risk: 0.1).firstRound(stopping: 0.9)
      #expect((found.first...found.stable).contains(it.n), "\(found) \(it.n)")
    }
  }

  @Test func risksAndLeastVotes() throws {
    let vectors = try rounds.get()
    for it in vectors.risk {
      var minerva = try Minerva(share: Double(it.tally[0]) / Double(it.tally[0] + it.tally[1]), risk: 0.1)
      var (winner, votes) = (0, 0)
      for (place, round) in it.rounds.enumerated() {
        (winner, votes) = (winner + round[0], votes + round[0] + round[1])
        if place < it.rounds.count - 1 { minerva.addRound(votes) }
      }
      #expect(abs(minerva.pValue(winner: winner, of: votes) / it.risk - 1) < 1e-9)
    }
    for it in vectors.kmins {
      let winner = try #require(it.winner ?? it.A)
      let ballots = try #require(it.ballots ?? it.A.flatMap { a in it.B.map { a + $0 } })
      let share = Double(winner) / Double(ballots)
      var minerva = try Minerva(share: share, risk: 0.1)
      for round in it.rounds { minerva.addRound(round) }
      let found = it.audit == "minerva" ? minerva.rounds : try Bravo(share: share, risk: 0.1).rounds(it.rounds)
      #expect(found.map(\.leastVotes) == it.kmins)
      // Printed with four digits or five, some of them cut off and not rounded.
      for (round, risk) in zip(found, it.risk_expended ?? []) { #expect(abs(round.risk - risk) < 1e-4) }
    }
    // Where no more than all votes are asked: 840 of one peer is another question.
    #expect(
      try vectors.min_sample_size.map { try Bravo(share: Double($0.A) / Double($0.A + $0.B), risk: $0.alpha).least }
        == [13, 152])
  }

  @Test func nextRounds() throws {
    let vectors = try rounds.get()
    var minerva = try Minerva(share: 0.6, risk: 0.1)
    minerva.addRound(100)
    let next = try #require(vectors.next_round.first { $0.audit == "minerva" }?.next_cumulative)
    #expect(minerva.stopping(after: next, winner: 54) >= 0.9)
    #expect((101..<next).contains { minerva.stopping(after: $0, winner: 54) < 0.9 })
    let other = try #require(vectors.next_round.first { $0.audit == "providence" })
    let found = try Providence(share: 0.6, risk: 0.1).nextRound(winner: 54, loser: 46, stopping: 0.9)
    let size = try #require(other.next_cumulative_min) - 100
    #expect(abs(found.first - size) <= (other.slack ?? 0), "\(found)")
  }

  @Test func theRiskOfArkansas() throws {
    let minerva = try Minerva(share: 684_872 / (684_872 + 380_494), risk: 0.1)
    #expect(abs(minerva.pValue(winner: 58, of: 100) / 0.07236663990215242 - 1) < 1e-9)
  }
}
