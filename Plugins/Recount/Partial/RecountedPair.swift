import ModuleKit
import Statistics

/// The two options that lead, inside the recounted boxes, in ballot order.
struct RecountedPair {
  /// Their places on the ballot.
  let first, second: Int
  /// Their shares of the valid votes inside the recounted boxes, in percent.
  let firstShare, secondShare: Rational

  /// The share of the first less that of the second, in points.
  var margin: Rational { firstShare - secondShare }

  /// The two options that lead the declared result, or else the recounted boxes; nil where their shares are not known.
  init?(_ recount: BoxRecount, declared: DeclaredResult?) {
    let shares = recount.shares
    let ranked = shares.enumerated().compactMap { option, share in share.map { (option, $0) } }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
    let leading = declared?.leading.map { [$0.first, $0.second] } ?? ranked
    let pair = (leading.allSatisfy { shares[$0] != nil } ? leading : ranked).prefix(2).sorted()
    guard pair.count == 2, let firstShare = shares[pair[0]], let secondShare = shares[pair[1]] else { return nil }
    (first, second, self.firstShare, self.secondShare) = (pair[0], pair[1], firstShare, secondShare)
  }
}

extension BoxRecount {
  /// The shares of the options inside the recounted boxes, in percent: as printed, or from the votes where all options
  /// have them and no percentage is printed.
  fileprivate var shares: [Rational?] {
    guard percents.allSatisfy({ $0 == nil }) else { return percents.map { $0.flatMap { Rational($0) } } }
    let stated = votes.compactMap { $0 }.map { Rational($0) }
    let sum = stated.reduce(0, +)
    guard stated.count == votes.count else { return votes.map { _ in nil } }
    return stated.map { (100 * $0).divided(by: sum) }
  }
}
