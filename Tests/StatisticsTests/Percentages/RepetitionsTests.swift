import Testing

@testable import Statistics

private typealias Share = IntegerPercentageTest.Share
private typealias Weight = IntegerPercentageTest.Weight

/// The published form at its word: ballots are drawn, then asked whether they are whole percentages.
private func drawnBallots(_ stations: [StationCounts], _ repetitions: Int, seed: UInt64) -> [[Double]] {
  var generator = SplitMix64(seed: seed)
  var sums = [[Double]](repeating: [], count: 3)
  for _ in 0..<repetitions {
    var counts = [0, 0, 0]
    for station in stations {
      let (n, t) = (station.registered, station.given)
      let given = BinomialDistribution(trials: n, probability: Double(t) / Double(n)).draw(using: &generator)
      let (v, x) = (station.received, station.leader)
      let leader = BinomialDistribution(trials: v, probability: Double(x) / Double(v)).draw(using: &generator)
      let hits = (IntegerPercentage.isHit(given, of: n), IntegerPercentage.isHit(leader, of: v))
      if hits.0 { counts[0] += station.registered }
      if hits.1 { counts[1] += station.registered }
      if hits.0 || hits.1 { counts[2] += station.registered }
    }
    for share in 0..<3 { sums[share].append(Double(counts[share])) }
  }
  return sums
}

/// Drawing ballots, drawing their answers and no drawing at all: three ways to the same mean and deviation.
@Test func drawnBallotsAndDrawnAnswersAgree() async throws {
  var generator = SplitMix64(seed: 3)
  let stations = cleanStations(40, using: &generator)
  let test = IntegerPercentageTest(stations)
  #expect(test.stations == 40)
  let count = 3000
  let ballots = drawnBallots(stations, count, seed: 11)
  let answers = try await test.repetitions(count, seed: 12)
  for share in Share.allCases {
    let exact = test.excess(share, by: .registered)
    let drawn = ballots[share.rawValue]
    let mean = drawn.reduce(0, +) / Double(count)
    let deviation = (drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)).squareRoot()
    let summary = answers.summary(share, by: .registered)
    let error = exact.standardDeviation / Double(count).squareRoot()
    for mean in [mean, summary.mean] { #expect(abs(mean - exact.expected) < 4 * error) }
    for deviation in [deviation, summary.standardDeviation] {
      #expect(abs(deviation / exact.standardDeviation - 1) < 0.06)
    }
  }
}

@Test func repetitionsDependOnTheSeedAlone() async throws {
  var generator = SplitMix64(seed: 4)
  let test = IntegerPercentageTest(cleanStations(9000, using: &generator))
  async let first = test.repetitions(20, seed: 5)
  async let second = test.repetitions(20, seed: 5)
  async let other = test.repetitions(20, seed: 6)
  #expect(try await first.sums == second.sums)
  #expect(try await first.sums != other.sums)
  // The streams of the chunks, one after the other on one thread.
  var seeds = SplitMix64(seed: 5)
  var sums = [[SIMD4<Int64>]](repeating: Array(repeating: .zero, count: 20), count: 3)
  for start in stride(from: 0, to: test.stations, by: 4096) {
    let chunk = test.trials[start..<min(start + 4096, test.stations)]
    let part = IntegerPercentageTest.sums(chunk, repetitions: 20, seed: seeds.next())
    for share in 0..<3 { for r in 0..<20 { sums[share][r] &+= part[share][r] } }
  }
  #expect(try await first.sums == sums)
}

@Test func percentilesAreInterpolated() {
  let values = (0...1000).map { SIMD4<Int64>(Int64($0), 0, 0, 0) }
  let repetitions = IntegerPercentageTest.Repetitions(count: 1001, sums: [values, values, values])
  let summary = repetitions.summary(.either, by: .stations)
  #expect(summary.mean == 500 && agree(summary.high, 999))
  #expect(agree(summary.standardDeviation, (1001.0 * 1002 / 12).squareRoot()))
  let one = IntegerPercentageTest.Repetitions(count: 1, sums: [[SIMD4(7, 0, 0, 0)], [], []])
  #expect(one.summary(.turnout, by: .stations) == .init(mean: 7, standardDeviation: 0, high: 7))
}

@Test func aCancelledRepetitionStops() async throws {
  var generator = SplitMix64(seed: 4)
  let test = IntegerPercentageTest(cleanStations(10, using: &generator))
  let task = Task {
    withUnsafeCurrentTask { $0?.cancel() }
    return try await test.repetitions(10, seed: 1)
  }
  await #expect(throws: CancellationError.self) { try await task.value }
}
