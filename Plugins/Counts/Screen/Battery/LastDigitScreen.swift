import ModuleKit
import Statistics

/// Last digits of large counts against equal frequencies.
struct LastDigitScreen: ScreeningTest {
  /// Counts below are left out: their last digits are not equally frequent in any election.
  static let least = 100

  let name = Text(en: "last digits against equal frequencies", es: "últimas cifras frente a frecuencias iguales")
  let measure = Text(en: "the chi-square", es: "el chi cuadrado")
  let caution = Text(
    en:
      "Counts rounded by tired officials, stations closed at a round number of ballots, and registers of similar size give uneven last digits without any change of votes; counts below 100 are left out. Where many counts lie near 100, leaving out the smaller ones makes digits uneven by itself, and no test is made.",
    es:
      "Recuentos redondeados por personal cansado, mesas que cierran con un número redondo de papeletas y censos de tamaño parecido dan últimas cifras desiguales sin que cambie voto alguno; no se usan recuentos menores de 100. Si muchos recuentos están cerca de 100, dejar fuera los menores ya hace desiguales las cifras, y no se hace prueba."
  )
  let citation = Text("Beber & Scacco 2012, Political Analysis 20:211")

  func outcomes(of sample: ScreeningSample) -> [ScreeningOutcome] {
    forEach(sample) { quantity in
      let counts = sample.counts(quantity)
      // Counts of all sizes describe: nobody expects the last digits of small ones to be equally frequent.
      return outcomes(
        quantity, LastDigit.counts(of: counts, atLeast: Self.least), suffix: "",
        tested: DigitRange.isThin(counts, at: Self.least))
        + outcomes(quantity, LastDigit.counts(of: counts), suffix: "_of_all", tested: false)
    }
  }

  private func outcomes(
    _ quantity: ScreeningQuantity, _ digits: DigitCounts, suffix: String, tested: Bool
  ) -> [ScreeningOutcome] {
    guard let mean = digits.mean, let test = digits.chiSquare(against: LastDigit.uniform) else { return [] }
    return [
      ScreeningOutcome(
        quantity: quantity, measure: "mean" + suffix, statistic: mean, expected: LastDigit.uniformMean,
        count: digits.total),
      ScreeningOutcome(
        quantity: quantity, measure: "chi_square" + suffix, statistic: test.statistic, expected: 9,
        p: tested ? test.p : nil, count: digits.total),
    ]
  }
}
