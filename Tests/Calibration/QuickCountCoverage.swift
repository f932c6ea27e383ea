import Counts
import ModuleKit
import Statistics
import TestSupport

/// How often what `counts.quick_count` says of samples drawn from elections counted to the end is true.
struct QuickCountCoverage {
  /// How samples are drawn.
  enum Design: String, CaseIterable {
    case stations20x10 = "20 strata × 10 stations"
    case stations50x1 = "50 strata × 1 station"
    case places20x5 = "20 strata × 5 places"
    case places20x2 = "20 strata × 2 places"

    var units: Int {
      switch self {
      case .stations20x10: 10
      case .stations50x1: 1
      case .places20x5: 5
      case .places20x2: 2
      }
    }
    var isClustered: Bool { self == .places20x5 || self == .places20x2 }
  }

  /// Which of the drawn units come in.
  enum Response: String, CaseIterable {
    case all = "100 %"
    case most = "70 % at random"
    case some = "60 % at random"
    case byStratum = "30–90 % by stratum"
    case byVote = "by the vote"
  }

  /// One sample: what it says, held against the whole count.
  struct Sample: Sendable {
    /// Whether the interval of the lead holds that of the strata of which sheets came in; nil where none is given.
    var holds: Bool?
    /// Whether the worst-case bounds of the lead hold that of the whole count; nil where none are given.
    var isBounded: Bool?
    /// Whether some option of the true official count is told to be not consistent; nil where nothing is tested.
    var isAlarm: Bool?
  }

  struct Case: Hashable, Sendable {
    let generator: SampledElection.Generator
    let design: Design
    let response: Response
  }

  /// What the samples of one election say, one a case.
  static func election(_ generator: SampledElection.Generator, _ seed: Int) async throws -> [Case: Sample] {
    let election = SampledElection(generator, seed: seed)
    var random = SplitMix64(seed: UInt64(seed) ^ 0x51_0c)
    var samples: [Case: Sample] = [:]
    for design in Design.allCases {
      let drawn = Draw(election, design, &random)
      for response in Response.allCases {
        samples[Case(generator: generator, design: design, response: response)] =
          try await drawn.sample(response, &random)
      }
    }
    return samples
  }

  /// Units drawn from an election.
  private struct Draw {
    let election: SampledElection
    let design: Design
    /// By station its stratum; by stratum its stations, and its units as lists of stations.
    private let strata: [Int], units: [[[Int]]]
    /// By stratum, the units drawn.
    private let drawn: [[[Int]]]

    init(_ election: SampledElection, _ design: Design, _ random: inout SplitMix64) {
      (self.election, self.design) = (election, design)
      let all = election.stations
      let byStratum = Dictionary(grouping: all.indices, by: { all[$0].stratum }).sorted { $0.key < $1.key }.flatMap(
        \.value)
      var strata = all.map(\.stratum)
      if design == .stations50x1 {
        for (place, station) in byStratum.enumerated() { strata[station] = place * 50 / all.count }
      }
      self.strata = strata
      units = (0...(strata.max() ?? 0)).map { stratum in
        let stations = byStratum.filter { strata[$0] == stratum }
        guard design.isClustered else { return stations.map { [$0] } }
        return Dictionary(grouping: stations, by: { all[$0].place }).sorted { $0.key < $1.key }.map(\.value)
      }
      drawn = units.map { units in
        var units = units
        let count = min(design.units, units.count)
        for place in 0..<count { units.swapAt(place, place + random.number(below: units.count - place)) }
        return Array(units.prefix(count))
      }
    }

    func sample(_ response: Response, _ random: inout SplitMix64) async throws -> Sample {
      let came = drawn.map { units -> [[Int]] in
        let ofStratum = 0.3 + 0.6 * random.uniform()
        return units.filter { unit in
          let chance: Double =
            switch response {
            case .all: 1
            case .most: 0.7
            case .some: 0.6
            case .byStratum: ofStratum
            case .byVote: min(0.95, max(0.2, 1 - 1.2 * election.stations[unit[0]].share))
            }
          return random.uniform() < chance
        }
      }
      let outcome = try await outcome(of: came, isTested: response == .all)
      var sample = Sample()
      func truth(_ strata: Set<Int>?, _ subject: String) -> Double {
        let options = subject.split(separator: "_").compactMap { Int($0.dropFirst()) }
        let stations = election.stations.indices.filter { strata?.contains(self.strata[$0]) ?? true }
          .map { election.stations[$0] }
        let lead = stations.reduce(0) { $0 + $1.votes[options[0]] - $1.votes[options[1]] }
        return 100 * Double(lead) / Double(stations.reduce(0) { $0 + $1.valid })
      }
      func holds(_ quantity: Quantity?, _ truth: Double) -> Bool? {
        guard let low = quantity?.low, let high = quantity?.high else { return nil }
        return low <= truth && truth <= high
      }
      if let lead = outcome.findings.first(where: { ["margin", "margin_open"].contains($0.code) }) {
        let strata = Set(came.indices.filter { !came[$0].isEmpty })
        sample.holds = holds(lead.values["margin"], truth(strata, lead.subject))
      }
      if let bounds = outcome.findings.first(where: { $0.code == "worst_case" }) {
        sample.isBounded = holds(bounds.values["lead"], truth(nil, bounds.subject))
      }
      let codes = Set(outcome.findings.map(\.code))
      if !codes.isDisjoint(with: ["official_consistent", "official_not_consistent"]) {
        sample.isAlarm = codes.contains("official_not_consistent")
      }
      return sample
    }

    private func outcome(of came: [[[Int]]], isTested: Bool) async throws -> Outcome {
      guard let zone = Zone("UTC") else { throw CalibrationError.noZone }
      let contest = election.contest
      func declared(_ track: Track?) -> DatasetDeclaration {
        var declaration = DatasetDeclaration(areas: ["place"])
        if let track { (declaration.contest, declaration.track) = (contest, track) }
        return declaration
      }
      let votes = contest.options.map { "votes_\($0.id)" }.joined(separator: ",")
      func sheets(_ stations: [Int]) -> String {
        stations.reduce(into: "sheet,place,stratum,\(votes)\n") { text, station in
          let it = election.stations[station]
          text += "\(station),\(it.place),\(strata[station]),\(it.votes.map(String.init).joined(separator: ","))\n"
        }
      }
      let frame = units.enumerated().reduce(into: "stratum,stations,clusters\n") { text, it in
        text += "\(it.offset),\(it.element.joined().count),\(it.element.count)\n"
      }
      let list = drawn.joined().joined().reduce(into: "station,place,stratum\n") { text, station in
        text += "\(station),\(election.stations[station].place),\(strata[station])\n"
      }
      var parameters: [String: Value] = ["probability_sample": "stratified_random"]
      if design.isClustered { parameters = ["probability_sample": "clustered", "cluster": "place"] }
      var run = try OperationRun(counts, "quick_count", with: parameters, contest: contest, zone: zone)
        .giving(sheets(Array(came.joined().joined())), as: "sample", declared(.observer))
        .giving(frame, as: "strata").giving(list, as: "design", declared(nil))
      if isTested {
        run = try run.giving(sheets(Array(election.stations.indices)), as: "official", declared(.official))
      }
      return try await run.outcome()
    }
  }
}
