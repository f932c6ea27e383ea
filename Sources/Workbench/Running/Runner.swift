import ExternalModules
import Files
public import ModuleKit
import Workspaces

/// What became of one step of a plan.
public struct StepReport: Sendable {
  /// How the step ended.
  public enum Status: String, Sendable {
    /// It ran.
    case ran
    /// Its result was current.
    case cached
    /// It could not do its work.
    case failed
    /// Something whose result it uses failed.
    case skipped
  }

  /// The step.
  public var step: Plan.Step
  /// How it ended.
  public var status: Status
  /// What it found; empty where it failed or was skipped.
  public var outcome: Outcome
  /// Why it failed, or what it waited for in vain.
  public var problems: [Diagnostic]
}

extension Workbench {
  /// Runs what a plan says is due: independent steps at once on all cores, each failure alone.
  ///
  /// `progress` is told the number of steps done, of all steps, and the name of the last one.
  /// - Throws: ``RunMessage/busy`` where another run holds the workspace; file errors of the folder itself.
  public func run(
    _ plan: Plan, progress: @escaping @Sendable (_ done: Int, _ all: Int, _ name: String) -> Void = { _, _, _ in }
  ) async throws -> [StepReport] {
    guard plan.steps.contains(where: { $0.state != .current }) else {
      let leftovers = Leftovers(in: workspace.folder.home)
      if !leftovers.isEmpty, let lock = try? lock() { withExtendedLifetime(lock) { leftovers.remove() } }
      return try plan.steps.map { try cached($0) }
    }
    let lock = try lock()
    Leftovers(in: workspace.folder.home).remove()
    // What external modules of a killed run have left.
    try? workspace.folder.privateFolder.opened().folder(ExternalModule.outputsFolder).removeContent()
    let record = RunCircumstances.begin()
    let reports = try await runSteps(plan.steps, progress)
    withExtendedLifetime(lock) {
      save()
      record.end(reports, in: workspace.folder.privateFolder)
    }
    return reports
  }

  /// Holds the workspace until the lock is let go.
  func lock() throws -> FileLock {
    do {
      return try workspace.folder.privateFolder.made().lock("lock")
    } catch FileError.locked {
      throw DiagnosticsError(RunMessage.busy)
    }
  }

  private func runSteps(
    _ steps: [Plan.Step], _ progress: @escaping @Sendable (Int, Int, String) -> Void
  ) async throws -> [StepReport] {
    var reports: [ResultPlace: StepReport] = [:]
    var waiting = steps
    var running = 0
    try await withThrowingTaskGroup(of: StepReport.self) { group in
      func startReady() throws {
        for step in waiting where running < Self.width {
          let needs = step.analysis.needs.compactMap(workspace.analysis).map { ResultPlace($0, asOf: step.asOf) }
          guard needs.allSatisfy({ place in reports[place] != nil || !steps.contains { $0.place == place } }) else {
            continue
          }
          waiting.removeAll { $0.place == step.place }
          if step.state == .current {
            reports[step.place] = try cached(step)
          } else if let broken = needs.first(where: { [.failed, .skipped].contains(reports[$0]?.status) }) {
            reports[step.place] = StepReport(
              step: step, status: .skipped, outcome: Outcome(),
              problems: [Diagnostic(RunMessage.skipped(waitsFor: broken.analysis))])
          } else {
            running += 1
            group.addTask { await run(step) }
            continue
          }
          progress(reports.count, steps.count, step.analysis.id)
          return try startReady()
        }
      }
      try startReady()
      while let report = try await group.next() {
        running -= 1
        reports[report.step.place] = report
        progress(reports.count, steps.count, report.step.analysis.id)
        try startReady()
      }
    }
    return steps.compactMap { reports[$0.place] }
  }

  /// Analyses that run at once: the work is bound by processors.
  private static var width: Int { max(1, ProcessorCount.online) }

  private func cached(_ step: Plan.Step) throws -> StepReport {
    StepReport(
      step: step, status: .cached, outcome: try store.outcome(step.place, step.analysis.operation), problems: [])
  }

  /// Runs one step and keeps its result; what goes wrong is part of the report.
  private func run(_ step: Plan.Step) async -> StepReport {
    let analysis = step.analysis
    do {
      let key = try planner.keys.key(analysis, asOf: step.asOf, results: planner.usedResults(analysis, asOf: step.asOf))
      do {
        let outcome = try await outcome(of: step, seed: key.seed)
        try store.write(outcome, key: key, filtered: try await filtered(step), at: step.place)
        guardian.note(step.place, key)
        // At once: a kill later in the run must not cost this result.
        guardian.save()
        return StepReport(step: step, status: .ran, outcome: outcome, problems: [])
      } catch {
        let problems = Diagnostic.all(of: error)
        try store.write(failure: problems.map(\.message), key: key, at: step.place)
        return StepReport(step: step, status: .failed, outcome: Outcome(), problems: problems)
      }
    } catch {
      return StepReport(step: step, status: .failed, outcome: Outcome(), problems: Diagnostic.all(of: error))
    }
  }

  private func outcome(of step: Plan.Step, seed: UInt64) async throws -> Outcome {
    let analysis = step.analysis
    guard let module = modules[analysis.module] else {
      preconditionFailure("a checked workspace names modules that are there")
    }
    var request = Request(analysis.operation.id)
    request.parameters = analysis.parameters
    for (slot, name) in analysis.inputs { request.inputs[slot] = try await loader.load(name, asOf: step.asOf) }
    for (slot, paths) in analysis.files {
      for (language, path) in paths {
        let bytes = try workspace.folder.input(path).content
        request.files[slot, default: [:]][language] = TextFile(path: path, text: String(decoding: bytes, as: UTF8.self))
      }
    }
    for name in analysis.uses {
      guard let used = workspace.analysis(name) else { continue }
      request.results.append(try result(used, asOf: step.asOf))
    }
    return try await module.run(request, Context(mission: workspace.mission, asOf: step.asOf, seed: seed))
  }

  /// For each dataset of which filters leave rows out, how many these are.
  private func filtered(_ step: Plan.Step) async throws -> [String: Value] {
    var out: [String: Value] = [:]
    for name in step.analysis.inputs.values {
      out[name] = try await loader.load(name, asOf: step.asOf).source.selection?.document
    }
    return out
  }
}
