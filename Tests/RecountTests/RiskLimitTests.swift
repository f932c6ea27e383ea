import ModuleKit
import Statistics
import TestSupport
import Testing

@testable import Recount

/// How often a wrong outcome is let pass: no more often than the risk limit says.
struct RiskLimitTests {
  private static let risk = 0.2

  private func measuring(_ method: Measure.Method, all: Int) -> MeasuredRound.Measuring {
    MeasuredRound.Measuring(method: method, risk: Self.risk, probability: 0.9, all: all)
  }

  private func contest(_ rule: Contest.Rule) -> Contest {
    Contest("council", rule: rule, options: ["a", "b", "c"].map { .init($0, name: Text($0)) })
  }

  /// A tie that was reported as a lead, over all ways in which three rounds can come out: the risk by adding up.
  @Test(arguments: [Measure.Method.bravo, .providence], [[60, 40, 0], [52, 48, 0], [90, 10, 0], [100, 0, 0]])
  func theRiskOfATie(method: Measure.Method, reported: [Int]) throws {
    let measuring = measuring(method, all: 100)
    let assertion = Assertion.all(of: contest(.plurality), Tally(votes: reported, valid: 100, cast: 100))[0]
    let sizes = [10, 14, 18]
    func stopping(_ rounds: [Audit.Round], _ probability: Double) throws -> Double {
      if try !rounds.isEmpty && measuring.pValue(of: assertion, rounds) <= Self.risk { return probability }
      guard rounds.count < sizes.count else { return 0 }
      let size = sizes[rounds.count]
      let law = BinomialDistribution(trials: size, probability: 0.5)
      return try (0...size).reduce(0.0) { sum, votes in
        let round = Audit.Round(name: "", ballots: size, votesFor: votes, votesAgainst: size - votes)
        return sum + (try stopping(rounds + [round], probability * law.probability(of: votes)))
      }
    }
    let spent = try stopping([], 1)
    #expect(spent <= Self.risk)
    // The limit is not met by never stopping.
    #expect(spent > (reported[1] > 0 && reported[0] > 52 ? 0.01 : 0), "\(spent)")
  }

  /// A tie in which records hide the missing votes, as one vote a ballot or as two, over all counts of what is drawn.
  @Test(arguments: [0.0, 0.3, 1]) func theRiskOfHiddenErrors(shareOfTwos: Double) throws {
    let (all, margin) = (1000, 200)
    let measuring = measuring(.comparison, all: all)
    let assertion = Assertion.all(of: contest(.plurality), Tally(votes: [600, 400, 0], valid: 1000, cast: 1000))[0]
    #expect(assertion.margin == margin)
    // One ballot of two votes hides as much as two of one.
    let twos = shareOfTwos * Double(margin) / 2 / Double(all)
    let ones = (1 - shareOfTwos) * Double(margin) / Double(all)
    var spent = 0.0
    for drawn in [18, 60, 140] {
      var sum = 0.0
      for two in 0...drawn {
        let law = BinomialDistribution(trials: drawn, probability: twos).probability(of: two)
        guard law > 1e-14 else { continue }
        for one in 0...drawn - two {
          let errors = SuperSimple.Errors(oneOver: one, twoOver: two)
          let round = Audit.Round(name: "", ballots: drawn, errors: errors)
          guard try measuring.pValue(of: assertion, [round]) <= Self.risk else { continue }
          sum += law * BinomialDistribution(trials: drawn - two, probability: ones / (1 - twos)).probability(of: one)
        }
      }
      spent = max(spent, sum)
    }
    #expect(spent <= Self.risk && spent > 0.001, "\(spent)")
  }

  /// Whole audits of wrong outcomes by every rule and method, drawn ballot by ballot.
  @Test(
    arguments: [
      (Contest.Rule.plurality, [400, 400, 100, 100], [500, 350, 80, 70]),
      (.seats(2), [400, 250, 250, 100], [400, 300, 220, 80]),
      (.majority(of: .validVotes), [450, 300, 150, 100], [520, 250, 130, 100]),
      (.twoRound, [420, 450, 30, 100], [440, 380, 80, 100]),
      (.majority(of: .allVotes), [500, 250, 150, 100], [560, 220, 130, 90]),
    ] as [(Contest.Rule, [Int], [Int])], [Measure.Method.bravo, .providence, .comparison])
  func wrongOutcomesAreSeldomLetPass(_ wrong: (Contest.Rule, [Int], [Int]), method: Measure.Method) throws {
    let (rule, truth, reported) = wrong
    func tally(_ counts: [Int]) -> Tally {
      Tally(votes: Array(counts[..<3]), valid: counts[0] + counts[1] + counts[2], cast: 1000)
    }
    func marks(_ counts: [Int]) -> [BallotMark] {
      zip([BallotMark.option(0), .option(1), .option(2), .noVote], counts)
        .flatMap { Array(repeating: $0, count: $1) }
    }
    let assertions = Assertion.all(of: contest(rule), tally(reported))
    // Some assertion is not true: by the least, a tie.
    let sides = assertions.map { $0.statement.sides(of: tally(truth)) }
    #expect(assertions.allSatisfy { $0.margin > 0 } && sides.map { $0.winner - $0.loser }.min() == 0)
    let (papers, records, measuring) = (marks(truth), marks(reported), measuring(method, all: 1000))
    var random = Seeded(seed: 61)
    func passes() throws -> Bool {
      var open = assertions.map { ($0, [Audit.Round]()) }
      for size in [40, 60, 120] {
        let drawn = (0..<size).map { _ in Int(random.number(below: 1000)) }
        open = try open.compactMap { assertion, rounds in
          var round = Audit.Round(name: "", ballots: size)
          for it in drawn { round.add(paper: papers[it], record: records[it], to: assertion.statement) }
          let all = rounds + [round]
          return try measuring.pValue(of: assertion, all) <= Self.risk ? nil : (assertion, all)
        }
        if open.isEmpty { return true }
      }
      return false
    }
    let (audits, passed) = (250, try (0..<250).count { _ in try passes() })
    // A risk above the limit would be seen; chance alone goes so far once in ten thousand times.
    let chance = BinomialDistribution(trials: audits, probability: Self.risk).probability(atLeast: passed)
    #expect(chance > 1e-4, "\(passed) of \(audits)")
  }
}
