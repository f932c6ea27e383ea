import Statistics
import Testing

/// The first numbers of Vigna's reference program, as published for the seeds 0 and 1234567.
private let published: [(seed: UInt64, numbers: [UInt64])] = [
  (0, [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4, 0x06c4_5d18_8009_454f]),
  (
    1_234_567,
    [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
  ),
]

@Test(arguments: published)
func theGeneratorGivesThePublishedNumbers(seed: UInt64, numbers: [UInt64]) {
  var generator = SplitMix64(seed: seed)
  #expect(numbers.map { _ in generator.next() } == numbers)
}

@Test func numbersBelowABoundAreEven() {
  var generator = SplitMix64(seed: 6)
  var counts = [Int](repeating: 0, count: 7)
  for _ in 0..<70_000 { counts[generator.number(below: 7)] += 1 }
  // Standard deviation 93: five of them.
  for count in counts { #expect(abs(count - 10_000) < 465) }
  #expect(generator.number(below: 1) == 0)
  #expect((0..<100).allSatisfy { _ in (0..<Int.max).contains(generator.number(below: .max)) })
}
