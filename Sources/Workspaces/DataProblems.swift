public import Diagnostics
import Files
public import ModuleKit

extension Workspace {
  /// What is wrong with the data of a sound workspace: every dataset, or those named `wanted`, is read, by its columns
  /// and across its rows.
  public func dataProblems(_ loader: DatasetLoader, of wanted: Set<String>? = nil) async -> [Diagnostic] {
    let wanted = datasets.filter { wanted?.contains($0.id) ?? true }
    await loader.expect(wanted.map(\.id))
    return await withTaskGroup(of: (Int, [Diagnostic]).self) { group in
      for (index, dataset) in wanted.enumerated() {
        group.addTask {
          do {
            _ = try await loader.load(dataset.id)
            return (index, [])
          } catch {
            return (index, Diagnostic.all(of: error))
          }
        }
      }
      let all = await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.flatMap(\.1)
      // What is wrong with a register of sources keeps every dataset that names it from being read.
      var seen: Set<Diagnostic> = []
      return all.filter { seen.insert($0).inserted }
    }
  }
}

extension Workspace {
  /// What `modules` find wrong with the files that analyses and drafts name, before anything is run.
  public func fileProblems(_ modules: [any Module]) -> [Diagnostic] {
    let known = Dictionary(modules.map { ($0.manifest.id, $0) }) { first, _ in first }
    var seen: Set<String> = []
    return (analyses + drafts).flatMap { analysis in
      analysis.files.sorted { $0.key < $1.key }.flatMap { _, files in
        files.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { _, path -> [Diagnostic] in
          // One file for two languages has its faults once.
          guard let module = known[analysis.module], seen.insert(path).inserted else { return [] }
          do {
            let file = try folder.text(path)
            return module.problems(of: file, for: analysis.operation.id, names: mission.names)
          } catch let error as DiagnosticsError {
            return error.all
          } catch {
            // A file that cannot be opened is told by what reads it.
            return []
          }
        }
      }
    }
  }

  /// For each dataset of which filters leave rows out, in the order of the workspace, how many these are.
  /// - Throws: what ``dataProblems(_:)`` tells, where there are any.
  public func selections(_ loader: DatasetLoader) async throws -> [(dataset: String, selection: RowSelection)] {
    var out: [(dataset: String, selection: RowSelection)] = []
    for dataset in datasets where !dataset.declaration.filters.isEmpty {
      if let it = try await loader.load(dataset.id).source.selection { out.append((dataset.id, it)) }
    }
    return out
  }
}
