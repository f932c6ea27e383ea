import Diagnostics
import Foundation
import Statistics
import TestSupport
import Testing

/// Comparisons of ballots and of batches, without the reference files.
struct ComparisonTests {
  @Test func marginsThatCannotBeAudited() {
    for (votes, ballots) in [(0, 10), (-1, 10), (11, 10)] {
      do {
        _ = try SuperSimple(votes: votes, of: ballots)
        Issue.record("there is no such margin")
      } catch {
        #expect(error.text.code == "C011")
        #expect(error.message == "a margin of \(votes) votes of \(ballots) ballots cannot be audited")
      }
    }
  }

  /// Where votes have weights, a ballot can hold more than half of what two can differ by; the limit holds there too, over all draws
  /// from ballots whose errors make up the margin.
  @Test func marginsOfWeights() throws {
    #expect(throws: StatisticsError.margin(41, of: 10)) { try SuperSimple(votes: 41, of: 10, span: 5) }
    for votes in [20, 30, 40] {
      let (audit, share) = (try SuperSimple(votes: votes, of: 10, span: 5), Double(votes) / 50)
      var (open, spent) = ([0: 1.0], 0.0)
      for drawn in 1...30 {
        var next: [Int: Double] = [:]
        for (wrong, probability) in open.sorted(by: { $0.key < $1.key }) {
          for (after, part) in [(wrong, 1 - share), (wrong + 1, share)] {
            var errors = SuperSimple.Errors()
            errors[5] = after
            if audit.pValue(drawn, errors) <= 0.2 {
              spent += probability * part
            } else {
              next[after, default: 0] += probability * part
            }
          }
        }
        open = next
      }
      #expect(spent > 0.01 && spent <= 0.2, "\(votes): \(spent)")
    }
  }

  /// The p-value of the size is below the risk, and errors of opposite signs nearly cancel.
  @Test(arguments: [0.01, 0.05, 0.1, 0.2], [3, 50, 400]) func sizesAreEnough(risk: Double, votes: Int) throws {
    let audit = try SuperSimple(votes: votes, of: 1000)
    for over in 0...3 {
      let errors = SuperSimple.Errors(oneOver: over, oneUnder: 1)
      #expect(audit.pValue(audit.sampleSize(risk: risk, errors), errors) <= risk)
    }
    #expect(audit.pValue(0) == 1)
  }

  /// A batch of so many ballots, reported with these votes: the first option is ahead of each other.
  private static func batch(_ ballots: Int, _ votes: [Int]) -> BatchComparison.Batch {
    let worths = votes.dropFirst().map { votes[0] - $0 }
    return BatchComparison.Batch(worths: worths, least: worths.map { _ in -ballots })
  }

  /// A batch reported as the two examples of the literature: three contests on the same batches.
  @Test(arguments: [
    ([(200, 200, 180, 400), (200, 100, 90, 200)], 21, 29, 30, 0.23137744865585777),
    ([(100, 200, 160, 400), (100, 100, 80, 200)], 11, 15, 30, 0.057308553301168026),
    ([(30, 200, 140, 400), (30, 100, 70, 200)], 7.666666666666667, 10, 36, 0.006529467240262363),
  ])
  func boundsAndPValuesOfBatches(
    kinds: [(count: Int, winner: Int, loser: Int, ballots: Int)], total: Double, size: Int, clean: Int, p: Double
  ) throws {
    let batches = kinds.flatMap { kind in
      Array(
        repeating: Self.batch(kind.ballots, [kind.winner, kind.loser]), count: kind.count)
    }
    let comparison = try BatchComparison(batches)
    #expect(abs(comparison.total.approximation - total) < 1e-12)
    #expect(comparison.sampleSize(risk: 0.25) == size)
    #expect(abs((comparison.pValues(taints: Array(repeating: 0, count: clean)).last ?? 0) / p - 1) < 1e-9)
    #expect(comparison.sampleSize(risk: 0.25, after: [0, 0, 0, 0]) == size - 4)
    // A batch that holds the worst it can ends the audit.
    #expect(comparison.pValues(taints: [0, 1, 0]).last == 1)
    #expect(comparison.sampleSize(risk: 0.25, after: [1]) == .max)
  }

  /// A taint of 1/U, as that of a batch of 200 to 180 that holds 190 to 190, neither helps nor harms.
  @Test func aTaintOfTheMarginsShareIsNoEvidence() throws {
    let batches =
      Array(repeating: Self.batch(400, [200, 180]), count: 200)
      + Array(repeating: Self.batch(200, [100, 90]), count: 200)
    let comparison = try BatchComparison(batches)
    let taint = comparison.taint(of: [0], counted: [0])
    #expect(taint == 1.0 / 21)
    #expect(comparison.pValues(taints: [taint]) == [1])
    // Two batches that were mixed hide as much together.
    #expect(comparison.taint(of: [0, 1], counted: [0]) == 1.0 / 21)
    #expect(throws: StatisticsError.margin(0, of: 20)) { try BatchComparison([Self.batch(20, [10, 10])]) }
    #expect(throws: StatisticsError.margin(0, of: 0)) { try BatchComparison([Self.batch(20, [10])]) }
    #expect(throws: StatisticsError.votes(-1)) { try BatchComparison([.init(worths: [-21], least: [-20])]) }
  }

  /// No change of any batch moves the margin by more than the bounds say, whatever it holds: brute force over two rivals.
  @Test func noBatchErrsByMoreThanItsBound() throws {
    let comparison = try BatchComparison([Self.batch(6, [4, 1, 1]), Self.batch(5, [2, 2, 0])])
    for (place, ballots) in [6, 5].enumerated() {
      for a in 0...ballots {
        for b in 0...ballots - a {
          for c in 0...ballots - a - b {
            #expect(comparison.error(of: [place], counted: [a - b, a - c]) <= comparison.bounds[place])
          }
        }
      }
    }
  }

  @Test func paddedProductsOfKaplanAndMarkov() {
    let ones = [1.0, 1, 1, 1, 1]
    #expect(abs((KaplanMarkov(mean: 0.5).pValues(ones).last ?? 0) - 0.03125) < 1e-15)
    let padded = KaplanMarkov(mean: 0.5, pad: 0.1).pValues(ones + [0])
    #expect(abs(padded[4] / 0.048282842081079885 - 1) < 1e-12)
    #expect(abs(padded[5] / 0.2896970524864793 - 1) < 1e-12)
  }

  /// Against every mixture on a fine grid.
  @Test(arguments: [(19, 2, 0.04), (10, 0, 0.2), (30, 5, 0.1), (8, 8, 0.5)])
  func theTrinomialMaximumIsThatOfAGrid(drawn: Int, tainted: Int, size: Double) throws {
    let bound = try TrinomialBound(drawn: drawn, tainted: tainted, size: size)
    for mean in [0.02, 0.1, 0.3] {
      var best = 0.0
      for step in 0...4000 {
        let q = min(mean / size, (1 - mean) / (1 - size)) * Double(step) / 4000
        let none = max(0, 1 - mean - (1 - size) * q)
        var (term, sum) = (pow(none, Double(drawn)), 0.0)
        for count in 0...tainted {
          sum += term
          term =
            count < drawn
            ? Self.choose(drawn, count + 1) * pow(q, Double(count + 1)) * pow(none, Double(drawn - count - 1)) : 0
        }
        best = max(best, sum)
      }
      let found = bound.pValue(mean: mean)
      #expect(found >= best - 1e-12)
      #expect(found <= best * (1 + 1e-5))
    }
    #expect(throws: StatisticsError.found(drawn + 1, drawn: drawn)) {
      try TrinomialBound(drawn: drawn, tainted: drawn + 1, size: size)
    }
  }

  /// Two in three of many batches are tainted, as they would be at that mean: powers that are too small for a number do
  /// not make that unlikely.
  @Test func theTrinomialBoundOfManyBatches() throws {
    #expect(try TrinomialBound(drawn: 1000, tainted: 667, size: 0.5).pValue(mean: 0.33) > 0.5)
    #expect(try TrinomialBound(drawn: 1000, tainted: 1000, size: 0.5).pValue(mean: 0.5) == 1)
  }

  private static func choose(_ n: Int, _ k: Int) -> Double {
    (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
  }
}

/// Reference values of comparisons.
@Suite(.enabled(if: SharedFolder.isPresent, "the reference results are not beside the repository"))
struct ComparisonVectorTests {
  private struct Formula: Decodable {
    struct PValue: Decodable { let n, o1, u1, o2, u2, margin, N: Int, gamma: Double, below, p: Double? }
    struct Least: Decodable { let alpha: Double, o1, u1, o2, u2, margin, N, n: Int }
    struct Rates: Decodable { let alpha, r1, r2, s1, s2: Double, margin, N: Int, n: Int? }
    let pvalue: [PValue]
    let nmin: [Least]
    let nmin_rates: [Rates]
  }

  @Test func superSimple() throws {
    let vectors = try SharedFolder.decode(Formula.self, from: "vectors/recount/super_simple_formula.json")
    #expect(vectors.pvalue.count == 3)
    for it in vectors.pvalue {
      let errors = SuperSimple.Errors(oneOver: it.o1, twoOver: it.o2, oneUnder: it.u1, twoUnder: it.u2)
      // The published value is that of the sum of its votes, 354,040 + 337,589 + 33,234; the file has one ballot fewer.
      let ballots = it.N == 724_862 ? 724_863 : it.N
      let p = try SuperSimple(votes: it.margin, of: ballots, gamma: it.gamma).pValue(it.n, errors)
      if let below = it.below { #expect(p < below) }
      if let expected = it.p { #expect(abs(p / expected - 1) < 1e-9) }
    }
    for it in vectors.nmin {
      let errors = SuperSimple.Errors(oneOver: it.o1, twoOver: it.o2, oneUnder: it.u1, twoUnder: it.u2)
      #expect(try SuperSimple(votes: it.margin, of: it.N).sampleSize(risk: it.alpha, errors) == it.n)
    }
    for it in vectors.nmin_rates {
      let found = try SuperSimple(votes: it.margin, of: it.N).sampleSize(
        risk: it.alpha, oneOver: it.r1, twoOver: it.r2, oneUnder: it.s1, twoUnder: it.s2)
      #expect(found == it.n)
    }
  }

  private struct Arlo: Decodable {
    struct Case: Decodable {
      let contest: [String: Int]
      let diluted_margin: Double
      let n_default_rates_rl10: Int
      let p_no_discrep, p_one_vote_over, p_two_vote_over: Double
    }
    let cases: [Case]
  }

  @Test func theContestsOfArlo() throws {
    let cases = try SharedFolder.decode(Arlo.self, from: "vectors/recount/arlo_supersimple.json").cases
    #expect(cases.count == 4)
    for it in cases {
      let ballots = try #require(it.contest["ballots"])
      let audit = try SuperSimple(votes: Int((it.diluted_margin * Double(ballots)).rounded()), of: ballots)
      let size = it.n_default_rates_rl10
      #expect(
        audit.sampleSize(
          risk: 0.1, oneOver: 0.001, twoOver: 0.0001, oneUnder: 0.001, twoUnder: 0.0001, roundingUp: true) == size)
      #expect(abs(audit.pValue(size) - it.p_no_discrep) < 1e-3)
      #expect(abs(audit.pValue(size, .init(oneOver: 1)) - it.p_one_vote_over) < 1e-3)
      #expect(abs(audit.pValue(size, .init(twoOver: 1)) - it.p_two_vote_over) < 1e-3)
    }
  }

  private struct SantaCruz: Decodable {
    let n, k: Int
    let d, U, exact_p, exact_bound_25pct, km_p_negatives_allowed, km_p_negatives_zeroed: Double
    let taints: [[Double]]
  }

  @Test func theBatchesOfSantaCruz() throws {
    let it = try SharedFolder.decode(SantaCruz.self, from: "vectors/recount/trinomial_santa_cruz.json")
    let bound = try TrinomialBound(drawn: it.n, tainted: it.k, size: it.d)
    #expect(abs(bound.pValue(mean: 1 / it.U) / it.exact_p - 1) < 1e-9)
    #expect(abs(bound.upperBound(risk: 0.25) / it.exact_bound_25pct - 1) < 1e-9)
    // Draws with a taint t are numbers 1 − t, of which the mean is 1 − 1/U if errors make up the margin.
    let numbers = it.taints.flatMap { Array(repeating: 1 - $0[0], count: Int($0[1])) }
    let test = KaplanMarkov(mean: 1 - 1 / it.U)
    #expect(abs((test.pValues(numbers).last ?? 0) / it.km_p_negatives_allowed - 1) < 1e-9)
    #expect(abs((test.pValues(numbers.map { min($0, 1) }).last ?? 0) / it.km_p_negatives_zeroed - 1) < 1e-9)
  }
}
