import Statistics
import Testing

@Test func benfordsLawForSecondDigits() {
  #expect(abs(SecondDigit.benford.reduce(0, +) - 1) < 1e-15)
  #expect(abs(SecondDigit.benford[0] - 0.11967926859688076) < 1e-15)
  #expect(abs(SecondDigit.benfordMean - 4.187389707) < 5e-10)
}

@Test func secondDigitsAreThoseThatOneReads() throws {
  var generator = SplitMix64(seed: 6)
  let numbers = (0..<2000).map { generator.number(below: $0.isMultiple(of: 2) ? 200 : 10_000_000) } + [Int.max, -12]
  var expected = [Int](repeating: 0, count: 10)
  for number in numbers where number >= 10 {
    let digit = try #require(Array(String(number))[1].wholeNumberValue)
    expected[digit] += 1
  }
  #expect(SecondDigit.counts(of: numbers).counts == expected)
}

@Test func lastDigitsAreThoseThatOneReads() {
  let numbers = [0, 7, 10, 99, 100, 105, 1234, -5]
  #expect(LastDigit.counts(of: numbers).counts == [3, 0, 0, 0, 1, 1, 0, 1, 0, 1])
  #expect(LastDigit.counts(of: numbers, atLeast: 100).counts == [1, 0, 0, 0, 1, 1, 0, 0, 0, 0])
}

@Test func chiSquareOfDigits() throws {
  let counts = LastDigit.counts(of: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20])
  // Twelve digits, 1.2 expected of each: (1.8² + 9 · 0.2²) / 1.2.
  let test = try #require(counts.chiSquare(against: LastDigit.uniform))
  #expect(agree(test.statistic, 3))
  #expect(agree(test.p, ChiSquareDistribution(degrees: 9).upperTail(3), 1e-11))
  #expect(agree(try #require(counts.mean), 3.75))
  let none = LastDigit.counts(of: [])
  #expect(none.mean == nil && none.chiSquare(against: LastDigit.uniform) == nil)
}

/// Digits drawn from the law pass as often as they should.
@Test func chiSquareKeepsItsLevel() throws {
  var generator = SplitMix64(seed: 7)
  var alarms = 0
  for _ in 0..<1000 {
    let numbers = (0..<500).map { _ in generator.number(below: 100_000) }
    if try #require(LastDigit.counts(of: numbers).chiSquare(against: LastDigit.uniform)).p < 0.05 { alarms += 1 }
  }
  #expect((30...72).contains(alarms))
}

@Test func endingsInFive() throws {
  let counts = FiveEndings([0, 3, 5, 11, 20, 21, 29, -5])
  #expect(counts.total == 7 && counts.endings == 3)
  #expect(FiveEndings([]).share == nil && FiveEndings([]).p == nil)
  // 2 of 2 at one fifth: 0.04, doubled.
  #expect(agree(try #require(FiveEndings([5, 10]).p), 0.08))
  #expect(FiveEndings([5, 1, 1, 1, 1]).p == 1)
}
