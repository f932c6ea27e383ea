import ModuleKit

extension CompareCode {
  /// The kinds of findings on what can be compared and what cannot.
  var coverageKind: CodedFindingKind {
    switch self {
    case .coverageBias:
      CodedFindingKind(
        .info,
        Text(
          en:
            "In {track} the margin of {a} over {b} is {inside} on the {covered} that also stand in {other}, and {outside} on the {uncovered} that do not.",
          es:
            "En {track} el margen de {a} sobre {b} es de {inside} en las {covered} que también constan en {other}, y de {outside} en las {uncovered} que no."
        ),
        caution: Text(
          en:
            "Copies that are handed over or read are not drawn at random: nothing follows from the sheets that are covered for those that are not.",
          es:
            "Las copias entregadas o leídas no son una muestra al azar: de las actas cubiertas nada se deduce sobre las demás."
        ),
        method: Self.matching,
        numbers: [
          Self.sheets("covered", "sheets that the other track has", "actas que tiene la otra fuente"),
          Self.sheets("uncovered", "sheets that it has not", "actas que no tiene"),
          .init("inside", .points, Text(en: "margin on the former", es: "margen en las primeras")),
          .init("outside", .points, Text(en: "margin on the latter", es: "margen en las segundas")),
        ], words: ["track", "other", "a", "b"])
    case .worstCase:
      CodedFindingKind(
        .info,
        Text(
          en:
            "\(Self.oneWay.en) in {first} it is {shown.number}. What cannot be compared is enough to change who is ahead, if all of it were otherwise.",
          es:
            "\(Self.oneWay.es) en {first} es de {shown.number}. Lo que no puede compararse bastaría para cambiar quién va por delante, si todo ello fuera de otro modo."
        ),
        caution: Self.boundOnly, method: Self.bound, numbers: Self.boundNumbers, words: Self.sides)
    case .worstCaseKeepsOrder:
      CodedFindingKind(
        .info,
        Text(
          en:
            "\(Self.oneWay.en) in {first} it is {shown.number}. Where the sheets that can be compared stand as in {first}, the others cannot change who is ahead.",
          es:
            "\(Self.oneWay.es) en {first} es de {shown.number}. Si las actas que pueden compararse son como constan en {first}, las demás no pueden cambiar quién va por delante."
        ),
        caution: Self.boundOnly, method: Self.bound, numbers: Self.boundNumbers, words: Self.sides)
    case .withoutBound:
      CodedFindingKind(
        .info,
        Text(
          en:
            "{uncompared} cannot be compared between {first} and {second}; for {unbounded} of them nothing tells how many votes they can hold, so that the margin of {a} over {b} has no bound.",
          es:
            "{uncompared} no pueden compararse entre {first} y {second}; de {unbounded} de ellas nada dice cuántos votos pueden contener, de modo que el margen de {a} sobre {b} no tiene cota."
        ),
        caution: Text(
          en: "Registered voters by sheet or station would give one.",
          es: "La darían los electores inscritos por acta o mesa."),
        method: Self.bound,
        numbers: [Self.uncompared, Self.sheets("unbounded", "sheets without a bound", "actas sin cota")],
        words: Self.sides)
    case .sampleBound:
      CodedFindingKind(
        .info, tier: .explanation,
        Text(
          en:
            "Of {drawn} drawn at random from {population}, {differing.number} differ from {first}. With {level} confidence at most {most} of the {population} differ; of the {outside} outside them this says nothing.",
          es:
            "De {drawn} sorteadas entre {population}, {differing.number} difieren de lo que consta en {first}. Con una confianza del {level} difieren como máximo {most} de las {population}; de las {outside} que quedan fuera esto no dice nada."
        ),
        caution: Text(
          en: "It holds for a random draw alone. Who hands over copies chooses which.",
          es: "Solo vale para un sorteo. Quien entrega copias elige cuáles."),
        method: Text(
          en: "one-sided exact hypergeometric bound (Buonaccorsi 1987)",
          es: "cota hipergeométrica exacta unilateral (Buonaccorsi 1987)"),
        numbers: [
          .init("drawn", .copies, Text(en: "copies drawn", es: "copias sorteadas")),
          .init("population", .copies, Text(en: "copies they were drawn from", es: "copias de las que se sortearon")),
          .init("differing", .copies, Text(en: "drawn copies that differ", es: "copias sorteadas que difieren")),
          .init("most", .copies, Text(en: "most copies that differ", es: "máximo de copias que difieren")),
          .init("level", .percent, Text(en: "confidence", es: "confianza")),
          Self.sheets("outside", "sheets outside the copies", "actas fuera de las copias"),
        ], words: ["first", "second"])
    default:
      CodedFindingKind(
        .info,
        Text(
          en:
            "Of {known} that are known, {both.number} have votes in {first} and in {second}, {only_first.number} in {first} alone, {only_second.number} in {second} alone and {neither.number} in neither.",
          es:
            "De {known} conocidas, {both.number} tienen votos en {first} y en {second}, {only_first.number} solo en {first}, {only_second.number} solo en {second} y {neither.number} en ninguna de las dos fuentes."
        ),
        caution: Text(
          en:
            "Without a list of stations, sheets that neither has are not known. A sheet counts where votes of an option are stated; zero is stated, an empty cell is not.",
          es:
            "Sin una lista de mesas no se conocen las actas que ninguna fuente tiene. Un acta cuenta donde se indican votos de alguna opción; el cero se indica, una celda vacía no."
        ),
        method: Self.matching,
        numbers: [
          Self.sheets("known", "sheets known", "actas conocidas"),
          Self.sheets("both", "sheets on both tracks", "actas en ambas fuentes"),
          Self.sheets("only_first", "sheets on the first alone", "actas solo en la primera"),
          Self.sheets("only_second", "sheets on the second alone", "actas solo en la segunda"),
          Self.sheets("neither", "sheets on neither", "actas en ninguna"),
        ], words: ["first", "second"])
    }
  }

  private static let oneWay = Text(
    en:
      "{uncompared} cannot be compared between {first} and {second} and can hold at most {votes}. Had all of these gone one way, the margin of {a} over {b} would lie between {margin.low} and {margin.high};",
    es:
      "{uncompared} no pueden compararse entre {first} y {second} y pueden contener como máximo {votes}. Si todos hubieran ido a un mismo lado, el margen de {a} sobre {b} estaría entre {margin.low} y {margin.high};"
  )
  private static let boundOnly = Text(
    en: "A bound, not an estimate: nothing suggests that sheets without a counterpart went one way.",
    es: "Es una cota, no una estimación: nada indica que las actas sin contraparte fueran a un mismo lado.")
  private static let bound = Text(
    en:
      "margin of the compared sheets, plus and minus the valid votes of the others, else their registered voters: Docs/methods/counts.md, “Two tracks”",
    es:
      "margen de las actas comparadas, más y menos los votos válidos de las demás o, en su defecto, sus electores inscritos: Docs/methods/counts.md, «Two tracks»"
  )
  private static let uncompared = sheets("uncompared", "sheets not compared", "actas no comparadas")
  private static let boundNumbers = [
    uncompared, votes("votes", "most votes on them", "máximo de votos en ellas"),
    votes("margin", "the margin, within its bounds", "el margen, dentro de sus cotas"),
    votes("shown", "the margin that the first track shows", "el margen que muestra la primera fuente"),
  ]
}
