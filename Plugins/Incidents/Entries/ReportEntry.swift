public import Ledger
import ModuleKit

extension EntryKind {
  /// What one observer sent in, as it came: a report is never changed, only assessed.
  public static let report = EntryKind(
    "incidents.report", version: 1, "what one observer sent in", isFixed: true,
    [
      .init("text", Schema(.string(.filled), "what was reported, in the words in which it came"), required: true),
      .init("received_at", Schema(.string(.instant), "when it came in")),
      .init("channel", Schema(.choice(["phone", "message", "form", "meeting", "media", "other"]), "how it came in")),
      .init("language", Schema(.string(.identifier), "the language of the text, such as es")),
      .init("source", Schema(.string(.filled), "who or what it comes from: an office or a role, no name of a person")),
      .init("contact", Schema(.string(.filled), "how to reach who reported; private")),
      .init("area", Schema(.string(.filled), "where, as the mission names its areas")),
      .init(
        "consent", Schema(.choice(["yes", "no", "unknown"]), "whether its source agreed to its being passed on")),
      .init(
        "sensitivity", Schema(.choice(["public", "restricted", "confidential"]), "for whom it may be seen")),
    ], privateFields: ["contact"], disclosure: .only(field: "sensitivity", word: "public"))
}
