/// Election by a share and a lead: more than `outright` percent of the valid votes; or more than `share` percent, and more than
/// `lead` points of them ahead of the next; else the two ahead go on.
///
/// The law gives two ways to be elected, and two to miss one of them. Each way taken alone makes the outcome; of those that the
/// declared votes take, the one is asserted that they take by more. An audit that cannot confirm it says nothing of the other.
struct ThresholdRule {
  let share, lead, outright: Int
  let maker: Assertion.Maker

  /// The assertions of the outcome.
  var assertions: [Assertion] {
    guard let first = maker.order.first else { return [] }
    let elected = best(of: elected(first))
    return margin(elected) >= 0 ? elected : goOn
  }

  /// The ways in which the one ahead is elected.
  private func elected(_ first: Int) -> [[Assertion]] {
    let above = [maker.share(first, isMore: true, percent: outright)]
    // Two can have more than a share below half.
    let ahead = outright < 50 ? above + maker.pairs(ahead: 1) : above
    guard share < outright else { return [ahead] }
    return [
      ahead,
      [maker.share(first, isMore: true, percent: share)]
        + maker.order.dropFirst().map { maker.lead(first, over: $0, isMore: true, points: lead) },
    ]
  }

  /// Neither of the two ahead is elected, and each has more votes than each other option.
  private var goOn: [Assertion] {
    let two = maker.order.prefix(2)
    return two.flatMap { one in
      let below = maker.share(one, isMore: false, percent: outright)
      guard share < outright else { return [below] }
      let rivals = two.filter { $0 != one }
      return best(
        of: [[maker.share(one, isMore: false, percent: share)]]
          + rivals.map { [below, maker.lead(one, over: $0, isMore: false, points: lead)] })
    } + maker.pairs(ahead: 2)
  }

  /// The way that the declared votes take by more; of two that they take by as much, the first.
  private func best(of ways: [[Assertion]]) -> [Assertion] {
    ways.reduce([]) { $0.isEmpty || margin($1) > margin($0) ? $1 : $0 }
  }

  /// The smallest margin of `assertions`, each over all by which a ballot can differ.
  private func margin(_ assertions: [Assertion]) -> Double {
    assertions.map { Double($0.margin) / Double($0.statement.span) }.min() ?? 0
  }
}
