import ModuleKit
import Statistics

/// How often one digit stands last, or second, in the counts of one dataset.
struct DigitRow {
  static let kind = TableKind<DigitRow>(
    "digits", Text(en: "Digits of the whole count", es: "Cifras de todo el cómputo"),
    columns: [
      .init("dataset", Text(en: "Dataset", es: "Datos")) { $0.dataset },
      .init("quantity", Text(en: "Looks at the counts behind", es: "Examina los recuentos de")) { $0.quantity },
      .init("place", Text(en: "Place", es: "Lugar")) { $0.place },
      .init("from", Text(en: "Counts from", es: "Recuentos desde")) { $0.least },
      .init("digit", Text(en: "Digit", es: "Cifra")) { $0.digit },
      .init("counts", Text(en: "Counts", es: "Recuentos")) { $0.counted },
      .init("expected", Text(en: "Expected", es: "Esperado")) { $0.expected },
    ])

  /// Which digit of a count.
  enum Place: String, CellWord {
    case second, last

    var text: Text {
      switch self {
      case .second: Text(en: "second", es: "segunda")
      case .last: Text(en: "last", es: "última")
      }
    }
  }

  let dataset: String
  let quantity: ScreeningQuantity
  let place: Place
  /// Counts below are left out.
  let least: Int
  let digit, counted: Int
  let expected: Double

  /// The rows of a whole count.
  static func rows(_ dataset: String, _ sample: ScreeningSample) -> [DigitRow] {
    sample.quantities.flatMap { quantity in
      let counts = sample.counts(quantity)
      let sets: [(place: Place, least: Int, digits: DigitCounts, probabilities: [Double])] = [
        (.second, 10, SecondDigit.counts(of: counts), SecondDigit.benford),
        (.last, 0, LastDigit.counts(of: counts), LastDigit.uniform),
        (
          .last, LastDigitScreen.least, LastDigit.counts(of: counts, atLeast: LastDigitScreen.least),
          LastDigit.uniform
        ),
      ]
      return sets.flatMap { set in
        zip(set.digits.counts, set.probabilities).enumerated().map { digit, it in
          DigitRow(
            dataset: dataset, quantity: quantity, place: set.place, least: set.least, digit: digit, counted: it.0,
            expected: Double(set.digits.total) * it.1)
        }
      }
    }
  }
}
