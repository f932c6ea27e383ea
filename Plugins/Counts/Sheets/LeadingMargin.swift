import ModuleKit

/// The two options with most votes, and the margin that failures are held against.
struct LeadingMargin {
  /// Their places on the ballot; the first of equals.
  let leader, second: Int
  /// The votes of the leader less those of the second.
  let margin: Int

  /// The leading options of `sheets`; nil for a contest of one option.
  init?(_ sheets: Sheets) {
    let totals = sheets.votes.map { $0.clampedTotal }
    let ranked = totals.indices.sorted { (-totals[$0], $0) < (-totals[$1], $1) }
    guard ranked.count > 1 else { return nil }
    (leader, second) = (ranked[0], ranked[1])
    margin = totals[leader] - totals[second]
  }
}

extension Column<Int64> {
  /// The sum of the values; where it fits no integer, the nearest.
  fileprivate var clampedTotal: Int {
    var sum = Int128(0)
    for row in values.indices where !isMissing(row) { sum += Int128(values[row]) }
    return Int(clamping: sum)
  }
}
