public import Ledger
import ModuleKit

extension EntryKind {
  /// A rule that sets a time for an act of a complaint: a law, with the article, and what starts its clock. Rules that contradict
  /// each other are records of their own.
  public static let deadline = EntryKind(
    "incidents.deadline", version: 1, "a rule that sets a time for an act of a complaint",
    [
      .init("complaint", Schema(.string(.filled), "the complaint"), required: true),
      .init(
        "act", Schema(.choice(ComplaintAct.allCases.map(\.rawValue)), "what must be done by then"), required: true),
      .init("rule", Schema(.string(.filled), "the law or rule that says so, with its article"), required: true),
      .init(
        "trigger",
        Schema(
          .choice(DeadlineTrigger.allCases.map(\.rawValue)),
          "what starts the clock; event: something else, at trigger_at")),
      .init("trigger_at", Schema(.string(.instant), "when that was, for an event")),
      .init("length", Schema(.integer(0...Deadline.longest), "how long it lasts")),
      .init("unit", Schema(.choice(DeadlineUnit.allCases.map(\.rawValue)), "in what; days where it is left out")),
      .init("due", Schema(.string(.instant), "the end of the time, where the rule says it itself")),
    ], references: ["complaint"])
}
