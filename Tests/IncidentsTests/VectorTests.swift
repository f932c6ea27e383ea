import Incidents
import ModuleKit
import TestSupport
import Testing

private struct Window: Decodable {
  struct Case: Decodable {
    let asof, measure: String
    let window: [String]
    let tolerance_days: Int
    let used, not_comparable: [String]
    let low, high: Double?
    let high_open: Bool?
    let contradictions: [[String]]?
  }
  let cases: [Case]
}

private struct Reconcile: Decodable {
  struct Case: Decodable {
    let asof, measure, population: String
    let used: [String]
    let low, high: Double
    let high_open: Bool
    let contradictions, decreases: [[String]]
    let periods_differ: Bool
  }
  let cases: [Case]
}

@Suite(.enabled(if: SharedFolder.isPresent, "the reference results are not beside the repository"))
struct VectorTests {
  private let claims: String

  init() throws {
    claims = try SharedFolder.claims()
  }

  @Test func casualtyWindow() async throws {
    let cases = try SharedFolder.decode(Window.self, from: "vectors/incidents/casualty_window.json").cases
    #expect(cases.count == 18)
    for it in cases {
      let outcome = try await OperationRun.casualties.known(by: it.asof).giving(claims, as: "claims").outcome([
        "measure": .string(it.measure), "window_from": .string(it.window[0]), "window_to": .string(it.window[1]),
        "tolerance_days": .integer(it.tolerance_days),
      ])
      let name = "\(it.asof) \(it.measure) \(it.window) \(it.tolerance_days)"
      #expect(try outcome.claims("used", it.measure) == it.used.sorted(), "\(name)")
      #expect(try outcome.claims("not_comparable", it.measure) == it.not_comparable.sorted(), "\(name)")
      try expectRange(outcome, it.measure, it.low, it.high, it.high_open ?? false, it.used, name)
      #expect(contradictions(outcome) == it.contradictions ?? [], "\(name)")
      let apart = outcome.all("not_comparable").first?.values["not_comparable"]?.value ?? 0
      #expect(apart == Double(it.not_comparable.count), "\(name)")
    }
  }

  @Test func casualtyReconcile() async throws {
    let cases = try SharedFolder.decode(Reconcile.self, from: "vectors/incidents/casualty_reconcile.json").cases
    #expect(cases.count == 11)
    for it in cases {
      let outcome = try await OperationRun.casualties.known(by: it.asof).giving(claims, as: "claims").outcome([
        "measure": .string(it.measure), "population": .string(it.population),
      ])
      let name = "\(it.asof) \(it.measure)"
      #expect(try outcome.claims("used", it.measure) == it.used.sorted(), "\(name)")
      if it.periods_differ {
        // The reference gives a range over different periods; without a window none is given here.
        #expect(outcome.codes.isDisjoint(with: ["toll_range", "no_comparable_claim"]), "\(name)")
        #expect(outcome.all("source_figure").map(\.subject).sorted() == it.used.sorted(), "\(name)")
      } else {
        try expectRange(outcome, it.measure, it.low, it.high, it.high_open, it.used, name)
      }
      #expect(contradictions(outcome) == it.contradictions, "\(name)")
      #expect(outcome.all("decrease").map { $0.evidence[0].rows.map(\.text) } == it.decreases, "\(name)")
      #expect(outcome.codes.contains("periods_differ") == it.periods_differ, "\(name)")
    }
  }

  private func expectRange(
    _ outcome: Outcome, _ measure: String, _ low: Double?, _ high: Double?, _ isOpen: Bool, _ used: [String],
    _ name: String
  ) throws {
    guard let low, let high else {
      #expect(outcome.codes.contains("no_comparable_claim") && !outcome.codes.contains("toll_range"), "\(name)")
      return
    }
    let finding = try outcome.one("toll_range", about: measure)
    let toll = try #require(finding.values["toll"])
    #expect(toll.low == low && toll.high == high && toll.isOpenAbove == isOpen, "\(name)")
    #expect(finding.values["low"]?.value == low && finding.values["high"]?.value == high, "\(name)")
    #expect(toll.value == nil && toll.interval == .reportedRange, "\(name)")
    #expect(finding.values["used"]?.value == Double(used.count), "\(name)")
    #expect(outcome.all("source_figure").map(\.subject).sorted() == used.sorted(), "\(name)")
  }

  /// The exact claim, then the one that says at least.
  private func contradictions(_ outcome: Outcome) -> [[String]] {
    outcome.all("contradiction").map { $0.evidence[0].rows.map(\.text) }
  }

  /// Every measure and figure at once; populations are kept apart.
  @Test func everyMeasureAndItsFigure() async throws {
    let outcome = try await OperationRun.casualties.outcome(claims)
    #expect(outcome.all("toll_range").isEmpty)
    #expect(outcome.all("periods_differ").map(\.subject) == ["detained", "injured", "killed"])
    #expect(outcome.figures.keys.sorted() == ["detained", "injured", "killed"])
    #expect(!(try outcome.claims("used").contains("HN17-009")))
    let police = try await OperationRun.casualties.with(["population": "police"]).outcome(claims)
    #expect(
      try police.one("periods_differ").statement
        == Text(
          en:
            "The 2\u{A0}claims compared on people killed among police officers speak of 2 different periods. No range is given over them.",
          es:
            "Las 2\u{A0}afirmaciones comparadas sobre personas muertas entre policías se refieren a 2 períodos distintos. No se da ningún rango sobre ellas."
        ))
  }
}
