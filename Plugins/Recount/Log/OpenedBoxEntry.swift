public import Ledger
import ModuleKit

extension EntryKind {
  /// A box that was opened and counted again, as one observer logs it. What two observers log of one box are two records, of one sheet.
  public static let openedBox = EntryKind(
    "recount.opened_box", version: 1, "a box that was opened and counted again, as one observer logs it",
    [
      .init("sheet", Schema(.string(.filled), "the box: the key of its sheet"), required: true),
      .init("reason", Schema(.string(.filled), "why it was opened")),
      .init(
        "attended", Schema(.list(Schema(.string(.filled)), atLeast: 1), "parties, offices and missions that attended")),
      .init(
        "votes_before", Schema(.list(Schema(.string(.filled)), atLeast: 1), "votes before, each as option=votes")),
      .init("votes_after", Schema(.list(Schema(.string(.filled)), atLeast: 1), "votes after, each as option=votes")),
    ],
    later: [.init("retracted", Schema(.boolean, "whether who logged it takes it back"))])
}
