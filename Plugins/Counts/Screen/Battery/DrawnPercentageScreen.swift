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

  /// Behind the name of a measure: what one in a thousand of the drawn elections exceeds.
  static let high = "_in_1_of_1000"

  func outcomes(of sample: ScreeningSample) async throws -> [ScreeningOutcome] {
    guard sample.repetitions > 0, sample.hasRegister else { return [] }
    let test = sample.percentages
    let drawn = try await test.repetitions(sample.repetitions, seed: sample.seed)
    return IntegerPercentageScreen.shares.flatMap { share, quantity in
      IntegerPercentageScreen.weights.flatMap { weight, measure in
        let (summary, excess) = (drawn.summary(share, by: weight), test.excess(share, by: weight))
        return [
          ScreeningOutcome(
            quantity: quantity, measure: measure, statistic: Double(excess.observed), expected: summary.mean,
            deviation: summary.standardDeviation, count: test.stations),
          ScreeningOutcome(
            quantity: quantity, measure: measure + Self.high, statistic: summary.high, count: test.stations),
        ]
      }
    }
  }
}
