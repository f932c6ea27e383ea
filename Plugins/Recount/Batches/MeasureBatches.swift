import ModuleKit
import Statistics

/// What whole batches, drawn at random by the bounds on their errors and counted by hand, say of a declared result.
struct MeasureBatches: ModuleOperation {
  static let summary = Text(
    en:
      "What whole batches drawn at random by the bounds on their errors say of a declared result: a p-value after each draw",
    es:
      "Qué dicen de un resultado declarado los lotes enteros sorteados según las cotas de sus errores: un valor p tras cada sorteo"
  )

  static let findings: [any AnyFindingKind] = [
    BatchRisk.met, BatchRisk.open, CountedBatches.kind, BatchDraw.checked, BatchDraw.unchecked,
    TiedAssertion.ofBatches, NoRival.ofBatches,
  ]
  static let tables: [any AnyTableKind] = [batches, batchValues]

  @Input(.bulletins, "the published counts, with the declared result") var bulletins: Bulletins
  @Input(.batchTotals, "what all batches were reported to hold") var totals: BatchTotals
  @Input(.batchCounts, "the batches that were drawn and counted") var counts: BatchCounts
  @Parameter("risk limit: the largest probability of confirming a wrong outcome") var risk = Proportion("0.05")
  @Parameter("the digits of the dice, so that the draw is made again and held against the counted batches")
  var seed: String?

  func run(_ findings: inout Findings, _ context: Context) async throws {
    try bulletins.contest.mustBe(totals.contest, of: Text(en: "the bulletins", es: "los boletines"))
    try counts.contest.mustBe(totals.contest, of: Text(en: "the counts", es: "los conteos"))
    guard let result = try ReportedVotes(bulletins, ballots: BallotManifest.most) else { return }
    try totals.mustAddUp(to: result)
    let evidence = [bulletins.evidence(result.bulletin), totals.evidence, counts.evidence]
    let assertions = totals.assertions
    if assertions.isEmpty {
      findings.add(NoRival(source: result.source), of: NoRival.ofBatches, about: result.key, from: evidence)
      return
    }
    let ties = assertions.filter { $0.margin == 0 }
    for tie in ties {
      findings.add(
        TiedAssertion(source: result.source, assertion: tie.words), of: TiedAssertion.ofBatches, about: tie.id,
        from: evidence)
    }
    guard ties.isEmpty else { return }
    try Task.checkCancellation()
    let audit = try BatchAudit(counts, of: totals, assertions)
    if let seed { try audit.mustBeDrawn(from: seed) }
    findings.add(
      BatchDraw(draws: audit.drawn.count, all: totals.batches.count, seed: Text(seed ?? "")),
      of: seed == nil ? BatchDraw.unchecked : BatchDraw.checked, about: "draw", from: [counts.evidence])
    try add(audit, result, assertions.count, evidence, to: &findings)
  }

  private func add(
    _ audit: BatchAudit, _ result: ReportedVotes, _ assertions: Int, _ evidence: [Evidence],
    to findings: inout Findings
  ) throws {
    let limit = try answer(Text(en: "the batches", es: "los lotes")) { () throws(StatisticsError) in
      try risk.limit()
    }
    // The audit ends with the first draw that reaches the limit; a later one cannot take that back.
    let end = audit.drawn.first { $0.pValue <= limit } ?? audit.drawn.last
    let past = audit.drawn.prefix(end?.draw ?? 0)
    let standing = BatchRisk(
      source: result.source, assertions: assertions, draws: past.count, batches: Set(past.map(\.batch)).count,
      pValue: end?.pValue ?? 1, risk: risk.exact.percent,
      more: audit.comparison.sampleSize(risk: limit, after: past.map(\.taint)))
    findings.add(
      standing, of: standing.pValue <= limit ? BatchRisk.met : BatchRisk.open, about: result.key, from: evidence)
    findings.add(
      CountedBatches(
        counted: audit.units.count, differing: audit.units.count(where: \.differs),
        extra: audit.units.count(where: \.draws.isEmpty), together: audit.units.count { $0.places.count > 1 }),
      about: "batches", from: [counts.evidence])
    try findings.add(
      Self.batches,
      audit.units.flatMap { unit in
        unit.places.map { Row(batch: totals.batches[$0], bound: audit.comparison.bounds[$0], unit: unit) }
      })
    try findings.add(
      Self.batchValues,
      audit.drawn.map { Value(drawn: $0, batch: totals.batches[$0.batch].place, reaches: $0.pValue <= limit) })
  }
}

extension MeasureBatches {
  /// A counted batch.
  struct Row {
    let batch: BatchTotals.Batch
    let bound: Rational
    let unit: BatchAudit.Unit
  }

  /// A draw and the p-value after it.
  struct Value {
    let drawn: BatchAudit.Drawn
    let batch: BallotManifest.Batch
    let reaches: Bool
  }

  static let batches = TableKind<Row>(
    "batches", Text(en: "Counted batches", es: "Lotes contados"),
    columns: [
      .init("container", Text(en: "Container", es: "Contenedor")) { $0.batch.place.container },
      .init("batch", Text(en: "Batch", es: "Lote")) { $0.batch.place.batch },
      .init("draws", Text(en: "Times drawn, alone or with others", es: "Veces sorteado, solo o con otros")) {
        $0.unit.draws.count
      },
      .init("counted_with", Text(en: "Counted together with others", es: "Contado junto con otros")) {
        $0.unit.places.count - 1
      },
      .init("differs", Text(en: "Differs from the report", es: "Difiere de lo reportado")) { $0.unit.differs },
      .init(
        "bound", Text(en: "Largest possible error, over the margin", es: "Mayor error posible, sobre el margen")
      ) { $0.bound.approximation },
      .init("error", Text(en: "Error found, over the margin", es: "Error hallado, sobre el margen")) {
        $0.unit.error.approximation
      },
      .init("taint", Text(en: "Error found, over the largest possible", es: "Error hallado, sobre el mayor posible")) {
        $0.unit.taint
      },
    ])

  static let batchValues = TableKind<Value>(
    "batch_p_values", Text(en: "p-values by draw", es: "Valores p por sorteo"),
    columns: [
      .init("draw", Text(en: "Draw", es: "Sorteo")) { $0.drawn.draw },
      .init("container", Text(en: "Container", es: "Contenedor")) { $0.batch.container },
      .init("batch", Text(en: "Batch", es: "Lote")) { $0.batch.batch },
      .init("taint", Text(en: "Error found, over the largest possible", es: "Error hallado, sobre el mayor posible")) {
        $0.drawn.taint
      },
      .init("p_value", Text(en: "p-value after it", es: "Valor p tras él")) { $0.drawn.pValue },
      .init("met", Text(en: "Limit met", es: "Límite alcanzado")) { $0.reaches },
    ])
}
