import Files
import ModuleKit
import Parallel
import Workspaces

/// Runs plans: a step becomes a job, an executor runs it, the store keeps what came out.
struct Runner: Sendable {
  let folder: WorkspaceFolder
  let planner: Planner
  let jobs: JobMaker
  let executor: any JobExecutor
  /// How many jobs may run at once.
  var width = ProcessorCount.online

  /// Runs what a plan says is due: independent steps at once, each failure alone.
  ///
  /// `progress` is told the number of steps done, of all steps, and the name of the last one.
  /// - Throws: ``RunMessage/busy`` where another run holds the workspace; file errors of the folder itself.
  func run(_ plan: Plan, progress: @escaping @Sendable (Int, Int, String) -> Void) async throws -> [StepReport] {
    guard plan.steps.contains(where: { $0.state != .current }) else {
      let leftovers = Leftovers(in: folder.home)
      if !leftovers.isEmpty, let lock = try? folder.privateFolder.lockForRun() {
        withExtendedLifetime(lock) { leftovers.remove() }
      }
      return try plan.steps.map(cached)
    }
    let lock = try folder.privateFolder.lockForRun()
    Leftovers(in: folder.home).remove()
    let record = RunCircumstances.begin()
    let reports = try await runSteps(of: plan, progress)
    withExtendedLifetime(lock) {
      folder.saveDigests()
      record.end(reports, in: folder.privateFolder)
    }
    return reports
  }

  private func runSteps(
    of plan: Plan, _ progress: @escaping @Sendable (Int, Int, String) -> Void
  ) async throws -> [StepReport] {
    var schedule = Schedule(plan)
    func end(_ report: StepReport) {
      schedule.end(report)
      progress(schedule.progress.done, schedule.progress.all, report.step.analysis.id)
    }
    try await withThrowingTaskGroup(of: StepReport.self) { group in
      var running = 0
      func startReady() throws {
        while running < width, let step = schedule.next() {
          if step.state == .current {
            end(try cached(step))
          } else if let broken = schedule.broken(step) {
            let problem = Diagnostic(RunMessage.skipped(waitsFor: broken.analysis))
            end(StepReport(step: step, status: .skipped, outcome: Outcome(), problems: [problem]))
          } else {
            running += 1
            group.addTask { await run(step) }
          }
        }
      }
      try startReady()
      while let report = try await group.next() {
        running -= 1
        end(report)
        try startReady()
      }
    }
    return schedule.ended
  }

  private func cached(_ step: Plan.Step) throws -> StepReport {
    let outcome = try planner.store.outcome(step.place, step.analysis.operation)
    return StepReport(step: step, status: .cached, outcome: outcome, problems: [])
  }

  /// Runs one step and keeps its result; what goes wrong is part of the report.
  private func run(_ step: Plan.Step) async -> StepReport {
    let store = planner.store
    do {
      var seen: Planner.Seen = [:]
      let key = try planner.key(step.analysis, asOf: step.asOf, &seen)
      do {
        let job = try await jobs.job(step, key: key, seen)
        let received = try planner.received(step)
        let outcome = try await executor.run(job)
        let kept = try store.write(outcome, key: key, filtered: job.filtered, at: step.place)
        let confirms = try received.map { try store.record(step.place)?.outputs == $0.outputs }
        return StepReport(
          step: step, status: .ran, outcome: outcome, problems: kept.map { Diagnostic($0) }, confirms: confirms)
      } catch {
        let problems = Diagnostic.all(of: error)
        let kept = try store.write(failure: problems.map(\.message), key: key, at: step.place).map { Diagnostic($0) }
        return StepReport(step: step, status: .failed, outcome: Outcome(), problems: problems + kept)
      }
    } catch {
      return StepReport(step: step, status: .failed, outcome: Outcome(), problems: Diagnostic.all(of: error))
    }
  }
}
