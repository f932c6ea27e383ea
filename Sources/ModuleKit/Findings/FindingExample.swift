/// Inputs for which an operation makes a finding, or does not make it.
///
/// Each stands beside the finding's sentence, as its test and as its part of the documentation.
public struct FindingExample: Sendable {
  /// A dataset of an example, as lines of CSV: the contest has the options `oak` and `elm`, with `ash` where a column
  /// names it; the areas are `region`, and `place` within it, where the lines have those columns.
  public struct Dataset: Sendable, ExpressibleByStringLiteral {
    /// The lines, the header first.
    public let lines: String
    /// Whose copies the sheets are; official unless said otherwise.
    public let track: Track

    /// The dataset that `lines` hold.
    public init(_ lines: String, track: Track = .official) { (self.lines, self.track) = (lines, track) }

    /// The dataset that the literal's lines hold.
    public init(stringLiteral lines: String) { self.init(lines) }
  }

  /// What it shows, as a sentence.
  public let title: String
  /// The datasets, by the input that they are given as.
  public let inputs: KeyValuePairs<String, Dataset>
  /// The contest's rule.
  public let rule: Contest.Rule
  /// The parameters that are not left to their defaults.
  public let parameters: [String: Value]
  /// The instant of the edition, in RFC 3339; nil for all that is known.
  public let asOf: String?
  /// What the findings made are about, in their order; empty where none is made.
  public let subjects: [String]

  /// An example for which findings about `subjects` are made, and no others of the kind; none where there are none.
  public init(
    _ title: String, _ inputs: KeyValuePairs<String, Dataset>, with parameters: [String: Value] = [:],
    by rule: Contest.Rule = .plurality, asOf: String? = nil, finds subjects: String...
  ) {
    (self.title, self.inputs, self.parameters, self.rule) = (title, inputs, parameters, rule)
    (self.asOf, self.subjects) = (asOf, subjects)
  }
}
