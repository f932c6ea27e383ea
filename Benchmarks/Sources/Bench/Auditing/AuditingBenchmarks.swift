import Statistics

extension Benchmark {
  /// The size of a first round at a margin of 0.4 %, by the exact laws of the walk.
  static let firstRound = Benchmark(
    name: "first_round",
    work: "Minerva's first round at a margin of 0.4 %, 10 % risk and 90 % probability",
    target: Target(processor: 0.3),
    input: { _ in Input(files: []) },
    ours: [
      Contender("Veedor, exact") { _ in
        try Minerva(share: 0.502, risk: 0.1).firstRound(stopping: 0.9)
      } answer: {
        "\($0.first) \($0.stable)"
      }
    ])

  /// The trinomial bound at three hundred mean taints, as many as a peer's grid has points on a side.
  static let trinomial = Benchmark(
    name: "trinomial",
    work: "the trinomial bound of 16 batches, one of them tainted, at 300 mean taints",
    target: Target(processor: 0.3),
    input: { _ in Input(files: []) },
    ours: [
      Contender("Veedor") { _ in
        let bound = try TrinomialBound(drawn: 16, tainted: 1, size: 0.038)
        return (1...300).map { bound.pValue(mean: Double($0) / 1000) }
      } answer: { values in
        "\(values[299])"
      }
    ])

  /// How many ballots with weights it takes, one by one, by the law of the walk.
  static let weighted = Benchmark(
    name: "weighted",
    work: "BRAVO with weights: 41 % where 40 % are asked for, 10 % risk and 90 % probability",
    target: Target(processor: 5),
    input: { _ in Input(files: []) },
    ours: [
      Contender("Veedor, exact") { _ in
        try WeightedBravo(votes: [3: 41, -2: 59], risk: 0.1).quantile(0.9)
      } answer: {
        $0.map { "\($0)" } ?? "none"
      }
    ])
}
