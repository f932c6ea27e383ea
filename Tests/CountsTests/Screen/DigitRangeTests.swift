import Testing

@testable import Counts

/// Counts whose second digits can be held against Benford's law: of the percentiles, each at its limit and just beyond.
struct DigitRangeTests {
  /// A hundred and one counts: the 5th percentile, the quartiles and the 95th are those named.
  private func counts(_ low: Int, _ first: Int, _ third: Int, _ high: Int) -> [Int] {
    [Int](repeating: low, count: 25) + [Int](repeating: first, count: 50) + [Int](repeating: third, count: 20)
      + [Int](repeating: high, count: 6)
  }

  @Test func spreadIsTwoOrdersOfMagnitudeAboveTheSmallOnes() {
    #expect(DigitRange.spreads(counts(30, 100, 400, 3000)))
    #expect(!DigitRange.spreads(counts(29, 100, 400, 3000)))
    #expect(!DigitRange.spreads(counts(30, 100, 400, 2999)))
    #expect(!DigitRange.spreads(counts(30, 101, 403, 3000)))
    #expect(!DigitRange.spreads([]))
  }
}
