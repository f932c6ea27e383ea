import ModuleKit
import Statistics

/// What a sample says of shares and leads, in percent and points with intervals, for all stations or those of an area.
struct SampleShares {
  /// An estimate in percent or points, with the ends of its interval.
  struct Answer {
    let value, standardError, low, high: Double

    /// `estimate`, a proportion, with an interval that cannot leave `bounds`.
    init(_ estimate: Estimate, quantile: Double, within bounds: ClosedRange<Double> = -.infinity ... .infinity) {
      let interval = estimate.interval(quantile: quantile).clamped(to: bounds)
      (value, standardError) = (100 * estimate.value, 100 * estimate.standardError)
      (low, high) = (100 * interval.lowerBound, 100 * interval.upperBound)
    }

    func quantity(_ unit: Unit, level: Double) -> Quantity {
      Quantity(value, unit, low: low, high: high, interval: .confidence(level: level))
    }

    /// Whether the interval leaves out zero.
    var isClear: Bool { low > 0 || high < 0 }
  }

  let sample: StratifiedSample
  /// By option and unit, the votes; by unit, all votes that shares are of.
  private let votes: [[Double]], wholes: [Double]
  private let quantile: Double
  /// The units with a sheet among those asked for.
  let units: Int

  /// nil where the sheets hold no votes; `rows` says which sheets count.
  init?(
    _ incoming: IncomingSample, _ sample: StratifiedSample, votes: [Column<Int64>], whole: Column<Int64>,
    quantile: Double, where counts: (Int) -> Bool = { _ in true }
  ) {
    (self.sample, self.quantile) = (sample, quantile)
    self.votes = votes.map { column in incoming.sums { counts($0) ? Double(column[$0] ?? 0) : 0 } }
    wholes = incoming.sums { counts($0) ? Double(whole[$0] ?? 0) : 0 }
    units = incoming.sums { counts($0) ? 1 : 0 }.count { $0 > 0 }
    guard wholes.contains(where: { $0 > 0 }) else { return nil }
  }

  /// The share of an option.
  func share(_ option: Int) -> Answer? {
    sample.ratio(of: votes[option], to: wholes).map { Answer($0, quantile: quantile, within: 0...1) }
  }

  /// The lead of one option over another.
  func lead(_ first: Int, over second: Int) -> Answer? {
    sample.ratio(of: zip(votes[first], votes[second]).map { $0 - $1 }, to: wholes)
      .map { Answer($0, quantile: quantile, within: -1...1) }
  }

  /// The options in the order of their estimates; ties as on the ballot.
  var ranking: [Int] {
    let totals = votes.map { sample.total(of: $0).value }
    return totals.indices.sorted { (-totals[$0], $0) < (-totals[$1], $1) }
  }
}
