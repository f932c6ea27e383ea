import ModuleKit

extension Partial {
  /// The first counts of recounted boxes, of which no difference can be told.
  struct FirstCounts: Sendable {
    let recount: BoxRecount

    /// They are not held.
    static let notHeld = FindingKind<Self>(
      .notice, code: "no_original_counts",
      Sentence(
        en:
          "The mission does not hold the first counts of the \(\.recount.recounted, .number) boxes concerned, so it can compute no difference between count and recount.",
        es:
          "La misión no dispone de los primeros conteos de las \(\.recount.recounted, .number) urnas de que se trata, por lo que no puede calcular ninguna diferencia entre conteo y recuento."
      ),
      caution: Text(
        en: "That they are not held does not show that they differ, nor that they agree.",
        es: "Que no se disponga de ellos no muestra que difieran, ni que coincidan."),
      method: Method.comparison, numbers: boxes(\.recount.boxes, \.recount.recounted, \.recount.rest),
      examples: [
        FindingExample(
          "Nothing says that they are held.", ["recounts": "id,source,boxes_total,boxes_recounted\nr,court,100,10"],
          finds: "r"),
        FindingExample("They are held.", ["recounts": compared("")]),
      ])

    /// Nobody compared them.
    static let notCompared = FindingKind<Self>(
      .info, code: "no_comparison",
      Sentence(
        en:
          "The mission holds the first counts of the \(\.recount.recounted, .number) boxes recounted, but knows of no statement of how many differ from the recount.",
        es:
          "La misión dispone de los primeros conteos de las \(\.recount.recounted, .number) urnas recontadas, pero no conoce ninguna indicación de cuántos difieren del recuento."
      ),
      caution: Text(
        en: "Until they are compared, nothing follows about the first count.",
        es: "Mientras no se comparen, nada se sigue sobre el primer conteo."),
      method: Method.comparison, numbers: boxes(\.recount.boxes, \.recount.recounted, \.recount.rest),
      examples: [
        FindingExample("Nobody says how many differ.", ["recounts": compared("")], finds: "r"),
        FindingExample("One differs.", ["recounts": compared("1")]),
      ])
  }

  /// How many recounted boxes differ from their first count.
  struct RecountedDifferences: FindingShape {
    let recount: BoxRecount

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "According to \(\.recount.provenance.sourceName), of the \(\.recount.recounted, .number) boxes recounted, \(\.recount.differingWords).",
        es:
          "Según \(\.recount.provenance.sourceName), de las \(\.recount.recounted, .number) urnas recontadas, \(\.recount.differingWords)."
      ),
      caution: Text(
        en:
          "A difference may come from a slip of the hand, and its size is not told here. It says nothing of boxes nobody recounted.",
        es:
          "Una diferencia puede deberse a un error involuntario, y aquí no se indica su tamaño. No dice nada de las urnas que nadie recontó."
      ),
      method: Method.comparison,
      numbers: boxes(\.recount.boxes, \.recount.recounted, \.recount.rest) + [
        .init("differing", \.recount.differing, .boxes, Summary.differing)
      ],
      words: [.init("source", \.recount.provenance.sourceName), .init("differing_words", \.recount.differingWords)],
      examples: [
        FindingExample("One differs.", ["recounts": compared("1")], finds: "r"),
        FindingExample("Nobody says how many differ.", ["recounts": compared("")]),
      ])
  }

  /// What follows for all boxes from a draw that can be checked.
  struct DifferingBounds: FindingShape {
    let recount: BoxRecount
    let seed, record: Text
    let bounds: SampleBounds

    static let kind = FindingKind<Self>(
      .info,
      Sentence(
        en:
          "According to \(\.recount.provenance.sourceName), the boxes were drawn at random (seed \(\.seed), record: \(\.record)). If so, the mission computes that of all \(\.recount.boxes, .number) \(\.bounds.words) differ from their first count, each bound with \(\.bounds.confidence) confidence.",
        es:
          "Según \(\.recount.provenance.sourceName), las urnas se eligieron por sorteo (semilla \(\.seed), constancia: \(\.record)). Si es así, la misión calcula que de las \(\.recount.boxes, .number) en total difieren de su primer conteo \(\.bounds.words), cada límite con una confianza del \(\.bounds.confidence)."
      ),
      caution: Text(
        en:
          "Each bound holds by itself at its level; both together hold at a lower one. They count boxes that differ, not votes, and rest on the draw being as recorded.",
        es:
          "Cada límite vale por sí solo con su nivel; los dos juntos, con uno menor. Cuentan urnas que difieren, no votos, y suponen que el sorteo fue como consta."
      ),
      method: Method.inversion,
      numbers: boxes(\.recount.boxes, \.recount.recounted, \.recount.rest) + [
        .init("differing", \.recount.differing, .boxes, Summary.differing),
        .init("upper", \.bounds.atMost, .boxes, SampleBounds.Summary.atMost),
        .init("lower", \.bounds.atLeast, .boxes, SampleBounds.Summary.atLeast),
        .init("confidence", \.bounds.confidence, .percent, SampleBounds.Summary.confidence),
      ],
      words: [
        .init("source", \.recount.provenance.sourceName), .init("seed", \.seed), .init("record", \.record),
        .init("bounds", \.bounds.words),
      ],
      examples: [
        FindingExample(
          "A draw with seed and record.",
          [
            "recounts": """
            id,source,boxes_total,boxes_recounted,original_counts_held,boxes_differ,selection,seed,draw_record
            r,court,100,10,true,1,random,7,minutes
            """
          ], finds: "r"),
        FindingExample("Nothing is said of how they were chosen.", ["recounts": compared("1")]),
      ])
  }

  private static func compared(_ differing: String) -> FindingExample.Dataset {
    FindingExample.Dataset(
      """
      id,source,boxes_total,boxes_recounted,original_counts_held,boxes_differ
      r,court,100,10,true,\(differing)
      """)
  }
}
