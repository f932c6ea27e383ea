public import Ledger
import ModuleKit

extension EntryKind {
  /// What somebody said in public, in their own words: a post that is gone later is a statement with two times.
  public static let statement = EntryKind(
    "incidents.statement", version: 1, "what somebody said in public, and when",
    [
      .init("speaker", Schema(.string(.filled), "who said it: an office, a party or an organisation"), required: true),
      .init("quote", Schema(.string(.filled), "the words, verbatim"), required: true),
      .init("language", Schema(.string(.identifier), "the language of the words, such as es"), required: true),
      .init("said_at", Schema(.string(.instant), "when it was said")),
      .init("source", Schema(.string(.filled), "where it is known from: an outlet, a post, a recording")),
      .init("url", Schema(.string(.filled), "where the original stood")),
      .init("captured_at", Schema(.string(.instant), "when the mission's copy was made")),
      .init("capture", Schema(.string(.filled), "SHA-256 of that copy")),
    ],
    later: [
      .init("seen_at", Schema(.string(.instant), "when it was last seen where it stood")),
      .init("gone_at", Schema(.string(.instant), "when it was first seen to be gone from there")),
    ])
}
