import Files
import ModuleKit
import Workspaces

/// Makes jobs of the steps of a plan: loads what they read.
struct JobMaker: Sendable {
  let workspace: Workspace
  let loader: DatasetLoader
  let planner: Planner

  /// The job of `step`, whose result will have `key`; `seen` holds how the results it uses stood when the key was made.
  ///
  /// - Throws: `DiagnosticsError` with what is wrong with a dataset, a file or a stored result.
  func job(_ step: Plan.Step, key: RunKey, _ seen: Planner.Seen) async throws -> Job {
    let analysis = step.analysis
    var request = Request(analysis.operation.id)
    request.parameters = analysis.parameters
    for (slot, name) in analysis.inputs { request.inputs[slot] = try await loader.load(name, asOf: step.asOf) }
    for (slot, paths) in analysis.files {
      for (language, path) in paths {
        request.files[slot, default: [:]][language] = try workspace.folder.text(path)
      }
    }
    var seen = seen
    request.results = try planner.results(analysis.uses.compactMap(workspace.analysis), asOf: step.asOf, &seen)
    var context = Context(mission: workspace.mission, asOf: step.asOf, seed: key.seed)
    if analysis.operation.makesPages, step.asOf != nil {
      for dataset in workspace.datasets(behind: analysis) {
        // What a dataset that cannot be read would have said is marked on the page: its results are not current.
        guard let undated = try? await loader.load(dataset.id).undated, undated.count > 0 else { continue }
        context.undated.append(undated)
      }
    }
    return Job(key: key, module: analysis.module, request: request, context: context)
  }
}
