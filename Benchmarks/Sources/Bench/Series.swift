/// What one contender's rounds gave.
struct Series {
  let name: String
  /// The whole work, once a round.
  private(set) var rounds: [Measurement] = []
  /// Its stages, by round.
  private var stageRounds: [[Measurement]] = []
  /// Why there are none, or no more.
  private(set) var failure: Failure?

  init(_ name: String, failure: Failure? = nil) { (self.name, self.failure) = (name, failure) }

  /// Takes in a round: the stages, and the whole last.
  mutating func add(_ round: Result<[Measurement], Failure>) {
    switch round {
    case .success(let measurements):
      guard let whole = measurements.last else { return failure = Failure("it printed no measurement") }
      rounds.append(whole)
      stageRounds.append(measurements.dropLast())
    case .failure(let failure): self.failure = failure
    }
  }

  /// The best of the rounds.
  var best: Measurement? { Self.best(rounds) }

  /// The best of the rounds of each stage.
  var stages: [Measurement] {
    (stageRounds.first ?? []).indices.compactMap { stage in
      Self.best(stageRounds.compactMap { stage < $0.count ? $0[stage] : nil })
    }
  }

  /// The least of each: what else runs on the machine only ever adds.
  private static func best(_ rounds: [Measurement]) -> Measurement? {
    guard let last = rounds.last else { return nil }
    return rounds.reduce(last) {
      Measurement(
        wall: min($0.wall, $1.wall), processor: min($0.processor, $1.processor), peak: min($0.peak, $1.peak),
        answer: $0.answer)
    }
  }
}

extension Result {
  /// Why there is no success.
  var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}

/// Why something could not be measured.
struct Failure: Error, CustomStringConvertible {
  let reason: String

  init(_ reason: String) { self.reason = reason }

  var description: String { reason }
}
