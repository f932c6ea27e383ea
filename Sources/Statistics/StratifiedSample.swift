internal import Glibc

/// Units drawn at random without replacement within each of several strata, as far as they came in.
///
/// A unit is what was drawn: a polling station, or a cluster such as a polling place with all of its stations, whose
/// values are then the sums over the cluster. Strata are numbered from 0.
///
///     let sample = try StratifiedSample(frame: [488, 524], strata: [0, 0, 1])
///     let share = sample.ratio(of: [123, 97, 127], to: [360, 253, 264])
///
/// A stratum of which nothing came in tells nothing: it leaves every total, and what is estimated is about the others
/// alone. A stratum of which one unit came in gives its value, but does not show how its units differ: ``SingleUnits``
/// says what stands in for that. Both are listed. (Cochran 1977, Sampling Techniques, third edition, chapter 5 and
/// section 6.11.)
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

  /// What stands in for the variance within a stratum of which one unit came in. The last two are those of the option
  /// `survey.lonely.psu` of the R package survey.
  public enum SingleUnits: String, CaseIterable, Sendable {
    /// Neighbours are put together, and their differences taken for differences within a stratum (Hansen, Hurwitz and
    /// Madow 1953, Sample Survey Methods and Theory, volume 2, section 9.5; Cochran 1977, section 5A.12): never too small
    /// on average, and too large by what the strata differ.
    case collapse
    /// Nothing: the variance is too small.
    case certainty
    /// The distance from zero, which is the mean of the residuals of a ratio.
    case adjust
  }

  /// The units that each stratum holds: N_h.
  public let frame: [Int]
  /// The units of each stratum that came in: n_h.
  public let counts: [Int]
  /// The stratum of each unit that came in.
  public let strata: [Int]
  /// What stands in for the variance within strata of one unit.
  public let singleUnits: SingleUnits
  /// For each stratum the number of its group, within which units are held against their mean.
  private let groupOfStratum: [Int]
  /// The units that each group holds, those of them that came in, and its strata.
  private let groups: [Group]

  private struct Group {
    var strata: [Int]
    var frame, count: Int
    /// All its units came in: nothing is left to chance.
    var isWhole: Bool { count == frame }

    func joined(with other: Group) -> Group {
      Group(strata: strata + other.strata, frame: frame + other.frame, count: count + other.count)
    }
  }

  /// A sample whose units lie in `strata`, one number a unit, out of strata that hold `frame` units.
  ///
  /// - Throws: ``Fault`` where a stratum is not one of the frame's, or more units came in than it holds.
  public init(frame: [Int], strata: [Int], singleUnits: SingleUnits = .collapse) throws(Fault) {
    for (stratum, units) in frame.enumerated() where units < 0 { throw .size(units, stratum: stratum) }
    var counts = [Int](repeating: 0, count: frame.count)
    for stratum in strata {
      guard frame.indices.contains(stratum) else { throw .stratum(stratum, strata: frame.count) }
      counts[stratum] += 1
    }
    for (stratum, drawn) in counts.enumerated() where drawn > frame[stratum] {
      throw .drawn(drawn, of: frame[stratum], stratum: stratum)
    }
    (self.frame, self.counts, self.strata, self.singleUnits) = (frame, counts, strata, singleUnits)
    groups = Self.groups(frame, counts, singleUnits)
    var groupOfStratum = [Int](repeating: -1, count: frame.count)
    for (number, group) in groups.enumerated() {
      for stratum in group.strata { groupOfStratum[stratum] = number }
    }
    self.groupOfStratum = groupOfStratum
  }

  /// The strata in their order, each a group of its own; where they are collapsed, one of a single unit takes the next of
  /// which units came in but not all, and the last one goes to the group before.
  private static func groups(_ frame: [Int], _ counts: [Int], _ rule: SingleUnits) -> [Group] {
    let present = frame.indices.filter { counts[$0] > 0 }
      .map { Group(strata: [$0], frame: frame[$0], count: counts[$0]) }
    guard rule == .collapse else { return present }
    var groups: [Group] = []
    for group in present where !group.isWhole {
      if let last = groups.last, last.count == 1 {
        groups[groups.count - 1] = last.joined(with: group)
      } else {
        groups.append(group)
      }
    }
    if groups.count > 1, groups[groups.count - 1].count == 1 {
      let last = groups.removeLast()
      groups[groups.count - 1] = groups[groups.count - 1].joined(with: last)
    }
    return groups + present.filter(\.isWhole)
  }

  /// The strata that hold units none of which came in.
  public var emptyStrata: [Int] { frame.indices.filter { counts[$0] == 0 && frame[$0] > 0 } }

  /// The strata of several units of which just one came in.
  public var singletons: [Int] { frame.indices.filter { counts[$0] == 1 && frame[$0] > 1 } }

  /// Whether every unit of every stratum came in, so that nothing was left to chance.
  public var isCensus: Bool { frame == counts }

  /// The estimated sum of `values` over all units of the strata that are not empty.
  ///
  /// `values` are those of the units that came in; or of `units`, distinct, in the place of all, where the others are
  /// zero, as in the sum over one area. Unbiased, and so is its variance where no stratum is a singleton: the sum over
  /// strata of N_h² (1 − n_h / N_h) s²_h / n_h (Cochran 1977, section 5.4). In a group of strata the values of units are
  /// those that they stand for, N_h / n_h times their own, as if drawn with replacement from the group. The degrees of freedom are units
  /// less groups, among those with a unit asked for and others that did not come in. The work grows with the units given.
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
    var squaresPerDegree = 0.0
    // The strata in their order, so that the order of the units makes no difference to the sums.
    touched.sort { $0.stratum < $1.stratum }
    for it in touched { total.value += Double(frame[it.stratum]) * it.mean }
    for (group, strata) in Dictionary(grouping: touched, by: { groupOfStratum[$0.stratum] }).sorted(by: {
      $0.key < $1.key
    }) {
      let before = (variance: total.variance, degrees: total.degrees)
      add(strata, of: groups[group], to: &total)
      let (more, degrees) = (total.variance - before.variance, total.degrees - before.degrees)
      if degrees > 0 { squaresPerDegree += more * more / Double(degrees) }
    }
    if squaresPerDegree > 0 { total.effectiveDegrees = total.variance * total.variance / squaresPerDegree }
    return total
  }

  /// Adds what the units of one group show of the variance.
  private func add(_ strata: [Touched], of group: Group, to total: inout Estimate) {
    guard !group.isWhole else { return }
    let (all, drawn) = (Double(group.frame), Double(group.count))
    let mean = strata.reduce(0) { $0 + Double(frame[$1.stratum]) * $1.mean } / drawn
    var squares = 0.0
    var (asked, among) = (0, 0)
    for it in strata {
      let count = Double(counts[it.stratum])
      let weight = Double(frame[it.stratum]) / count
      let within = it.squares + (count - Double(it.units)) * it.mean * it.mean
      let between = group.strata.count > 1 ? weight * it.mean - mean : 0
      squares += weight * weight * within + count * between * between
      asked += it.units
      among += counts[it.stratum]
    }
    squares += Double(group.count - among) * mean * mean
    if group.count > 1 {
      squares *= drawn / (drawn - 1)
    } else if singleUnits == .adjust {
      squares = mean * mean
    } else {
      squares = 0
    }
    // Strata put together were not drawn from as one: without the correction their variance is never too small.
    total.variance += (group.strata.count > 1 ? 1 : 1 - drawn / all) * squares
    total.uncorrected += squares
    total.degrees += asked - 1
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
      value: ratio, variance: residuals.variance / square, uncorrected: residuals.uncorrected / square,
      degrees: residuals.degrees, effectiveDegrees: residuals.effectiveDegrees)
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

  /// The degrees of freedom of the variance: how many independent differences between units it rests on.
  public var degrees: Int

  /// The degrees of freedom of a chi-square law with the variance's own mean and spread: fewer than ``degrees`` where few
  /// strata make most of the variance (Satterthwaite 1946, Biometrics Bulletin 2:110); nil where there are none.
  public var effectiveDegrees: Double?

  /// An estimate; without `uncorrected` no correction is known.
  public init(
    value: Double, variance: Double, uncorrected: Double? = nil, degrees: Int = 0, effectiveDegrees: Double? = nil
  ) {
    (self.value, self.variance, self.uncorrected) = (value, variance, uncorrected ?? variance)
    (self.degrees, self.effectiveDegrees) = (degrees, effectiveDegrees)
  }

  /// The square root of the variance.
  public var standardError: Double { variance.squareRoot() }

  /// From the value as many standard errors down and up as Student's t distribution asks for `confidence`; nil where
  /// there are no degrees of freedom, or no difference that is more than rounding: then the units do not show how far
  /// off the value may be.
  public func interval(confidence: Double) -> ClosedRange<Double>? {
    guard degrees > 0, standardError > 1e-12 * max(1, value.magnitude) else { return nil }
    let reach = StudentDistribution(degrees: Double(degrees)).upperQuantile((1 - confidence) / 2) * standardError
    return value - reach...value + reach
  }

  /// The interval of a proportion, found on the scale of its log odds, where its estimate is less skewed, and taken back:
  /// `logit p ± t · se / (p (1 − p))` (Korn and Graubard 1998, Survey Methodology 24:193; R's `svyciprop`). Unlike the
  /// symmetric one it reaches further to the side of one half, where few units hold most of what there is. Degrees of
  /// freedom are ``effectiveDegrees``.
  ///
  /// nil where ``interval(confidence:)`` is, and for a value that is not between 0 and 1.
  public func proportionInterval(confidence: Double) -> ClosedRange<Double>? {
    guard degrees > 0, standardError > 1e-12 * max(1, value.magnitude), value > 0, value < 1 else { return nil }
    let odds = value / (1 - value)
    let error = standardError / (value * (1 - value))
    let student = StudentDistribution(degrees: effectiveDegrees ?? Double(degrees))
    let factor = exp(student.upperQuantile((1 - confidence) / 2) * error)
    // Beyond what a number holds the odds are those of none or of all.
    return (1 - 1 / (1 + odds / factor))...(factor.isFinite ? 1 - 1 / (1 + odds * factor) : 1)
  }
}
