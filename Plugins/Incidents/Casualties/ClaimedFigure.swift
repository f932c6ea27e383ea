import ModuleKit

/// The number of a claim, with what it leaves open.
struct ClaimedFigure {
  let claim: Claim
  /// The lowest and the highest number it states: the same, unless it states a range.
  let low, high: ExactDecimal
  /// How the number is meant; a range of which one end is given leaves the other open.
  let qualifier: Claim.Qualifier

  /// nil for a claim that states no number.
  init?(_ claim: Claim) {
    self.claim = claim
    switch (claim.value, claim.low, claim.high) {
    case (let value?, _, _): (low, high, qualifier) = (value, value, claim.qualifier)
    case (nil, let low?, let high?): (self.low, self.high, qualifier) = (low, high, claim.qualifier)
    case (nil, let low?, nil): (self.low, high, qualifier) = (low, low, .atLeast)
    case (nil, nil, let high?): (low, self.high, qualifier) = (high, high, .atMost)
    case (nil, nil, nil): return nil
    }
  }

  /// Whether it is a number of people: in no unit, or in that one, and not below zero. Families are not people, and
  /// nothing is multiplied here to make them so.
  var isOfPeople: Bool { claim.unit.map { $0 == Unit.people.id } ?? true && low >= 0 }

  /// Whether it says “at least”, so that it has no highest number.
  var isOpenAbove: Bool { qualifier == .atLeast || qualifier == .moreThan }

  /// Whether it is an exact number below the least that `other` admits, although its period contains that one's.
  func contradicts(_ other: ClaimedFigure) -> Bool {
    guard qualifier == .exact, other.isOpenAbove, containsPeriod(of: other) else { return false }
    return high < other.low || other.qualifier == .moreThan && high == other.low
  }

  /// Whether it lowers `earlier`, a number of the same source published before, for a period that contains that one's.
  func lowers(_ earlier: ClaimedFigure) -> Bool {
    claim.provenance.source == earlier.claim.provenance.source && high < earlier.low && containsPeriod(of: earlier)
      && wasPublished(after: earlier)
  }

  private func containsPeriod(of other: ClaimedFigure) -> Bool {
    guard let from = claim.periodFrom, let to = claim.periodTo, let otherFrom = other.claim.periodFrom,
      let otherTo = other.claim.periodTo
    else { return false }
    return from <= otherFrom && otherTo <= to
  }

  private func wasPublished(after other: ClaimedFigure) -> Bool {
    guard let mine = claim.provenance.publication.to, let others = other.claim.provenance.publication.to else {
      return false
    }
    return mine > others
  }
}

extension Claim {
  /// The order of publication: by when a claim was public for certain, then by key. What is of unknown date comes
  /// first, since nothing shows that it is the latest.
  static func isEarlier(_ a: Claim, _ b: Claim) -> Bool {
    switch (a.provenance.publication.to, b.provenance.publication.to) {
    case (nil, _?): true
    case (_?, nil): false
    case (let first?, let second?) where first != second: first < second
    default: a.provenance.key.utf8.lexicographicallyPrecedes(b.provenance.key.utf8)
    }
  }
}
