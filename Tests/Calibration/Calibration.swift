import FoundationEssentials
import ModuleKit
import Training

/// Runs operations on clean elections and writes how often they raise a false alarm, and which of the faults planted in
/// the training mission are found:
///
///     swift run -c release Calibrate Docs/methods/calibration.md [battery] [spread] [klimek] [late] [jump]
///         [previous] [quick_count] [faults]
///
/// It writes the parts named, or all. Election `i` of a kind is drawn from seed `i`, so that the page can be made again.
@main struct Calibration {
  /// The parts of the page; each stands between comments that name it.
  enum Part: String, CaseIterable {
    case battery, spread, klimek, late, jump, previous
    case quickCount = "quick_count"
    case faults
  }

  /// The stations of an election, and how many elections of a kind the battery, the Klimek fit and the jump see.
  static let (stations, elections, fits, jumps) = (2000, 1000, 200, 400)

  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let parts = arguments.dropFirst().compactMap(Part.init)
    guard let path = arguments.first, parts.count == arguments.count - 1 else { throw CalibrationError.usage }
    for part in parts.isEmpty ? Part.allCases : parts {
      let text =
        switch part {
        case .battery: CalibrationPage.falseAlarms(try await battery(.alike), .alike)
        case .spread: CalibrationPage.falseAlarms(try await battery(.spread), .spread)
        case .klimek: CalibrationPage.klimek(try await klimek())
        case .late:
          CalibrationPage.late(
            try await late(LateCoverage.Case.all, elections, LateCoverage.election),
            jumps: try await late(LateCoverage.Case.timed, jumps, LateCoverage.jump))
        case .jump: CalibrationPage.jump(try await jump())
        case .previous: CalibrationPage.previous(try await previous())
        case .quickCount: CalibrationPage.quickCount(try await quickCount())
        case .faults: CalibrationPage.found(try await FoundFaults())
        }
      try replace(part, by: text, in: URL(filePath: path))
    }
  }

  private static func battery(_ registers: TrainingElection.Registers) async throws -> [FalseAlarms] {
    var all: [FalseAlarms] = []
    for kind in CleanElections.allCases {
      var alarms = FalseAlarms()
      let found = try await each(elections) { seed in
        try FalseAlarms.election(try await kind.outcome("screen", seed, registers))
      }
      for election in found { alarms.add(election) }
      all.append(alarms)
    }
    return all
  }

  private static func klimek() async throws -> [KlimekFits.Distance: [KlimekFits]] {
    var all: [KlimekFits.Distance: [KlimekFits]] = [:]
    for distance in KlimekFits.Distance.allCases {
      for kind in CleanElections.allCases {
        let parameters = ["distance": Value.string(distance.rawValue), "repeats": .integer(KlimekFits.repeats)]
        let fits = try await each(fits) { seed in
          KlimekFits.fit(try await kind.outcome("klimek", seed, .alike, parameters))
        }
        all[distance, default: []].append(KlimekFits(fits: fits.compactMap { $0 }))
      }
    }
    return all
  }

  /// What `election` gives for the first `count` elections of each of `cases`.
  private static func late(
    _ cases: [LateCoverage.Case], _ count: Int,
    _ election: @escaping @Sendable (LateCoverage.Case, Int) async throws -> LateCoverage.Election?
  ) async throws -> [(LateCoverage.Case, LateCoverage)] {
    var all: [(LateCoverage.Case, LateCoverage)] = []
    for which in cases {
      let outcomes = try await each(count) { seed in try await election(which, seed) }
      all.append((which, LateCoverage(elections: outcomes.compactMap { $0 })))
    }
    return all
  }

  private static func jump() async throws -> [JumpCoverage.Series: [JumpCoverage]] {
    var all: [JumpCoverage.Series: [JumpCoverage]] = [:]
    for series in JumpCoverage.Series.allCases {
      for jump in JumpCoverage.jumps {
        let told = try await each(elections) { seed in try await JumpCoverage.draw(series, jump: jump, seed) }
        all[series, default: []].append(JumpCoverage(series: told))
      }
    }
    return all
  }

  private static func previous() async throws -> [PreviousCoverage.Source: PreviousCoverage] {
    var all: [PreviousCoverage.Source: PreviousCoverage] = [:]
    for source in PreviousCoverage.Source.all {
      let told = try await each(elections) { seed in try await PreviousCoverage.election(source, seed) }
      all[source] = PreviousCoverage(elections: told)
    }
    return all
  }

  private static func quickCount() async throws -> [QuickCountCoverage.Case: [QuickCountCoverage.Sample]] {
    var all: [QuickCountCoverage.Case: [QuickCountCoverage.Sample]] = [:]
    for generator in SampledElection.Generator.allCases {
      for samples in try await each(elections, { seed in try await QuickCountCoverage.election(generator, seed) }) {
        for (key, sample) in samples { all[key, default: []].append(sample) }
      }
    }
    return all
  }

  private static func replace(_ part: Part, by text: String, in file: URL) throws {
    let page = try String(contentsOf: file, encoding: .utf8)
    guard let first = page.firstRange(of: "<!-- generated: \(part.rawValue) -->\n"),
      let last = page[first.upperBound...].firstRange(of: "<!-- end -->")
    else { throw CalibrationError.noMarkers }
    try (page[..<first.upperBound] + "\n" + text + "\n" + page[last.lowerBound...])
      .write(to: file, atomically: true, encoding: .utf8)
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
