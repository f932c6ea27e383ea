public import Diagnostics
public import Hashing
public import Ledger
public import ModuleKit
import Synchronization

/// The ledger of a workspace, read once: all of a run sees the same of it.
public final class WorkspaceLedger: Sendable {
  /// What counts in it.
  public let snapshot: LedgerSnapshot
  private let kinds: [EntryKind]
  private let views = Mutex<[Instant?: LedgerView]>([:])

  init(_ snapshot: LedgerSnapshot, kinds: [EntryKind]) { (self.snapshot, self.kinds) = (snapshot, kinds) }

  /// The rows that `rows` makes of it for `contest`: of an edition, of the entries that were known at `asOf`.
  func rows(_ rows: LedgerRows, for contest: Contest?, asOf: Instant?) -> [[String: String]] {
    rows.rows(of: view(asOf: asOf), for: contest)
  }

  /// The digest of these rows.
  public func digest(of rows: LedgerRows, for contest: Contest?, asOf: Instant?) -> Hash32 {
    let rows = self.rows(rows, for: contest, asOf: asOf).map { Value.object($0.mapValues(Value.string)) }
    return Hash32(of: Value.list(rows).canonicalJSON)
  }

  /// The records as its entries make them; of an edition, those that were known at `asOf`.
  func view(asOf: Instant?) -> LedgerView {
    views.withLock { views in
      if let held = views[asOf] { return held }
      let view = LedgerView(asOf.map { snapshot.entries(knownAt: $0) } ?? snapshot.entries, kinds: kinds)
      views[asOf] = view
      return view
    }
  }

  /// What keeps it from being read: damage that can be mended.
  var errors: [Diagnostic] {
    snapshot.problems.filter { $0.severity == .error && !$0.isLasting }.map { Diagnostic($0) }
  }
}

extension Workspace {
  /// The ledger, held from the first time it is asked for.
  /// - Throws: `FeedMessage` where there is none.
  public func ledger() throws -> WorkspaceLedger {
    try folder.ledger { WorkspaceLedger(try Ledger(of: self).snapshot(), kinds: entryKinds) }
  }

  /// What a second reader would ask of the ledger, where a dataset is read from it.
  /// - Throws: what ``dataProblems(_:of:)`` tells, where there are any.
  public func ledgerDoubts() throws -> [Diagnostic] {
    guard datasets.contains(where: { $0.ledgerRows != nil }) else { return [] }
    let ledger = try ledger()
    let view = ledger.view(asOf: nil)
    let waiting = view.orphans.count + view.records.map(\.pending.count).reduce(0, +)
    let told = ledger.snapshot.problems.map { problem in
      var told = Diagnostic(problem)
      told.severity = .warning
      return told
    }
    return told + (waiting > 0 ? [Diagnostic(WorkspaceMessage.waitingEntries(waiting))] : [])
  }
}

extension Ledger {
  /// The ledger of `workspace`, with the keys of the user.
  public init(of workspace: Workspace) {
    self.init(
      in: workspace.folder.home, mission: workspace.mission.id, keys: KeyFolder(), rosters: workspace.rosters)
  }
}
