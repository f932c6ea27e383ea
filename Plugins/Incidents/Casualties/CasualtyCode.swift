import ModuleKit

/// What `incidents.casualties` can find.
enum CasualtyCode: String, FindingCode {
  case tollRange = "toll_range"
  case noComparableClaim = "no_comparable_claim"
  case notComparable = "not_comparable"
  case sourceFigure = "source_figure"
  case contradiction
  case decrease
  case periodsDiffer = "periods_differ"

  var kind: CodedFindingKind {
    switch self {
    case .tollRange:
      CodedFindingKind(
        .info,
        Text(
          en: "The sources' latest claims{period} state {range}: {detail} ({used}).",
          es: "Las últimas afirmaciones de cada fuente{period} señalan {range}: {detail} ({used})."),
        caution: Text(
          en:
            "Definitions and periods differ between sources. No number is adopted here: a lower one is no correction of a higher one.",
          es:
            "Las definiciones y los períodos difieren entre las fuentes. Aquí no se adopta ninguna cifra: una más baja no corrige una más alta."
        ),
        method: Self.latest,
        numbers: [
          .init("toll", .people, Text(en: "the range over the claims compared", es: "el rango de las comparadas")),
          .init("low", .people, Text(en: "the lowest number", es: "el número más bajo")),
          .init("high", .people, Text(en: "the highest number stated", es: "el número más alto señalado")),
          .init("used", .claims, Text(en: "claims compared", es: "afirmaciones comparadas")), Self.apart,
        ], words: ["range", "period", "detail"])
    case .noComparableClaim:
      CodedFindingKind(
        .info,
        Text(
          en: "No claim on {counted} can be compared{period}: no number is given.",
          es: "Ninguna afirmación sobre {counted} es comparable{period}: no se da ninguna cifra."),
        caution: Text(
          en: "That no claim fits does not show that nobody was harmed.",
          es: "Que ninguna encaje no muestra que nadie sufriera daños."),
        method: Self.latest, numbers: [Self.apart], words: ["counted", "period"])
    case .notComparable:
      CodedFindingKind(
        .info, placement: .annex,
        Text(
          en: "{claims_are} of another period than the one asked: not compared, in the table only.",
          es: "{claims_are} a un período distinto del pedido: sin comparar, solo en la tabla."),
        caution: Text(
          en: "A claim about another period is not wrong for that.",
          es: "Una afirmación sobre otro período no es por ello incorrecta."),
        method: Self.latest, numbers: [Self.apart], words: ["claims_are"])
    case .sourceFigure:
      CodedFindingKind(
        .info,
        Text(
          en: "{source} states {stated} {counted}{period}, published {published}.",
          es: "{source} señala {stated} {counted}{period}, cifra publicada {published}."),
        caution: Text(
          en: "This is what the source states, by its own definition and for its own period.",
          es: "Esto es lo que señala la fuente, según su propia definición y para su propio período."),
        method: Text(
          en: "the source's latest claim that can be compared, as published (\(Self.model))",
          es: "la última afirmación comparable de la fuente, tal como se publicó (\(Self.model))"),
        numbers: [.init("figure", .people, Text(en: "the number stated", es: "el número señalado"))],
        words: ["source", "stated", "counted", "period", "published"])
    case .contradiction:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "{source} states {stated} {counted}{period}; {other} states {other_stated}{other_period}, which lies within that period.",
          es:
            "{source} señala {stated} {counted}{period}; {other} señala {other_stated}{other_period}, dentro de ese período."
        ),
        caution: Text(
          en: "The two may count different things. Neither number corrects the other.",
          es: "Puede que cuenten cosas distintas. Ninguna de las dos cifras corrige la otra."),
        method: Text(
          en: "an exact number below another source's least, for a period that contains that one's (\(Self.model))",
          es:
            "un número exacto inferior al mínimo de otra fuente, para un período que contiene el de esta (\(Self.model))"
        ),
        numbers: [
          .init("figure", .people, Text(en: "the exact number", es: "el número exacto")),
          .init("floor", .people, Text(en: "the other source's least", es: "el mínimo de la otra fuente")),
        ], words: ["source", "stated", "counted", "period", "other", "other_stated", "other_period"])
    case .decrease:
      CodedFindingKind(
        .notice,
        Text(
          en:
            "{source} stated {stated} {counted}{period} ({published}) and later {later_stated}{later_period} ({later_published}).",
          es:
            "{source} señaló {stated} {counted}{period} ({published}) y después {later_stated}{later_period} ({later_published})."
        ),
        caution: Text(
          en: "A source may have changed its definition; the later number does not by itself correct the earlier one.",
          es:
            "La fuente puede haber cambiado de definición; la cifra posterior no corrige por sí sola la anterior."),
        method: Text(
          en: "a lower number of the same source for a period that contains the earlier one (\(Self.model))",
          es: "un número menor de la misma fuente para un período que contiene el anterior (\(Self.model))"),
        numbers: [
          .init("before", .people, Text(en: "the earlier number", es: "el número anterior")),
          .init("after", .people, Text(en: "the later number", es: "el número posterior")),
        ],
        words: [
          "source", "stated", "counted", "period", "published", "later_stated", "later_period", "later_published",
        ])
    case .periodsDiffer:
      CodedFindingKind(
        .notice,
        Text(
          en: "The {used} compared on {counted} speak of {periods} different periods.",
          es: "Las {used} comparadas sobre {counted} se refieren a {periods} períodos distintos."),
        caution: Text(
          en: "Numbers for different periods neither add up nor correct one another.",
          es: "Las cifras de períodos distintos no se suman ni se corrigen entre sí."),
        method: Self.latest,
        numbers: [
          .init("periods", .number, Text(en: "different periods", es: "períodos distintos")),
          .init("used", .claims, Text(en: "claims compared", es: "afirmaciones comparadas")),
        ], words: ["counted"])
    }
  }

  private static let model = "Sundberg & Melander 2013, Journal of Peace Research 50"
  private static let latest = Text(
    en:
      "lowest and highest over each source's latest claim that can be compared, open above where one says at least; none chosen, none averaged (\(model))",
    es:
      "mínimo y máximo de la última afirmación comparable de cada fuente, sin techo si alguna dice al menos; no se elige ni se promedia (\(model))"
  )
  private static let apart = CodedFindingKind.Number(
    "not_comparable", .claims,
    Text(en: "claims whose period does not fit", es: "afirmaciones cuyo período no encaja"))
}
