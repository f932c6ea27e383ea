import ModuleKit
import Statistics

/// How stations differ from one another in the share of an option, by an earlier election: the deviations of the ratio that a sample
/// estimates, `(y − R x) / mean x`, with y votes of x valid ones at a station and R the share in all (Cochran 1977, section 6.11).
///
/// Large stations weigh more, and what strata differ by is no spread inside one.
struct StationSpread {
  /// The place on the ballot of the option whose share varies most inside strata.
  let option: Int
  /// Its standard deviation in each stratum, and over all stations.
  let deviations: [Double], whole: Double
  /// Stations of the frame with and without votes in the earlier election.
  let known, unknown: Int

  /// The spread inside the strata that `strata` gives for each station of `frame`; nil where no two of them have votes and differ.
  init?(_ frame: Stations, strata: [Int], count: Int, _ earlier: Sheets) {
    let votes = Self.votes(earlier)
    let stations = (0..<frame.count).compactMap { row in
      frame.keys[row].flatMap { votes[$0] }.map { (stratum: strata[row], votes: $0) }
    }
    let valid = stations.reduce(0) { $0 + $1.votes.valid }
    guard stations.count > 1, valid > 0 else { return nil }
    (known, unknown) = (stations.count, frame.count - stations.count)
    let mean = valid / Double(stations.count)
    var best: (option: Int, deviations: [Double], whole: Double, within: Double)?
    for option in earlier.contest.options.indices {
      let share = stations.reduce(0) { $0 + $1.votes.options[option] } / valid
      let residuals = stations.map { ($0.stratum, ($0.votes.options[option] - share * $0.votes.valid) / mean) }
      guard let whole = Self.deviation(residuals.map(\.1)) else { continue }
      let inside = Dictionary(grouping: residuals, by: \.0)
      // A stratum without two known stations that differ is taken to be as spread as all together.
      let deviations = (0..<count).map { inside[$0].flatMap { Self.deviation($0.map(\.1)) } ?? whole }
      let within = residuals.reduce(0) { $0 + deviations[$1.0] * deviations[$1.0] }
      if within > best?.within ?? 0 { best = (option, deviations, whole, within) }
    }
    guard let best else { return nil }
    (option, deviations, whole) = (best.option, best.deviations, best.whole)
  }

  /// The votes of each station whose sheets have them all.
  private static func votes(_ sheets: Sheets) -> [String: (valid: Double, options: [Double])] {
    var (out, gaps): ([String: (valid: Double, options: [Double])], Set<String>) = ([:], [])
    for row in 0..<sheets.count {
      guard let key = sheets.stations[row] ?? sheets.keys[row] else { continue }
      let options = sheets.votes.compactMap { $0[row].map(Double.init) }
      guard let valid = sheets.validVotes[row], options.count == sheets.votes.count else {
        gaps.insert(key)
        continue
      }
      let before = out[key] ?? (0, options.map { _ in 0 })
      out[key] = (before.valid + Double(valid), zip(before.options, options).map(+))
    }
    for key in gaps { out[key] = nil }
    return out
  }

  /// The sample standard deviation; nil of fewer than two, and of those that are alike but for rounding: no margin of error is zero
  /// because a few stations were.
  private static func deviation(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
    return deviation > 1e-9 ? deviation : nil
  }
}
