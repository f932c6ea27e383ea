import Files
public import ModuleKit

/// A workspace at work: plans, runs, and reads results.
public struct Workbench: Sendable {
  /// The workspace.
  public let workspace: Workspace
  /// The modules it can use.
  public let registry: Registry
  /// Its datasets.
  public let loader: DatasetLoader
  let store: ResultStore
  let planner: Planner
  private let digests: DigestCache
  let guardian: ExecutableGuard

  /// The folder for what is the machine's own: caches, locks, circumstances of runs. Never part of a bundle.
  static let privateFolder = ".veedor"
  /// The folder for bundles.
  static let bundlesFolder = "bundles"
  /// The folder inside it into which external modules write.
  static let outputsFolder = "outputs"

  /// A workbench for a checked workspace.
  public init(_ workspace: Workspace, registry: Registry) {
    (self.workspace, self.registry) = (workspace, registry)
    loader = DatasetLoader(workspace, registry: registry)
    digests = DigestCache(path: workspace.path("\(Self.privateFolder)/digests.json"))
    guardian = ExecutableGuard(path: workspace.path("\(Self.privateFolder)/makers.json"))
    store = ResultStore(workspace: workspace, digests: digests)
    let keys = KeyMaker(workspace: workspace, registry: registry, digests: digests)
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
    let steps = (names.isEmpty ? workspace.drafts : chosen).map { planner.plan(draft: $0) }
    save()
    return Plan(steps: steps)
  }

  /// The stored result of `analysis` as of `asOf`, with its mark.
  /// - Throws: `DiagnosticsError` where its files cannot be read.
  public func result(_ analysis: Workspace.Analysis, asOf: Instant?) throws -> StoredResult {
    guard let operation = registry.operation(analysis.module, analysis.operation) else {
      preconditionFailure("a checked workspace names operations that are there")
    }
    var status = planner.status(analysis.id, asOf: asOf)
    let place = analysis.isDraft ? ResultPlace.draft(analysis) : ResultPlace(analysis.id, asOf: asOf)
    var outcome = Outcome()
    if status == .current || status == .stale {
      do {
        outcome = try store.outcome(place, operation)
      } catch {
        // What another build of the program stored may have other tables; it has to run again anyway.
        guard status == .stale else { throw error }
        status = .missing
      }
    }
    return StoredResult(
      analysis: analysis.id, module: analysis.module, operation: operation, status: status, outcome: outcome,
      datasets: analysis.inputs)
  }

  /// Trusts the external module `id` on this machine, as long as its files stay as they are.
  /// - Throws: ``ExternalMessage`` for a name that is no external module; file errors.
  public func trust(_ id: String) throws {
    let modules = registry.externalModules
    guard let module = modules.first(where: { $0.manifest.id == id }) else {
      throw DiagnosticsError(ExternalMessage.unknownModule(id, known: modules.map(\.manifest.id)))
    }
    try module.trust()
  }

  /// Writes the caches.
  func save() {
    guard (try? Folder(path: workspace.folder).makeFolder(Self.privateFolder)) != nil else { return }
    digests.save()
    guardian.save()
  }
}
