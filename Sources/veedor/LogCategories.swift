import Incidents
import Ledger
import ModuleKit
import Workspaces

/// The categories by which a mission logs incidents: its own list, else the usual ones.
struct LogCategories {
  let all: Categories
  /// Whether they are the mission's own, so that no other is one.
  private let isOwn: Bool

  /// Those of `workspace`, whose list is its first dataset of the kind.
  /// - Throws: what is wrong with the list.
  init(of workspace: Workspace) async throws {
    guard let list = workspace.datasets.first(where: { $0.kind.id == DatasetKind<Categories>.categories.id }) else {
      (all, isOwn) = (.usual, false)
      return
    }
    (all, isOwn) = (try await DatasetLoader(workspace).load(list.id).content as? Categories ?? .usual, true)
  }

  /// Tells of what is in none of them in `bodies` of entries of `kind`; of the usual ones only what is nearly one.
  func tell(_ bodies: [[String: Value]], of kind: EntryKind) {
    guard kind.id == EntryKind.incident.id else { return }
    let strange = Set(bodies.compactMap { $0["category"]?.string }).filter { all[$0] == nil }
    for key in strange.sorted() where isOwn || didYouMean(key, among: all.keys) != nil {
      Console.message(Diagnostic(IncidentMessage.unknownCategory(key, known: all.keys)))
    }
  }
}
