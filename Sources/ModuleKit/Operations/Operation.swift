public import Ledger

/// One analysis a module offers. Conform, and list the type in the module: that is all.
///
///     struct Timeline: ModuleOperation {
///       static let summary = Text(en: "The lead from bulletin to bulletin", es: "La ventaja, boletín a boletín")
///       @Input(.bulletins, "the published counts") var bulletins: Bulletins
///       @Parameter("the shortest gap that counts as a silence") var silence = Duration.seconds(6 * 3600)
///       static let findings: [any AnyFindingKind] = [Silence.kind]
///       func run(_ findings: inout Findings, _ context: Context) async throws { … }
///     }
public protocol ModuleOperation: Sendable {
  /// The findings it can make.
  static var findings: [any AnyFindingKind] { get }
  /// The name in snake_case: that of the type, unless said otherwise.
  static var id: String { get }
  /// What it does.
  static var summary: Text { get }
  /// The tables it makes; none unless said otherwise.
  static var tables: [any AnyTableKind] { get }
  /// The figures it makes; none unless said otherwise.
  static var figures: [FigureKind] { get }
  /// Whether it makes pages; not unless said otherwise.
  static var makesPages: Bool { get }
  /// What is wrong with a text file before any result is known; nothing unless said otherwise.
  /// - Parameter names: names that are nobody's judgement.
  static func problems(of file: TextFile, names: [String]) -> [Diagnostic]
  /// What `dataset` holds that the operation is about and does not read; `isRead` where an analysis gives it the
  /// dataset. Nothing unless said otherwise.
  static func unread(in dataset: LoadedDataset, isRead: Bool) -> [Doubt]
  /// An operation whose properties the host then fills.
  init()
  /// Does the work: a pure function of the declared properties and the context.
  func run(_ findings: inout Findings, _ context: Context) async throws
}

extension ModuleOperation {
  /// The name of the type in snake_case.
  public static var id: String { snakeCase("\(Self.self)") }
  /// No tables.
  public static var tables: [any AnyTableKind] { [] }
  /// No figures.
  public static var figures: [FigureKind] { [] }
  /// No pages.
  public static var makesPages: Bool { false }
  /// None.
  public static func problems(of file: TextFile, names: [String]) -> [Diagnostic] { [] }
  /// None.
  public static func unread(in dataset: LoadedDataset, isRead: Bool) -> [Doubt] { [] }

  /// The declared properties, in order, under their snake_case names.
  private var declarations: [(name: String, it: any Declaration)] {
    Mirror(reflecting: self).children.compactMap { label, value in
      guard let label, let it = value as? any Declaration else { return nil }
      return (snakeCase(String(label.drop { $0 == "_" })), it)
    }
  }

  static var manifest: OperationManifest {
    var manifest = OperationManifest(id, summary: summary)
    for (name, it) in Self().declarations { it.describe(as: name, in: &manifest) }
    (manifest.findings, manifest.tables) = (findings.map(\.declared), tables.map(\.declared))
    (manifest.figures, manifest.makesPages) = (figures, makesPages)
    return manifest
  }

  static func run(_ request: Request, _ context: Context) async throws -> Outcome {
    let (operation, manifest) = (Self(), manifest)
    let needed = manifest.needsOneOf
    var problems = operation.declarations.compactMap { $0.it.bind($0.name, from: request) }
    if !needed.isEmpty, !needed.contains(where: { request.inputs[$0] != nil }) {
      problems.append(.missingOneOf(needed))
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems.map { Diagnostic($0) }) }
    var findings = Findings(manifest)
    try await operation.run(&findings, context)
    return try findings.checked.finished()
  }
}

/// A module made of operation types.
public struct SwiftModule: Module {
  /// What the module says of itself, read off its operations.
  public let manifest: Manifest
  /// The kinds of dataset that it brings along.
  public let kinds: [any AnyDatasetKind]
  /// The kinds of entry that it declares for the ledger.
  public let entryKinds: [EntryKind]
  /// The kinds of dataset whose rows it makes of the ledger's records.
  public let ledgerRows: [LedgerRows]
  private let operations: [String: any ModuleOperation.Type]

  /// The module `id`, whose methods are of `version`.
  public init(
    _ id: String, version: String, kinds: [any AnyDatasetKind] = [], entryKinds: [EntryKind] = [],
    ledgerRows: [LedgerRows] = [], operations: [any ModuleOperation.Type]
  ) {
    (self.kinds, self.entryKinds, self.ledgerRows) = (kinds, entryKinds, ledgerRows)
    self.operations = Dictionary(operations.map { ($0.id, $0) }) { first, _ in first }
    manifest = Manifest(id: id, version: version, operations: operations.map { $0.manifest })
  }

  /// The examples of its findings, by operation, in order.
  public var examples: [(operation: String, code: String, example: FindingExample)] {
    operations.sorted { $0.key < $1.key }.flatMap { id, operation in
      operation.findings.flatMap { kind in kind.examples.map { (id, kind.declared.code, $0) } }
    }
  }

  /// What the operation says of its file.
  public func problems(of file: TextFile, for operation: String, names: [String]) -> [Diagnostic] {
    operations[operation]?.problems(of: file, names: names) ?? []
  }

  /// What the operation says that it does not read.
  public func unread(in dataset: LoadedDataset, isRead: Bool, by operation: String) -> [Doubt] {
    operations[operation]?.unread(in: dataset, isRead: isRead) ?? []
  }

  /// Runs one operation.
  public func run(_ request: Request, _ context: Context) async throws -> Outcome {
    guard let operation = operations[request.operation] else {
      throw DiagnosticsError(KitMessage.unknownOperation(request.operation, module: manifest.id))
    }
    return try await context.mission.writing { try await operation.run(request, context) }
  }
}

func snakeCase(_ name: String) -> String {
  name.reduce(into: "") { out, letter in
    if letter.isUppercase { out += (out.isEmpty ? "" : "_") + letter.lowercased() } else { out.append(letter) }
  }
}
