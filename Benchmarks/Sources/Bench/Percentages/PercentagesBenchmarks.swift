import Statistics
import Tables

extension Benchmark {
  /// The integer-percentage test of Kobak et al. 2016 without simulation; reading is not timed.
  static let percentages = Benchmark(
    name: "percentages",
    work: "the chance of a whole percentage in 97,699 stations, summed exactly",
    input: stationsFile,
    ours: [
      Contender("Veedor, exact", load: stations) {
        IntegerPercentageTest($0)
      } answer: {
        rounded($0.excess(.either, by: .stations).expected)
      }
    ],
    peers: [Peer(name: "scipy, exact", module: "scipy", command: ["percentages.py", "exact"])])

  /// The same as published: a thousand elections drawn from the null hypothesis.
  static let repetitions = Benchmark(
    name: "repetitions",
    work: "whole percentages in a thousand drawn elections of 97,699 stations; numpy draws twenty",
    input: stationsFile,
    ours: [
      Contender("Veedor, 1,000 elections", load: stations) { stations in
        let test = IntegerPercentageTest(stations)
        return (test, try await test.repetitions(1000, seed: 42))
      } answer: { test, repetitions in
        agreement(repetitions.summary(.either, by: .stations).mean, test, repetitions: 1000)
      }
    ],
    peers: [Peer(name: "numpy, 20 elections", module: "scipy", command: ["percentages.py", "draws"])])

  /// Twenty fits of the model of Klimek et al. 2012.
  static let addedBallots = Benchmark(
    name: "added_ballots",
    work: "the model of added ballots fitted to 97,699 stations, twenty repeats on the usual grid",
    input: stationsFile,
    ours: [
      Contender("Veedor", load: stations) { stations in
        guard let data = KlimekData(stations) else { throw Failure("there is nothing to fit") }
        return try await KlimekFit(data, repeats: 20, seed: 1)
      } answer: {
        "\($0.repeats.count) repeats of \($0.data.stations) stations"
      }
    ], peers: [])

  private static let stationsFile: @Sendable (String) throws -> Input = { folder in
    Input(files: [try file("stations-1.csv", in: folder) { try StationsFile.write(to: $0) }])
  }

  private static let stations: @Sendable ([String]) throws -> [StationCounts] = { files in
    let names = ["registered", "given", "received", "leader"]
    let table = try CSVReader(columns: names.map { ColumnSpec($0, .integer) }).read(path: files[0])
    let columns = try names.map { try table.integers($0).values }
    return (0..<table.rowCount).map {
      StationCounts(
        registered: Int(columns[0][$0]), given: Int(columns[1][$0]), received: Int(columns[2][$0]),
        leader: Int(columns[3][$0]))
    }
  }

  /// Drawn means differ: what can be compared is whether they are where they should be.
  private static func agreement(_ mean: Double, _ test: IntegerPercentageTest, repetitions: Double) -> String {
    let exact = test.excess(.either, by: .stations)
    let error = exact.standardDeviation / repetitions.squareRoot()
    return abs(mean - exact.expected) < 4 * error ? "the mean is the expected one" : "the mean is \(mean)"
  }

  /// To a hundredth, as Python writes it.
  private static func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) expected"
  }
}
