import Hashing
import ModuleKit
import Workspaces

/// Compares keys with records to tell what is current, and what must run.
struct Planner {
  let workspace: Workspace
  let keys: KeyMaker
  let store: ResultStore
  let guardian: ExecutableGuard

  /// What was found of results while one question is answered: each is looked at once, however many others use it.
  typealias Seen = [ResultPlace: StoredResult.Status]

  /// A planner for `workspace`, which can use `modules`, by name.
  init(_ workspace: Workspace, modules: [String: any Module]) {
    self.workspace = workspace
    keys = KeyMaker(workspace: workspace, modules: modules)
    store = ResultStore(folder: workspace.folder)
    guardian = ExecutableGuard(in: workspace.folder.privateFolder)
  }

  /// What must run, and why: all analyses or those named, with those whose results they need.
  ///
  /// Without an instant, the editions that drafts read are planned too.
  /// - Throws: ``RunMessage`` for a name that is no analysis.
  func plan(_ names: [String], asOf: Instant?) throws(DiagnosticsError) -> Plan {
    var steps = self.steps(try Self.named(names, of: workspace.analyses), asOf: asOf)
    if names.isEmpty, asOf == nil {
      for instant in Set(workspace.drafts.compactMap(\.asOf)).sorted() {
        let used = Set(workspace.drafts.filter { $0.asOf == instant }.flatMap(\.uses))
        steps += self.steps(workspace.analyses.filter { used.contains($0.id) }, asOf: instant)
      }
    }
    return Plan(steps: steps)
  }

  /// What drafts must be written, and why: all or those named.
  /// - Throws: ``RunMessage`` for a name that is no draft.
  func planDrafts(_ names: [String]) throws(DiagnosticsError) -> Plan {
    Plan(steps: try Self.named(names, of: workspace.drafts).flatMap { steps([$0], asOf: $0.asOf) })
  }

  private static func named(
    _ names: [String], of analyses: [Workspace.Analysis]
  ) throws(DiagnosticsError) -> [Workspace.Analysis] {
    guard !names.isEmpty else { return analyses }
    var chosen: [Workspace.Analysis] = []
    for name in names {
      guard let analysis = analyses.first(where: { $0.id == name }) else {
        throw DiagnosticsError(RunMessage.unknownAnalysis(name, known: analyses.map(\.id)))
      }
      chosen.append(analysis)
    }
    return chosen
  }

  /// The steps for `analyses` as of `asOf`, each behind those it needs, which are added where they are not among them.
  private func steps(_ analyses: [Workspace.Analysis], asOf: Instant?) -> [Plan.Step] {
    var steps: [Plan.Step] = []
    var visited: Set<String> = []
    var seen: Seen = [:]
    func visit(_ analysis: Workspace.Analysis) {
      guard visited.insert(analysis.id).inserted else { return }
      let needed = analysis.needs.compactMap(workspace.analysis)
      needed.forEach(visit)
      let due = analysis.needs.first { name in steps.contains { $0.analysis.id == name && $0.state != .current } }
      steps.append(
        Plan.Step(
          analysis: analysis, place: ResultPlace(analysis, asOf: asOf), asOf: asOf,
          needs: needed.map { ResultPlace($0, asOf: asOf) },
          state: due.map { .due(["\($0) must run first"]) } ?? state(analysis, asOf: asOf, &seen)))
    }
    analyses.forEach(visit)
    return steps
  }

  private func state(_ analysis: Workspace.Analysis, asOf: Instant?, _ seen: inout Seen) -> Plan.State {
    let place = ResultPlace(analysis, asOf: asOf)
    let key: RunKey
    do {
      key = try self.key(analysis, asOf: asOf, &seen)
    } catch {
      return .due(Diagnostic.all(of: error).map(\.message))
    }
    guard let record = store.record(place) else { return .due(["it has not run"]) }
    guard record.outputs != nil else { return .due(["the last run failed"]) }
    guard record.key == key else { return .due(Self.changes(from: record.key, to: key)) }
    guard store.isWhole(record, at: place) else { return .due(["its files were changed or are missing"]) }
    guard guardian.madeByThisProgram(place, key) else { return .due(["another build of the program made it"]) }
    return .current
  }

  /// The key that a result of `analysis` as of `asOf` has now.
  func key(_ analysis: Workspace.Analysis, asOf: Instant?) throws -> RunKey {
    var seen: Seen = [:]
    return try key(analysis, asOf: asOf, &seen)
  }

  private func key(_ analysis: Workspace.Analysis, asOf: Instant?, _ seen: inout Seen) throws -> RunKey {
    try keys.key(analysis, asOf: asOf, results: usedResults(analysis, asOf: asOf, &seen))
  }

  /// The stored results of `analyses` as of `asOf`, each with its mark.
  /// - Throws: `DiagnosticsError` where their files cannot be read.
  func results(_ analyses: [Workspace.Analysis], asOf: Instant?) throws -> [StoredResult] {
    var seen: Seen = [:]
    return try analyses.map { try result($0, asOf: asOf, &seen) }
  }

  private func result(_ analysis: Workspace.Analysis, asOf: Instant?, _ seen: inout Seen) throws -> StoredResult {
    var status = status(analysis, asOf: asOf, &seen)
    var outcome = Outcome()
    if status == .current || status == .stale {
      do {
        outcome = try store.outcome(ResultPlace(analysis, asOf: asOf), analysis.operation)
      } catch {
        // What another build of the program stored may have other tables; it has to run again anyway.
        guard status == .stale else { throw error }
        status = .missing
      }
    }
    return StoredResult(
      analysis: analysis.id, module: analysis.module, operation: analysis.operation, status: status, outcome: outcome,
      datasets: analysis.inputs)
  }

  /// The digests and marks of the results that `analysis` uses.
  private func usedResults(
    _ analysis: Workspace.Analysis, asOf: Instant?, _ seen: inout Seen
  ) -> [String: Value] {
    var out: [String: Value] = [:]
    for name in analysis.uses {
      guard let used = workspace.analysis(name) else { continue }
      let status = status(used, asOf: asOf, &seen)
      let digest = status == .missing ? nil : store.record(ResultPlace(used, asOf: asOf))?.outputsDigest
      out[name] = ["status": .string(status.rawValue), "sha256": Value(digest?.hex)]
    }
    return out
  }

  /// Whether the stored result of `analysis` belongs to the workspace as it is now.
  func status(_ analysis: Workspace.Analysis, asOf: Instant?) -> StoredResult.Status {
    var seen: Seen = [:]
    return status(analysis, asOf: asOf, &seen)
  }

  private func status(
    _ analysis: Workspace.Analysis, asOf: Instant?, _ seen: inout Seen
  ) -> StoredResult.Status {
    let place = ResultPlace(analysis, asOf: asOf)
    if let known = seen[place] { return known }
    let status = look(at: place, analysis, asOf: asOf, &seen)
    seen[place] = status
    return status
  }

  private func look(
    at place: ResultPlace, _ analysis: Workspace.Analysis, asOf: Instant?, _ seen: inout Seen
  ) -> StoredResult.Status {
    guard let record = store.record(place) else { return .missing }
    let key = try? self.key(analysis, asOf: asOf, &seen)
    guard record.outputs != nil else { return record.key == key ? .failed : .missing }
    guard store.isWhole(record, at: place) else { return .missing }
    return record.key == key ? .current : .stale
  }

  /// What differs between two keys, in words.
  private static func changes(from old: RunKey, to new: RunKey) -> [String] {
    let names = Set(old.parts.keys).union(new.parts.keys).sorted()
    return names.filter { old.parts[$0] != new.parts[$0] }.map { name in
      switch name {
      case "version": "its module has another version"
      case "use": "it uses another operation"
      case "module": "its module's files have changed"
      case "parameters": "its parameters have changed"
      case "as_of": "its instant has changed"
      case "mission": "the mission's description has changed"
      default: "\(name) has changed"
      }
    }
  }
}
