import ModuleKit

extension Claims {
  /// Numbers that many claims on one topic state, and that differ.
  struct SpreadOfFigures: FindingShape {
    let claims, sources: Int
    let least, middle, most: Quantity
    let topic, leastBy, mostBy, verdict: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "On \(\.topic): \(\.claims) by \(\.sources, .number) sources state from \(\.least), according to \(\.leastBy), to \(\.most), according to \(\.mostBy); the mission computes \(\.middle) as their middle. \(\.verdict)",
        es:
          "Sobre \(\.topic): \(\.claims) de \(\.sources, .number) fuentes señalan entre \(\.least), según \(\.leastBy), y \(\.most), según \(\.mostBy); la mediana, calculada por la misión, es \(\.middle). \(\.verdict)"
      ),
      caution: manyClaims, method: distribution,
      numbers: [
        .init("claims", \.claims, .claims, Text(en: "claims with a number", es: "afirmaciones con un número")),
        .init("sources", \.sources, .number, Text(en: "their sources", es: "sus fuentes")),
        .init("least", \.least, .number, Text(en: "the least stated, in its unit", es: "el menor, en su unidad")),
        .init("middle", \.middle, .number, Text(en: "the median, in its unit", es: "la mediana, en su unidad")),
        .init("most", \.most, .number, Text(en: "the most stated, in its unit", es: "el mayor, en su unidad")),
      ],
      words: [
        .init("topic", \.topic), .init("least_by", \.leastBy), .init("most_by", \.mostBy),
        .init("verdict", \.verdict),
      ],
      examples: [
        FindingExample("Eleven totals, one of which differs.", many("value", "100", "120"), finds: "total"),
        FindingExample("Eleven times the same total.", many("value", "100", "100")),
      ])
  }

  /// Answers that many claims on one topic give, and that differ.
  struct SpreadOfAnswers: FindingShape {
    let claims, sources, answers: Int
    let topic, list: Text

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "On \(\.topic): \(\.claims) by \(\.sources, .number) sources give \(\.answers, .number) different answers, the most frequent first: \(\.list).",
        es:
          "Sobre \(\.topic): \(\.claims) de \(\.sources, .number) fuentes dan \(\.answers, .number) respuestas distintas, la más frecuente primero: \(\.list)."
      ),
      caution: manyClaims, method: distribution,
      numbers: [
        .init("claims", \.claims, .claims, Text(en: "claims with an answer", es: "afirmaciones con una respuesta")),
        .init("sources", \.sources, .number, Text(en: "their sources", es: "sus fuentes")),
        .init("answers", \.answers, .number, Text(en: "different answers", es: "respuestas distintas")),
      ],
      words: [.init("topic", \.topic), .init("list", \.list)],
      examples: [
        FindingExample("Eleven answers, one of which differs.", many("answer", "open", "closed"), finds: "total"),
        FindingExample("Eleven times the same answer.", many("answer", "open", "open")),
      ])
  }

  private static let manyClaims = Text(
    en:
      "How often something is stated does not make it right. The claims may be of different moments or things; which is right is not decided here.",
    es:
      "Que algo se afirme a menudo no lo hace cierto. Las afirmaciones pueden ser de momentos o cosas distintas; aquí no se decide cuál es la correcta."
  )
  private static let distribution = Text(
    en: "least, median and most of the numbers stated, and whether one number satisfies all; answers counted",
    es:
      "mínimo, mediana y máximo de los números señalados, y si un mismo número los satisface todos; respuestas contadas"
  )

  /// Ten sources that state `usual` in the column `column`, and one that states `other`.
  private static func many(
    _ column: String, _ usual: String, _ other: String
  ) -> KeyValuePairs<String, FindingExample.Dataset> {
    let rows = (0...10).map { "c\($0),source\($0),total,\($0 == 10 ? other : usual),2020-01-01" }
    return [
      "claims": FindingExample.Dataset("id,source,topic,\(column),published\n\(rows.joined(separator: "\n"))")
    ]
  }
}
