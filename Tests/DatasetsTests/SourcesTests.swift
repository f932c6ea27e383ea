import Datasets
import Diagnostics
import Language
import Schema
import Tables
import TestSupport
import Testing
import Times

/// The register of sources, and rows that name its keys.
@Suite struct SourcesTests {
  private static let register = """
    key,label_en,label_es,type,speaker_en,speaker_es,outlet_en,outlet_es,published,url,retrieved,language,file,\
    withdrawn,withdrawn_on
    court_post,the court's president,el presidente del tribunal,person,the president,el presidente,a network,una red,\
    2017-11-30,https://example.org/post,2017-12-02,es,copies/post.txt,deleted,2017-12-05
    story,,una noticia,media,,,,,,,,,,retracted,

    """

  private func rows(_ csv: String, _ register: Sources?) throws -> (Bulletins?, [Diagnostic]) {
    let sample = KindSample()
    let table = try DatasetKind.bulletins.reader(for: sample.contest, dataset: "counts").read(
      Array(csv.utf8), name: "counts.csv")
    var source = DatasetSource(
      dataset: "counts", file: "counts.csv", table: table, contest: sample.contest, zone: sample.zone)
    source.register = register
    do throws(DiagnosticsError) {
      return (try DatasetKind.bulletins.content(of: source) as? Bulletins, [])
    } catch {
      return (nil, error.all)
    }
  }

  @Test func readsEveryColumn() throws {
    let register = try KindSample().read(.sources, Self.register)
    let post = try #require(register["court_post"])
    #expect(register.keys == ["court_post", "story"] && register["storey"] == nil)
    #expect(post.label == Text(en: "the court's president", es: "el presidente del tribunal"))
    #expect(post.kind == .person && post.speaker?.es == "el presidente" && post.outlet?.en == "a network")
    #expect(post.publication.to == Instant(rfc3339: "2017-11-30T23:59:59-06:00"))
    #expect(post.url == "https://example.org/post" && post.retrieved == Day(iso: "2017-12-02"))
    #expect(post.language?.name == Text(en: "Spanish", es: "español") && post.file == "copies/post.txt")
    #expect(post.withdrawn == .init(.deleted, on: Day(iso: "2017-12-05")))
    let story = try #require(register["story"])
    #expect(story.label == Text("una noticia") && story.kind == .media && story.url == nil && story.file == nil)
    #expect(story.withdrawn == .init(.retracted, on: nil))
  }

  /// Nobody could know on the day of the post that it would be deleted, and nobody knows when the story was retracted.
  @Test func whatWasWithdrawnLaterWasNotKnown() throws {
    let sample = KindSample()
    let register = try sample.read(.sources, Self.register)
    func withdrawn(_ text: String) throws -> [Bool] {
      let instant = try #require(Instant(rfc3339: text))
      return register.known(at: instant, in: sample.zone).all.map { $0.withdrawn != nil }
    }
    #expect(try withdrawn("2017-12-05T23:59:58-06:00") == [false, false])
    #expect(try withdrawn("2017-12-05T23:59:59-06:00") == [true, false])
  }

  @Test func rowsAreCitedByTheRegister() throws {
    let register = try KindSample().read(.sources, Self.register)
    let (bulletins, problems) = try rows(
      """
      id,source,source_en,votes_amapola,url,note_en,note_es,note
      b1,court_post,somebody,5,,,,
      b2,story,,6,https://example.org/6,by phone,por teléfono,
      b3,story,,7,,,,as read

      """, register)
    #expect(problems.isEmpty)
    let all = try #require(bulletins?.all)
    #expect(all.map(\.provenance.sourceName.es) == ["el presidente del tribunal", "una noticia", "una noticia"])
    let citations = all.map(\.provenance.citation)
    #expect(citations.map(\.url) == ["https://example.org/post", "https://example.org/6", nil])
    #expect(citations.map(\.note) == [nil, Text(en: "by phone", es: "por teléfono"), Text("as read")])
    let evidence = try #require(bulletins?.evidence(all[2], all[0], all[2]))
    #expect(evidence.sources == ["court_post", "story"] && evidence.citations == [citations[0], citations[2]])
    #expect(Evidence(document: try Value(json: evidence.document.canonicalJSON)) == evidence)
  }

  @Test func aKeyThatTheRegisterDoesNotHave() throws {
    let register = try KindSample().read(.sources, Self.register)
    let csv = "id,source,votes_amapola\nb1,story,5\nb2,storry,6\n"
    let (none, problems) = try rows(csv, register)
    #expect(none == nil && problems.count == 1)
    let problem = try #require(problems.first)
    #expect(problem.code == "K141")
    #expect(problem.message == "row 2, column 'source': the register of sources has no 'storry'")
    #expect(problem.hint == "did you mean 'story'?")
    #expect(
      problem.datum
        == .init(dataset: "counts", row: 2, field: "source", value: "storry", rule: "source_of_register"))
    #expect(try rows(csv, nil).1.isEmpty)
    let many = (1...30).map { "b\($0),storry,\($0)\n" }.joined()
    let (_, told) = try rows("id,source,votes_amapola\n" + many, register)
    #expect(told.prefix(20).allSatisfy { $0.code == "K141" && $0.hint == "did you mean 'story'?" })
    #expect(told.dropFirst(20).map(\.message) == ["and 10 more of this kind (source_of_register), from row 21 on"])
  }

  @Test(arguments: ["", "e", "ESP", "español", "abcd", "e1", "en "])
  func whatIsNoCodeOfALanguage(code: String) { #expect(SpokenLanguage(code) == nil) }

  @Test func aLanguageWithoutANameHere() {
    #expect(
      SpokenLanguage("miq")?.name == Text(en: "the language with the code ‘miq’", es: "la lengua de código ‘miq’"))
  }

  /// A file without a track or a source is told as the dataset that it is, never by a bare key.
  @Test func datasetsWithoutASourceAreNamed() {
    func citation(_ declaration: DatasetDeclaration) -> Citation {
      DatasetSource(
        dataset: "final", file: "f.csv", table: Table(), declaration: declaration, zone: KindSample().zone
      ).citation
    }
    #expect(
      citation(DatasetDeclaration()).source.label
        == Text(en: "the dataset ‘final’", es: "el conjunto de datos ‘final’"))
    #expect(citation(DatasetDeclaration(track: .party)).source.label == Track.party.name)
    let words = Text(en: "the court", es: "el tribunal")
    #expect(citation(DatasetDeclaration(track: .party, source: words)).source.label == words)
  }
}
