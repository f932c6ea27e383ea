import Foundation
import Statistics
import Tables

extension Benchmark {
  /// The integer-percentage test of Kobak et al. 2016 without simulation; reading is not timed.
  static let percentages = Benchmark(
    name: "percentages",
    work: "the chance of a whole percentage in 97,699 stations, summed exactly",
    target: Target(processor: 0.5),
    input: StationsFile.input,
    ours: [
      Contender("Veedor, exact", load: stations) {
        IntegerPercentageTest($0)
      } answer: { test in
        let excess = test.excess(.either, by: .stations)
        return String(format: "%.2f expected, deviation %.3f", excess.expected, excess.standardDeviation)
      }
    ],
    peers: [Peer(name: "scipy, exact", needs: .python("scipy"), command: ["percentages.py", "exact"])])

  /// The same as published: a thousand elections drawn from the null hypothesis.
  static let repetitions = Benchmark(
    name: "repetitions",
    work: "whole percentages in a thousand drawn elections of 97,699 stations",
    target: Target(processor: 140.0 / 50, peak: 200_000_000),
    input: StationsFile.input,
    ours: [
      Contender("Veedor, 1,000 elections", load: stations) { stations in
        let test = IntegerPercentageTest(stations)
        return (test, try await test.repetitions(1000, seed: 42))
      } answer: { test, repetitions in
        agreement(repetitions.summary(.either, by: .stations).mean, test, repetitions: 1000)
      }
    ],
    peers: [
      Peer(
        name: "numpy, 20 elections, times 50", needs: .python("scipy"), command: ["percentages.py", "draws"], times: 50)
    ])

  /// Twenty fits of the model of Klimek et al. 2012.
  static let addedBallots = Benchmark(
    name: "added_ballots",
    work: "the model of added ballots fitted to 97,699 stations, twenty repeats on the usual grid",
    input: StationsFile.input,
    ours: [
      Contender("Veedor", load: stations) { stations in
        guard let data = KlimekData(stations) else { throw Failure("there is nothing to fit") }
        return try await KlimekFit(data, repeats: 20, seed: 1)
      } answer: {
        "\($0.repeats.count) repeats of \($0.data.stations) stations"
      }
    ])

  private static let stations: @Sendable ([String]) throws -> [StationCounts] = { files in
    let table = try CSVReader(columns: StationsFile.columns.map { ColumnSpec($0, .integer) }).read(path: files[0])
    let columns = try StationsFile.columns.map { try table.integers($0).values }
    return (0..<table.rowCount).map {
      StationCounts(
        registered: Int(columns[1][$0]), given: Int(columns[2][$0]), received: Int(columns[3][$0]),
        leader: Int(columns[4][$0]))
    }
  }

  /// Drawn means differ: what can be compared is whether they are where they should be.
  private static func agreement(_ mean: Double, _ test: IntegerPercentageTest, repetitions: Double) -> String {
    let exact = test.excess(.either, by: .stations)
    let error = exact.standardDeviation / repetitions.squareRoot()
    return abs(mean - exact.expected) < 4 * error ? "the mean is the expected one" : "the mean is \(mean)"
  }
}
