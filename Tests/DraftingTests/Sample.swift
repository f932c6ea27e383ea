import Diagnostics
import Drafting
import Language

/// Results such as the timeline of a count gives, made up for these tests.
enum Sample {
  static func edition(
    _ language: Language = .english, status: BoundResult.Status = .current, without codes: Set<String> = [],
    notice: String = "Made up for tests; issued by no mission", asOf: Bool = true
  ) -> Edition {
    let time = Edition.AsOf(text: "28 November 2017, 00:00 (UTC−06:00)", machine: "2017-11-28T00:00:00-06:00")
    return Edition(
      language: language, title: "Honduras, general election 2017", electionDay: "26 November 2017", notice: notice,
      asOf: asOf ? time : nil,
      results: [
        countLine(status: status, without: codes),
        BoundResult(
          analysis: "claims", operation: "counts.claims",
          declared: [DeclaredFinding("tension", quantities: ["difference"])],
          findings: [
            BoundFinding(
              code: "tension", subject: "first", statement: "Two sources differ by 10 votes.",
              caution: "Either may err.",
              method: "Difference", basis: "reported", quantities: ["difference": votes("10")])
          ]),
      ])
  }

  static func votes(_ text: String) -> BoundQuantity {
    BoundQuantity(
      text: text + " votes", value: text + " votes", bare: text,
      machine: String(text.filter { $0 != "," }))
  }

  static let gap = BoundQuantity(
    text: "30 to 42 hours", low: "30 hours", high: "42 hours", bare: "30 to 42", machine: "30/42",
    interval: "hard bound: the earlier bulletin is known to within 6 hours")

  static func step(_ subject: String, _ text: String) -> BoundFinding {
    BoundFinding(
      code: "lead_step", subject: subject, statement: "The lead changed by \(text) votes.",
      caution: "The order of counting alone can do this.", method: "Differences of the published leads",
      basis: "reported by press", quantities: ["votes": votes(text)], words: ["leader": "Ana <b> & \"Co\""],
      evidence: [BoundEvidence(dataset: "bulletins", rows: ["first", subject], sources: ["press"])])
  }

  static func countLine(status: BoundResult.Status, without codes: Set<String> = []) -> BoundResult {
    let silence = BoundFinding(
      code: "silence", subject: "first_to_second", statement: "No results were published for 30 to 42 hours.",
      caution: "A silence alone shows no manipulation.",
      method: "Interval between bulletins, against a fixed threshold",
      basis: "reported by press", quantities: ["gap": gap],
      evidence: [BoundEvidence(dataset: "bulletins", rows: ["first", "second"], sources: ["press"])])
    let identity = BoundFinding(
      code: "identity", subject: "rest", statement: "The rest follows from an assumption.", caution: "Not a finding.",
      method: "Identity", basis: "reported", isAnnex: true, quantities: ["margin": gap])
    let findings = [silence, identity, step("second", "−45,587"), step("third", "−31,709")]
    let isPresent = status == .current || status == .stale
    return BoundResult(
      analysis: "count_line", operation: "counts.timeline", status: status,
      declared: [
        DeclaredFinding("silence", quantities: ["gap", "longest"]),
        DeclaredFinding("lead_step", quantities: ["votes"], words: ["leader"]),
        DeclaredFinding("lead_reversal", quantities: ["votes"]),
        DeclaredFinding("identity", quantities: ["margin"], isAnnex: true),
      ],
      declaredFigures: ["lead", "needed"], declaredTables: ["gaps", "needs"],
      findings: isPresent ? findings.filter { !codes.contains($0.code) } : [],
      figures: isPresent ? ["lead": BoundFigure(svg: drawing, caption: "The lead shrinks.")] : [:],
      tables: isPresent
        ? [
          "gaps": BoundTable(
            caption: "Gaps <between> bulletins", headings: ["from", "hours"], numeric: [false, true],
            rows: [["first & second", "30 to 42"]])
        ] : [:])
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
