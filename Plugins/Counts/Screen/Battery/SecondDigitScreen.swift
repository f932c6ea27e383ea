import ModuleKit
import Statistics

/// Second digits of counts against Benford's law.
struct SecondDigitScreen: ScreeningTest {
  let name = Text(en: "second digits against Benford's law", es: "segundas cifras frente a la ley de Benford")
  let measure = Text(en: "the chi-square", es: "el chi cuadrado")
  let caution = Text(
    en:
      "Stations of similar size, strategic voting and turnout that varies little all move second digits away from Benford's law; undisputed elections fail this test and disputed ones pass it. At a level of 5 % all simulated elections without any fault of one electorate, or with town and country, failed it too, and 94 % of those with regional blocs.",
    es:
      "Mesas de tamaño parecido, el voto estratégico y una participación que varía poco alejan las segundas cifras de la ley de Benford; hay elecciones no discutidas que no superan esta prueba y elecciones discutidas que la superan. Con un nivel del 5 % tampoco la superó ninguna elección simulada sin falla alguna de un solo electorado, o con ciudad y campo, ni el 94 % de las que tienen bloques regionales."
  )
  let citation = Text(
    "Mebane 2008, in Alvarez, Hall & Hyde, Brookings; Deckert, Myagkov & Ordeshook 2011, Political Analysis 19:245")

  func outcomes(of sample: ScreeningSample) -> [ScreeningOutcome] {
    forEach { quantity in
      let digits = SecondDigit.counts(of: sample.counts(quantity))
      guard let mean = digits.mean, let test = digits.chiSquare(against: SecondDigit.benford) else { return [] }
      return [
        ScreeningOutcome(
          quantity: quantity, measure: "mean", statistic: mean, expected: SecondDigit.benfordMean, count: digits.total),
        ScreeningOutcome(
          quantity: quantity, measure: "chi_square", statistic: test.statistic, expected: 9, p: test.p,
          count: digits.total),
      ]
    }
  }
}
