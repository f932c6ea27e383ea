import Incidents
import ModuleKit
import TestSupport
import Testing

struct SentenceTests {
  private let rows = [
    Row(id: "a", source: "institute", published: "2018-01-04", to: "2018-01-04", value: "24"),
    Row(id: "b", source: "network", published: "2018-01-03", to: "2017-12-20", qualifier: "at_least", value: "30"),
    Row(id: "c", source: "police", published: "2017-12-04", to: "2017-12-04", value: "3"),
    Row(id: "d", source: "office", published: "2018-01-05", qualifier: "approx", value: "24"),
  ]

  @Test func everySentence() async throws {
    let outcome = try await OperationRun.casualties
      .with(["window_from": "2017-11-26", "window_to": "2017-12-31", "tolerance_days": 14]).outcome(Row.csv(rows))
    #expect(
      outcome.findings.map(\.code) == [
        "toll_range", "not_comparable", "source_figure", "source_figure", "source_figure", "contradiction",
        "periods_differ",
      ])
    #expect(
      try outcome.one("toll_range").statement
        == Text(
          en:
            "The sources' latest claims for the period from 26 November 2017 to 31 December 2017 state between 24 and 30 or more people killed: the lowest number is 24 according to the institute and about 24 according to the office, the highest at least 30 according to the network (3\u{A0}claims).",
          es:
            "Las últimas afirmaciones de cada fuente para el período del 26 de noviembre de 2017 al 31 de diciembre de 2017 señalan entre 24 y 30 o más personas muertas: el número más bajo es 24 según la institute y alrededor de 24 según la office; el más alto, al menos 30 según la network (3\u{A0}afirmaciones)."
        ))
    #expect(
      try outcome.one("not_comparable").statement
        == Text(
          en:
            "1\u{A0}claim on people killed is of another period than the one asked: not compared, in the table only.",
          es:
            "1\u{A0}afirmación sobre personas muertas corresponde a un período distinto del pedido: sin comparar, solo en la tabla."
        ))
    #expect(
      try outcome.one("source_figure", about: "b").statement
        == Text(
          en:
            "According to the network, at least 30 people killed from 26 November 2017 to 20 December 2017, published on 3 January 2018.",
          es:
            "Según la network, al menos 30 personas muertas del 26 de noviembre de 2017 al 20 de diciembre de 2017, cifra publicada el 3 de enero de 2018."
        ))
    let contradiction = try outcome.one("contradiction", about: "a_and_b")
    #expect(
      contradiction.statement
        == Text(
          en:
            "According to the institute, 24 people killed from 26 November 2017 to 4 January 2018; according to the network, at least 30 from 26 November 2017 to 20 December 2017, which lies within that period.",
          es:
            "Según la institute, 24 personas muertas del 26 de noviembre de 2017 al 4 de enero de 2018; según la network, al menos 30 del 26 de noviembre de 2017 al 20 de diciembre de 2017, dentro de ese período."
        ))
    #expect(contradiction.basisBy == ["institute", "network"])
    #expect(
      try outcome.one("periods_differ").statement
        == Text(
          en: "The 3\u{A0}claims compared on people killed speak of 3 different periods.",
          es: "Las 3\u{A0}afirmaciones comparadas sobre personas muertas se refieren a 3 períodos distintos."))
  }

  @Test func aSourceThatLowersItsFigure() async throws {
    let lowered = [
      Row(id: "a", source: "office", published: "2018-01-04", value: "20"),
      Row(id: "b", source: "office", published: "2018-02-04", to: "2018-01-31", value: "18"),
    ]
    let outcome = try await OperationRun.casualties.outcome(Row.csv(lowered))
    #expect(
      try outcome.one("decrease", about: "a_to_b").statement
        == Text(
          en:
            "According to the office, 20 people killed from 26 November 2017 to 31 December 2017 (on 4 January 2018) and later 18 from 26 November 2017 to 31 January 2018 (on 4 February 2018).",
          es:
            "Según la office, 20 personas muertas del 26 de noviembre de 2017 al 31 de diciembre de 2017 (el 4 de enero de 2018) y después 18 del 26 de noviembre de 2017 al 31 de enero de 2018 (el 4 de febrero de 2018)."
        ))
    #expect(
      try outcome.one("toll_range").statement.en
        == "The sources' latest claims, each for its own period, state 18 people killed: 18 according to the office (1\u{A0}claim)."
    )
    #expect(try outcome.claims("superseded") == ["a"])
  }

  @Test func nothingToCompare() async throws {
    let outcome = try await OperationRun.casualties.with(["measure": "missing", "population": "civilian"]).outcome(
      Row.csv(rows))
    #expect(outcome.findings.map(\.code) == ["no_comparable_claim"])
    #expect(
      outcome.findings[0].statement
        == Text(
          en: "No claim on people missing among civilians can be compared: no number is given.",
          es: "Ninguna afirmación sobre personas desaparecidas entre civiles es comparable: no se da ninguna cifra."))
    #expect(outcome.figures.isEmpty)
  }

  @Test func everyQualifierInWords() async throws {
    let header =
      "id,source,published_basis,published_to,period_to,measure,population,qualifier,value,value_low,value_high\n"
    let outcome = try await OperationRun.casualties.with(["population": "settlers"]).outcome(
      header
        + """
        a,s1,inferred,2018-01-04T00:00:00Z,2018-01-01,evicted,settlers,more_than,1000,,
        b,s2,,,,evicted,settlers,less_than,5,,
        c,s3,,,,evicted,settlers,at_most,1,,
        d,s4,,,,evicted,settlers,,,10,20
        e,s5,,,,evicted,settlers,,,10,
        f,s6,,,,evicted,settlers,,,,20

        """)
    func words(_ key: String) throws -> Text { try outcome.one("source_figure", about: key).statement }
    #expect(
      try words("a")
        == Text(
          en:
            "According to s1, more than 1,000 people counted as ‘evicted’ among ‘settlers’ until 1 January 2018, published by 18:00 on 3 January 2018 (inferred).",
          es:
            "Según s1, más de 1,000 personas contadas como ‘evicted’ entre ‘settlers’ hasta el 1 de enero de 2018, cifra publicada a más tardar a las 18:00 del 3 de enero de 2018 (fecha inferida)."
        ))
    let tail = " without saying from when to when, published at an unknown time."
    let people = "people counted as ‘evicted’ among ‘settlers’"
    #expect(try words("b").en == "According to s2, fewer than 5 \(people)\(tail)")
    #expect(try words("c").en == "According to s3, at most 1 person counted as ‘evicted’ among ‘settlers’\(tail)")
    #expect(try words("d").en == "According to s4, between 10 and 20 \(people)\(tail)")
    #expect(try words("e").en == "According to s5, at least 10 \(people)\(tail)")
    #expect(try words("f").en == "According to s6, at most 20 \(people)\(tail)")
    // Each speaks of a time of its own.
    #expect(outcome.all("toll_range").isEmpty)
    func ends(_ key: String) throws -> [Double?] {
      let figure = try #require(outcome.one("source_figure", about: key).values["figure"])
      return [figure.value, figure.low, figure.high]
    }
    #expect(try ends("a") == [nil, 1000, nil])
    #expect(try ends("b") == [nil, nil, 5])
    #expect(try ends("d") == [nil, 10, 20])
    #expect(try ends("e") == [nil, 10, nil])
    #expect(outcome.figures.isEmpty)
  }

  @Test func numbersThatNoFigureCanDraw() async throws {
    for value in ["999999999999999999", "2.5"] {
      let outcome = try await OperationRun.casualties.outcome(
        Row.csv([Row(id: "a", source: "office", published: "2018-01-01", value: value)]))
      #expect(outcome.findings.map(\.code) == ["toll_range", "source_figure"])
      #expect(!outcome.figures.isEmpty)
    }
  }

  @Test func whatIsNoNumberOfPeopleIsLeftOutAndSaid() async throws {
    let outcome = try await OperationRun.casualties.outcome(
      """
      id,source,measure,value,value_low,value_high,unit,period_from,period_to,published
      a,red_cross,displaced,200,,,families,2030-03-03,2030-03-05,2030-03-06
      b,ministry,displaced,1000,,,people,2030-03-03,2030-03-05,2030-03-06
      c,radio,killed,1.2,,,thousand,2030-03-03,2030-03-05,2030-03-06
      d,party,killed,-5,,,,2030-03-03,2030-03-05,2030-03-06
      e,party,killed,,-3,4,,2030-03-03,2030-03-05,2030-03-06
      f,radio,turnout,61,,,percent,2030-03-03,2030-03-03,2030-03-04

      """)
    #expect(
      outcome.findings.map { "\($0.code) \($0.subject)" } == [
        "not_people displaced", "toll_range displaced", "source_figure b", "not_people killed", "not_people turnout",
      ])
    #expect(
      try outcome.one("not_people", about: "displaced").statement
        == Text(
          en: "On ‘displaced’, 1\u{A0}claim left out of all numbers of people: 200 ‘families’ according to red_cross.",
          es: "Sobre ‘displaced’, fuera de toda cifra de personas: 1\u{A0}afirmación, 200 ‘families’ según red_cross."))
    #expect(
      try outcome.one("not_people", about: "killed").statement
        == Text(
          en:
            "On people killed, 3\u{A0}claims left out of all numbers of people: 1.2 ‘thousand’ according to radio, −5 people according to party and between −3 and 4 people according to party.",
          es:
            "Sobre personas muertas, fuera de toda cifra de personas: 3\u{A0}afirmaciones, 1.2 ‘thousand’ según radio, −5 personas según party y entre −3 y 4 personas según party."
        ))
    #expect(try outcome.claims("not_people") == ["c", "d", "e"])
    let asked = try await OperationRun.casualties.with(["measure": "turnout"]).outcome(
      "id,source,measure,value,unit\nf,radio,turnout,61,percent\n")
    #expect(asked.findings.map(\.code) == ["not_people", "no_comparable_claim"])
  }

  /// The reference mission's edition of 20 December has the alleged figure beside the others.
  @Test func theAllegedFigureStandsBesideTheOthers() async throws {
    let outcome = try await OperationRun.casualties.known(by: "2017-12-19")
      .with(["window_from": "2017-11-26", "window_to": "2017-12-18", "tolerance_days": 10, "measure": "killed"])
      .outcome(file: "Workspaces/honduras_2017/data/casualty_claims.csv")
    #expect(
      outcome.all("source_figure").map { $0.words["stated"]?.en } == ["at least 14", "16", "3", "at least 24"])
    #expect(try outcome.one("source_figure", about: "HN17-027").basis == .alleged)
  }

  @Test func aPeriodThatTheSourceDoesNotStateIsSaidToBeInferred() async throws {
    let outcome = try await OperationRun.casualties.outcome(
      "id,source,measure,value,period_from,period_to,period_basis,published\n"
        + "a,office,killed,24,2018-01-01,2018-01-31,inferred,2018-02-01\n")
    #expect(
      try outcome.one("source_figure").statement
        == Text(
          en:
            "According to office, 24 people killed from 1 January 2018 to 31 January 2018 (a period that the source does not state: inferred), published on 1 February 2018.",
          es:
            "Según office, 24 personas muertas del 1 de enero de 2018 al 31 de enero de 2018 (período que la fuente no indica: inferido), cifra publicada el 1 de febrero de 2018."
        ))
  }

  @Test func theBasisIsThatOfTheRows() async throws {
    let csv =
      "id,source,basis,published,measure,value\na,opposition,alleged,2018-01-01,killed,24\n"
      + "b,office,verified,2018-01-01,killed,20\n"
    let outcome = try await OperationRun.casualties.outcome(csv)
    #expect(try outcome.one("toll_range").basis == .alleged)
    #expect(try outcome.one("source_figure", about: "a").basis == .alleged)
    #expect(try outcome.one("source_figure", about: "b").basis == .verified)
  }

  @Test func everyMessage() async throws {
    func said(_ parameters: [String: Value]) async throws -> [String] {
      do {
        _ = try await OperationRun.casualties.with(parameters).outcome(Row.csv(rows))
        return []
      } catch let error as DiagnosticsError {
        return error.all.map { "\($0.code) \($0.message)" + ($0.hint.map { "; \($0)" } ?? "") }
      }
    }
    let all = "give window_from, window_to and tolerance_days, or none of them"
    let noTolerance =
      "I003 a window is given, but not 'tolerance_days'; say by how many days a claim's period may begin after the "
      + "window's, or end before it"
    let whole: [String: Value] = ["window_from": "2017-11-26", "window_to": "2017-12-31"]
    #expect(try await said(whole) == [noTolerance])
    #expect(
      try await said(["window_from": "2017-11-26"]) == ["I001 the window lacks 'window_to'; \(all)", noTolerance])
    #expect(
      try await said(["window_to": "2017-11-26", "tolerance_days": 3]) == [
        "I001 the window lacks 'window_from'; \(all)"
      ])
    #expect(
      try await said(["tolerance_days": 3]) == ["I004 'tolerance_days' is given, but no window; \(all)"])
    #expect(
      try await said(["window_from": "2018-01-01", "window_to": "2017-12-31", "tolerance_days": 0])
        == ["I002 the window ends on 2017-12-31, before it begins on 2018-01-01"])
  }

  /// Sentences hold no forbidden word, and every caution says something in both languages.
  @Test func theCatalogueIsSound() {
    for code in incidents.manifest.operations.flatMap(\.findings) {
      for text in [code.statement, code.caution, code.method] {
        for language in Language.allCases {
          #expect(Wording.slips(in: text[language]).isEmpty && !text[language].isEmpty)
        }
      }
      #expect(!code.code.contains("best") && !code.numbers.contains { $0.name == "best" })
    }
  }
}
