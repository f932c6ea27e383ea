import ModuleKit

/// The claims on one measure, and what can be said over those that can be compared.
///
/// Each source counts once, by its latest comparable claim. The range is from the lowest to the highest of these, open
/// above where any of them says “at least”. No number is chosen, and none is averaged:
/// Docs/methods/incidents.md, “Casualties”.
struct Comparison {
  /// What becomes of a claim.
  enum Use {
    /// It is compared.
    case used
    /// Its source published a later comparable one.
    case superseded(by: Claim)
    /// Its period does not fit the window.
    case notComparable(Window.Misfit)
    /// It states no number.
    case noNumber
    /// Its number is no number of people: it is in another unit, or below zero.
    case notPeople
  }

  let measure: String
  /// All claims on the measure, in order of publication.
  let claims: [(claim: Claim, use: Use)]
  /// Those compared, in order of publication.
  let used: [ClaimedFigure]
  /// Whether a window says which periods are one.
  private let hasWindow: Bool
  /// Those whose period fits, superseded ones too.
  private let comparable: [ClaimedFigure]

  /// The claims of `all` on `measure`, for a window where one is asked.
  init(_ all: [Claim], measure: String, window: Window?) {
    hasWindow = window != nil
    let sorted = all.sorted(by: Claim.isEarlier)
    let figures = sorted.map { claim in ClaimedFigure(claim).flatMap { $0.isOfPeople ? $0 : nil } }
    var latest: [String: Claim] = [:]
    for case let figure? in figures where window?.misfit(of: figure.claim) == nil {
      latest[figure.claim.provenance.source] = figure.claim
    }
    self.measure = measure
    claims = zip(sorted, figures).map { claim, figure in
      guard figure != nil else { return (claim, ClaimedFigure(claim) == nil ? .noNumber : .notPeople) }
      if let misfit = window?.misfit(of: claim) { return (claim, .notComparable(misfit)) }
      guard let last = latest[claim.provenance.source], last.provenance.key != claim.provenance.key else {
        return (claim, .used)
      }
      return (claim, .superseded(by: last))
    }
    comparable = figures.compactMap { $0 }.filter { window?.misfit(of: $0.claim) == nil }
    let usedKeys = Set(latest.values.map(\.provenance.key))
    used = comparable.filter { usedKeys.contains($0.claim.provenance.key) }
  }

  /// The claims whose period does not fit.
  var notComparable: [Claim] {
    claims.compactMap { if case .notComparable = $0.use { $0.claim } else { nil } }
  }

  /// The claims whose number is no number of people.
  var notPeople: [ClaimedFigure] {
    claims.compactMap { if case .notPeople = $0.use { ClaimedFigure($0.claim) } else { nil } }
  }

  /// From the lowest to the highest number compared; nil where none is, or where they are of different periods and no
  /// window says which are one.
  var range: (low: ExactDecimal, high: ExactDecimal, isOpen: Bool)? {
    guard hasWindow || periods == 1, let low = used.map(\.low).min(), let high = used.map(\.high).max() else {
      return nil
    }
    return (low, high, used.contains(where: \.isOpenAbove))
  }

  /// Exact numbers below what another source calls the least, for a period within theirs.
  var contradictions: [(exact: ClaimedFigure, floor: ClaimedFigure)] {
    used.flatMap { exact in used.filter { exact.contradicts($0) }.map { (exact, $0) } }
  }

  /// Numbers that their own source lowered later, for a period that contains the earlier one.
  var decreases: [(before: ClaimedFigure, after: ClaimedFigure)] {
    comparable.flatMap { after in comparable.filter { after.lowers($0) }.map { ($0, after) } }
  }

  /// How many different periods the numbers compared speak of.
  var periods: Int { Set(used.map { [$0.claim.periodFrom, $0.claim.periodTo] }).count }
}
