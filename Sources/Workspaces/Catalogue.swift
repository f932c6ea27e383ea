import Ledger
public import ModuleKit

/// What a workspace can use: the manifests of modules, and the kinds of dataset.
public struct Catalogue: Sendable {
  /// The manifests, by the module's name.
  public private(set) var manifests: [String: Manifest]
  /// The kinds, by name.
  public let kinds: [String: any AnyDatasetKind]
  /// How rows are made of the ledger's records, by the kind of dataset.
  let ledgerRows: [String: LedgerRows]
  /// The kinds of entry of the ledger.
  let entryKinds: [EntryKind]
  /// The module and operation that `drafts:` is short for: the first that makes pages of marked results.
  let drafting: (module: String, operation: OperationManifest)?

  /// What `modules` offer, and the kinds that several of them read.
  public init(_ modules: [any Module]) {
    manifests = Dictionary(modules.map { ($0.manifest.id, $0.manifest) }) { first, _ in first }
    kinds = Dictionary((sharedKinds + modules.flatMap(\.kinds)).map { ($0.id, $0) }) { _, last in last }
    ledgerRows = Dictionary(modules.flatMap(\.ledgerRows).map { ($0.kind, $0) }) { first, _ in first }
    entryKinds = modules.flatMap(\.entryKinds)
    drafting = modules.lazy.map(\.manifest).flatMap { module in module.operations.map { (module.id, $0) } }
      .first { $0.1.makesPages && $0.1.usesResults == .marked }
  }

  /// Adds what an external module offers; such modules bring no kinds.
  mutating func add(_ manifest: Manifest) { manifests[manifest.id] = manifest }

  /// The manifest of the operation that an analysis uses.
  public func operation(_ module: String, _ operation: String) -> OperationManifest? {
    manifests[module]?.operations.first { $0.id == operation }
  }
}
