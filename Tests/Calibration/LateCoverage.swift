import Counts
import ModuleKit
import Statistics
import TestSupport
import Training

/// How often the final margin lies outside the interval of `counts.late` in clean elections.
struct LateCoverage {
  /// Elections, and which of their sheets are late.
  enum Case: Hashable, Sendable {
    /// The training generator's, late those published after the silence: sheets of small stations in the country above
    /// all, often whole places.
    case published(Shape)
    /// The training generator's, each sheet late by the same chance.
    case drawn(Shape)
    /// Those of ``SampledElection/Generator/heavyTails``, the latest fifth of the sheets, with lateness correlated with the
    /// sheet's margin in tenths; much of what is left of lateness whole municipalities have in common.
    case correlated(tenths: Int)

    static let all = Shape.allCases.map(Case.published) + Shape.allCases.map(Case.drawn) + correlated
    /// Those in which a jump is looked for.
    static let timed = Shape.allCases.map(Case.published) + correlated
    private static let correlated = [0, 3, 6].map { Case.correlated(tenths: $0) }
  }

  /// What is told of one election.
  struct Election: Sendable {
    let isOutside: Bool
    /// Whether earlier cuts showed that the interval does not hold.
    let isDoubted: Bool
    /// The final margin less the projected one, in standard errors.
    let error: Double
  }

  let elections: [Election]

  /// The elections in which the interval is called a confidence interval.
  var undoubted: [Election] { elections.filter { !$0.isDoubted } }

  /// The mean and the standard deviation of the errors: 0 and 1 where the interval is what it says.
  var errors: (mean: Double, deviation: Double) {
    let count = Double(elections.count)
    let mean = elections.reduce(0) { $0 + $1.error } / count
    return (mean, (elections.reduce(0) { $0 + ($1.error - mean) * ($1.error - mean) } / count).squareRoot())
  }

  /// The projection for one election; nil where there is none with an interval.
  static func election(_ election: Case, _ seed: Int) async throws -> Election? {
    let outcome = try await outcome(election, seed: seed, withCut: false)
    guard let finding = outcome.findings.first(where: { $0.code.hasPrefix("projection") }),
      let projected = finding.values["projected"], let actual = finding.values["actual"]?.value,
      let middle = projected.value, let high = projected.high, high > middle,
      let degrees = finding.values["degrees"]?.value
    else { return nil }
    return Election(
      isOutside: abs(actual - middle) > high - middle, isDoubted: finding.code == "projection_placebos_disagree",
      error: StudentDistribution(degrees: degrees).upperQuantile(0.025) * (actual - middle) / (high - middle))
  }

  /// The jump at the cut in one election, where there is none; nil where it has no interval.
  static func jump(_ election: Case, _ seed: Int) async throws -> Election? {
    let outcome = try await outcome(election, seed: seed, withCut: true)
    guard let finding = outcome.findings.first(where: { ["jump", "jump_placebos_disagree"].contains($0.code) }),
      let jump = finding.values["jump"], let middle = jump.value, let low = jump.low, let high = jump.high
    else { return nil }
    return Election(
      isOutside: low > 0 || high < 0, isDoubted: finding.code == "jump_placebos_disagree",
      error: 1.96 * middle / max(high - middle, 1e-12))
  }

  /// What `counts.late` says, where late sheets are those of an earlier dataset, or those after a cut at which it looks for
  /// a jump.
  private static func outcome(_ election: Case, seed: Int, withCut: Bool) async throws -> Outcome {
    switch election {
    case .published(let shape), .drawn(let shape):
      let mission = SimulatedMission(
        TrainingElection(shape, stations: Calibration.stations, seed: UInt64(seed), hasFaults: false))
      var random = SplitMix64(seed: UInt64(seed))
      let early = mission.count.official.map { sheet in
        if case .drawn = election { random.number(below: 5) > 0 } else { sheet.published <= Self.silence }
      }
      // The same two options in every election, so that a lean of late sheets is seen as one.
      let parameters: [String: Value] = ["option": "oak", "against": "cedar"]
      return try await mission.outcome(
        "late", ["sheets": .official],
        withCut ? parameters.merging(["cut": "2031-05-05T02:00:00Z"]) { $1 } : parameters,
        early: withCut ? nil : early)
    case .correlated(let tenths):
      return try await SampledElection(.heavyTails, seed: seed).late(
        correlation: Double(tenths) / 10, seed: UInt64(seed), withCut: withCut)
    }
  }

  /// 2031-05-05T02:00:00Z, when the silence begins.
  private static let silence: Int64 = 1_935_712_800
}

extension SampledElection {
  /// What `counts.late` says where the latest fifth of the sheets is late. A sheet's lateness has this correlation with the
  /// normal score of its margin; of what is left, three tenths lie in the municipality.
  fileprivate func late(correlation: Double, seed: UInt64, withCut: Bool) async throws -> Outcome {
    guard let zone = Zone("UTC") else { throw CalibrationError.noZone }
    let order = order(correlation: correlation, seed: seed)
    let early = order.prefix(stations.count * 4 / 5)
    let declaration = DatasetDeclaration(
      contest: contest, track: .official, areas: ["region", "municipality", "place"])
    func time(_ minute: Int) -> String { Instant(seconds: 1_893_456_000 + Int64(60 * minute)).rfc3339 }
    func csv(_ rows: some Sequence<Int>) -> String {
      let header =
        "sheet,region,municipality,place,published_to,\(contest.options.map { "votes_\($0.id)" }.joined(separator: ","))\n"
      return rows.enumerated().reduce(into: header) { text, it in
        let station = stations[it.element]
        text +=
          "\(it.element),\(station.stratum),\(station.municipality),\(station.place),\(time(it.offset)),"
          + station.votes.map(String.init).joined(separator: ",") + "\n"
      }
    }
    var parameters: [String: Value] = ["option": "o0", "against": "o1"]
    if withCut { parameters["cut"] = .string(time(early.count - 1)) }
    var run = try OperationRun(counts, "late", with: parameters, contest: contest, zone: zone, seed: seed)
      .giving(csv(order), as: "sheets", declaration)
    if !withCut { run = try run.giving(csv(early), as: "early", declaration) }
    return try await run.outcome()
  }

  /// The stations in the order in which their sheets are published.
  private func order(correlation: Double, seed: UInt64) -> [Int] {
    var random = SplitMix64(seed: seed ^ 0x1a7e)
    let municipalities = (0...(stations.map(\.municipality).max() ?? 0)).map { _ in random.normal() }
    let margins = stations.map { Double($0.votes[0] - $0.votes[1]) / Double(max(1, $0.valid)) }
    let ranked = stations.indices.sorted { (margins[$0], $0) < (margins[$1], $1) }
    var lateness = Array(repeating: 0.0, count: stations.count)
    for (rank, station) in ranked.enumerated() {
      let score = StandardNormal.quantile((Double(rank) + 0.5) / Double(ranked.count))
      let rest = 0.3.squareRoot() * municipalities[stations[station].municipality] + 0.7.squareRoot() * random.normal()
      lateness[station] = correlation * score + (1 - correlation * correlation).squareRoot() * rest
    }
    return stations.indices.sorted { (lateness[$0], $0) < (lateness[$1], $1) }
  }
}
