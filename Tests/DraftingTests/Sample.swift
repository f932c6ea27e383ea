import ModuleKit

@testable import Drafting

/// What a draft is filled from, and in which language.
struct Edition {
  var language: Language
  var results: [StoredResult]
  var context: Context
}

extension DraftPage {
  init(template: some Sequence<UInt8>, name: String, edition: Edition) {
    self.init(
      template: template, name: name, language: edition.language, results: edition.results, context: edition.context)
  }
}

/// Results such as the timeline of a count gives, made up for these tests.
enum Sample {
  static func edition(
    _ language: Language = .english, status: StoredResult.Status = .current, without codes: Set<String> = [],
    notice: String? = "Made up for tests; issued by no mission", asOf: Bool = true
  ) -> Edition {
    let mission = Mission(
      id: "test", title: Text("Honduras, general election 2017"), electionDay: Day(ordinal: 17_496), zone: zone,
      languages: Language.allCases, notice: notice.map { Text($0) })
    let instant = Instant(rfc3339: "2017-11-28T00:00:00-06:00")
    return Edition(
      language: language, results: [countLine(status: status, without: codes), claims],
      context: Context(mission: mission, asOf: asOf ? instant : nil))
  }

  static var zone: Zone {
    guard let zone = Zone("America/Tegucigalpa") else { preconditionFailure("every machine knows this zone") }
    return zone
  }

  /// A kind of finding that says `statement`.
  static func kind(
    _ code: String, _ statement: String, caution: String, method: String, numbers: [String: Unit] = [:],
    words: [String] = [], tier: Tier = .fact, placement: Placement = .body
  ) -> DeclaredFinding {
    DeclaredFinding(
      code, .notice, tier: tier, placement: placement, Text(statement), caution: Text(caution), method: Text(method),
      numbers: numbers.sorted { $0.key < $1.key }.map { .init($0.key, $0.value, Text("the \($0.key)")) }, words: words)
  }

  static let press = Evidence(dataset: "bulletins", rows: ["first", "second"], sources: ["press"], basis: .reported)

  private static var claims: StoredResult {
    var operation = OperationManifest("claims", summary: Text("claims"))
    operation.findings = [
      kind(
        "tension", "Two sources differ by {difference}.", caution: "Either may err.", method: "Difference",
        numbers: ["difference": .votes])
    ]
    var checked = CheckedOutcome(operation)
    checked.add("tension", about: "first", ["difference": Quantity(10, .votes)], words: [:], from: [])
    return StoredResult(
      analysis: "claims", module: "counts", operation: operation, status: .current, outcome: checked.outcome)
  }

  /// The table of the results.
  static let gaps = TableKind<(from: String, hours: Double)>(
    "gaps", Text("Gaps <between> bulletins"),
    columns: [.init("from", Text("from")) { $0.from }, .init("hours", Text("hours")) { $0.hours }])

  /// What `counts.timeline` could declare.
  private static var timeline: OperationManifest {
    var operation = OperationManifest("timeline", summary: Text("timeline"))
    operation.findings = [
      kind(
        "silence", "No results were published for {gap}.", caution: "A silence alone shows no manipulation.",
        method: "Interval between bulletins, against a fixed threshold",
        numbers: ["gap": .hours, "longest": .hours]),
      kind(
        "lead_step", "The lead changed by {votes}.", caution: "The order of counting alone can do this.",
        method: "Differences of the published leads", numbers: ["votes": .votes], words: ["leader"]),
      kind("lead_reversal", "The lead changed sides.", caution: "None.", method: "Signs", numbers: ["votes": .votes]),
      kind(
        "identity", "The rest follows from an assumption.", caution: "Not a finding.", method: "Identity",
        numbers: ["margin": .hours], placement: .annex),
    ]
    operation.figures = [
      FigureKind("lead", Text("The lead shrinks.")), FigureKind("needed", Text("What was needed.")),
    ]
    operation.tables = [
      gaps.declared,
      DeclaredTable("needs", Text("Needs"), columns: [.init("votes", .integer, Text("votes"))]),
    ]
    return operation
  }

  private static func countLine(status: StoredResult.Status, without codes: Set<String>) -> StoredResult {
    let operation = timeline
    var checked = CheckedOutcome(operation)
    let gap = Quantity(nil, .hours, low: 30, high: 42, interval: .hardBound)
    func add(_ code: String, _ subject: String, _ values: [String: Quantity], _ words: [String: Text] = [:]) {
      if !codes.contains(code) { checked.add(code, about: subject, values, words: words, from: [press]) }
    }
    let leader = ["leader": Text("Ana <b> & \"Co\"")]
    add("silence", "first_to_second", ["gap": gap])
    add("identity", "rest", ["margin": gap])
    add("lead_step", "second", ["votes": Quantity(-45_587, .votes)], leader)
    add("lead_step", "third", ["votes": Quantity(-31_709, .votes)], leader)
    checked.add(figure: Text(drawing), as: "lead")
    guard let gaps = try? Self.gaps.table(of: [("first & second", 36.5)]) else {
      preconditionFailure("the cells are those of the columns")
    }
    checked.add(table: gaps, as: "gaps")
    let isPresent = [.current, .stale, .received].contains(status)
    return StoredResult(
      analysis: "count_line", module: "counts", operation: operation, status: status,
      outcome: isPresent ? checked.outcome : Outcome())
  }

  static let drawing = """
    <svg xmlns="http://www.w3.org/2000/svg" id="fig-lead" role="img" aria-labelledby="fig-lead-title" viewBox="0 0 9 9">
    <title id="fig-lead-title">Lead &amp; time</title><style>#fig-lead{fill:#fff}
    @media (prefers-color-scheme:dark){#fig-lead{fill:#000}}
    #fig-lead .v-a,#fig-lead text{font-family:"Segoe UI"}</style>
    <defs><pattern id="h"/></defs><rect width="9" height="9" fill="url(#h)"/></svg>
    """
}

/// The page's own part of the document: between the masthead and the list of sources, on lines of their own.
func body(_ template: String, _ edition: Edition = Sample.edition()) -> String {
  let draft = DraftPage(template: template.utf8, name: "draft.md", edition: edition)
  guard let html = draft.html else { return draft.diagnostics.map { $0.rendered() }.joined(separator: "\n") }
  guard let start = html.firstRange(of: "</header>\n"), let end = html.firstRange(of: "<section class=\"sources\"")
  else {
    return html
  }
  return String(html[start.upperBound..<end.lowerBound])
}

/// What is said about a template, as users see it.
func complaints(_ template: String, _ edition: Edition = Sample.edition()) -> String {
  let source = SourceText(name: "draft.md", template)
  return DraftPage(template: template.utf8, name: "draft.md", edition: edition).diagnostics
    .map { $0.rendered(in: source) }.joined(separator: "\n")
}

/// A body without the bindings' markup: what stands in tags is left out.
func visible(_ html: String) -> String {
  var (out, inTag) = ("", false)
  for character in html {
    switch character {
    case "<": inTag = true
    case ">": inTag = false
    default: if !inTag { out.append(character) }
    }
  }
  return out
}
