import ModuleKit
import Statistics

/// Whole percentages of one dataset: what was counted, what chance gives exactly, and what drawn elections gave.
struct PercentageRow {
  static let kind = TableKind<PercentageRow>(
    "percentages", Text(en: "Whole percentages of the whole count", es: "Porcentajes enteros de todo el cómputo"),
    columns: [
      .init("dataset", Text(en: "Dataset", es: "Datos")) { $0.dataset },
      .init("quantity", Text(en: "Looks at", es: "Examina")) { $0.quantity },
      .init("weight", Text(en: "Each station counts for", es: "Cada mesa cuenta por")) { $0.weight },
      .init("observed", Text(en: "Counted", es: "Contado")) { Int($0.observed) },
      .init("expected", Text(en: "Expected", es: "Esperado")) { $0.expected },
      .init("excess", Text(en: "Counted less expected", es: "Contado menos esperado")) { $0.observed - $0.expected },
      .init("deviation", Text(en: "Standard deviation", es: "Desviación típica")) { $0.deviation },
      .init("z", Text(en: "In standard deviations", es: "En desviaciones típicas")) {
        ($0.observed - $0.expected) / $0.deviation
      },
      .init("drawn_excess", Text(en: "Counted less mean drawn", es: "Contado menos media sorteada")) { row in
        row.drawn?.expected.map { row.observed - $0 }
      },
      .init("drawn_deviation", Text(en: "Standard deviation, drawn", es: "Desviación típica, sorteada")) {
        $0.drawn?.deviation
      },
      .init(
        "drawn_in_1_of_1000",
        Text(en: "Exceeded by 1 in 1,000 drawn, above their mean", es: "Superado por 1 de 1,000, sobre su media")
      ) { row in row.high.flatMap { high in row.drawn?.expected.map { high.statistic - $0 } } },
    ])

  let dataset: String
  let quantity: ScreeningQuantity
  let weight: String
  let observed, expected, deviation: Double
  /// What drawn elections gave, and what one in a thousand of them exceeds; nil where none were drawn.
  let drawn, high: ScreeningOutcome?

  /// The rows of what the battery gave for a whole count.
  static func rows(_ dataset: String, _ comparisons: [ScreenedCount.Comparison]) -> [PercentageRow] {
    func outcome(_ test: BatteryTest, _ quantity: ScreeningQuantity, _ measure: String) -> ScreeningOutcome? {
      comparisons.first {
        $0.test == test && $0.outcome.quantity == quantity && $0.outcome.measure == measure
      }?.outcome
    }
    return IntegerPercentageScreen.shares.flatMap { _, quantity in
      IntegerPercentageScreen.weights.compactMap { _, measure in
        guard let exact = outcome(.wholePercentages, quantity, measure), let expected = exact.expected,
          let deviation = exact.deviation
        else { return nil }
        return PercentageRow(
          dataset: dataset, quantity: quantity, weight: measure, observed: exact.statistic, expected: expected,
          deviation: deviation, drawn: outcome(.drawnPercentages, quantity, measure),
          high: outcome(.drawnPercentages, quantity, measure + DrawnPercentageScreen.high))
      }
    }
  }
}
