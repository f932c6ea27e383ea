import Datasets
import Diagnostics
import Language
import Tables
import TestSupport
import Testing
import Times

/// What a second reader asks about rows that break no rule: each question with a file that raises it and one that does not.
@Suite struct DoubtTests {
  private func bulletins(_ csv: String) throws -> [String] { try texts(KindSample().doubts(.bulletins, csv)) }
  private func claims(_ csv: String) throws -> [String] { try texts(KindSample().doubts(.claims, csv)) }

  private func texts(_ doubts: [Doubt]) -> [String] {
    #expect(doubts.allSatisfy { $0.diagnostic.severity == .warning })
    return doubts.map {
      "\($0.diagnostic.code) \($0.diagnostic.message)" + ($0.diagnostic.hint.map { " (\($0))" } ?? "")
    }
  }

  @Test func namesDatasetRowColumnValueAndRule() throws {
    let doubts = try KindSample().doubts(
      .bulletins, "id,source,votes_amapola,votes_bromelia\nb1,tse,50,40\nb2,tse,45,60\n")
    #expect(doubts.map(\.row) == ["b2"])
    #expect(doubts.map(\.column) == ["votes_amapola"])
    #expect(
      doubts.map(\.diagnostic.datum) == [
        .init(dataset: "bulletins", row: 2, field: "votes_amapola", value: "45", rule: "count_grows")
      ])
    #expect(doubts.map(\.diagnostic.location?.file) == ["data/bulletins.csv"])
  }

  @Test func aRowOfTotalsAmongBulletins() throws {
    let rows = "id,source,votes_amapola,votes_bromelia\nnorth,tse,5,4\nsouth,tse,7,9\nwest,tse,11,12\n"
    let hint = "(leave it out with 'where:', or name its key under 'not_totals:' if it is none)"
    #expect(
      try bulletins(rows + "all,tse,23,25\n") == [
        "K201 row 4 ('all'), column 'id': the row adds up other rows: is it a total? \(hint)"
      ])
    #expect(try bulletins(rows + "east,tse,23,26\n") == [])
    #expect(
      try bulletins(rows + "Total nacional,tse,24,25\n") == [
        "K221 row 4 ('Total nacional'), column 'id': the row adds up other rows, but for 1: is it a total that is wrong? \(hint)"
      ])
    #expect(
      try bulletins(rows + "Total nacional,tse,54,66\n") == [
        "K202 row 4 ('Total nacional'), column 'id': 'Total nacional' reads like the name of a total (leave it out with 'where:', or name its key under 'not_totals:' if it is none)"
      ])
    #expect(try bulletins(rows + "Totalán,tse,24,26\n") == [])
  }

  @Test func aCountThatFalls() throws {
    let head = "id,source,published,counted_sheets_percent,counted_sheets,valid_votes,votes_amapola,votes_bromelia\n"
    #expect(
      try bulletins(head + "b1,tse,2017-11-27,72.0,72,99,50,40\nb2,tse,2017-11-28,9.00,9,98,49,41\n") == [
        "K203 row 2 ('b2'), column 'votes_amapola': it is less than 50 in row 'b1' before it, and a count only grows",
        "K203 row 2 ('b2'), column 'valid_votes': it is less than 99 in row 'b1' before it, and a count only grows",
        "K203 row 2 ('b2'), column 'counted_sheets': it is less than 72 in row 'b1' before it, and a count only grows",
        "K203 row 2 ('b2'), column 'counted_sheets_percent': it is less than 72.0 in row 'b1' before it, and a count only grows",
      ])
    // The row that stands behind was certainly published before.
    #expect(try bulletins(head + "b1,tse,2017-11-29,72,,,50,40\nb2,tse,2017-11-28,9,,,49,39\n") == [])
    // What one prints to a place less may be the same.
    #expect(try bulletins(head + "b1,tse,,72.04,,,50,40\nb2,tse,,72.0,,,50,40\n") == [])
  }

  @Test func sharesThatAreMoreThanAll() throws {
    let head = "id,source,percent_amapola,percent_bromelia\n"
    #expect(
      try bulletins(head + "b1,tse,100.0,80.0\nb2,tse,4517,4021\n") == [
        "K204 row 1 ('b1'), column 'percent_amapola': the shares of the row add up to 180 % (are they shares of one whole, and of this row?)",
        "K204 row 2 ('b2'), column 'percent_amapola': the shares of the row add up to 8538 % (was the decimal mark lost?)",
      ])
    #expect(try bulletins(head + "b1,tse,50.1,50.1\nb2,tse,33,67\n") == [])
  }

  @Test func fractionsForPercent() throws {
    let head = "id,source,counted_sheets_percent,percent_amapola,percent_bromelia\n"
    #expect(
      try bulletins(head + "b1,tse,0.40,0.52,0.48\nb2,tse,0.72,0.9,0.9\n") == [
        "K205 row 1 ('b1'), column 'percent_amapola': 0.52 is read as 0.52 %, as all shares here are 1 or less (are they fractions? write 52 for 52 %)",
        "K205 row 2 ('b2'), column 'percent_amapola': 0.9 is read as 0.9 %, as all shares here are 1 or less (are they fractions? write 90 for 90 %)",
        "K205 row 2 ('b2'), column 'counted_sheets_percent': 0.72 is read as 0.72 %, as all shares here are 1 or less (are they fractions? write 72 for 72 %)",
      ])
    #expect(try bulletins(head + "b1,tse,0.40,52,0.48\nb2,tse,72,0.5,\n") == [])
  }

  @Test func votesBeyondTheValidOnes() throws {
    let head = "id,source,valid_votes,votes_amapola,votes_bromelia\n"
    #expect(
      try bulletins(head + "b1,tse,700,500,300\n") == [
        "K207 row 1 ('b1'), column 'valid_votes': the votes of the options add up to 800, more than the valid votes"
      ])
    #expect(
      try bulletins(head + "b1,tse,700,800,300\n") == [
        "K206 row 1 ('b1'), column 'votes_amapola': 'votes_amapola' is more than 'valid_votes', of which it is a part"
      ])
    #expect(try bulletins(head + "b1,tse,800,500,300\n") == [])
  }

  @Test func anOptionWithoutAColumn() throws {
    #expect(
      try bulletins("id,source,votes_amapola,x_bromelia\nb1,tse,5,4\n") == [
        "K208 column 'votes_bromelia': no row gives votes of 'bromelia', though votes of others are given (is the column called otherwise? name it under 'columns', or say 'votes_bromelia: {is: not_given}')"
      ])
    #expect(try bulletins("id,source,votes_amapola,percent_bromelia\nb1,tse,5,4\n") == [])
    #expect(try bulletins("id,source,percent_amapola\nb1,tse,5\n") == [])
  }

  @Test func publicationFarFromElectionDay() throws {
    let head = "id,source,published,published_from,published_to,votes_amapola,votes_bromelia\n"
    #expect(
      try bulletins(
        head
          + """
          b1,tse,2017-11-20,,,5,4
          b4,tse,2017-11-24,,,5,4
          b5,tse,,,2017-11-24T23:59:59-06:00,5,4
          b2,tse,,2017-11-27T00:00:00-06:00,2029-11-27T00:00:00-06:00,5,4
          b3,tse,2029-11-27,,,5,4

          """) == [
          "K209 row 1 ('b1'), column 'published': it was published 6 days before election day",
          "K209 row 2 ('b4'), column 'published': it was published 2 days before election day",
          "K209 row 3 ('b5'), column 'published_to': it was published 2 days before election day",
          "K210 row 5 ('b3'), column 'published': it was published 4384 days after election day (is the year right?)",
        ])
    // Election day begins earlier elsewhere.
    #expect(
      try bulletins(
        head
          + "b1,tse,2017-11-25,,,5,4\nb4,tse,,,2017-11-25T00:00:00-06:00,5,4\nb2,tse,,,,5,4\nb3,tse,2018-03-01,,,6,4\n")
        == [])
    let said = "id,source,published,says_en\n"
    #expect(try claims(said + "c1,tse,2017-08-01,We will publish\n") == [])
    #expect(
      try claims(said + "c1,tse,2007-11-26,We will publish\n") == [
        "K209 row 1 ('c1'), column 'published': it was published 3653 days before election day"
      ])
  }

  @Test func periodsThatEndBehindTheirPublication() throws {
    let head = "id,source,published,says_en,period_from,period_to,due_to\n"
    #expect(
      try claims(
        head
          + """
          c1,tse,2017-12-06,Many,2017-11-30,2017-12-07,
          c2,tse,2017-12-06,Soon,,,2017-12-01T00:00:00-06:00

          """) == [
          "K211 row 1 ('c1'), column 'period_to': the period ends after the claim was published",
          "K212 row 2 ('c2'), column 'due_to': what is promised was due before the promise was published",
        ])
    #expect(try claims(head + "c1,tse,2017-12-06,Many,2017-11-30,2017-12-06,\n") == [])
    // Perhaps published at the beginning of the day on which it was due.
    #expect(try claims(head + "c1,tse,2017-12-06,Soon,,,2017-12-06T12:00:00-06:00\n") == [])
  }

  @Test func units() throws {
    let head = "id,source,topic,measure,value,unit\n"
    #expect(
      try claims(
        head
          + """
          c1,tse,turnout,,61,percent
          c2,eu,turnout,,99,%
          c3,oas,turnout,,60,Por ciento
          c4,mp,turnout,,62,

          """) == [
          "K213 row 2 ('c2'), column 'unit': '%' is not the unit 'percent': numbers are compared in one unit alone (write percent)",
          "K213 row 3 ('c3'), column 'unit': 'Por ciento' is not the unit 'percent': numbers are compared in one unit alone (write percent)",
          "K214 row 4 ('c4'), column 'unit': the number has no unit, and others on 'turnout' are in 'percent': they are not compared",
        ])
    #expect(try claims(head + "c1,tse,queues,,61,boxes\nc2,eu,turnout,,61,\n") == [])
  }

  @Test func numbersOfPeople() throws {
    let head = "id,source,measure,value,value_low,value_high,unit\n"
    let hint = "(give the number of people, where the source states it)"
    #expect(
      try claims(
        head
          + """
          c1,tse,displaced,200,,,families
          c2,eu,detained,,-1,5,
          c3,eu,killed,24,,,personas

          """) == [
          "K215 row 1 ('c1'), column 'unit': a number of 'displaced' is in 'families', and is not compared with numbers of people \(hint)",
          "K220 row 2 ('c2'), column 'value_low': a number of people is below zero",
          "K213 row 3 ('c3'), column 'unit': 'personas' is not the unit 'people': numbers are compared in one unit alone (write people)",
        ])
    #expect(try claims(head + "c1,tse,killed,20,,,people\nc2,tse,stations,200,,,rooms\n") == [])
  }

  @Test func wordsThatDifferInSpellingAlone() throws {
    let head = "id,source,topic,value\n"
    let hint = "(write one of them throughout)"
    #expect(
      try claims(
        head + "c1,tse,participación,61\nc2,TSE,Participacion,62\nc3,tse,participación,63\nc4,eu,parti cipación,1\n")
        == [
          "K216 row 2 ('c2'), column 'topic': 'Participacion' and 'participación' differ only in how they are written, and are two things \(hint)",
          "K216 row 4 ('c4'), column 'topic': 'parti cipación' and 'participación' differ only in how they are written, and are two things \(hint)",
          "K216 row 2 ('c2'), column 'source': 'TSE' and 'tse' differ only in how they are written, and are two things \(hint)",
        ])
    #expect(try claims(head + "c1,tse,año,61\nc2,eu,ayer,62\nc3,oas,\u{442}\u{435}\u{43C}\u{430},63\n") == [])
  }

  @Test func claimsWithoutContent() throws {
    let head = "id,source,topic,value,answer,option,says_en,due_to\n"
    #expect(
      try claims(head + "c1,tse,turnout,,,,It was high,\nc2,eu,,,,,,\n") == [
        "K217 row 1 ('c1'), column 'topic': the claim has no number, answer or option, so that nothing on 'turnout' is held against it",
        "K218 row 2 ('c2'), column 'id': the claim states nothing: no number, answer, option, promise or words",
      ])
    #expect(
      try claims(
        head
          + """
          c1,tse,turnout,61,,,,
          c2,tse,rounds,,one,,,
          c3,tse,leader,,,oak,,
          c4,tse,,,,,We will publish,
          c5,tse,,,,,,2017-11-28T00:00:00Z

          """) == [])
  }

  @Test func aFractionAmongPercentages() throws {
    let head = "id,source,topic,value,unit\n"
    #expect(
      try claims(head + "c1,tse,turnout,0.61,percent\nc2,eu,turnout,58,percent\n") == [
        "K219 row 1 ('c1'), column 'value': 0.61 is about a hundredth of what others on the topic state, 58 (is it a fraction, where percent are meant?)"
      ])
    #expect(try claims(head + "c1,tse,turnout,0.1,percent\nc2,eu,turnout,58,percent\nc3,eu,turnout,1,percent\n") == [])
  }

  @Test func anAreaCalledTotal() throws {
    let sheets = """
      sheet,department,votes_amapola,votes_bromelia
      s1,Norte,5,4
      s2,TOTAL Sur,7,7

      """
    let sample = KindSample()
    var declaration = DatasetDeclaration(contest: sample.contest)
    (declaration.track, declaration.areas) = (.official, ["department"])
    let kind = DatasetKind.sheets
    let table = try kind.reader(for: declaration, dataset: "sheets").read(Array(sheets.utf8), name: "sheets.csv")
    let source = DatasetSource(
      dataset: "sheets", file: "sheets.csv", table: table, declaration: declaration, zone: sample.zone)
    let day = try #require(Day(iso: "2017-11-26"))
    let loaded = LoadedDataset(source, kind: kind, content: try kind.content(of: source))
    #expect(
      texts(loaded.doubts(electionDay: day)) == [
        "K202 row 2 ('s2'), column 'department': 'TOTAL Sur' reads like the name of a total (leave it out with 'where:', or name its key under 'not_totals:' if it is none)"
      ])
  }

  private func sheets(_ csv: String) throws -> [String] {
    try MappedSheets { $0.areas = ["region"] }.doubts(csv)
  }

  @Test func charactersThatAreNotSeen() throws {
    let head = "sheet,region,station,votes_oak,votes_elm\n"
    #expect(
      try sheets(head + "\u{FEFF}1,North,a,5,4\n2,Nor\u{200B}th,a\u{1},7,9\n3\u{A0},Nor\u{200B}th,b,2,1\n") == [
        "sheets.csv warning[K232] row 1 ('\\u{FEFF}1'), column 'sheet': it holds U+FEFF, which is not seen\n\(Self.unseen)",
        "sheets.csv warning[K232] row 3 ('3\u{A0}'), column 'sheet': it holds U+00A0, which is not seen\n\(Self.unseen)",
        "sheets.csv warning[K232] row 2 ('2'), column 'region': it holds U+200B, which is not seen, as in 1 more row\n\(Self.unseen)",
        "sheets.csv warning[K232] row 2 ('2'), column 'station': it holds U+0001, which is not seen\n\(Self.unseen)",
      ])
    // Names may stand on several lines, and joiners are part of some scripts.
    #expect(try sheets(head + "1,\"North\nside\",\u{645}\u{200C}\u{627},5,4\n2,Ñandú,ა ბ,7,9\n3,Łódź,b,2,1\n") == [])
    #expect(
      try sheets(head + "\"1\n\",North,a,5,4\n") == [
        "sheets.csv warning[K232] row 1 ('1\\u{A}'), column 'sheet': it holds U+000A, which is not seen\n\(Self.unseen)"
      ])
  }

  private static let unseen =
    "  without it the text is another one, as names and keys are matched letter by letter"

  @Test func namesThatWereGarbled() throws {
    let head = "sheet,region,station,votes_oak,votes_elm\n"
    #expect(
      try sheets(head + "1,São João,a,5,4\n2,SÃ£o JoÃ£o,a,7,9\n3,PeÃ±Ã³n,b,2,1\n4,x,â€œYâ€\u{9D},1,2\n") == [
        "sheets.csv warning[K233] row 2 ('2'), column 'region': 'SÃ£o JoÃ£o' reads like 'São João', whose UTF-8 was taken for Latin-1, as in 1 more row\n  does the file have two encodings? nothing is converted by guess",
        "sheets.csv warning[K233] row 4 ('4'), column 'station': 'â€œYâ€\\u{9D}' reads like '“Y”', whose UTF-8 was taken for Latin-1\n  does the file have two encodings? nothing is converted by guess",
      ])
    #expect(try sheets(head + "1,SÃO JOÃO,É–É,5,4\n2,IRMÃ,CAFÉ»,7,9\n3,Ñº,“AÑO”,2,1\n") == [])
  }

  @Test func aSecondLineOfNames() throws {
    let head = "sheet,region,votes_oak,votes_elm\n"
    #expect(
      try sheets(head + "Mesa,Zona,,\n1,North,5,4\n2,North,7,9\n") == [
        "sheets.csv warning[K234] row 1 ('Mesa'), column 'sheet': the first row has no number, and every other has: is it a second line of names?\n  leave it out with 'where:'"
      ])
    #expect(try sheets(head + "1,South,,\n2,North,5,4\n3,North,,\n4,North,7,9\n") == [])
    #expect(try sheets(head + "Mesa,Zona,,\n1,North,5,4\n") == [])
  }
}
