import ModuleKit
import Statistics

/// What was measured of all assertions, for findings and the table.
struct MeasureReport {
  let source: Text
  let risk: Quantity
  let measuring: MeasuredRound.Measuring
  /// The rounds by assertion.
  var measured: [[MeasuredRound]] = []

  /// Adds what follows, where the outcome has so many assertions.
  func add(to findings: inout Findings, of assertions: Int, about key: String, from evidence: [Evidence]) throws {
    // An assertion ends with the first round that reaches the limit; a later one cannot take that back.
    let stated = measured.compactMap { rounds in rounds.first(where: \.reaches) ?? rounds.last }
    let drawn = measured.first?.last?.drawn ?? 0
    let open = stated.filter { !$0.reaches }
    // A tie is told by itself; beside one nothing is said of the outcome as a whole.
    if stated.count == assertions, let last = stated.max(by: { $0.drawn < $1.drawn }) {
      let standing = AuditStanding(
        source: source, assertions: assertions, open: open.count, ballots: open.isEmpty ? last.drawn : drawn,
        round: Text(open.isEmpty ? last.round.name : measured.first?.last?.round.name ?? ""), risk: risk,
        method: measuring.method.text)
      findings.add(
        standing, of: open.isEmpty ? AuditStanding.limitMet : AuditStanding.limitOpen, about: key, from: evidence)
    }
    for round in stated {
      findings.add(
        MeasuredRisk(source: source, measured: round, risk: risk, measuring: measuring),
        of: round.reaches ? MeasuredRisk.met : MeasuredRisk.open, about: round.assertion.id, from: evidence)
    }
    for rounds in measured where rounds.first?.assertion.votesAgainst == 0 {
      guard let assertion = rounds.first?.assertion else { continue }
      let against = rounds.reduce(0) { $0 + $1.round.votesAgainst }
      findings.add(
        OneSided(source: source, assertion: assertion.words, against: against, ballots: drawn), about: assertion.id,
        from: evidence)
    }
    try findings.add(Measure.pValues, measured.flatMap { $0 }.map { MeasuredRow(measured: $0, measuring: measuring) })
  }
}

/// A row of the table of p-values.
struct MeasuredRow {
  let measured: MeasuredRound
  let measuring: MeasuredRound.Measuring

  /// Whether ballots are compared, and not counted.
  var isComparison: Bool { measuring.method == .comparison }
  /// Ballots whose records overstate the assertion by so many votes; nil where votes have weights.
  func errors(_ votes: Int) -> Int? {
    isComparison && !assertion.statement.isWeighted ? round.errors[votes] : nil
  }
  var assertion: Assertion { measured.assertion }
  var round: Audit.Round { measured.round }
}

extension Measure {
  static let pValues = TableKind<MeasuredRow>(
    "p_values", Text(en: "p-values by round", es: "Valores p por ronda"),
    columns: [
      .init("assertion", Text(en: "Assertion", es: "Afirmación")) { $0.assertion.id },
      .init("method", Text(en: "Method", es: "Método")) { $0.measuring.applied(to: $0.assertion) },
      .init("votes_for", .votes, Text(en: "Declared for it", es: "Declarados a favor")) { $0.assertion.votesFor },
      .init("votes_against", .votes, Text(en: "Declared against it", es: "Declarados en contra")) {
        $0.assertion.votesAgainst
      },
      .init("all_ballots", Text(en: "All ballots", es: "Todas las papeletas")) { $0.measuring.all },
      .init("round", Text(en: "Round", es: "Ronda")) { $0.round.name },
      .init("ballots", Text(en: "Ballots of the round", es: "Papeletas de la ronda")) { $0.round.ballots },
      .init("found_for", .votes, Text(en: "Found for it", es: "Hallados a favor")) {
        $0.isComparison ? nil : $0.round.votesFor
      },
      .init("found_against", .votes, Text(en: "Found against it", es: "Hallados en contra")) {
        $0.isComparison ? nil : $0.round.votesAgainst
      },
      .init("overstated_by_1", Text(en: "Overstated by 1", es: "De más por 1")) {
        $0.errors(1)
      },
      .init("overstated_by_2", Text(en: "Overstated by 2", es: "De más por 2")) {
        $0.errors(2)
      },
      .init("understated_by_1", Text(en: "Understated by 1", es: "De menos por 1")) {
        $0.errors(-1)
      },
      .init("understated_by_2", Text(en: "Understated by 2", es: "De menos por 2")) {
        $0.errors(-2)
      },
      .init("p_value", Text(en: "p-value after it", es: "Valor p tras ella")) { $0.measured.pValue },
      .init("met", Text(en: "Limit met", es: "Límite alcanzado")) { $0.measured.reaches },
      .init("next_p_value", Text(en: "p-value after one more that agrees", es: "Valor p tras una más que concuerde")) {
        $0.measured.outlook.next
      },
      .init("more", Text(en: "More that agree, to reach it", es: "Más que concuerden, para alcanzarlo")) {
        $0.measured.outlook.more
      },
      .init("next_enough", Text(en: "Next round, smallest size", es: "Próxima ronda, tamaño mínimo")) {
        $0.measured.reaches ? nil : $0.measured.outlook.round?.first
      },
      .init("next_always", Text(en: "Next round, from this size on", es: "Próxima ronda, desde este tamaño")) {
        $0.measured.reaches ? nil : $0.measured.outlook.round?.always
      },
    ])

  static let differences = MarkedBallot.table(
    "differences", Text(en: "Ballots that differ from their records", es: "Papeletas que difieren de su registro"))
}
