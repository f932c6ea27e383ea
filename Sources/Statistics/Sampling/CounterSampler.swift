internal import Hashing

/// Rivest's SHA-256 sampler, which Stark's audit tools and Colorado's program use: the i-th number is SHA-256 over the seed, a
/// comma and i, modulo the number of units (Rivest 2011, `sampler.py`; Lindeman and Stark 2012, A Gentle Introduction to
/// Risk-Limiting Audits, section "Random selection").
///
/// A number that came before is passed over where units are not put back. Time grows with the sample alone.
public struct CounterSampler: Sendable {
  /// A drawn unit.
  public struct Drawn: Sendable, Hashable {
    /// The unit, from 0, in the order of the frame.
    public let unit: Int
    /// The counter that gave it, from 1.
    public let counter: Int
  }

  /// The state of the hash behind the seed and the comma.
  private let base: IncrementalHash

  /// A sampler of `seed`, taken as it is written.
  public init(seed: String) {
    var base = IncrementalHash()
    base.update(text: seed + ",")
    self.base = base
  }

  /// The hash of `counter`.
  func number(_ counter: Int) -> HashNumber {
    var hash = base
    hash.update(text: "\(counter)")
    return HashNumber(hash.finalize())
  }

  /// `count` of `units` units in the order of the draw; with `replacing` a unit can be drawn again.
  ///
  /// - Throws: ``StatisticsError/drawn(_:population:)`` where there are not so many units.
  public func draw(_ count: Int, of units: Int, replacing: Bool = false) throws(StatisticsError) -> [Drawn] {
    guard count >= 0, replacing ? units > 0 || count == 0 : count <= units else {
      throw .drawn(count, population: units)
    }
    var (out, seen, counter) = ([Drawn](), Set<Int>(), 0)
    while out.count < count {
      counter += 1
      let unit = Int(number(counter).remainder(UInt64(units)))
      if replacing || seen.insert(unit).inserted { out.append(Drawn(unit: unit, counter: counter)) }
    }
    return out
  }
}
