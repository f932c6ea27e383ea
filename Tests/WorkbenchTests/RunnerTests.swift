import Files
import ModuleKit
import Synchronization
import TestSupport
import Testing
import Workspaces

@testable import Workbench

/// An executor that runs nothing: it notes the jobs it is given, and answers as it is told.
private final class ScriptedExecutor: JobExecutor {
  private let given = Mutex<[Job]>([])
  private let answer: @Sendable (String) async throws -> Outcome

  /// Answers each job by the name that its analysis gives it.
  init(_ answer: @escaping @Sendable (String) async throws -> Outcome = { _ in Outcome() }) { self.answer = answer }

  var jobs: [Job] { given.withLock { $0 } }
  var names: [String] { jobs.map { $0.request.parameters["name"]?.string ?? "" } }

  func run(_ job: Job) async throws -> Outcome {
    given.withLock { $0.append(job) }
    return try await answer(job.request.parameters["name"]?.string ?? "")
  }
}

/// Lets nobody through before `count` have come.
private actor Gate {
  private var missing: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { missing = count }

  func pass() async {
    missing -= 1
    guard missing > 0 else {
      waiting.forEach { $0.resume() }
      waiting = []
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }
}

@Suite struct RunnerTests {
  private func statuses(_ reports: [StepReport]) -> [String] { reports.map { "\($0.step.analysis.id) \($0.status)" } }

  @Test func stepsBecomeJobsAndTheirResultsAreKept() async throws {
    let (workspace, executor) = (try NotesWorkspace(), ScriptedExecutor())
    #expect(statuses(try await workspace.run(executor)) == ["first ran", "second ran", "third ran", "page ran"])
    #expect(executor.names == ["first", "second", "third", ""])
    let planner = try workspace.planner()
    for (job, name) in zip(executor.jobs, ["first", "second", "third", "page"]) {
      #expect(job.key == (try planner.key(name)), "\(name)")
      #expect(job.context.seed == job.key.seed && job.module == "notes")
      #expect(try planner.standing(planner.analysis(name), asOf: nil).status == .current)
    }
    #expect(executor.jobs[0].request.inputs["claims"]?.source.table.rowCount == 1)
    #expect(executor.jobs[1].request.results.map(\.analysis) == ["first"])
    #expect(executor.jobs[1].request.results.map(\.status) == [.current])
    #expect(executor.jobs[2].request.parameters == ["name": "third", "silence": "6h"])
    #expect(
      executor.jobs[3].request.files == ["template": [.english: TextFile(path: "drafts/page.md", text: "# Page\n")]])
    let again = ScriptedExecutor()
    #expect(
      statuses(try await workspace.run(again)) == ["first cached", "second cached", "third cached", "page cached"])
    #expect(again.jobs.isEmpty)
  }

  @Test func aFailureIsOneOfItsOwn() async throws {
    let workspace = try NotesWorkspace()
    let executor = ScriptedExecutor { name in
      guard name != "first" else { throw DiagnosticsError(KitMessage.missingFile("map")) }
      return Outcome()
    }
    let reports = try await workspace.run(executor)
    #expect(statuses(reports) == ["first failed", "second skipped", "third ran", "page ran"])
    #expect(reports[0].problems.map(\.message) == ["file 'map' is missing"])
    #expect(reports[1].problems.map { "\($0.code) \($0.message)" } == ["R006 skipped, since 'first' failed"])
    #expect(executor.names == ["first", "third", ""])
    // The page states what is there, with its mark.
    #expect(executor.jobs.last?.request.results.map(\.status) == [.missing])
    #expect(try workspace.scratch.text("results/first/record.json").contains("file 'map' is missing"))
    // What failed is tried again, what ran is not.
    let again = ScriptedExecutor()
    #expect(statuses(try await workspace.run(again)) == ["first ran", "second ran", "third cached", "page ran"])
    #expect(again.jobs.last?.request.results.map(\.status) == [.current])
  }

  @Test func dataThatCannotBeReadFailsItsStepAlone() async throws {
    let (workspace, executor) = (try NotesWorkspace(), ScriptedExecutor())
    try workspace.scratch.write("id\n", to: "data/claims.csv")
    let reports = try await workspace.run(executor)
    #expect(statuses(reports) == ["first failed", "second skipped", "third ran", "page ran"])
    #expect(reports[0].problems.map(\.location?.file) == ["data/claims.csv"])
    #expect(executor.names == ["third", ""])
  }

  @Test func whatAnEarlierRunLeftMakesWay() async throws {
    let workspace = try NotesWorkspace()
    var outcome = Outcome()
    outcome.add(figure: "map", Text("<svg/>"))
    let drawing = outcome
    _ = try await workspace.run(ScriptedExecutor { _ in drawing })
    #expect(try workspace.scratch.text("results/third/figures/map.en.svg") == "<svg/>")
    try workspace.scratch.write("id,source\nc1,oas\n", to: "data/claims.csv")
    _ = try await workspace.run(ScriptedExecutor { _ in throw DiagnosticsError(KitMessage.missingFile("map")) })
    let folder = try Folder(path: workspace.scratch.path)
    #expect(try folder.folder("results/first").files() == ["record.json"])
    #expect(try folder.folder("results/third").files().contains("figures/map.en.svg"))
  }

  @Test(.timeLimit(.minutes(30))) func independentStepsGoAtOnce() async throws {
    let gate = Gate(2)
    let executor = ScriptedExecutor { name in
      if name == "first" || name == "third" { await gate.pass() }
      return Outcome()
    }
    let reports = try await NotesWorkspace().run(executor, width: 2)
    #expect(statuses(reports) == ["first ran", "second ran", "third ran", "page ran"])
    #expect(Set(executor.names.prefix(2)) == ["first", "third"])
  }

  @Test func noMoreGoAtOnceThanMay() async throws {
    let running = Mutex(0)
    let most = Mutex(0)
    let executor = ScriptedExecutor { _ in
      let now = running.withLock {
        $0 += 1; return $0
      }
      most.withLock { $0 = max($0, now) }
      await Task.yield()
      running.withLock { $0 -= 1 }
      return Outcome()
    }
    _ = try await NotesWorkspace().run(executor, width: 1)
    #expect(most.withLock { $0 } == 1)
  }

  @Test func progressCountsEveryStep() async throws {
    let workspace = try NotesWorkspace()
    try workspace.planner().keep("third")
    let told = Mutex<[String]>([])
    let runner = try workspace.runner(
      ScriptedExecutor { name in
        guard name != "first" else { throw DiagnosticsError(KitMessage.missingFile("map")) }
        return Outcome()
      })
    _ = try await runner.run(runner.planner.plan([], asOf: nil)) { done, all, name in
      told.withLock { $0.append("\(done)/\(all) \(name)") }
    }
    #expect(told.withLock { $0 } == ["1/3 first", "2/3 second", "3/3 third"])
  }

  @Test func oneRunAtATime() async throws {
    let (workspace, executor) = (try NotesWorkspace(), ScriptedExecutor())
    let runner = try workspace.runner(executor)
    let lock = try runner.folder.privateFolder.lockForRun()
    let error = await #expect(throws: DiagnosticsError.self) {
      try await runner.run(runner.planner.plan([], asOf: nil)) { _, _, _ in }
    }
    withExtendedLifetime(lock) {}
    #expect(
      error?.all.map { "\($0.code) \($0.message) (\($0.hint ?? ""))" } == [
        "R003 another run is under way in this workspace (wait until it is done)"
      ])
    #expect(executor.jobs.isEmpty)
  }
}
