import ModuleKit
import Statistics

/// The sheets of a sample that can be used, with their strata and units; and those that cannot, with the reason.
struct IncomingSample {
  /// Why a sheet is left out.
  enum Reason: String, CaseIterable {
    case repeated
    case notDrawn = "not_drawn"
    case notOnList = "not_on_list"
    case unknownStratum = "unknown_stratum"
    case incomplete
  }

  /// The rows that are used.
  private(set) var rows: [Int] = []
  /// The unit of each row; -1 where the row is not used.
  private var unitOfRow: [Int]
  /// The stratum of each unit.
  private(set) var strata: [Int] = []
  /// The rows that are left out.
  private(set) var leftOut: [Reason: [Int]] = [:]
  /// By stratum, the stations drawn; nil where nobody says which they were.
  private(set) var drawn: [Int]?
  /// By stratum, the stations of which a sheet came in, usable or not.
  private(set) var received: [Int]
  /// By stratum, the sheets used.
  private(set) var used: [Int]
  /// Of the clusters of which something came in, those that lack stations, and all; where both can be told.
  private(set) var incompleteClusters: (some: Int, all: Int)?
  /// For each station drawn the row of its sheet, where one is used; nil where nobody says which were drawn.
  private(set) var sheetOfDrawn: [Int?]?
  /// By unit, how many of its stations each that came in stands for: those drawn over those used.
  private var expansion: [Double] = []

  /// The sheets of `sample`, whose votes by option and in all are `votes` and `whole`.
  ///
  /// The stratum of a station is the one with which it was drawn, else the sheet's own, else that of the list.
  init(
    _ sample: Sheets, whole: Column<Int64>, design: Stations?, list: Stations?, frame: SampleFrame, cluster: String?
  ) throws(DiagnosticsError) {
    let level = try CountsParameter.level(cluster, "cluster", of: sample)
    unitOfRow = [Int](repeating: -1, count: sample.count)
    received = frame.names.map { _ in 0 }
    used = received
    let places = StationIndex(sample)
    leftOut[.repeated] = places.repeated
    let (inDesign, onList) = (design.map { places.rows(in: $0) }, list.map { places.rows(in: $0) })
    var clusters: [Cluster: Int] = [:]
    for row in places.rows {
      if inDesign?[row] == -1 {
        leave(row, .notDrawn)
      } else if onList?[row] == -1 {
        leave(row, .notOnList)
      } else {
        let drawnIn = inDesign.flatMap { design?.strata[$0[row]] }
        let listedIn = onList.flatMap { list?.strata[$0[row]] }
        guard let stratum = frame.stratum(drawnIn ?? sample.strata[row] ?? listedIn) else {
          leave(row, .unknownStratum)
          continue
        }
        received[stratum] += 1
        guard whole[row] != nil, sample.votes.allSatisfy({ $0[row] != nil }) else {
          leave(row, .incomplete)
          continue
        }
        used[stratum] += 1
        rows.append(row)
        let area = level.map { sample.areas.unit($0, row) }
        let unit = area.map { clusters[Cluster(stratum: stratum, area: $0), default: strata.count] } ?? strata.count
        if unit == strata.count {
          strata.append(stratum)
          if let area { clusters[Cluster(stratum: stratum, area: area)] = unit }
        }
        unitOfRow[row] = unit
      }
    }
    expansion = strata.map { _ in 1 }
    if let design { try count(design, inDesign ?? [], in: frame, cluster: cluster) }
  }

  private struct Cluster: Hashable { let stratum, area: Int }

  private mutating func leave(_ row: Int, _ reason: Reason) { leftOut[reason, default: []].append(row) }

  /// Counts what was drawn, and the clusters that came in with some of their stations missing.
  private mutating func count(
    _ design: Stations, _ inDesign: [Int], in frame: SampleFrame, cluster: String?
  ) throws(DiagnosticsError) {
    var drawn = frame.names.map { _ in 0 }
    for row in 0..<design.count {
      if let stratum = frame.stratum(design.strata[row]) { drawn[stratum] += 1 }
    }
    self.drawn = drawn
    var sheets = [Int?](repeating: nil, count: design.count)
    for row in rows { sheets[inDesign[row]] = row }
    sheetOfDrawn = sheets
    guard let cluster, let level = design.areas.level(cluster) else { return }
    let size = design.areas.units[level].count
    var (expected, here) = ([Int](repeating: 0, count: size), [Int](repeating: 0, count: size))
    for row in 0..<design.count { expected[design.areas.unit(level, row)] += 1 }
    for row in rows { here[design.areas.unit(level, inDesign[row])] += 1 }
    for row in rows {
      let area = design.areas.unit(level, inDesign[row])
      expansion[unitOfRow[row]] = Double(expected[area]) / Double(here[area])
    }
    let present = here.indices.filter { here[$0] > 0 }
    incompleteClusters = (present.filter { here[$0] < expected[$0] }.count, present.count)
  }

  /// The stations drawn without a sheet that is used; nil where nobody says which were drawn.
  var missing: Int? { sheetOfDrawn.map { $0.count { $0 == nil } } }

  /// The stratum of a row that is used.
  func stratum(of row: Int) -> Int? { unitOfRow[row] < 0 ? nil : strata[unitOfRow[row]] }

  /// The units as a sample of `frame`.
  /// - Throws: ``DiagnosticsError`` with every stratum in which more came in than there is.
  func stratified(
    _ frame: SampleFrame, _ singleUnits: StratifiedSample.SingleUnits
  ) throws(DiagnosticsError) -> StratifiedSample {
    var counts = frame.names.map { _ in 0 }
    for stratum in strata { counts[stratum] += 1 }
    let crowded = counts.indices.filter { counts[$0] > frame.units[$0] }
    guard crowded.isEmpty else {
      throw DiagnosticsError(
        crowded.map {
          Diagnostic(CountsMessage.moreThanFrame(frame.names[$0], sampled: counts[$0], frame: frame.units[$0]))
        })
    }
    do { return try StratifiedSample(frame: frame.units, strata: strata, singleUnits: singleUnits) } catch {
      preconditionFailure("strata are those of the frame: \(error)")
    }
  }

  /// Those of `rows` that are used, put together by unit; all where nil.
  func byUnit(_ rows: [Int]? = nil) -> SheetsByUnit {
    SheetsByUnit((rows ?? self.rows).compactMap { unitOfRow[$0] < 0 ? nil : ($0, unitOfRow[$0]) }, expansion)
  }
}

/// Some sheets of a sample, put together by the unit that was drawn; they stand for the unit's missing ones too.
struct SheetsByUnit {
  /// The units, in their order.
  let units: [Int]
  private let rows: [(row: Int, place: Int)]
  /// By place, how many sheets of its unit each stands for.
  private let expansion: [Double]

  init(_ rows: [(row: Int, unit: Int)], _ expansion: [Double]) {
    let units = Set(rows.map(\.unit)).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(units, units.indices))
    self.units = units
    self.expansion = units.map { expansion[$0] }
    self.rows = rows.map { ($0.row, places[$0.unit] ?? 0) }
  }

  /// By unit, the sum over its sheets of `value`, and as much for each that is missing as for those that are there.
  func sums(_ value: (Int) -> Double) -> [Double] {
    var sums = [Double](repeating: 0, count: units.count)
    for (row, place) in rows { sums[place] += value(row) }
    return zip(sums, expansion).map { $0 * $1 }
  }
}

/// The stations of some sheets, each with its first sheet.
struct StationIndex {
  /// The first sheet of every station, in their order, and the others.
  private(set) var rows: [Int] = [], repeated: [Int] = []
  private var byStation: [String: Int] = [:]
  private let count: Int

  init(_ sheets: Sheets) {
    count = sheets.count
    for row in 0..<sheets.count {
      let known = byStation.updateValue(row, forKey: sheets.station(row))
      if let known {
        byStation[sheets.station(row)] = known
        repeated.append(row)
      } else {
        rows.append(row)
      }
    }
  }

  /// The sheet of a station.
  subscript(_ station: String) -> Int? { byStation[station] }

  /// For each sheet the row of its station in `list`; -1 where it is not there.
  func rows(in list: Stations) -> [Int] {
    var found = [Int](repeating: -1, count: count)
    for row in 0..<list.count {
      if let key = list.keys[row], let sheet = byStation[key] { found[sheet] = row }
    }
    return found
  }
}

extension Sheets {
  /// The station of a sheet: as the file names it, else the sheet's own key.
  func station(_ row: Int) -> String { stations[row] ?? keys[row] ?? "" }
}
