import ModuleKit

/// Whole percentages of one dataset: what was counted, what chance gives exactly, and what drawn elections gave.
struct PercentageRows {
  static let kind = CodedTable(
    "percentages", Text(en: "Whole percentages of the whole count", es: "Porcentajes enteros de todo el cómputo"),
    columns: [
      .init("dataset", .text, Text(en: "Dataset", es: "Datos")),
      .init("quantity", .text, Text(en: "Looks at", es: "Examina")),
      .init("weight", .text, Text(en: "Each station counts for", es: "Cada mesa cuenta por")),
      .init("observed", .integer, Text(en: "Counted", es: "Contado")),
      .init("expected", .number, Text(en: "Expected", es: "Esperado")),
      .init("excess", .number, Text(en: "Counted less expected", es: "Contado menos esperado")),
      .init("deviation", .number, Text(en: "Standard deviation", es: "Desviación típica")),
      .init("z", .number, Text(en: "In standard deviations", es: "En desviaciones típicas")),
      .init("drawn_excess", .number, Text(en: "Counted less mean drawn", es: "Contado menos media sorteada")),
      .init("drawn_deviation", .number, Text(en: "Standard deviation, drawn", es: "Desviación típica, sorteada")),
      .init(
        "drawn_in_1_of_1000", .number,
        Text(en: "Exceeded by 1 in 1,000 drawn, above their mean", es: "Superado por 1 de 1000, sobre su media")),
    ])

  private(set) var rows: [[Cell]] = []

  /// The rows of what the battery gave for a whole count.
  init(_ dataset: Cell, _ comparisons: [ScreenedCount.Comparison]) {
    func outcome(_ code: ScreenCode, _ quantity: ScreeningQuantity, _ measure: String) -> ScreeningOutcome? {
      comparisons.first {
        $0.code == code && $0.outcome.quantity == quantity && $0.outcome.measure == measure
      }?.outcome
    }
    for (_, quantity) in IntegerPercentageScreen.shares {
      for (_, measure) in IntegerPercentageScreen.weights {
        guard let exact = outcome(.wholePercentages, quantity, measure), let expected = exact.expected,
          let deviation = exact.deviation
        else { continue }
        let drawn = outcome(.drawnPercentages, quantity, measure)
        let high = outcome(.drawnPercentages, quantity, measure + DrawnPercentageScreen.high)
        func number(_ value: Double?) -> Cell { value.map(Cell.number) ?? .missing }
        rows.append([
          dataset, .text(quantity.rawValue), .text(measure), .integer(Int64(exact.statistic)), .number(expected),
          .number(exact.statistic - expected), .number(deviation), .number((exact.statistic - expected) / deviation),
          number(drawn?.expected.map { exact.statistic - $0 }), number(drawn?.deviation),
          number(high.flatMap { high in drawn?.expected.map { high.statistic - $0 } }),
        ])
      }
    }
  }
}
