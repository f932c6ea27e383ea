/// How many units to draw, and how to share them among strata (Cochran 1977, Sampling Techniques, third edition, sections 4.4,
/// 5.5 and 5.6).
public enum SampleDesign {
  /// How many of `population` independent units, each of which says yes or no, show a share to within `error` at a normal
  /// quantile `z`, whatever the share is nearest to: `p (1 − p) / (error²/z² + p (1 − p)/N)`, not rounded.
  ///
  /// A formula for single voters. Stations are no voters: the votes of one belong together, and the spread between stations
  /// decides.
  public static func votersNeeded(population: Int, error: Double, z: Double, share: Double = 0.5) -> Double {
    let spread = share * (1 - share)
    return spread / (error * error / (z * z) + spread / Double(population))
  }

  /// How many of `population` stations, whose shares have the standard deviation `deviation`, show the mean share to within
  /// `error` at a normal quantile `z`, where clusters or weights multiply the variance by `designEffect`; not rounded.
  public static func stationsNeeded(
    population: Int, deviation: Double, error: Double, z: Double, designEffect: Double = 1
  ) -> Double {
    let first = z * z * deviation * deviation * designEffect / (error * error)
    return first / (1 + first / Double(population))
  }

  /// The design effect of clusters of `size` units whose values are correlated by `correlation`: `1 + (m − 1) ρ` (Kish 1965,
  /// Survey Sampling, section 5.4).
  public static func designEffect(clusterSize size: Double, correlation: Double) -> Double {
    1 + (size - 1) * correlation
  }

  /// `drawn` units shared among strata by their sizes, not rounded.
  public static func proportional(_ drawn: Double, sizes: [Int]) -> [Double] {
    let all = Double(sizes.reduce(0, +))
    return sizes.map { drawn * Double($0) / all }
  }

  /// `drawn` units shared by size times standard deviation: the smallest variance (Neyman 1934), not rounded.
  ///
  /// A stratum that would be asked for more than it holds is drawn whole, and the rest is shared among the others.
  public static func neyman(_ drawn: Double, sizes: [Int], deviations: [Double]) -> [Double] {
    var whole = Set<Int>()
    while true {
      let open = sizes.indices.filter { !whole.contains($0) }
      let rest = drawn - Double(whole.reduce(0) { $0 + sizes[$1] })
      let sum = open.reduce(0) { $0 + Double(sizes[$1]) * deviations[$1] }
      let shares = sizes.indices.map { stratum in
        whole.contains(stratum)
          ? Double(sizes[stratum]) : sum > 0 ? rest * Double(sizes[stratum]) * deviations[stratum] / sum : 0
      }
      let over = open.filter { shares[$0] > Double(sizes[$0]) }
      if over.isEmpty { return shares }
      whole.formUnion(over)
    }
  }

  /// The standard error of the mean over all units of a stratified sample, with finite strata: `Σ W² S² / n (1 − n/N)`.
  public static func standardError(of drawn: [Double], sizes: [Int], deviations: [Double]) -> Double {
    let all = Double(sizes.reduce(0, +))
    return sizes.indices.reduce(0) { sum, stratum in
      let (size, weight) = (Double(sizes[stratum]), Double(sizes[stratum]) / all)
      guard size > 0, deviations[stratum] > 0 else { return sum }
      let one = weight * deviations[stratum]
      return sum + one * one / drawn[stratum] * (1 - drawn[stratum] / size)
    }.squareRoot()
  }

  /// Whole numbers with the sum of `shares`, each its share rounded down or up: up where most was cut off.
  public static func whole(_ shares: [Double]) -> [Int] {
    let down = shares.map { Int($0.rounded(.down)) }
    let missing = Int(shares.reduce(0, +).rounded()) - down.reduce(0, +)
    let order = shares.indices.sorted {
      (Double(down[$0]) - shares[$0], $0) < (Double(down[$1]) - shares[$1], $1)
    }
    let raised = Set(order.prefix(max(0, missing)))
    return down.indices.map { down[$0] + (raised.contains($0) ? 1 : 0) }
  }
}
