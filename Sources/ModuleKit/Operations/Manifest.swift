/// What a module says of itself; the same for built-in and external ones.
public struct Manifest: Sendable, Equatable {
  /// The module's name, in snake_case.
  public var id: String
  /// The version of its methods: part of every key, so that results of another version are run again.
  public var version: String
  /// What it can do.
  public var operations: [OperationManifest]

  /// The manifest of the module `id`.
  public init(id: String, version: String, operations: [OperationManifest]) {
    (self.id, self.version, self.operations) = (id, version, operations)
  }

  /// The words of its findings that decide what a mission cannot know: in sentences, cautions and methods as they are
  /// declared, before names enter them.
  public var forbiddenWords: [KitMessage] {
    operations.flatMap(\.findings).flatMap { kind in
      [kind.statement, kind.caution, kind.method].flatMap { text in
        Language.allCases.flatMap { Wording.slips(in: StatementTemplate(text[$0]).withoutNames) }
      }.map { .forbiddenWord($0.word, code: kind.code) }
    }
  }
}

/// What a module says of one operation.
public struct OperationManifest: Sendable, Equatable {
  /// A dataset that the operation reads.
  public struct Input: Sendable, Equatable {
    /// The name of the slot.
    public var name: String
    /// The kind of dataset that fits.
    public var kind: String
    /// Whether the operation can do without it.
    public var isOptional: Bool
    /// What it is for.
    public var summary: String

    /// A slot named `name` for datasets of `kind`.
    public init(_ name: String, kind: String, isOptional: Bool, summary: String) {
      (self.name, self.kind, self.isOptional, self.summary) = (name, kind, isOptional, summary)
    }
  }

  /// A parameter, by its name.
  public struct Parameter: Sendable, Equatable {
    /// The name.
    public var name: String
    /// What its value may be, with its default and unit.
    public var schema: Schema

    /// The parameter `name`.
    public init(_ name: String, _ schema: Schema) { (self.name, self.schema) = (name, schema) }
  }

  /// The name within the module, in snake_case.
  public var id: String
  /// What it does.
  public var summary: Text
  /// The datasets it reads.
  public var inputs: [Input] = []
  /// Optional inputs of which it needs at least one; none where it can do without all of them.
  public var needsOneOf: [String] = []
  /// The files it reads, by slot: one for all languages or one for each.
  public var files: [String] = []
  /// How it reads the stored results of other analyses; nil where it reads none.
  public var usesResults: ResultsUse?
  /// Its parameters.
  public var parameters: [Parameter] = []
  /// The findings it can make.
  public var findings: [DeclaredFinding] = []
  /// The tables it makes.
  public var tables: [DeclaredTable] = []
  /// The figures it makes.
  public var figures: [FigureKind] = []
  /// Whether it makes pages: `veedor draft` runs such operations, `veedor run` all others.
  public var makesPages = false

  /// The operation `id`.
  public init(_ id: String, summary: Text) { (self.id, self.summary) = (id, summary) }

  /// What findings of `code` have in common.
  public func finding(_ code: String) -> DeclaredFinding? { findings.first { $0.code == code } }

  /// What the parameters may be, as the schema of an analysis's `with:`.
  public var parameterSchema: Schema {
    Schema(.object(parameters.map { Schema.Property($0.name, $0.schema) }))
  }

  /// `parameters` in their normal form, those that are left out at their defaults: however they are written, what says
  /// the same is the same.
  public func normalised(_ parameters: [String: Value]) -> [String: Value] {
    parameterSchema.normalised(.object(parameters)).object ?? [:]
  }
}

/// How an operation reads the stored results of other analyses.
public enum ResultsUse: String, Sendable, CaseIterable {
  /// It runs behind these analyses, once their results are current.
  case current
  /// It takes the results as they are, each with its mark: current, stale, failed or missing.
  case marked
}
