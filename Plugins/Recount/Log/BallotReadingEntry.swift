public import Ledger
import ModuleKit

extension EntryKind {
  /// What one person reads on a drawn ballot. What two persons read on it are two records, of one draw.
  public static let ballotReading = EntryKind(
    "recount.ballot_reading", version: 1, "what one person reads on a drawn ballot",
    [
      .init("contest", Schema(.string(.identifier), "the contest"), required: true),
      .init("round", Schema(.string(.filled), "the round in which it is looked at"), required: true),
      .init("last_draw", Schema(.integer(draws), "the number of the round's last draw"), required: true),
      .init("draw", Schema(.integer(draws), "the number of the draw, as in sample.csv"), required: true),
      .init("container", Schema(.string(.filled), "the container of the ballot's batch"), required: true),
      .init("batch", Schema(.string(.filled), "the batch"), required: true),
      .init("ballot", Schema(.integer(1...BallotManifest.most), "the ballot's number in the batch"), required: true),
      .init(
        "paper", Schema(.string(.filled), "what the paper says: an option, other, no_vote or not_found"),
        required: true),
      // The name `record` is taken in entries: it says which record of the ledger an entry is about.
      .init("on_record", Schema(.string(.filled), "what its record says: an option, other, no_vote or no_record")),
      .init("cause", Schema(.string(.filled), "why the two differ, as far as is known")),
    ],
    later: [.init("retracted", Schema(.boolean, "whether who entered it takes it back"))])

  private static let draws = DrawRequest.sizes
}
