import ModuleKit

extension Compare {
  /// Whom the differences favour more often, sheet by sheet.
  struct DirectionBySheet: FindingShape {
    let aCount, bCount: Int
    let probability: Double
    let first, second, a, b, chance: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "Of the sheets whose margin is not the same in \(\.first) and in \(\.second), \(\.aCount, .number) are better for \(\.a) in the first of the two and \(\.bCount, .number) for \(\.b). A fair coin would split them at least as unevenly with probability \(\.chance).",
        es:
          "De las actas cuyo margen no es el mismo en \(\.first) y en \(\.second), \(\.aCount, .number) son más favorables a \(\.a) en la primera de las dos fuentes y \(\.bCount, .number) a \(\.b). Una moneda equilibrada daría un reparto al menos tan desigual con probabilidad \(\.chance)."
      ),
      caution: Text(
        en:
          "\(signsOnly.en) Errors of one place or clerk come together; sheet by sheet they count as if they did not.",
        es:
          "\(signsOnly.es) Los errores de un mismo lugar o persona vienen juntos; acta por acta se cuentan como si no fuera así."
      ),
      method: signTest,
      numbers: [
        .init("probability", \.probability, .share, fairCoin),
        .init(
          "a_count", \.aCount, .sheets,
          Text(en: "sheets in favour of the first", es: "actas a favor de la primera")),
        .init(
          "b_count", \.bCount, .sheets,
          Text(en: "sheets in favour of the second", es: "actas a favor de la segunda")),
      ],
      words: [
        .init("first", \.first), .init("second", \.second), .init("a", \.a), .init("b", \.b),
        .init("chance", \.chance),
      ],
      examples: [
        FindingExample("One sheet that is better for Oak.", Example.better, finds: "all"),
        FindingExample("The same margin on both tracks.", Example.same),
      ])
  }

  /// Whom the differences favour more often, area by area.
  struct DirectionByArea: FindingShape {
    let aCount, bCount: Int
    let probability: Double
    let first, second, a, b, chance, level: Text

    static let kind = FindingKind<Self>(
      .info, tier: .explanation,
      Sentence(
        en:
          "Taken by \(\.level), one sign each, the differences favour \(\.a) in \(\.aCount) and \(\.b) in \(\.bCount). A fair coin would split them at least as unevenly with probability \(\.chance).",
        es:
          "Por \(\.level), con un signo cada uno, las diferencias favorecen a \(\.a) en \(\.aCount) y a \(\.b) en \(\.bCount). Una moneda equilibrada daría un reparto al menos tan desigual con probabilidad \(\.chance)."
      ),
      caution: signsOnly, method: signTest,
      numbers: [
        .init("probability", \.probability, .share, fairCoin),
        .init(
          "a_count", \.aCount, .areas,
          Text(en: "areas in favour of the first", es: "áreas a favor de la primera")),
        .init(
          "b_count", \.bCount, .areas,
          Text(en: "areas in favour of the second", es: "áreas a favor de la segunda")),
      ],
      words: [
        .init("first", \.first), .init("second", \.second), .init("a", \.a), .init("b", \.b),
        .init("chance", \.chance), .init("level", \.level),
      ],
      examples: [
        FindingExample(
          "The sheet that is better for Oak is of one region.",
          [
            "first": """
            sheet,region,votes_oak,votes_elm
            1,North,60,40
            """,
            "second": """
            sheet,region,votes_oak,votes_elm
            1,North,58,40
            """,
          ], finds: "region"),
        FindingExample("The sheets name no areas.", Example.better),
      ])
  }

  private static let fairCoin = Text(
    en: "chance of a split at least as uneven, by a fair coin",
    es: "probabilidad de un reparto al menos tan desigual, con una moneda equilibrada")
  private static let signsOnly = Text(
    en: "It counts directions, not votes, and says nothing of why sheets differ.",
    es: "Cuenta direcciones, no votos, y no dice por qué difieren las actas.")
  private static let signTest = Text(
    en: "two-sided exact sign test, ties dropped (Dixon and Mood 1946)",
    es: "prueba de los signos exacta, bilateral, sin empates (Dixon y Mood 1946)")
}
