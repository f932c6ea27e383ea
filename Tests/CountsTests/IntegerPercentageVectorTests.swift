import ModuleKit
import Statistics
import TestSupport
import Testing

@testable import Counts

/// The reference values in full: `vectors/counts/russia_*_forensics.json`.
private struct Reference: Decodable {
  struct Value: Decodable { let observed, expected, anomaly, sd, z: Double }
  struct Exact: Decodable {
    let stations_used: Int
    let result: [String: [String: Value]]
  }
  struct Published: Decodable { let rows, cols: [String], anomaly, mc_sd: [[Double]] }
  let integer_anomaly_exact: Exact
  let integer_anomaly_published_mc: Published
}

private let shares: [(IntegerPercentageTest.Share, String)] = [
  (.turnout, "turnout_only"), (.result, "result_only"), (.either, "turnout_or_result"),
]

@Suite(.enabled(if: SharedFolder.isPresent, "the reference data are not beside the package: see VEEDOR_SHARED"))
struct IntegerPercentageVectorTests {
  @Test(arguments: [RealElection.russia2012, .russia2018, .russia2021])
  func wholePercentagesOfRussianElections(_ election: RealElection) async throws {
    let reference = try SharedFolder.decode(Reference.self, from: election.vectors)
    let test = IntegerPercentageTest(try election.sample().stations)
    #expect(test.stations == reference.integer_anomaly_exact.stations_used)
    for (share, name) in shares {
      for weight in IntegerPercentageTest.Weight.allCases {
        let value = try #require(reference.integer_anomaly_exact.result[name]?["\(weight)"])
        let excess = test.excess(share, by: weight)
        #expect(Double(excess.observed) == value.observed)
        #expect(abs(excess.expected - value.expected) < 0.01 && abs(excess.anomaly - value.anomaly) < 0.01)
        #expect(abs(excess.standardDeviation - value.sd) < 0.01 && abs((excess.z ?? 0) - value.z) < 0.01)
      }
    }
    try await repetitionsAgree(test, reference.integer_anomaly_published_mc)
  }

  /// Both the published means and ours are of a finite number of repetitions.
  private func repetitionsAgree(_ test: IntegerPercentageTest, _ published: Reference.Published) async throws {
    let count = 200
    let repetitions = try await test.repetitions(count, seed: 42)
    for (share, name) in shares {
      let row = try #require(published.rows.firstIndex(of: name))
      for weight in IntegerPercentageTest.Weight.allCases {
        let column = try #require(published.cols.firstIndex(of: "\(weight)"))
        let (summary, excess) = (repetitions.summary(share, by: weight), test.excess(share, by: weight))
        let deviation = published.mc_sd[row][column]
        let error = deviation * (1 / 1000.0 + 1 / Double(count)).squareRoot()
        #expect(abs(Double(excess.observed) - summary.mean - published.anomaly[row][column]) < 4 * error)
        #expect(abs(summary.standardDeviation / deviation - 1) < 0.25)
        #expect(summary.high > summary.mean + 1.9 * excess.standardDeviation)
      }
    }
  }

  /// The published fit has two repeats on a coarse grid: its ranges, not its values.
  @Test func addedBallotsOfTheModelInRussia2012() async throws {
    let data = try #require(KlimekData(try RealElection.russia2012.sample().stations))
    let grid = KlimekFit.Grid(
      incremental: (0...20).map { Double($0) / 20 }, extreme: (0...5).map { Double($0) / 100 }, alpha: [0.5, 1, 2])
    let fit = try await KlimekFit(data, grid: grid, repeats: 3, seed: 1)
    for estimate in fit.repeats {
      #expect(abs(estimate.incremental - 0.25) <= 0.15 && abs(estimate.extreme - 0.015) <= 0.03)
    }
    #expect(abs(data.model.turnout.mode - 0.6) < 0.01 && abs(data.model.turnout.deviation - 0.072) < 0.003)
    #expect(abs(data.model.share.mode - 0.6) < 0.01 && abs(data.model.share.deviation - 0.085) < 0.003)
    #expect(abs(data.model.theta - 0.172) < 0.003)
  }

  /// The same sheets by either distance on the usual grid.
  @Test(arguments: [
    (RealElection.russia2012, 0.28, 0.26), (.russia2018, 0.54, 0.34), (.russia2021, 0.56, 0.54),
  ]) func theDistanceMovesTheFit(_ election: RealElection, _ plain: Double, _ relative: Double) async throws {
    let data = try #require(KlimekData(try election.sample().stations))
    for (distance, incremental) in [(KlimekFit.Distance.plain, plain), (.relative, relative)] {
      let best = try await KlimekFit(data, distance: distance, repeats: 0, seed: 1).best
      #expect(best.incremental == incremental, "\(distance) \(best)")
    }
  }

  /// More stations at multiples of 5 % than a smooth distribution has, most of them at high shares.
  @Test func coarseSharesOfRussia2018() throws {
    let sample = try RealElection.russia2018.sample()
    let test = CoarseShareTest(sample.stations.map { (count: $0.leader, total: $0.received) })
    #expect(test.stations == 90_865 && test.total.observed == 2294)
    #expect(abs(test.total.anomaly - 429.53) < 0.01 && abs(test.total.standardDeviation - 42.28) < 0.01)
  }
}
