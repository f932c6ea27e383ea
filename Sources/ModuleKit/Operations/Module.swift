public import Hashing

/// All that the host knows of modules, built-in and external alike.
public protocol Module: Sendable {
  /// What the module says of itself.
  var manifest: Manifest { get }
  /// The kinds of dataset that it brings along.
  var kinds: [any AnyDatasetKind] { get }
  /// The digest of its files, which enters the keys of its results; nil for a module that comes with the program.
  var fingerprint: Hash32? { get throws }
  /// Its files, by their paths in the workspace; none for a module that comes with the program.
  var files: [String] { get throws }
  /// Runs one operation.
  /// - Throws: ``DiagnosticsError`` where the operation cannot do its work; `CancellationError` where it was stopped.
  func run(_ request: Request, _ context: Context) async throws -> Outcome
}

extension Module {
  /// None: the module comes with the program.
  public var fingerprint: Hash32? { nil }
  /// None: the module comes with the program.
  public var files: [String] { [] }
}

/// One call of an operation: everything it may read.
public struct Request: Sendable {
  /// The operation's name within its module.
  public var operation: String
  /// The datasets, by slot.
  public var inputs: [String: LoadedDataset] = [:]
  /// The files, by slot.
  public var files: [String: [Language: TextFile]] = [:]
  /// The stored results of the analyses it uses, in the order of the workspace file.
  public var results: [StoredResult] = []
  /// The parameters; what is left out stands at its default.
  public var parameters: [String: Value] = [:]

  /// A call of `operation`.
  public init(_ operation: String) { self.operation = operation }
}

/// What the host gives beside inputs and parameters.
public struct Context: Sendable {
  /// What the operation may know of the mission.
  public var mission: Mission
  /// The instant whose knowledge the inputs are restricted to; nil for all that is known.
  public var asOf: Instant?
  /// The seed of any draw, the same for the same key.
  public var seed: UInt64
  /// Tells how far the work is, from 0 to 1.
  public var progress: @Sendable (Double) -> Void

  /// A context for one run.
  public init(
    mission: Mission, asOf: Instant? = nil, seed: UInt64 = 0, progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) { (self.mission, self.asOf, self.seed, self.progress) = (mission, asOf, seed, progress) }
}

/// What an operation may know of the mission.
public struct Mission: Sendable, Equatable {
  /// The mission's name, in snake_case.
  public var id: String
  /// The title.
  public var title: Text
  /// The day of the election.
  public var electionDay: Day
  /// The zone in which the mission tells times.
  public var zone: Zone
  /// The languages it writes in.
  public var languages: [Language]
  /// What every page says of the mission's standing; nil where nothing needs saying.
  public var notice: Text?

  /// A mission.
  public init(id: String, title: Text, electionDay: Day, zone: Zone, languages: [Language], notice: Text?) {
    (self.id, self.title, self.electionDay, self.zone) = (id, title, electionDay, zone)
    (self.languages, self.notice) = (languages, notice)
  }
}

/// A file of text that an operation reads.
public struct TextFile: Sendable, Equatable {
  /// The path as users see it: relative to the workspace.
  public var path: String
  /// What it holds.
  public var text: String

  /// The file at `path`.
  public init(path: String, text: String) { (self.path, self.text) = (path, text) }
}

/// What a run of an operation gave.
public struct Outcome: Sendable, Equatable {
  /// What was found, in the order in which the operation told it.
  public var findings: [Finding] = []
  /// Tables, by name.
  public var tables: [String: Table] = [:]
  /// Figures as SVG text, by name and language.
  public var figures: [String: Text] = [:]
  /// Pages, one a language: what drafting makes.
  public var pages: [Language: String] = [:]

  /// An outcome without anything in it.
  public init() {}
}
