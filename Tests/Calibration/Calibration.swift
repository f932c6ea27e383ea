import FoundationEssentials
import ModuleKit
import Statistics
import Training

/// Runs the screening operations on clean elections and writes how often they raise a false alarm, and which of the
/// faults planted in the training mission are found:
///
///     swift run -c release Calibrate Docs/methods/calibration.md
///
/// Election `i` of a shape is drawn from seed `i`, so that the page can be made again to the same bytes.
@main struct Calibration {
  /// The stations of an election, and how many elections of a shape the battery and the Klimek fit see.
  static let (stations, elections, fits) = (2000, 1000, 50)

  static func main() async throws {
    guard CommandLine.arguments.count == 2 else { throw CalibrationError.usage }
    let path = CommandLine.arguments[1]
    let page = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    let (begin, end) = ("<!-- generated: begin -->\n", "<!-- generated: end -->")
    guard let first = page.firstRange(of: begin), let last = page.firstRange(of: end) else {
      throw CalibrationError.noMarkers
    }
    var battery: [FalseAlarms] = []
    var added: [Int] = []
    for shape in Shape.allCases {
      var alarms = FalseAlarms()
      for election in try await each(elections, { seed in try await FalseAlarms.election(clean(shape, seed)) }) {
        alarms.add(election)
      }
      battery.append(alarms)
      let fits = try await each(fits) { seed in
        try await SimulatedMission(clean(shape, seed)).outcome(
          "klimek", ["sheets": .official], ["repeats": .integer(10)]
        )
        .findings.contains { $0.code == "added_ballots" }
      }
      added.append(fits.count { $0 })
    }
    let text = CalibrationPage(battery: battery, added: added, faults: try await FoundFaults()).markdown
    try (page[..<first.upperBound] + text + page[last.lowerBound...]).write(
      to: URL(filePath: path), atomically: true, encoding: .utf8)
  }

  private static func clean(_ shape: Shape, _ seed: Int) -> TrainingElection {
    TrainingElection(shape, stations: stations, seed: UInt64(seed), hasFaults: false)
  }

  /// What `body` makes of 1 to `count`, in that order, a few at a time.
  private static func each<Value: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) async throws -> Value
  ) async throws -> [Value] {
    try await withThrowingTaskGroup(of: (Int, Value).self) { group in
      var values: [Int: Value] = [:]
      for number in 1...count {
        if number > 4, let (number, value) = try await group.next() { values[number] = value }
        group.addTask { (number, try await body(number)) }
      }
      for try await (number, value) in group { values[number] = value }
      return (1...count).compactMap { values[$0] }
    }
  }
}
