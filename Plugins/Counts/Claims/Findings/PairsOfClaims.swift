import ModuleKit

extension Claims {
  /// Two claims on one topic that exclude each other.
  struct Contradiction: FindingShape {
    let a, b: Quantity?
    let topic, sourceA, saysA, sourceB, saysB: Text

    private static let twoClaimsEnglish: Phrase<Self> =
      "On \(\.topic): according to \(\.sourceA), \(\.saysA); according to \(\.sourceB), \(\.saysB)."
    private static let twoClaimsSpanish: Phrase<Self> =
      "Sobre \(\.topic): según \(\.sourceA), \(\.saysA); según \(\.sourceB), \(\.saysB)."

    static let kind = FindingKind<Self>(
      .concern,
      Sentence(
        en: "\(twoClaimsEnglish) They cannot both be right.",
        es: "\(twoClaimsSpanish) No pueden ser ciertas ambas cosas."
      ),
      caution: notDecided, method: comparison,
      numbers: [.init("a", \.a, .number, firstFigure), .init("b", \.b, .number, secondFigure)],
      words: [
        .init("topic", \.topic), .init("source_a", \.sourceA), .init("says_a", \.saysA), .init("source_b", \.sourceB),
        .init("says_b", \.saysB),
      ],
      examples: [
        FindingExample("Two totals.", ["claims": totals("100", "120")], finds: "a_and_b"),
        FindingExample("One total, stated twice.", ["claims": totals("100", "100")]),
      ])
  }

  /// Two claims on one topic that strain each other, without being certain to exclude each other.
  struct Tension: FindingShape {
    let a, b: Quantity?
    let topic, sourceA, saysA, sourceB, saysB, why: Text

    private static let twoClaimsEnglish: Phrase<Self> =
      "On \(\.topic): according to \(\.sourceA), \(\.saysA); according to \(\.sourceB), \(\.saysB)."
    private static let twoClaimsSpanish: Phrase<Self> =
      "Sobre \(\.topic): según \(\.sourceA), \(\.saysA); según \(\.sourceB), \(\.saysB)."

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en: "\(twoClaimsEnglish) \(\.why)", es: "\(twoClaimsSpanish) \(\.why)"),
      caution: notDecided, method: comparison,
      numbers: [.init("a", \.a, .number, firstFigure), .init("b", \.b, .number, secondFigure)],
      words: [
        .init("topic", \.topic), .init("source_a", \.sourceA), .init("says_a", \.saysA), .init("source_b", \.sourceB),
        .init("says_b", \.saysB), .init("why", \.why),
      ],
      examples: [
        FindingExample(
          "Two totals that may be of different things.",
          [
            "claims": """
            id,source,topic,value,comparable,published
            a,court,total,100,,2020-01-01
            b,party,total,120,perhaps,2020-01-02
            """
          ], finds: "a_and_b"),
        FindingExample("Two totals of the same thing contradict each other.", ["claims": totals("100", "120")]),
      ])
  }

  /// Two figures that differ by two neighbouring digits that changed places.
  struct PossibleTransposition: FindingShape {
    let a, b: Quantity
    let topic, sourceA, sourceB: Text

    static let kind = FindingKind<Self>(
      .notice, tier: .screening,
      Sentence(
        en:
          "On \(\.topic): \(\.a) according to \(\.sourceA), \(\.b) according to \(\.sourceB). Two neighbouring digits changed places; a slip in copying would explain it.",
        es:
          "Sobre \(\.topic): \(\.a) según \(\.sourceA), \(\.b) según \(\.sourceB). Dos dígitos vecinos cambian de lugar; lo explicaría un error de copia."
      ),
      caution: Text(
        en: "It does not show that there was a slip, nor on which side; the originals would.",
        es: "No demuestra que hubo un error ni de qué lado; lo harían los documentos de origen."),
      method: Text(
        en: "comparison of the digits as printed", es: "comparación de los dígitos tal como se imprimieron"),
      numbers: [.init("a", \.a, .number, firstFigure), .init("b", \.b, .number, secondFigure)],
      words: [.init("topic", \.topic), .init("source_a", \.sourceA), .init("source_b", \.sourceB)],
      examples: [
        FindingExample("2 and 3 changed places.", ["claims": totals("1234", "1324")], finds: "a_and_b"),
        FindingExample("One digit differs.", ["claims": totals("100", "120")]),
      ])
  }

  private static let firstFigure = Text(en: "the first figure, in its unit", es: "la primera cifra, en su unidad")
  private static let secondFigure = Text(en: "the second figure, in its unit", es: "la segunda cifra, en su unidad")
  private static let notDecided = Text(
    en: "Which of the two is right is not decided here; they may be of different moments, or one may be a slip.",
    es: "Aquí no se decide cuál es la correcta; pueden ser de momentos distintos, o una puede ser un error.")
  static let comparison = Text(
    en: "pairwise comparison of the values that each statement admits, by its wording and its printed decimals",
    es: "comparación por pares de los valores que admite cada afirmación, según su redacción y sus decimales impresos")

  /// What two sources say that the total is.
  private static func totals(_ one: String, _ other: String) -> FindingExample.Dataset {
    FindingExample.Dataset(
      """
      id,source,topic,value,published
      a,court,total,\(one),2020-01-01
      b,party,total,\(other),2020-01-02
      """)
  }
}
