/// A seeded generator of 64-bit numbers: the same seed gives the same numbers everywhere and for good.
///
/// SplitMix64: Steele, Lea and Flood 2014, Fast Splittable Pseudorandom Number Generators (OOPSLA), with the constants
/// of Vigna's public-domain version. For simulations and tests; never for secrets, never for a public draw.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that starts at `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next number; all values are equally likely.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number from 0 up to, not including, `bound`, which must be positive; all are equally likely.
  ///
  /// Our own, because the standard library does not promise to keep its way from numbers to ranges. The product's high
  /// half, and a new draw where the low half would favour some values: Lemire 2019, ACM TOMACS 29(1).
  public mutating func number(below bound: Int) -> Int {
    precondition(bound > 0, "no number lies below \(bound)")
    let bound = UInt64(bound)
    let threshold = (0 &- bound) % bound
    while true {
      let product = next().multipliedFullWidth(by: bound)
      if product.low >= threshold { return Int(product.high) }
    }
  }
}
