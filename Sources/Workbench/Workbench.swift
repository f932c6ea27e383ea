public import Bundles
public import ExternalModules
public import ModuleKit
public import Signatures
public import Workspaces

/// A workspace at work: plans, runs, reads results, packs bundles.
public struct Workbench: Sendable {
  /// The workspace.
  public let workspace: Workspace
  /// The external modules of the workspace, in the order of the file.
  public let externalModules: [ExternalModule]
  /// All modules it can use, by name.
  private let modules: [String: any Module]
  /// Its datasets.
  public let loader: DatasetLoader
  private let planner: Planner

  /// A workbench for a checked workspace, which can use the built-in modules `builtIn` beside its own; `machineKey` vouches
  /// for results.
  public init(_ workspace: Workspace, modules builtIn: [any Module], machineKey: MachineKey = MachineKey()) {
    let external = workspace.modules.map { ExternalModule($0, in: workspace.folder) }
    self.init(workspace, modules: builtIn, external: external, machineKey: machineKey)
  }

  /// The same, with the external modules `externalModules` in place of those of the workspace's folder.
  init(
    _ workspace: Workspace, modules builtIn: [any Module], external externalModules: [ExternalModule],
    machineKey: MachineKey
  ) {
    (self.workspace, self.externalModules) = (workspace, externalModules)
    modules = Dictionary((builtIn + externalModules).map { ($0.manifest.id, $0) }) { first, _ in first }
    loader = DatasetLoader(workspace)
    planner = Planner(workspace, modules: modules, machineKey: machineKey)
  }

  /// Why all results count as received, where no key can be read or kept.
  public var warnings: [Diagnostic] { planner.store.refusal.map { [Diagnostic($0)] } ?? [] }

  /// What must run, and why: all analyses or those named, with those whose results they need.
  ///
  /// Without an instant, the editions that drafts read are planned too.
  /// - Throws: ``RunMessage`` for a name that is no analysis.
  public func plan(_ names: [String] = [], asOf: Instant? = nil) throws -> Plan {
    defer { workspace.folder.saveDigests() }
    return try planner.plan(names, asOf: asOf)
  }

  /// What drafts must be written, and why; the results they use stay as they are.
  /// - Throws: ``RunMessage`` for a name that is no draft.
  public func planDrafts(_ names: [String] = []) throws -> Plan {
    defer { workspace.folder.saveDigests() }
    return try planner.planDrafts(names)
  }

  /// Runs what a plan says is due: independent steps at once on all cores, each failure alone.
  ///
  /// `progress` is told the number of steps done, of all steps, and the name of the last one.
  /// - Throws: ``RunMessage/busy`` where another run holds the workspace; file errors of the folder itself.
  public func run(
    _ plan: Plan, progress: @escaping @Sendable (_ done: Int, _ all: Int, _ name: String) -> Void = { _, _, _ in }
  ) async throws -> [StepReport] {
    let runner = Runner(
      folder: workspace.folder, planner: planner,
      jobs: JobMaker(workspace: workspace, loader: loader, planner: planner),
      executor: ModuleExecutor(modules: modules))
    return try await runner.run(plan, progress: progress)
  }

  /// The stored results of `analyses` as of `asOf`, each with its mark.
  /// - Throws: `DiagnosticsError` where their files cannot be read.
  public func results(_ analyses: [Workspace.Analysis], asOf: Instant?) throws -> [StoredResult] {
    var seen: Planner.Seen = [:]
    return try planner.results(analyses, asOf: asOf, &seen)
  }

  /// The stored result of `analysis` as of `asOf`, with its mark.
  /// - Throws: `DiagnosticsError` where its files cannot be read.
  public func result(_ analysis: Workspace.Analysis, asOf: Instant?) throws -> StoredResult {
    try results([analysis], asOf: asOf)[0]
  }

  /// Which of the analyses that the draft of `step` states failed when they last ran.
  /// - Throws: `DiagnosticsError` where their files cannot be read.
  public func failures(behind step: Plan.Step) throws -> [Diagnostic] {
    try results(step.analysis.uses.compactMap(workspace.analysis), asOf: step.asOf).filter { $0.status == .failed }
      .map { Diagnostic(RunMessage.usesFailed(draft: step.analysis.id, analysis: $0.analysis)) }
  }

  /// The pages that stand at `place`, by their paths inside the workspace. Throws a `FileError`.
  public func pages(at place: ResultPlace) throws -> [String] {
    let outputs = try planner.store.record(place)?.outputs ?? [:]
    return outputs.keys.filter { $0.hasSuffix(".html") }.sorted().map { "\(place.folder)/\($0)" }
  }

  /// Packs `bundle` into `bundles/`, or to the file at `path` where one is given.
  ///
  /// `signers` sign it; its statement names them, and `others` who must sign it as well.
  ///
  /// It holds what the workspace file names and nothing else that lies in the folder; results only where they rest on the
  /// workspace as it is now, made here or received, and pages only where they were made here.
  /// - Throws: `DiagnosticsError` for what tells of persons in a public bundle and results that are not current; what
  ///   `BundleWriter` throws.
  public func make(
    _ bundle: Workspace.Bundle, at path: String? = nil, signedBy signers: [BundleSigner] = [],
    naming others: [VerifyingKey] = []
  ) async throws -> PackedBundle {
    let maker = BundleMaker(workspace: workspace, modules: modules, loader: loader, planner: planner)
    return try await maker.make(bundle, at: path, signedBy: signers, naming: others)
  }

  /// Trusts the external module `id` on this machine, as long as its files stay as they are.
  /// - Throws: ``ExternalMessage`` for a name that is no external module; file errors.
  public func trust(_ id: String) throws {
    guard let module = externalModules.first(where: { $0.manifest.id == id }) else {
      throw DiagnosticsError(ExternalMessage.unknownModule(id, known: externalModules.map(\.manifest.id)))
    }
    try module.trust()
  }
}
