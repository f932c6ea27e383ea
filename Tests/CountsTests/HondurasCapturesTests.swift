import ModuleKit
import TestSupport
import Testing

@testable import Counts

/// The captures of Honduras 2025, as its workspace has them.
struct HondurasCapturesTests {
  private static let contest = Contest(
    "president", rule: .plurality,
    options: [
      .init("rivera", name: Text("Mario Rivera")), .init("moncada", name: Text("Rixi Moncada")),
      .init("avila", name: Text("Nelson Ávila")), .init("nasralla", name: Text("Salvador Nasralla")),
      .init("asfura", name: Text("Nasry Asfura")),
    ])

  private func outcome() async throws -> Outcome {
    try await OperationRun.timeline(Self.contest).outcome(file: "Workspaces/honduras_2025/data/bulletins.csv")
  }

  @Test func oneReversalOneChangeOfTheTotalAndTheFreezes() async throws {
    let outcome = try await outcome()
    let reversal = try outcome.one("lead_reversal")
    #expect(reversal.subject == "c09_to_c10")
    #expect(
      reversal.statement.en
        == "By the figures of the captured results page of the electoral council (CNE), the mission computes that the option ahead changed between two bulletins: Salvador Nasralla was ahead by 12,709\u{A0}votes, then Nasry Asfura by 10,096\u{A0}votes."
    )
    let change = try outcome.one("total_sheets_changed")
    #expect(change.subject == "c50_to_c51")
    #expect(
      change.statement.en
        == "According to the captured results page of the electoral council (CNE), there were 19,152 sheets in all in the count published by 19:00 on 7 December 2025 and 19,167 in the one published by 11:00 on 8 December 2025: a difference of 15\u{A0}sheets."
    )
    #expect(outcome.all("figures_unchanged").map(\.subject) == ["c26_to_c50", "c58_to_c64"])
    // From 5 December, 17:00:37, to 7 December, 19:00:07; from 16:00:08 to 8 December, 11:00:22: with six hours either way.
    let stood = try outcome.one("figures_unchanged", about: "c26_to_c50").value("stood")
    #expect(abs((stood.low ?? 0) - (50 - 30.0 / 3600 - 6)) < 1e-9)
    #expect(abs((stood.high ?? 0) - (67 + 14.0 / 3600 + 6)) < 1e-9)
    #expect(try outcome.one("figures_unchanged", about: "c58_to_c64").value("stood").high == nil)
    #expect(try outcome.one("figures_perhaps_unchanged").subject == "c10_to_c11")
    #expect(
      try outcome.one("captures_without_figures").statement.en
        == "Captures that show no figures of the options: 10 of 64; the first of these was made between 07:00 and 13:00 on 4 December 2025, the last between 10:00 and 16:00 on 8 December 2025."
    )
  }

  @Test func nothingThatACaptureCanCauseIsMoreThanANotice() async throws {
    let outcome = try await outcome()
    #expect(outcome.findings.allSatisfy { $0.severity <= .notice })
    #expect(
      outcome.codes.isDisjoint(with: ["silence", "possible_silence", "count_lowered", "level", "batch_beyond_votes"]))
    // Nothing is out of reach or decided while sheets are marked as inconsistent.
    #expect(outcome.codes.isDisjoint(with: ["out_of_reach", "decided"]))
    #expect(outcome.all("lead").count == 27)
  }

  @Test func whatThePagePrintsIsWhatItIs() async throws {
    let outcome = try await outcome()
    #expect(
      try outcome.one("inconsistent_sheets").statement.en
        == "According to the captured results page of the electoral council (CNE), 2,773 of the 19,052 sheets in the count published by 11:03 on 9 December 2025 were marked as inconsistent, 14.55%; over all the counts known here the share was between 14.19 and 14.55%."
    )
    #expect(
      try outcome.one("shares_of_all_votes").statement.es
        == "Los porcentajes que imprime la página de resultados capturada del Consejo Nacional Electoral (CNE) son de todos los votos, con los blancos y nulos, y no de los válidos: en el conteo publicado a más tardar a las 11:03 del 9 de diciembre de 2025, Nasry Asfura tiene el 38.28% según lo impreso y, según calcula la misión, el 40.53% de los votos válidos."
    )
    #expect(try outcome.one("shares_of_all_votes").value("counts").count == 27)
  }
}
