internal import BigInt
internal import Hashing

/// Stark's SHA-256 generator of random numbers, as the package cryptorandom 0.4 has it: the k-th hash is that of the seed, a
/// comma and k zero bytes, k from 0 (Stark and Ottoboni 2018, arXiv:1810.10985).
public struct HashGenerator: Sendable {
  private var state: IncrementalHash
  /// Bits that are not yet used, the next ones least significant.
  private var pool = BigUInt(0)
  private var pooled = 0

  /// A generator of `seed`, taken as it is written.
  public init(seed: String) {
    state = IncrementalHash()
    state.update(text: seed + ",")
  }

  private mutating func nextHash() -> Hash32 {
    let hash = state.finalize()
    state.update(text: "\0")
    return hash
  }

  /// A number from 0 up to but not including 1: the next hash over 2^256, rounded once to binary64.
  public mutating func fraction() -> Double { HashNumber(nextHash()).fraction }

  /// A number below `bound`, which is positive: the next hash modulo `bound`.
  public mutating func remainder(_ bound: Int) -> Int { Int(HashNumber(nextHash()).remainder(UInt64(bound))) }

  /// A number below `bound`, which is positive, each as likely as the others: as many bits as the largest has, again and again
  /// until they make one that is below.
  public mutating func below(_ bound: Int) -> Int {
    let bits = Int.bitWidth - (bound - 1).leadingZeroBitCount
    while true {
      let drawn = Int(take(bits))
      if drawn < bound { return drawn }
    }
  }

  private mutating func take(_ bits: Int) -> BigUInt {
    if pooled < bits {
      pool |= HashNumber(nextHash()).whole << pooled
      pooled += 256
    }
    let taken = pool & ((BigUInt(1) << bits) - 1)
    (pool, pooled) = (pool >> bits, pooled - bits)
    return taken
  }

  /// `count` of `units` units in the order of the draw, from 0: the beginning of a Fisher–Yates shuffle whose k-th place is
  /// exchanged with the place `k + ⌊u (units − k)⌋` for the next fraction u (Knuth, The Art of Computer Programming 2,
  /// 3.4.2, algorithm P). Only the places that were touched are kept.
  ///
  /// - Throws: ``StatisticsError/drawn(_:population:)`` where there are not so many units.
  public mutating func shuffled(_ count: Int, of units: Int) throws(StatisticsError) -> [Int] {
    guard count >= 0, count <= units else { throw .drawn(count, population: units) }
    var (moved, out) = ([Int: Int](), [Int]())
    for place in 0..<count {
      let other = min(place + Int(fraction() * Double(units - place)), units - 1)
      out.append(moved[other] ?? other)
      moved[other] = moved[place] ?? place
    }
    return out
  }

  /// `count` of `units` units, each of which can be drawn again.
  ///
  /// - Throws: ``StatisticsError/drawn(_:population:)`` where there is no unit.
  public mutating func draw(_ count: Int, of units: Int) throws(StatisticsError) -> [Int] {
    guard count >= 0, units > 0 || count == 0 else { throw .drawn(count, population: units) }
    return (0..<count).map { _ in below(units) }
  }
}
