internal import BigInt
internal import Hashing

/// Batches drawn with probability proportional to a bound on their error, with replacement: PPEB (Aslam, Popa and Rivest 2008,
/// EVT; Stark 2009, EVT).
///
/// The bounds are brought to whole numbers that stand to one another as they do; the i-th hash of ``CounterSampler``'s form,
/// modulo their sum, falls into the part of one batch. Every step is whole numbers, so that any language makes the same draw.
public struct ProportionalSampler: Sendable {
  private let seed: CounterSampler
  /// The sum of the bounds up to and with each batch, as whole numbers.
  private let ends: [BigUInt]

  /// A sampler of `seed` over batches with these bounds, none of them negative.
  ///
  /// - Throws: ``StatisticsError/hidden(_:)`` where a bound is negative, or all are zero.
  public init(seed: String, bounds: [Rational]) throws(StatisticsError) {
    for bound in bounds where bound < 0 { throw .hidden(bound) }
    let common = bounds.reduce(into: BigInt(1)) { common, bound in
      common *= bound.denominator / common.greatestCommonDivisor(with: bound.denominator)
    }
    var (ends, sum) = ([BigUInt](), BigUInt(0))
    for bound in bounds {
      sum += (bound.numerator * (common / bound.denominator)).magnitude
      ends.append(sum)
    }
    guard sum > 0 else { throw .hidden(0) }
    (self.seed, self.ends) = (CounterSampler(seed: seed), ends)
  }

  /// `count` batches in the order of the draw, from 0.
  public func draw(_ count: Int) -> [Int] {
    guard let sum = ends.last, count > 0 else { return [] }
    return (1...count).map { counter in
      let place = seed.number(counter).whole % sum
      var (low, high) = (0, ends.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if ends[middle] > place { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }
}
