import Foundation

/// Measures what is asked for, each contender in a process of its own, in turns:
///
///     bench [--rounds N] [NAME...]
@main struct Bench {
  /// The folder of this package.
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
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
      print(try measure(benchmark, rounds: rounds).text)
      fflush(nil)
    }
  }

  /// Measures all contenders in turns, so that what else the machine does meets all of them.
  private static func measure(_ benchmark: Benchmark, rounds: Int) throws -> Report {
    let folder = package + "/.build-data"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let input = try benchmark.input(folder)
    let ours = benchmark.ours.map { (Series($0.name), [executable, "--one", benchmark.name, $0.name]) }
    let peers = benchmark.peers.map { peer -> (Series, [String]) in
      (Series(peer.name), [python, package + "/Peers/" + peer.command[0]] + peer.command.dropFirst())
    }
    var (series, commands) = ((ours + peers).map(\.0), (ours + peers).map(\.1))
    for (number, peer) in benchmark.peers.enumerated() {
      let check = Result { () throws(Failure) in try output(of: [python, "-c", "import \(peer.module)"]) }
      if case .failure = check { series[ours.count + number].add(.failure(Failure("\(peer.module) is not installed"))) }
    }
    for _ in 0..<rounds {
      for number in series.indices where series[number].failure == nil {
        series[number].add(
          Result { () throws(Failure) in
            let text = try output(of: commands[number] + input.files)
            guard let found = Measurement(line: text.split(separator: "\n").last ?? "") else {
              throw Failure("it printed no measurement")
            }
            return found
          })
      }
    }
    return Report(benchmark: benchmark, bytes: input.bytes, series: series)
  }

  /// Lets one contender work once: `NAME CONTENDER FILE...`.
  private static func runOne(_ arguments: [String]) async throws {
    guard arguments.count >= 2,
      let benchmark = Benchmark.all.first(where: { $0.name == arguments[0] }),
      let contender = benchmark.ours.first(where: { $0.name == arguments[1] })
    else { throw Failure("--one needs a benchmark, a contender and its files") }
    print(try await contender.run(Array(arguments.dropFirst(2))).line)
  }

  private static var executable: String { Bundle.main.executablePath ?? CommandLine.arguments[0] }

  private static var python: String { package + "/.build-peers/bin/python" }

  /// What the process that `command` starts prints.
  private static func output(of command: [String]) throws(Failure) -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardOutput = pipe
    if command.contains("-c") { process.standardError = FileHandle.nullDevice }
    do {
      try process.run()
      let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { throw Failure("it ended with status \(process.terminationStatus)") }
      return String(decoding: data, as: UTF8.self)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("it could not be started")
    }
  }
}
