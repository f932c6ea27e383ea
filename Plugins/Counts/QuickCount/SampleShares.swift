import ModuleKit
import Statistics

/// What a sample says of shares and leads, in percent and points with intervals, for all stations or those of an area.
struct SampleShares {
  /// An estimate in percent or points, with the ends of its interval.
  struct Answer {
    let value, standardError, low, high: Double
    /// The standard error without the correction for finite strata.
    let uncorrectedError: Double

    /// `estimate`, a proportion, with an interval that cannot leave `bounds`.
    init(_ estimate: Estimate, quantile: Double, within bounds: ClosedRange<Double> = -.infinity ... .infinity) {
      let interval = estimate.interval(quantile: quantile).clamped(to: bounds)
      (value, standardError) = (100 * estimate.value, 100 * estimate.standardError)
      uncorrectedError = 100 * estimate.uncorrected.squareRoot()
      (low, high) = (100 * interval.lowerBound, 100 * interval.upperBound)
    }

    func quantity(_ unit: Unit, level: Double) -> Quantity {
      Quantity(value, unit, low: low, high: high, interval: .confidence(level: level))
    }

    /// Whether the interval leaves out zero.
    var isClear: Bool { low > 0 || high < 0 }
  }

  private let sample: StratifiedSample
  /// The units with a sheet among those asked for.
  let units: [Int]
  /// By option and unit, the votes; by unit, all votes that shares are of.
  private let votes: [[Double]], wholes: [Double]
  private let quantile: Double

  /// What `sheets` say; nil where they hold no votes.
  init?(
    _ sheets: SheetsByUnit, of sample: StratifiedSample, votes: [Column<Int64>], whole: Column<Int64>, quantile: Double
  ) {
    (self.sample, self.quantile, units) = (sample, quantile, sheets.units)
    self.votes = votes.map { column in sheets.sums { Double(column[$0] ?? 0) } }
    wholes = sheets.sums { Double(whole[$0] ?? 0) }
    guard wholes.contains(where: { $0 > 0 }) else { return nil }
  }

  /// The share of an option.
  func share(_ option: Int) -> Answer? {
    sample.ratio(of: votes[option], to: wholes, at: units).map { Answer($0, quantile: quantile, within: 0...1) }
  }

  /// The lead of one option over another.
  func lead(_ first: Int, over second: Int) -> Answer? {
    sample.ratio(of: zip(votes[first], votes[second]).map { $0 - $1 }, to: wholes, at: units)
      .map { Answer($0, quantile: quantile, within: -1...1) }
  }

  /// The options in the order of their estimates; ties as on the ballot.
  var ranking: [Int] {
    let totals = votes.map { sample.total(of: $0, at: units).value }
    return totals.indices.sorted { (-totals[$0], $0) < (-totals[$1], $1) }
  }
}
