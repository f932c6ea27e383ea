/// A simple random sample without replacement, and what was found in it.
///
/// Says how many of the whole population may be such as those found. The bounds hold for a random draw and for nothing
/// else: what was chosen, or handed over, bounds only itself.
///
/// Bounds by inverting a one-sided exact test: Buonaccorsi 1987, The American Statistician 41, 215-218; Wang 2015,
/// Journal of the American Statistical Association 110. All comparisons are exact.
public struct HypergeometricSample: Sendable, Hashable {
  /// The largest population: up to here the products of two counts are exact in binary64.
  public static let largestPopulation = 1 << 26

  /// How many things there are.
  public let population: Int
  /// How many of them were drawn.
  public let drawn: Int
  /// How many of the drawn ones are such as one looks for.
  public let found: Int

  /// A sample of `drawn` things out of `population`, `found` of which are such as one looks for.
  public init(population: Int, drawn: Int, found: Int) throws(StatisticsError) {
    guard (0...Self.largestPopulation).contains(population) else { throw .population(population) }
    guard drawn >= 0, drawn <= population else { throw .drawn(drawn, population: population) }
    guard found >= 0, found <= drawn else { throw .found(found, drawn: drawn) }
    (self.population, self.drawn, self.found) = (population, drawn, found)
  }

  /// The most such things that the population may hold: max{M : P(X <= found | M) > risk}.
  ///
  /// However many there are, a sample leads to a bound below their number with probability at most `risk`.
  public func upperBound(risk: Rational) throws(StatisticsError) -> Int {
    try risk.mustBeRisk()
    return largest(found: found, risk: risk)
  }

  /// The fewest such things that the population may hold: min{M : P(X >= found | M) > risk}.
  ///
  /// However many there are, a sample leads to a bound above their number with probability at most `risk`.
  public func lowerBound(risk: Rational) throws(StatisticsError) -> Int {
    try risk.mustBeRisk()
    // At least `found` such things are at most `drawn - found` others.
    return population - largest(found: drawn - found, risk: risk)
  }

  /// The probability falls as M grows: it is 1 where only the found ones are such, 0 once too few others are left.
  private func largest(found: Int, risk: Rational) -> Int {
    greatest(in: found...population - drawn + found) { marked in
      HypergeometricTail(upTo: found, population: population, marked: marked, drawn: drawn).exceeds(risk)
    }
  }
}

/// How many of `population` must be drawn so that, if `count` of them are such as one looks for, a random sample holds
/// none of them with probability at most `risk`: min{n : C(N - B, n) / C(N, n) <= risk}.
///
/// McCarthy, Stanislevic, Lindeman et al. 2008, The American Statistician 62, 11-16. Exact, where the usual formula
/// ceil((N - (B - 1) / 2) (1 - risk^(1 / B))) of Aslam, Popa and Rivest 2007 is an approximation from above.
public func sampleSize(toDetect count: Int, of population: Int, risk: Rational) throws(StatisticsError) -> Int {
  guard (0...HypergeometricSample.largestPopulation).contains(population) else { throw .population(population) }
  guard count >= 1, count <= population else { throw .nothingToDetect(count, population: population) }
  try risk.mustBeRisk()
  return 1
    + greatest(in: 0...population - count) { drawn in
      HypergeometricTail(upTo: 0, population: population, marked: count, drawn: drawn).exceeds(risk)
    }
}

extension Rational {
  fileprivate func mustBeRisk() throws(StatisticsError) {
    guard self > 0, self < 1 else { throw .risk(self) }
  }
}

/// The greatest number in `range` for which `holds` is true; it holds at the lower end, and up to some number.
private func greatest(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int {
  var (low, high) = (range.lowerBound, range.upperBound)
  while low < high {
    let middle = low + (high - low + 1) / 2
    if holds(middle) { low = middle } else { high = middle - 1 }
  }
  return low
}
