import Files
public import ModuleKit
import Parallel

/// Loads the datasets of a workspace: each once, whoever asks, and restricted to what was known where that is asked.
public actor DatasetLoader {
  private let workspace: Workspace
  private var expected: Set<String> = []
  private var tables: [String: Task<DatasetSource, any Error>] = [:]
  private var loaded: [Edition: Task<LoadedDataset, any Error>] = [:]

  private struct Edition: Hashable { let dataset: String, asOf: Instant? }

  /// A loader for `workspace`.
  public init(_ workspace: Workspace) { self.workspace = workspace }

  /// Says that the datasets named `ids` will be asked for: those of them that rest on the same files are read in one pass.
  func expect(_ ids: some Sequence<String>) { expected.formUnion(ids) }

  /// The dataset named `id`, restricted to the rows that were public at `asOf`.
  ///
  /// - Throws: `DiagnosticsError` with what is wrong with the file, its columns or its rows.
  public func load(_ id: String, asOf: Instant? = nil) async throws -> LoadedDataset {
    let edition = Edition(dataset: id, asOf: asOf)
    if let task = loaded[edition] { return try await task.value }
    guard let dataset = workspace.dataset(id) else {
      preconditionFailure("a checked workspace names datasets that are there")
    }
    let folder = workspace.folder
    let source = dataset.ledgerRows.map { rows in ledgerSource(dataset, rows, asOf: asOf) } ?? source(dataset)
    let task = Task {
      do {
        return try await checked(dataset, try await source.value, asOf: asOf)
      } catch let error as DiagnosticsError {
        throw DiagnosticsError(folder.withLines(error.all, of: dataset))
      }
    }
    loaded[edition] = task
    return try await task.value
  }

  /// What `source` holds of `dataset` that was public at `asOf`, checked as a whole.
  private func checked(
    _ dataset: Workspace.Dataset, _ source: DatasetSource, asOf: Instant?
  ) async throws -> LoadedDataset {
    let kind = dataset.kind
    var source = asOf.map { kind.known(source, at: $0) } ?? source
    // Rows are checked though their register cannot be read: every fault is told at once.
    let register = await register(of: dataset, asOf: asOf)
    source.register = try? register?.get()
    let content = try kind.content(of: source)
    _ = try register?.get()
    let problems = kind.captureProblems(of: source, in: workspace.folder)
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return LoadedDataset(source, kind: kind, content: content)
  }

  /// The register of sources that `dataset` names, as it could be written at `asOf`; nil where it names none.
  private func register(of dataset: Workspace.Dataset, asOf: Instant?) async -> Result<Sources, any Error>? {
    guard let name = dataset.declaration.sources else { return nil }
    do {
      guard let register = try await load(name).content as? Sources else { return nil }
      return .success(asOf.map { register.known(at: $0, in: workspace.mission.zone) } ?? register)
    } catch {
      return .failure(error)
    }
  }

  /// The rows of `dataset` as the ledger makes them: of an edition, of the entries that were known at `asOf`.
  private func ledgerSource(
    _ dataset: Workspace.Dataset, _ rows: LedgerRows, asOf: Instant?
  ) -> Task<DatasetSource, any Error> {
    let reading = DatasetReading(
      dataset.kind, dataset.declaration, dataset: dataset.id, file: dataset.name, zone: workspace.mission.zone)
    return Task {
      let ledger = try workspace.ledger()
      let errors = ledger.errors
      guard errors.isEmpty else { throw DiagnosticsError(errors) }
      return try reading.source(of: ledger.rows(rows, for: dataset.declaration.contest, asOf: asOf))
    }
  }

  /// The reading of `dataset`; it begins with that of all others that are expected from its files.
  private func source(_ dataset: Workspace.Dataset) -> Task<DatasetSource, any Error> {
    if let task = tables[dataset.id] { return task }
    let others = workspace.datasets.filter {
      $0.files == dataset.files && $0.declaration.member == dataset.declaration.member && $0.id != dataset.id
        && expected.contains($0.id) && tables[$0.id] == nil
    }
    let readings = ([dataset] + others).map {
      DatasetReading(
        $0.kind, $0.declaration, dataset: $0.id, file: $0.name, zone: workspace.mission.zone,
        threads: ProcessorCount.online)
    }
    let (folder, files, member) = (workspace.folder, dataset.files, dataset.declaration.member)
    let pass = Task {
      FilePass(readings, files: files) { (reader, index) throws(DiagnosticsError) in
        let file: MappedFile
        do throws(FileError) {
          file = try folder.input(files[index])
        } catch {
          throw DiagnosticsError(error, at: .init(file: files[index]))
        }
        return try reader.read(file, name: files[index], member: member)
      }
    }
    let tasks = readings.indices.map { index in Task { try await pass.value.source(index) } }
    for (one, task) in zip([dataset] + others, tasks) { tables[one.id] = task }
    return tasks[0]
  }
}
