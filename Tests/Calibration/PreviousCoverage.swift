import Counts
import ModuleKit
import Statistics
import TestSupport
import Training

/// How often the late margin lies outside the two intervals that `counts.late` gives with a previous election.
struct PreviousCoverage {
  /// Where elections come from, and which sheets of them are late.
  enum Source: Hashable {
    /// The project's own generator: what is published after the silence.
    case training(Shape)
    /// Municipalities and places with heavy tails; late are those that lean one way, with this correlation of a place's
    /// lateness with its lean, and with its change since the previous election.
    case heavyTails(lean: Double, change: Double)

    static let all =
      Shape.allCases.map(Source.training)
      + [
        .heavyTails(lean: 0, change: 0), .heavyTails(lean: 0.6, change: 0), .heavyTails(lean: 0.6, change: 0.3),
      ]

    var name: String {
      switch self {
      case .training(let shape): shape.rawValue
      case .heavyTails(let lean, let change): "heavy tails, lateness with lean \(lean), with change \(change)"
      }
    }
  }

  /// One election: by the name of the method in the table, whether the late margin lies outside its interval.
  struct Told: Sendable { let outside: [String: Bool] }

  /// The methods as the table `previous_projection` names them.
  static let methods = ["neighbours", "previous_election"]

  let elections: [Told]

  /// In how many elections `method` gives an interval, and in how many of them the late margin lies outside.
  func outside(_ method: String) -> (count: Int, given: Int) {
    let given = elections.compactMap { $0.outside[method] }
    return (given.count { $0 }, given.count)
  }

  static func election(_ source: Source, _ seed: Int) async throws -> Told {
    switch source {
    case .training(let shape):
      let election = TrainingElection(
        shape, stations: Calibration.stations, seed: UInt64(seed), hasFaults: false)
      return try Told(
        await SimulatedMission(election).outcome(
          "late", ["sheets": .official, "previous": .previous],
          [
            "option": "oak", "against": "cedar", "previous_against": "birch", "cut": "2031-05-05T02:00:00Z",
          ]))
    case .heavyTails(let lean, let change):
      var random = SplitMix64(seed: UInt64(seed))
      let csv = heavyTails(lean, change, &random)
      let declaration = DatasetDeclaration(areas: ["municipality", "place"])
      return try Told(
        await OperationRun(counts, "late", with: ["option": "oak", "against": "elm"])
          .giving(csv.sheets, as: "sheets", declaration).giving(csv.early, as: "early", declaration)
          .giving(csv.previous, as: "previous", declaration).outcome())
    }
  }

  /// A hundred municipalities of 3 to 20 places of 1 to 6 stations, both by Pareto laws. In points of margin a
  /// municipality leans by 15 and a place by 10 times Student's t of three degrees of freedom, and changes by a third of
  /// that; a station differs by a normal 5 in each election beside the draw of its 100 to 400 voters.
  private static func heavyTails(
    _ lean: Double, _ change: Double, _ random: inout SplitMix64
  ) -> (sheets: String, early: String, previous: String) {
    let header = "sheet,municipality,place,votes_oak,votes_elm\n"
    var (sheets, early, previous) = (header, header, header)
    var number = 0
    let rest = (1 - lean * lean - change * change).squareRoot()
    for municipality in 0..<100 {
      let (base, swing) = (random.student3(), random.student3())
      for place in 0..<Int(min(20, 3 * random.pareto(1.2))) {
        let (own, moved) = (random.student3(), random.student3())
        // Student's t of three degrees of freedom has the variance 3.
        let deviation = ((2.25 + 1) * 3).squareRoot()
        let (leaning, changing) = ((1.5 * base + own) / deviation, (1.5 * swing + moved) / deviation)
        let lateness = lean * leaning + change * changing + rest * random.normal()
        for _ in 0..<Int(min(6, random.pareto(1))) {
          func votes(_ margin: Double) -> (oak: Int, elm: Int) {
            let valid = 100 + random.number(below: 301)
            let share = 0.5 + min(95, max(-95, margin + 5 * random.normal())) / 200
            let spread = (share * (1 - share) * Double(valid)).squareRoot() * random.normal()
            let oak = min(valid, max(0, Int((Double(valid) * share + spread).rounded())))
            return (oak, valid - oak)
          }
          let mean = 15 * base + 10 * own
          let (now, then) = (votes(mean + (15 * swing + 10 * moved) / 3), votes(mean))
          let row = "\(number),\(municipality),\(place),"
          sheets += row + "\(now.oak),\(now.elm)\n"
          previous += row + "\(then.oak),\(then.elm)\n"
          if lateness + 0.3 * random.normal() < 0.9 { early += row + "\(now.oak),\(now.elm)\n" }
          number += 1
        }
      }
    }
    return (sheets, early, previous)
  }
}

extension PreviousCoverage.Told {
  /// What the table `previous_projection` tells.
  init(_ outcome: Outcome) throws {
    var outside: [String: Bool] = [:]
    if let table = outcome.tables["previous_projection"] {
      let names = try table.texts("method")
      let (lows, highs) = (try table.numbers("low_points"), try table.numbers("high_points"))
      let actual = try table.numbers("actual_points")
      for row in 0..<table.rowCount {
        guard let name = names[row], let low = lows[row], let high = highs[row], let it = actual[row] else { continue }
        outside[name] = !(low...high).contains(it)
      }
    }
    self.outside = outside
  }
}

extension CalibrationPage {
  /// How often the late margin at the stations in both elections lies outside each interval.
  static func previous(_ coverage: [PreviousCoverage.Source: PreviousCoverage]) -> String {
    var lines = [
      "\(Calibration.elections) elections of each kind: late margins at the stations in both elections outside the 95 % interval, in "
        + "percent of the elections in which it is given, with the 95 % interval of that share; **bold** where the whole of it "
        + "lies above 5 %.", "",
      "| elections | by the early margins of neighbours | by the previous election and the early changes of neighbours |",
      "|---|---|---|",
    ]
    for source in PreviousCoverage.Source.all {
      let cells = PreviousCoverage.methods.map { method in
        let (count, given) = coverage[source]?.outside(method) ?? (0, 0)
        guard given > 0 else { return "not given" }
        return share(count, of: given, level: 0.05) + (given < Calibration.elections ? " of \(given)" : "")
      }
      lines.append("| \(source.name) | " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
