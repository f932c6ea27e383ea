import ModuleKit
import TestSupport
import Testing

@testable import Counts

/// What counts.timeline says of captures of a published count.
struct CaptureTests {
  /// What is found in captures alone, and in what counts say of their own base.
  static let codes: Set = [
    "captures_read", "captures_without_figures", "figures_unchanged", "figures_perhaps_unchanged",
    "total_sheets_changed", "inconsistent_sheets", "shares_of_all_votes",
  ]

  private static let columns =
    "id,follows_previous,captured_from,captured_to,published_to,capture_state,counted_sheets,total_sheets,"
    + "inconsistent_sheets,valid_votes,votes_oak,votes_elm"

  /// An hour of March 2030, from 0 on.
  private static func hour(_ hour: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "2030-03-\(two(hour / 24 + 1))T\(two(hour % 24)):00:00-06:00"
  }

  /// A capture made between two hours, with what the row has behind its state.
  private static func row(_ place: Int, _ hours: ClosedRange<Int>, _ figures: String, state: String = "") -> String {
    let (from, to) = (hour(hours.lowerBound), hour(hours.upperBound))
    return "c\(place),\(place == 0 ? "" : "true"),\(from),\(to),\(to),\(state),\(figures)"
  }

  private func outcome(_ rows: [String], silence: String = "6h") async throws -> Outcome {
    try await OperationRun.timeline().with(["silence": .string(silence)]).outcome(Samples.bulletins(Self.columns, rows))
  }

  /// Figures, the same ones, a page without any, the same ones again, and others.
  private var story: [String] {
    [
      Self.row(0, 10...11, "50,100,5,900,500,400"), Self.row(1, 12...13, "60,100,6,1000,550,450"),
      Self.row(2, 18...19, "60,100,6,1000,550,450"), Self.row(3, 20...21, "60,100,,0,0,0"),
      Self.row(4, 22...23, ",,,,,", state: "failed"), Self.row(5, 30...31, "60,100,6,1000,550,450"),
      Self.row(6, 34...35, "70,110,14,1100,540,560"),
    ]
  }

  @Test func capturesAreToldOnceEach() async throws {
    let outcome = try await outcome(story)
    let read = try outcome.one("captures_read")
    #expect(
      read.statement.en
        == "Captures of the published count: 7, the first made between 10:00 and 11:00 on 1 March 2030, the last between 10:00 and 11:00 on 2 March 2030. When each of them was made is known to within 1\u{A0}hour. States of the count that they show: 3."
    )
    #expect(
      read.statement.es
        == "Capturas del conteo publicado: 7; la primera se hizo entre las 10:00 y las 11:00 del 1 de marzo de 2030, la última entre las 10:00 y las 11:00 del 2 de marzo de 2030. La hora de cada una se conoce con un margen de 1\u{A0}hora. Estados del conteo que muestran: 3."
    )
    let without = try outcome.one("captures_without_figures")
    #expect(without.severity == .notice)
    #expect(
      without.statement.en
        == "Captures that show no figures of the options: 2 of 7, of which 1 failed; the first of these was made between 20:00 and 21:00 on 1 March 2030, the last between 22:00 and 23:00 on 1 March 2030."
    )
    #expect(
      without.statement.es
        == "Capturas que no muestran cifras de las opciones: 2 de 7, de las que falló 1; la primera de estas se hizo entre las 20:00 y las 21:00 del 1 de marzo de 2030, la última entre las 22:00 y las 23:00 del 1 de marzo de 2030."
    )
    #expect(
      without.caution.en
        == "A capture without figures is not a count of zero. It does not tell whether the page held none or the capture did not take them."
    )
    #expect(without.evidence.flatMap(\.rows) == ["c3", "c4"])
    // One lead a state of the count, and nothing that falls.
    #expect(outcome.all("lead").map(\.subject) == ["c0", "c1", "c6"])
    #expect(outcome.all("lead_reversal").map(\.subject) == ["c1_to_c6"])
    #expect(outcome.all("count_lowered").map(\.subject) == ["c1_to_c6_oak"])
  }

  /// Between 12:00-13:00 and 30:00-31:00: 17 hours at least; from 10:00 to 35:00 at most.
  @Test func theSameFiguresAreAFreezeWithHardBounds() async throws {
    let freeze = try await outcome(story).one("figures_unchanged")
    #expect(freeze.subject == "c1_to_c5" && freeze.severity == .notice)
    let stood = try freeze.value("stood")
    #expect(stood.low == 17 && stood.high == 25 && stood.value == nil && stood.interval == .hardBound)
    #expect(
      freeze.statement.en
        == "The published count showed the same figures in 3 captures on end, the first made between 12:00 and 13:00 on 1 March 2030, the last between 06:00 and 07:00 on 2 March 2030: they stood for at least 17 and at most 25\u{A0}hours."
    )
    #expect(
      freeze.statement.es
        == "El conteo publicado mostró las mismas cifras en 3 capturas seguidas, la primera hecha entre las 12:00 y las 13:00 del 1 de marzo de 2030, la última entre las 06:00 y las 07:00 del 2 de marzo de 2030: duración de esas cifras, al menos 17 y como máximo 25\u{A0}horas."
    )
    let possible = try await outcome(story, silence: "20h").one("figures_perhaps_unchanged")
    #expect(possible.severity == .info)
    #expect(possible.caution.en.hasPrefix("The times are too coarse to say that it was long. It does not say why."))
    #expect(
      possible.caution.es.hasPrefix(
        "Los horarios son demasiado imprecisos para decir que duraron mucho. No dice por qué."))
    #expect(
      try await outcome(story, silence: "26h").codes.isDisjoint(with: [
        "figures_unchanged", "figures_perhaps_unchanged",
      ]))
  }

  /// All instants at which captures can have been made, in their order: the bounds are the least and the most of what
  /// can have been.
  @Test(arguments: 0..<40) func aFreezeIsBoundedOverAllTimes(seed: UInt64) async throws {
    var random = Seeded(seed: seed)
    let count = Int.random(in: 2...4, using: &random)
    var (from, to) = (0, 0)
    let ranges = (0..<count + 2).map { _ in
      from += Int.random(in: 0...3, using: &random)
      to = max(from, to) + Int.random(in: 0...2, using: &random)
      return from...to
    }
    let rows = ranges.enumerated().map { place, hours in
      let votes = place == 0 ? "100,90" : place == count + 1 ? "120,100" : "110,95"
      return Self.row(place, hours, ",,,,\(votes)")
    }
    var (least, most) = (Int.max, 0)
    func look(_ times: [Int]) {
      guard times.count < ranges.count else {
        // The figures came at some time after the capture before, and went at some time before the capture behind.
        least = min(least, times[count] - times[1])
        most = max(most, times[count + 1] - times[0])
        return
      }
      for time in ranges[times.count] where time >= times.last ?? 0 { look(times + [time]) }
    }
    look([])
    let run = try OperationRun.timeline().giving(Samples.bulletins(Self.columns, rows), as: "bulletins")
    let series = CaptureSeries(try #require(run.datasets["bulletins"]?.content as? Bulletins))
    #expect(series.freezes.count == 1)
    let freeze = try #require(series.freezes.first)
    #expect(freeze.captures == count && freeze.low == Double(least) && freeze.high == Double(most))
  }

  /// Where nothing tells what came before or behind, nothing bounds the time from above.
  @Test func aFreezeAtAnEndIsOpen() async throws {
    let ends = try await outcome([Self.row(0, 0...1, ",,,,100,90"), Self.row(1, 20...21, ",,,,100,90")])
    let stood = try ends.one("figures_unchanged").value("stood")
    #expect(stood.low == 19 && stood.high == nil)
    #expect(try ends.one("figures_unchanged").statement.en.hasSuffix("they stood for at least 19\u{A0}hours."))
    #expect(
      try ends.one("figures_unchanged").statement.es.hasSuffix("duración de esas cifras, al menos 19\u{A0}horas."))
  }

  /// Nobody looked between two captures, however far apart they are: no silence, whatever is said of publication.
  @Test func timeBetweenCapturesIsNoSilence() async throws {
    func codes(_ captured: (Int) -> String) async throws -> Set<String> {
      let rows = [(0, "a", "100,90"), (200, "b", "110,95")].map { hour, key, votes in
        "\(key),\(captured(hour)),\(Self.hour(hour)),\(Self.hour(hour)),\(votes)"
      }
      return try await OperationRun.timeline().outcome(
        Samples.bulletins("id,captured_to,published_from,published_to,votes_oak,votes_elm", rows)
      ).codes
    }
    #expect(try await codes(Self.hour).isDisjoint(with: ["silence", "possible_silence"]))
    #expect(try await codes { _ in "" }.contains("silence"))
  }

  @Test func aTotalOfSheetsThatChangesIsToldOnce() async throws {
    let changed = try await outcome(story).one("total_sheets_changed")
    #expect(changed.subject == "c5_to_c6" && changed.severity == .notice)
    #expect(
      changed.statement.en
        == "According to the court, there were 100 sheets in all in the count published by 07:00 on 2 March 2030 and 110 in the one published by 11:00 on 2 March 2030: a difference of 10\u{A0}sheets."
    )
    #expect(
      changed.statement.es
        == "Según el tribunal, el total de actas era de 100 en el conteo publicado a más tardar a las 07:00 del 2 de marzo de 2030 y de 110 en el publicado a más tardar a las 11:00 del 2 de marzo de 2030: una diferencia de 10\u{A0}actas."
    )
  }

  /// A page that prints 0 for everything changes no total.
  @Test func anEmptyPageChangesNoTotal() async throws {
    let outcome = try await outcome([
      Self.row(0, 0...1, "50,100,5,900,500,400"), Self.row(1, 2...3, "0,0,0,0,0,0"),
      Self.row(2, 4...5, "51,100,5,910,505,405"),
    ])
    #expect(outcome.codes.isDisjoint(with: ["total_sheets_changed", "count_lowered", "lead_reversal", "level"]))
    #expect(
      try outcome.one("captures_without_figures").statement
        == Text(
          en:
            "Captures that show no figures of the options: 1 of 3; it was made between 02:00 and 03:00 on 1 March 2030.",
          es:
            "Capturas que no muestran cifras de las opciones: 1 de 3; se hizo entre las 02:00 y las 03:00 del 1 de marzo de 2030."
        ))
  }

  @Test func inconsistentSheetsAreWhatTheAuthoritySays() async throws {
    let finding = try await outcome(story).one("inconsistent_sheets")
    #expect(finding.severity == .info)
    #expect(
      finding.statement.en
        == "According to the court, 14 of the 70 sheets in the count published by 11:00 on 2 March 2030 were marked as inconsistent, 20%; over all the counts known here the share was between 10 and 20%."
    )
    #expect(
      finding.statement.es
        == "Según el tribunal, 14 de las 70 actas del conteo publicado a más tardar a las 11:00 del 2 de marzo de 2030 estaban marcadas como inconsistentes, el 20%; en todos los conteos conocidos aquí la proporción fue de entre 10 y 20%."
    )
  }

  /// 90 of 100 sheets, 40 of them marked: a lead that ten sheets cannot make up fifty can.
  @Test func whatIsInconsistentIsNotOutOfReach() async throws {
    func needed(_ marked: String) async throws -> Outcome {
      try await outcome([Self.row(0, 0...0, "90,100,\(marked),9000,5000,4000")])
    }
    let settled = try await needed("")
    let least = try settled.one("needed_margin").value("needed").low ?? 0
    let open = try await needed("40").one("needed_margin").value("needed")
    // 9,000 votes on a tenth less than all sheets, or on half of them: at most 1,100 or 9,900 to come.
    #expect(abs(least - 100 * 1000.0 / 1100) < 1e-6)
    #expect(abs((open.low ?? 0) - 100 * 1000.0 / 9900) < 1e-6)
    guard case .assumptionRange(let assumptions) = open.interval else {
      Issue.record("no range of assumptions")
      return
    }
    #expect(assumptions.last?.name == "inconsistent" && assumptions.last?.low == 0.5)
  }

  @Test func sharesOfAllVotesAreNotThoseOfTheValidOnes() async throws {
    let columns =
      "id,published,valid_votes,blank_votes,null_votes,votes_oak,votes_elm,percent_oak,percent_elm"
    func outcome(_ row: String) async throws -> Outcome {
      try await OperationRun.timeline().outcome(Samples.bulletins(columns, row))
    }
    let finding = try await outcome("a,2030-03-03,900,60,40,500,400,50.00,40.00").one("shares_of_all_votes")
    #expect(
      finding.statement.en
        == "The shares that the court prints are of all votes, blank and null ones among them, and not of the valid votes: in the count published on 3 March 2030, Oak has 50% as printed and, as the mission computes, 55.56% of the valid votes."
    )
    #expect(
      finding.statement.es
        == "Los porcentajes que imprime el tribunal son de todos los votos, con los blancos y nulos, y no de los válidos: en el conteo publicado el 3 de marzo de 2030, Oak tiene el 50% según lo impreso y, según calcula la misión, el 55.56% de los votos válidos."
    )
    for other in ["55.56,44.44", "53.00,42.00", "50.00,44.44"] {
      #expect(
        try await outcome("a,2030-03-03,900,60,40,500,400,\(other)").all("shares_of_all_votes").isEmpty, "\(other)")
    }
    // Without blank and null votes both bases are the same.
    #expect(try await outcome("a,2030-03-03,900,0,0,500,400,55.56,44.44").all("shares_of_all_votes").isEmpty)
  }

  /// An earlier edition knows of no capture that came later.
  @Test func anEditionEndsWhereItsCapturesDo() async throws {
    let run = try OperationRun.timeline().known(at: Self.hour(19))
      .giving(Samples.bulletins(Self.columns, story), as: "bulletins")
    let outcome = try await run.outcome()
    #expect(try outcome.one("captures_read").statement.en.hasPrefix("Captures of the published count: 3,"))
    #expect(outcome.codes.isDisjoint(with: ["captures_without_figures", "total_sheets_changed", "lead_reversal"]))
  }

  /// Five thousand captures of a hundred states: findings by state, and one of the captures without figures.
  @Test func thousandsOfCaptures() async throws {
    let rows = (0..<5000).map { place in
      place % 100 == 99
        ? Self.row(place, 0...700, ",,,,,", state: "empty") : Self.row(place, 0...700, ",,,,\(100 + place / 50),90")
    }
    let outcome = try await outcome(rows)
    #expect(outcome.all("lead").count == 100 && outcome.all("captures_without_figures").count == 1)
    #expect(outcome.findings.count < 500)
  }
}
