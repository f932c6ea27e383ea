public import Ledger
import ModuleKit

extension EntryKind {
  /// What a source stated of people killed, injured, detained or missing. A source's later claim is a record of its own.
  public static let claim = EntryKind(
    "incidents.claim", version: 1, "what a source stated of people killed, injured, detained or missing",
    [
      .init("source", Schema(.string(.filled), "who says so: an office, an organisation or an outlet"), required: true),
      .init(
        "measure", Schema(.string(.identifier), "what is counted: killed, injured, detained, missing"), required: true),
      .init("population", Schema(.string(.identifier), "among whom, such as civilian; all where it is left out")),
      .init("qualifier", Schema(.choice(Claim.Qualifier.allCases.map(\.rawValue)), "how the number is meant")),
      .init("value", Schema(.integer(mostPeople), "the number")),
      .init("value_low", Schema(.integer(mostPeople), "the low end, where the claim is a range")),
      .init("value_high", Schema(.integer(mostPeople), "the high end, where the claim is a range")),
      .init("period_from", Schema(.string(.day), "the first day that it speaks of")),
      .init("period_to", Schema(.string(.day), "the last day that it speaks of")),
      .init("definition", Schema(.string(.filled), "what the source counts, in its own terms")),
      .init("published", Schema(.string(.day), "the day on which it was published, in the mission's zone")),
      .init("url", Schema(.string(.filled), "where the original stands")),
      .init("capture", Schema(.string(.filled), "SHA-256 of the copy that the mission keeps of it")),
    ],
    later: [.init("retracted", Schema(.boolean, "whether who logged it takes it back: the source never said so"))])

  private static let mostPeople = 0...9_999_999_999
}
