import Statistics
import Testing

@Test func momentsOfKnownSamples() throws {
  // A coin with probability 1/4: skewness (q - p) / √(pq), kurtosis 3 + (1 - 6pq) / pq.
  let coin = try #require(Moments([0, 0, 0, 1]))
  #expect(coin.mean == 0.25 && coin.variance == 3.0 / 16)
  #expect(abs(coin.skewness - 0.5 / (3.0 / 16).squareRoot()) < 1e-15)
  #expect(abs(coin.kurtosis - (3 + (1 - 18.0 / 16) / (3.0 / 16))) < 1e-14)
  #expect(Moments([1]) == nil && Moments([2, 2, 2]) == nil && Moments([]) == nil)
}

@Test func momentsKnowNoPlaceAndScale() throws {
  var generator = SplitMix64(seed: 5)
  let values = (0..<500).map { _ in Double(generator.number(below: 1000)) }
  let (a, b) = (try #require(Moments(values)), try #require(Moments(values.map { 4 - 2 * $0 })))
  #expect(agree(b.skewness, -a.skewness, 1e-10) && agree(b.kurtosis, a.kurtosis))
}
