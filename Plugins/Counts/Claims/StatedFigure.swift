import ModuleKit

/// The number of a claim: what it states, and which values it admits.
///
/// Values are whole multiples of 10⁻¹⁹, so that printed decimals compare exactly. The ends of an admitted interval
/// are open: a figure printed as 23 and one printed as 24 share no value, though 23.5 bounds both.
struct StatedFigure: Equatable {
  /// How the number is meant, as far as it decides what agrees with it.
  enum Sort { case exact, bound(isStrict: Bool), range, approximate }

  /// The numbers that the claim states: one, or the two ends of a range; nil for an open end.
  let value, low, high: ExactDecimal?
  let qualifier: Claim.Qualifier
  /// The ends of the values that it admits; nil for an open end.
  let least, most: Int128?

  /// nil for a claim without a number.
  ///
  /// `tolerance` says how far a figure given as approximate may be off, as a share of it.
  init?(_ claim: Claim, tolerance: Double) {
    (value, low, high, qualifier) = (claim.value, claim.low, claim.high, claim.qualifier)
    func under(_ number: ExactDecimal) -> Int128 { number.fine - number.halfUnit.fine }
    func over(_ number: ExactDecimal) -> Int128 { number.fine + number.halfUnit.fine }
    guard let value else {
      guard low != nil || high != nil else { return nil }
      (least, most) = (low.map(under), high.map(over))
      return
    }
    switch claim.qualifier {
    case .exact: (least, most) = (under(value), over(value))
    // More than 23 people are 24 or more; more than 23 % may be 23.4, printed as 23.
    case .moreThan where Self.isCounted(claim): (least, most) = (over(value), nil)
    case .lessThan where Self.isCounted(claim): (least, most) = (nil, under(value))
    case .atLeast, .moreThan: (least, most) = (under(value), nil)
    case .atMost, .lessThan: (least, most) = (nil, over(value))
    case .approximate:
      let slack = Int128(value.fine.magnitude / 1_000_000) * Int128((tolerance * 1_000_000).rounded())
      (least, most) = (under(value).clampedSum(-slack), over(value).clampedSum(slack))
    }
  }

  /// Whether the claim counts things that have no parts, in whole ones.
  private static func isCounted(_ claim: Claim) -> Bool {
    claim.value?.scale == 0 && claim.unit.map { Unit.named($0).countsWholeThings } == true
  }

  var sort: Sort {
    guard value != nil else { return .range }
    return switch qualifier {
    case .exact: .exact
    case .atLeast, .atMost: .bound(isStrict: false)
    case .moreThan, .lessThan: .bound(isStrict: true)
    case .approximate: .approximate
    }
  }

  /// The ends of the values that it admits, as numbers; nil for an open end.
  var leastNumber: Double? { least.map { Double($0) / 1e19 } }
  var mostNumber: Double? { most.map { Double($0) / 1e19 } }

  var isApproximate: Bool { if case .approximate = sort { true } else { false } }

  /// Whether some value satisfies both.
  func meets(_ other: StatedFigure) -> Bool {
    let least = [least, other.least].compactMap { $0 }.max()
    let most = [most, other.most].compactMap { $0 }.min()
    guard let least, let most else { return true }
    return least < most
  }

  /// Whether every value that it admits is admitted by `other`.
  private func lies(within other: StatedFigure) -> Bool {
    let isAbove = other.least.map { end in least.map { $0 >= end } ?? false } ?? true
    let isBelow = other.most.map { end in most.map { $0 <= end } ?? false } ?? true
    return isAbove && isBelow
  }

  /// Whether two statements that meet say the same as far as they go: one rounds to the other, one holds the other,
  /// or they state the same figure.
  func agrees(with other: StatedFigure) -> Bool {
    switch (sort, other.sort) {
    case (.exact, .exact), (.exact, .approximate), (.approximate, .exact), (.approximate, .approximate): return true
    case (.bound(let isStrict), .exact), (.exact, .bound(let isStrict)): return value == other.value && !isStrict
    case (.bound, _), (_, .bound):
      return !Set([value, low, high].compactMap { $0 }).isDisjoint(with: [other.value, other.low, other.high])
    case (.range, _), (_, .range): return lies(within: other) || other.lies(within: self)
    }
  }

  /// Whether the two figures differ by two neighbouring digits that changed places: 41.24 and 41.42.
  func isTransposition(of other: StatedFigure) -> Bool {
    guard case .exact = sort, case .exact = other.sort, let value, let theirs = other.value, value.scale == theirs.scale
    else { return false }
    let (a, b) = (Array(value.description.utf8), Array(theirs.description.utf8))
    guard a.count == b.count else { return false }
    let places = a.indices.filter { a[$0] != b[$0] }
    let point = UInt8(ascii: ".")
    guard places.count == 2, a[places[0]] == b[places[1]], a[places[1]] == b[places[0]] else { return false }
    // Digits on both sides of the decimal mark are neighbours too.
    return !a[places[0]...places[1]].dropFirst().dropLast().contains { $0 != point }
  }

  /// The figure as a finding states it.
  func quantity(_ unit: String?) -> Quantity {
    let unit = Unit.named(unit ?? Unit.number.id)
    guard let value else {
      return Quantity(nil, unit, low: low?.number, high: high?.number, interval: .reportedRange)
    }
    return switch qualifier {
    case .exact, .approximate: Quantity(value.number, unit)
    case .atLeast, .moreThan: Quantity(nil, unit, low: value.number, interval: .reportedRange)
    case .atMost, .lessThan: Quantity(nil, unit, high: value.number, interval: .reportedRange)
    }
  }
}

extension Int128 {
  /// The sum, or the end of the range that it is beyond: a value so far out admits and refuses the same.
  fileprivate func clampedSum(_ other: Int128) -> Int128 {
    let (sum, isBeyond) = addingReportingOverflow(other)
    return isBeyond ? (other > 0 ? .max : .min) : sum
  }
}

extension ExactDecimal {
  /// In units of 10⁻¹⁹. Mantissas are below 2⁶³, so this is below 10³⁸, which 128 bits hold.
  fileprivate var fine: Int128 {
    (scale..<Self.maximumScale).reduce(Int128(mantissa)) { number, _ in number * 10 }
  }
}
