import Tables
import TestSupport
import Testing

@Suite struct ExactDecimalTests {
  @Test(
    arguments: [
      (4517, 2, "45.17"), (45170, 3, "45.170"), (-5, 1, "-0.5"), (5, 3, "0.005"), (0, 2, "0.00"), (7, 0, "7"),
      (.min, 19, "-0.9223372036854775808"),
    ] as [(Int64, UInt8, String)])
  func printsAsItWasPrinted(_ mantissa: Int64, _ scale: UInt8, _ text: String) {
    #expect(ExactDecimal(mantissa: mantissa, scale: scale).description == text)
  }

  @Test func halfUnitIsOfTheLastPlace() {
    #expect(ExactDecimal(mantissa: 4517, scale: 2).halfUnit.description == "0.005")
    #expect(ExactDecimal(mantissa: 45, scale: 0).halfUnit.description == "0.5")
  }

  @Test func valuesCompareExactly() {
    let (a, b) = (ExactDecimal(mantissa: 15, scale: 1), ExactDecimal(mantissa: 150, scale: 2))
    #expect(a == b)
    #expect(a.hashValue == b.hashValue)
    #expect(ExactDecimal(mantissa: 0, scale: 5).hashValue == (0 as ExactDecimal).hashValue)
    #expect(ExactDecimal(mantissa: .max) > ExactDecimal(mantissa: .max, scale: 19))
    #expect(ExactDecimal(mantissa: 999_999_999_999_999_999, scale: 18) < 1)
    #expect(ExactDecimal(mantissa: .min) < ExactDecimal(mantissa: .min, scale: 1))
  }

  @Test func orderIsThatOfCrossProducts() {
    var generator = Seeded(seed: 1)
    for _ in 0..<2000 {
      let (m, n) = (Int64.random(in: -99...99, using: &generator), Int64.random(in: -99...99, using: &generator))
      let (s, t) = (Int.random(in: 0...3, using: &generator), Int.random(in: 0...3, using: &generator))
      let powers: [Int64] = [1, 10, 100, 1000]
      let (a, b) = (ExactDecimal(mantissa: m, scale: UInt8(s)), ExactDecimal(mantissa: n, scale: UInt8(t)))
      #expect((a < b) == (m * powers[t] < n * powers[s]))
      #expect((a == b) == (m * powers[t] == n * powers[s]))
      if a == b { #expect(a.hashValue == b.hashValue) }
    }
  }

  @Test func numbersAreTheNearest() {
    #expect(ExactDecimal(mantissa: 4517, scale: 2).number == 45.17)
    #expect(ExactDecimal(mantissa: 9_007_199_254_740_993, scale: 1).number == 900_719_925_474_099.3)
    #expect(ExactDecimal(mantissa: .min, scale: 19).number == -0.9223372036854775808)
  }
}
