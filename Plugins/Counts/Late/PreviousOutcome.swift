import ModuleKit
import Statistics

extension Late {
  /// The options of the previous election that stand for `options`; nil without one.
  /// - Throws: ``DiagnosticsError``.
  func previousOptions(_ options: ComparedOptions) throws(DiagnosticsError) -> ComparedOptions? {
    guard let previous else {
      if previousOption != nil || previousAgainst != nil { throw DiagnosticsError(CountsMessage.withoutPrevious) }
      return nil
    }
    return try ComparedOptions(
      previous, standingFor: options, option: previousOption, against: previousAgainst)
  }

  /// What the previous election shows of the shift.
  func addPrevious(
    _ then: PreviousVotes, _ options: ComparedOptions, _ previousOptions: ComparedOptions, from evidence: [Evidence],
    to findings: inout Findings
  ) throws {
    let (subject, it) = (sheets.contest.id, then.comparison)
    guard let today = it.today.shift, let before = it.previous.shift else {
      findings.add(
        PreviousUnmatched(stations: then.stations, early: then.early, late: then.late), about: subject, from: evidence)
      return
    }
    findings.add(
      PreviousStations(
        matched: then.matched, stations: then.stations, covered: 100 * then.covered, gone: then.gone),
      about: subject, from: evidence)
    let names = (options.name(first: true), options.name(first: false))
    findings.add(
      PreviousShift(
        today: 100 * today, before: 100 * before, difference: 100 * (today - before), first: names.0,
        second: names.1, previousFirst: previousOptions.name(first: true),
        previousSecond: previousOptions.name(first: false)),
      about: subject, from: evidence)
    if let projections = PreviousProjections(it) {
      findings.add(
        PreviousProjection(
          plain: projections.plain.size, adjusted: projections.adjusted.size, actual: projections.actual,
          difference: projections.actual - projections.adjusted.margin, first: names.0, second: names.1),
        of: projections.kind, about: subject, from: evidence)
      try findings.add(PreviousTables.projections, projections.rows)
    }
    try findings.add(PreviousTables.order, PreviousTables.order(then))
  }
}

/// The late margin at the stations in both elections by two projections, in points.
struct PreviousProjections {
  /// What late stations are taken to be like.
  enum Method: String, CellWord {
    case neighbours
    case previous = "previous_election"

    var text: Text {
      switch self {
      case .neighbours: Text(en: "early margin of neighbours", es: "margen temprano de las vecinas")
      case .previous:
        Text(
          en: "own margin in the previous election, and early change of neighbours",
          es: "margen propio en la elección anterior y cambio temprano de las vecinas")
      }
    }
  }

  /// One projection, in points of the late votes.
  struct Row {
    let method: Method
    let margin: Double
    /// Half the width of the 95% interval, the standard error, and their degrees of freedom, where there are any.
    let reach, error, degrees: Double?
    let actual: Double
    let late: VoteTally

    /// The margin with its interval.
    var size: Quantity {
      Quantity(
        margin, .points, low: reach.map { margin - $0 }, high: reach.map { margin + $0 },
        interval: reach.map { _ in .confidence(level: 0.95) })
    }

    fileprivate init(_ method: Method, _ it: LateProjection, from start: Double, _ late: VoteTally) {
      func points(_ votes: Double) -> Double { 100 * votes / late.valid }
      (self.method, self.late, margin, actual) = (method, late, points(start + it.margin), points(late.margin))
      (reach, error, degrees) = (it.reach.map(points), it.widest.map { points($0.size) }, it.widest?.degrees)
    }
  }

  let plain, adjusted: Row

  var rows: [Row] { [plain, adjusted] }
  /// The late margin as it was.
  var actual: Double { adjusted.actual }

  var kind: FindingKind<Late.PreviousProjection> {
    guard let reach = adjusted.reach else { return Late.PreviousProjection.alone }
    return abs(actual - adjusted.margin) > reach ? Late.PreviousProjection.outside : Late.PreviousProjection.inside
  }

  /// nil without early or late votes.
  init?(_ it: PreviousComparison) {
    guard let plain = it.plain, let change = it.change, it.today.late.valid > 0 else { return nil }
    self.plain = Row(.neighbours, plain, from: 0, it.today.late)
    adjusted = Row(.previous, change, from: it.previous.late.margin, it.today.late)
  }
}
