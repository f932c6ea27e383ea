/// One tally sheet of a simulated election, as somebody has it.
public struct SimulatedSheet: Sendable, Equatable {
  /// Its position in the country, from 0, which every track of it shares.
  public var position: Int
  /// Its polling place, by its position in the territory, and its number there, from 0.
  public var place, number: Int32
  /// Voters on the register; poll staff who vote here without being on it.
  public var registered, extraVoters: Int32
  /// Ballot papers received, handed out and left over.
  public var received, issued, unused: Int32
  /// Ballots found, and the valid, blank and spoiled ones among them.
  public var cast, valid, blank, null: Int32
  /// Votes by option, in ballot order.
  public var votes: SIMD4<Int32>
  /// When it was published, in seconds since 1970: the end of the five minutes in which it came.
  public var published: Int64

  /// The columns of the figures, in the order of `figures`.
  static let fields =
    ["registered", "extra_voters", "received", "issued", "unused", "cast", "valid", "blank", "null"]
    + TrainingElection.options.map { "votes_\($0)" }

  /// The figures on the sheet.
  var figures: [Int32] {
    [registered, extraVoters, received, issued, unused, cast, valid, blank, null]
      + (0..<TrainingElection.options.count).map { votes[$0] }
  }

  /// Takes over what another sheet counted; the voters on the register are printed beforehand and stay.
  mutating func copyFigures(of other: SimulatedSheet) {
    (received, issued, unused) = (other.received, other.issued, other.unused)
    (cast, valid, blank, null, votes) = (other.cast, other.valid, other.blank, other.null, other.votes)
  }
}
