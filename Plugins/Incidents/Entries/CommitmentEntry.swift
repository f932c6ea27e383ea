public import Ledger
import ModuleKit

extension EntryKind {
  /// What an office or a party undertook to do.
  public static let commitment = EntryKind(
    "incidents.commitment", version: 1, en: "what an office or a party undertook to do, and by when",
    es: "lo que una institución o un partido se comprometió a hacer, y para cuándo",
    [
      .init(
        "by", .string(.filled), required: true, naming: .sharedWords, en: "who undertook it: an office or a party",
        es: "quién se comprometió: una institución o un partido"),
      .init("what", .string(.filled), required: true, en: "what it undertook", es: "a qué se comprometió"),
      .init("made_at", .string(.instant), en: "when it did so", es: "cuándo se comprometió"),
      .init(
        "due_from", .string(.instant), en: "the earliest instant at which it is due",
        es: "el primer instante en que vence"),
      .init("due_to", .string(.instant), en: "the latest such instant", es: "el último instante en que vence"),
      .init(
        "legal_basis", .string(.filled), en: "the law that asks for it, with its article",
        es: "la ley que lo pide, con su artículo"),
      .init("source", .string(.filled), naming: .sharedWords, en: "where it is known from", es: "de dónde se sabe"),
      .init("url", .string(.filled), en: "where the original stands", es: "dónde está el original"),
    ],
    later: [
      .init(
        "outcome", .choice(["kept", "kept_late", "not_kept", "withdrawn"]), en: "what became of it", es: "en qué quedó"),
      .init("done_at", .string(.instant), en: "when it was kept", es: "cuándo se cumplió"),
    ])
}
