/// The difference between the margin of the late and of the early votes, parted into what the mix of units makes and
/// what changes within units.
///
/// Kitagawa 1955, Components of a difference between two rates, JASA 50:1168. With w a unit's share of the votes of a
/// period and m its margin there, both for early (E) and late (L),
///
///     Σ w_L m_L − Σ w_E m_E = Σ (w_L − w_E)(m_L + m_E)/2 + Σ (w_L + w_E)/2 · (m_L − m_E)
///
/// over the units that have valid votes in both periods. Votes of other units cannot be decomposed. Margins are shares
/// of the valid votes, so that 0.1 is ten points.
public struct Kitagawa: Sendable, Hashable {
  /// What the units with votes in both periods show.
  public struct Parts: Sendable, Hashable {
    /// The margin of those units' early and late votes.
    public let early, late: Double
    /// What comes from which units' votes were counted late, at the mean of each unit's two margins.
    public let composition: Double
    /// What comes from other margins within the units, at the mean of each unit's two weights.
    public let within: Double
    /// The same with the early margins for the composition, and so with the late weights for the rest.
    public let compositionAtEarlyRates, withinAtLateWeights: Double

    /// The difference that is decomposed.
    public var shift: Double { late - early }
  }

  /// Units with valid votes in both periods, in the early one alone, in the late one alone.
  public let unitsInBoth, unitsOnlyEarly, unitsOnlyLate: Int
  /// The margin of all early and of all late votes.
  public let early, late: Double
  /// The decomposition; nil where no unit has votes in both periods.
  public let parts: Parts?
  /// The share of the late votes in units without early ones, and of the early votes in units without late ones: none
  /// of them can be decomposed.
  public let lateUncovered, earlyUncovered: Double

  /// The whole difference, with the votes that cannot be decomposed.
  public var shift: Double { late - early }
  /// What the units with votes in one period alone add to the difference; nil where nothing is decomposed.
  public var remainder: Double? { parts.map { shift - $0.shift } }

  /// The decomposition over `units`; nil where one of the periods has no valid votes.
  public init?(_ units: some Sequence<TwoPeriods>) {
    var (all, both) = (TwoPeriods(), TwoPeriods())
    var (inBoth, onlyEarly, onlyLate) = (0, 0, 0)
    for unit in units {
      all += unit
      switch (unit.early.valid > 0, unit.late.valid > 0) {
      case (true, true):
        inBoth += 1
        both += unit
      case (true, false): onlyEarly += 1
      case (false, true): onlyLate += 1
      case (false, false): break
      }
    }
    guard let early = all.early.rate, let late = all.late.rate else { return nil }
    (unitsInBoth, unitsOnlyEarly, unitsOnlyLate, self.early, self.late) = (inBoth, onlyEarly, onlyLate, early, late)
    lateUncovered = 1 - both.late.valid / all.late.valid
    earlyUncovered = 1 - both.early.valid / all.early.valid
    parts = Parts(units, both)
  }
}

extension Kitagawa.Parts {
  /// nil where `both`, the units with votes in both periods together, is empty.
  fileprivate init?(_ units: some Sequence<TwoPeriods>, _ both: TwoPeriods) {
    guard let early = both.early.rate, let late = both.late.rate else { return nil }
    var (composition, within, atEarlyRates, atLateWeights) = (0.0, 0.0, 0.0, 0.0)
    for unit in units {
      guard unit.early.valid > 0, unit.late.valid > 0 else { continue }
      let (before, after) = (unit.early.margin / unit.early.valid, unit.late.margin / unit.late.valid)
      let (weight, lateWeight) = (unit.early.valid / both.early.valid, unit.late.valid / both.late.valid)
      composition += (lateWeight - weight) * (after + before) / 2
      within += (lateWeight + weight) / 2 * (after - before)
      atEarlyRates += (lateWeight - weight) * before
      atLateWeights += lateWeight * (after - before)
    }
    (self.early, self.late, self.composition, self.within) = (early, late, composition, within)
    (compositionAtEarlyRates, withinAtLateWeights) = (atEarlyRates, atLateWeights)
  }
}
