/// Units drawn at random without replacement within each of several strata, as far as they came in.
///
/// A unit is what was drawn: a polling station, or a cluster such as a polling place with all of its stations, whose
/// values are then the sums over the cluster. Strata are numbered from 0.
///
///     let sample = try StratifiedSample(frame: [488, 524], strata: [0, 0, 1])
///     let share = sample.ratio(of: [123, 97, 127], to: [360, 253, 264])
///
/// A stratum of which nothing came in tells nothing: it leaves every total, and what is estimated is about the others
/// alone. A stratum of which one unit came in gives its value and adds nothing to the variance, since one unit does
/// not show how units differ: the variance is then too small. Both are listed. (Cochran 1977, Sampling Techniques,
/// third edition, chapter 5 and section 6.11.)
public struct StratifiedSample: Sendable {
  /// Why units are no sample of a frame.
  public enum Fault: Error, Hashable, CustomStringConvertible {
    /// A stratum cannot hold fewer than no units.
    case size(Int, stratum: Int)
    /// A unit lies in a stratum that the frame does not have.
    case stratum(Int, strata: Int)
    /// More units came in than their stratum holds.
    case drawn(Int, of: Int, stratum: Int)

    /// The reason as a sentence.
    public var description: String {
      switch self {
      case .size(let units, let stratum): "stratum \(stratum) cannot hold \(units) units"
      case .stratum(let stratum, let strata): "there is no stratum \(stratum) among \(strata)"
      case .drawn(let drawn, let units, let stratum): "\(drawn) of the \(units) units of stratum \(stratum) came in"
      }
    }
  }

  /// The units that each stratum holds: N_h.
  public let frame: [Int]
  /// The units of each stratum that came in: n_h.
  public let counts: [Int]
  /// The stratum of each unit that came in.
  public let strata: [Int]

  /// A sample whose units lie in `strata`, one number a unit, out of strata that hold `frame` units.
  ///
  /// - Throws: ``Fault`` where a stratum is not one of the frame's, or more units came in than it holds.
  public init(frame: [Int], strata: [Int]) throws(Fault) {
    for (stratum, units) in frame.enumerated() where units < 0 { throw .size(units, stratum: stratum) }
    var counts = [Int](repeating: 0, count: frame.count)
    for stratum in strata {
      guard frame.indices.contains(stratum) else { throw .stratum(stratum, strata: frame.count) }
      counts[stratum] += 1
    }
    for (stratum, drawn) in counts.enumerated() where drawn > frame[stratum] {
      throw .drawn(drawn, of: frame[stratum], stratum: stratum)
    }
    (self.frame, self.counts, self.strata) = (frame, counts, strata)
  }

  /// The strata that hold units none of which came in.
  public var emptyStrata: [Int] { frame.indices.filter { counts[$0] == 0 && frame[$0] > 0 } }

  /// The strata of several units of which just one came in.
  public var singletons: [Int] { frame.indices.filter { counts[$0] == 1 && frame[$0] > 1 } }

  /// The estimated sum of `values` over all units of the strata that are not empty.
  ///
  /// `values` are those of the units that came in; or of `units`, distinct, in the place of all, where the others are
  /// zero, as in the sum over one area. Unbiased, and so is its variance where no stratum is a singleton: the sum over
  /// strata of N_h² (1 − n_h / N_h) s²_h / n_h (Cochran 1977, section 5.4). The work grows with the units given alone.
  public func total(of values: [Double], at units: [Int]? = nil) -> Estimate {
    let units = units ?? Array(strata.indices)
    precondition(values.count == units.count, "one value a unit")
    var places: [Int: Int] = [:]
    var touched: [Touched] = []
    var placed: [Int] = []
    placed.reserveCapacity(units.count)
    for (value, unit) in zip(values, units) {
      let place = places[strata[unit], default: touched.count]
      if place == touched.count {
        places[strata[unit]] = place
        touched.append(Touched(stratum: strata[unit]))
      }
      touched[place].units += 1
      touched[place].sum += value
      placed.append(place)
    }
    for place in touched.indices { touched[place].mean = touched[place].sum / Double(counts[touched[place].stratum]) }
    for (value, place) in zip(values, placed) {
      let distance = value - touched[place].mean
      touched[place].squares += distance * distance
    }
    var total = Estimate(value: 0, variance: 0)
    // The strata in their order, so that the order of the units makes no difference to the sums.
    for it in touched.sorted(by: { $0.stratum < $1.stratum }) {
      let (all, drawn) = (Double(frame[it.stratum]), Double(counts[it.stratum]))
      total.value += all * it.mean
      guard drawn > 1 else { continue }
      let squares = it.squares + (drawn - Double(it.units)) * it.mean * it.mean
      total.variance += all * (all - drawn) / drawn * squares / (drawn - 1)
      total.uncorrected += all * all / drawn * squares / (drawn - 1)
    }
    return total
  }

  /// A stratum of which some value may not be zero.
  private struct Touched {
    let stratum: Int
    var units = 0
    var sum = 0.0, mean = 0.0, squares = 0.0
  }

  /// The estimated sum of `parts` over the estimated sum of `wholes`: the combined ratio; nil where the second is 0.
  ///
  /// The variance is that of the sum of the residuals `part − ratio · whole`, over the square of the estimated sum of
  /// the wholes (Cochran 1977, section 6.11). The margin between two options is the ratio of their difference. The
  /// share in an area is that of its `units` in the place of all.
  public func ratio(of parts: [Double], to wholes: [Double], at units: [Int]? = nil) -> Estimate? {
    let (part, whole) = (total(of: parts, at: units), total(of: wholes, at: units))
    guard whole.value != 0 else { return nil }
    let ratio = part.value / whole.value
    let residuals = total(of: zip(parts, wholes).map { $0 - ratio * $1 }, at: units)
    let square = whole.value * whole.value
    return Estimate(
      value: ratio, variance: residuals.variance / square, uncorrected: residuals.uncorrected / square)
  }
}

/// A number estimated from a sample, with the variance that the draw gives it.
public struct Estimate: Sendable, Equatable {
  /// The number.
  public var value: Double
  /// Its estimated variance over all samples that could have been drawn.
  public var variance: Double

  /// The variance without the correction for finite strata, as if units had been drawn with replacement.
  public var uncorrected: Double

  /// An estimate; without `uncorrected` no correction is known.
  public init(value: Double, variance: Double, uncorrected: Double? = nil) {
    (self.value, self.variance, self.uncorrected) = (value, variance, uncorrected ?? variance)
  }

  /// The square root of the variance.
  public var standardError: Double { variance.squareRoot() }

  /// From `quantile` standard errors below to as many above; 1.96 for 95 % where the normal approximation holds.
  public func interval(quantile: Double) -> ClosedRange<Double> {
    let reach = quantile.magnitude * standardError
    return value - reach...value + reach
  }
}
