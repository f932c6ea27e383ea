import ModuleKit

/// What `counts.statements` can find.
enum StatementsCode: String, FindingCode {
  case consistent
  case aheadOfCount = "ahead_of_count"
  case contradicts
  case unsupported
  case dependsOnHour = "depends_on_hour"
  case beforeCount = "before_count"
  case hourUnknown = "hour_unknown"
  case hindsight
  case deadline

  var kind: CodedFindingKind {
    switch self {
    case .consistent:
      CodedFindingKind(
        .info,
        Self.said(
          "This is consistent with the count of that hour: {count_then}.",
          "Concuerda con el conteo de ese momento: {count_then}."),
        caution: Self.countOnly, method: Self.method, numbers: Self.numbers, words: Self.spoken + ["needed_words"])
    case .aheadOfCount:
      CodedFindingKind(
        .notice,
        Self.said(
          "This was ahead of the count of that hour, which had not decided it: {count_then}.{needed_words}",
          "Se adelantaba al conteo de ese momento, que no lo había decidido: {count_then}.{needed_words}"),
        caution: Self.countOnly, method: Self.method, numbers: Self.numbers, words: Self.spoken + ["needed_words"])
    case .contradicts:
      CodedFindingKind(
        .notice,
        Self.said(
          "This contradicts the count of that hour: {count_then}.{needed_words}",
          "Contradice el conteo de ese momento: {count_then}.{needed_words}"),
        caution: Self.countOnly, method: Self.method, numbers: Self.numbers, words: Self.spoken + ["needed_words"])
    case .unsupported:
      CodedFindingKind(
        .notice,
        Self.said(
          "At none of the hours at which it can have been said did the count support it: {count_then}.",
          "En ninguno de los momentos en que pudo decirse lo respaldaba el conteo: {count_then}."),
        caution: Self.countOnly, method: Self.method, words: Self.spoken)
    case .dependsOnHour:
      CodedFindingKind(
        .info,
        Self.said(
          "Whether the count supported it depends on the hour, which is not known well enough: {count_then}.",
          "Si el conteo lo respaldaba depende de la hora, que no se conoce lo bastante: {count_then}."),
        caution: Self.countOnly, method: Self.method, words: Self.spoken)
    case .beforeCount:
      CodedFindingKind(
        .notice, Self.said("No count had been published then.", "Entonces no se había publicado ningún conteo."),
        caution: Self.countOnly, method: Self.method, words: ["source", "says", "published"])
    case .hourUnknown:
      CodedFindingKind(
        .info, placement: .annex,
        Text(
          en:
            "According to {source}: “{says}”. When it was said is not known, so that no count can be held against it.",
          es:
            "Según {source}: «{says}». No se sabe cuándo se dijo, de modo que no puede contrastarse con ningún conteo."),
        caution: Self.countOnly, method: Self.method, words: ["source", "says", "published"])
    case .hindsight:
      CodedFindingKind(
        .info, placement: .annex,
        Text(
          en:
            "With hindsight: {source} put {claimed} first; the last count known, published {published}, shows {leader} ahead by {lead}.",
          es:
            "En retrospectiva: {source} ponía en primer lugar a {claimed}; el último conteo conocido, publicado {published}, muestra por delante a {leader} por {lead}."
        ),
        caution: Text(
          en: "Nobody could know this at the hour: a claim that the result bears out later was no better founded then.",
          es:
            "Nadie podía saberlo en ese momento: una afirmación que el resultado confirma después no estaba entonces mejor fundada."
        ),
        method: Self.method,
        numbers: [.init("lead", .votes, Text(en: "lead in the last count", es: "ventaja en el último conteo"))],
        words: ["source", "claimed", "leader", "published"])
    case .deadline:
      CodedFindingKind(
        .info,
        Text(
          en: "According to {source}: “{says}”, due {due}. When it was due: {count_then}.",
          es: "Según {source}: «{says}», con plazo {due}. Al cumplirse el plazo: {count_then}."),
        caution: Text(
          en: "It tells how far the count was, not why.", es: "Dice hasta dónde había llegado el conteo, no por qué."),
        method: Self.method, words: ["source", "says", "due", "count_then"])
    }
  }

  private static func said(_ english: String, _ spanish: String) -> Text {
    Text(
      en: "According to {source}: “{says}”, said {published}. \(english)",
      es: "Según {source}: «{says}», dicho {published}. \(spanish)")
  }

  private static let spoken = ["source", "says", "published", "count_then"]
  private static let countOnly = Text(
    en:
      "It is held against what was published by that hour and nothing else: who said it may have known other figures, and it may have turned out right or wrong later.",
    es:
      "Se contrasta con lo publicado hasta ese momento y nada más: quien lo dijo pudo conocer otras cifras, y después pudo resultar cierto o no."
  )
  private static let method = Text(
    en: "statements against the latest count known at their hour: Docs/methods/counts.md, “Statements”",
    es: "afirmaciones frente al último conteo conocido en su momento: Docs/methods/counts.md, «Statements»")
  private static let numbers: [CodedFindingKind.Number] = [
    .init("lead", .votes, Text(en: "the lead then", es: "la ventaja entonces")),
    .init(
      "lead_points", .points,
      Text(en: "the lead then, in printed shares", es: "la ventaja entonces, en porcentajes impresos")),
    .init("counted", .percent, Text(en: "sheets counted then", es: "actas contadas entonces")),
    .init(
      "needed", .points,
      Text(
        en: "margin that those behind needed of the rest",
        es: "margen que necesitaban del resto quienes iban por detrás")),
  ]
}
