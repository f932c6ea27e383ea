import ModuleKit
import Statistics

/// What the whole count may be, whatever the missing sheets hold (Manski 1995, Identification Problems in the Social
/// Sciences, chapter 2).
///
/// The missing sheets of stations that were drawn are filled in at their worst, once for one side and once for the other,
/// and the sample so filled is estimated as any other, with its interval; the stations of strata without any unit in the
/// sample are added at their worst. A missing sheet holds no more votes than the largest that came in: that is assumed.
struct WorstCase {
  /// The votes on sheets.
  struct Votes {
    let options: [Column<Int64>]
    let whole: Column<Int64>
  }

  /// The stations drawn without a sheet that is used; nil where nobody says which were drawn.
  let missing: Int?
  /// The stations of strata without any unit in the sample.
  let outside: Int
  /// The most votes on a sheet that came in.
  let most: Int

  private let sample: StratifiedSample
  /// By option and unit, the votes that came in; by unit, all votes, and those that its missing sheets hold at most.
  private let votes: [[Double]], wholes: [Double], lost: [Double]

  /// nil where nothing is missing, or the stratum of a station drawn is not known.
  init?(
    _ incoming: IncomingSample, _ frame: SampleFrame, _ design: Stations?, _ votes: Votes, cluster: String?,
    _ rule: StratifiedSample.SingleUnits
  ) {
    let most = incoming.rows.map { votes.whole[$0] ?? 0 }.max() ?? 0
    (self.most, missing) = (Int(most), incoming.missing)
    var strata = incoming.strata
    if let design, let sheets = incoming.sheetOfDrawn {
      guard let units = Self.units(design, incoming, frame, cluster) else { return nil }
      strata = units.strata
      func sums(_ value: (Int) -> Double) -> [Double] {
        zip(sheets, units.ofStation).reduce(into: [Double](repeating: 0, count: strata.count)) { sums, it in
          if let row = it.0 { sums[it.1] += value(row) }
        }
      }
      self.votes = votes.options.map { column in sums { Double(column[$0] ?? 0) } }
      wholes = sums { Double(votes.whole[$0] ?? 0) }
      lost = zip(sheets, units.ofStation).reduce(into: strata.map { _ in 0 }) { lost, it in
        if it.0 == nil { lost[it.1] += Double(most) }
      }
    } else {
      let units = incoming.byUnit()
      self.votes = votes.options.map { column in units.sums { Double(column[$0] ?? 0) } }
      wholes = units.sums { Double(votes.whole[$0] ?? 0) }
      lost = strata.map { _ in 0 }
    }
    guard let sample = try? StratifiedSample(frame: frame.units, strata: strata, singleUnits: rule) else { return nil }
    self.sample = sample
    outside = sample.emptyStrata.reduce(0) { $0 + frame.stations[$1] }
    guard outside + (missing ?? 0) > 0 else { return nil }
  }

  /// The bounds of the share of an option, in percent, rounded outward.
  func share(_ option: Int, confidence: Double) -> ClosedRange<Double>? {
    bounds(of: votes[option], worst: 0, best: 1, within: 0...1, confidence)
  }

  /// The bounds of the lead of one option over another, in points, rounded outward.
  func lead(_ first: Int, over second: Int, confidence: Double) -> ClosedRange<Double>? {
    bounds(of: zip(votes[first], votes[second]).map { $0 - $1 }, worst: -1, best: 1, within: -1...1, confidence)
  }

  /// The low end of what follows where each lost vote counts `worst`, and the high one where it counts `best`; nil where
  /// the units do not show how units differ.
  private func bounds(
    of parts: [Double], worst: Double, best: Double, within limits: ClosedRange<Double>, _ confidence: Double
  ) -> ClosedRange<Double>? {
    let (low, high) = (estimate(parts, worst), estimate(parts, best))
    guard let low, let high, low.degrees > 0 else { return nil }
    let ends = [
      low.interval(confidence: confidence)?.lowerBound ?? low.value,
      high.interval(confidence: confidence)?.upperBound ?? high.value,
    ].map { min(max($0, limits.lowerBound), limits.upperBound) }
    return (1e4 * ends[0]).rounded(.down) / 100...(1e4 * ends[1]).rounded(.up) / 100
  }

  private func estimate(_ parts: [Double], _ each: Double) -> Estimate? {
    let added = Double(outside) * Double(most)
    let filled = zip(parts, lost).map { $0 + each * $1 }
    let all = zip(wholes, lost).map { $0 + $1 }
    let whole = sample.total(of: all).value + added
    guard whole > 0 else { return nil }
    let ratio = (sample.total(of: filled).value + each * added) / whole
    let residuals = sample.total(of: zip(filled, all).map { $0 - ratio * $1 })
    return Estimate(value: ratio, variance: residuals.variance / (whole * whole), degrees: residuals.degrees)
  }

  /// The units that were drawn: the stratum of each, and the unit of each station drawn; nil where a stratum is not known.
  private static func units(
    _ design: Stations, _ incoming: IncomingSample, _ frame: SampleFrame, _ cluster: String?
  ) -> (strata: [Int], ofStation: [Int])? {
    struct Cluster: Hashable { let stratum, area: Int }
    let level = cluster.flatMap { design.areas.level($0) }
    var clusters: [Cluster: Int] = [:]
    var (strata, ofStation): ([Int], [Int]) = ([], [])
    for row in 0..<design.count {
      let sheet = incoming.sheetOfDrawn?[row] ?? nil
      guard let stratum = sheet.flatMap({ incoming.stratum(of: $0) }) ?? frame.stratum(design.strata[row]) else {
        return nil
      }
      let key = level.map { Cluster(stratum: stratum, area: design.areas.unit($0, row)) }
      if let key, let unit = clusters[key] {
        ofStation.append(unit)
      } else {
        if let key { clusters[key] = strata.count }
        ofStation.append(strata.count)
        strata.append(stratum)
      }
    }
    return (strata, ofStation)
  }
}
