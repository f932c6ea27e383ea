import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import Workbench

@Suite struct PlannerTests {
  private func states(_ plan: Plan) -> [String] {
    plan.steps.map { step in
      if case .due(let reasons) = step.state {
        "\(step.analysis.id): \(reasons.map(\.en).joined(separator: "; "))"
      } else {
        step.analysis.id
      }
    }
  }

  @Test func stepsStandBehindThoseTheyNeed() throws {
    let planner = try NotesWorkspace().planner()
    let all = try planner.plan([], asOf: nil)
    #expect(states(all) == ["first: it has not run", "second: first must run first", "third: it has not run"])
    #expect(all.steps.map(\.needs) == [[], [ResultPlace("first")], []])
    #expect(
      states(try planner.plan(["second"], asOf: nil)) == ["first: it has not run", "second: first must run first"])
    #expect(states(try planner.plan(["third"], asOf: nil)) == ["third: it has not run"])
    // A page takes results as they are.
    let drafts = try planner.planDrafts([])
    #expect(states(drafts) == ["page: it has not run"] && drafts.steps.map(\.needs) == [[]])
  }

  @Test func whatWasMadeHereFromWhatLiesHereIsCurrent() throws {
    let workspace = try NotesWorkspace()
    let planner = try workspace.planner()
    try planner.keep("first", "second", "third", "page")
    #expect(states(try planner.plan([], asOf: nil)) == ["first", "second", "third"])
    #expect(states(try planner.planDrafts([])) == ["page"])
    #expect(states(try workspace.planner().plan([], asOf: nil)) == ["first", "second", "third"])
  }

  @Test func aPlanSaysWhatHasChanged() throws {
    let workspace = try NotesWorkspace()
    try workspace.planner().keep("first", "second", "third", "page")
    try workspace.scratch.write("id,source\nc1,oas\n", to: "data/claims.csv")
    try workspace.scratch.write("# Another page\n", to: "drafts/page.md")
    #expect(
      states(try workspace.planner().plan([], asOf: nil)) == [
        "first: input claims has changed", "second: first must run first", "third",
      ])
    #expect(
      states(try workspace.planner().planDrafts([])) == [
        "page: file template en has changed; result second has changed"
      ])
    var module = NotesModule()
    module.version = "2"
    #expect(
      states(try workspace.planner(module).plan(["third"], asOf: nil)) == ["third: its module has another version"])
  }

  /// What readers are told of a source is part of a result.
  @Test func aChangedRegisterOfSourcesIsOne() throws {
    let workspace = try NotesWorkspace(
      NotesWorkspace.sections
        .replacing("path: data/claims.csv}", with: "path: data/claims.csv, sources: sources}")
        .replacing("analyses:", with: "  sources: {kind: sources, path: data/sources.csv}\nanalyses:"))
    try workspace.scratch.write("key,label_en,type\neu,the EU mission,mission\n", to: "data/sources.csv")
    try workspace.planner().keep("first")
    #expect(states(try workspace.planner().plan(["first"], asOf: nil)) == ["first"])
    try workspace.scratch.write("key,label_en,type\neu,the mission of the EU,mission\n", to: "data/sources.csv")
    #expect(states(try workspace.planner().plan(["first"], asOf: nil)) == ["first: input claims has changed"])
  }

  @Test func aChangedParameterIsOne() throws {
    let workspace = try NotesWorkspace()
    try workspace.planner().keep("third")
    let text = try workspace.scratch.text("veedor.yaml")
    try workspace.scratch.write(
      text.replacing("name: third}", with: "name: third, silence: 360min}"), to: "veedor.yaml")
    #expect(states(try workspace.planner().plan(["third"], asOf: nil)) == ["third"])
    try workspace.scratch.write(text.replacing("name: third}", with: "name: third, silence: 8h}"), to: "veedor.yaml")
    #expect(states(try workspace.planner().plan(["third"], asOf: nil)) == ["third: its parameters have changed"])
  }

  @Test func whatCannotBeTrustedIsDue() throws {
    let workspace = try NotesWorkspace()
    let planner = try workspace.planner()
    try planner.keep("first", "third")
    try workspace.scratch.write("{}", to: "results/first/result.json")
    let (key, place) = (try planner.key("third"), ResultPlace("third"))
    try planner.store.write(failure: ["it was dark"], key: key, at: place)
    #expect(
      states(try planner.plan(["first", "third"], asOf: nil)) == [
        "first: its files were changed or are missing", "third: the last run failed",
      ])
  }

  @Test func aFileThatCannotBeDigestedIsAReason() throws {
    let workspace = try NotesWorkspace()
    let planner = try workspace.planner()
    // Held open and rewritten in place.
    try workspace.rewriteClaims("id,source\nc1,eu\nc2,oas\n")
    #expect(
      states(try planner.plan(["first"], asOf: nil)) == [
        "first: '\(workspace.scratch.path)/data/claims.csv' changed while it was read"
      ])
  }

  @Test func resultsAreMarked() throws {
    let workspace = try NotesWorkspace()
    let planner = try workspace.planner()
    try planner.keep("first", "second", "third")
    let third = try planner.analysis("third")
    func status(_ name: String) throws -> StoredResult.Status {
      try workspace.planner().standing(planner.analysis(name), asOf: nil).status
    }
    #expect(try ["first", "second", "third", "page"].map(status) == [.current, .current, .current, .missing])
    try workspace.scratch.write("id,source\nc1,oas\n", to: "data/claims.csv")
    try planner.store.write(failure: ["no"], key: planner.key("third"), at: ResultPlace(third, asOf: nil))
    // What rests on a stale result is stale as well: the mark is part of its key.
    #expect(try ["first", "second", "third"].map(status) == [.stale, .stale, .failed])
    try workspace.scratch.write("{}", to: "results/first/result.json")
    #expect(try status("first") == .altered)
    #expect(try workspace.planner().results([planner.analysis("first")])[0].status == .altered)
  }

  @Test func editionsThatDraftsReadArePlannedToo() throws {
    let sections = NotesWorkspace.sections.replacing(
      "languages: [en]}", with: "languages: [en], as_of: 2017-11-28T00:00:00-06:00}")
    let planner = try NotesWorkspace(sections).planner()
    let instant = try #require(Instant(rfc3339: "2017-11-28T06:00:00Z"))
    #expect(
      try planner.plan([], asOf: nil).steps.map(\.place) == [
        ResultPlace("first"), ResultPlace("second"), ResultPlace("third"), ResultPlace("first", asOf: instant),
        ResultPlace("second", asOf: instant),
      ])
    let draft = try #require(try planner.planDrafts([]).steps.first)
    #expect(draft.asOf == instant && draft.place.folder == "results/page")
  }

  @Test func namesThatLeadNowhereAreWrongUse() throws {
    let planner = try NotesWorkspace().planner()
    for plan in [{ try planner.plan(["thrid"], asOf: nil) }, { try planner.planDrafts(["pag"]) }] as [() throws -> Plan]
    {
      let error = #expect(throws: DiagnosticsError.self) { try plan() }
      #expect(error?.all.map(\.status) == [.usage] && error?.all.map(\.code) == ["R002"])
    }
    let error = #expect(throws: DiagnosticsError.self) { try planner.plan(["thrid"], asOf: nil) }
    #expect(
      error?.all.map(\.message) == ["the workspace has no analysis or draft 'thrid'"]
        && error?.all.map(\.hint) == ["did you mean 'third'?"])
  }

  /// Forty layers of two analyses, each of which uses both of the layer before: 2^40 ways lead to the first.
  @Test func eachAnalysisIsLookedAtOnce() throws {
    let layers = (1...40).flatMap { layer in
      ["a", "b"].map { "  \($0)\(layer): {use: notes.sum, uses: [a\(layer - 1), b\(layer - 1)]}\n" }
    }
    let sections = "analyses:\n  a0: {use: notes.count}\n  b0: {use: notes.count}\n" + layers.joined()
    let workspace = try NotesWorkspace(sections)
    let planner = try workspace.planner()
    for layer in 0...40 { try planner.keep("a\(layer)", "b\(layer)") }
    #expect(try planner.plan([], asOf: nil).steps.allSatisfy { $0.state == .current })
    let results = try planner.results(planner.workspace.analyses)
    #expect(results.count == 82 && results.allSatisfy { $0.status == .current })
  }

  /// What changes, or cannot be read, between a page's key and the page must not part the two.
  @Test func aPageHasTheMarksOfItsKey() throws {
    let workspace = try NotesWorkspace()
    let planner = try workspace.planner()
    try planner.keep("first", "second")
    let page = try planner.analysis("page")
    var seen: Planner.Seen = [:]
    let key = try planner.key(page, asOf: nil, &seen)
    #expect(key.parts["result second"]?["status"] == "current")
    try workspace.scratch.write("{}", to: "results/second/record.json")
    #expect(
      try planner.results(page.uses.compactMap(planner.workspace.analysis), asOf: nil, &seen)[0].status == .current)
    #expect(try planner.results([planner.analysis("second")])[0].status == .missing)
  }
}
