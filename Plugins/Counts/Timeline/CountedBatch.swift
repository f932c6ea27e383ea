import ModuleKit

/// The margin within the batch of votes counted between two bulletins.
struct CountedBatch {
  /// A margin with the assumptions tried and what each gave.
  struct Result {
    let quantity: Quantity
    /// The assumption that was varied, the value tried and the margin that followed.
    let tried: [(assumption: String, value: Double, points: Double)]
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
  func asKnownThen(sizes: (low: Double, high: Double), _ sheets: Assumption, _ size: Assumption) -> Result? {
    if let end = after.valid { return fromVotes(to: end) }
    guard let f = before.counted, let g = after.counted, f.low > 0, g.low > f.high else { return nil }
    func points(_ f: Double, _ g: Double, _ size: Double) -> Double {
      margin(RemainingVote.batchVotes(valid: valid.value, from: f, to: g, size: size))
    }
    let tried = [sizes.low, 1, sizes.high].map { ("size", $0, points(f.value, g.value, $0)) }
    return Result(
      quantity: Quantity(
        points(f.value, g.value, 1), .points, low: points(f.low, g.high, sizes.high),
        high: points(f.high, g.low, sizes.low),
        interval: .assumptionRange([sheets, size, Self.countedBefore(f), Self.countedAfter(g)])),
      tried: tried)
  }

  /// From the declared total of valid votes.
  func withHindsight(total: Int, _ sheets: Assumption) -> Result? {
    guard after.valid == nil, let g = after.counted,
      RemainingVote.batchVotes(valid: valid.value, declared: total, to: g.low) > 0
    else { return nil }
    func points(_ share: Double) -> Double {
      margin(RemainingVote.batchVotes(valid: valid.value, declared: total, to: share))
    }
    return Result(
      quantity: Quantity(
        points(g.value), .points, low: points(g.high), high: points(g.low),
        interval: .assumptionRange([sheets, Self.countedAfter(g)])),
      tried: [g.low, g.value, g.high].map { ("counted", $0, points($0)) })
  }

  /// Both ends state or imply their votes; rounded shares leave a range.
  private func fromVotes(to end: ValidVotes) -> Result? {
    let fewest = end.low - valid.high
    guard end.value > valid.value, fewest > 0 else { return nil }
    let votes = Double(end.value - valid.value)
    let value = margin(votes)
    let quantity =
      valid.isExact && end.isExact
      ? Quantity(value, .points)
      : Quantity(
        value, .points, low: margin(end.high - valid.low), high: margin(fewest),
        interval: .assumptionRange([Self.roundedShares]))
    return Result(quantity: quantity, tried: [("batch_votes", votes, value)])
  }

  private func margin(_ votes: Double) -> Double { RemainingVote.batchPoints(change: change, votes: votes) }

  private static let roundedShares = Assumption(
    "rounded_shares",
    Text(
      en: "printed shares are rounded to the nearest unit of their last place",
      es: "los porcentajes impresos están redondeados a la unidad más próxima de su última cifra"))

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
