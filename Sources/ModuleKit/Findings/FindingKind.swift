/// What every finding of one code has in common: its sentence, what it does not show, and what it states.
public struct FindingKind: Sendable, Equatable {
  /// A number that findings of the code state.
  public struct Number: Sendable, Equatable {
    /// The name in results.
    public var name: String
    /// The unit.
    public var unit: Unit
    /// What it is.
    public var summary: Text

    /// The number `name` in `unit`.
    public init(_ name: String, _ unit: Unit, _ summary: Text) {
      (self.name, self.unit, self.summary) = (name, unit, summary)
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// How far it may be relied on.
  public var tier: Tier
  /// Where it may stand.
  public var placement: Placement
  /// The sentence, with the names of numbers and words in braces.
  ///
  /// `{gap}` is the number with its unit and range; `{gap.value}`, `{gap.low}` and `{gap.high}` are its parts,
  /// `{gap.number}` is without the unit; a word such as `{leader}` stands as given.
  public var statement: Text
  /// What the finding does not show.
  public var caution: Text
  /// How it is reached, with a citation.
  public var method: Text
  /// The numbers it states.
  public var numbers: [Number]
  /// The names and words it states.
  public var words: [String]

  /// The kind of finding that says `statement`.
  public init(
    _ severity: Severity, tier: Tier = .fact, placement: Placement = .body, _ statement: Text, caution: Text,
    method: Text, numbers: [Number] = [], words: [String] = []
  ) {
    (self.severity, self.tier, self.placement, self.statement) = (severity, tier, placement, statement)
    (self.caution, self.method, self.numbers, self.words) = (caution, method, numbers, words)
  }
}

/// The codes an operation can emit: a closed enumeration, so that the catalogue is complete or does not compile.
public protocol FindingCode: RawRepresentable<String>, CaseIterable, Sendable {
  /// What findings of this code have in common.
  var kind: FindingKind { get }
}
