import ModuleKit

extension CompareCode {
  /// The kinds of findings on what differs between the two leading options.
  var marginKind: CodedFindingKind {
    switch self {
    case .netOfTie:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "\(Self.bothWays.en) Net, that is {net} for {gaining}, while the two are level in {first}.",
          es:
            "\(Self.bothWays.es) En neto son {net} para {gaining}, cuando en {first} hay un empate entre ambas opciones."
        ),
        caution: Self.notWhy, method: Self.matching, numbers: Self.bothSides + [Self.net, Self.margin],
        words: Self.sides + ["gaining"])
    case .marginLevel:
      CodedFindingKind(
        .notice,
        Text(
          en: "\(Self.bothWays.en) The two cancel out.", es: "\(Self.bothWays.es) Ambas cosas se compensan."),
        caution: Self.notWhy, method: Self.matching, numbers: Self.bothSides, words: Self.sides)
    case .largeDifferences:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "Between {first} and {second} the margin of {a} over {b} differs by at least 10 votes on {ten} and by at least 100 on {hundred}; the largest difference is {largest}, on sheet {sheet}.",
          es:
            "Entre {first} y {second} el margen de {a} sobre {b} difiere en al menos 10 votos en {ten} y en al menos 100 en {hundred}; la mayor diferencia es de {largest}, en el acta {sheet}."
        ),
        caution: Self.bothMayErr, method: Self.matching,
        numbers: [
          Self.sheets("ten", "sheets that differ by 10 votes or more", "actas que difieren en 10 votos o más"),
          Self.sheets("hundred", "sheets that differ by 100 votes or more", "actas que difieren en 100 votos o más"),
          Self.votes("largest", "the largest difference of the margin", "la mayor diferencia del margen"),
        ], words: Self.sides + ["sheet"])
    case .swapped:
      CodedFindingKind(
        .notice,
        Text(
          en: "On {swapped} the votes of {a} and of {b} stand in each other's place in {first} and in {second}.",
          es: "En {swapped} los votos de {a} y de {b} aparecen intercambiados entre {first} y {second}."),
        caution: Text(
          en: "A slip in copying would explain it; on which side it was, only the original sheet tells.",
          es: "Lo explicaría un error de copia; solo el acta original dice de qué lado fue."),
        method: Self.matching,
        numbers: [Self.sheets("swapped", "sheets with swapped votes", "actas con votos intercambiados")],
        words: Self.sides)
    default:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "\(Self.bothWays.en) Net, that is {net} for {gaining}: {effect} of the margin of {margin} by which {leader} is ahead in {first}.",
          es:
            "\(Self.bothWays.es) En neto son {net} para {gaining}: el {effect} del margen de {margin} por el que {leader} va por delante en {first}."
        ),
        caution: Self.notWhy, method: Self.matching,
        numbers: Self.bothSides + [
          Self.net, Self.margin,
          .init(
            "effect", .percent,
            Text(en: "net change in percent of the margin", es: "cambio neto en porcentaje del margen")),
        ], words: Self.sides + ["gaining", "leader"])
    }
  }

  /// The kinds of findings on which side the differences favour more often.
  var directionKind: CodedFindingKind {
    let numbers: [CodedFindingKind.Number] = [
      .init(
        "probability", .share,
        Text(
          en: "chance of a split at least as uneven, by a fair coin",
          es: "probabilidad de un reparto al menos tan desigual, con una moneda equilibrada"))
    ]
    if self == .directionByArea {
      return CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "Taken by {level}, one sign each, the differences favour {a} in {a_count} and {b} in {b_count}. A fair coin would split them at least as unevenly with probability {chance}.",
          es:
            "Por {level}, con un signo cada uno, las diferencias favorecen a {a} en {a_count} y a {b} en {b_count}. Una moneda equilibrada daría un reparto al menos tan desigual con probabilidad {chance}."
        ),
        caution: Self.signsOnly, method: Self.signTest,
        numbers: numbers + [
          .init("a_count", .areas, Text(en: "areas in favour of the first", es: "áreas a favor de la primera")),
          .init("b_count", .areas, Text(en: "areas in favour of the second", es: "áreas a favor de la segunda")),
        ], words: Self.sides + ["chance", "level"])
    }
    return CodedFindingKind(
      .info, tier: .explanation,
      Text(
        en:
          "Of the sheets whose margin is not the same in {first} and in {second}, {a_count.number} are better for {a} in the first of the two and {b_count.number} for {b}. A fair coin would split them at least as unevenly with probability {chance}.",
        es:
          "De las actas cuyo margen no es el mismo en {first} y en {second}, {a_count.number} son más favorables a {a} en la primera de las dos fuentes y {b_count.number} a {b}. Una moneda equilibrada daría un reparto al menos tan desigual con probabilidad {chance}."
      ),
      caution: Text(
        en:
          "\(Self.signsOnly.en) Errors of one place or clerk come together; sheet by sheet they count as if they did not.",
        es:
          "\(Self.signsOnly.es) Los errores de un mismo lugar o persona vienen juntos; acta por acta se cuentan como si no fuera así."
      ),
      method: Self.signTest,
      numbers: numbers + [
        Self.sheets("a_count", "sheets in favour of the first", "actas a favor de la primera"),
        Self.sheets("b_count", "sheets in favour of the second", "actas a favor de la segunda"),
      ], words: Self.sides + ["chance"])
  }

  private static let bothWays = Text(
    en:
      "Held against {second}, the margin in {first} is better for {a} on {a_sheets}, by {a_votes} in all, and better for {b} on {b_sheets}, by {b_votes}.",
    es:
      "Frente a {second}, el margen en {first} es más favorable a {a} en {a_sheets}, por {a_votes} en total, y más favorable a {b} en {b_sheets}, por {b_votes}."
  )
  private static let notWhy = Text(
    en:
      "It shows neither which copy is wrong nor why; errors that favour one side need not be meant to. It holds for the sheets that both have.",
    es:
      "No muestra qué copia es la errónea ni por qué; los errores que favorecen a un lado no son por ello intencionados. Vale para las actas que constan en ambas fuentes."
  )
  private static let signsOnly = Text(
    en: "It counts directions, not votes, and says nothing of why sheets differ.",
    es: "Cuenta direcciones, no votos, y no dice por qué difieren las actas.")
  private static let signTest = Text(
    en: "two-sided exact sign test, ties dropped (Dixon and Mood 1946)",
    es: "prueba de los signos exacta, bilateral, sin empates (Dixon y Mood 1946)")
  private static let net = votes("net", "net change of the margin", "cambio neto del margen")
  private static let margin = votes(
    "margin", "the margin that the first track shows", "el margen que muestra la primera fuente")
  private static let bothSides = [
    sheets("a_sheets", "sheets better for the first option", "actas más favorables a la primera opción"),
    votes("a_votes", "by how many votes", "por cuántos votos"),
    sheets("b_sheets", "sheets better for the second option", "actas más favorables a la segunda opción"),
    votes("b_votes", "by how many votes", "por cuántos votos"),
  ]
}
