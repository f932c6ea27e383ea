/// An operation whose findings are codes of an enumeration: the way of operations that have not been given findings of
/// types yet.
public protocol CodedOperation: ModuleOperation {
  associatedtype Code: FindingCode
  func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws
}

extension CodedOperation {
  public static var findings: [any AnyFindingKind] { Code.allCases.map { CodedKind($0) } }

  public func run(_ findings: inout Findings, _ context: Context) async throws {
    var coded = CodedFindings<Code>(checked: findings.checked)
    try await run(&coded, context)
    findings.checked = coded.checked
  }
}

struct CodedKind: AnyFindingKind {
  let declared: DeclaredFinding
  let examples: [FindingExample] = []
  init(_ code: some FindingCode) {
    let kind = code.kind
    declared = DeclaredFinding(
      code.rawValue, kind.severity, tier: kind.tier, placement: kind.placement, kind.statement, caution: kind.caution,
      method: kind.method, numbers: kind.numbers, words: kind.words)
  }
}

public struct CodedFindings<Code: FindingCode>: Sendable {
  var checked: CheckedOutcome

  public mutating func add(
    _ code: Code, about subject: String, _ values: [String: Quantity] = [:], words: [String: Text] = [:],
    from evidence: [Evidence]
  ) {
    checked.add(code.rawValue, about: subject, values, words: words, from: evidence)
  }
  public mutating func add(table: Table, as name: String) { checked.add(table: table, as: name) }
  public mutating func add(figure svg: Text, as name: String) { checked.add(figure: svg, as: name) }
  public mutating func add(page html: String, in language: Language) { checked.add(page: html, in: language) }
}

public struct CodedFindingKind: Sendable, Equatable {
  public typealias Number = DeclaredFinding.Number
  public var severity: Severity
  public var tier: Tier
  public var placement: Placement
  public var statement: Text
  public var caution: Text
  public var method: Text
  public var numbers: [Number]
  public var words: [String]
  public init(
    _ severity: Severity, tier: Tier = .fact, placement: Placement = .body, _ statement: Text, caution: Text,
    method: Text, numbers: [Number] = [], words: [String] = []
  ) {
    (self.severity, self.tier, self.placement, self.statement) = (severity, tier, placement, statement)
    (self.caution, self.method, self.numbers, self.words) = (caution, method, numbers, words)
  }
}

public protocol FindingCode: RawRepresentable<String>, CaseIterable, Sendable {
  var kind: CodedFindingKind { get }
}

public struct CodedTable: AnyTableKind, Equatable {
  public struct Column: Sendable, Equatable {
    public var name: String
    public var type: ColumnType
    public var heading: Text
    public init(_ name: String, _ type: ColumnType, _ heading: Text) {
      (self.name, self.type, self.heading) = (name, type, heading)
    }
  }
  public var name: String
  public var title: Text
  public var columns: [Column]
  public init(_ name: String, _ title: Text, columns: [Column]) {
    (self.name, self.title, self.columns) = (name, title, columns)
  }
  public var declared: DeclaredTable {
    DeclaredTable(name, title, columns: columns.map { .init($0.name, $0.type, $0.heading) })
  }
  public func table(_ rows: [[Cell]]) throws -> Table {
    var builder = try TableBuilder(columns.map { ($0.name, $0.type) })
    for row in rows { try builder.append(row) }
    return builder.table
  }
}
