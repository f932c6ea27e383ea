import Hashing
import ModuleKit
import Workspaces

/// Compares keys with records to tell what is current.
struct Planner {
  let workspace: Workspace
  let keys: KeyMaker
  let store: ResultStore
  let guardian: ExecutableGuard

  /// The steps for `analyses` as of `asOf`, each behind those it needs, which are added where they are not named.
  func plan(_ analyses: [Workspace.Analysis], asOf: Instant?) -> [Plan.Step] {
    var steps: [Plan.Step] = []
    func visit(_ analysis: Workspace.Analysis) {
      guard !steps.contains(where: { $0.analysis.id == analysis.id }) else { return }
      for name in analysis.needs { workspace.analysis(name).map(visit) }
      let due = analysis.needs.first { name in steps.contains { $0.analysis.id == name && $0.state != .current } }
      let state = due.map { .due(["\($0) must run first"]) } ?? self.state(analysis, asOf: asOf)
      steps.append(Plan.Step(analysis: analysis, place: ResultPlace(analysis, asOf: asOf), asOf: asOf, state: state))
    }
    analyses.forEach(visit)
    return steps
  }

  private func state(_ analysis: Workspace.Analysis, asOf: Instant?) -> Plan.State {
    let place = ResultPlace(analysis, asOf: asOf)
    let key: RunKey
    do {
      key = try keys.key(analysis, asOf: asOf, results: usedResults(analysis, asOf: asOf))
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

  /// The digests and marks of the results that `analysis` uses.
  func usedResults(_ analysis: Workspace.Analysis, asOf: Instant?) -> [String: Value] {
    var out: [String: Value] = [:]
    for name in analysis.uses {
      guard let used = workspace.analysis(name) else { continue }
      let status = status(used, asOf: asOf)
      let digest = status == .missing ? nil : store.record(ResultPlace(used, asOf: asOf))?.outputsDigest
      out[name] = ["status": .string(status.rawValue), "sha256": Value(digest?.hex)]
    }
    return out
  }

  /// Whether the stored result of `analysis` belongs to the workspace as it is now.
  func status(_ analysis: Workspace.Analysis, asOf: Instant?) -> StoredResult.Status {
    let place = ResultPlace(analysis, asOf: asOf)
    guard let record = store.record(place) else { return .missing }
    let key = try? keys.key(analysis, asOf: asOf, results: usedResults(analysis, asOf: asOf))
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
