import ModuleKit
import Statistics

/// Second digits of counts against Benford's law.
struct SecondDigitScreen: ScreeningTest {
  let name = Text(en: "second digits against Benford's law", es: "segundas cifras frente a la ley de Benford")
  let measure = Text(en: "the chi-square", es: "el chi cuadrado")
  let caution = Text(
    en:
      "Stations of similar size, strategic voting and turnout that varies little all move second digits away from Benford's law; undisputed elections fail this test and disputed ones pass it. It is made only where counts spread over two orders of magnitude above the small ones; with very many stations the law is not near enough even there.",
    es:
      "Mesas de tamaño parecido, el voto estratégico y una participación que varía poco alejan las segundas cifras de la ley de Benford; hay elecciones no discutidas que no superan esta prueba y elecciones discutidas que la superan. Solo se hace donde los recuentos abarcan dos órdenes de magnitud por encima de los pequeños; con muchísimas mesas la ley ni siquiera allí se cumple con bastante exactitud."
  )
  let citation = Text(
    "Mebane 2008, in Alvarez, Hall & Hyde, Brookings; Deckert, Myagkov & Ordeshook 2011, Political Analysis 19:245")

  func outcomes(of sample: ScreeningSample) -> [ScreeningOutcome] {
    forEach(sample) { quantity in
      let counts = sample.counts(quantity)
      let digits = SecondDigit.counts(of: counts)
      guard let mean = digits.mean, let test = digits.chiSquare(against: SecondDigit.benford) else { return [] }
      return [
        ScreeningOutcome(
          quantity: quantity, measure: "mean", statistic: mean, expected: SecondDigit.benfordMean, count: digits.total),
        ScreeningOutcome(
          quantity: quantity, measure: "chi_square", statistic: test.statistic, expected: 9,
          p: DigitRange.spreads(counts) ? test.p : nil,
          count: digits.total),
      ]
    }
  }
}
