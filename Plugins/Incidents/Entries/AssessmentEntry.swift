public import Ledger
import ModuleKit

extension EntryKind {
  /// How far a report is believed, by the Admiralty code: its source and what it says, rated apart.
  public static let assessment = EntryKind(
    "incidents.assessment", version: 1, "how far a report is believed, by one assessor",
    [
      .init("report", Schema(.string(.filled), "the report"), required: true),
      .init(
        "reliability",
        Schema(
          .choice(["A", "B", "C", "D", "E", "F"]), "of the source: A reliable to E unreliable, F not to be judged"),
        required: true),
      .init(
        "credibility", Schema(.integer(1...6), "of what it says: 1 confirmed to 5 improbable, 6 not to be judged"),
        required: true),
    ], references: ["report"], disclosure: .none)
}
