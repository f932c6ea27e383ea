internal import Glibc

/// BRAVO where votes have weights: ballots drawn with replacement, each of which adds its weight to a sum that is above zero where
/// the reported outcome is right.
///
/// The p-value is one over the product of `1 + λ x` over the weights x drawn. Wherever their mean is at most zero that product is
/// above `1/risk` at any time with at most the risk (Ville), whatever λ is, as long as no factor is below zero. λ is the mean of
/// the reported weights over that of their squares, under which it grows about as fast as it can if the reported votes are right
/// (approximate Kelly: Waudby-Smith & Ramdas 2024, J. R. Stat. Soc. B 86), and no more than two thirds of what leaves a factor of
/// zero: so far `ln(1 + y)` is no less than `y − y²`, so that it does grow. With the weights 1 and −1 and a share p of up to five
/// sixths it is `2p − 1`, and the product BRAVO's likelihood ratio.
public struct WeightedBravo: Sendable, Hashable {
  /// The part λ of what is held that is laid on each ballot.
  public let bet: Double
  /// The risk limit.
  public let risk: Double
  /// The share of the votes with each weight.
  private let shares: [Int: Double]

  /// The test of `votes` reported for each weight, the smallest weight among them also where nobody is reported for it.
  /// - Throws: ``StatisticsError/race(share:risk:)``, with the share of the weight that is above zero, unless the weights add up to
  ///   more than zero, one of them is below it, and the risk is between 0 and 1.
  public init(votes: [Int: Int], risk: Double) throws(StatisticsError) {
    let ordered = votes.filter { $0.key != 0 }.sorted { $0.key < $1.key }.map { (Double($0.key), Double($0.value)) }
    let sum = ordered.reduce(0) { $0 + $1.0 * $1.1 }
    let (size, square) = ordered.reduce((0, 0)) { ($0.0 + abs($1.0) * $1.1, $0.1 + $1.0 * $1.0 * $1.1) }
    guard sum > 0, let least = ordered.first?.0, least < 0, risk > 0, risk < 1 else {
      throw .race(share: size > 0 ? (1 + sum / size) / 2 : 0, risk: risk)
    }
    (bet, self.risk) = (min(sum / square, 2 / (-3 * least)), risk)
    let all = ordered.reduce(0) { $0 + $1.1 }
    shares = votes.filter { $0.key != 0 }.mapValues { Double($0) / all }
  }

  /// What a ballot adds to the logarithm of the product.
  private func step(_ weight: Int) -> Double { log1p(bet * Double(weight)) }

  /// The logarithm of one over the product.
  private func inverse(_ found: [Int: Int]) -> Double {
    -found.sorted { $0.key < $1.key }.reduce(0) { $0 + Double($1.value) * step($1.key) }
  }

  /// The p-value after so many ballots of each weight, at most 1.
  public func pValue(_ found: [Int: Int]) -> Double { min(1, exp(inverse(found))) }

  /// The fewest further ballots, all of the largest weight, that let it stop; 0 where it has.
  public func votesToStop(after found: [Int: Int]) -> Int {
    let most = shares.keys.max() ?? 1
    func stops(_ votes: Int) -> Bool { pValue(found.merging([most: votes], uniquingKeysWith: +)) <= risk }
    var votes = max(0, Int(((inverse(found) - log(risk)) / step(most)).rounded(.up)))
    // The quotient may be off by its rounding where it is near a whole number.
    while votes > 0, stops(votes - 1) { votes -= 1 }
    while !stops(votes) { votes += 1 }
    return votes
  }

  /// The most votes on average up to which the law is followed vote by vote, with two weights and with three.
  private static let followed = (two: 50_000.0, three: 1_500.0)

  /// The number of votes with a weight after which it has stopped with `probability`, which is below 1, if the reported shares are true;
  /// nil where it takes too many to follow them all, or they have more than three weights.
  ///
  public func quantile(_ probability: Double) -> Int? {
    let held = shares.filter { $0.value > 0 }.sorted { $0.key > $1.key }
    let (parts, steps, barrier) = (held.map(\.value), held.map { step($0.key) }, -log(risk))
    switch held.count {
    case 1: return votesToStop(after: [:])
    case 2 where averageSampleNumber <= Self.followed.two:
      // Of two weights the first is counted; nobody draws the second of three, whose step is any that is less.
      var walk = WeightedWalk(
        shares: [parts[0], 0, parts[1]], steps: [steps[0], steps[1] - 1, steps[1]], barrier: barrier)
      return walk.advance(toStopping: probability)
    case 3 where averageSampleNumber <= Self.followed.three:
      // The largest weight and the smallest are counted, that between them is the rest.
      var walk = WeightedWalk(
        shares: [parts[0], parts[2], parts[1]], steps: [steps[0], steps[2], steps[1]], barrier: barrier)
      return walk.advance(toStopping: probability)
    default: return nil
    }
  }

  /// The expected number of votes by Wald's equation, the overshoot taken as half of the largest step, as BRAVO's.
  public var averageSampleNumber: Double {
    let drift = shares.sorted { $0.key < $1.key }.reduce(0.0) { $0 + $1.value * step($1.key) }
    return (-log(risk) + step(shares.keys.max() ?? 1) / 2) / drift
  }
}
