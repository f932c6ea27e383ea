/// A kind of finding as manifests hold it, those of external modules included.
public struct DeclaredFinding: Sendable, Equatable {
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

  /// The code, in snake_case.
  public var code: String
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

  /// The kind of finding `code` that says `statement`.
  public init(
    _ code: String, _ severity: Severity, tier: Tier = .fact, placement: Placement = .body, _ statement: Text,
    caution: Text, method: Text, numbers: [Number] = [], words: [String] = []
  ) {
    (self.code, self.severity, self.tier, self.placement) = (code, severity, tier, placement)
    (self.statement, self.caution, self.method, self.numbers, self.words) = (statement, caution, method, numbers, words)
  }
}
