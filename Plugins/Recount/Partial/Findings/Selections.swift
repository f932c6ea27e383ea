import ModuleKit

extension Partial {
  /// Boxes recounted by a rule, and the document that states it.
  struct SelectionNotRandom: FindingShape {
    let recount: BoxRecount
    let rule, document: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "According to \(\.recount.provenance.sourceName), the \(\.recount.recounted, .number) boxes recounted were not drawn at random; the rule, stated in \(\.document): \(\.rule). \(Others.refusal(\Self.recount.rest, .english))",
        es:
          "Según \(\.recount.provenance.sourceName), las \(\.recount.recounted, .number) urnas recontadas no se eligieron por sorteo; la regla, que consta en \(\.document): \(\.rule). \(Others.refusal(\Self.recount.rest, .spanish))"
      ),
      caution: caution, method: sampling, numbers: boxes(\.recount.boxes, \.recount.recounted, \.recount.rest),
      words: [.init("source", \.recount.provenance.sourceName), .init("rule", \.rule), .init("document", \.document)],
      examples: [
        FindingExample(
          "A rule, and who states it.",
          [
            "recounts":
              "id,source,boxes_total,boxes_recounted,selection,rule_en,rule_es,document\nr,court,100,10,not_random,late sheets,actas tardías,a notice"
          ], finds: "r"),
        FindingExample("A draw with seed and record.", ["recounts": drawn]),
      ])
  }

  /// Nobody says how the boxes were chosen.
  struct SelectionUnknown: FindingShape {
    let recount: BoxRecount

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "The mission does not know how the \(\.recount.recounted, .number) boxes recounted were chosen. \(Others.refusal(\Self.recount.rest, .english))",
        es:
          "La misión no sabe cómo se eligieron las \(\.recount.recounted, .number) urnas recontadas. \(Others.refusal(\Self.recount.rest, .spanish))"
      ),
      caution: caution, method: sampling, numbers: boxes(\.recount.boxes, \.recount.recounted, \.recount.rest),
      examples: [
        FindingExample(
          "Ten of a hundred boxes, and nothing on how they were chosen.",
          ["recounts": "id,source,boxes_total,boxes_recounted\nr,court,100,10"], finds: "r"),
        FindingExample("A draw with seed and record.", ["recounts": drawn]),
      ])
  }

  /// A draw that nobody can check.
  struct SelectionUndocumented: FindingShape {
    let recount: BoxRecount
    let missing: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "According to \(\.recount.provenance.sourceName), the \(\.recount.recounted, .number) boxes recounted were drawn at random, but there is \(\.missing), so the draw cannot be checked. \(Others.refusal(\Self.recount.rest, .english))",
        es:
          "Según \(\.recount.provenance.sourceName), las \(\.recount.recounted, .number) urnas recontadas se eligieron por sorteo, pero no se aporta \(\.missing), por lo que el sorteo no puede comprobarse. \(Others.refusal(\Self.recount.rest, .spanish))"
      ),
      caution: caution, method: sampling, numbers: boxes(\.recount.boxes, \.recount.recounted, \.recount.rest),
      words: [.init("source", \.recount.provenance.sourceName), .init("missing", \.missing)],
      examples: [
        FindingExample(
          "A draw without a seed.",
          ["recounts": "id,source,boxes_total,boxes_recounted,selection,draw_record\nr,court,100,10,random,minutes"],
          finds: "r"),
        FindingExample("A draw with seed and record.", ["recounts": drawn]),
      ])
  }

  private static let caution = Text(
    en:
      "A rule, or a draw nobody can check, does not show bad faith. It shows that the recounted boxes cannot stand for the others.",
    es:
      "Una regla, o un sorteo que nadie puede comprobar, no muestra mala fe. Muestra que las urnas recontadas no pueden representar a las demás."
  )
  private static let sampling = Text(
    en:
      "inference to boxes not seen needs a random draw (Lindeman & Stark 2012, A Gentle Introduction to Risk-limiting Audits)",
    es:
      "inferir sobre urnas no vistas exige un sorteo (Lindeman y Stark 2012, A Gentle Introduction to Risk-limiting Audits)"
  )
  private static let drawn: FindingExample.Dataset =
    "id,source,boxes_total,boxes_recounted,selection,seed,draw_record\nr,court,100,10,random,7,minutes"
}
