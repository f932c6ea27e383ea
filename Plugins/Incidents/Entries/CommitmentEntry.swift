public import Ledger
import ModuleKit

extension EntryKind {
  /// What an office or a party undertook to do.
  public static let commitment = EntryKind(
    "incidents.commitment", version: 1, "what an office or a party undertook to do, and by when",
    [
      .init("by", Schema(.string(.filled), "who undertook it: an office or a party"), required: true),
      .init("what", Schema(.string(.filled), "what it undertook"), required: true),
      .init("made_at", Schema(.string(.instant), "when it did so")),
      .init("due_from", Schema(.string(.instant), "the earliest instant at which it is due")),
      .init("due_to", Schema(.string(.instant), "the latest such instant")),
      .init("legal_basis", Schema(.string(.filled), "the law that asks for it, with its article")),
      .init("source", Schema(.string(.filled), "where it is known from")),
      .init("url", Schema(.string(.filled), "where the original stands")),
    ],
    later: [
      .init("outcome", Schema(.choice(["kept", "kept_late", "not_kept", "withdrawn"]), "what became of it")),
      .init("done_at", Schema(.string(.instant), "when it was kept")),
    ])
}
