internal import Glibc

/// Comparison of whole batches, drawn with probability proportional to a bound on their error, with replacement: the maximum
/// across-contest relative overstatement and the Kaplan–Markov p-value (Stark 2009, EVT/WOTE, "Efficient post-election audits
/// of multiple contests"; IEEE TIFS 4, 1005).
///
/// An outcome is a number of margins, all above zero; what a batch is worth to a margin is what its votes add to it. A batch errs by
/// at most what it was reported to be worth less the least that its ballots can be worth. For the margin of a winner over a loser that
/// is `ballots + w − l`.
public struct BatchComparison: Sendable {
  /// A batch as it was reported.
  public struct Batch: Sendable, Hashable {
    /// What it is worth to each margin, and the least that its ballots can be worth.
    public let worths, least: [Int]

    /// A batch.
    public init(worths: [Int], least: [Int]) { (self.worths, self.least) = (worths, least) }
  }

  private let batches: [Batch]
  private let margins: [Int]
  /// The bound on the relative error of each batch: the largest over the margins.
  public let bounds: [Rational]
  /// Their sum.
  public let total: Rational

  /// The comparison of all `batches` of an outcome.
  /// - Throws: ``StatisticsError/margin(_:of:)`` where a margin is not above zero, or there is none; ``StatisticsError/votes(_:)``
  ///   for a batch that is reported to be worth less than it can be.
  public init(_ batches: [Batch]) throws(StatisticsError) {
    var margins = [Int](repeating: 0, count: batches.first?.worths.count ?? 0)
    var most = 0
    for batch in batches {
      for (place, (worth, least)) in zip(batch.worths, batch.least).enumerated() {
        guard worth >= least else { throw .votes(worth - least) }
        margins[place] += worth
        most += worth - least
      }
    }
    guard let smallest = margins.min(), smallest > 0 else { throw .margin(margins.min() ?? 0, of: most) }
    (self.batches, self.margins) = (batches, margins)
    bounds = batches.map { Self.largest(zip($0.worths, $0.least).map { $0 - $1 }, margins) }
    total = bounds.reduce(0, +)
  }

  private static func largest(_ differences: [Int], _ margins: [Int]) -> Rational {
    zip(differences, margins).compactMap { Rational($0).divided(by: Rational($1)) }.max() ?? 0
  }

  /// The relative error of the batches at `places`, counted together as worth `counted` to each margin: the largest over the
  /// margins.
  public func error(of places: [Int], counted: [Int]) -> Rational {
    let reported = margins.indices.map { margin in places.reduce(0) { $0 + batches[$1].worths[margin] } }
    return Self.largest(zip(reported, counted).map { $0 - $1 }, margins)
  }

  /// Their taint: the error over the sum of their bounds, 0 where that is 0.
  ///
  /// Batches that were mixed are one batch, drawn wherever one of them is: its bound is no less than the error can be, since the
  /// largest of sums is at most the sum of the largest.
  public func taint(of places: [Int], counted: [Int]) -> Double {
    error(of: places, counted: counted).divided(by: places.reduce(0) { $0 + bounds[$1] })?.approximation ?? 0
  }

  /// The p-values after each of the draws with these taints, at most 1: the product of `(1 − 1/U) / (1 − taint)`.
  ///
  /// If the outcome is wrong, the errors of all batches add up to 1 or more, so that the mean taint of a draw is at least 1/U: the
  /// inverse of the product is a supermartingale, and ever comes to one over the risk with at most that probability (Ville).
  public func pValues(taints: [Double]) -> [Double] {
    var sum = 0.0
    return taints.map {
      sum += step - log1p(-$0)
      return min(1, exp(sum))
    }
  }

  /// What a draw without an error adds to the logarithm of the product.
  private var step: Double { log1p(-1 / total.approximation) }

  /// How many more draws without an error let the audit stop after those with these taints.
  public func sampleSize(risk: Double, after taints: [Double] = []) -> Int {
    let sum = taints.reduce(0) { $0 + step - log1p(-$1) }
    return sum.isFinite ? max(0, Int(((log(risk) - sum) / step).rounded(.up))) : .max
  }

  /// How many different batches `draws` draws take on average, and how many ballots of `ballots` they hold.
  public func expected(_ draws: Int, ballots: [Int]) -> (batches: Double, ballots: Double) {
    let total = total.approximation
    var out = (0.0, 0.0)
    for (bound, held) in zip(bounds, ballots) {
      let drawn = -expm1(Double(draws) * log1p(-bound.approximation / total))
      out = (out.0 + drawn, out.1 + drawn * Double(held))
    }
    return out
  }
}
