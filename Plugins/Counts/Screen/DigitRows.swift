import ModuleKit
import Statistics

/// How often each digit stands last, and second, in the counts of one dataset.
struct DigitRows {
  static let kind = CodedTable(
    "digits", Text(en: "Digits of the whole count", es: "Cifras de todo el cómputo"),
    columns: [
      .init("dataset", .text, Text(en: "Dataset", es: "Datos")),
      .init("quantity", .text, Text(en: "Looks at the counts behind", es: "Examina los recuentos de")),
      .init("place", .text, Text(en: "Place", es: "Lugar")),
      .init("from", .integer, Text(en: "Counts from", es: "Recuentos desde")),
      .init("digit", .integer, Text(en: "Digit", es: "Cifra")),
      .init("counts", .integer, Text(en: "Counts", es: "Recuentos")),
      .init("expected", .number, Text(en: "Expected", es: "Esperado")),
    ])

  private(set) var rows: [[Cell]] = []

  init(_ dataset: Cell, _ sample: ScreeningSample) {
    for quantity in [ScreeningQuantity.turnout, .share] {
      let counts = sample.counts(quantity)
      let sets = [
        ("second", 10, SecondDigit.counts(of: counts), SecondDigit.benford),
        ("last", 0, LastDigit.counts(of: counts), LastDigit.uniform),
        (
          "last", LastDigitScreen.least, LastDigit.counts(of: counts, atLeast: LastDigitScreen.least), LastDigit.uniform
        ),
      ]
      for (place, least, digits, probabilities) in sets {
        for (digit, (counted, probability)) in zip(digits.counts, probabilities).enumerated() {
          rows.append([
            dataset, .text(quantity.rawValue), .text(place), .integer(Int64(least)), .integer(Int64(digit)),
            .integer(Int64(counted)), .number(Double(digits.total) * probability),
          ])
        }
      }
    }
  }
}
