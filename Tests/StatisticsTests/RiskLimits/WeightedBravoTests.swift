import Statistics
import Testing

/// Ballots that have weights.
struct WeightedBravoTests {
  /// With the weights 1 and −1 it is BRAVO.
  @Test func withoutWeightsItIsBravo() throws {
    let (weighted, bravo) = (
      try WeightedBravo(votes: [1: 600, -1: 400, 0: 70], risk: 0.1), try Bravo(share: 0.6, risk: 0.1)
    )
    #expect(abs(weighted.bet - 0.2) < 1e-15)
    for (winner, loser) in [(0, 0), (10, 3), (70, 20), (20, 31)] {
      let found = [1: winner, -1: loser, 0: 9]
      let (p, other) = (weighted.pValue(found), bravo.pValue(winner: winner, loser: loser))
      #expect(abs(p / other - 1) < 1e-12)
      #expect(weighted.votesToStop(after: found) == bravo.votesToStop(winner: winner, loser: loser))
    }
    #expect(abs(weighted.averageSampleNumber / bravo.averageSampleNumber - 1) < 1e-12)
  }

  /// The product of its factors.
  @Test func aShareAgainstAThreshold() throws {
    // More than 40 %: 3 for a vote, −2 for another. 45 % reported: a mean of 0.25 over a mean square of 6.25.
    let weighted = try WeightedBravo(votes: [3: 45, -2: 55], risk: 0.05)
    #expect(abs(weighted.bet - 0.04) < 1e-15)
    var product = 1.0
    for _ in 0..<50 { product *= 1.12 }
    for _ in 0..<40 { product *= 0.92 }
    #expect(abs(weighted.pValue([3: 50, -2: 40]) * product - 1) < 1e-12)
  }

  /// After how many votes it has stopped, by following every count of every weight.
  @Test(arguments: [
    ([3: 60, -2: 40], 0.05, 0.5), ([3: 4900, -2: 5100], 0.1, 0.9), ([1: 8900, -3: 1100], 0.1, 0.9),
    ([33: 80, -67: 20], 0.1, 0.8), ([1: 90, -99: 0], 0.1, 0.9), ([9: 70, -11: 10, -1: 20], 0.1, 0.9),
    ([9: 55, -11: 20, -1: 25], 0.2, 0.5), ([11: 50, -9: 20, 1: 30], 0.1, 0.9), ([1: 60, -1: 40], 0.1, 0.9),
  ]) func quantiles(votes: [Int: Int], risk: Double, probability: Double) throws {
    let test = try WeightedBravo(votes: votes, risk: risk)
    let (all, ordered) = (Double(votes.values.reduce(0, +)), votes.sorted { $0.key > $1.key })
    var (open, stopped, drawn): ([[Int]: Double], Double, Int) = ([ordered.map { _ in 0 }: 1], 0, 0)
    while stopped < probability {
      var next: [[Int]: Double] = [:]
      for (counts, mass) in open {
        for (place, weight) in ordered.enumerated() where weight.value > 0 {
          var after = counts
          after[place] += 1
          next[after, default: 0] += mass * Double(weight.value) / all
        }
      }
      drawn += 1
      open = next.filter { counts, mass in
        let found = Dictionary(uniqueKeysWithValues: zip(ordered.map(\.key), counts))
        let stops = test.pValue(found) <= risk * (1 + 1e-12)
        if stops { stopped += mass }
        return !stops && mass > 1e-14
      }
    }
    #expect(test.quantile(probability) == drawn)
  }

  /// A long walk, whose mass lies far from where it began: its average is Wald's.
  @Test func aLongWalk() throws {
    let test = try WeightedBravo(votes: [3: 42, -2: 58], risk: 0.1)
    let half = try #require(test.quantile(0.5))
    #expect(half == 1_999)
    #expect(Double(half) < test.averageSampleNumber)
  }

  /// Too many votes to follow are not followed.
  @Test func whatIsNotFollowed() throws {
    #expect(try WeightedBravo(votes: [3: 40_010, -2: 59_990], risk: 0.1).quantile(0.9) == nil)
    #expect(try WeightedBravo(votes: [9: 4500, -11: 3300, -1: 2200], risk: 0.1).quantile(0.9) == nil)
  }

  /// Over all ways in which draws can come out where the mean is zero, the limit is met with at most the risk.
  @Test(arguments: [
    ([9: 70, -11: 10, -1: 20], [9: 0.42, -11: 0.33, -1: 0.15, 0: 0.1]), ([3: 90, -2: 10], [3: 0.4, -2: 0.6]),
  ])
  func theRisk(reported: [Int: Int], truth: [Int: Double]) throws {
    let (risk, test) = (0.2, try WeightedBravo(votes: reported, risk: 0.2))
    #expect(abs(truth.reduce(0.0) { $0 + Double($1.key) * $1.value }) < 1e-9)
    var (open, spent): ([[Int: Int]: Double], Double) = ([[:]: 1], 0)
    for _ in 0..<24 {
      var next: [[Int: Int]: Double] = [:]
      for (found, probability) in open.sorted(by: { $0.value < $1.value }) {
        for (weight, share) in truth.sorted(by: { $0.key < $1.key }) {
          let after = found.merging([weight: 1], uniquingKeysWith: +)
          if test.pValue(after) <= risk {
            spent += probability * share
          } else {
            next[after, default: 0] += probability * share
          }
        }
      }
      open = next
    }
    #expect(spent <= risk && spent > 0.005, "\(spent)")
  }

  /// Whatever is asked for and reported, the audit can be expected to end if that is right.
  @Test(arguments: [(1, -1), (3, -2), (1, -3), (33, -67), (1, -99), (99, -1)])
  func theProductGrows(above: Int, below: Int) throws {
    for votes in 1...1000 where above * votes + below * (1000 - votes) > 0 {
      let test = try WeightedBravo(votes: [above: votes, below: 1000 - votes], risk: 0.1)
      #expect(test.averageSampleNumber > 0, "\(above) \(below) \(votes)")
    }
  }

  @Test func whatCannotBeTested() {
    for votes in [[3: 40, -2: 60], [3: 40], [:], [1: 3, 0: 4], [-1: 4]] {
      #expect(throws: StatisticsError.self) { try WeightedBravo(votes: votes, risk: 0.1) }
    }
    #expect(throws: StatisticsError.self) { try WeightedBravo(votes: [1: 6, -1: 4], risk: 1) }
  }
}
