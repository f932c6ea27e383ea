import ModuleKit

/// The margin within the batch of votes counted between two bulletins.
struct BatchMargin {
  /// A margin with the assumptions tried and what each gave.
  struct Result {
    let quantity: Quantity
    /// The assumption that was varied, the value tried and the margin that followed.
    let tried: [(assumption: String, value: Double, points: Double)]
  }

  /// The change of the reference option's lead, in votes.
  let change: Int
  /// Valid votes counted before the batch.
  let valid: Int
  let before, after: LeadSeries.Point

  /// From what was public when the batch was: nothing of the declared total.
  func asKnownThen(sizes: (low: Double, high: Double), _ sheets: Assumption, _ size: Assumption) -> Result? {
    if let end = after.valid {
      guard end > valid else { return nil }
      let points = RemainingVote.batchPoints(change: change, votes: Double(end - valid))
      return Result(quantity: Quantity(points, .points), tried: [])
    }
    guard let f = before.counted?.value, let g = after.counted, f > 0, g.low > f else { return nil }
    func points(_ share: Double, _ size: Double) -> Double {
      RemainingVote.batchPoints(
        change: change, votes: RemainingVote.batchVotes(valid: valid, from: f, to: share, size: size))
    }
    let tried = [
      ("size", sizes.low, points(g.value, sizes.low)), ("size", 1, points(g.value, 1)),
      ("size", sizes.high, points(g.value, sizes.high)),
    ]
    return Result(
      quantity: Quantity(
        points(g.value, 1), .points, low: points(g.high, sizes.high), high: points(g.low, sizes.low),
        interval: .assumptionRange([sheets, size, counted(g)])),
      tried: tried)
  }

  /// From the declared total of valid votes.
  func withHindsight(total: Int, _ sheets: Assumption) -> Result? {
    guard after.valid == nil, let g = after.counted,
      RemainingVote.batchVotes(valid: valid, declared: total, to: g.low) > 0
    else { return nil }
    func points(_ share: Double) -> Double {
      RemainingVote.batchPoints(
        change: change, votes: RemainingVote.batchVotes(valid: valid, declared: total, to: share))
    }
    return Result(
      quantity: Quantity(
        points(g.value), .points, low: points(g.high), high: points(g.low),
        interval: .assumptionRange([sheets, counted(g)])),
      tried: [g.low, g.value, g.high].map { ("counted", $0, points($0)) })
  }

  private func counted(_ share: CountedShare) -> Assumption {
    Assumption(
      "counted",
      Text(
        en: "share of sheets counted at the end of the batch, within the decimals printed",
        es: "proporción de actas contadas al final del lote, dentro de los decimales impresos"),
      value: share.value, low: share.low, high: share.high)
  }
}
