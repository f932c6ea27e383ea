import Foundation

/// Measures what is asked for, each contender in a process of its own, in turns:
///
///     bench [--rounds N] [NAME...]
@main struct Bench {
  /// The folder of this package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static func main() async throws {
    var arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "--one" { return try await runOne(Array(arguments.dropFirst())) }
    var rounds = 5
    if arguments.first == "--rounds" {
      guard let number = arguments.dropFirst().first.flatMap({ Int($0) }), number > 0 else {
        throw Failure("--rounds needs a number")
      }
      rounds = number
      arguments = arguments.dropFirst(2)
    }
    for name in arguments where !Benchmark.all.contains(where: { $0.name == name }) {
      throw Failure("no benchmark \(name); there are \(Benchmark.all.map(\.name).joined(separator: ", "))")
    }
    for benchmark in Benchmark.all where arguments.isEmpty || arguments.contains(benchmark.name) {
      do {
        print(try measure(benchmark, rounds: rounds).text)
      } catch let failure as Failure {
        print("\(benchmark.name): left out, \(failure)")
      }
      fflush(nil)
    }
  }

  /// Measures all contenders in turns, so that what else the machine does meets all of them.
  private static func measure(_ benchmark: Benchmark, rounds: Int) throws -> Report {
    let folder = package + "/.build-data"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let input = try benchmark.input(folder)
    var series = benchmark.ours.map { Series($0.name) }
    var commands = benchmark.ours.map { ([executable, "--one", benchmark.name, $0.name], times: 1.0) }
    for peer in benchmark.peers {
      let command = Result { () throws(Failure) in try Programs.command(of: peer) }
      series.append(Series(peer.name, failure: command.failure))
      commands.append(((try? command.get()) ?? [], times: peer.times))
    }
    for _ in 0..<rounds {
      for (number, (command, times)) in commands.enumerated() where series[number].failure == nil {
        series[number].add(
          Result { () throws(Failure) in
            try Programs.output(of: command + input.files).split(separator: "\n")
              .compactMap { Measurement(line: $0)?.times(times) }
          })
      }
    }
    return Report(benchmark: benchmark, input: input, series: series)
  }

  /// Lets one contender work once: `NAME CONTENDER FILE...`.
  private static func runOne(_ arguments: [String]) async throws {
    guard arguments.count >= 2,
      let benchmark = Benchmark.all.first(where: { $0.name == arguments[0] }),
      let contender = benchmark.ours.first(where: { $0.name == arguments[1] })
    else { throw Failure("--one needs a benchmark, a contender and its files") }
    for measurement in try await contender.run(Array(arguments.dropFirst(2))) { print(measurement.line) }
  }

  private static var executable: String { Bundle.main.executablePath ?? CommandLine.arguments[0] }
}
