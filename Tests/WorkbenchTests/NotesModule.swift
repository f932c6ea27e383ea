import Files
import Hashing
import ModuleKit
import TestSupport
import Testing
import Workspaces

@testable import Workbench

/// A module of which only the declarations matter: three operations that do nothing by themselves.
struct NotesModule: Module {
  var version = "1"
  var fingerprint: Hash32?
  var kinds: [any AnyDatasetKind] { [] }

  var manifest: Manifest {
    let name = OperationManifest.Parameter("name", Schema(.string(.text), default: ""))
    var count = OperationManifest("count", summary: Text("counts"))
    count.inputs = [.init("claims", kind: "claims", isOptional: true, summary: "the claims")]
    count.parameters = [name, .init("silence", Schema(.string(.duration), default: "6h"))]
    var sum = OperationManifest("sum", summary: Text("sums up"))
    (sum.usesResults, sum.parameters) = (.current, [name])
    var page = OperationManifest("page", summary: Text("writes"))
    (page.usesResults, page.makesPages, page.files) = (.marked, true, ["template"])
    page.parameters = [name, .init("languages", Schema(.list(Schema(.string(.text)), atLeast: 0)))]
    return Manifest(id: "notes", version: version, operations: [count, sum, page])
  }

  func run(_ request: Request, _ context: Context) async throws -> Outcome { Outcome() }
}

/// A workspace of notes: `first` reads a dataset, `second` needs it, `third` stands alone, `page` states `second`.
struct NotesWorkspace {
  static let sections = """
    datasets:
      said: {kind: claims, path: data/claims.csv}
    analyses:
      second: {use: notes.sum, uses: [first], with: {name: second}}
      first: {use: notes.count, on: {claims: said}, with: {name: first}}
      third: {use: notes.count, with: {name: third}}
    drafts:
      page: {template: drafts/page.md, uses: [second], languages: [en]}
    bundles:
      all: {include: [workspace, results, drafts], profile: public}

    """

  let scratch: ScratchWorkspace

  init(_ sections: String = sections) throws {
    scratch = try ScratchWorkspace()
    try scratch.write(ScratchWorkspace.mission + sections, to: "veedor.yaml")
    try scratch.write("id,source\nc1,eu\n", to: "data/claims.csv")
    try scratch.write("# Page\n", to: "drafts/page.md")
  }

  /// The workspace as it stands now.
  func read(_ module: NotesModule = NotesModule()) throws -> Workspace {
    let reading = Workspace.read(scratch.path, modules: [module])
    return try #require(reading.workspace, "\(reading.diagnostics.map(\.message))")
  }

  /// A planner over the workspace as it stands now.
  func planner(_ module: NotesModule = NotesModule(), _ machineKey: MachineKey? = nil) throws -> Planner {
    Planner(try read(module), modules: ["notes": module], machineKey: machineKey ?? scratch.machineKey)
  }

  /// Runs everything that `executor` can run, drafts behind analyses.
  func run(_ executor: some JobExecutor, width: Int = 1) async throws -> [StepReport] {
    let runner = try runner(executor, width: width)
    let reports = try await runner.run(runner.planner.plan([], asOf: nil)) { _, _, _ in }
    return reports + (try await runner.run(runner.planner.planDrafts([])) { _, _, _ in })
  }

  func runner(_ executor: some JobExecutor, width: Int = 1) throws -> Runner {
    let planner = try planner()
    let jobs = JobMaker(workspace: planner.workspace, loader: DatasetLoader(planner.workspace), planner: planner)
    return Runner(folder: planner.workspace.folder, planner: planner, jobs: jobs, executor: executor, width: width)
  }
}

extension Planner {
  /// The analysis or draft named `name`.
  func analysis(_ name: String) throws -> Workspace.Analysis { try #require(workspace.analysis(name)) }

  /// The key of `name` as it is now.
  func key(_ name: String, asOf: Instant? = nil) throws -> RunKey {
    var seen: Seen = [:]
    return try key(analysis(name), asOf: asOf, &seen)
  }

  /// The results of `analyses` as they are now.
  func results(_ analyses: [Workspace.Analysis]) throws -> [StoredResult] {
    var seen: Seen = [:]
    return try results(analyses, asOf: nil, &seen)
  }

  /// Keeps an empty result of each analysis, made now by this program.
  func keep(_ names: String..., outcome: Outcome = Outcome()) throws {
    for name in names {
      let (key, place) = (try key(name), ResultPlace(try analysis(name), asOf: nil))
      try store.write(outcome, key: key, filtered: [:], at: place)
    }
  }
}

extension NotesWorkspace {
  /// Rewrites the dataset in place, under whoever holds it.
  func rewriteClaims(_ text: String) throws {
    let old = try scratch.text("data/claims.csv")
    try #require(text.hasPrefix(old))
    try SyncedAppend.append(Array(text.dropFirst(old.count).utf8), to: "\(scratch.path)/data/claims.csv")
  }
}
