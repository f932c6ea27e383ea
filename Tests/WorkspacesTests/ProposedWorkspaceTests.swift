import BuiltIn
import Files
import Glibc
import ModuleKit
import TestSupport
import Testing

@testable import Workspaces

/// A proposal written into a workspace file: nothing else of the file changes, and what would not be sound is not written.
@Suite struct ProposedWorkspaceTests {
  private let scratch: ScratchWorkspace
  private let rows = "mesa,inscritos,Roble,Olmo\n1,300,100,50\n2,310,90,70\n"

  init() throws { scratch = try ScratchWorkspace() }

  private static let mission = """
    # the mission of a test
    veedor: 1
    mission:
      id: rehearsal
      title: Rehearsal
      election_day: 2030-02-01
      time_zone: America/Lima
      languages: [en]  # the only one

    """

  /// The workspace file with a proposal for `rows` in it.
  private func added(to text: String, known: [String: String] = [:]) async throws -> String {
    try scratch.write(text, to: "veedor.yaml")
    try scratch.write(rows, to: "data/count.csv")
    let folder = try WorkspaceFolder(path: scratch.path)
    let workspace = try #require(Workspace.read(scratch.path, modules: builtInModules).workspace)
    let proposal = try FileLook(
      "data/count.csv", in: folder, kinds: Array(Catalogue(builtInModules).kinds.values)
    ).proposal(LookAnswers(known), contests: workspace.contests, names: Set(workspace.datasets.map(\.id)))
    let proposed = try ProposedWorkspace(proposal, in: folder, modules: builtInModules)
    let problems = await proposed.problems()
    #expect(problems.isEmpty)
    try proposed.write()
    return try scratch.text("veedor.yaml")
  }

  private static let known = ["contest": "council", "rule": "plurality", "track": "official"]

  private static let contest = """
    contests:
      council:
        rule: plurality
        options:  # the 2 columns of numbers beside each other
          roble: {name: "Roble"}
          olmo: {name: "Olmo"}

    """

  private func dataset(_ name: String = "count", indent: Int = 2) -> String {
    """
    \(name):
      kind: sheets  # 2 columns of votes beside each other, one row a sheet
      path: data/count.csv
      contest: council
      track: official
      columns:
        sheet: mesa  # another on each of the 2 rows
        registered: inscritos  # by its name
        votes_roble: Roble
        votes_olmo: Olmo
      # expect: {rows: 2}  as counted here; write it where the page that published the file says so

    """.split(separator: "\n").map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
  }

  @Test func intoAFileWithoutSections() async throws {
    let contest = Self.contest.replacing(
      "    options:",
      with: "    # not sure: whether all of these are options: no total in the file says so\n    options:")
    let text = try await added(to: Self.mission, known: Self.known)
    #expect(text == Self.mission + contest + "datasets:\n" + dataset())
  }

  /// Comments, blank lines, other indents, sections behind: each stays where it was.
  @Test func behindTheLastDataset() async throws {
    let above =
      Self.mission + """

        contests:
            council:  # the only one
                rule: plurality
                options: {roble: {name: Roble}, olmo: {name: Olmo}}

        # what we have
        datasets:
            # from the board
            earlier:
                {kind: claims,
                 path: said.csv}   # two lines
                # expect: {rows: 1}

        """
    let below = """
          # not yet here

      # what we ask
      analyses: {said: {use: counts.claims, on: {claims: earlier}}}
      """
    try scratch.write("id,source\nc1,eu\n", to: "said.csv")
    #expect(try await added(to: above + below, known: Self.known) == above + dataset(indent: 4) + below)
  }

  @Test func linesEndAsThoseOfTheFile() async throws {
    let above = (Self.mission + Self.contest).replacing("\n", with: "\r\n")
    let text = try await added(to: above, known: Self.known)
    #expect(text == above + ("datasets:\n" + dataset()).replacing("\n", with: "\r\n"))
  }

  @Test func permissionsStay() async throws {
    try scratch.write(Self.mission, to: "veedor.yaml", mode: 0o600)
    _ = try await added(to: Self.mission, known: Self.known)
    var status = stat()
    #expect(stat(scratch.path + "/veedor.yaml", &status) == 0)
    try scratch.write(Self.mission, to: "veedor.yaml", mode: 0o600)
    let folder = try WorkspaceFolder(path: scratch.path)
    let proposal = try FileLook(
      "data/count.csv", in: folder, kinds: Array(Catalogue(builtInModules).kinds.values)
    ).proposal()
    try ProposedWorkspace(proposal, in: folder, modules: builtInModules).write()
    #expect(stat(scratch.path + "/veedor.yaml", &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  private func message(_ text: String, known: [String: String] = known) async -> String? {
    do {
      _ = try await added(to: text, known: known)
      return nil
    } catch let error as DiagnosticsError {
      return error.all.map { "\($0.code) \($0.message) (\($0.hint ?? ""))" }.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  /// What no line can be put into stays as it is.
  @Test func sectionsInBraces() async throws {
    try scratch.write("id,source\nc1,eu\n", to: "said.csv")
    let hint = "write its entries on lines of their own, or paste what 'veedor data look' prints"
    for section in ["datasets: {said: {kind: claims, path: said.csv}}\n", "datasets: {}\n"] {
      let text = Self.mission + Self.contest + section
      #expect(
        await message(text)
          == "W094 'datasets' is not written line by line, so that no line can be added to it (\(hint))")
      #expect(try scratch.text("veedor.yaml") == text)
    }
  }

  /// A document that ends before the file does.
  @Test func documentsThatEnd() async throws {
    let text = try await added(to: Self.mission + Self.contest + "...\n", known: Self.known)
    #expect(text == Self.mission + Self.contest + "datasets:\n" + dataset() + "...\n")
  }

  @Test func aNameThatIsTaken() async throws {
    try scratch.write("id,source\nc1,eu\n", to: "said.csv")
    let text = Self.mission + "datasets:\n  said: {kind: claims, path: said.csv}\n"
    #expect(
      await message(text, known: ["name": "said"])
        == "W093 the workspace has a dataset 'said' already (give another name with --as)")
  }

  /// Somebody saves the file while questions are answered.
  @Test func aFileThatChangedMeanwhile() async throws {
    try scratch.write(Self.mission, to: "veedor.yaml")
    try scratch.write(rows, to: "data/count.csv")
    let folder = try WorkspaceFolder(path: scratch.path)
    let proposal = try FileLook(
      "data/count.csv", in: folder, kinds: Array(Catalogue(builtInModules).kinds.values)
    ).proposal()
    let proposed = try ProposedWorkspace(proposal, in: folder, modules: builtInModules)
    try scratch.write(Self.mission + "# saved\n", to: "veedor.yaml")
    #expect(throws: FileError.changed(path: folder.path("veedor.yaml"))) { try proposed.write() }
    #expect(try scratch.text("veedor.yaml") == Self.mission + "# saved\n")
  }

  @Test func paths() throws {
    try scratch.write(rows, to: "data/count.csv")
    let folder = try WorkspaceFolder(path: scratch.path)
    #expect(folder.inner(of: scratch.path + "/data/count.csv") == "data/count.csv")
    #expect(folder.inner(of: scratch.path + "/data/../data/count.csv") == "data/count.csv")
    #expect(folder.inner(of: scratch.path + "x/count.csv") == nil)
    #expect(folder.inner(of: "/etc/passwd") == nil)
  }
}

/// What is asked on a terminal, played without one.
@Suite struct LookInterviewTests {
  private func play(_ lines: [String]) throws -> (told: [String], answers: [String: String]?) {
    let scratch = try ScratchWorkspace()
    try scratch.write("mesa,inscritos,Roble,Olmo\n1,300,100,50\n2,310,90,70\n", to: "count.csv")
    let look = try FileLook(
      "count.csv", in: WorkspaceFolder(path: scratch.path), kinds: Array(Catalogue(builtInModules).kinds.values))
    var (told, rest, last) = ([String](), lines[...], LookAnswers())
    let interview = LookInterview(
      in: .english,
      ask: {
        told.append($0); return rest.popFirst()
      }, tell: { told.append($0) })
    let proposal = try interview.proposal(LookAnswers()) { answers in
      last = answers
      return try look.proposal(answers)
    }
    return (told, proposal == nil ? nil : last.known)
  }

  @Test func oneThingAtATime() throws {
    let (told, answers) = try play(["My Council", "council", "", "preliminry", " preliminary "])
    #expect(
      told == [
        "what the contest is called?", "  [contest] ",
        "  give a name in snake_case (small letters, digits and underscores, a letter first)",
        "  [contest] ", "how the votes decide?", "  one of: plurality, majority, two_round",
        "  [plurality] ",
        "whose copy of the sheets it is?",
        "  one of: official, preliminary, party, observer, crowd",
        "  [official] ", "  did you mean 'preliminary'?", "  [official] ",
      ])
    #expect(answers == ["contest": "council", "rule": "plurality", "track": "preliminary"])
  }

  @Test func whoStopsAnswering() throws { #expect(try play(["council"]).answers == nil) }
}
