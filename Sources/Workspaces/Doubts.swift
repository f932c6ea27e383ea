public import ModuleKit

/// What a second reader would ask about the data of a workspace: warnings, which stop nothing.
public struct Doubts: Sendable {
  /// Those that nobody has acknowledged: the first of each kind in full, the rest counted; then acknowledgements that
  /// meet nothing.
  public internal(set) var open: [Diagnostic]
  /// Those that the workspace acknowledges, with the reason.
  public let acknowledged: [(warning: Diagnostic, reason: String)]

  init(_ doubts: [[Doubt]], _ acknowledgements: [Acknowledgement]) {
    var open: [Diagnostic] = []
    var acknowledged: [(warning: Diagnostic, reason: String)] = []
    let places = Dictionary(zip(acknowledgements.map(\.scope), acknowledgements.indices)) { first, _ in first }
    var met: Set<Acknowledgement.Scope> = []
    for doubts in doubts {
      var left: [Diagnostic] = []
      for doubt in doubts {
        let scopes = doubt.scopes
        met.formUnion(scopes)
        if let first = scopes.compactMap({ places[$0] }).min() {
          acknowledged.append((doubt.diagnostic, acknowledgements[first].reason))
        } else {
          left.append(doubt.diagnostic)
        }
      }
      open += left.byRow()
    }
    let unmet = acknowledgements.filter { !met.contains($0.scope) }
    self.open =
      open + unmet.map { Diagnostic(WorkspaceMessage.meetsNothing($0.code, dataset: $0.dataset), at: $0.place) }
    self.acknowledged = acknowledged
  }
}

extension Workspace {
  /// What a second reader would ask about the datasets, in their order, where nothing is wrong with them; `modules` say
  /// what of it their operations leave unread.
  /// - Throws: what ``dataProblems(_:of:)`` tells, where there are any.
  public func doubts(_ loader: DatasetLoader, _ modules: [any Module]) async throws -> Doubts {
    var doubts: [[Doubt]] = []
    for dataset in datasets {
      let loaded = try await loader.load(dataset.id)
      doubts.append(loaded.doubts(electionDay: mission.electionDay) + unread(loaded, modules))
    }
    for (place, doubt) in try await keyDoubts(loader) { doubts[place].append(doubt) }
    var all = Doubts(doubts, acknowledgements)
    for dataset in datasets { all.open = folder.withLines(all.open, of: dataset) }
    return all
  }

  /// Keys that two datasets of one analysis write in two ways, each with the place of the dataset that is told of it.
  private func keyDoubts(_ loader: DatasetLoader) async throws -> [(place: Int, doubt: Doubt)] {
    var (found, seen): ([(place: Int, doubt: Doubt)], Set<[Int]>) = ([], [])
    for analysis in analyses {
      let places = datasets.indices.filter { analysis.inputs.values.contains(datasets[$0].id) }
      for (number, first) in places.enumerated() {
        for second in places[..<number] where seen.insert([first, second]).inserted {
          let (one, other) = (try await loader.load(datasets[first].id), try await loader.load(datasets[second].id))
          if let doubt = one.keyDoubt(against: other) { found.append((first, doubt)) }
        }
      }
    }
    return found
  }

  /// What operations that the workspace uses would read in `dataset`, and do not.
  private func unread(_ dataset: LoadedDataset, _ modules: [any Module]) -> [Doubt] {
    let used = Dictionary(grouping: analyses) { $0.use }
    return modules.flatMap { module in
      module.manifest.operations.flatMap { operation -> [Doubt] in
        guard let analyses = used["\(module.manifest.id).\(operation.id)"] else { return [] }
        let isRead = analyses.contains { $0.inputs.values.contains(dataset.source.dataset) }
        return module.unread(in: dataset, isRead: isRead, by: operation.id)
      }
    }
  }
}
