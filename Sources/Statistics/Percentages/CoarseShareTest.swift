/// Counts the stations whose share is a multiple of 5 %, and holds them against a smooth distribution of shares.
///
/// After Rozenas 2017, Detecting Election Fraud from Irregularities in Vote-Share Distributions, Political Analysis
/// 25:41: fractions of small denominators such as 1/2 or 3/4 are frequent by arithmetic alone, so that only what
/// exceeds a resampled null hypothesis says anything. Here every station keeps its denominator n, and its count is
/// drawn anew around the count k that it reported: from a normal kernel of variance `n s (1 - s) + (n h)²`, s = k / n,
/// rounded to whole ballots and cut off at 0 and n. The first part is the sampling of voters, the second smooths the
/// shares by the bandwidth h; a spike narrower than the kernel is gone from the resampled elections.
///
/// The published method fits a mixture and takes the largest of many simulated densities as its bound. Here each
/// resampled count is a sum of independent Bernoulli trials of known probabilities, so that its mean and variance are
/// computed and nothing is simulated. Stations in a spike feed the kernel too: the test errs on the side of chance.
public struct CoarseShareTest: Sendable {
  /// The stations near one multiple of 5 %.
  public struct Spike: Sendable, Hashable {
    /// The share, in percent.
    public let percentage: Int
    /// The stations within 0.05 points of it, and those that the smooth distribution expects.
    public let excess: Excess
  }

  /// The number of stations that take part: at least 100 counted, and neither none nor all of them for one side.
  public let stations: Int
  /// The multiples of 5 % from 5 to 95.
  public let spikes: [Spike]
  /// All of them together.
  public let total: Excess

  /// The bandwidth that is taken where none is given: one point, ten times the width of a spike.
  public static let usualBandwidth = 0.01

  /// Tests shares, each a count out of a total; those that cannot take part are left out.
  ///
  /// The bandwidth, above 0, is a share: wider than a spike, narrower than true features of the distribution.
  public init(_ shares: [(count: Int, total: Int)], bandwidth: Double = usualBandwidth) {
    precondition(bandwidth > 0, "a bandwidth of \(bandwidth) smooths nothing")
    let percentages = Array(stride(from: 5, through: 95, by: 5))
    var cells = Array(repeating: Cell(), count: percentages.count)
    var all = Cell()
    var stations = 0
    for (count, total) in shares
    where (100...IntegerPercentage.largestTotal).contains(total) && count > 0 && count < total {
      stations += 1
      let drawn = ResampledCount(count, of: total, bandwidth: bandwidth, within: 0...total)
      var (sum, isHit) = (0.0, false)
      for (index, percentage) in percentages.enumerated()
      where drawn.reaches(percentage, within: 0, deviations: 9) {
        let window = IntegerPercentage.window(percentage, of: total)
        let chance = drawn.probability(window)
        let isHere = window.first <= count && count <= window.last
        cells[index].add(chance, isHere)
        sum += chance
        isHit = isHit || isHere
      }
      all.add(sum, isHit)
    }
    self.stations = stations
    spikes = zip(percentages, cells).map { Spike(percentage: $0, excess: $1.excess) }
    total = all.excess
  }

  private struct Cell {
    var observed = 0
    var expected = 0.0
    var variance = 0.0

    mutating func add(_ chance: Double, _ isHit: Bool) {
      expected += chance
      variance += chance * (1 - chance)
      if isHit { observed += 1 }
    }

    var excess: Excess {
      Excess(observed: observed, expected: expected, standardDeviation: variance.squareRoot())
    }
  }
}
