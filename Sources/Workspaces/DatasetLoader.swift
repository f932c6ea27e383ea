import Files
public import ModuleKit

/// Loads the datasets of a workspace: each once, whoever asks, and restricted to what was known where that is asked.
public actor DatasetLoader {
  private let workspace: Workspace
  private var tables: [String: Task<DatasetSource, any Error>] = [:]
  private var loaded: [Edition: Task<LoadedDataset, any Error>] = [:]

  private struct Edition: Hashable { let dataset: String, asOf: Instant? }

  /// A loader for `workspace`.
  public init(_ workspace: Workspace) { self.workspace = workspace }

  /// The dataset named `id`, restricted to the rows that were public at `asOf`.
  ///
  /// - Throws: `DiagnosticsError` with what is wrong with the file, its columns or its rows.
  public func load(_ id: String, asOf: Instant? = nil) async throws -> LoadedDataset {
    let edition = Edition(dataset: id, asOf: asOf)
    if let task = loaded[edition] { return try await task.value }
    guard let dataset = workspace.dataset(id) else {
      preconditionFailure("a checked workspace names datasets that are there")
    }
    let (kind, source) = (dataset.kind, source(dataset))
    let task = Task {
      var source = try await source.value
      if let asOf { source = kind.known(source, at: asOf) }
      return LoadedDataset(source, kind: kind, content: try kind.content(of: source))
    }
    loaded[edition] = task
    return try await task.value
  }

  private func source(_ dataset: Workspace.Dataset) -> Task<DatasetSource, any Error> {
    if let task = tables[dataset.id] { return task }
    let (folder, zone) = (workspace.folder, workspace.mission.zone)
    let task = Task {
      let file: MappedFile
      do throws(FileError) {
        file = try folder.input(dataset.path)
      } catch {
        throw DiagnosticsError(error, at: .init(file: dataset.path))
      }
      return try dataset.kind.source(
        dataset.declaration, dataset: dataset.id, file: file, name: dataset.path, zone: zone,
        threads: ProcessorCount.online)
    }
    tables[dataset.id] = task
    return task
  }
}
