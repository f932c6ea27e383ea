/// What every finding of one code has in common: its sentence, what it does not show, and what it states.
///
/// `F` is the type whose values are what a single finding states.
public struct FindingKind<F: Sendable>: Sendable {
  /// A number that findings of the code state.
  public struct Number: Sendable {
    let declared: DeclaredFinding.Number
    let path: any PartialKeyPath<F> & Sendable
    let read: @Sendable (F) -> Quantity?

    /// The number `name` of results, in `unit`: the property at `path`.
    public init<N: StatedNumber>(_ name: String, _ path: any KeyPath<F, N> & Sendable, _ unit: Unit, _ summary: Text) {
      (declared, self.path) = (DeclaredFinding.Number(name, unit, summary), path)
      read = { $0[keyPath: path].quantity(in: unit) }
    }

    /// The number `name` of results, in `unit`: the property at `path`, which a finding may lack.
    public init<N: StatedNumber>(_ name: String, _ path: any KeyPath<F, N?> & Sendable, _ unit: Unit, _ summary: Text) {
      (declared, self.path) = (DeclaredFinding.Number(name, unit, summary), path)
      read = { $0[keyPath: path]?.quantity(in: unit) }
    }
  }

  /// A name or word that findings of the code state.
  public struct Word: Sendable {
    let name: String
    let path: any PartialKeyPath<F> & Sendable
    let read: @Sendable (F) -> Text?

    /// The word `name` of results: the property at `path`.
    public init(_ name: String, _ path: any KeyPath<F, Text> & Sendable) {
      (self.name, self.path, read) = (name, path, { $0[keyPath: path] })
    }

    /// The word `name` of results: the property at `path`, which a finding may lack.
    public init(_ name: String, _ path: any KeyPath<F, Text?> & Sendable) {
      (self.name, self.path, read) = (name, path, { $0[keyPath: path] })
    }
  }

  /// The kind as manifests hold it.
  public let declared: DeclaredFinding
  /// Inputs that make such a finding, and inputs that do not: its tests and its part of the documentation.
  public let examples: [FindingExample]
  private let numbers: [Number]
  private let words: [Word]

  /// The kind of finding that says `statement`; the code is the name of the type in snake_case, unless given.
  public init(
    _ severity: Severity, tier: Tier = .fact, placement: Placement = .body, code: String? = nil,
    _ statement: Sentence<F>, caution: Text, method: Text, numbers: [Number] = [], words: [Word] = [],
    examples: [FindingExample] = []
  ) {
    let names = Dictionary(
      numbers.map { ($0.path as PartialKeyPath<F>, $0.declared.name) }
        + words.map { ($0.path as PartialKeyPath<F>, $0.name) }
    ) { first, _ in first }
    declared = DeclaredFinding(
      code ?? snakeCase("\(F.self)"), severity, tier: tier, placement: placement, statement.template(names),
      caution: caution, method: method, numbers: numbers.map(\.declared), words: words.map(\.name))
    (self.numbers, self.words, self.examples) = (numbers, words, examples)
  }

  /// The numbers that `finding` states, by name.
  func values(of finding: F) -> [String: Quantity] {
    numbers.reduce(into: [:]) { $0[$1.declared.name] = $1.read(finding) }
  }

  /// The names and words that `finding` states, by name.
  func words(of finding: F) -> [String: Text] { words.reduce(into: [:]) { $0[$1.name] = $1.read(finding) } }
}

/// A kind without the type of its findings, for the list of what an operation can find.
public protocol AnyFindingKind: Sendable {
  /// The kind as manifests hold it.
  var declared: DeclaredFinding { get }
  /// Inputs that make such a finding, and inputs that do not.
  var examples: [FindingExample] { get }
}

extension FindingKind: AnyFindingKind {}

/// A type whose values can be numbers of findings.
public protocol StatedNumber: Sendable {
  /// The number as a quantity; the unit is that of the finding's kind.
  func quantity(in unit: Unit) -> Quantity
}

extension Int: StatedNumber {
  /// An exact count of something.
  public func quantity(in unit: Unit) -> Quantity { Quantity(self, unit) }
}

extension Int64: StatedNumber {
  /// An exact count of something.
  public func quantity(in unit: Unit) -> Quantity { Quantity(Int(self), unit) }
}

extension Double: StatedNumber {
  /// A measure without a range.
  public func quantity(in unit: Unit) -> Quantity { Quantity(self, unit) }
}

extension Quantity: StatedNumber {
  /// The quantity itself, which is in that unit: ``CheckedOutcome`` holds the two against each other.
  public func quantity(in unit: Unit) -> Quantity { self }
}
