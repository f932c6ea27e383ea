import Drafting
import ModuleKit
import Testing

/// An analysis to draft from, made up for these tests.
private struct Gaps: ModuleOperation {
  static let summary = Text(en: "Gaps", es: "Pausas")
  static let findings: [any AnyFindingKind] = [Wait.silence, Wait.margin, Wait.never]
  static let gaps = TableKind<Row>(
    "gaps", Text(en: "The gaps", es: "Las pausas"),
    columns: [
      .init("at", Text(en: "from", es: "desde")) { $0.at }, .init("day", Text(en: "day", es: "día")) { $0.day },
      .init("votes", Text(en: "votes", es: "votos")) { $0.votes }, .init("share", Text("%")) { $0.share },
      .init("hours", Text(en: "hours", es: "horas")) { $0.hours },
      .init("known", Text(en: "known", es: "conocida")) { $0.known },
      .init("note", Text(en: "note", es: "nota")) { $0.note },
    ])
  static let tables: [any AnyTableKind] = [gaps]
  static let figures = [FigureKind("lead", Text(en: "The lead", es: "La ventaja"))]

  struct Row {
    var at: Instant?
    var day: Day?
    var votes: Int?
    var share: ExactDecimal?
    var hours: Double?
    var known: Bool?
    var note: String?
  }

  struct Wait: Sendable {
    let gap: Quantity
    let before = Text(en: "noon", es: "mediodía")

    static let silence = kind("silence", .fact)
    static let margin = kind("margin", .explanation)
    static let never = kind("never", .fact)

    private static func kind(_ code: String, _ tier: Tier) -> FindingKind<Self> {
      FindingKind<Self>(
        .notice, tier: tier, code: code,
        Sentence(en: "It took \(\.gap) after \(\.before).", es: "Duró \(\.gap) tras \(\.before)."),
        caution: Text(en: "It shows no cause.", es: "No muestra una causa."),
        method: Text(en: "subtraction", es: "resta"),
        numbers: [.init("gap", \.gap, .hours, Text(en: "gap", es: "pausa"))], words: [.init("before", \.before)])
    }
  }

  func run(_ findings: inout Findings, _ context: Context) async throws {
    let evidence = Evidence(dataset: "bulletins", rows: ["first", "second"], sources: ["press"], basis: .reported)
    findings.add(
      Wait(gap: Quantity(nil, .hours, low: 30, high: 42, interval: .reportedRange)), of: Wait.silence,
      about: "first_to_second", from: [evidence])
    let size = Assumption("size", Text(en: "relative size", es: "tamaño relativo"), value: 1, low: 0.8, high: 1.1)
    findings.add(
      Wait(gap: Quantity(6.5, .hours, low: 6, high: 8.5, interval: .assumptionRange([size]))), of: Wait.margin,
      about: "all", from: [evidence])
    let at = try #require(Instant(rfc3339: "2017-11-27T06:00:00-06:00"))
    let day = try #require(Day(iso: "2017-11-26"))
    try findings.add(
      Self.gaps,
      [
        Row(
          at: at, day: day, votes: 93_975, share: ExactDecimal(mantissa: 5719, scale: 2), hours: 30.5, known: true,
          note: "a <b>"),
        Row(),
      ])
  }
}

private let made = SwiftModule("made", version: "1", operations: [Gaps.self])

private let mission = Mission(
  id: "test", title: Text(en: "A mission", es: "Una misión"), electionDay: Day(ordinal: 17_496),
  zone: Zone("America/Tegucigalpa") ?? utc, languages: Language.allCases,
  notice: Text(en: "Made up for tests", es: "Inventado para pruebas"))

private var utc: Zone {
  guard let zone = Zone("UTC") else { preconditionFailure("every machine knows UTC") }
  return zone
}

private func draft(
  _ template: [Language: String], _ status: StoredResult.Status = .current, languages: [String] = ["en", "es"],
  asOf: String? = "2017-11-28T00:00:00-06:00"
) async throws -> Outcome {
  let context = Context(mission: mission, asOf: asOf.flatMap { Instant(rfc3339: $0) })
  let outcome = try await made.run(Request("gaps"), context)
  var request = Request("draft")
  request.files["template"] = template.mapValues { TextFile(path: "drafts/a.md", text: $0) }
  request.results = [
    StoredResult(
      analysis: "line", module: "made", operation: made.manifest.operations[0], status: status, outcome: outcome)
  ]
  request.parameters["languages"] = .list(languages.map(Value.string))
  return try await drafting.run(request, context)
}

/// What a reader reads between the masthead and the list of sources.
private func text(_ html: String?) -> String {
  guard let html, let start = html.firstRange(of: "<main>"), let end = html.firstRange(of: "<section class=\"sources\"")
  else { return "" }
  return visible(String(html[start.upperBound..<end.lowerBound]))
}

@Test func aDraftIsAPageInEachLanguage() async throws {
  let outcome = try await draft([
    .english: "On {{mission.election_day}}: {{line.silence.gap}}, {{line.margin.gap}}. {{line.silence.before}}",
    .spanish: "El {{mission.election_day}}: {{line.silence.gap}}, {{line.margin.gap}}. {{line.silence.statement}}",
  ])
  #expect(
    text(outcome.pages[.english]) == """


      A mission
      As known at 00:00 on 28 November 2017 (UTC−06:00)

      On 26 November 2017: between 30 and 42\u{A0}hours, between 6 and 8.5\u{A0}hours. noon

      """)
  #expect(
    text(outcome.pages[.spanish]) == """


      Una misión
      Información disponible a las 00:00 del 28 de noviembre de 2017 (UTC−06:00)

      El 26 de noviembre de 2017: entre 30 y 42\u{A0}horas, entre 6 y 8.5\u{A0}horas. Duró entre 30 y 42\u{A0}horas tras mediodía.

      """)
  #expect(outcome.pages[.spanish]?.contains("<p class=\"notice\" role=\"note\">Inventado para pruebas</p>") == true)
  #expect(outcome.findings.isEmpty)
}

@Test func onlyTheLanguagesAskedForAreWritten() async throws {
  let outcome = try await draft([.english: "A.", .spanish: "B."], languages: ["es"])
  #expect(outcome.pages.keys.map(\.rawValue) == ["es"])
}

@Test func sourcesSayWhatARangeMeans() async throws {
  let html =
    try await draft(
      [.english: "{{line.silence.gap}} {{line.margin.gap | value}}"], languages: ["en"]
    ).pages[.english] ?? ""
  #expect(html.contains("<data class=\"bound\" value=\"30/42\" data-analysis=\"line\""))
  #expect(html.contains("<data class=\"bound\" value=\"6.5\" data-analysis=\"line\""))
  for entry in [
    "<dt>Range: gap</dt><dd>as reported: 30 to 42\u{A0}hours</dd>",
    "<dt>Range: gap</dt><dd>range under assumptions: 6 to 8.5\u{A0}hours; assuming: relative size = 1 (0.8 to 1.1)</dd>",
    "<dt>Basis</dt><dd>reported by press</dd>", "<dt>Method</dt><dd>subtraction</dd>",
    "<dt>How far it goes</dt><dd>a reading of the facts under stated assumptions</dd>",
    "<dt>Evidence</dt><dd>bulletins: first, second</dd>",
    "<dt>Finding</dt><dd>line.silence[first_to_second], made.gaps</dd>",
  ] { #expect(html.contains(entry), "\(entry)") }
  let spanish = try await draft([.spanish: "{{line.silence.gap}}"], languages: ["es"]).pages[.spanish] ?? ""
  #expect(spanish.contains("<dt>Se muestra como</dt><dd>entre 30 y 42\u{A0}horas (pausa)</dd>"))
  #expect(spanish.contains("<dt>Intervalo: pausa</dt>"))
}

@Test func tablesAreSetInTheLanguage() async throws {
  let html = try await draft([.spanish: "{{table line.gaps}}"], languages: ["es"]).pages[.spanish] ?? ""
  #expect(
    html.contains(
      """
      <tr><td>27\u{A0}nov\u{A0}2017, 06:00</td><td>26\u{A0}nov\u{A0}2017</td><td class="right">93,975</td>\
      <td class="right">57.19</td><td class="right">30.5</td><td>sí</td><td>a &lt;b&gt;</td></tr>
      <tr><td>–</td><td>–</td><td class="right">–</td><td class="right">–</td><td class="right">–</td><td>–</td>\
      <td>–</td></tr>
      """))
}

@Test func staleResultsAreAFindingOfTheDraft() async throws {
  let outcome = try await draft([.english: "One. It took {{line.silence.gap}}. Two."], .stale, languages: ["en"])
  #expect(text(outcome.pages[.english]).contains("One. It took between 30 and 42\u{A0}hours. [line: not current] Two."))
  #expect(
    outcome.findings.map(\.statement.en) == [
      "Places of the draft that rest on results that are not current: 1 (analyses: line)."
    ])
  #expect(
    outcome.findings.map(\.statement.es) == [
      "Lugares del borrador que se apoyan en resultados no actualizados: 1 (análisis: line)."
    ])
}

@Test func faultsOfATemplateAreToldWithTheirPlace() async throws {
  let error = await #expect(throws: DiagnosticsError.self) {
    _ = try await draft([
      .english: "{{line.silense.gap}} {{line.never.gap}}", .spanish: "{{line.silense.gap}} {{line.never.gap}}",
    ])
  }
  #expect(
    error?.all.map { $0.rendered() } == [
      """
      drafts/a.md:1:1 error[D007] line has no finding 'silense'; made.gaps declares none
        did you mean 'silence'?
      """,
      """
      drafts/a.md:1:22 error[D012] this edition has no finding line.never
        put the sentence in a section {{#line.never}} ... {{/line.never}}
      """,
    ])
}

@Test func aPageWithoutItsTemplateIsRefused() async throws {
  let error = await #expect(throws: DiagnosticsError.self) { _ = try await draft([.english: "A."]) }
  #expect(error?.all.map(\.message) == ["file 'template' is missing"])
}
