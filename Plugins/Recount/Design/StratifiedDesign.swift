import ModuleKit
import Statistics

/// How many stations to draw in each stratum (Cochran 1977, sections 5.5 and 5.9): at least two of each, as the spread inside one
/// cannot be known from a single station, and no more than it has.
struct StratifiedDesign {
  /// How what is drawn is shared among strata.
  enum Allocation: String, Sendable, CaseIterable, ParameterValue {
    /// By their stations.
    case proportional
    /// By their stations times the spread between them.
    case neyman
  }

  /// The stations of each stratum, and the standard deviation between them.
  let sizes: [Int], deviations: [Double]
  let allocation: Allocation
  /// What multiplies the variance, such as clusters.
  let designEffect: Double

  private var least: [Int] { sizes.map { min(2, $0) } }

  /// `drawn` stations shared out; where that is fewer than two of each stratum, two of each.
  func sharedOut(_ drawn: Int) -> [Int] {
    var few = Set<Int>()
    while true {
      let open = sizes.indices.filter { !few.contains($0) }
      let rest = Double(max(0, drawn - few.reduce(0) { $0 + least[$1] }))
      let shares = shares(rest, of: open)
      let short = zip(open, shares).filter { $1 < Double(least[$0]) }.map(\.0)
      if short.isEmpty || open.isEmpty {
        var out = least
        for (stratum, share) in zip(open, SampleDesign.whole(shares)) { out[stratum] = share }
        return out
      }
      few.formUnion(short)
    }
  }

  private func shares(_ drawn: Double, of strata: [Int]) -> [Double] {
    let (sizes, deviations) = (strata.map { self.sizes[$0] }, strata.map { self.deviations[$0] })
    return allocation == .neyman && deviations.contains { $0 > 0 }
      ? SampleDesign.neyman(drawn, sizes: sizes, deviations: deviations)
      : SampleDesign.proportional(drawn, sizes: sizes)
  }

  /// The margin of error of a share at a normal quantile `z`, where so many are drawn of each stratum.
  func error(of drawn: [Int], z: Double) -> Double {
    z
      * (SampleDesign.standardError(of: drawn.map { Double($0) }, sizes: sizes, deviations: deviations)
        * designEffect.squareRoot())
  }

  /// The fewest stations that are enough for a margin of `error`.
  func smallest(error: Double, z: Double) -> [Int] {
    func isEnough(_ drawn: Int) -> Bool { self.error(of: sharedOut(drawn), z: z) <= error }
    var (low, high) = (least.reduce(0, +), sizes.reduce(0, +))
    while low < high {
      let middle = (low + high) / 2
      if isEnough(middle) { high = middle } else { low = middle + 1 }
    }
    // The error falls as more are drawn, but for what is rounded.
    while low > least.reduce(0, +), isEnough(low - 1) { low -= 1 }
    return sharedOut(low)
  }
}
