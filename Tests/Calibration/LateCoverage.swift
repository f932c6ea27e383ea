import ModuleKit
import Statistics
import Training

/// How often the final margin lies outside the interval of `counts.late` in clean elections of one shape.
struct LateCoverage {
  /// Which sheets are late.
  enum Lateness: String, CaseIterable {
    /// Those published after the silence: sheets of small stations in the country above all, often whole places.
    case published = "published after the silence"
    /// Each by the same chance.
    case drawn = "one in five, drawn at random"
  }

  /// What is told of one election.
  struct Election: Sendable {
    let isOutside: Bool
    /// The final margin less the projected one, in standard errors.
    let error: Double
  }

  let elections: [Election]

  /// In how many elections the final margin is outside.
  var outside: Int { elections.count { $0.isOutside } }

  /// The mean and the standard deviation of the errors: 0 and 1 where the interval is what it says.
  var errors: (mean: Double, deviation: Double) {
    let count = Double(elections.count)
    let mean = elections.reduce(0) { $0 + $1.error } / count
    return (mean, (elections.reduce(0) { $0 + ($1.error - mean) * ($1.error - mean) } / count).squareRoot())
  }

  /// The projection for one election; nil where there is none with an interval.
  static func election(_ election: TrainingElection, _ lateness: Lateness) async throws -> Election? {
    let mission = SimulatedMission(election)
    // The same two options in every election, so that a lean of late sheets is seen as one.
    var parameters: [String: Value] = ["option": .string("oak"), "against": .string("cedar")]
    var early: [Bool]?
    switch lateness {
    case .published: parameters["cut"] = .string("2031-05-05T02:00:00Z")
    case .drawn:
      var random = SplitMix64(seed: election.seed)
      early = mission.count.official.map { _ in random.number(below: 5) > 0 }
    }
    let outcome = try await mission.outcome("late", ["sheets": .official], parameters, early: early)
    guard let finding = outcome.findings.first(where: { ["projection", "projection_outside"].contains($0.code) }),
      let projected = finding.values["projected"], let actual = finding.values["actual"]?.value,
      let middle = projected.value, let high = projected.high, high > middle,
      let degrees = finding.values["degrees"]?.value
    else { return nil }
    return Election(
      isOutside: finding.code == "projection_outside",
      error: StudentDistribution(degrees: degrees).upperQuantile(0.025) * (actual - middle) / (high - middle))
  }
}
