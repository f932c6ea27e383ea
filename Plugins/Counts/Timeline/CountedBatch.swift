import ModuleKit

/// The margin within the batch of votes counted between two bulletins.
struct CountedBatch {
  /// A margin with the assumptions tried and what each gave.
  struct Result {
    /// The valid votes of the batch.
    let votes: Quantity
    /// The margin among them; nil where the lead moved by more than they are.
    let margin: Quantity?
    /// The assumption that was varied, the value tried and the margin that followed.
    let tried: [(assumption: TimelineReport.Tried, value: Double, points: Double)]

    /// No margin is more than 100 points: where only some of the assumptions would need one, the rest are the range.
    init(
      _ votes: Double, from fewest: Double, to most: Double, interval: Quantity.Interval?, change: Int,
      tried: [(assumption: TimelineReport.Tried, value: Double, votes: Double)]
    ) {
      func points(_ votes: Double) -> Double { RemainingVote.batchPoints(change: change, votes: votes) }
      func isPossible(_ points: Double) -> Bool { points <= 100 }
      self.votes =
        interval == nil
        ? Quantity(votes.rounded(), .votes)
        : Quantity(votes.rounded(), .votes, low: fewest.rounded(), high: most.rounded(), interval: interval)
      let value = points(votes)
      if !isPossible(points(most)) {
        margin = nil
      } else if let interval {
        margin = Quantity(
          isPossible(value) ? value : nil, .points, low: points(most), high: min(100, points(fewest)),
          interval: interval)
      } else {
        margin = Quantity(value, .points)
      }
      self.tried = tried.map { ($0.assumption, $0.value, points($0.votes)) }.filter { isPossible($0.points) }
    }
  }

  let before, after: LeadSeries.Point
  /// Valid votes counted before the batch.
  private let valid: ValidVotes

  /// The change of the reference option's lead, in votes.
  var change: Int { after.lead - before.lead }

  /// nil where the votes counted before the batch are not known.
  init?(_ before: LeadSeries.Point, _ after: LeadSeries.Point) {
    guard let valid = before.valid else { return nil }
    (self.before, self.after, self.valid) = (before, after, valid)
  }

  /// From what was public when the batch was: nothing of the declared total.
  func asKnownThen(sizes: ClosedRange<Double>) -> Result? {
    if let end = after.valid { return fromVotes(to: end) }
    guard let f = before.counted, let g = after.counted, f.low > 0, g.low > f.high else { return nil }
    func votes(_ valid: Double, _ f: Double, _ g: Double, _ size: Double) -> Double {
      RemainingVote.batchVotes(valid: valid, from: f, to: g, size: size)
    }
    let value = Double(valid.value)
    return Result(
      votes(value, f.value, g.value, 1), from: votes(valid.low, f.high, g.low, sizes.lowerBound),
      to: votes(valid.high, f.low, g.high, sizes.upperBound),
      interval: .assumptionRange(
        [.sheetsForVotes, .size(sizes), Self.countedBefore(f), Self.countedAfter(g)] + roundedShares),
      change: change,
      tried: [sizes.lowerBound, 1, sizes.upperBound].map { (.size, $0, votes(value, f.value, g.value, $0)) })
  }

  /// From the declared total of valid votes.
  func withHindsight(total: Int) -> Result? {
    guard after.valid == nil, let g = after.counted,
      RemainingVote.batchVotes(valid: valid.high, declared: total, to: g.low) > 0
    else { return nil }
    func votes(_ valid: Double, _ share: Double) -> Double {
      RemainingVote.batchVotes(valid: valid, declared: total, to: share)
    }
    let value = Double(valid.value)
    return Result(
      votes(value, g.value), from: votes(valid.high, g.low), to: votes(valid.low, g.high),
      interval: .assumptionRange([.sheetsForVotes, Self.countedAfter(g)] + roundedShares), change: change,
      tried: [g.low, g.value, g.high].map { (.counted, $0, votes(value, $0)) })
  }

  /// Both ends state or imply their votes; rounded shares leave a range.
  private func fromVotes(to end: ValidVotes) -> Result? {
    let (fewest, votes) = (end.low - valid.high, Double(end.value - valid.value))
    guard votes > 0, fewest > 0 else { return nil }
    return Result(
      votes, from: fewest, to: end.high - valid.low,
      interval: valid.isExact && end.isExact ? nil : .assumptionRange([Assumption.roundedShares]), change: change,
      tried: [(.batchVotes, votes, votes)])
  }

  /// What is assumed of the votes before the batch.
  private var roundedShares: [Assumption] { valid.isExact ? [] : [Assumption.roundedShares] }

  private static func countedBefore(_ share: CountedShare) -> Assumption {
    Assumption(
      "counted_before",
      Text(
        en: "share of sheets counted before the batch, within the decimals printed",
        es: "proporción de actas contadas antes del lote, dentro de los decimales impresos"),
      value: share.value, low: share.low, high: share.high)
  }

  private static func countedAfter(_ share: CountedShare) -> Assumption {
    Assumption(
      "counted",
      Text(
        en: "share of sheets counted at the end of the batch, within the decimals printed",
        es: "proporción de actas contadas al final del lote, dentro de los decimales impresos"),
      value: share.value, low: share.low, high: share.high)
  }
}

extension Assumption {
  /// Votes that follow from a printed share are known as well as it is printed.
  static let roundedShares = Assumption(
    "rounded_shares",
    Text(
      en: "printed shares are rounded to the nearest unit of their last place",
      es: "los porcentajes impresos están redondeados a la unidad más próxima de su última cifra"))
}
