import ModuleKit
import Statistics

/// The tables of `counts.klimek`: what was taken for granted, what was tried, what every repeat gave.
struct KlimekTables {
  /// A repeat by its number; 0 is the fit without draws.
  struct RepeatRow { let number: Int, estimate: KlimekFit.Estimate }

  /// The fit without draws by one distance between histograms.
  struct DistanceRow { let distance: HistogramDistance, isUsed: Bool, fit: KlimekFit }

  /// The values of one fraction that were tried.
  struct GridRow {
    let fraction: String
    let values: [Double]

    var first: Double { values.first ?? 0 }
    var last: Double { values.last ?? 0 }
    var step: Double { (last - first) / Double(max(values.count - 1, 1)) }
  }

  /// A number that the model takes from the sheets.
  struct ModelRow { let parameter: String, value: Double }

  /// An area, with its fit where it has one.
  struct AreaRow {
    let area: String
    let stations: Int
    let fit: KlimekFit?

    var incremental: [Double] { fit.map { ($0.repeats + [$0.best]).map(\.incremental) } ?? [] }
  }

  static let repeats = TableKind<RepeatRow>(
    "repeats", Text(en: "The fit, repeat by repeat", es: "El ajuste, repetición a repetición"),
    columns: [.init("repeat", Text(en: "Repeat (0: without draws)", es: "Repetición (0: sin sorteos)")) { $0.number }]
      + estimate { $0.estimate } + [
        .init("distance", Text(en: "Sum of squares", es: "Suma de cuadrados")) { $0.estimate.distance }
      ])

  static let distances = TableKind<DistanceRow>(
    "distances", Text(en: "The fit by either distance", es: "El ajuste por cada distancia"),
    columns: [
      .init("distance", Text(en: "Distance", es: "Distancia")) { $0.distance },
      .init("is_used", Text(en: "Used", es: "Usada")) { $0.isUsed },
    ] + estimate { $0.fit.best } + [
      .init("remaining", Text(en: "Distance left (share)", es: "Distancia restante (proporción)")) {
        $0.fit.remainingDistance
      }
    ])

  static let grid = TableKind<GridRow>(
    "grid", Text(en: "The values that were tried", es: "Los valores probados"),
    columns: [
      .init("fraction", Text(en: "Fraction", es: "Fracción")) { $0.fraction },
      .init("first", Text(en: "First", es: "Primero")) { $0.first },
      .init("last", Text(en: "Last", es: "Último")) { $0.last },
      .init("step", Text(en: "Step", es: "Paso")) { $0.step },
    ])

  static let model = TableKind<ModelRow>(
    "model", Text(en: "What the model takes from the sheets", es: "Lo que el modelo toma de las actas"),
    columns: [
      .init("parameter", Text(en: "Parameter", es: "Parámetro")) { $0.parameter },
      .init("value", Text(en: "Value (share)", es: "Valor (proporción)")) { $0.value },
    ])

  static let areas = TableKind<AreaRow>(
    "areas", Text(en: "The fit, area by area", es: "El ajuste, área por área"),
    columns: [
      .init("area", Text(en: "Area", es: "Área")) { $0.area },
      .init("stations", .sheets, Text(en: "Sheets", es: "Actas")) { $0.stations },
    ] + estimate { $0.fit?.best } + [
      .init("incremental_low", Text(en: "Some added, lowest", es: "Algunas añadidas, mínimo")) {
        $0.incremental.min()
      },
      .init("incremental_high", Text(en: "Some added, highest", es: "Algunas añadidas, máximo")) {
        $0.incremental.max()
      },
      .init("remaining", Text(en: "Distance left (share)", es: "Distancia restante (proporción)")) {
        $0.fit?.remainingDistance
      },
    ])

  /// The columns of the estimate that a row may have.
  private static func estimate<Row>(
    _ of: @escaping @Sendable (Row) -> KlimekFit.Estimate?
  ) -> [TableKind<Row>.Column] {
    [
      .init("incremental", Text(en: "Some added (share of stations)", es: "Algunas añadidas (parte de las mesas)")) {
        of($0)?.incremental
      },
      .init("extreme", Text(en: "Nearly all added (share)", es: "Casi todas añadidas (parte)")) { of($0)?.extreme },
      .init("alpha", Text(en: "Exponent", es: "Exponente")) { of($0)?.alpha },
      .init("added", Text(en: "Votes added (share of voters)", es: "Votos añadidos (parte de los inscritos)")) {
        of($0)?.added
      },
    ]
  }

  private var repeatRows: [RepeatRow] = []
  private var distanceRows: [DistanceRow] = []
  private var gridRows: [GridRow] = []
  private var modelRows: [ModelRow] = []
  private var areaRows: [AreaRow] = []

  mutating func add(_ fit: KlimekFit, _ distance: HistogramDistance, beside other: KlimekFit) {
    distanceRows = [
      DistanceRow(distance: distance, isUsed: true, fit: fit),
      DistanceRow(distance: distance.other, isUsed: false, fit: other),
    ]
    repeatRows = ([fit.best] + fit.repeats).enumerated().map { RepeatRow(number: $0, estimate: $1) }
    gridRows = [
      GridRow(fraction: "incremental", values: fit.grid.incremental),
      GridRow(fraction: "extreme", values: fit.grid.extreme), GridRow(fraction: "alpha", values: fit.grid.alpha),
    ]
    let data = fit.data.model
    modelRows = [
      ModelRow(parameter: "turnout_mode", value: data.turnout.mode),
      ModelRow(parameter: "turnout_deviation", value: data.turnout.deviation),
      ModelRow(parameter: "share_mode", value: data.share.mode),
      ModelRow(parameter: "share_deviation", value: data.share.deviation),
      ModelRow(parameter: "theta", value: data.theta),
    ]
  }

  /// An area, with its fit where it has one.
  mutating func add(area: String, stations: Int, _ fit: KlimekFit?) {
    areaRows.append(AreaRow(area: area, stations: stations, fit: fit))
  }

  func add(to findings: inout Findings) throws {
    try findings.add(Self.repeats, repeatRows)
    try findings.add(Self.distances, distanceRows)
    try findings.add(Self.grid, gridRows)
    try findings.add(Self.model, modelRows)
    try findings.add(Self.areas, areaRows)
  }
}
