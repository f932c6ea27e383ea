import Foundation
import Statistics

extension Benchmark {
  /// Rivest's consistent sampler over all ballots of a nation.
  static let drawing = Benchmark(
    name: "drawing",
    work: "100,000 of 10,000,000 ballots by the consistent sampler",
    target: Target(processor: 65.0 / 20, peak: 2_400_000_000 / 50),
    input: { _ in Input(files: []) },
    ours: [
      Contender("Veedor, consistent") { _ in
        try consistent(of: 10_000_000)
      } answer: {
        $0
      }
    ],
    peers: [
      Peer(
        name: "consistent-sampler", needs: .python("consistent_sampler"), command: ["drawing.py", "consistent"])
    ])

  /// The same over ten times as many.
  static let drawingLarge = Benchmark(
    name: "drawing_large",
    work: "100,000 of 100,000,000 ballots by the consistent sampler",
    target: Target(peak: 200_000_000),
    input: { _ in Input(files: []) },
    ours: [
      Contender("Veedor, consistent") { _ in
        try consistent(of: 100_000_000)
      } answer: {
        $0
      }
    ])

  /// Stark's generator, and the beginning of a shuffle.
  static let shuffling = Benchmark(
    name: "shuffling",
    work: "100,000 of 10,000,000 ballots by Stark's generator and a shuffle",
    input: { _ in Input(files: []) },
    ours: [
      Contender("Veedor, shuffle") { _ in
        var generator = HashGenerator(seed: "\(seed)")
        return try generator.shuffled(100_000, of: 10_000_000)
      } answer: { units in
        "\(units[0]) \(units[99_999])"
      }
    ],
    peers: [Peer(name: "cryptorandom", needs: .python("cryptorandom"), command: ["drawing.py", "shuffle"])])

  private static let seed = 1_234_567_890

  /// The first and the last ballot drawn.
  private static func consistent(of ballots: Int) throws -> String {
    guard let frame = SamplingFrame(batches: [("ballot", ballots)]) else { throw Failure("too many ballots") }
    let drawn = try ConsistentSampler(seed: "\(seed)").draw(100_000, from: frame)
    return "\(drawn[0].unit) \(drawn[99_999].unit)"
  }
}
