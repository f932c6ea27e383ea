import ModuleKit
import Recount
import Statistics
import TestSupport
import Testing

struct PartialTests {
  @Test func aClaimedDrawWithoutSeedOrRecordIsRefused() async throws {
    let cases: [([String: String], String, String)] = [
      (
        [:], "there is neither a seed nor a record of the draw",
        "no se aporta la semilla ni la constancia del sorteo"
      ),
      (["draw_record": "minutes"], "there is no seed", "no se aporta la semilla"),
      (["seed": "42"], "there is no record of the draw", "no se aporta la constancia del sorteo"),
    ]
    for (columns, english, spanish) in cases {
      let differ = ["selection": "random", "original_counts_held": "true", "boxes_differ": "1"]
      let outcome = try await OperationRun.partial.recounts(columns.merging(differ) { $1 }).outcome()
      #expect(outcome.findings.map(\.code) == ["selection_undocumented", "recounted_differences"])
      let finding = try outcome.one("selection_undocumented")
      #expect(
        finding.statement.en.hasPrefix(
          "According to court, the 10 boxes recounted were drawn at random, but \(english), so the draw cannot be checked. "
            + "They cannot be taken for a random sample of the 90 boxes nobody recounted"))
      #expect(
        finding.statement.es.hasPrefix(
          "Según court, las 10 urnas recontadas se eligieron por sorteo, pero \(spanish), por lo que el sorteo no "
            + "puede comprobarse. No pueden tomarse por una muestra aleatoria de las 90 urnas que nadie recontó"))
    }
  }

  @Test func aDocumentedDrawGivesBounds() async throws {
    let drawn = ["selection": "random", "seed": "42", "draw_record": "minutes", "original_counts_held": "true"]
    let outcome = try await OperationRun.partial.recounts(drawn.merging(["boxes_differ": "1"]) { $1 }).outcome()
    #expect(outcome.findings.map(\.code) == ["recounted_differences", "differing_bounds"])
    let finding = try outcome.one("differing_bounds")
    #expect(
      finding.statement.en
        == "According to court, the boxes were drawn at random (seed 42, record: minutes). If so, the mission computes that of all 100 at least 1 and at most "
        + "38\u{A0}boxes differ from their first count, each bound with 95% confidence.")
    #expect(
      finding.statement.es
        == "Según court, las urnas se eligieron por sorteo (semilla 42, constancia: minutes). Si es así, la misión calcula que de las 100 en total difieren de su primer conteo como mínimo 1 "
        + "y como máximo 38\u{A0}urnas, cada límite con una confianza del 95%.")
    #expect(
      try outcome.one("recounted_differences").statement
        == Text(
          en: "According to court, of the 10 boxes recounted, one differs from its first count.",
          es: "Según court, de las 10 urnas recontadas, una difiere de su primer conteo."))
    let unsaid = try await OperationRun.partial.recounts(drawn).outcome()
    #expect(unsaid.findings.map(\.code) == ["no_comparison"])
    #expect(
      unsaid.findings[0].statement
        == Text(
          en:
            "The mission holds the first counts of the 10 boxes recounted, but knows of no statement of how many differ from the recount.",
          es:
            "La misión dispone de los primeros conteos de las 10 urnas recontadas, pero no conoce ninguna indicación de cuántos difieren del recuento."
        ))
  }

  @Test func anUnknownSelectionIsRefused() async throws {
    let outcome = try await OperationRun.partial.recounts([:]).outcome()
    #expect(outcome.findings.map(\.code) == ["selection_unknown", "no_original_counts"])
    #expect(
      outcome.findings[0].statement.es.hasPrefix(
        "La misión no sabe cómo se eligieron las 10 urnas recontadas. No pueden tomarse por una muestra aleatoria"))
    #expect(
      outcome.findings[1].statement
        == Text(
          en:
            "The mission does not hold the first counts of the 10 boxes concerned, so it can compute no difference between count and recount.",
          es:
            "La misión no dispone de los primeros conteos de las 10 urnas de que se trata, por lo que no puede calcular ninguna diferencia entre conteo y recuento."
        ))
  }

  @Test func aFullRecountLeavesNoRest() async throws {
    let votes = ["votes_hernandez": "600", "votes_nasralla": "400"]
    let outcome = try await OperationRun.partial.bulletins().recounts(votes, recounted: 100).outcome()
    #expect(outcome.findings.map(\.code) == ["recounted_margin", "no_original_counts"])
    #expect(try outcome.findings[0].number("margin") == 20)
  }

  /// Swapping the options' figures turns the sign and leaves the words as they are.
  @Test func theSameWordsForBothOptions() async throws {
    let swapped = Honduras.december.replacing(",50.1,31.5,", with: ",31.5,50.1,")
    let outcome = try await OperationRun.partial.recounts(swapped).outcome()
    let finding = try outcome.one("recounted_margin")
    #expect(try finding.number("margin") == -18.6)
    #expect(
      finding.statement.en
        == "According to press, in the 4,753 of 18,128\u{A0}boxes that were recounted Juan Orlando Hernández has 31.5% and Salvador "
        + "Nasralla 50.1%: the mission computes the difference, Juan Orlando Hernández less Salvador Nasralla, as −18.60\u{A0}points."
    )
  }

  /// The margin of the whole is that of its parts, weighed by their votes: held against boxes drawn up one by one.
  @Test func theIdentityHoldsOnBoxesOneByOne() async throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<25 {
      let (boxes, recounted) = (20, 1 + generator.number(below: 19))
      let counts = (0..<boxes).map { _ in
        let first = generator.number(below: 501)
        return (first, 500 - first)
      }
      let inside = counts.prefix(recounted).reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
      let all = counts.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
      let rest = (all.0 - inside.0, all.1 - inside.1)
      let bulletins = try OperationRun.partial.bulletins(
        """
        id,stage,votes_hernandez,votes_nasralla,source
        declared,declared,\(all.0),\(all.1),court

        """)
      let outcome = try await bulletins.recounts(
        ["votes_hernandez": "\(inside.0)", "votes_nasralla": "\(inside.1)"], boxes: boxes, recounted: recounted
      ).outcome()
      let expected = 100 * Double(rest.0 - rest.1) / Double(rest.0 + rest.1)
      #expect(abs(try outcome.one("rest_margin").number("margin") - expected) < 1e-9)
      let bound = try #require(outcome.one("hard_bound").values["margin"])
      let whole = 100 * Double(all.0 - all.1) / Double(all.0 + all.1)
      let (low, high) = (try #require(bound.low), try #require(bound.high))
      #expect(low <= whole + 1e-9 && whole <= high + 1e-9)
    }
  }

  /// The messages as the host tells them, of row 1 and the column that each begins with.
  private func told(_ messages: [String]) -> [String] {
    messages.map { "row 1, column '\($0.split(separator: "'").first ?? "")': \($0)" }
  }

  @Test func rowsAreChecked() async throws {
    let bad: [([String: String], [String])] = [
      (["boxes_recounted": "101"], ["'boxes_recounted' is more than 'boxes_total', of which it is a part"]),
      (
        ["boxes_differ": "11"],
        [
          "'boxes_differ' is more than 'boxes_recounted', of which it is a part",
          "'original_counts_held' is missing, but 'boxes_differ' asks for it",
        ]
      ),
      (
        ["selection": "not_random"],
        [
          "'rule_en' is missing, but 'selection' asks for it",
          "'document' is missing, but 'selection' asks for it",
        ]
      ),
      (["percent_nasralla": "100.1"], ["'percent_nasralla' is more than '100', of which it is a part"]),
    ]
    for (columns, messages) in bad {
      #expect(
        try await problems { try await OperationRun.partial.recounts(columns).outcome() }.map(\.message)
          == told(messages))
    }
    let copies = """
      id,sheets_total,copies_covered,copies_sampled,copies_differ,source
      c,10,11,12,13,court

      """
    #expect(
      try await problems { try await OperationRun.detect.copyChecks(copies).outcome() }.map(\.message)
        == told([
          "'copies_covered' is more than 'sheets_total', of which it is a part",
          "'copies_sampled' is more than 'copies_covered', of which it is a part",
          "'copies_differ' is more than 'copies_sampled', of which it is a part",
        ]))
  }
}
