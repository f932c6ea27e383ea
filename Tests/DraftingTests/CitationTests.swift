import ModuleKit
import Testing

@testable import Drafting

/// What the list of sources tells of the sources themselves.
@Suite struct CitationTests {
  private static let operation = {
    var operation = OperationManifest("claims", summary: Text("claims"))
    operation.findings = [Sample.kind("found", "It was found.", caution: "None.", method: "reading")]
    return operation
  }()

  private static func post() -> CitedSource {
    var source = CitedSource(
      "court_post", label: Text(en: "the president of the court", es: "la presidencia del tribunal"))
    source.kind = .person
    (source.speaker, source.outlet) = (
      Text(en: "the president", es: "la presidencia"), Text(en: "a network", es: "una red")
    )
    source.publication = Publication(
      from: nil, to: Instant(rfc3339: "2017-11-30T23:59:59-06:00"), basis: .stated)
    (source.url, source.language) = ("https://example.org/post?a=1&b=2", SpokenLanguage("es"))
    (source.retrieved, source.file) = (Day(iso: "2017-12-02"), "copies/post.txt")
    source.withdrawn = .init(.deleted, on: Day(iso: "2017-12-05"))
    return source
  }

  private func page(_ citations: [Citation], _ language: Language) -> String {
    let evidence = Evidence(dataset: "claims", rows: ["c1"], citations: citations, basis: .reported)
    var checked = CheckedOutcome(Self.operation)
    checked.add("found", about: "c1", [:], words: [:], from: [evidence])
    let result = StoredResult(
      analysis: "said", module: "counts", operation: Self.operation, status: .current, outcome: checked.outcome)
    return DraftPage(
      template: "{{said.found.statement}}".utf8, name: "d.md", language: language, results: [result],
      context: Sample.edition().context
    ).html ?? ""
  }

  @Test func whatIsKnownOfASourceIsTold() {
    let citation = Citation(Self.post(), note: Text(en: "read aloud", es: "leído en voz alta"))
    let time = citation.source.publication.text(in: Sample.zone)
    let link = "<a href=\"https://example.org/post?a=1&amp;b=2\" rel=\"noreferrer\">"
    let address = "&lt;https://example.org/post?a=1&amp;b=2&gt;"
    let english = """
      <h3>Sources</h3>
      <ul class="cited">
      <li>\(link)the president of the court</a> \(address): person, by office; the president; a network; \
      published \(time.en); in Spanish; retrieved on 2 December 2017; deleted on 5 December 2017; \
      captured copy: copies/post.txt. read aloud</li>

      """
    let spanish = """
      <h3>Fuentes</h3>
      <ul class="cited">
      <li>\(link)la presidencia del tribunal</a> \(address): persona, por su cargo; la presidencia; una red; \
      publicado \(time.es); en español; consultado el 2 de diciembre de 2017; borrado el 5 de diciembre de 2017; \
      copia capturada: copies/post.txt. leído en voz alta</li>

      """
    #expect(page([citation], .english).contains(english))
    #expect(page([citation], .spanish).contains(spanish))
    #expect(!page([citation], .english).contains("court_post"))
  }

  /// Nothing is told of a source of which nothing is known beyond its name.
  @Test func aNameAloneStandsWithTheBasis() {
    let html = page([Citation(CitedSource("press", label: Text("the press")))], .english)
    #expect(html.contains("<dt>Basis</dt><dd>reported by the press</dd>") && !html.contains("Sources</h3>"))
  }

  @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "//example.org", " https://example.org", "notes.html"])
  func noLinkLeadsToAnUnsafeAddress(url: String) {
    let html = page([Citation(CitedSource("press", label: Text("the press")), url: url)], .english)
    #expect(html.contains("<li>the press &lt;") && !html.contains("<a href=\"\(url)"))
  }

  @Test func ofManySourcesTheFirstOnesAreNamed() {
    let all = (10..<25).map { Citation(CitedSource("s\($0)", label: Text("source \($0)")), url: "https://e.org/\($0)") }
    let html = page(all, .english)
    #expect(html.contains("source 20, source 21 and 3 others</dd>"))
    #expect(html.components(of: "<li><a href=") == 12)
  }

  /// Of one source that many rows name, what is known is told once, with what each row adds, the first ones of many.
  @Test func aSourceIsToldOnce() {
    let notes = (10..<25).map { Citation(Self.post(), note: Text("page \($0)")) }
    let html = page(notes + notes, .english)
    #expect(html.components(of: "the president of the court</a>") == 1)
    #expect(html.components(of: "deleted on 5 December 2017") == 1)
    #expect(html.contains("page 10; page 11;") && html.contains("; page 21; 3 others</li>"))
  }

  /// Notes that are sentences stand one behind the other.
  @Test func notesOfSentences() {
    let notes = ["Read aloud.", "The hour is inferred."].map { Citation(Self.post(), note: Text($0)) }
    #expect(page(notes, .english).contains("copies/post.txt. Read aloud. The hour is inferred.</li>"))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
