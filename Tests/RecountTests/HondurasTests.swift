import ModuleKit
import Recount
import TestSupport
import Testing

/// Exact sentences and figures on the published facts of Honduras 2017.
struct HondurasPartialTests {
  private func outcome() async throws -> Outcome {
    return try await OperationRun.partial.bulletins().recounts().outcome()
  }

  @Test func theFindingsAreThese() async throws {
    let outcome = try await outcome()
    #expect(
      outcome.findings.map(\.code) == [
        "recounted_margin", "selection_not_random", "no_original_counts", "fresh_sample", "hard_bound", "rest_margin",
      ])
    #expect(outcome.findings.allSatisfy { $0.subject == "december" && $0.basis == .reported })
    #expect(outcome.findings.filter { $0.placement == .annex }.map(\.code) == ["hard_bound", "rest_margin"])
    // No probability about boxes that nobody opened.
    for finding in outcome.findings {
      for quantity in finding.values.values {
        if case .confidence = quantity.interval { Issue.record("\(finding.code) gives a confidence interval") }
      }
    }
  }

  @Test func theRecountedBoxesHold() async throws {
    let finding = try await outcome().one("recounted_margin")
    #expect(
      finding.statement.en
        == "According to press, in the 4,753 of 18,128\u{A0}boxes that were recounted Juan Orlando Hernández has 50.1% and Salvador "
        + "Nasralla 31.5%: the mission computes the difference, Juan Orlando Hernández less Salvador Nasralla, as 18.60\u{A0}points."
    )
    #expect(
      finding.statement.es
        == "Según press, en las 4,753 urnas recontadas, de un total de 18,128, Juan Orlando Hernández tiene el 50.1% y "
        + "Salvador Nasralla el 31.5%: la misión calcula la diferencia, Juan Orlando Hernández menos Salvador Nasralla, en "
        + "18.60\u{A0}puntos.")
    #expect(try finding.number("margin") == 18.6)
  }

  @Test func theRefusalNamesRuleAndDocumentAndTheSoundRoute() async throws {
    let finding = try await outcome().one("selection_not_random")
    #expect(
      finding.statement.en
        == "According to press, the 4,753 boxes recounted were not drawn at random; the rule, stated in communiqué of 9 December: "
        + "all sheets processed at the central facility. They cannot be taken for a random sample of the 13,375 boxes nobody "
        + "recounted: for those, no p-value, no interval and no error rate is given. A sound way would be a fresh "
        + "random sample of those boxes, the recounted ones as a known stratum, the others ordered by the "
        + "largest error each can hold.")
    #expect(try finding.number("rest") == 13_375)
  }

  @Test func theRestIsAnIdentity() async throws {
    let outcome = try await outcome()
    let margin = try #require(outcome.one("rest_margin").values["margin"])
    #expect(margin.text(.english) == "between −5.74 and −2.71\u{A0}points")
    guard case .assumptionRange(let assumptions)? = margin.interval else {
      Issue.record("not an assumption range")
      return
    }
    #expect(assumptions.map(\.name) == ["relative_size"])
    #expect(outcome.tables["rest"]?.rowCount == 3)
    #expect(outcome.tables["recounted"]?.rowCount == 2)
    let bound = try #require(outcome.one("hard_bound").values["margin"])
    #expect(bound.interval == .hardBound)
    // 4,753/18,128 of 18.6 points, give or take all of the rest.
    let inside = 4753.0 / 18128 * 18.6
    let outside = 13375.0 / 18128 * 100
    #expect(abs(try #require(bound.low) - (inside - outside)) < 1e-9)
    #expect(abs(try #require(bound.high) - (inside + outside)) < 1e-9)
    let sample = try outcome.one("fresh_sample")
    #expect(try sample.number("boxes_needed") == 140 && sample.number("sample") == 282)
  }
}

struct HondurasDetectTests {
  @Test func boxesToDraw() async throws {
    let outcome = try await OperationRun.detect.bulletins().recounts().outcome()
    let expected = [
      "all_boxes_any": (140, 383), "all_boxes_shift": (696, 77), "rest_of_december_any": (140, 282),
      "rest_of_december_shift": (696, 56),
    ]
    #expect(outcome.findings.count == 4)
    for (subject, (needed, drawn)) in expected {
      let finding = try outcome.one("detection", about: subject)
      #expect(try finding.number("boxes_needed") == Double(needed))
      #expect(try finding.number("sample") == Double(drawn))
      #expect(try finding.number("probability") == 95)
    }
    #expect(
      try outcome.one("detection", about: "all_boxes_any").statement.en
        == "Were all boxes equal in size, the mission computes that at least 140 among the 18,128 boxes would have to be wrong to "
        + "account for the declared lead of 50,446\u{A0}votes, even with all the votes of each on the wrong side. A "
        + "random draw of 383\u{A0}boxes would include at least one of them with a probability of 95% or more.")
    #expect(
      try outcome.one("detection", about: "rest_of_december_any").statement.es
        == "Si todas las urnas tuvieran el mismo tamaño, la misión calcula que al menos 140 entre las 13,375 urnas no "
        + "recontadas tendrían que contener errores para explicar la ventaja declarada de 50,446\u{A0}votos, "
        + "aun con todos los votos de cada una en el lado equivocado. Un sorteo de 282\u{A0}urnas incluiría al menos "
        + "una de ellas con una probabilidad del 95% o más.")
    #expect(
      try outcome.one("detection", about: "rest_of_december_shift").statement.es
        == "Si todas las urnas tuvieran el mismo tamaño, la misión calcula que al menos 696 entre las 13,375 urnas no "
        + "recontadas tendrían que contener errores para explicar la ventaja declarada de 50,446\u{A0}votos, "
        + "con el 20% de los votos de cada una en el lado equivocado. Un sorteo de 56\u{A0}urnas incluiría al "
        + "menos una de ellas con una probabilidad del 95% o más.")
  }

  @Test func theCopies() async throws {
    let outcome = try await OperationRun.detect.copyChecks().outcome()
    #expect(outcome.findings.map(\.code) == ["copies_bound", "copies_not_covered"])
    let bound = try outcome.one("copies_bound", about: "eu")
    #expect(
      bound.values["upper"]
        == Quantity(141, .copies, high: 141, interval: .confidence(level: 0.95)))
    #expect(try bound.number("lower") == 0 && bound.number("uncovered") == 3764)
    #expect(
      bound.statement.en
        == "According to the EU mission, 300 of the 14,364 party copies handed over were drawn at random and compared: "
        + "none differs from its sheet. If so, the mission computes that at most 141\u{A0}copies of the 14,364 handed over differ, each bound with "
        + "95% confidence.")
    #expect(
      bound.statement.es
        == "Según la misión de la UE, de las 14,364 copias de partidos entregadas se sortearon y compararon "
        + "300: ninguna difiere de su acta. Si es así, la misión calcula que difieren como máximo 141\u{A0}copias de las 14,364 "
        + "entregadas, cada límite con una confianza del 95%.")
    let uncovered = try outcome.one("copies_not_covered", about: "eu")
    #expect(
      uncovered.statement.en
        == "According to the EU mission, of 18,128\u{A0}sheets no copy of 3,764 was handed over: the comparison says nothing of "
        + "those.")
    #expect(
      uncovered.statement.es
        == "Según la misión de la UE, de 18,128\u{A0}actas no se entregó copia de 3,764: la comparación no dice nada "
        + "de esas.")
  }
}
