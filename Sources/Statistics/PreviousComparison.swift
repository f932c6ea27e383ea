/// The early and late sheets of a count beside what their stations gave in the previous election.
///
/// With v a sheet's valid votes, r its margin and p its station's margin in the previous election, both as shares, and V
/// the valid votes of a period, early (E) or late (L),
///
///     Σ_L v r / V_L − Σ_E v r / V_E = (Σ_L v p / V_L − Σ_E v p / V_E) + (Σ_L v (r − p) / V_L − Σ_E v (r − p) / V_E)
///
/// The first part is a placebo: a shift between the same stations before anything of today's count happened. The second
/// is a difference in differences: by how much more late stations changed than early ones.
///
/// The late margin is projected twice by ``LateProjection``: from the early margins of neighbours, and from Σ_L v p, which
/// is known, with the early changes r − p of neighbours. The second takes lateness as unrelated to how a station's
/// change differs from its neighbours', whatever it has to do with how the station votes.
public struct PreviousComparison: Sendable, Hashable {
  /// A sheet whose station stands in both elections.
  public struct Sheet: Sendable, Hashable {
    /// Its valid votes, more than 0; one option's lead over the other in them; and the votes of both.
    public let valid, margin, both: Double
    /// The margin of its station in the previous election, as a share of the valid votes then.
    public let previous: Double
    /// Its area of the finest level.
    public let area: Int
    /// Whether it was counted late.
    public let isLate: Bool

    /// A sheet with its station's margin in the previous election.
    public init(valid: Double, margin: Double, both: Double, previous: Double, area: Int, isLate: Bool) {
      (self.valid, self.margin, self.both, self.previous) = (valid, margin, both, previous)
      (self.area, self.isLate) = (area, isLate)
    }

    fileprivate var change: Double { margin - valid * previous }
    /// The variance of the margin in votes by the draw of today's voters; that of the change is no less.
    fileprivate var drawn: Double { max(both - margin * margin / valid, 0) }
  }

  /// The sheets today, and as their stations voted in the previous election, each with its votes of today.
  public let today, previous: TwoPeriods
  /// The late margin from the early margins of neighbours, and what late stations changed from the early changes of
  /// neighbours; nil without early sheets.
  public let plain, change: LateProjection?

  /// The comparison of `sheets`, on the areas of an ``AreaLadder`` with `counts` and `parents`.
  public init(_ sheets: [Sheet], counts: [Int], parents: [[Int]]) {
    let plain = AreaLadder(sheets, counts, parents, \.margin)
    (today, self.plain) = (plain.whole, Self.projection(plain, sheets, \.margin))
    previous = AreaLadder(sheets, counts, parents) { $0.valid * $0.previous }.whole
    change = Self.projection(AreaLadder(sheets, counts, parents, \.change), sheets, \.change)
  }

  /// The late margin in votes by the previous election and the early changes of neighbours.
  public var adjusted: Double? { change.map { previous.late.margin + $0.margin } }

  private static func projection(
    _ ladder: AreaLadder, _ sheets: [Sheet], _ margin: (Sheet) -> Double
  ) -> LateProjection? {
    var spread = NeighbourSpread()
    for it in sheets where !it.isLate {
      let margin = margin(it)
      // Such votes of both that the draw's variance is that of today's voters.
      spread.add(
        valid: it.valid, margin: margin, both: it.drawn + margin * margin / it.valid,
        place: ladder.finest[it.area].early)
    }
    return LateProjection(ladder, sheetSpread: spread)
  }
}

extension AreaLadder {
  fileprivate init(
    _ sheets: [PreviousComparison.Sheet], _ counts: [Int], _ parents: [[Int]],
    _ margin: (PreviousComparison.Sheet) -> Double
  ) {
    var finest = Array(repeating: TwoPeriods(), count: counts.last ?? 1)
    for it in sheets {
      if it.isLate {
        finest[it.area].late.add(valid: it.valid, margin: margin(it))
      } else {
        finest[it.area].early.add(valid: it.valid, margin: margin(it))
      }
    }
    self.init(finest, counts: counts, parents: parents)
  }
}

extension TwoPeriods {
  /// The late margin less the early one, as shares; nil where a period has no valid votes.
  public var shift: Double? {
    guard let early = early.rate, let late = late.rate else { return nil }
    return late - early
  }
}
