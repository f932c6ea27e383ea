import ModuleKit

/// The sheets that a bulletin leaves to be counted, and what votes they may bring: Docs/methods/counts.md, “Remaining vote”.
///
/// Sheets that are marked as inconsistent may be counted anew, and so bring votes too.
struct OutstandingSheets {
  /// The votes on the counted ones.
  private let held: ValidVotes
  private let counted: CountedShare
  /// The least share of sheets whose count can be taken as done.
  private let settled: Double
  /// The fewest and the most votes of an outstanding sheet, relative to a counted one.
  private let sizes: ClosedRange<Double>

  /// The sheets behind a bulletin with so many `votes`; nil where it does not tell how many votes and sheets are counted, or all
  /// sheets are.
  init?(_ bulletin: Bulletin, holding votes: ValidVotes?, sizes: ClosedRange<Double>) {
    guard let held = votes, held.value > 0, let counted = bulletin.countedShare, counted.low > 0,
      counted.value < 1
    else { return nil }
    (self.held, self.counted, self.sizes) = (held, counted, sizes)
    settled = bulletin.settledShare(counted)
  }

  /// The votes that they may bring.
  var votes: Quantity {
    Quantity(middle(1).rounded(), .votes, low: fewest.rounded(), high: most.rounded(), interval: interval)
  }

  /// The same with both ends as they are.
  var all: TurningVotes.Outstanding {
    TurningVotes.Outstanding(votes: votes, middle: middle(1), fewest: fewest, most: most)
  }

  /// The margin among those votes, in points, that would have closed `lead`.
  func needed(for lead: Int) -> Quantity {
    func points(_ votes: Double) -> Double { RemainingVote.neededPoints(lead: lead, outstanding: votes) }
    return Quantity(points(middle(1)), .points, low: points(most), high: points(fewest), interval: interval)
  }

  /// That margin, had each of them `size` times the votes of a counted one.
  func needed(for lead: Int, size: Double) -> Double {
    RemainingVote.neededPoints(lead: lead, outstanding: middle(size))
  }

  /// Whether they bring more than `lead` votes in any case.
  func certainlyExceed(_ lead: Int) -> Bool { Double(lead) < fewest }

  private func middle(_ size: Double) -> Double {
    RemainingVote.outstanding(valid: Double(held.value), counted: counted.value, size: size)
  }

  private var fewest: Double {
    RemainingVote.outstanding(valid: held.low, counted: counted.high, size: sizes.lowerBound)
  }

  private var most: Double {
    RemainingVote.outstanding(valid: held.high, counted: settled, size: sizes.upperBound)
  }

  private var interval: Quantity.Interval {
    .assumptionRange(
      [.sheetsForVotes, .size(sizes), countedAssumption] + (held.isExact ? [] : [.roundedShares])
        + (settled < counted.low ? [inconsistentAssumption] : []))
  }

  private var countedAssumption: Assumption {
    Assumption(
      "counted",
      Text(
        en: "share of sheets counted, within the decimals printed",
        es: "proporción de actas contadas, dentro de los decimales impresos"),
      value: counted.value, low: counted.low, high: counted.high)
  }

  private var inconsistentAssumption: Assumption {
    Assumption(
      "inconsistent",
      Text(
        en: "sheets marked as inconsistent may still be counted anew: share of sheets that stay as they are",
        es:
          "las actas marcadas como inconsistentes aún pueden contarse de nuevo: proporción de actas que quedan como están"
      ),
      value: counted.value, low: settled, high: counted.value)
  }
}

extension Assumption {
  static let sheetsForVotes = Assumption(
    "sheets_for_votes",
    Text(
      en: "the share of sheets counted stands in for the share of votes counted",
      es: "la proporción de actas contadas representa la proporción de votos contados"))

  /// That an outstanding sheet has so many times the votes of a counted one.
  static func size(_ sizes: ClosedRange<Double>) -> Assumption {
    Assumption(
      "size",
      Text(
        en: "votes of an outstanding sheet relative to a counted one",
        es: "votos de un acta pendiente en relación con una contada"),
      value: 1, low: sizes.lowerBound, high: sizes.upperBound)
  }
}
