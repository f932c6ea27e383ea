import ModuleKit
import Statistics
import TestSupport
import Testing

@testable import Recount

/// An outcome that is reported wrongly, by the least: one of its assertions is a tie.
struct WrongOutcome: Sendable, CustomTestStringConvertible {
  let name: String
  let rule: Contest.Rule
  /// Of a thousand voters those for each of three options, and those for none: as they voted, and as it was reported.
  let truth, reported: [Int]

  static let risk = 0.1
  /// The ballots of each round.
  private static let rounds = [40, 60, 120]

  static let all = [
    WrongOutcome("plurality", .plurality, [400, 400, 100, 100], [500, 350, 80, 70]),
    WrongOutcome("{seats: 2}", .seats(2), [400, 250, 250, 100], [400, 320, 200, 80]),
    WrongOutcome("majority", .majority(of: .validVotes), [450, 300, 150, 100], [520, 250, 130, 100]),
    WrongOutcome("{majority: all_votes}", .majority(of: .allVotes), [500, 250, 150, 100], [560, 220, 130, 90]),
    WrongOutcome(
      "{threshold: {share: 40, lead: 10}}, the share", .threshold(share: 40, lead: 10, outright: 50),
      [360, 270, 270, 100],
      [470, 220, 210, 100]),
    WrongOutcome(
      "{threshold: {share: 40, lead: 10}}, the lead", .threshold(share: 40, lead: 10, outright: 50),
      [420, 330, 150, 100],
      [460, 290, 150, 100]),
    WrongOutcome(
      "{threshold: {share: 40, lead: 10}}, no lead", .threshold(share: 40, lead: 10, outright: 50),
      [420, 330, 150, 100],
      [400, 390, 110, 100]),
    WrongOutcome("two_round", .twoRound, [350, 450, 100, 100], [360, 330, 210, 100]),
  ]

  private init(_ name: String, _ rule: Contest.Rule, _ truth: [Int], _ reported: [Int]) {
    (self.name, self.rule, self.truth, self.reported) = (name, rule, truth, reported)
  }

  var testDescription: String { name }

  static func contest(_ rule: Contest.Rule) -> Contest {
    Contest("council", rule: rule, options: ["a", "b", "c"].map { .init($0, name: Text($0)) })
  }

  private static func tally(_ counts: [Int]) -> Tally {
    Tally(votes: Array(counts[..<3]), valid: counts[0] + counts[1] + counts[2], cast: 1000)
  }

  private static func marks(_ counts: [Int]) -> [BallotMark] {
    zip([BallotMark.option(0), .option(1), .option(2), .noVote], counts).flatMap { Array(repeating: $0, count: $1) }
  }

  /// The assertions of the reported outcome, each with the votes by which it is true.
  var assertions: [(assertion: Assertion, truth: Int)] {
    Assertion.all(of: Self.contest(rule), Self.tally(reported)).map {
      ($0, $0.statement.margin(of: Self.tally(truth)))
    }
  }

  /// How many of `audits` by twenty batches, drawn by the bounds on their errors, meet the limit at one of sixty draws.
  ///
  /// Ballots lie in the order of what they say, so that a few batches hold all the errors.
  func passedByBatches(of audits: Int) throws -> Int {
    let (size, all) = (50, 1000)
    func tallies(_ counts: [Int]) -> [Tally] {
      let marks = Self.marks(counts)
      return stride(from: 0, to: all, by: size).map { start in
        let held = (0..<4).map { option in
          marks[start..<start + size].count { $0 == (option < 3 ? .option(option) : .noVote) }
        }
        return Tally(votes: Array(held[..<3]), valid: size - held[3], cast: size)
      }
    }
    let assertions = assertions.map(\.assertion.statement)
    let comparison = try BatchComparison(
      tallies(reported).map { tally in
        BatchComparison.Batch(
          worths: assertions.map { $0.margin(of: tally) }, least: assertions.map { $0.least * size })
      })
    let taints = tallies(truth).enumerated().map { place, tally in
      comparison.taint(of: [place], counted: assertions.map { $0.margin(of: tally) })
    }
    var ends: [Double] = []
    for bound in comparison.bounds { ends.append((ends.last ?? 0) + bound.approximation) }
    var random = Seeded(seed: 62)
    return (0..<audits).count { _ in
      let drawn = (0..<60).map { _ in
        let place = Double(random.number(below: 1 << 40)) / Double(1 << 40) * (ends.last ?? 0)
        return taints[min(taints.count - 1, ends.firstIndex { $0 > place } ?? 0)]
      }
      return comparison.pValues(taints: drawn).contains { $0 <= Self.risk }
    }
  }

  /// How many of `audits` by `method`, drawn ballot by ballot in rounds, meet the limit for every assertion.
  func passed(of audits: Int, _ method: Measure.Method) throws -> Int {
    let measuring = MeasuredRound.Measuring(method: method, risk: Self.risk, probability: 0.9, all: 1000)
    let (papers, records, assertions) = (Self.marks(truth), Self.marks(reported), assertions.map(\.assertion))
    var random = Seeded(seed: 61)
    return try (0..<audits).count { _ in
      var open = assertions.map { ($0, [Audit.Round]()) }
      for size in Self.rounds where !open.isEmpty {
        let drawn = (0..<size).map { _ in random.number(below: 1000) }
        open = try open.compactMap { assertion, rounds in
          var round = Audit.Round(name: "", ballots: size)
          for it in drawn { round.add(paper: papers[it], record: records[it], to: assertion.statement) }
          let all = rounds + [round]
          return try measuring.pValue(of: assertion, all) <= Self.risk ? nil : (assertion, all)
        }
      }
      return open.isEmpty
    }
  }
}
