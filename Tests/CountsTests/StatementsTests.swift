import ModuleKit
import TestSupport
import Testing

@testable import Counts

/// Statements against what the count could support at their hour.
struct StatementsTests {
  private static func clock(_ text: String) -> String {
    text.isEmpty ? "" : text.contains("T") ? text : "2017-11-26T\(text):00-06:00"
  }

  private static let bulletins =
    Samples.bulletins(
      "id,stage,votes_oak,votes_elm,counted_sheets_percent,published_from,published_to",
      "a,,60,40,50,\(clock("20:00")),\(clock("20:00"))", "b,,90,110,80,\(clock("22:00")),\(clock("22:00"))",
      "end,declared,150,170,,2017-11-27T12:00:00-06:00,2017-11-27T12:00:00-06:00")

  private static func claim(
    _ id: String, _ option: String, _ from: String, _ to: String, measure: String = "", due: String = ""
  ) -> String {
    "\(id),\(measure),\(option),\(id) said it,party,the party,el partido,\(clock(from)),\(clock(to)),\(clock(due)),\(clock(due))\n"
  }

  private static let header =
    "id,measure,option,says_en,source,source_en,source_es,published_from,published_to,due_from,due_to\n"

  private static let claims =
    header
    + claim("c1", "oak", "20:30", "20:30") + claim("c2", "elm", "20:30", "20:30")
    + claim("c3", "elm", "22:30", "22:30", measure: "ahead") + claim("c4", "oak", "", "22:30")
    + claim("c5", "elm", "20:30", "22:30", measure: "ahead") + claim("c6", "oak", "19:00", "19:00")
    + claim("c7", "oak", "", "") + claim("c8", "elm", "2017-11-27T13:00:00-06:00", "2017-11-27T13:00:00-06:00")
    + claim("c9", "", "19:00", "19:00", due: "21:00") + claim("d1", "elm", "", "20:00", measure: "ahead")
    + claim("d2", "oak", "2017-11-27T13:00:00-06:00", "2017-11-27T13:00:00-06:00")

  private static func run(_ claims: String = claims) throws -> OperationRun {
    try OperationRun(counts, "statements")
      .giving(claims, as: "claims")
      .giving(
        bulletins, as: "bulletins")
  }

  /// Sheets that are marked as inconsistent may be counted anew: to this operation too, so that a lead which they could
  /// move is not out of reach here and open in `counts.timeline`.
  @Test(arguments: ["", "40"]) func whatWasNeededIsWhatTheTimelineComputes(marked: String) async throws {
    let bulletins = Samples.bulletins(
      "id,counted_sheets,total_sheets,inconsistent_sheets,valid_votes,votes_oak,votes_elm,published_from,published_to",
      "a,90,100,\(marked),9000,6000,3000,\(Self.clock("20:00")),\(Self.clock("20:00"))")
    let said = try await OperationRun(counts, "statements")
      .giving(Self.header + Self.claim("c", "oak", "20:30", "20:30"), as: "claims").giving(bulletins, as: "bulletins")
      .outcome().one("ahead_of_count")
    let timeline = try await OperationRun.timeline().outcome(bulletins)
    let known = try timeline.one(marked.isEmpty ? "out_of_reach" : "needed_margin")
    #expect(try said.value("needed") == known.value("needed"))
    #expect(said.statement.en.contains("the lead was out of reach: even all") == marked.isEmpty)
  }

  /// While a capture shows figures, those of later captures are not out, though nothing tells since when those were.
  @Test func aLaterCaptureWasNotOutWhileAnEarlierOneWasMade() async throws {
    func at(_ hour: Int) -> String { Self.clock("\(hour):00") }
    let rows = [(12, "60,40"), (14, "60,40"), (16, "70,60"), (18, "80,70")].map { hour, votes in
      "\(hour),\(hour == 12 ? "" : "true"),\(at(hour)),\(at(hour)),\(at(hour)),\(votes)"
    }
    let run = try OperationRun(counts, "statements").giving(
      Samples.bulletins("id,follows_previous,captured_from,captured_to,published_to,votes_oak,votes_elm", rows),
      as: "bulletins")
    func keys(_ hour: String) async throws -> [Cell] {
      try await run.giving(Self.header + Self.claim("c", "oak", hour, hour, measure: "ahead"), as: "claims")
        .outcome().rows("statements").map { $0[8] }
    }
    #expect(try await keys("13:00") == ["12"])
    #expect(try await keys("15:00") == ["12", "16"])
    #expect(try await keys("17:00") == ["16", "18"])
  }

  @Test func everyVerdictInWords() async throws {
    let outcome = try await Self.run().outcome()
    let first =
      "according to the court, the count published at 20:00 on 26 November 2017 showed Oak ahead by 20\u{A0}votes with 50% of the sheets"
    let second =
      "according to the court, the count published at 22:00 on 26 November 2017 showed Elm ahead by 20\u{A0}votes with 80% of the sheets"
    let needed =
      " The mission computes that those behind needed a margin of between 17.82 and 25.51\u{A0}points among the votes still to be counted, if outstanding sheets held between 0.8 and 1.1 times as many votes as counted ones."
    func said(_ id: String, _ time: String) -> String { "According to the party, \(time): \(id) said it. " }
    #expect(
      outcome.findings.filter { $0.code != "hindsight" }.map { "\($0.code): \($0.statement.en)" } == [
        "ahead_of_count: " + said("c1", "at 20:30 on 26 November 2017")
          + "The mission finds it ahead of the count of that hour, which had not decided it: \(first).\(needed)",
        "ahead_of_count: " + said("c2", "at 20:30 on 26 November 2017")
          + "The mission finds it ahead of the count of that hour, which had not decided it: \(first).\(needed)",
        "consistent: " + said("c3", "at 22:30 on 26 November 2017")
          + "The mission finds it consistent with the count of that hour: \(second).",
        "ahead_of_count: " + said("c4", "by 22:30 on 26 November 2017")
          + "The mission finds it ahead of the count of that hour, which had not decided it: no count was certainly published by then; 2 may have been out, the last of them: \(second).",
        "depends_on_hour: " + said("c5", "between 20:30 and 22:30 on 26 November 2017")
          + "The mission finds that whether the count supported it depends on hours that are not known well enough: the last count certainly published by then: \(first); a later one may also have been out: \(second).",
        "before_count: " + said("c6", "at 19:00 on 26 November 2017")
          + "The mission knows of no count that had been published then.",
        "hour_unknown: According to the party: c7 said it. When it was said is not known, so that no count can be held against it.",
        "consistent: " + said("c8", "at 13:00 on 27 November 2017")
          + "The mission finds it consistent with the count of that hour: according to the court, the count published at 12:00 on 27 November 2017 showed Elm ahead by 20\u{A0}votes.",
        "deadline: According to the party, c9 said it, due at 21:00 on 26 November 2017. When it was due: \(first).",
        "unsupported: " + said("d1", "by 20:00 on 26 November 2017")
          + "The mission finds that at none of the hours at which it can have been said did the count support it: no count was certainly published by then; one may have been out: \(first).",
        "contradicts: " + said("d2", "at 13:00 on 27 November 2017")
          + "The mission finds that it contradicts the count of that hour: according to the court, the count published at 12:00 on 27 November 2017 showed Elm ahead by 20\u{A0}votes.",
      ])
    #expect(
      try outcome.one("hindsight", about: "c1").statement.en
        == "With hindsight: the party put Oak first; according to the court, the last count known, published at 12:00 on 27 November 2017, shows Elm ahead by 20\u{A0}votes."
    )
    #expect(outcome.all("hindsight").map(\.subject) == ["c1", "c2", "c3", "c4", "c5", "c6", "d1"])
    #expect(outcome.all("hindsight").allSatisfy { $0.placement == .annex })
    let others: Set = ["agrees_with_computed", "strains_computed", "contradicts_computed", "numbers_withheld"]
    #expect(outcome.codes == Set(Statements.findings.map(\.declared.code)).subtracting(others))
    #expect(
      try outcome.rows("statements", "c4").map { $0[8] } == [.missing, "a", "b"]
        && outcome.rows("statements", "c4").compactMap(\.last) == [
          "ahead_of_count", "ahead_of_count", "ahead_of_count",
        ])
  }

  /// A lead of one vote with five sheets of a hundred in bears out neither claim and contradicts neither.
  @Test func anUndecidedCountSpeaksForNobody() async throws {
    let outcome = try await Self.run(
      "id,option,says_en,source,published_from,published_to\n"
        + "k1,elm,Elm has won,s,\(Self.clock("21:00")),\(Self.clock("21:00"))\n"
        + "k2,oak,Oak has won,s,\(Self.clock("21:00")),\(Self.clock("21:00"))\n"
    ).outcome()
    let words = outcome.all("ahead_of_count").map {
      $0.statement.en.replacing("Elm has won", with: "?").replacing("Oak has won", with: "?")
    }
    #expect(outcome.all("ahead_of_count").map(\.subject) == ["k1", "k2"])
    #expect(words[0] == words[1])
    #expect(outcome.all("contradicts").isEmpty && outcome.all("consistent").isEmpty)
  }

  /// A bulletin of which only the day is known may have been out at noon: so that nobody says that there was none.
  @Test func aBulletinOfUncertainHourMayHaveBeenOut() async throws {
    let outcome = try await OperationRun(counts, "statements")
      .giving(
        Self.header
          + Self.claim(
            "due", "", "2017-11-26T10:00:00-06:00", "2017-11-26T10:00:00-06:00", due: "2017-11-27T12:00:00-06:00"),
        as: "claims"
      )
      .giving(
        Samples.bulletins(
          "id,votes_oak,votes_elm,published_from,published_to", "a,60,40,\(Self.clock("20:00")),\(Self.clock("20:00"))",
          "b,90,110,2017-11-27T00:00:00-06:00,2017-11-28T00:00:00-06:00",
          "c,95,120,2017-11-26T00:00:00-06:00,2017-11-29T00:00:00-06:00",
          "d,99,130,2017-11-28T00:00:00-06:00,2017-11-29T00:00:00-06:00"), as: "bulletins"
      ).outcome()
    let statement = try outcome.one("deadline").statement
    #expect(
      statement.en
        == "According to the party, due said it, due at 12:00 on 27 November 2017. When it was due: the last count certainly published by then: according to the court, the count published at 20:00 on 26 November 2017 showed Oak ahead by 20\u{A0}votes; 2 later ones may also have been out, the last of them: according to the court, the count published between 00:00 on 26 November and 00:00 on 29 November 2017 showed Elm ahead by 25\u{A0}votes."
    )
    #expect(
      statement.es.contains(
        "el último conteo publicado con certeza para entonces: según el tribunal, el conteo publicado a las 20:00 del 26 de noviembre de 2017 ponía en primer lugar a Oak, con una ventaja de 20\u{A0}votos; también pudieron haber salido 2 posteriores, el último de ellos: "
      ))
  }

  /// 90 to 10 with four fifths of the sheets in: 25 votes are out, of a lead of 80.
  @Test func aLeadOutOfReachIsCalledSo() async throws {
    let outcome = try await OperationRun(counts, "statements")
      .giving(
        "id,option,says_en,source,source_en,source_es,published_from,published_to\n"
          + "a,oak,it,party,the party,el partido,\(Self.clock("20:30")),\(Self.clock("20:30"))\n",
        as: "claims", DatasetDeclaration()
      )
      .giving(
        Samples.bulletins(
          "id,votes_oak,votes_elm,counted_sheets_percent,published_to", "a,90,10,80,\(Self.clock("20:00"))"),
        as: "bulletins"
      ).outcome()
    let statement = try outcome.one("ahead_of_count").statement
    #expect(
      statement.en.hasSuffix(
        " The mission computes that for those behind the lead was out of reach: even all the votes still to be counted would not have sufficed, if outstanding sheets held between 0.8 and 1.1 times as many votes as counted ones."
      ))
    #expect(
      statement.es.hasSuffix(
        " La misión calcula que para quienes iban por detrás la ventaja estaba fuera de alcance: ni siquiera todos los votos por contar habrían bastado, si las actas pendientes contenían entre 0.8 y 1.1 veces los votos de las contadas."
      ))
  }

  /// A result that states shares alone has its lead in points.
  @Test func aResultInSharesIsToldInPoints() async throws {
    let outcome = try await OperationRun(counts, "statements")
      .giving(Self.claims, as: "claims")
      .giving(
        Samples.bulletins(
          "id,stage,percent_oak,percent_elm,published_to",
          "end,declared,41.5,58.5,2017-11-27T12:00:00-06:00"),
        as: "bulletins"
      ).outcome()
    let finding = try outcome.one("hindsight", about: "c1")
    #expect(finding.values["lead"]?.unit == .points)
    #expect(finding.statement.en.contains("shows Elm ahead by 17.00\u{A0}points"))
  }

  /// The same statement by or about another option gets the same words.
  @Test func theRuleIsTheSameForEveryOption() async throws {
    let turned = Self.claims.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0 == "oak" ? "elm" : $0 == "elm" ? "oak" : $0 }.joined(separator: ",")
    let swapped = Self.bulletins.replacing("votes_oak,votes_elm", with: "votes_elm,votes_oak")
    let other = try await OperationRun(counts, "statements")
      .giving(turned, as: "claims")
      .giving(swapped, as: "bulletins").outcome()
    let straight = try await Self.run().outcome()
    #expect(other.findings.map(\.code) == straight.findings.map(\.code))
    #expect(
      other.findings.map { $0.statement.en.replacing("Oak", with: "?").replacing("Elm", with: "?") }
        == straight.findings.map { $0.statement.en.replacing("Oak", with: "?").replacing("Elm", with: "?") })
  }

  @Test func anEditionKnowsNothingLater() async throws {
    let outcome = try await OperationRun(counts, "statements").known(at: "2017-11-26T20:45:00-06:00")
      .giving(Self.claims, as: "claims")
      .giving(
        Self.bulletins, as: "bulletins"
      ).outcome()
    #expect(
      outcome.findings.map { "\($0.code) \($0.subject)" } == [
        "ahead_of_count c1", "ahead_of_count c2", "before_count c6", "unsupported d1",
      ])
  }

  @Test func sheetsTellTheCountOfTheHourToo() async throws {
    let sheets =
      "sheet,registered,votes_oak,votes_elm,published_to\n1,100,60,30,\(Self.clock("20:00"))\n"
      + "2,100,20,75,\(Self.clock("21:00"))\n3,100,9,90,\(Self.clock("22:00"))\n"
    let list = "station,registered\n1,100\n2,100\n3,100\n4,90\n"
    let claims =
      "id,measure,option,says_en,source,published_from,published_to\n"
      + "early,,oak,x,s,\(Self.clock("20:30")),\(Self.clock("20:30"))\n"
      + "late,,elm,x,s,\(Self.clock("22:30")),\(Self.clock("22:30"))\n"
      + "between,ahead,elm,x,s,,\(Self.clock("22:30"))\n"
    let outcome = try await OperationRun(counts, "statements")
      .giving(claims, as: "claims")
      .giving(sheets, as: "sheets", DatasetDeclaration(contest: Samples.contest, track: .official))
      .giving(list, as: "stations").outcome()
    #expect(
      outcome.findings.filter { $0.code != "hindsight" }.map { "\($0.code) \($0.subject)" } == [
        "ahead_of_count early_by_sheets", "consistent late_by_sheets", "depends_on_hour between_by_sheets",
      ])
    #expect(try outcome.rows("statements", "between").map { $0[8] } == [.missing, "0", "1", "2"])
  }

  @Test func whatCannotBeAskedIsTold() async throws {
    let header = "id,option,says_en,source,published_to\n"
    #expect(
      await (try Self.run(header + "a,ash,x,s,\n")).problems() == [
        "'option' is 'ash', which is no option of contest 'council' | its options are oak and elm"
      ])
    let alone = try OperationRun(counts, "statements").giving(
      header + "a,oak,x,s,\n", as: "claims")
    #expect(
      await alone.problems() == [
        "none of the inputs 'bulletins' and 'sheets' is given: at least one of them is needed"
      ])
  }

  /// Both candidates had claimed it by the evening of 30 November; no hour is known.
  @Test func bothClaimsOfHonduras() async throws {
    let folder = Repository.path + "/Workspaces/honduras_2017/data/"
    let outcome = try await OperationRun(counts, "statements").citing(file: Samples.sources)
      .giving(path: folder + "claims.csv", as: "claims")
      .giving(
        path: folder + "bulletins.csv", as: "bulletins", DatasetDeclaration(contest: Samples.honduras)
      ).outcome()
    #expect(outcome.all("ahead_of_count").map(\.subject) == ["claimed_hernandez", "claimed_nasralla"])
    for finding in outcome.all("ahead_of_count") {
      #expect(
        finding.statement.en.contains(
          "no count was certainly published by then; 5 may have been out, the last of them: according to a news story of 30 November 2017, the count published"
        ))
      #expect(finding.statement.en.contains(": he came first. "))
    }
    #expect(outcome.all("deadline").count == 3)
    for claim: Cell in ["claimed_hernandez", "claimed_nasralla"] {
      let verdicts = try outcome.rows("statements", claim).compactMap(\.last)
      #expect(verdicts.count == 6 && verdicts.allSatisfy { $0 == "ahead_of_count" })
    }
  }
}
