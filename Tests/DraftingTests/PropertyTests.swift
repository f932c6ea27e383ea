import ModuleKit
import Testing

@testable import Drafting

/// A small generator, the same on every machine.
private struct Chance {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
  mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }
}

private let hostile = [
  "<script>alert(1)</script>", "\"><img src=x onerror=y>", "'><svg/onload=x>", "</style><script>", "</title>", "&lt;",
  "*a*",
  "[x](javascript:y)", "{{count_line.silence.gap}}", "]]>", "<!--", "-->", "\u{0}", "\n\n# h", "`", "\\", "\u{202E}",
  "|",
  "${x}", "javascript:x", "\"; } @import url(x); .a { content: \"", "</data>", "ñ",
]

/// The tags of a document, in order, without what only text can hold.
private func tags(_ html: String) -> [String] {
  html.split(separator: "<").dropFirst().map { String($0.prefix { $0 != " " && $0 != ">" && $0 != "\n" }) }
}

@Test func noValueBringsMarkup() throws {
  var chance = Chance(57)
  let template = """
    # A {{mission.title}} {{mission.notice}} {{mission.election_day}} {{draft.as_of}}

    {{#count_line.lead_step}}{{.leader}} *{{.votes}}* {{.subject}} {{.statement}} {{.caution}}{{/count_line.lead_step}}

    | a {{count_line.silence.gap}} | {{count_line.silence.method}} |
    |---|---|
    | [b {{count_line.silence.gap \\| low}}](https://example.org) | c |

    {{figure count_line.lead}}

    {{table count_line.gaps}}
    """
  func edition(_ base: () -> String, _ status: StoredResult.Status) -> Edition {
    // No two texts are the same: what several findings share is written once.
    var count = 0
    func text() -> String {
      count += 1
      return base() + "\(count)"
    }
    var edition = Sample.edition(status: status, notice: "n" + text())
    edition.context.mission.title = Text(text())
    var result = edition.results[0]
    result.operation.id = text()
    for index in result.operation.findings.indices { result.operation.findings[index].method = Text(text()) }
    for index in result.operation.figures.indices { result.operation.figures[index].title = Text("c" + text()) }
    for index in result.operation.tables.indices {
      result.operation.tables[index].title = Text("c" + text())
      result.operation.tables[index].columns[0].heading = Text(text())
    }
    if let table = try? Sample.gaps.table(of: [(text(), 1)]) { result.outcome.add(Artefact(table: "gaps", table)) }
    for (index, var finding) in result.outcome.findings.enumerated() {
      let unit = Unit("u", one: Text(text()), other: Text(text()))
      (finding.subject, finding.statement, finding.caution) = ("\(index)" + text(), Text(text()), Text(text()))
      finding.values = finding.values.mapValues {
        Quantity($0.value, unit, low: $0.low, high: $0.high, interval: $0.interval)
      }
      finding.words = finding.words.mapValues { _ in Text(text()) }
      let citation = Citation(
        CitedSource(text(), label: Text(text())), url: "https://example.org/" + text(), note: Text(text()))
      finding.evidence = [Evidence(dataset: text(), rows: [RowKey(text())], citations: [citation], basis: .reported)]
      result.outcome.findings[index] = finding
    }
    edition.results[0] = result
    return edition
  }
  for status in [StoredResult.Status.current, .stale] {
    let plain = DraftPage(template: template.utf8, name: "d", edition: edition({ "plain" }, status))
    let expected = tags(plain.html ?? "none")
    for _ in 0..<25 {
      let draft = DraftPage(
        template: template.utf8, name: "d",
        edition: edition({ (0..<(1 + chance.below(3))).map { _ in chance.pick(hostile) }.joined() + "x" }, status))
      try #require(draft.diagnostics.isEmpty)
      // A value may be cut into sentences elsewhere, so that with marks only the kinds of tags stay the same.
      let found = tags(draft.html ?? "")
      #expect(status == .current ? found == expected : Set(found) == Set(expected))
      #expect(draft.html?.contains("<script") == false)
    }
  }
}

/// A template of random sentences, and for each whether it is bound to `count_line`.
private func sentences(_ chance: inout Chance) -> [(text: String, isBound: Bool)] {
  let plain = [
    "Nothing happened here.", "Did the court *speak*?", "The **count** went on!", "Both waited; neither left.",
  ]
  let bound = [
    "It took {{count_line.silence.gap}}.", "Was it *{{count_line.silence.gap | low}}* long?",
    "{{count_line.silence.statement}}", "No less than **{{count_line.silence.gap | bare}}** passed!",
    "{{count_line.lead_step[third].votes}} were needed.",
  ]
  let other = ["They differ by {{claims.tension.difference}}.", "{{claims.tension.statement}}"]
  return (0..<(1 + chance.below(12))).map { _ in
    switch chance.below(3) {
    case 0: (chance.pick(plain), false)
    case 1: (chance.pick(bound), true)
    default: (chance.pick(other), false)
    }
  }
}

@Test func aStaleAnalysisMarksExactlyItsSentences() {
  var chance = Chance(1711)
  for _ in 0..<150 {
    let all = sentences(&chance)
    let template = all.map(\.text).reduce("") {
      $0 + ($0.isEmpty ? "" : chance.pick([" ", "\n", "\n\n", "\n\n- "])) + $1
    }
    let current = DraftPage(template: template.utf8, name: "d", edition: Sample.edition())
    let draft = DraftPage(template: template.utf8, name: "d", edition: Sample.edition(status: .stale))
    #expect(current.marked == 0)
    #expect(draft.marked == all.count { $0.isBound }, "\(template)")
    let marked = (draft.html ?? "").split(separator: "<mark class=\"stale\">").dropFirst()
      .map { $0.prefix(upTo: $0.firstRange(of: "</mark>")?.lowerBound ?? $0.endIndex) }
    #expect(marked.count == draft.marked)
    #expect(
      marked.allSatisfy { $0.contains("data-analysis=\"count_line\"") && !$0.contains("data-analysis=\"claims\"") })
  }
}

@Test func removingAFindingRemovesExactlyItsSections() {
  var chance = Chance(2017)
  let codes = ["silence", "lead_step"]
  for _ in 0..<150 {
    var (all, without) = ("", "")
    let removed = chance.pick(codes)
    for index in 0..<(1 + chance.below(8)) {
      let word = String(repeating: "n", count: index + 1)
      let code = chance.pick(codes)
      let isInverted = chance.below(4) == 0
      let isKept = isInverted == (code == removed)
      let inner = "Some *\(word)* words."
      switch chance.below(3) {
      case 0:
        (all, without) = (all + "Plain \(word).\n\n", without + "Plain \(word).\n\n")
      case 1:
        all +=
          "{{\(isInverted ? "^" : "#")count_line.\(code)}}\n\n\(inner)\n\n> and more\n\n{{/count_line.\(code)}}\n\n"
        if isKept {
          without +=
            "{{\(isInverted ? "^" : "#")count_line.\(code)}}\n\n\(inner)\n\n> and more\n\n{{/count_line.\(code)}}\n\n"
        }
      default:
        all += "Keep {{\(isInverted ? "^" : "#")count_line.\(code)}}\(inner){{/count_line.\(code)}} this.\n\n"
        without +=
          isKept
          ? "Keep {{\(isInverted ? "^" : "#")count_line.\(code)}}\(inner){{/count_line.\(code)}} this.\n\n"
          : "Keep  this.\n\n"
      }
    }
    let edition = Sample.edition(without: [removed])
    #expect(visible(body(all, edition)) == visible(body(without, edition)), "\(all)")
  }
}

@Test func randomTemplatesNeverCrash() {
  var chance = Chance(31)
  let parts = [
    "{{", "}}", "{{#count_line.silence}}", "{{/count_line.silence}}", "{{^count_line.silence}}", "{{.gap}}", "\n\n",
    "- ", "> ",
    "*", "**", "| a |\n|---|\n", "[^1]", "\n[^1]: ", "{{count_line.silence.gap}}", " ", ". ", "a", "Ñ", "{{#annex}}",
    "{{/annex}}",
    "{{figure count_line.lead}}", "`", "[", "](https://e.org)", "{{count_line.lead_step[third].votes | bare}}", "# ",
    "\n",
  ]
  for _ in 0..<1500 {
    let text = (0..<chance.below(24)).map { _ in chance.pick(parts) }.joined()
    let draft = DraftPage(
      template: text.utf8, name: "d", edition: Sample.edition(status: chance.pick([.current, .stale, .failed])))
    #expect((draft.html == nil) == !draft.diagnostics.isEmpty)
  }
}
