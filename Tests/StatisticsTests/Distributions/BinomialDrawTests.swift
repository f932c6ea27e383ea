import Statistics
import Testing

/// Draws fall into the cells of the distribution as often as they should: chi-square against the probabilities.
@Test(arguments: [(1, 0.3), (5, 0.5), (40, 0.02), (40, 0.6), (1000, 0.012), (1000, 0.67), (100_000, 0.5), (300, 0.97)])
func drawsFollowTheDistribution(trials: Int, probability: Double) {
  let distribution = BinomialDistribution(trials: trials, probability: probability)
  var generator = SplitMix64(seed: 9)
  var counts: [Int: Int] = [:]
  let draws = 20_000
  for _ in 0..<draws { counts[distribution.draw(using: &generator), default: 0] += 1 }
  #expect(counts.keys.allSatisfy { (0...trials).contains($0) })
  var (chiSquare, cells, rest, restCount) = (0.0, 0, 0.0, 0)
  let likely = counts.keys.sorted()
  for k in (likely.first ?? 0)...(likely.last ?? 0) {
    let expected = Double(draws) * distribution.probability(of: k)
    guard expected >= 10 else {
      rest += expected
      restCount += counts[k, default: 0]
      continue
    }
    cells += 1
    let difference = Double(counts[k, default: 0]) - expected
    chiSquare += difference * difference / expected
  }
  if rest >= 10 {
    cells += 1
    chiSquare += (Double(restCount) - rest) * (Double(restCount) - rest) / rest
  }
  #expect(
    ChiSquareDistribution(degrees: Double(max(cells - 1, 1))).upperTail(chiSquare) > 1e-4, "\(chiSquare), \(cells)")
}

@Test func whatIsCertainIsDrawn() {
  var generator = SplitMix64(seed: 1)
  #expect(BinomialDistribution(trials: 12, probability: 0).draw(using: &generator) == 0)
  #expect(BinomialDistribution(trials: 12, probability: 1).draw(using: &generator) == 12)
  #expect(BinomialDistribution(trials: 0, probability: 0.4).draw(using: &generator) == 0)
  for probability in [1e-300, 0x1p-53, 1 - 0x1p-53] {
    let draw = BinomialDistribution(trials: 1 << 40, probability: probability).draw(using: &generator)
    #expect((0...1 << 40).contains(draw))
  }
}
