import ModuleKit
import Statistics
import TestSupport
import Testing

/// Whether the intervals hold what they promise: samples drawn again and again from an election counted to the end.
///
/// The stations of the Mexican presidential election of 2012 with the strata of its quick count; skipped where the
/// shared data are not there.
@Suite(.enabled(if: SharedFolder.isPresent, "VEEDOR_SHARED has no data"))
struct QuickCountCoverageTests {
  private static let draws = 200
  /// Four standard errors of a share of `draws` draws that cover with probability 0.95.
  private static let tolerance = 4 * (0.95 * 0.05 / Double(draws)).squareRoot()

  /// How often the interval held the truth, and how the estimated variance compares with that of the draws.
  private struct Coverage {
    var held = 0, variance = 0.0, squares = 0.0, draws = 0

    mutating func add(_ estimate: Estimate?, truth: Double) throws {
      let estimate = try #require(estimate)
      if try #require(estimate.interval(confidence: 0.95)).contains(truth) { held += 1 }
      variance += estimate.variance
      squares += (estimate.value - truth) * (estimate.value - truth)
      draws += 1
    }

    var share: Double { Double(held) / Double(draws) }
    /// The estimated variance over the true one.
    var inflation: Double { variance / squares }
  }

  @Test func intervalsOfStationsCover() throws {
    let election = try FullElection.shared.get()
    var random = SplitMix64(seed: 2018)
    var draw = StratifiedDraw(strata: election.strata, frame: election.frame)
    var coverage = [Coverage](repeating: Coverage(), count: election.parts.count)
    let truths = election.parts.map { $0.reduce(0, +) / election.wholes.reduce(0, +) }
    for _ in 0..<Self.draws {
      let units = draw.units(2, &random)
      let sample = try StratifiedSample(frame: election.frame, strata: units.map { election.strata[$0] })
      let wholes = units.map { election.wholes[$0] }
      for (place, part) in election.parts.enumerated() {
        try coverage[place].add(sample.ratio(of: units.map { part[$0] }, to: wholes), truth: truths[place])
      }
    }
    for (place, it) in coverage.enumerated() {
      #expect(abs(it.share - 0.95) < Self.tolerance, "\(place): \(it.share)")
      #expect(abs(it.inflation - 1) < 0.3, "\(place): \(it.inflation)")
    }
  }

  /// Places drawn with all of their stations: sums by place cover, stations taken as if drawn one by one do not.
  @Test func intervalsOfPlacesCover() throws {
    let election = try FullElection.shared.get()
    let places = election.places
    var random = SplitMix64(seed: 7)
    var draw = StratifiedDraw(strata: places.strata, frame: places.frame)
    var (clustered, naive) = (Coverage(), Coverage())
    let truth = election.parts[0].reduce(0, +) / election.wholes.reduce(0, +)
    for _ in 0..<Self.draws {
      let drawn = draw.units(2, &random)
      let sample = try StratifiedSample(frame: places.frame, strata: drawn.map { places.strata[$0] })
      func sums(_ values: [Double]) -> [Double] {
        drawn.map { places.stations[$0].reduce(0) { $0 + values[$1] } }
      }
      try clustered.add(sample.ratio(of: sums(election.parts[0]), to: sums(election.wholes)), truth: truth)
      let units = drawn.flatMap { places.stations[$0] }
      let stations = try StratifiedSample(frame: election.frame, strata: units.map { election.strata[$0] })
      try naive.add(
        stations.ratio(of: units.map { election.parts[0][$0] }, to: units.map { election.wholes[$0] }), truth: truth)
    }
    #expect(abs(clustered.share - 0.95) < Self.tolerance, "\(clustered.share)")
    #expect(abs(clustered.inflation - 1) < 0.3, "\(clustered.inflation)")
    #expect(naive.share < 0.85, "\(naive.share)")
  }
}

/// Draws the same number of units from every stratum, without replacement.
struct StratifiedDraw {
  private var units: [[Int]]

  init(strata: [Int], frame: [Int]) {
    units = frame.map { _ in [] }
    for (unit, stratum) in strata.enumerated() { units[stratum].append(unit) }
  }

  /// The first steps of a Fisher-Yates shuffle, on from where the last draw left off.
  mutating func units(_ count: Int, _ random: inout SplitMix64) -> [Int] {
    var drawn: [Int] = []
    for stratum in units.indices {
      for place in 0..<min(count, units[stratum].count) {
        units[stratum].swapAt(place, place + random.number(below: units[stratum].count - place))
        drawn.append(units[stratum][place])
      }
    }
    return drawn
  }
}

/// All stations of the election of 2012.
struct FullElection {
  static let path = SharedFolder.data("quickcountmx/nal_2012.csv.gz")

  static let shared = Result { try FullElection() }

  /// The strata, numbered as they first occur; of each station, and how many stations each holds.
  private(set) var strata: [Int] = [], frame: [Int] = []
  /// By station: all ballots; the lead of PRI-PVEM over PRD-PT-MC, and the votes of Panal, a small party.
  private(set) var wholes: [Double] = [], parts: [[Double]] = []
  /// The places: the stations of one section in one stratum.
  private(set) var places: (strata: [Int], frame: [Int], stations: [[Int]]) = ([], [], [])

  init() throws {
    let votes = ["pri_pvem", "prd_pt_mc", "panal"]
    let texts = ["estrato", "edo_id", "seccion"]
    let rest = [
      "casilla_id", "distrito_fed_17", "distrito_fed_12", "distrito_loc_17", "are", "casilla", "tipo_seccion", "rural",
      "region", "pan", "otros", "ln", "tamano_md", "tamano_gd", "casilla_ex", "ln_total",
    ]
    let table = try CSVReader(
      columns: (texts + rest).map { ColumnSpec($0, .text, .optional) }
        + (votes + ["total"]).map { ColumnSpec($0, .integer) }
    ).read(path: Self.path)
    func numbers(_ name: String) throws -> [Double] {
      let column = try table.integers(name)
      return (0..<table.rowCount).map { Double(column[$0] ?? 0) }
    }
    wholes = try numbers("total")
    let counts = try votes.map(numbers)
    parts = [zip(counts[0], counts[1]).map { $0 - $1 }, counts[2]]
    let columns = try texts.map(table.texts)
    var (numbers, placeNumbers): ([String: Int], [[String]: Int]) = ([:], [:])
    for row in 0..<table.rowCount {
      let words = columns.map { $0[row] ?? "" }
      let stratum = numbers[words[0], default: numbers.count]
      if stratum == frame.count {
        numbers[words[0]] = stratum
        frame.append(0)
        places.frame.append(0)
      }
      strata.append(stratum)
      frame[stratum] += 1
      let place = placeNumbers[words, default: placeNumbers.count]
      if place == places.stations.count {
        placeNumbers[words] = place
        places.stations.append([])
        places.strata.append(stratum)
        places.frame[stratum] += 1
      }
      places.stations[place].append(row)
    }
  }
}
