import Diagnostics
import Foundation
import Statistics
import TestSupport
import Testing

/// BRAVO, Minerva and Providence against a plain table of every path, and against themselves.
struct BallotPollingTests {
  /// P(stopped) after each vote, by a table of every count of winner's votes.
  private func stopping(share: Double, risk: Double, votes: Int) -> [Double] {
    let (up, down) = (log(2 * share), log(2 * (1 - share)))
    var (alive, stopped, out) = ([1.0], 0.0, [Double]())
    for vote in 1...votes {
      var next = [Double](repeating: 0, count: vote + 1)
      for (winner, it) in alive.enumerated() {
        next[winner] += it * (1 - share)
        next[winner + 1] += it * share
      }
      for winner in next.indices where Double(winner) * up + Double(vote - winner) * down >= -log(risk) {
        stopped += next[winner]
        next[winner] = 0
      }
      out.append(stopped)
      alive = next
    }
    return out
  }

  @Test(arguments: [(0.9, 0.1), (0.7, 0.05), (0.6, 0.1), (0.56, 0.2), (0.53, 0.3)])
  func theWalkUnderABarrierIsTheTableOfAllPaths(share: Double, risk: Double) throws {
    let table = stopping(share: share, risk: risk, votes: 700)
    let probabilities = [0.05, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9].filter { $0 < (table.last ?? 0) }
    #expect(probabilities.count > 3)
    let quantiles = try Bravo(share: share, risk: risk).quantiles(probabilities)
    #expect(quantiles == probabilities.map { probability in (table.firstIndex { $0 >= probability } ?? 0) + 1 })
  }

  @Test func aWinnerWithAllVotesStopsAtTheFirstChance() throws {
    let bravo = try Bravo(share: 1, risk: 0.1)
    #expect(bravo.quantiles([0.5, 0.9]) == [4, 4])
    #expect(bravo.least == 4)
    #expect(bravo.pValue(winner: 4, loser: 0) == 0.0625)
    #expect(bravo.pValue(winner: 40, loser: 1) == 1)
  }

  @Test(arguments: [0.5, 0.49, 1.01, .nan]) func racesThatCannotBeAudited(share: Double) {
    do {
      _ = try Bravo(share: share, risk: 0.1)
      Issue.record("there is no such race")
    } catch {
      #expect(error.text.code == "C010")
      #expect(
        error.message
          == "a share of \(share) at a risk of 0.1 cannot be audited: the share must be above 1/2, the risk between 0 and 1"
      )
    }
  }

  /// The stopping rules of any schedule spend less than the risk, and a Minerva round stops where a BRAVO round does.
  @Test(arguments: 0..<12) func riskIsNeverOverspent(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let share = Double.random(in: 0.52...0.8, using: &random)
    let risk = [0.05, 0.1, 0.2].randomElement(using: &random) ?? 0.1
    var votes = 0
    let sizes = (0..<4).map { _ in
      votes += Int.random(in: 10...150, using: &random)
      return votes
    }
    var minerva = try Minerva(share: share, risk: risk)
    for size in sizes { minerva.addRound(size) }
    let bravo = try Bravo(share: share, risk: risk).rounds(sizes)
    for (mine, theirs) in zip(minerva.rounds, bravo) {
      #expect(mine.risk <= risk)
      #expect(theirs.risk <= mine.risk)
      #expect(mine.leastVotes <= theirs.leastVotes)
      #expect(mine.stopping >= theirs.stopping)
    }
    let first = sizes[0]
    let least = minerva.rounds[0].leastVotes
    if least <= first {
      #expect(try Minerva(share: share, risk: risk).pValue(winner: least, of: first) <= risk)
      #expect(try Minerva(share: share, risk: risk).pValue(winner: least - 1, of: first) > risk)
      // The first rounds of Minerva and Providence are one.
      let providence = try Providence(share: share, risk: risk).pValue([(least, first - least)])
      let ratio = try Minerva(share: share, risk: risk).pValue(winner: least, of: first)
      #expect(abs(providence / ratio - 1) < 1e-10)
    }
  }

  /// Every size up to one far beyond, looked at.
  @Test(arguments: [(0.75, 0.7), (0.65, 0.9), (0.6, 0.8)])
  func bothStoppingSizesAreThoseOfEverySizeLookedAt(share: Double, probability: Double) throws {
    let found = try Minerva(share: share, risk: 0.1).firstRound(stopping: probability)
    let bravo = try Bravo(share: share, risk: 0.1).firstRound(stopping: probability)
    let sizes = 1...600
    func check(_ found: StoppingSize, _ stopping: (Int) throws -> Double) throws {
      let holds = try sizes.map { try stopping($0) >= probability }
      #expect(found.first == (holds.firstIndex(of: true) ?? 0) + 1)
      #expect(found.stable == (holds.lastIndex(of: false) ?? 0) + 2)
    }
    try check(found) { size in
      var minerva = try Minerva(share: share, risk: 0.1)
      minerva.addRound(size)
      return minerva.rounds[0].stopping
    }
    try check(bravo) { try Bravo(share: share, risk: 0.1).rounds([$0])[0].stopping }
  }

  /// Ties of which one in ten was to be confirmed: of 4,000 audits in four rounds, no more than 1 in 10 and what chance adds.
  @Test func tiesAreSeldomConfirmed() throws {
    let (share, risk, sizes) = (0.6, 0.1, [60, 130, 200, 320])
    var minerva = try Minerva(share: share, risk: risk)
    for size in sizes { minerva.addRound(size) }
    let providence = try Providence(share: share, risk: risk)
    var random = Seeded(seed: 2008_02315)
    var (byMinerva, byProvidence) = (0, 0)
    for _ in 0..<4000 {
      var (winner, drawn, rounds) = (0, 0, [(winner: Int, loser: Int)]())
      var stopped = (false, false)
      for round in minerva.rounds {
        let votes = (drawn..<round.votes).reduce(0) { sum, _ in sum + (Bool.random(using: &random) ? 1 : 0) }
        rounds.append((votes, round.votes - drawn - votes))
        (winner, drawn) = (winner + votes, round.votes)
        if winner >= round.leastVotes { stopped.0 = true }
        if providence.pValue(rounds) <= risk { stopped.1 = true }
      }
      byMinerva += stopped.0 ? 1 : 0
      byProvidence += stopped.1 ? 1 : 0
    }
    // Four standard deviations above 400.
    #expect(byMinerva <= 476)
    #expect(byProvidence <= 476)
    #expect(abs(Double(byMinerva) - 4000 * (minerva.rounds.last?.risk ?? 0)) <= 76)
  }
}
