import ModuleKit
import Statistics

/// The tables of `counts.klimek`: what was taken for granted, what was tried, what every repeat gave.
struct KlimekTables {
  static let kinds = [
    CodedTable(
      "repeats", Text(en: "The fit, repeat by repeat", es: "El ajuste, repetición a repetición"),
      columns: [.init("repeat", .integer, Text(en: "Repeat (0: without draws)", es: "Repetición (0: sin sorteos)"))]
        + estimate + [.init("distance", .number, Text(en: "Sum of squares", es: "Suma de cuadrados"))]),
    CodedTable(
      "grid", Text(en: "The values that were tried", es: "Los valores probados"),
      columns: [
        .init("fraction", .text, Text(en: "Fraction", es: "Fracción")),
        .init("first", .number, Text(en: "First", es: "Primero")),
        .init("last", .number, Text(en: "Last", es: "Último")),
        .init("step", .number, Text(en: "Step", es: "Paso")),
      ]),
    CodedTable(
      "model", Text(en: "What the model takes from the sheets", es: "Lo que el modelo toma de las actas"),
      columns: [
        .init("parameter", .text, Text(en: "Parameter", es: "Parámetro")),
        .init("value", .number, Text(en: "Value (share)", es: "Valor (proporción)")),
      ]),
    CodedTable(
      "areas", Text(en: "The fit, area by area", es: "El ajuste, área por área"),
      columns: [
        .init("area", .text, Text(en: "Area", es: "Área")),
        .init("stations", .integer, Text(en: "Sheets", es: "Actas")),
      ] + estimate + [
        .init("incremental_low", .number, Text(en: "Some added, lowest", es: "Algunas añadidas, mínimo")),
        .init("incremental_high", .number, Text(en: "Some added, highest", es: "Algunas añadidas, máximo")),
        .init(
          "remaining", .number,
          Text(en: "Distance left (share)", es: "Distancia restante (proporción)")),
      ]),
  ]

  private static let estimate: [CodedTable.Column] = [
    .init(
      "incremental", .number, Text(en: "Some added (share of stations)", es: "Algunas añadidas (parte de las mesas)")),
    .init("extreme", .number, Text(en: "Nearly all added (share)", es: "Casi todas añadidas (parte)")),
    .init("alpha", .number, Text(en: "Exponent", es: "Exponente")),
    .init("added", .number, Text(en: "Votes added (share of voters)", es: "Votos añadidos (parte de los inscritos)")),
  ]

  private var repeats: [[Cell]] = []
  private var grid: [[Cell]] = []
  private var model: [[Cell]] = []
  private var areas: [[Cell]] = []

  private static func cells(_ estimate: KlimekFit.Estimate) -> [Cell] {
    [estimate.incremental, estimate.extreme, estimate.alpha, estimate.added].map(Cell.number)
  }

  mutating func add(_ fit: KlimekFit) {
    repeats = ([fit.best] + fit.repeats).enumerated().map { index, estimate in
      [.integer(Int64(index))] + Self.cells(estimate) + [.number(estimate.distance)]
    }
    grid = [
      ("incremental", fit.grid.incremental), ("extreme", fit.grid.extreme), ("alpha", fit.grid.alpha),
    ].map { name, values in
      let steps = Double(max(values.count - 1, 1))
      let (first, last) = (values.first ?? 0, values.last ?? 0)
      return [.text(name), .number(first), .number(last), .number((last - first) / steps)]
    }
    let data = fit.data.model
    model = [
      ("turnout_mode", data.turnout.mode), ("turnout_deviation", data.turnout.deviation),
      ("share_mode", data.share.mode), ("share_deviation", data.share.deviation), ("theta", data.theta),
    ].map { [.text($0), .number($1)] }
  }

  /// An area, with its fit where it has one.
  mutating func add(area: String, stations: Int, _ fit: KlimekFit?) {
    let start: [Cell] = [.text(area), .integer(Int64(stations))]
    guard let fit else { return areas.append(start + [Cell](repeating: .missing, count: 7)) }
    let incremental = (fit.repeats + [fit.best]).map(\.incremental)
    areas.append(
      start + Self.cells(fit.best) + [
        .number(incremental.min() ?? 0), .number(incremental.max() ?? 0), .number(fit.remainingDistance),
      ])
  }

  func add(to findings: inout CodedFindings<KlimekCode>) throws {
    for (kind, rows) in zip(Self.kinds, [repeats, grid, model, areas]) {
      findings.add(table: try kind.table(rows), as: kind.name)
    }
  }
}
