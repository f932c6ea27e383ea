import ModuleKit
import Statistics

/// What a sample says of shares and leads, in percent and points with intervals, for all stations or those of an area.
struct SampleShares {
  /// An estimate in percent or points, with the ends of its interval where the sample supports one.
  struct Answer {
    let value, standardError: Double
    /// nil where the units that came in do not show how far off the value may be.
    let interval: ClosedRange<Double>?
    /// The standard error without the correction for finite strata.
    let uncorrectedError: Double
    /// The degrees of freedom of the standard error.
    let degrees: Int

    /// `estimate`, a proportion, with an interval that cannot leave `bounds`.
    init(
      _ estimate: Estimate, confidence: Double, within bounds: ClosedRange<Double> = -.infinity ... .infinity
    ) {
      (value, standardError, degrees) = (100 * estimate.value, 100 * estimate.standardError, estimate.degrees)
      uncorrectedError = 100 * estimate.uncorrected.squareRoot()
      interval = estimate.interval(confidence: confidence)
        .map { $0.clamped(to: bounds) }.map { 100 * $0.lowerBound...100 * $0.upperBound }
    }

    /// `share`, a proportion, less `other`, which is known, with the interval of the proportion.
    init(share: Estimate, less other: Double, confidence: Double) {
      (value, standardError, degrees) = (100 * (share.value - other), 100 * share.standardError, share.degrees)
      uncorrectedError = 100 * share.uncorrected.squareRoot()
      interval = share.proportionInterval(confidence: confidence)
        .map { 100 * ($0.lowerBound - other)...100 * ($0.upperBound - other) }
    }

    func quantity(_ unit: Unit, level: Double) -> Quantity {
      Quantity(
        value, unit, low: interval?.lowerBound, high: interval?.upperBound,
        interval: interval.map { _ in .confidence(level: level) })
    }

    /// Whether there is an interval, and it leaves out zero.
    var isClear: Bool { interval.map { !$0.contains(0) } ?? false }
  }

  private let sample: StratifiedSample
  /// The units with a sheet among those asked for.
  let units: [Int]
  /// By option and unit, the votes; by unit, all votes that shares are of.
  private let votes: [[Double]], wholes: [Double]
  private let confidence: Double

  /// What `sheets` say; nil where they hold no votes.
  init?(
    _ sheets: SheetsByUnit, of sample: StratifiedSample, votes: [Column<Int64>], whole: Column<Int64>,
    confidence: Double
  ) {
    (self.sample, self.confidence, units) = (sample, confidence, sheets.units)
    self.votes = votes.map { column in sheets.sums { Double(column[$0] ?? 0) } }
    wholes = sheets.sums { Double(whole[$0] ?? 0) }
    guard wholes.contains(where: { $0 > 0 }) else { return nil }
  }

  /// The degrees of freedom of every estimate.
  var degrees: Int { sample.total(of: wholes, at: units).degrees }

  /// The share of an option.
  func share(_ option: Int) -> Answer? {
    sample.ratio(of: votes[option], to: wholes, at: units).map { Answer($0, confidence: confidence, within: 0...1) }
  }

  /// The lead of one option over another.
  func lead(_ first: Int, over second: Int) -> Answer? {
    sample.ratio(of: zip(votes[first], votes[second]).map { $0 - $1 }, to: wholes, at: units)
      .map { Answer($0, confidence: confidence, within: -1...1) }
  }

  /// The options in the order of their estimates; ties as on the ballot.
  var ranking: [Int] {
    let totals = votes.map { sample.total(of: $0, at: units).value }
    return totals.indices.sorted { (-totals[$0], $0) < (-totals[$1], $1) }
  }
}
