import ModuleKit
import Statistics

/// Whole percentages of turnout and share against binomial chance, exactly.
struct IntegerPercentageScreen: ScreeningTest {
  let name = Text(en: "whole percentages", es: "porcentajes enteros")
  let measure = Text(en: "the number of such stations", es: "el número de tales mesas")
  let caution = Text(
    en:
      "Fractions of small numbers fall on whole percentages by arithmetic, and the test takes each station's own rate for its true one. Officials who fill in round turnout late at night give the same sign as numbers made up; only sheets and lists can tell.",
    es:
      "Las fracciones de números pequeños caen en porcentajes enteros por aritmética, y la prueba toma la tasa de cada mesa por la verdadera. Quien anota de madrugada una participación redonda deja la misma señal que los números inventados; solo las actas y los padrones pueden decirlo."
  )
  let citation = Text("Kobak, Shpilkin & Pshenichnikov 2016, Annals of Applied Statistics 10:54; exact expectation")

  /// What the test calls the shares that the battery looks at.
  static let shares: [(IntegerPercentageTest.Share, ScreeningQuantity)] = [
    (.turnout, .turnout), (.result, .share), (.either, .both),
  ]

  /// What stations count for, by the names of their measures.
  static let weights: [(IntegerPercentageTest.Weight, String)] = [
    (.stations, "stations"), (.registered, "registered"), (.given, "given"), (.leader, "votes"),
  ]

  func outcomes(of sample: ScreeningSample) -> [ScreeningOutcome] {
    let test = sample.percentages
    return Self.shares.filter { sample.hasRegister || $0.1 == .share }.flatMap { share, quantity in
      Self.weights.compactMap { weight, measure in
        let excess = test.excess(share, by: weight)
        guard let z = excess.z, sample.hasRegister || [.stations, .leader].contains(weight) else { return nil }
        // The weights ask the same question of the same stations: one p value is enough.
        return ScreeningOutcome(
          quantity: quantity, measure: measure, statistic: Double(excess.observed), expected: excess.expected,
          deviation: excess.standardDeviation, p: weight == .stations ? StandardNormal.upperTail(z) : nil,
          count: test.stations)
      }
    }
  }
}
