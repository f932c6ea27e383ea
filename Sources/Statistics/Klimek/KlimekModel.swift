internal import Glibc

/// An election in which some stations add ballots to the option ahead, as Klimek et al. describe it.
///
/// Klimek, Yegorov, Hanel and Thurner 2012, Statistical detection of systematic election irregularities, PNAS
/// 109:16469. A station's turnout a and its share v for the option ahead are normal, cut off at 0 and 1. With
/// probability f_i a fraction x, the absolute value of a normal number of deviation θ, of those who did not vote is
/// added to that option and the fraction x^α of the votes for others moved to it; with probability f_e the same happens
/// with x = 1 - |N(0, 0.075)|. The option then has `a v + x (1 - a) + x^α a (1 - v)` of `a + x (1 - a)` ballots.
public struct KlimekModel: Sendable, Hashable {
  /// The mean and the standard deviation of the turnout, as shares.
  public let turnout: Peak
  /// The mean and the standard deviation of the share for the option ahead.
  public let share: Peak
  /// The width θ of the added fractions, as a share.
  public let theta: Double

  /// A normal distribution, cut off at 0 and 1.
  public struct Peak: Sendable, Hashable {
    /// Where it is highest.
    public let mode: Double
    /// Its standard deviation before it is cut off.
    public let deviation: Double

    /// The normal probabilities below 0 and below 1.
    private let low: Double
    private let high: Double

    /// A peak at `mode`, from 0 to 1, with a `deviation` above 0.
    public init(mode: Double, deviation: Double) {
      precondition((0...1).contains(mode) && deviation > 0 && deviation.isFinite, "there is no such peak")
      (self.mode, self.deviation) = (mode, deviation)
      low = StandardNormal.lowerTail(-mode / deviation)
      high = StandardNormal.lowerTail((1 - mode) / deviation)
    }

    /// P(X <= x).
    func probability(atMost x: Double) -> Double {
      guard x > 0 else { return 0 }
      guard x < 1 else { return 1 }
      return (StandardNormal.lowerTail((x - mode) / deviation) - low) / (high - low)
    }

    /// The middles of `count` parts of equal probability.
    func middles(_ count: Int) -> [Double] {
      (0..<count).map { part in
        let probability = low + (high - low) * (Double(part) + 0.5) / Double(count)
        return min(max(mode + deviation * StandardNormal.quantile(probability), 0), 1)
      }
    }
  }

  /// How wide the added fractions are where nearly everything is added.
  static let extremeWidth = 0.075

  /// A model with these peaks; `theta` is above 0.
  public init(turnout: Peak, share: Peak, theta: Double) {
    precondition(theta > 0 && theta.isFinite, "a width of \(theta) adds nothing")
    (self.turnout, self.share, self.theta) = (turnout, share, theta)
  }

  /// The probabilities that a station's share falls into each of `bins` equal parts of 0...1.
  struct Components: Sendable {
    /// Where nothing is added.
    let untouched: [Double]
    /// Where a fraction is added, and where nearly everything is, for one α.
    let incremental: [Double]
    let extreme: [Double]
    /// The votes added or moved in such stations, per registered voter.
    let incrementalAdded: Double
    let extremeAdded: Double

    /// The distribution where the fraction `incremental` of stations is of the second kind, `extreme` of the third.
    func mixed(incremental: Double, extreme: Double) -> [Double] {
      let rest = 1 - incremental - extreme
      return untouched.indices.map {
        rest * untouched[$0] + incremental * self.incremental[$0] + extreme * self.extreme[$0]
      }
    }
  }

  /// The distributions of the shares for one `alpha`, by integration: over v exactly, over a and x by the middles of 48
  /// parts of equal probability each.
  func components(alpha: Double, bins: Int) -> Components {
    let nodes = 48
    let turnouts = turnout.middles(nodes)
    let added = Peak(mode: 0, deviation: theta).middles(nodes)
    let rest = Peak(mode: 0, deviation: Self.extremeWidth).middles(nodes).map { 1 - $0 }
    return Components(
      untouched: distribution(turnouts: [turnout.mode], added: [0], alpha, bins),
      incremental: distribution(turnouts: turnouts, added: added, alpha, bins),
      extreme: distribution(turnouts: turnouts, added: rest, alpha, bins),
      incrementalAdded: votesAdded(turnouts: turnouts, added: added, alpha),
      extremeAdded: votesAdded(turnouts: turnouts, added: rest, alpha))
  }

  /// The mean of `x (1 - a) + x^α a (1 - v)`.
  private func votesAdded(turnouts: [Double], added: [Double], _ alpha: Double) -> Double {
    let shares = share.middles(turnouts.count)
    let others = 1 - shares.reduce(0, +) / Double(shares.count)
    let turnout = turnouts.reduce(0, +) / Double(turnouts.count)
    let sum = added.reduce(0) { $0 + $1 * (1 - turnout) + pow($1, alpha) * turnout * others }
    return sum / Double(added.count)
  }

  private func distribution(turnouts: [Double], added: [Double], _ alpha: Double, _ bins: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: bins)
    for x in added {
      let moved = pow(x, alpha)
      for a in turnouts {
        // The share is `base + slope v`, and grows with v.
        let ballots = a + x * (1 - a)
        guard ballots > 0 else { continue }
        let base = (x * (1 - a) + moved * a) / ballots
        let slope = a * (1 - moved) / ballots
        var below = 0.0
        for bin in 0..<bins {
          let edge = Double(bin + 1) / Double(bins)
          let v = slope > 1e-12 ? (edge - base) / slope : edge < base ? 0 : 1
          let atMost = bin == bins - 1 ? 1 : share.probability(atMost: v)
          sums[bin] += atMost - below
          below = atMost
        }
      }
    }
    let mass = sums.reduce(0, +)
    return sums.map { $0 / mass }
  }
}
