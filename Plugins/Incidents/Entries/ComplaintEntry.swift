public import Ledger
import ModuleKit

extension EntryKind {
  /// A complaint or an appeal before a forum: what was asked, on which legal basis, and what became of it.
  public static let complaint = EntryKind(
    "incidents.complaint", version: 1, "a complaint or an appeal before a forum",
    [
      .init("title", Schema(.string(.filled), "the complaint in a few words"), required: true),
      .init("forum", Schema(.string(.filled), "before whom: a board, a court, a prosecutor"), required: true),
      .init("reference", Schema(.string(.filled), "the number under which the forum keeps it")),
      .init("complainant", Schema(.string(.filled), "who complains: an office, a party or a role, no private person")),
      .init("contact", Schema(.string(.filled), "how to reach who complains; private")),
      .init("against", Schema(.string(.filled), "against which act or office")),
      .init("legal_basis", Schema(.string(.filled), "the law that it rests on, with its article")),
      .init("appeals", Schema(.string(.filled), "the complaint whose decision it appeals")),
      .init("filed", Schema(.string(.instant), "when it was filed")),
    ],
    later: [
      .init("answered", Schema(.string(.instant), "when the forum or the other side answered")),
      .init("decided", Schema(.string(.instant), "when it was decided")),
      .init(
        "decision", Schema(.choice(ComplaintDecision.allCases.map(\.rawValue)), "how it was decided")),
      .init("remedy", Schema(.string(.filled), "what was ordered")),
      .init("remedied", Schema(.string(.instant), "when that was carried out")),
    ], references: ["appeals"], privateFields: ["contact"])
}
