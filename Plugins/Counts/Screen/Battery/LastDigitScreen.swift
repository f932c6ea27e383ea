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
      "Counts rounded by tired officials, stations closed at a round number of ballots, and registers of similar size give uneven last digits without any change of votes; counts below 100 are left out. Where most counts lie near 100, leaving out the smaller ones makes digits uneven by itself: at a level of 5 % the option's counts stood out in 78 % of simulated elections without any fault of one electorate, in 54.5 % of those with town and country and in 7 % of those with regional blocs.",
    es:
      "Recuentos redondeados por personal cansado, mesas que cierran con un número redondo de papeletas y censos de tamaño parecido dan últimas cifras desiguales sin que cambie voto alguno; no se usan recuentos menores de 100. Si la mayoría de los recuentos está cerca de 100, dejar fuera los menores ya hace desiguales las cifras: con un nivel del 5 %, los recuentos de la opción destacaron en el 78 % de las elecciones simuladas sin falla alguna de un solo electorado, en el 54.5 % de las que tienen ciudad y campo y en el 7 % de las que tienen bloques regionales."
  )
  let citation = Text("Beber & Scacco 2012, Political Analysis 20:211")

  func outcomes(of sample: ScreeningSample) -> [ScreeningOutcome] {
    forEach { quantity in
      let counts = sample.counts(quantity)
      // Counts of all sizes describe: nobody expects the last digits of small ones to be equally frequent.
      return outcomes(quantity, LastDigit.counts(of: counts, atLeast: Self.least), suffix: "", tested: true)
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
