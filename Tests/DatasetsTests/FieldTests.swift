import Datasets
import Diagnostics
import Language
import Tables
import TestSupport
import Testing
import Times

/// What polling stations reported in the course of the day: a kind with one of everything that fields can be.
private struct Turnout {
  var hours: [Instant?]
  var cast: Column<Int64>
  var shares: [ExactDecimal?]
  var words: [String?]
  var names: [Text?]
  var moods: [Mood?]
}

private enum Mood: String, CaseIterable, FieldValue { case calm, tense }

private struct TurnoutFields: RowFields {
  struct Detail: FieldGroup {
    let share = Field<ExactDecimal>("share", "the share reported")
    let name = BilingualField("name", en: "the name in English", es: "the name in Spanish")
  }

  let station = Field<String>("station", role: .key, "the station")
  let cast = Field<Int>("cast", least: 1, role: .required, "ballots cast")
  let detail = Detail()
  let byArea = ["north", "south"].map { Field<Int>("from_\($0)", "voters from the \($0)") }
  let groups = [Detail]()
  let words = Field<String>("words", role: .personal, "what the president of the station said")
  let mood = Field<Mood>("mood", "how the queue was")
  let hour = Field<Instant>("hour", "when it was reported")
  /// Not a field: it takes part in nothing.
  let remark = "no column"
  let publication = PublicationFields()
}

extension DatasetKind where Content == Turnout {
  fileprivate static var turnout: Self {
    DatasetKind("turnout", "turnout by the hour") { _ in
      TurnoutFields()
    } load: { source, fields in
      let rows = 0..<source.table.rowCount
      return Turnout(
        hours: rows.map { fields.hour[$0] }, cast: fields.cast.values, shares: rows.map { fields.detail.share[$0] },
        words: rows.map { fields.words.filled($0) }, names: rows.map { fields.detail.name[$0] },
        moods: rows.map { fields.mood[$0] })
    }
  }
}

/// A field is declared once: its column and its reading follow.
@Suite struct FieldTests {
  @Test func theColumnsAreTheFieldsInTheirOrder() {
    let columns = DatasetKind.turnout.columns(for: nil)
    #expect(
      columns.map(\.name) == [
        "station", "cast", "share", "name_en", "name_es", "from_north", "from_south", "words", "mood", "hour",
        "published", "published_from", "published_to", "published_basis",
      ])
    let specs = columns.map(\.specification)
    #expect(specs.map(\.type).prefix(4) == [.text, .integer, .decimal, .text])
    #expect(specs.map(\.role).prefix(4) == [.key, .required, .optional, .optional])
    #expect(specs[1].least == 1 && specs[1].most != nil && specs[5].least == nil)
    #expect(specs[7].isPersonal && specs[8].allowed == ["calm", "tense"] && specs[9].type == .dateTime)
  }

  @Test func valuesAreReadThroughTheFields() throws {
    let turnout = try KindSample().read(
      .turnout,
      """
      station,cast,share,name_en,name_es,words,mood,hour
      1,20,12.50,North,Norte,"",tense,2018-07-01T10:00:00Z
      2,30,,,Sur,fine,,

      """)
    #expect(turnout.cast == Column(values: [20, 30]))
    #expect(turnout.shares.map { $0?.description } == ["12.50", nil])
    #expect(turnout.names == [Text(en: "North", es: "Norte"), Text("Sur")])
    #expect(turnout.words == [nil, "fine"] && turnout.moods == [.tense, nil])
    #expect(turnout.hours == [Instant(rfc3339: "2018-07-01T10:00:00Z"), nil])
  }

  /// Every kind is held to the rules of publication, also one that says nothing of them.
  @Test func whenRowsBecameKnownIsCheckedForEveryKind() {
    let problems = KindSample().problems(
      .turnout, "station,cast,published,published_to\n1,20,2018-07-01,2018-07-01T10:00:00Z\n")
    #expect(problems.map(\.code) == ["K101"])
    #expect(problems.map(\.datum?.value) == ["2018-07-01"])
  }

  @Test(arguments: ["bulletins", "claims", "sheets", "stations", "area_totals"])
  func noColumnOfASharedKindStandsTwice(id: String) throws {
    let kind = try #require(sharedKinds.first { $0.id == id })
    let names = kind.columns(for: DatasetDeclaration(contest: KindSample().contest, areas: ["area"])).map(\.name)
    #expect(Set(names).count == names.count && names.contains("published_to"))
  }
}
