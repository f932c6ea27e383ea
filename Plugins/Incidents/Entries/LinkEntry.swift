public import Ledger
import ModuleKit

extension EntryKind {
  /// Whether a report is about an incident, as one person decided it; another entry can decide otherwise.
  public static let link = EntryKind(
    "incidents.link", version: 1, "whether a report is about an incident",
    [
      .init("incident", Schema(.string(.filled), "the incident"), required: true),
      .init("report", Schema(.string(.filled), "the report"), required: true),
      .init(
        "decision",
        Schema(
          .choice(["linked", "not_linked", "republished"]), "republished: another copy of a report that is linked"),
        required: true),
    ], references: ["incident", "report"])
}
