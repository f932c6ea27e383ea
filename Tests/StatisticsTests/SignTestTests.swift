import Statistics
import Testing

@Suite struct SignTestTests {
  @Test(arguments: [
    (0, 0, 1.0), (1, 0, 1), (5, 0, 0.0625), (1, 7, 0.0703125), (4, 4, 1), (132, 140, 0.6713251353712301),
    (0, 60, 0x1p-59),
  ])
  func knownChances(_ plus: Int, _ minus: Int, _ chance: Double) {
    let found = SignTest(plus: plus, minus: minus).probability
    #expect(abs(found - chance) <= 1e-12 * chance)
    #expect(SignTest(plus: minus, minus: plus).probability == found)
  }

  /// The sum over all splits at least as uneven, in whole numbers.
  @Test func agreesWithCounting() {
    for signs in 1...40 {
      for plus in 0...signs {
        let least = min(plus, signs - plus)
        var (choose, sum) = (1.0, 0.0)
        for k in 0...least {
          sum += choose
          choose = choose * Double(signs - k) / Double(k + 1)
        }
        var expected = 2 * sum
        for _ in 0..<signs { expected /= 2 }
        let found = SignTest(plus: plus, minus: signs - plus).probability
        #expect(abs(found - min(1, expected)) < 1e-12, "\(plus) of \(signs)")
      }
    }
  }
}
