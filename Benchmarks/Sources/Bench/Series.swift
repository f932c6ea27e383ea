/// What one contender's rounds gave.
struct Series {
  let name: String
  private(set) var rounds: [Measurement] = []
  /// Why there are none, or no more.
  private(set) var failure: String?

  init(_ name: String) { self.name = name }

  /// Takes in a round.
  mutating func add(_ round: Result<Measurement, Failure>) {
    switch round {
    case .success(let measurement): rounds.append(measurement)
    case .failure(let failure): self.failure = failure.reason
    }
  }

  /// The shortest of the rounds: what else runs on the machine only ever adds.
  var wall: Double { rounds.map(\.wall).min() ?? .nan }
  /// The least processor time of the rounds.
  var processor: Double { rounds.map(\.processor).min() ?? .nan }
  /// The least peak of the rounds.
  var peak: Int { rounds.map(\.peak).min() ?? 0 }
  /// What came out last.
  var answer: String? { rounds.last?.answer }
}

/// Why something could not be measured.
struct Failure: Error, CustomStringConvertible {
  let reason: String

  init(_ reason: String) { self.reason = reason }

  var description: String { reason }
}
