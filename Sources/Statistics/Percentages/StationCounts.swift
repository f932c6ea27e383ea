/// What a station reported: the counts behind its turnout and the share of the option ahead.
public struct StationCounts: Sendable, Hashable {
  /// Voters on the list.
  public let registered: Int
  /// Ballots handed to voters.
  public let given: Int
  /// Ballots found in the boxes, valid or not.
  public let received: Int
  /// Votes for the option ahead in the whole contest.
  public let leader: Int

  /// A station's counts, as reported.
  public init(registered: Int, given: Int, received: Int, leader: Int) {
    (self.registered, self.given, self.received, self.leader) = (registered, given, received, leader)
  }
}
