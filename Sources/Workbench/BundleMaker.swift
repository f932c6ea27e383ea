import Bundles
import Files
import ModuleKit
import Workspaces

/// Packs bundles of a workspace.
struct BundleMaker {
  let workspace: Workspace
  let modules: [String: any Module]
  let loader: DatasetLoader
  let planner: Planner

  /// Packs `bundle` into `bundles/`.
  ///
  /// It holds what the workspace file names and nothing else that lies in the folder; results and drafts only where
  /// they belong to the workspace as it is now.
  /// - Throws: `DiagnosticsError` for personal data in a public bundle and results that are not current; what
  ///   `BundleWriter` throws.
  func make(_ bundle: Workspace.Bundle) async throws -> BundleWriter.Written {
    var problems = try await personalData(for: bundle)
    var files: [BundleFile] = []
    for part in bundle.parts {
      switch part {
      case .workspace: files += try workspaceFiles()
      case .results: files += try resultFiles(planner.plan([], asOf: nil).steps, &problems)
      case .drafts: files += try resultFiles(planner.planDrafts([]).steps, &problems)
      }
    }
    for draft in bundle.parts.contains(.drafts) ? workspace.drafts : [] {
      for used in draft.uses.compactMap(workspace.analysis)
      where planner.status(used, asOf: draft.asOf) != .current {
        problems.append(Diagnostic(RunMessage.draftOnStaleResult(draft.id, result: used.id)))
      }
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    let mission = workspace.mission
    func words(_ text: Text?) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: mission.languages.compactMap { language in text.map { (language.rawValue, $0[language]) }
        })
    }
    let writer = try BundleWriter(
      BundleDescription(
        mission: mission.id, edition: bundle.id, title: words(mission.title), notice: words(mission.notice)))
    let folder = workspace.folder
    let lock = try folder.privateFolder.lockForRun()
    return try withExtendedLifetime(lock) {
      Leftovers(in: folder.home).remove()
      let written = try writer.write(files, into: try folder.home.makeFolder(Workspace.Bundle.folder))
      folder.saveDigests()
      return written
    }
  }

  /// Columns with personal data that would be handed out.
  private func personalData(for bundle: Workspace.Bundle) async throws -> [Diagnostic] {
    guard bundle.parts.contains(.workspace) else { return [] }
    var problems: [Diagnostic] = []
    for dataset in workspace.datasets {
      let columns = dataset.kind.columns(for: dataset.declaration)
      let personal = columns.filter { $0.role == .personal }
      guard !personal.isEmpty else { continue }
      let table = try await loader.load(dataset.id).source.table
      for column in personal
      where (0..<table.rowCount).contains(where: { (table[column.name]?[$0] ?? .missing) != .missing }) {
        problems.append(Diagnostic(RunMessage.personalData(dataset: dataset.id, column: column.name)))
      }
    }
    return problems
  }

  /// The workspace file and the files it names, those of external modules included.
  private func workspaceFiles() throws -> [BundleFile] {
    let templates = (workspace.analyses + workspace.drafts).flatMap { $0.files.values.flatMap(\.values) }
    let modules = try modules.values.flatMap { try $0.files }
    let paths = Set([Workspace.fileName] + workspace.datasets.map(\.path) + templates + modules)
    return paths.sorted().map { file($0, as: "workspace/\($0)") }
  }

  /// The files of the results of `steps`, which must all be current.
  private func resultFiles(_ steps: [Plan.Step], _ problems: inout [Diagnostic]) throws -> [BundleFile] {
    var files: [BundleFile] = []
    for step in steps {
      guard step.state == .current, let outputs = planner.store.record(step.place)?.outputs else {
        problems.append(
          Diagnostic(RunMessage.notCurrent(step.analysis.id, isPages: step.analysis.operation.makesPages)))
        continue
      }
      for name in outputs.keys.sorted() + [ResultRecord.fileName] {
        let path = "\(step.place.folder)/\(name)"
        let isPages = step.analysis.operation.makesPages
        files.append(file(path, as: isPages ? "drafts" + path.dropFirst("results".count) : path))
      }
    }
    return files
  }

  /// The file at `inner` in the workspace, under the name `path` in the bundle.
  private func file(_ inner: String, as path: String) -> BundleFile {
    let folder = workspace.folder
    return BundleFile(path, .file { () throws(FileError) in try folder.file(inner) })
  }
}
