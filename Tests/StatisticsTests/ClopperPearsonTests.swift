import Statistics
import Testing

struct ClopperPearsonTests {
  /// With no success the upper end solves (1 - p)^n = 0.025, with all successes the lower one p^n = 0.025.
  @Test(arguments: [(1, 0.975), (10, 0.308_497_1), (1000, 0.003_682_08)])
  func theEndsOfNothingAndOfAll(_ trials: Int, _ end: Double) {
    let (none, all) = (ClopperPearson(0, of: trials), ClopperPearson(trials, of: trials))
    #expect(none.low == 0 && abs(none.high - end) < 1e-7)
    #expect(all.high == 1 && abs(all.low - (1 - end)) < 1e-7)
  }

  /// The published example of 10 successes in 20 trials: from .272 to .728.
  @Test func theMiddle() {
    let interval = ClopperPearson(10, of: 20)
    #expect(abs(interval.low - 0.271_957_8) < 1e-6 && abs(interval.high - 0.728_042_2) < 1e-6)
  }

  /// Whatever the probability, intervals hold it with at least their level, by the exact chances of all results.
  @Test(arguments: [0.01, 0.05, 0.3, 0.5, 0.93])
  func theyCover(_ probability: Double) {
    for trials in [1, 7, 50] {
      let distribution = BinomialDistribution(trials: trials, probability: probability)
      let covered = (0...trials).filter {
        let interval = ClopperPearson($0, of: trials, level: 0.9)
        return interval.low <= probability && probability <= interval.high
      }
      #expect(covered.reduce(0) { $0 + distribution.probability(of: $1) } >= 0.9 - 1e-12)
    }
  }
}
