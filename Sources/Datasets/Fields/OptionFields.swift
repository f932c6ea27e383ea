import Language
public import Tables

/// What rows state of one option: its votes, and its percentage as printed.
public struct OptionFields: FieldGroup {
  /// The votes.
  public let votes: Field<Int>
  /// The percentage of the valid votes.
  public let percent: Field<ExactDecimal>

  /// The fields of `option`. `votesScope` and `percentScope` say, after a space, among which votes; none for all.
  public init(_ option: Contest.Option, votesScope: String = "", percentScope: String = "") {
    votes = .votes(for: option, votesScope)
    percent = Field(
      "percent_\(option.id)", least: 0,
      "percent of the valid votes for \(option.name.en)\(percentScope), with the decimals printed")
  }
}

extension Field<Int> {
  /// The votes for `option`; `scope` says, after a space, among which votes.
  static func votes(for option: Contest.Option, _ scope: String = "") -> Self {
    Field("votes_\(option.id)", least: 0, "votes for \(option.name.en)\(scope)")
  }
}
