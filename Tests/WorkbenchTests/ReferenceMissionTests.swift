import BuiltIn
import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import Workbench

private func referenceMission() throws -> ScratchWorkspace { try ScratchWorkspace.mission("honduras_2017") }

private let (november, december) = ("preliminary_28_november", "preliminary_20_december")

private func page(_ scratch: ScratchWorkspace, _ draft: String, _ language: Language) throws -> String {
  try scratch.text("results/\(draft)/\(language.rawValue).html")
}

/// The analyses that bound values of a page's body belong to, inside marked places and outside them.
private func bound(_ html: String) -> (marked: Set<String>, unmarked: Set<String>) {
  var found: (marked: Set<String>, unmarked: Set<String>) = ([], [])
  let body = html.firstRange(of: "class=\"sources\"").map { html[..<$0.lowerBound] } ?? html[...]
  for (index, stretch) in body.pieces(between: "<mark class=\"stale\">").enumerated() {
    let parts = index == 0 ? ["", stretch] : stretch.pieces(between: "</mark>")
    found.marked.formUnion(analyses(parts[0]))
    found.unmarked.formUnion(parts.dropFirst().flatMap(analyses))
  }
  return found
}

/// The analyses of the values in a stretch; a figure is marked as a whole, by the box around it.
private func analyses(_ html: Substring) -> [String] {
  let pieces = html.pieces(between: "data-analysis=\"")
  return zip(pieces, pieces.dropFirst()).filter { !$0.0.hasSuffix("<figure ") }.map {
    String($0.1.prefix { $0 != "\"" })
  }
}

extension Substring {
  fileprivate func pieces(between separator: String) -> [Substring] {
    var (out, rest) = ([] as [Substring], self)
    while let range = rest.firstRange(of: separator) {
      out.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return out + [rest]
  }
}

@Suite struct ReferenceMissionTests {
  @Test func theEarlyEditionHoldsNothingThatCameLater() async throws {
    let scratch = try referenceMission()
    let workbench = try scratch.workbench(builtInModules)
    let reports = try await workbench.run(try workbench.plan())
    #expect(reports.allSatisfy { $0.status == .ran }, "\(reports.flatMap(\.problems).map(\.message))")
    let drafts = try await workbench.run(try workbench.planDrafts())
    #expect(drafts.allSatisfy { $0.status == .ran }, "\(drafts.flatMap(\.problems).map(\.message))")

    let early = try #require(Instant(rfc3339: "2017-11-28T00:00:00-06:00"))
    let then = reports.filter { $0.step.asOf == early }.flatMap(\.outcome.findings)
    #expect(
      Set(then.map(\.code))
        == [
          "lead", "lead_in_shares", "needed_margin", "open_outcome", "open_silence", "possible_silence", "promise_open",
        ])
    #expect(
      Set(then.flatMap(\.evidence).flatMap(\.rows)) == ["first", "monday", "results_promised_thursday"])

    for language in Language.allCases {
      let (first, later) = (prose(try page(scratch, november, language)), prose(try page(scratch, december, language)))
      func number(_ value: Int) -> String { language.number(value) }
      #expect(first.contains(number(93_975)) && first.contains("57.94%"))
      // Figures that only became known later: in the later edition, absent from the early one.
      for figure in [48_388, 16_679, 32_284, 50_446, 126_259, 4753, 18_128, 141] {
        #expect(later.contains(number(figure)), "\(figure)")
        #expect(!first.contains(number(figure)), "\(figure)")
      }
      for word in language == .english ? ["recount", "killed"] : ["recuento", "muertas"] {
        #expect(later.lowercased().contains(word), "\(word)")
        #expect(!first.lowercased().contains(word), "\(word)")
      }
      #expect(Wording.slips(in: first).isEmpty, "\(Wording.slips(in: first))")
      #expect(Wording.slips(in: later).isEmpty, "\(Wording.slips(in: later))")
    }
  }

  /// Sources are named, quotation marks stand around verbatim words alone, and a draft binds a quote that nothing
  /// contradicts.
  @Test func pagesNameSourcesAndQuoteNobodyElse() async throws {
    let scratch = try referenceMission()
    let workspace = try scratch.text("veedor.yaml")
    try scratch.write(
      workspace.replacing(
        "drafts:\n",
        with: "drafts:\n  quoted: {template: {en: drafts/q.md, es: drafts/q.md}, uses: [contradictions, statements]}\n"),
      to: "veedor.yaml")
    try scratch.write(
      "{{contradictions.quote[us_29_nov].quote}}\n\n{{table statements.statements}}\n", to: "drafts/q.md")
    let workbench = try scratch.workbench(builtInModules)
    _ = try await workbench.run(try workbench.plan())
    let drafts = try await workbench.run(try workbench.planDrafts())
    #expect(drafts.allSatisfy { $0.status == .ran }, "\(drafts.flatMap(\.problems).map(\.message))")
    #expect(prose(try page(scratch, "quoted", .english)).contains("“[I]t is critical that Honduran election"))
    #expect(prose(try page(scratch, "quoted", .spanish)).contains("interferencias» (traducción del inglés)"))

    let keys = try scratch.text("data/sources.csv").split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",").first
    }
    let quotes = try scratch.text("data/claims.csv") + scratch.text("data/casualty_claims.csv")
    for language in Language.allCases {
      for draft in [november, december, "quoted"] {
        let text = prose(try page(scratch, draft, language))
        for key in keys where key.contains("_") { #expect(!text.contains(key), "\(key)") }
        let (open, close): (Character, Character) = language == .english ? ("“", "”") : ("«", "»")
        let parts = text.split(separator: open, omittingEmptySubsequences: false)
        for (before, part) in zip(parts, parts.dropFirst()) {
          let words = part.prefix { $0 != close }
          // Headings of the documentation of methods stand between quotation marks too.
          #expect(before.hasSuffix(".md, ") || quotes.contains(words), "\(words)")
        }
      }
    }
  }

  @Test func noSentenceDecidesWhatAMissionCannotKnow() async throws {
    let scratch = try referenceMission()
    let workbench = try scratch.workbench(builtInModules)
    for report in try await workbench.run(try workbench.plan()) {
      for finding in report.outcome.findings {
        for language in Language.allCases {
          #expect(Wording.slips(in: finding.statement[language]).isEmpty, "\(finding.statement[language])")
          #expect(Wording.slips(in: finding.caution[language]).isEmpty, "\(finding.caution[language])")
        }
      }
    }
  }

  @Test func aChangedNumberMarksTheSentencesThatRestOnItAndNoOther() async throws {
    let scratch = try referenceMission()
    var workbench = try scratch.workbench(builtInModules)
    _ = try await workbench.run(try workbench.plan())
    _ = try await workbench.run(try workbench.planDrafts())
    let all: Set = [
      "count_line", "contradictions", "statements", "recount_special", "recount_partial", "recount_detect",
      "casualties_to_18_dec",
    ]
    #expect(bound(try page(scratch, december, .english)) == ([], all))

    let bulletins = try scratch.text("data/bulletins.csv")
    try scratch.write(String(bulletins.split(separator: "48388").joined(separator: "48389")), to: "data/bulletins.csv")
    workbench = try scratch.workbench(builtInModules)
    #expect(
      try workbench.plan().steps.filter { $0.state != .current && $0.asOf == nil }.map(\.analysis.id)
        == ["count_line", "statements", "recount_partial", "recount_detect"])
    _ = try await workbench.run(try workbench.planDrafts())
    let resting: Set = ["count_line", "statements", "recount_partial", "recount_detect"]
    let stale = try page(scratch, december, .english)
    #expect(bound(stale) == (resting, all.subtracting(resting)))
    #expect(stale[...].pieces(between: "<div class=\"stale\">").count == 2, "the one figure of a changed result")

    _ = try await workbench.run(try workbench.plan())
    workbench = try scratch.workbench(builtInModules)
    _ = try await workbench.run(try workbench.planDrafts())
    #expect(bound(try page(scratch, december, .english)) == ([], all))
    #expect(try page(scratch, december, .english).contains("48,389"))
  }

  @Test func whatIsCurrentIsLeftAlone() async throws {
    let scratch = try referenceMission()
    let workbench = try scratch.workbench(builtInModules)
    _ = try await workbench.run(try workbench.plan())
    let again = try scratch.workbench(builtInModules)
    #expect(try again.plan().steps.allSatisfy { $0.state == .current })
    #expect(try await again.run(try again.plan()).allSatisfy { $0.status == .cached })
    try scratch.write("tampered", to: "results/count_line/tables/leads.csv")
    let third = try scratch.workbench(builtInModules)
    #expect(
      try third.plan().steps.first?.state
        == .due([Text(en: "its files were changed or are missing", es: "sus archivos se cambiaron o faltan")]))
  }
}
