public import Ledger
import ModuleKit

extension EntryKind {
  /// A rule that sets a time for an act of a complaint: a law, with the article, and what starts its clock. Rules that contradict
  /// each other are records of their own.
  public static let deadline = EntryKind(
    "incidents.deadline", version: 1, en: "a rule that sets a time for an act of a complaint",
    es: "una regla que fija un plazo para un acto de una queja",
    [
      .init(
        "complaint", .string(.filled), required: true, naming: .records(of: "incidents.complaint"), en: "the complaint",
        es: "la queja"),
      .init(
        "act", .choice(ComplaintAct.allCases.map(\.rawValue)), required: true, en: "what must be done by then",
        es: "qué debe hacerse para entonces"),
      .init(
        "rule", .string(.filled), required: true, en: "the law or rule that says so, with its article",
        es: "la ley o regla que lo dice, con su artículo"),
      .init(
        "trigger", .choice(DeadlineTrigger.allCases.map(\.rawValue)),
        en: "what starts the clock; event: something else, at trigger_at",
        es: "qué hace correr el plazo; event: otra cosa, en trigger_at"),
      .init("trigger_at", .string(.instant), en: "when that was, for an event", es: "cuándo fue eso, si es un event"),
      .init("length", .integer(0...Deadline.longest), en: "how long it lasts", es: "cuánto dura"),
      .init(
        "unit", .choice(DeadlineUnit.allCases.map(\.rawValue)), en: "in what; days where it is left out",
        es: "en qué se mide; si se omite, en días (days)"),
      .init(
        "due", .string(.instant), en: "the end of the time, where the rule says it itself",
        es: "el fin del plazo, si la regla misma lo dice"),
      .init("source", .string(.filled), naming: .sharedWords, en: "where it is known from", es: "de dónde se sabe"),
      .init("url", .string(.filled), en: "where the original stands", es: "dónde está el original"),
    ])
}
