public import Language

/// What is voted on: its rule and its options, in ballot order.
public struct Contest: Sendable, Equatable {
  /// How the votes decide.
  public enum Rule: Sendable, Hashable {
    /// The votes of which a majority is more than half.
    public enum Whole: String, Sendable, CaseIterable {
      /// The valid votes.
      case validVotes = "valid_votes"
      /// All votes cast, blank and null ones with them.
      case allVotes = "all_votes"
    }

    /// Most votes, in one round.
    case plurality
    /// More than half, else nobody is elected.
    case majority(of: Whole)
    /// More than half of the valid votes, else the two ahead go on to a second round.
    case twoRound
    /// More than `outright` percent of the valid votes; or more than `share` percent, and more than `lead` points of them ahead of
    /// the next; else the two ahead go on to a second round.
    case threshold(share: Int, lead: Int, outright: Int)
    /// So many seats, to the options with the most votes.
    case seats(Int)

    /// The points of the valid votes by which the one ahead must lead to be elected in one way of several; 0 where no way asks for
    /// that.
    public var lead: Int { if case .threshold(_, let lead, _) = self { lead } else { 0 } }
  }

  /// What is voted for: a candidate, a list, an answer.
  public struct Option: Sendable, Equatable {
    /// The key, in snake_case: part of column names.
    public var id: String
    /// The name for readers.
    public var name: Text
    /// The party or alliance; nil where there is none.
    public var party: Text?
    /// The colour that the mission gives it in figures, as `#rrggbb`; nil where it gives none.
    public var colour: String?

    /// The option `id`.
    public init(_ id: String, name: Text, party: Text? = nil, colour: String? = nil) {
      (self.id, self.name, self.party, self.colour) = (id, name, party, colour)
    }
  }

  /// The contest's name in the workspace.
  public var id: String
  /// How the votes decide.
  public var rule: Rule
  /// The options, in ballot order.
  public var options: [Option]

  /// The contest `id`.
  public init(_ id: String, rule: Rule, options: [Option]) { (self.id, self.rule, self.options) = (id, rule, options) }
}
