@_exported public import Statistics

/// A source of numbers for tests, the same for the same seed.
public typealias Seeded = SplitMix64

extension Seeded {
  /// True once in `n` times.
  public mutating func once(in n: Int) -> Bool { number(below: n) == 0 }
}
