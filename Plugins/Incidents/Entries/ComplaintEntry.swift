public import Ledger
import ModuleKit

extension EntryKind {
  /// A complaint or an appeal before a forum: what was asked, on which legal basis, and what became of it.
  public static let complaint = EntryKind(
    "incidents.complaint", version: 1, en: "a complaint or an appeal before a forum",
    es: "una queja o un recurso ante una autoridad",
    [
      .init(
        "title", .string(.filled), required: true, en: "the complaint in a few words", es: "la queja en pocas palabras"),
      .init(
        "forum", .string(.filled), required: true, naming: .sharedWords,
        en: "before whom: a board, a court, a prosecutor", es: "ante quién: una junta, un tribunal, una fiscalía"),
      .init(
        "reference", .string(.filled), en: "the number under which the forum keeps it",
        es: "el número con que la autoridad la guarda"),
      .init(
        "complainant", .string(.filled), naming: .sharedWords,
        en: "who complains: an office, a party or a role, no private person",
        es: "quién se queja: una institución, un partido o una función, ninguna persona particular"),
      .init(
        "contact", .string(.filled), isPrivate: true, en: "how to reach who complains; private",
        es: "cómo comunicarse con quien se queja; privado"),
      .init("against", .string(.filled), en: "against which act or office", es: "contra qué acto o institución"),
      .init(
        "legal_basis", .string(.filled), en: "the law that it rests on, with its article",
        es: "la ley en que se apoya, con su artículo"),
      .init(
        "appeals", .string(.filled), naming: .records(of: "incidents.complaint"),
        en: "the complaint whose decision it appeals", es: "la queja cuya decisión recurre"),
      .init("filed", .string(.instant), en: "when it was filed", es: "cuándo se presentó"),
      .init("source", .string(.filled), naming: .sharedWords, en: "where it is known from", es: "de dónde se sabe"),
      .init("url", .string(.filled), en: "where the original stands", es: "dónde está el original"),
    ],
    later: [
      .init(
        "answered", .string(.instant), en: "when the forum or the other side answered",
        es: "cuándo respondió la autoridad o la otra parte"),
      .init("decided", .string(.instant), en: "when it was decided", es: "cuándo se decidió"),
      .init(
        "decision", .choice(ComplaintDecision.allCases.map(\.rawValue)), en: "how it was decided", es: "cómo se decidió"
      ),
      .init("remedy", .string(.filled), en: "what was ordered", es: "qué se ordenó"),
      .init("remedied", .string(.instant), en: "when that was carried out", es: "cuándo se cumplió eso"),
    ])
}
