public import Hashing
public import Ledger

/// All that the host knows of modules, built-in and external alike.
public protocol Module: Sendable {
  /// What the module says of itself.
  var manifest: Manifest { get }
  /// The kinds of dataset that it brings along.
  var kinds: [any AnyDatasetKind] { get }
  /// The kinds of entry that it declares for the ledger.
  var entryKinds: [EntryKind] { get }
  /// The kinds of dataset whose rows it makes of the ledger's records.
  var ledgerRows: [LedgerRows] { get }
  /// The digest of its files, which enters the keys of its results; nil for a module that comes with the program.
  var fingerprint: Hash32? { get throws }
  /// Its files, by their paths in the workspace; none for a module that comes with the program.
  var files: [String] { get throws }
  /// What is wrong with a text file of an operation before any result is known.
  func problems(of file: TextFile, for operation: String, names: [String]) -> [Diagnostic]
  /// What `dataset` holds that an operation which the workspace uses is about, and does not read: because no analysis
  /// gives it the dataset, or because the rows do not say it as the operation reads it.
  func unread(in dataset: LoadedDataset, isRead: Bool, by operation: String) -> [Doubt]
  /// Runs one operation.
  /// - Throws: ``DiagnosticsError`` where the operation cannot do its work; `CancellationError` where it was stopped.
  func run(_ request: Request, _ context: Context) async throws -> Outcome
}

extension Module {
  /// None.
  public var entryKinds: [EntryKind] { [] }
  /// None.
  public var ledgerRows: [LedgerRows] { [] }
  /// None: the module comes with the program.
  public var fingerprint: Hash32? { nil }
  /// None: the module comes with the program.
  public var files: [String] { [] }
  /// None.
  public func problems(of file: TextFile, for operation: String, names: [String]) -> [Diagnostic] { [] }
  /// None.
  public func unread(in dataset: LoadedDataset, isRead: Bool, by operation: String) -> [Doubt] { [] }
}
