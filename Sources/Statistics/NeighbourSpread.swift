/// How far the margins of neighbours lie apart, found by leaving each out: the variance between the members of a group
/// (sheets of a polling place, places of a locality) around what their group has in common.
///
/// A member with v of its group's V votes and a margin of m of the group's M is predicted by the rest: (M − m)/(V − v).
/// If members vary around their group's margin with variance σ², the square of the error has the mean σ² (1 + h) with
/// h the sum of the squares of the others' weights; so σ² is Σ v² error² / Σ v² (1 + h), over the members of all groups
/// of two or more.
public struct NeighbourSpread: Sendable, Hashable {
  private var errors = 0.0, weights = 0.0
  /// The members that were left out in turn.
  public private(set) var members = 0

  /// Nothing yet.
  public init() {}

  /// Leaves out a member of a group.
  ///
  /// - Parameters:
  ///   - valid: the member's valid votes; `margin`, one option's lead over the other in them.
  ///   - group: the votes of all of the group's members, this one too.
  ///   - squares: the sum of the squares of the members' valid votes.
  public mutating func add(valid: Double, margin: Double, group: VoteTally, squares: Double) {
    let others = group.valid - valid
    guard valid > 0, others > 0 else { return }
    let error = margin - valid * (group.margin - margin) / others
    let spread = max(squares - valid * valid, 0) / (others * others)
    errors += error * error
    weights += valid * valid * (1 + spread)
    members += 1
  }

  /// The variance of a member's margin, as a share of its votes, around its group's; nil where there is no group of
  /// two or more.
  public var variance: Double? { weights > 0 ? errors / weights : nil }
}
