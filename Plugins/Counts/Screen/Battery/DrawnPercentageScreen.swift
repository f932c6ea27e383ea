import ModuleKit
import Statistics

/// Whole percentages of turnout and share against drawn elections: the published form of the test, on demand.
struct DrawnPercentageScreen: ScreeningTest {
  let name = Text(en: "whole percentages in drawn elections", es: "porcentajes enteros en elecciones sorteadas")
  let caution = Text(
    en:
      "The draws answer the same question as the exact expectation, with an error of their own, so no second p value is made of them. They take each station's own rate for its true one, and what lies above them has the same innocent reasons: rounding, small stations.",
    es:
      "Los sorteos responden a la misma pregunta que la esperanza exacta, con un error propio, así que no se saca de ellos un segundo valor p. Toman la tasa de cada mesa por la verdadera, y lo que sobresale tiene los mismos motivos inocentes: redondeos, mesas pequeñas."
  )
  let citation = Text("Kobak, Shpilkin & Pshenichnikov 2016, Annals of Applied Statistics 10:54; as published")

  func outcomes(of sample: ScreeningSample) async throws -> [ScreeningOutcome] {
    guard sample.repetitions > 0 else { return [] }
    let test = IntegerPercentageTest(sample.stations)
    let drawn = try await test.repetitions(sample.repetitions, seed: sample.seed)
    return IntegerPercentageScreen.shares.flatMap { share, quantity -> [ScreeningOutcome] in
      let (summary, excess) = (drawn.summary(share, by: .stations), test.excess(share, by: .stations))
      return [
        ScreeningOutcome(
          quantity: quantity, measure: "stations", statistic: Double(excess.observed), expected: summary.mean,
          count: test.stations),
        ScreeningOutcome(
          quantity: quantity, measure: "deviation", statistic: summary.standardDeviation, count: test.stations),
      ]
    }
  }
}
