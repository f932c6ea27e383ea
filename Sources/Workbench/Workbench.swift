public import ExternalModules
public import ModuleKit
public import Workspaces

/// A workspace at work: plans, runs, and reads results.
public struct Workbench: Sendable {
  /// The workspace.
  public let workspace: Workspace
  /// The external modules of the workspace, in the order of the file.
  public let externalModules: [ExternalModule]
  /// All modules it can use, by name.
  let modules: [String: any Module]
  /// Its datasets.
  public let loader: DatasetLoader
  let store: ResultStore
  let planner: Planner
  let guardian: ExecutableGuard

  /// The folder for bundles.
  static let bundlesFolder = "bundles"

  /// A workbench for a checked workspace, which can use the built-in modules `builtIn` beside its own.
  public init(_ workspace: Workspace, modules builtIn: [any Module]) {
    self.workspace = workspace
    externalModules = workspace.modules.map { ExternalModule($0, in: workspace.folder) }
    modules = Dictionary((builtIn + externalModules).map { ($0.manifest.id, $0) }) { first, _ in first }
    loader = DatasetLoader(workspace)
    guardian = ExecutableGuard(in: workspace.folder.privateFolder)
    store = ResultStore(folder: workspace.folder)
    let keys = KeyMaker(workspace: workspace, modules: modules)
    planner = Planner(workspace: workspace, keys: keys, store: store, guardian: guardian)
  }

  /// What must run, and why: all analyses or those named, with those whose results they use.
  ///
  /// Without an instant, the editions that drafts need are planned too.
  /// - Throws: ``RunMessage`` for a name that is no analysis.
  public func plan(_ names: [String] = [], asOf: Instant? = nil) throws -> Plan {
    let chosen = try names.map { name in
      guard let analysis = workspace.analyses.first(where: { $0.id == name }) else {
        throw DiagnosticsError(RunMessage.unknownAnalysis(name, known: workspace.analyses.map(\.id)))
      }
      return analysis
    }
    var steps = planner.plan(names.isEmpty ? workspace.analyses : chosen, asOf: asOf)
    if names.isEmpty, asOf == nil {
      for instant in Set(workspace.drafts.compactMap(\.asOf)).sorted() {
        let used = Set(workspace.drafts.filter { $0.asOf == instant }.flatMap(\.uses))
        steps += planner.plan(workspace.analyses.filter { used.contains($0.id) }, asOf: instant)
      }
    }
    save()
    return Plan(steps: steps)
  }

  /// What drafts must be written, and why; the results they use stay as they are.
  /// - Throws: ``RunMessage`` for a name that is no draft.
  public func planDrafts(_ names: [String] = []) throws -> Plan {
    let chosen = try names.map { name in
      guard let draft = workspace.drafts.first(where: { $0.id == name }) else {
        throw DiagnosticsError(RunMessage.unknownAnalysis(name, known: workspace.drafts.map(\.id)))
      }
      return draft
    }
    let steps = (names.isEmpty ? workspace.drafts : chosen).flatMap { planner.plan([$0], asOf: $0.asOf) }
    save()
    return Plan(steps: steps)
  }

  /// The pages that stand at `place`, by their paths inside the workspace.
  public func pages(at place: ResultPlace) -> [String] {
    let outputs = store.record(place)?.outputs ?? [:]
    return outputs.keys.filter { $0.hasSuffix(".html") }.sorted().map { "\(place.folder)/\($0)" }
  }

  /// The stored result of `analysis` as of `asOf`, with its mark.
  /// - Throws: `DiagnosticsError` where its files cannot be read.
  public func result(_ analysis: Workspace.Analysis, asOf: Instant?) throws -> StoredResult {
    var status = planner.status(analysis, asOf: asOf)
    let place = ResultPlace(analysis, asOf: asOf)
    var outcome = Outcome()
    if status == .current || status == .stale {
      do {
        outcome = try store.outcome(place, analysis.operation)
      } catch {
        // What another build of the program stored may have other tables; it has to run again anyway.
        guard status == .stale else { throw error }
        status = .missing
      }
    }
    return StoredResult(
      analysis: analysis.id, operation: analysis.operation, status: status, outcome: outcome, datasets: analysis.inputs)
  }

  /// Trusts the external module `id` on this machine, as long as its files stay as they are.
  /// - Throws: ``ExternalMessage`` for a name that is no external module; file errors.
  public func trust(_ id: String) throws {
    guard let module = externalModules.first(where: { $0.manifest.id == id }) else {
      throw DiagnosticsError(ExternalMessage.unknownModule(id, known: externalModules.map(\.manifest.id)))
    }
    try module.trust()
  }

  /// Writes the caches.
  func save() {
    workspace.folder.saveDigests()
    guardian.save()
  }
}
