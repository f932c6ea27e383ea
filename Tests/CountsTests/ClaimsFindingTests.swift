import Counts
import ModuleKit
import TestSupport
import Testing

/// The findings of `counts.claims`, from files.
struct ClaimsFindingTests {
  private let claims = OperationRun.claims

  private static let columns =
    "id,source,source_en,source_es,topic,topic_en,topic_es,qualifier,value,unit,answer,comparable,says_en,says_es,published"
  private func file(_ rows: String...) -> String { ([Self.columns] + rows).map { $0 + "\n" }.joined() }

  @Test func aContradictionNamesBothSourcesInBothLanguages() async throws {
    let outcome = try await claims.outcome(
      file(
        "one,story,the story,la noticia,rule,the rule of the election,la regla de la elección,,,,run_off,,called a run-off the “victory”,llamó segunda vuelta,2017-12-01",
        "two,court,the court,el tribunal,rule,,,,,,one_round,,held in one round,celebrada a una vuelta,2017-11-26"))
    let finding = try outcome.one("contradiction")
    #expect(finding.subject == "two_and_one")
    #expect(
      finding.statement.en
        == "On the rule of the election: according to the court, held in one round; according to the story, called a run-off the victory. They cannot both be right."
    )
    #expect(
      finding.statement.es
        == "Sobre la regla de la elección: según el tribunal, celebrada a una vuelta; según la noticia, llamó segunda vuelta. No pueden ser ciertas ambas cosas."
    )
    #expect(finding.values.isEmpty)
    #expect(finding.basisBy == ["court", "story"])
    #expect(finding.severity == .concern)
    #expect(outcome.findings.count == 1)
    #expect(try outcome.rows("topics") == [["rule", 2, 2, 0, 0, 1, 0]])
  }

  @Test func figuresWithoutWordsSpeakForThemselves() async throws {
    let outcome = try await claims.outcome(
      file(
        "a,x,X,X,silence,the silence,el silencio,more_than,24,h,,,,,2017-11-30",
        "b,y,Y,Y,silence,,,at_least,30,h,,,,,2017-12-01", "c,z,Z,Z,silence,,,at_most,20,h,,,,,2017-12-02",
        "d,w,W,W,silence,,,approx,20,h,,,,,2017-12-03"))
    #expect(outcome.findings.map { "\($0.code) \($0.subject)" } == ["topic_contradiction silence"])
    #expect(
      outcome.findings[0].statement
        == Text(
          en:
            "On the silence: according to X, more than 24\u{A0}hours; according to Y, at least 30\u{A0}hours; according to Z, at most 20\u{A0}hours; according to W, about 20\u{A0}hours. They cannot all be right.",
          es:
            "Sobre el silencio: según X, más de 24\u{A0}horas; según Y, al menos 30\u{A0}horas; según Z, como máximo 20\u{A0}horas; según W, alrededor de 20\u{A0}horas. No pueden ser ciertas todas."
        ))
    #expect(outcome.findings[0].severity == .concern)
    #expect(try outcome.findings[0].value("claims").value == 4)
    #expect(outcome.findings[0].evidence.flatMap(\.rows).count == 4)
    #expect(try outcome.rows("topics") == [["silence", 4, 4, 1, 3, 2, 0]])
  }

  @Test func aPairOfFiguresKeepsItsNumbers() async throws {
    let a = "a,x,X,X,silence,the silence,el silencio,more_than,24,h,,,,,2017-11-30"
    let tension = try await claims.outcome(file(a, "b,y,Y,Y,silence,,,at_least,30,h,,,,,2017-12-01")).one("tension")
    #expect(
      tension.statement
        == Text(
          en:
            "On the silence: according to X, more than 24\u{A0}hours; according to Y, at least 30\u{A0}hours. The figures differ, though one value could satisfy both.",
          es:
            "Sobre el silencio: según X, más de 24\u{A0}horas; según Y, al menos 30\u{A0}horas. Las cifras difieren, aunque un mismo valor podría satisfacer ambas."
        ))
    let contradiction = try await claims.outcome(file(a, "c,z,Z,Z,silence,,,at_most,20,h,,,,,2017-12-02"))
      .one("contradiction")
    #expect(try contradiction.value("a") == Quantity(nil, .hours, low: 24, interval: .reportedRange))
    #expect(try contradiction.value("b") == Quantity(nil, .hours, high: 20, interval: .reportedRange))
  }

  /// What several sources state alike is told once; of the strains between the others the strongest is given.
  @Test func aTopicInTensionSaysWhy() async throws {
    func why(_ rows: String...) async throws -> Text {
      let rows = rows.enumerated().map { place, row in
        let parts = row.split(separator: " ", omittingEmptySubsequences: false)
        return
          "k\(place),s\(place),S\(place),S\(place),silence,,,\(parts[0]),\(parts[1]),h,,\(parts[2]),,,2017-12-0\(place + 1)"
      }
      return try await claims.outcome(([Self.columns] + rows).map { $0 + "\n" }.joined()).one("topic_tension").statement
    }
    #expect(
      try await why("at_least 20 ", "at_least 30 ", "at_least 20 ", "at_least 40 ")
        == Text(
          en:
            "On silence: according to S0 and S2, at least 20\u{A0}hours; according to S1, at least 30\u{A0}hours; according to S3, at least 40\u{A0}hours. The figures differ, though one value could satisfy all of them.",
          es:
            "Sobre silence: según S0 y S2, al menos 20\u{A0}horas; según S1, al menos 30\u{A0}horas; según S3, al menos 40\u{A0}horas. Las cifras difieren, aunque un mismo valor podría satisfacerlas todas."
        ))
    #expect(
      try await why("approx 20 ", "approx 30 ", "approx 40 ").es.hasSuffix(
        "Algunas cifras son aproximadas, pero difieren más de lo que eso explica."))
    #expect(
      try await why("exact 20 perhaps", "approx 30 ", "approx 40 ").en.hasSuffix(
        "If they speak of the same thing, they cannot all be right; it is not certain that they do."))
    let rounded = try await why("exact 24 ", "more_than 24 ", "more_than 24 ")
    #expect(
      rounded.en.hasSuffix(
        "The figure is the same, but some of them say more or less than it: all hold only if it is rounded."))
    #expect(
      rounded.es.hasSuffix(
        "La cifra es la misma, pero algunas dicen más o menos que ella: todas solo valen si está redondeada."))
  }

  /// The claims of a bound and of the same number, in a unit of whole things and in one of parts.
  @Test func moreThanAFigureAgainstTheFigure() async throws {
    let people = try await claims.outcome(
      file(
        "a,x,X,X,dead,the dead,los muertos,more_than,23,people,,,,,2017-12-17",
        "b,y,Y,Y,dead,,,,23,people,,,,,2017-12-19"))
    #expect(
      try people.one("contradiction").statement
        == Text(
          en:
            "On the dead: according to X, more than 23\u{A0}people; according to Y, 23\u{A0}people. They cannot both be right.",
          es:
            "Sobre los muertos: según X, más de 23\u{A0}personas; según Y, 23\u{A0}personas. No pueden ser ciertas ambas cosas."
        ))
    let share = try await claims.outcome(
      file(
        "a,x,X,X,share,the share,la cuota,more_than,23,percent,,,,,2017-12-17",
        "b,y,Y,Y,share,,,,23,percent,,,,,2017-12-19"))
    #expect(
      try share.one("tension").statement
        == Text(
          en:
            "On the share: according to X, more than 23%; according to Y, 23%. The figure is the same, but one of them says more or less than it: both hold only if it is rounded.",
          es:
            "Sobre la cuota: según X, más de 23%; según Y, 23%. La cifra es la misma, pero una de ellas dice más o menos que ella: ambas solo valen si está redondeada."
        ))
  }

  @Test(arguments: 0..<30) func theOrderOfRowsAndTheNamesOfSourcesDecideNothing(seed: UInt64) async throws {
    var random = Seeded(seed: seed)
    let rows = (0..<8).map { place -> [String] in
      let unit = random.once(in: 5) ? "sheets" : "votes"
      let qualifier = ["", "at_least", "approx"].randomElement(using: &random) ?? ""
      let source = "s\(Int.random(in: 0...4, using: &random))"
      return [
        "k\(place)", source, "", "", "t\(Int.random(in: 0...1, using: &random))", "", "", qualifier,
        "\(Int.random(in: 10...15, using: &random))", unit, "", random.once(in: 4) ? "perhaps" : "", "", "",
        random.once(in: 3) ? "" : "2017-12-0\(Int.random(in: 1...3, using: &random))",
      ]
    }
    func run(_ rows: [[String]]) async throws -> Outcome {
      try await claims.outcome(([Self.columns] + rows.map { $0.joined(separator: ",") }).map { $0 + "\n" }.joined())
    }
    func told(_ outcome: Outcome) -> [String] { outcome.findings.map { "\($0.code) \($0.subject) \($0.values.count)" } }
    let plain = try await run(rows)
    let shuffled = try await run(rows.shuffled(using: &random))
    #expect(plain.findings == shuffled.findings)
    #expect(plain.tables == shuffled.tables)
    let renamed = try await run(rows.map { row in row.enumerated().map { $0 == 1 ? "z" + $1 : $1 } })
    #expect(told(plain) == told(renamed))
    #expect(plain.tables == renamed.tables)
  }

  // MARK: - Many claims

  @Test func aThousandClaimsAreOneDistribution() async throws {
    let rows = (0..<1000).map {
      "c\($0),observer_\($0 / 2),,,opened,the opening,la apertura,,\($0),min,,,,,2030-03-05"
    }
    let outcome = try await claims.outcome(([Self.columns] + rows).map { $0 + "\n" }.joined())
    #expect(outcome.findings.map { "\($0.code) \($0.subject)" } == ["spread_of_figures opened"])
    #expect(
      outcome.findings[0].statement
        == Text(
          en:
            "On the opening: 1,000\u{A0}claims by 500 sources state from 0\u{A0}minutes, according to observer_0, to 999\u{A0}minutes, according to observer_499; the mission computes 499.5\u{A0}minutes as their middle. No number satisfies all of them; if they speak of the same thing, they cannot all be right.",
          es:
            "Sobre la apertura: 1,000\u{A0}afirmaciones de 500 fuentes señalan entre 0\u{A0}minutos, según observer_0, y 999\u{A0}minutos, según observer_499; la mediana, calculada por la misión, es 499.5\u{A0}minutos. Ningún número las satisface todas; si hablan de lo mismo, no pueden ser ciertas todas."
        ))
    #expect(try outcome.rows("topics") == [["opened", 1000, 500, .missing, .missing, .missing, .missing]])
    #expect(try outcome.rows("spreads").count == 500)
    #expect(try outcome.rows("spreads")[0].prefix(5) == ["opened", "observer_0", "observer_0", "min", 2])
    #expect(try outcome.rows("spreads")[0][6] == .number(0.5))
  }

  @Test func manyAnswersAreCounted() async throws {
    let rows = (0..<12).map {
      "c\($0),s\($0),,,state,the state,el estado,,,,\($0 < 8 ? "open" : "closed"),,,,2030-03-05"
    }
    let outcome = try await claims.outcome(([Self.columns] + rows).map { $0 + "\n" }.joined())
    #expect(outcome.findings.map(\.code) == ["spread_of_answers"])
    #expect(
      outcome.findings[0].statement
        == Text(
          en:
            "On the state: 12\u{A0}claims by 12 sources give 2 different answers, the most frequent first: open (8\u{A0}claims) and closed (4\u{A0}claims).",
          es:
            "Sobre el estado: 12\u{A0}afirmaciones de 12 fuentes dan 2 respuestas distintas, la más frecuente primero: open (8\u{A0}afirmaciones) y closed (4\u{A0}afirmaciones)."
        ))
  }

  /// One number satisfies all claims exactly where each two of them admit one.
  @Test(arguments: 0..<40) func aSpreadAgreesWithAllPairs(seed: UInt64) async throws {
    var random = Seeded(seed: seed)
    let count = 9
    let rows = (0..<count).map { place in
      let qualifier = ["at_least", "at_most", ""].randomElement(using: &random) ?? ""
      let value = qualifier == "at_most" ? 8...14 : qualifier == "" ? 10...11 : 6...12
      return "k\(place),s\(place),,,t,,,\(qualifier),\(Int.random(in: value, using: &random)),votes,,,,,2030-03-05"
    }
    func run(_ rows: [String]) async throws -> Outcome {
      try await claims.outcome(([Self.columns] + rows).map { $0 + "\n" }.joined())
    }
    let few = try await run(rows)
    let excludes = !few.all("contradiction").isEmpty || !few.all("topic_contradiction").isEmpty
    // The same claims, and as many again by others.
    let twice = try await run(rows + rows.map { $0.replacing("k", with: "m").replacing(",s", with: ",z") })
    let spread = try twice.one("spread_of_figures")
    #expect(spread.statement.en.hasSuffix("cannot all be right.") == excludes)
  }

  // MARK: - Promises

  private func promises(_ rows: String..., run: OperationRun = .claims) async throws -> Outcome {
    try await run.outcome(
      (["id,source,source_en,source_es,says_en,says_es,due_from,due_to,fulfilled_by,published_from,published_to"] + rows)
        .map { $0 + "\n" }.joined())
  }

  private static let promise =
    "p,story,the story,la noticia,final results tonight,resultados finales esta noche,2017-11-29T18:00:00-06:00,2017-11-29T23:59:59-06:00,f,,2017-11-29T12:00:00-06:00"
  private func result(_ from: String, _ to: String) -> String {
    "f,court,the court,el tribunal,result,resultado,,,,\(from),\(to)"
  }

  @Test func aPromiseKept() async throws {
    let outcome = try await promises(
      Self.promise, result("2017-11-29T17:00:00-06:00", "2017-11-29T18:00:00-06:00"))
    let finding = try outcome.one("promise_kept")
    #expect(
      finding.statement
        == Text(
          en:
            "According to the story, final results tonight, due between 18:00 and 23:59 on 29 November 2017. According to the court, what was promised came between 17:00 and 18:00 on 29 November 2017: by these times the promise was kept.",
          es:
            "Según la noticia, resultados finales esta noche, cuyo plazo vencía entre las 18:00 y las 23:59 del 29 de noviembre de 2017. Según el tribunal, lo prometido se publicó entre las 17:00 y las 18:00 del 29 de noviembre de 2017: con esas horas, la promesa se cumplió."
        ))
    #expect(finding.basisBy == ["court", "story"])
    #expect(outcome.findings.count == 1)
  }

  @Test func aPromiseMissed() async throws {
    let outcome = try await promises(
      Self.promise, result("2017-11-30T00:00:00-06:00", "2017-11-30T06:00:00-06:00"))
    let finding = try outcome.one("promise_missed")
    #expect(
      finding.statement.en
        == "According to the story, final results tonight, due between 18:00 and 23:59 on 29 November 2017. According to the court, what was promised came between 00:00 and 06:00 on 30 November 2017: by these times the promise was not kept."
    )
    let late = try finding.value("late")
    #expect(abs((late.low ?? -1) - 1.0 / 3600) < 1e-9 && late.high == 12 && late.interval == .reportedRange)
  }

  @Test func aPromiseMissedOfWhichNothingMoreIsKnown() async throws {
    let run = try OperationRun.claims.known(at: "2017-11-30T12:00:00-06:00")
    let later = result("2017-12-17T00:00:00-06:00", "2017-12-17T23:59:59-06:00")
    let finding = try await promises(Self.promise, later, run: run).one("promise_missed")
    #expect(
      finding.statement
        == Text(
          en:
            "According to the story, final results tonight, due between 18:00 and 23:59 on 29 November 2017. Nothing that the mission knows shows that it came by 12:00 on 30 November 2017: by these times the promise was not kept.",
          es:
            "Según la noticia, resultados finales esta noche, cuyo plazo vencía entre las 18:00 y las 23:59 del 29 de noviembre de 2017. Nada de lo que la misión conoce muestra que se publicara a más tardar a las 12:00 del 30 de noviembre de 2017: con esas horas, la promesa no se cumplió."
        ))
    #expect(finding.values.isEmpty && finding.basisBy == ["story"])
  }

  @Test func aPromiseOpen() async throws {
    let run = try OperationRun.claims.known(at: "2017-11-29T20:00:00-06:00")
    let later = result("2017-12-17T00:00:00-06:00", "2017-12-17T23:59:59-06:00")
    let finding = try await promises(Self.promise, later, run: run).one("promise_open")
    #expect(
      finding.statement
        == Text(
          en:
            "According to the story, final results tonight, due between 18:00 and 23:59 on 29 November 2017. As far as the mission knows, that time has not passed.",
          es:
            "Según la noticia, resultados finales esta noche, cuyo plazo vencía entre las 18:00 y las 23:59 del 29 de noviembre de 2017. Por lo que la misión conoce, ese plazo no ha vencido."
        ))
  }

  @Test(arguments: [
    ("2017-11-29T17:00:00-06:00", "2017-11-29T19:00:00-06:00"),
    ("2017-11-29T20:00:00-06:00", "2017-11-30T19:00:00-06:00"),
    ("", ""), ("", "2017-11-30T19:00:00-06:00"), ("2017-11-29T17:00:00-06:00", ""),
  ])
  func aPromiseUndecided(_ from: String, _ to: String) async throws {
    let finding = try await promises(Self.promise, result(from, to)).one("promise_undecided")
    #expect(
      finding.statement.en.hasPrefix(
        "According to the story, final results tonight, due between 18:00 and 23:59 on 29 November 2017. According to the court, what was promised came "
      ))
    #expect(finding.placement == .annex)
  }

  @Test func withoutAnEditionTheLatestPublicationIsTheJudge() async throws {
    let open = "p,x,X,X,soon,pronto,,2017-12-01T00:00:00Z,,,2017-11-29T00:00:00Z"
    #expect(try await promises(open).findings.map(\.code) == ["promise_open"])
    let other = "q,x,X,X,said,dicho,,,,,2017-12-02T00:00:00Z"
    #expect(try await promises(open, other).findings.map(\.code) == ["promise_missed"])
    let never = "p,x,X,X,soon,pronto,,2017-12-01T00:00:00Z,,,"
    #expect(try await promises(never).findings.map(\.code) == ["promise_open"])
  }

  @Test func promisesThatLeadNowhereAreProblemsOfTheFile() async throws {
    await #expect { try await promises("p,x,X,X,soon,pronto,,2017-12-01T00:00:00Z,nobody,,") } throws: {
      ($0 as? DiagnosticsError)?.all.map(\.message) == ["row 1, column 'fulfilled_by': there is no row 'nobody'"]
    }
    await #expect { try await promises("p,x,X,X,soon,pronto,,,p,,") } throws: {
      ($0 as? DiagnosticsError)?.all.map(\.message)
        == ["row 1, column 'due_to': 'due_to' is missing, but 'fulfilled_by' asks for it"]
    }
  }

  @Test func everyCodeIsDeclaredOnceAndHasATestHere() throws {
    let declared = try #require(counts.manifest.operations.first { $0.id == "claims" }).findings.map(\.code)
    #expect(
      declared == [
        "contradiction", "tension", "topic_contradiction", "topic_tension", "possible_transposition",
        "spread_of_figures", "spread_of_answers", "promise_kept", "promise_missed", "promise_open",
        "promise_undecided", "quote",
      ])
  }

  // MARK: - Quotes

  private static let quoted =
    "id,source,source_en,source_es,topic,topic_en,topic_es,value,unit,says_en,says_es,quote,quote_language,translation,published\n"
    + "a,court,the court,el tribunal,lead,the lead,la ventaja,5,votes,a lead of five,cinco de ventaja,"
    + "«cinco» votos de ventaja,es,a lead of ‘five’ votes,2017-11-26\n"
    + "b,party,a party,un partido,lead,,,7,votes,\"a “clear” lead\",una ventaja «clara»,,,,2017-11-27\n"

  /// Quotation marks stand around verbatim words alone, and a translation is called one.
  @Test func aQuoteStandsInTheSentenceAndAParaphraseHasNoMarks() async throws {
    let outcome = try await claims.outcome(Self.quoted)
    #expect(
      try outcome.one("contradiction").statement
        == Text(
          en:
            "On the lead: according to the court, “a lead of ‘five’ votes” (translated from Spanish); according to a party, a clear lead. They cannot both be right.",
          es:
            "Sobre la ventaja: según el tribunal, «“cinco” votos de ventaja»; según un partido, una ventaja clara. No pueden ser ciertas ambas cosas."
        ))
  }

  /// A claim with a quote has a finding of its own, whether or not anything contradicts it.
  @Test func aQuoteIsAFindingOfItsOwn() async throws {
    let outcome = try await claims.outcome(Self.quoted)
    let finding = try outcome.one("quote")
    #expect(finding.subject == "a" && finding.severity == .info && finding.basisBy == ["court"])
    #expect(
      finding.statement
        == Text(
          en: "According to the court, on 26 November 2017: “a lead of ‘five’ votes” (translated from Spanish).",
          es: "Según el tribunal, el 26 de noviembre de 2017: «“cinco” votos de ventaja»."))
    #expect(finding.words["original"]?.en == "“«cinco» votos de ventaja”")
  }

  /// What others said is not the mission's judgement.
  @Test func aQuoteMaySayWhatAMissionDoesNot() async throws {
    let outcome = try await claims.outcome(
      "id,source,quote,quote_language\na,party,declaró ganador al candidato,es\n")
    #expect(try outcome.one("quote").words["quote"]?.es == "«declaró ganador al candidato»")
    #expect(Wording.slips(in: try outcome.one("quote").statement.es).isEmpty)
  }
}
