import Foundation
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

  /// A tie that was reported as a lead, over all ways in which three rounds can come out: the risk by adding up.
  @Test(arguments: [Measure.Method.bravo, .providence], [[60, 40, 0], [52, 48, 0], [90, 10, 0], [100, 0, 0]])
  func theRiskOfATie(method: Measure.Method, reported: [Int]) throws {
    let measuring = measuring(method, all: 100)
    let assertion = Assertion.all(of: WrongOutcome.contest(.plurality), Tally(votes: reported, valid: 100, cast: 100))[
      0]
    let sizes = [10, 14, 18]
    func stopping(_ rounds: [Audit.Round], _ probability: Double) throws -> Double {
      if try !rounds.isEmpty && measuring.pValue(of: assertion, rounds) <= Self.risk { return probability }
      guard rounds.count < sizes.count else { return 0 }
      let size = sizes[rounds.count]
      let law = BinomialDistribution(trials: size, probability: 0.5)
      return try (0...size).reduce(0.0) { sum, votes in
        let round = Audit.Round(name: "", ballots: size, worths: [1: votes, -1: size - votes])
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
    let assertion = Assertion.all(
      of: WrongOutcome.contest(.plurality), Tally(votes: [600, 400, 0], valid: 1000, cast: 1000))[0]
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

  @Test(arguments: WrongOutcome.all) func theyAreWrongByTheLeast(wrong: WrongOutcome) {
    #expect(wrong.assertions.allSatisfy { $0.assertion.margin > 0 })
    #expect(wrong.assertions.map(\.truth).min() == 0)
  }

  /// A risk above the limit would be seen; chance alone goes so far once in ten thousand times.
  @Test(arguments: WrongOutcome.all, Measure.Method.allCases)
  func wrongOutcomesAreSeldomLetPass(wrong: WrongOutcome, method: Measure.Method) throws {
    let (audits, passed) = (250, try wrong.passed(of: 250, method))
    let chance = BinomialDistribution(trials: audits, probability: WrongOutcome.risk).probability(atLeast: passed)
    #expect(chance > 1e-4, "\(passed) of \(audits)")
  }

  /// `Docs/methods/recount.md` has the same for ten thousand audits each; `VEEDOR_UPDATE_DOCS=1` draws them and writes the table.
  @Test func thePageHasTenThousand() throws {
    let path = Repository.path + "/Docs/methods/recount.md"
    let parts = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "<!-- risks -->")
    try #require(parts.count == 3)
    if ProcessInfo.processInfo.environment["VEEDOR_UPDATE_DOCS"] != nil {
      try (parts[0] + "<!-- risks -->\n" + table() + "<!-- risks -->" + parts[2])
        .write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    let rows = parts[1].split(separator: "\n").dropFirst(2).map {
      $0.split(separator: "|").map { $0.dropFirst().dropLast() }
    }
    #expect(rows.map { String($0[0]) } == WrongOutcome.all.map { "`\($0.name)`" })
    for cell in rows.flatMap({ $0.dropFirst() }) {
      let passed = try #require(cell.split(separator: " ").first.flatMap { Int($0) })
      #expect(ClopperPearson(passed, of: 10_000).high <= WrongOutcome.risk)
      #expect(cell == Self.cell(passed))
    }
  }

  @Test(arguments: WrongOutcome.all) func wrongOutcomesAreSeldomLetPassByBatches(wrong: WrongOutcome) throws {
    let (audits, passed) = (500, try wrong.passedByBatches(of: 500))
    let chance = BinomialDistribution(trials: audits, probability: WrongOutcome.risk).probability(atLeast: passed)
    #expect(chance > 1e-4, "\(passed) of \(audits)")
  }

  /// The same for batches.
  @Test func thePageHasTenThousandByBatches() throws {
    let path = Repository.path + "/Docs/methods/recount.md"
    let parts = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "<!-- batch risks -->")
    try #require(parts.count == 3)
    if ProcessInfo.processInfo.environment["VEEDOR_UPDATE_DOCS"] != nil {
      let rows = try WrongOutcome.all.map { "| `\($0.name)` | \(Self.cell(try $0.passedByBatches(of: 10_000))) |" }
      let table = (["| rule | batches (MACRO) |", "|---|---|"] + rows).joined(separator: "\n")
      try (parts[0] + "<!-- batch risks -->\n" + table + "\n<!-- batch risks -->" + parts[2])
        .write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    let rows = parts[1].split(separator: "\n").dropFirst(2).map {
      $0.split(separator: "|").map { $0.dropFirst().dropLast() }
    }
    #expect(rows.map { String($0[0]) } == WrongOutcome.all.map { "`\($0.name)`" })
    for row in rows {
      let passed = try #require(row[1].split(separator: " ").first.flatMap { Int($0) })
      #expect(ClopperPearson(passed, of: 10_000).high <= WrongOutcome.risk)
      #expect(row[1] == Self.cell(passed))
    }
  }

  private static func cell(_ passed: Int) -> String {
    let high = 100 * ClopperPearson(passed, of: 10_000).high
    return "\(passed) (\(Language.english.number(high, places: 2)) %)"
  }

  private func table() throws -> String {
    var lines = [
      "| rule | " + Measure.Method.allCases.map(\.text.en).joined(separator: " | ") + " |",
      "|---|" + Measure.Method.allCases.map { _ in "---|" }.joined(),
    ]
    for wrong in WrongOutcome.all {
      let cells = try Measure.Method.allCases.map { Self.cell(try wrong.passed(of: 10_000, $0)) }
      lines.append("| `\(wrong.name)` | " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
