public import Ledger
public import ModuleKit

/// A mission's folder, as its `veedor.yaml` describes it, checked.
public struct Workspace: Sendable {
  /// One dataset.
  public struct Dataset: Sendable {
    /// The name in the workspace.
    public var id: String
    /// Its kind.
    public var kind: any AnyDatasetKind
    /// The files whose rows it has, in this order, relative to the folder: one at least, unless it is read from the ledger.
    public var files: [String]
    /// How its rows are made of the ledger's records; nil where it is read from files.
    public var ledgerRows: LedgerRows?
    /// The file, or `ledger`, as the workspace names it; of several files, the pattern, or the first one and how many more there are.
    public var name: String
    /// What else the workspace says of it.
    public var declaration: DatasetDeclaration
  }

  /// One configured use of an operation: what stands under `analyses:`, and under `drafts:` for what is short.
  public struct Analysis: Sendable, Equatable {
    /// The folder under `results/` in which the results of editions stand; no analysis can have its name.
    public static let editionsFolder = "as_of"

    /// The name in the workspace.
    public var id: String
    /// The module's name.
    public var module: String
    /// What the operation declares.
    public var operation: OperationManifest
    /// The datasets, by slot.
    public var inputs: [String: String] = [:]
    /// The analyses whose stored results it reads.
    public var uses: [String] = []
    /// The files, by slot and language, relative to the folder.
    public var files: [String: [Language: String]] = [:]
    /// The parameters in their normal form, defaults filled in: what the key and the operation get.
    public var parameters: [String: Value] = [:]
    /// For one under `drafts:`, the instant whose knowledge it is restricted to.
    public var asOf: Instant?

    /// The module and operation as the file names them: `counts.timeline`.
    public var use: String { "\(module).\(operation.id)" }

    /// The analyses that must have run before it does.
    public var needs: [String] { operation.usesResults == .current ? uses : [] }
  }

  /// An external module of the workspace, which is a program of its own.
  public struct DeclaredModule: Sendable, Equatable {
    /// The folder that holds its `module.yaml`, relative to the workspace's.
    public var path: String
    /// What its `module.yaml` says.
    public var file: ModuleFile

    /// The module in the folder at `path`, whose `module.yaml` is `file`.
    public init(path: String, file: ModuleFile) { (self.path, self.file) = (path, file) }
  }

  /// One kind of bundle the mission hands out.
  public struct Bundle: Sendable, Equatable {
    /// What a bundle can hold.
    public enum Part: String, Sendable, CaseIterable { case workspace, ledger, results, drafts, attachments }

    /// The folder in the workspace's into which bundles are packed.
    public static let folder = "bundles"

    /// The name in the workspace.
    public var id: String
    /// What it holds.
    public var parts: [Part]
    /// For whom it is.
    public var profile: String
  }

  /// The folder.
  public let folder: WorkspaceFolder
  /// The mission.
  public var mission: Mission
  /// The contests, in the order of the file.
  public var contests: [Contest]
  /// The datasets, in the order of the file.
  public var datasets: [Dataset]
  /// The analyses that `veedor run` runs, in the order of the file.
  public var analyses: [Analysis]
  /// The analyses whose operations make pages, which `veedor draft` runs, in the order of the file.
  public var drafts: [Analysis]
  /// What bundles can hold beside: paths of files and folders, and patterns, in the order of the file.
  public var attachments: [String]
  /// The bundles, in the order of the file.
  public var bundles: [Bundle]
  /// The warnings that are meant, in the order of the file.
  public var acknowledgements: [Acknowledgement]
  /// What looks as if it told of a person, and is meant to be public, in the order of the file.
  public var disclosed: [Disclosed]
  /// The external modules, in the order of the file.
  public var modules: [DeclaredModule]
  /// What was withheld from it, where it is the public edition of another.
  public var withheld: Withheld?
  /// The kinds of entry that the ledger's records are read as.
  public var entryKinds: [EntryKind]
  /// The rosters that are trusted here: what the mission's revokes is in no row that is read from the ledger.
  public var rosters = RosterFolder()

  /// The name of the workspace file.
  public static let fileName = "veedor.yaml"

  /// The dataset named `id`.
  public func dataset(_ id: String) -> Dataset? { datasets.first { $0.id == id } }

  /// The datasets that `analysis` reads, and those of the results that it uses, in the order of the workspace.
  public func datasets(behind analysis: Analysis) -> [Dataset] {
    var (wanted, names, seen) = ([analysis], Set<String>(), Set<String>())
    while let next = wanted.popLast() {
      names.formUnion(next.inputs.values)
      wanted += next.uses.filter { seen.insert($0).inserted }.compactMap(self.analysis)
    }
    return datasets.filter { names.contains($0.id) }
  }

  /// The analysis or draft named `id`.
  public func analysis(_ id: String) -> Analysis? { analyses.first { $0.id == id } ?? drafts.first { $0.id == id } }
}
