extension IntegerPercentageTest {
  /// What chance did in many repetitions of a whole election: the published, simulated form of the test.
  public struct Repetitions: Sendable {
    /// How many there were.
    public let count: Int
    /// For each share, the sums of every repetition.
    let sums: [[SIMD4<Int64>]]

    /// The mean and the standard deviation of the repetitions, and what one in a thousand exceeds.
    public struct Summary: Sendable, Hashable {
      /// The mean of the repetitions.
      public let mean: Double
      /// Their standard deviation, with n - 1.
      public let standardDeviation: Double
      /// Their 99.9th percentile, by linear interpolation.
      public let high: Double
    }

    /// What the repetitions came to.
    public func summary(_ share: Share, by weight: Weight) -> Summary {
      let values = sums[share.rawValue].map { $0[weight.rawValue] }.sorted()
      let mean = Double(values.reduce(0, &+)) / Double(count)
      let squares = values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      let position = 0.999 * Double(count - 1)
      let below = Int(position)
      let above = min(below + 1, count - 1)
      let step = Double(values[above] - values[below]) * (position - Double(below))
      return Summary(
        mean: mean, standardDeviation: (squares / Double(max(count - 1, 1))).squareRoot(),
        high: Double(values[below]) + step)
    }
  }

  /// Repeats the election `count` times, at least once, under the null hypothesis.
  ///
  /// The published form draws Bin(registered, given / registered) and Bin(received, leader / received) for every
  /// station and asks of each draw whether it is a whole percentage. That answer is one Bernoulli trial with the
  /// probability that is known, independent of the other draw; here the answers are drawn, not the ballots, so that the
  /// sums have the same distribution. Each probability is rounded to a multiple of 2^-32.
  ///
  /// The result depends on the stations, their order, `count` and `seed` alone: every 4,096 stations have a stream of
  /// their own, and sums of whole numbers do not depend on the order in which threads finish. Memory is in proportion
  /// to `count`.
  public func repetitions(_ count: Int, seed: UInt64) async throws -> Repetitions {
    precondition(count > 0, "\(count) repetitions say nothing")
    var seeds = SplitMix64(seed: seed)
    let chunks = stride(from: 0, to: trials.count, by: 4096).map {
      (trials: trials[$0..<min($0 + 4096, trials.count)], seed: seeds.next())
    }
    let nothing = [[SIMD4<Int64>]](repeating: Array(repeating: .zero, count: count), count: Share.allCases.count)
    let sums = try await withThrowingTaskGroup(of: [[SIMD4<Int64>]].self) { group in
      for chunk in chunks {
        group.addTask {
          try Task.checkCancellation()
          return Self.sums(chunk.trials, repetitions: count, seed: chunk.seed)
        }
      }
      var sums = nothing
      for try await part in group {
        for share in sums.indices {
          for repetition in 0..<count { sums[share][repetition] &+= part[share][repetition] }
        }
      }
      return sums
    }
    return Repetitions(count: count, sums: sums)
  }

  static func sums(_ trials: ArraySlice<Trial>, repetitions: Int, seed: UInt64) -> [[SIMD4<Int64>]] {
    var generator = SplitMix64(seed: seed)
    let zeros = [SIMD4<Int64>](repeating: .zero, count: repetitions)
    var (turnout, result, either) = (zeros, zeros, zeros)
    for trial in trials {
      let (p, q) = (UInt64(trial.turnout * 0x1p32), UInt64(trial.result * 0x1p32))
      for repetition in 0..<repetitions {
        let number = generator.next()
        let (turnoutHit, resultHit) = (number >> 32 < p, number & 0xffff_ffff < q)
        guard turnoutHit || resultHit else { continue }
        either[repetition] &+= trial.weights
        if turnoutHit { turnout[repetition] &+= trial.weights }
        if resultHit { result[repetition] &+= trial.weights }
      }
    }
    return [turnout, result, either]
  }
}
