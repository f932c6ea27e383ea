import BigInt
import Statistics
import Testing

@Test(arguments: [
  ("1/20", "1/20"), ("0.05", "1/20"), ("2/40", "1/20"), ("5", "5"), ("-3", "-3"), ("-1/3", "-1/3"), ("1/-3", "-1/3"),
  ("0.0", "0"), ("00.10", "1/10"), ("0/7", "0"),
])
func aFractionIsReadInLowestTerms(text: String, fraction: String) throws {
  #expect(try #require(Rational(text)).description == fraction)
}

@Test(arguments: [
  "", "/", "1/", "/2", "1/0", "1/2/3", ".5", "5.", "1.5/2", "1e3", "5%", " 1", "+1", "--1", "0,05", "٣", "1_0", "∞",
  String(repeating: "9", count: 101),
])
func nothingElseIsAFraction(text: String) {
  #expect(Rational(text) == nil)
}

@Test func fractionsComputeExactly() throws {
  var generator = SplitMix64(seed: 1)
  for _ in 0..<300 {
    let (a, c) = (generator.number(below: 2001) - 1000, generator.number(below: 2001) - 1000)
    let (b, d) = (generator.number(below: 1000) + 1, generator.number(below: 1000) + 1)
    let x = try #require(Rational(BigInt(a), over: BigInt(b)))
    let y = try #require(Rational(BigInt(c), over: BigInt(d)))
    #expect((x < y) == (a * d < c * b))
    #expect((x == y) == (a * d == c * b))
    #expect(x + y - y == x)
    #expect(x * y == Rational(BigInt(a * c), over: BigInt(b * d)))
    #expect(x.divided(by: y) == (c == 0 ? nil : Rational(BigInt(a * d), over: BigInt(b * c))))
    let up = Int(x.roundedUp)
    #expect(up * b >= a && (up - 1) * b < a)
    #expect(x.approximation == Double(a) / Double(b))
  }
}

@Test func approximationsAreTheNearestNumbers() throws {
  let huge = Rational(BigInt(10).power(400), over: 1)
  #expect(huge?.approximation == .infinity)
  #expect(Rational(1, over: BigInt(10).power(400))?.approximation == 0)
  for text in ["0.1", "0.05", "3.14159265358979323846", "9007199254740993", "123456789012345678901234567890"] {
    #expect(Rational(text)?.approximation == Double(text))
  }
}
