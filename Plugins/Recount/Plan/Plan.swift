import ModuleKit
import Statistics

/// How many ballots must be drawn so as to check the declared result, by several methods.
struct Plan: ModuleOperation {
  static let summary = Text(
    en: "How many ballots to draw so as to check a declared result within a risk limit, by method",
    es: "Cuántas papeletas sortear para comprobar un resultado declarado dentro de un límite de riesgo, por método")

  static let findings: [any AnyFindingKind] = [
    PollingWorkload.kind, WeightedWorkload.kind, AllBallots.kind, BatchWorkload.kind, TiedAssertion.kind,
    NoRival.kind,
  ]
  static let tables: [any AnyTableKind] = [workloads]

  @Input(.bulletins, "the published counts, with the declared result") var bulletins: Bulletins
  @Input(.batchTotals, "what all batches were reported to hold, where whole batches are to be counted")
  var batches: BatchTotals?
  @Parameter("risk limit: the largest probability of confirming a wrong outcome") var risk = Proportion("0.05")
  @Parameter("probability with which the draw is to be enough, if the declared result is right", in: 0.01...0.999)
  var probability = 0.9
  @Parameter(
    "all ballots in the draw; the valid, blank and null votes where not given", unit: "ballots", in: 1...2_000_000_000)
  var ballots: Int?
  @Parameter("ballots that the mission's people look at in an hour", unit: "ballots", in: 1...100_000)
  var ballotsPerHour: Int?

  func run(_ findings: inout Findings, _ context: Context) async throws {
    guard let result = try ReportedVotes(bulletins, ballots: ballots) else { return }
    let (evidence, source, all) = ([bulletins.evidence(result.bulletin)], result.source, result.ballots)
    var rows: [Row] = []
    let assertions = result.assertions(of: bulletins.contest)
    if assertions.isEmpty {
      findings.add(NoRival(source: source), of: NoRival.kind, about: result.key, from: evidence)
    }
    for assertion in assertions {
      try Task.checkCancellation()
      guard assertion.margin > 0 else {
        findings.add(
          TiedAssertion(source: source, assertion: assertion.words), of: TiedAssertion.kind, about: assertion.id,
          from: evidence)
        continue
      }
      let loads = try answer(Text(en: "'\(assertion.id)'", es: "«\(assertion.id)»")) { () throws(StatisticsError) in
        try Workload.all(
          of: assertion, among: all, risk: risk.exact.approximation, probability: probability)
      }
      rows += loads.map { Row(load: $0, perHour: ballotsPerHour) }
      add(loads, assertion, all, source, evidence, to: &findings)
    }
    try findings.add(Self.workloads, rows)
    if let batches { try add(batches, result, to: &findings) }
  }

  /// What it takes to count whole batches; nothing where the outcome is a tie, or has no second option.
  private func add(
    _ batches: BatchTotals, _ result: ReportedVotes, to findings: inout Findings
  ) throws(DiagnosticsError) {
    try bulletins.contest.mustBe(batches.contest)
    try batches.mustAddUp(to: result)
    let assertions = batches.assertions
    guard let hardest = assertions.map(\.margin).min(), hardest > 0 else { return }
    let (comparison, limit) = try answer(Text(en: "the batches", es: "los lotes")) { () throws(StatisticsError) in
      (try batches.comparison(assertions), try risk.limit())
    }
    let draws = comparison.sampleSize(risk: limit)
    let expected = comparison.expected(draws, ballots: batches.batches.map(\.place.ballots))
    findings.add(
      BatchWorkload(
        source: result.source, risk: risk.exact.percent, draws: draws, different: expected.batches.rounded(.up),
        held: expected.ballots.rounded(.up), batches: batches.batches.count),
      about: result.key, from: [bulletins.evidence(result.bulletin), batches.evidence])
  }

  private func add(
    _ loads: [Workload], _ assertion: Assertion, _ all: Int, _ source: Text, _ evidence: [Evidence],
    to findings: inout Findings
  ) {
    func load(_ method: Workload.Method) -> Workload? { loads.first { $0.method == method } }
    if assertion.statement.isWeighted, let comparison = load(.comparison)?.enough, let average = load(.bravo)?.average {
      findings.add(
        WeightedWorkload(
          source: source, assertion: assertion.words, margin: assertion.votes, ballots: all, risk: risk.exact.percent,
          average: average, single: load(.bravo)?.enough, probability: Quantity(100 * probability, .percent),
          comparison: comparison), about: assertion.id, from: evidence)
      return
    }
    guard let comparison = load(.comparison)?.enough, let round = load(.minerva), let first = round.enough,
      let single = load(.bravo)?.enough
    else {
      findings.add(
        AllBallots(
          source: source, assertion: assertion.words, margin: assertion.votes, ballots: all, risk: risk.exact.percent,
          comparison: load(.comparison)?.enough), about: assertion.id, from: evidence)
      return
    }
    findings.add(
      PollingWorkload(
        source: source, assertion: assertion.words, margin: assertion.votes, ballots: all, risk: risk.exact.percent,
        probability: Quantity(100 * probability, .percent), round: round.always ?? first, first: first, single: single,
        comparison: comparison), about: assertion.id, from: evidence)
  }
}

extension Plan {
  /// A row of the table.
  struct Row {
    let load: Workload
    let perHour: Int?
  }

  static let workloads = TableKind<Row>(
    "workloads", Text(en: "Ballots to draw", es: "Papeletas por sortear"),
    columns: [
      .init("assertion", Text(en: "Assertion", es: "Afirmación")) { $0.load.assertion.id },
      .init("votes_for", .votes, Text(en: "Votes for it", es: "Votos a favor")) { $0.load.assertion.votesFor },
      .init("votes_against", .votes, Text(en: "Votes against it", es: "Votos en contra")) {
        $0.load.assertion.votesAgainst
      },
      .init("method", Text(en: "Method", es: "Método")) { $0.load.method },
      .init("enough", Text(en: "Ballots, smallest size", es: "Papeletas, tamaño mínimo")) { $0.load.enough },
      .init("always", Text(en: "Ballots, from this size on", es: "Papeletas, desde este tamaño")) { $0.load.always },
      .init("average", Text(en: "Ballots, on average", es: "Papeletas, en promedio")) { $0.load.average },
      .init("hours", .hours, Text(en: "Person-hours", es: "Horas-persona")) { row in
        row.perHour.flatMap { rate in row.load.always.map { Double($0) / Double(rate) } }
      },
    ])
}
