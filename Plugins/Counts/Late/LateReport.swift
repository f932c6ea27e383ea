import ModuleKit
import Statistics

/// The tables of `counts.late`, gathered row by row.
struct LateReport {
  /// The shift on one level of the areas.
  struct LevelRow { let level: String, it: Kitagawa }

  /// The late sheets that took their margin from areas of one level; nil is the whole.
  struct StepRow { let level: String?, step: LateProjection.Step }

  /// A placebo cut, with the bandwidth in percent of the sheets.
  struct PlaceboRow { let bandwidth: Int, cut: PlaceboCuts.Cut }

  /// An area with the shift within it; nil where it has no votes in one of the periods.
  struct AreaRow { let name: String, votes: TwoPeriods, it: Kitagawa? }

  static let ladder = TableKind<LevelRow>(
    "ladder", Text(en: "The shift, level by level of the areas", es: "El cambio, nivel a nivel de las áreas"),
    columns: [
      .init("level", Text(en: "Level", es: "Nivel")) { $0.level },
      .init("units_both", .areas, Text(en: "Areas with early and late votes", es: "Áreas con votos de ambos")) {
        $0.it.unitsInBoth
      },
      .init("units_only_early", .areas, Text(en: "Only early", es: "Solo tempranos")) { $0.it.unitsOnlyEarly },
      .init("units_only_late", .areas, Text(en: "Only late", es: "Solo tardíos")) { $0.it.unitsOnlyLate },
    ] + shift(early: { $0.it.early }, late: { $0.it.late }, { $0.it }) + variants)

  static let projection = TableKind<StepRow>(
    "projection",
    Text(
      en: "Late sheets projected from the early margin of their area",
      es: "Actas tardías proyectadas con el margen temprano de su área"),
    columns: [
      .init("level", Text(en: "Level of the area (none: the whole)", es: "Nivel del área (vacío: el total)")) {
        $0.level
      },
      .init("late_sheets", .sheets, Text(en: "Late sheets", es: "Actas tardías")) { $0.step.sheets },
      .init("late_votes", .votes, Text(en: "Late valid votes", es: "Votos válidos tardíos")) { $0.step.valid },
      .init("projected_votes", .votes, Text(en: "Margin projected (votes)", es: "Margen proyectado (votos)")) {
        $0.step.projected
      },
      .init("standard_error", .votes, Text(en: "Standard error (votes)", es: "Error estándar (votos)")) {
        $0.step.variance?.squareRoot()
      },
      .init("actual_votes", .votes, Text(en: "Margin as it was (votes)", es: "Margen real (votos)")) {
        $0.step.actual
      },
    ])

  static let jump = TableKind<LateJump.Row>(
    "jump", Text(en: "The jump at the cut, by bandwidth", es: "El salto en el corte, según el ancho de banda"),
    columns: [
      .init("bandwidth_percent", .percent, eitherSide) { $0.bandwidth },
      .init("jump_points", .points, Text(en: "Jump (points)", es: "Salto (puntos)")) { $0.jump.size },
      .init("before_points", .points, Text(en: "Margin before (points)", es: "Margen antes (puntos)")) {
        $0.jump.before
      },
      .init("after_points", .points, Text(en: "Margin after (points)", es: "Margen después (puntos)")) {
        $0.jump.after
      },
      .init("robust_error", .points, Text(en: "Standard error, HC1", es: "Error estándar, HC1")) {
        $0.jump.robustError
      },
      .init("clustered_error", .points, Text(en: "Standard error, clustered", es: "Error estándar, por grupos")) {
        $0.errors.widest?.error?.size
      },
      .init("degrees", .number, Text(en: "Degrees of freedom", es: "Grados de libertad")) {
        $0.errors.widest?.error?.degrees
      },
      .init("clustered_by", Text(en: "Clustered by", es: "Agrupado por")) { $0.errors.widest?.level },
      .init("low_points", .points, Text(en: "95% interval, from", es: "Intervalo del 95%, desde")) {
        $0.interval?.lowerBound
      },
      .init("high_points", .points, Text(en: "95% interval, to", es: "Intervalo del 95%, hasta")) {
        $0.interval?.upperBound
      },
      .init("sheets_before", .sheets, Text(en: "Sheets before", es: "Actas antes")) { $0.jump.countBefore },
      .init("sheets_after", .sheets, Text(en: "Sheets after", es: "Actas después")) { $0.jump.countAfter },
      .init("clusters", .number, Text(en: "Clusters", es: "Grupos")) { $0.errors.widest?.areas },
      .init("placebos", .number, Text(en: "Placebo cuts", es: "Cortes de placebo")) { $0.placebos.cuts.count },
      .init("placebo_low_points", .points, Text(en: "Placebo jumps, from", es: "Saltos de placebo, desde")) {
        $0.placebos.range?.lowerBound
      },
      .init("placebo_high_points", .points, Text(en: "Placebo jumps, to", es: "Saltos de placebo, hasta")) {
        $0.placebos.range?.upperBound
      },
      .init(
        "p", .share,
        Text(
          en: "Share of cuts that jump as much, this one included",
          es: "Proporción de cortes que saltan tanto, incluido este")
      ) { $0.placebos.p($0.jump.size) },
      .init(
        "placebos_missed", .number,
        Text(en: "Placebo cuts whose interval leaves out 0", es: "Cortes de placebo cuyo intervalo deja fuera el 0")
      ) { $0.placebos.record.tried > 0 ? $0.placebos.record.missed : nil },
    ])

  static let placebos = TableKind<PlaceboRow>(
    "placebos", Text(en: "Jumps at placebo cuts", es: "Saltos en cortes de placebo"),
    columns: [
      .init("bandwidth_percent", .percent, eitherSide) { $0.bandwidth },
      .init("cut_percent", .percent, Text(en: "Cut (% of the sheets)", es: "Corte (% de las actas)")) {
        $0.cut.place
      },
      .init("jump_points", .points, Text(en: "Jump (points)", es: "Salto (puntos)")) { $0.cut.jump },
    ])

  static let areas = TableKind<AreaRow>(
    "areas", Text(en: "The shift within each area", es: "El cambio dentro de cada área"),
    columns: [
      .init("area", Text(en: "Area", es: "Área")) { $0.name },
      .init("early_sheets", .sheets, Text(en: "Early sheets", es: "Actas tempranas")) { $0.votes.early.sheets },
      .init("late_sheets", .sheets, Text(en: "Late sheets", es: "Actas tardías")) { $0.votes.late.sheets },
    ] + shift(early: { $0.it?.early ?? $0.votes.early.rate }, late: { $0.it?.late ?? $0.votes.late.rate }, { $0.it }))

  private var levels: [LevelRow] = []
  private var steps: [StepRow] = []
  private var jumps: [LateJump.Row] = []
  private var intervals: [JumpIntervals.Row] = []
  private var errors: [LevelError] = []
  private var shifts: [AreaRow] = []

  mutating func add(_ it: Kitagawa, level: String) { levels.append(LevelRow(level: level, it: it)) }

  mutating func add(_ projection: LateProjection, _ areas: Areas, _ errors: [LevelError]) {
    self.errors += errors
    steps += zip([nil] + areas.levels, projection.steps).map { StepRow(level: $0, step: $1) }
  }

  mutating func add(_ jump: LateJump) {
    jumps += jump.rows
    intervals += jump.intervals.rows
    errors += jump.main.errors
  }

  /// The shift within each of the `areas` of `level`, decomposed on the finest level.
  mutating func addAreas(_ ladder: AreaLadder, _ areas: Areas, per level: Int) {
    guard let finest = ladder.levels.last else { return }
    var members: [[TwoPeriods]] = ladder.levels[level].map { _ in [] }
    for (place, unit) in finest.enumerated() {
      var ancestor = place
      for parents in ladder.parents[level...].reversed() { ancestor = parents[ancestor] }
      members[ancestor].append(unit)
    }
    for (unit, (votes, units)) in zip(areas.units[level], zip(ladder.levels[level], members)) {
      shifts.append(AreaRow(name: unit.name, votes: votes, it: Kitagawa(units)))
    }
  }

  func add(to findings: inout Findings) throws {
    try findings.add(Self.ladder, levels)
    try findings.add(Self.projection, steps)
    try findings.add(Self.jump, jumps)
    try findings.add(Self.intervals, intervals)
    try findings.add(Self.errors, errors)
    try findings.add(
      Self.placebos, jumps.flatMap { row in row.placebos.cuts.map { PlaceboRow(bandwidth: row.bandwidth, cut: $0) } })
    try findings.add(Self.areas, shifts)
  }
}

// MARK: - Columns of several tables

extension LateReport {
  private static let eitherSide = Text(en: "Sheets on either side (%)", es: "Actas a cada lado (%)")

  /// The margins of both periods, and what explains how they differ.
  private static func shift<Row>(
    early: @escaping @Sendable (Row) -> Double?, late: @escaping @Sendable (Row) -> Double?,
    _ it: @escaping @Sendable (Row) -> Kitagawa?
  ) -> [TableKind<Row>.Column] {
    [
      .init("early_points", .points, Text(en: "Early margin (points)", es: "Margen temprano (puntos)")) {
        hundredfold(early($0))
      },
      .init("late_points", .points, Text(en: "Late margin (points)", es: "Margen tardío (puntos)")) {
        hundredfold(late($0))
      },
      .init("shift_points", .points, Text(en: "Shift (points)", es: "Cambio (puntos)")) {
        hundredfold(it($0)?.shift)
      },
      .init("composition_points", .points, Text(en: "Composition (points)", es: "Composición (puntos)")) {
        hundredfold(it($0)?.parts?.composition)
      },
      .init("within_points", .points, Text(en: "Within areas (points)", es: "Dentro de áreas (puntos)")) {
        hundredfold(it($0)?.parts?.within)
      },
      .init("left_over_points", .points, Text(en: "Left over (points)", es: "Resto (puntos)")) {
        hundredfold(it($0)?.remainder)
      },
      .init(
        "uncovered_percent", .percent, Text(en: "Late votes not covered (%)", es: "Votos tardíos sin cubrir (%)")
      ) { hundredfold(it($0)?.lateUncovered) },
    ]
  }

  /// What is decomposed on a level, and the decomposition with other weights.
  private static let variants: [TableKind<LevelRow>.Column] = [
    .init(
      "both_early_points", .points,
      Text(en: "Early margin where both (points)", es: "Margen temprano donde hay ambos (puntos)")
    ) { hundredfold($0.it.parts?.early) },
    .init(
      "both_late_points", .points,
      Text(en: "Late margin where both (points)", es: "Margen tardío donde hay ambos (puntos)")
    ) { hundredfold($0.it.parts?.late) },
    .init(
      "composition_early_rates_points", .points,
      Text(en: "Composition at early margins (points)", es: "Composición con márgenes tempranos (puntos)")
    ) { hundredfold($0.it.parts?.compositionAtEarlyRates) },
    .init(
      "within_late_weights_points", .points,
      Text(en: "Within areas at late weights (points)", es: "Dentro de áreas con pesos tardíos (puntos)")
    ) { hundredfold($0.it.parts?.withinAtLateWeights) },
    .init(
      "early_uncovered_percent", .percent,
      Text(en: "Early votes not covered (%)", es: "Votos tempranos sin cubrir (%)")
    ) { 100 * $0.it.earlyUncovered },
  ]

  private static func hundredfold(_ share: Double?) -> Double? { share.map { 100 * $0 } }
}
